"""Marked is exactly what was asked for."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.language.folding import fold, nfc
from lantoa.library.search.highlight import excerpt
from lantoa.library.search.question import read_question
from lantoa.library.search.words import words_of

WORDS = ["hộ", "nghèo", "vay", "vốn", "được", "Hoà", "mượn", "sách", "05"]


def marked(text: str, typed: str) -> list[str]:
    return [words for words, hit in excerpt(text, read_question(typed)) if hit]


def test_words_are_marked_as_they_are_written():
    assert marked("Hộ NGHÈO được vay vốn.", "ho ngheo") == ["Hộ", "NGHÈO"]


def test_another_spelling_is_marked_only_beside_its_neighbour():
    text = "Hỗ trợ hộ nghèo; hỗ nghèo; việc cần hộ cận"

    assert marked(text, "hộ nghèo cần gì") == ["hộ", "nghèo", "hỗ", "nghèo", "cần", "hộ"]
    assert marked(text, "ho ngheo can gi") == ["hộ", "nghèo", "hỗ", "nghèo"]
    assert marked(text, "ho") == ["Hỗ", "hộ", "hỗ", "hộ"]


def test_a_quoted_phrase_is_marked_only_where_it_stands_together():
    assert marked("hộ cận nghèo, hộ nghèo", "“hộ nghèo”") == ["hộ", "nghèo"]


def test_the_stretch_shown_is_where_the_words_stand_close():
    text = "vay " + "đầu " * 200 + "hộ nghèo vay vốn ở giữa " + "cuối " * 200

    shown = excerpt(text, read_question("hộ nghèo vay vốn"))

    assert shown[0] == ("… ", False)
    assert shown[-1] == (" …", False)
    assert [words for words, hit in shown if hit] == ["hộ", "nghèo", "vay", "vốn"]
    assert len("".join(words for words, _ in shown)) < 260


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25), st.sampled_from(WORDS))
@settings(max_examples=50)
def test_exactly_the_words_asked_are_marked_in_a_short_text(words, asked):
    text = nfc(" ".join(words))

    assert marked(text, fold(asked)) == [nfc(word) for word in words if words_of(word) == words_of(asked)]
    assert "".join(part for part, _ in excerpt(text, read_question(asked))) == text
