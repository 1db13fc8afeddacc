"""Words are folded and spelt one way, wherever they come from."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.language.folding import nfc
from lantoa.library.search.words import BREAK, lines_of, terms_of, words_in, words_of


def test_marks_capitals_zeros_and_the_letter_y_do_not_count():
    assert words_of("HỖ TRỢ 05 kỹ sư") == words_of("hỗ trợ 5 kĩ sư") == ["ho", "tro", "5", "ki", "su"]


def test_y_stays_where_it_makes_another_syllable():
    assert words_of("tay thủy yêu y") == ["tay", "thuy", "yeu", "y"]


def test_a_pair_reaches_over_no_line():
    assert terms_of(lines_of(["hộ nghèo", "vay vốn"])) == {
        "ho", "ngheo", "vay", "von", "ho_ngheo", "vay_von"
    }  # fmt: skip


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_places_are_those_of_the_text_and_terms_are_safe_in_a_query(text):
    for word, start, end in words_in(text):
        assert words_of(nfc(text)[start:end]) == [word]
    for term in terms_of(lines_of([text])):
        assert term.replace("_", "").isalnum()
        assert term.isascii()
        assert BREAK not in term
