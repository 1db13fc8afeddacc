"""Folding, comparing and ordering of Vietnamese words."""

import random
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.language.folding import fold, nfc, person_sort_key, same_name, sort_key

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
SYLLABLES = st.text(alphabet=LETTERS, min_size=1, max_size=6)
NAMES = st.lists(SYLLABLES, min_size=1, max_size=4).map(" ".join)


def test_marks_and_capitals_fold_away():
    assert fold("Đồng Nai, PHƯỜNG Tân Mai: ưỡn ẹo") == "dong nai, phuong tan mai: uon eo"


def test_eth_from_old_fonts_is_a_d():
    assert fold("Ðiều 5") == "dieu 5"


@given(st.text(max_size=60))
def test_folding_keeps_every_offset_of_the_composed_text(text):
    assert len(fold(text)) == len(nfc(text))


@given(NAMES)
def test_composed_and_decomposed_text_fold_alike(name):
    assert fold(unicodedata.normalize("NFD", name)) == fold(name)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Hoà Bình", "Hòa Bình"),
        ("HOÀ  BÌNH", " hòa bình "),
        ("Thuỷ Nguyên", "Thủy Nguyên"),
        (unicodedata.normalize("NFD", "Quế Võ"), "Quế Võ"),
        ("khoẻ mạnh", "khỏe mạnh"),
    ],
)
def test_two_spellings_of_one_name_are_the_same(a, b):
    assert same_name(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [("Hòa", "Hóa"), ("Tân Hiệp", "Tân Hiệp A"), ("Đông", "Dông"), ("Mỹ Hoà", "Mỹ Hoa"), ("quý", "quỷ")],
)
def test_another_letter_or_tone_is_another_name(a, b):
    assert not same_name(a, b)


def _listed(words: str) -> list[str]:
    return words.split()


def test_d_with_stroke_comes_after_d_and_tones_come_last():
    in_order = _listed("da dà dả dã dá dạ dai dam dắt dân dũng đa đá đạt đê đo ma mà mả mã má mạ mai")
    mixed = random.Random(7).sample(in_order, len(in_order))

    assert sorted(mixed, key=sort_key) == in_order


def test_letters_with_their_own_marks_follow_their_base():
    in_order = _listed("a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y")
    mixed = random.Random(3).sample(in_order, len(in_order))

    assert sorted(mixed, key=sort_key) == in_order


def test_all_letters_decide_before_any_tone():
    assert sorted(["Tân Phú", "Tấn Phát", "Tan Phong"], key=sort_key) == ["Tan Phong", "Tấn Phát", "Tân Phú"]


def test_a_shorter_name_comes_before_its_longer_neighbour():
    assert sorted(["An Bình", "An", "Anh"], key=sort_key) == ["An", "An Bình", "Anh"]


def test_numbers_sort_by_value():
    wards = ["Phường 10", "Phường 2", "Phường 09", "Phường 1"]

    assert sorted(wards, key=sort_key) == ["Phường 1", "Phường 2", "Phường 09", "Phường 10"]


@given(st.text(max_size=40))
def test_a_sort_key_holds_only_plain_letters_and_digits(text):
    key = sort_key(text)

    assert key.isascii()
    assert key.replace(" ", "").isalnum()
    assert key == key.lower()


@given(NAMES, NAMES)
@settings(max_examples=200)
def test_key_order_is_letters_then_tones(a, b):
    """Cả chuỗi chữ cái so trước, dấu thanh so sau."""
    order = {letter: place for place, letter in enumerate("aăâbcdđeêghiklmnoôơpqrstuưvxy")}

    def slow(name: str) -> tuple:
        letters, tones = [], []
        for word in name.split():
            plain, tone = [], 0
            for char in word:
                parts = unicodedata.normalize("NFD", char)
                own = "".join(part for part in parts if part not in "\u0300\u0309\u0303\u0301\u0323")
                marks = [
                    place for place, mark in enumerate("\u0300\u0309\u0303\u0301\u0323", 1) if mark in parts
                ]
                plain.append(order[unicodedata.normalize("NFC", own)])
                tone = max([tone, *marks])
            letters.append(plain)
            tones.append(tone)
        return letters, tones

    assert (sort_key(a) < sort_key(b)) == (slow(a) < slow(b))


def test_people_stand_by_given_name_then_family_name_then_what_is_between():
    people = ["Trần Thị Bình", "Nguyễn An", "Lê Văn An", "Đỗ Thị An", "Trần Bình", "Dương Mỹ An"]

    assert sorted(people, key=person_sort_key) == [
        "Dương Mỹ An",
        "Đỗ Thị An",
        "Lê Văn An",
        "Nguyễn An",
        "Trần Bình",
        "Trần Thị Bình",
    ]
