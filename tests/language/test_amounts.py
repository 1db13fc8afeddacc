"""Amounts on paper, checked against a slow reader that knows nothing of the writer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.language.amounts import MOST_VND, amount_in_words, format_vnd

DIGITS = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5}
DIGITS |= {"sáu": 6, "bảy": 7, "tám": 8, "chín": 9}


def read_words(sentence: str) -> int:
    """Words to number, one word at a time."""
    words = sentence.lower().removesuffix(" đồng").split()
    sign = -1 if words[0] == "âm" else 1
    total = below = group = digit = 0
    for word in words[sign < 0 :]:
        if word in DIGITS:
            digit = DIGITS[word]
        elif word == "mười":
            group, digit = group + 10, 0
        elif word == "mươi":
            group, digit = group + digit * 10, 0
        elif word == "trăm":
            group, digit = group + digit * 100, 0
        elif word in ("lẻ", "linh"):
            assert digit == 0
        elif word in ("nghìn", "triệu"):
            below, group, digit = below + (group + digit) * {"nghìn": 10**3, "triệu": 10**6}[word], 0, 0
        elif word == "tỷ":
            total, below, group, digit = (total + below + group + digit) * 10**9, 0, 0, 0
        else:
            raise AssertionError(f"từ lạ: {word}")
    return sign * (total + below + group + digit)


@given(st.integers(min_value=-MOST_VND, max_value=MOST_VND) | st.integers(min_value=0, max_value=10**10))
def test_what_is_written_reads_back_as_the_same_amount(vnd):
    assert read_words(amount_in_words(vnd)) == vnd


@given(st.integers(min_value=0, max_value=10**15), st.sampled_from(["lẻ", "linh"]))
def test_only_the_chosen_word_stands_for_an_empty_ten(vnd, word):
    other = {"lẻ": "linh", "linh": "lẻ"}[word]

    assert other not in amount_in_words(vnd, word).lower().split()


@given(st.integers(min_value=1, max_value=10**12))
def test_a_thousand_is_never_written_in_the_southern_way(vnd):
    assert "ngàn" not in amount_in_words(vnd)


@pytest.mark.parametrize(
    ("vnd", "words"),
    [
        (0, "Không đồng"),
        (7, "Bảy đồng"),
        (10, "Mười đồng"),
        (14, "Mười bốn đồng"),
        (15, "Mười lăm đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi tư đồng"),
        (55, "Năm mươi lăm đồng"),
        (101, "Một trăm lẻ một đồng"),
        (111, "Một trăm mười một đồng"),
        (1_005_000, "Một triệu không trăm lẻ năm nghìn đồng"),
        (2_050_000, "Hai triệu không trăm năm mươi nghìn đồng"),
        (3_000_004, "Ba triệu không trăm lẻ bốn đồng"),
        (75_000, "Bảy mươi lăm nghìn đồng"),
        (10**9, "Một tỷ đồng"),
        (1_250_000_000, "Một tỷ hai trăm năm mươi triệu đồng"),
        (423 * 10**12, "Bốn trăm hai mươi ba nghìn tỷ đồng"),
        (10**15, "Một triệu tỷ đồng"),
        (-45_000, "Âm bốn mươi lăm nghìn đồng"),
    ],
)
def test_amounts_as_a_voucher_writes_them(vnd, words):
    assert amount_in_words(vnd) == words


def test_an_office_may_write_linh():
    assert amount_in_words(1_005_000, "linh") == "Một triệu không trăm linh năm nghìn đồng"


@pytest.mark.parametrize(
    ("vnd", "figures"), [(1_250_000, "1.250.000 đồng"), (0, "0 đồng"), (-900, "-900 đồng")]
)
def test_figures_are_grouped_by_dots(vnd, figures):
    assert format_vnd(vnd) == figures


@pytest.mark.parametrize("vnd", [1.5, "100", True, None])
def test_only_whole_dong_are_written(vnd):
    with pytest.raises(TypeError):
        amount_in_words(vnd)


def test_an_amount_beyond_words_and_an_unknown_word_are_refused():
    with pytest.raises(ValueError, match="quá lớn"):
        amount_in_words(MOST_VND + 1)
    with pytest.raises(ValueError, match="lẻ"):
        amount_in_words(5, "không trăm")
