"""Counting words and parting sentences as offices do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.language.words import sentences, standard_pages, word_count


def test_words_are_syllables_between_blanks_and_lone_signs_do_not_count():
    assert word_count("Bà con – hộ nghèo, cận nghèo\n- được vay 100.000.000 đồng!") == 10


def test_decomposed_text_counts_the_same():
    import unicodedata

    text = "Phường Tân Mai họp tổ dân phố"

    assert word_count(unicodedata.normalize("NFD", text)) == word_count(text) == 7


def test_a_standard_page_is_350_words():
    assert standard_pages("chữ " * 875) == 2.5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mời bà con đến họp. Ai chưa rõ? Xin hỏi!", ["Mời bà con đến họp.", "Ai chưa rõ?", "Xin hỏi!"]),
        ("Ở TP. Biên Hòa có 30 phường.", ["Ở TP. Biên Hòa có 30 phường."]),
        ("Vay 100.000.000 đồng. Lãi 6,6%.", ["Vay 100.000.000 đồng.", "Lãi 6,6%."]),
        ("1. Mục đích. Nói cho rõ.", ["1. Mục đích.", "Nói cho rõ."]),
        ("Dòng một\nDòng hai", ["Dòng một", "Dòng hai"]),
        ("Anh nói: “Được.” Rồi đi.", ["Anh nói: “Được.”", "Rồi đi."]),
        ("Từ từ… rồi sẽ xong. Hết", ["Từ từ… rồi sẽ xong.", "Hết"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_would_stop(text, expected):
    assert sentences(text) == expected


@given(st.text(alphabet="ab .!?\nđ1", max_size=80))
def test_no_word_is_lost_between_sentences(text):
    assert " ".join(sentences(text)).split() == text.split()
