"""Chữ Việt từ trước Unicode (TCVN3, VNI) is converted beyond doubt or not at all."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.paper.legacy_letters import TCVN3, VNI, decode, encode, from_legacy, is_syllable, of_font

LOWER = [
    unicodedata.normalize("NFC", letter + tone)
    for letter in "aăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
] + ["đ"]
LETTERS = LOWER + [letter.upper() for letter in LOWER]

PROSE = (
    "Ủy ban nhân dân các phường rà soát hộ nghèo, hộ cận nghèo trên địa bàn; niêm yết danh sách và "
    "thông báo trên đài truyền thanh. Người dân được vay vốn, được cấp thẻ bảo hiểm y tế và hỗ trợ nhà ở."
)


def test_every_letter_is_there() -> None:
    assert len(set(LETTERS)) == 146


@pytest.mark.parametrize("letter", LETTERS)
def test_each_letter_comes_back_from_vni(letter: str) -> None:
    assert decode(encode(letter, VNI), VNI) == letter


@pytest.mark.parametrize("letter", LETTERS)
def test_each_letter_comes_back_from_tcvn3_capitals_by_their_font(letter: str) -> None:
    font = ".VnTimeH" if letter.isupper() else ".VnTime"

    assert decode(encode(letter, TCVN3), TCVN3, font) == letter


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=LOWER + list("bcghklmnpqrstvx ,."), max_size=60))
def test_words_come_back(text: str) -> None:
    assert decode(encode(text, TCVN3), TCVN3, ".VnTime") == text


@pytest.mark.parametrize("encoding", [TCVN3, VNI])
def test_prose_is_recognised_by_its_words(encoding: str) -> None:
    assert from_legacy(encode(PROSE, encoding)) == PROSE.replace("Ủy", "ủy" if encoding == TCVN3 else "Ủy")


def test_bytes_as_they_were_written_then() -> None:
    assert decode("Uû ban nh©n d©n tØnh, hé nghÌo, ®­êng", TCVN3) == "Uỷ ban nhân dân tỉnh, hộ nghèo, đường"
    assert (
        decode("UÛy ban nhaân daân tænh, hoä ngheøo, ñöôøng", VNI) == "Ủy ban nhân dân tỉnh, hộ nghèo, đường"
    )


def test_capitals_beside_toned_letters_of_tcvn3_are_told_by_the_word() -> None:
    assert decode(encode("QUYẾT ĐỊNH", TCVN3), TCVN3) == "QUYẾT ĐỊNH"
    assert decode(encode("UBND tỉnh và HĐND xã", TCVN3), TCVN3) == "UBND tỉnh và HĐND xã"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PROSE.split()), min_size=1, max_size=40).map(" ".join))
def test_unicode_prose_is_never_touched(text: str) -> None:
    assert from_legacy(text) == text
    decomposed = unicodedata.normalize("NFD", text)
    assert from_legacy(decomposed) == decomposed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "UBND, 12/KH",
        "Làm và là cà phê, à, há, té, mía: toàn dấu có trong Latin-1, và thêm là là là",
        "Le programme a été décidé à la fin de l'été; très bientôt, déjà prêt, où être naïf, à côté du café",
        "Größe über alle Maße, öffentliche Behörde für schöne Bücher und süße Äpfel",
        "§ 5 © 2031 ® ° ± « »",
    ],
)
def test_what_only_looks_odd_stays(text: str) -> None:
    assert from_legacy(text) == text


@pytest.mark.parametrize(
    ("font", "encoding"),
    [(".VnTime", TCVN3), (".VnArialH", TCVN3), ("VNI-Times", VNI), ("Times New Roman", ""), ("", "")],
)
def test_the_font_names_the_encoding(font: str, encoding: str) -> None:
    assert of_font(font) == encoding


def test_syllables() -> None:
    assert all(
        is_syllable(word)
        for word in ["nghèo", "phường", "quyết", "khuỷu", "giường", "Đồng", "yêu", "uỷ", "thuế"]
    )
    assert not any(is_syllable(word) for word in ("été", "nhaân", "d©n", "wifi", "tếế"))
