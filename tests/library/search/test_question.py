"""A question is read for what it asks; the words it is put in do not count."""

from hypothesis import given
from hypothesis import strategies as st

from lantoa.language.folding import fold
from lantoa.library.search.question import read_question


def test_the_frame_of_a_question_tells_nothing():
    asked = read_question("Cho hỏi mức vay là bao nhiêu?")

    assert asked.words == {"muc", "vay", "la"}


def test_the_name_of_a_law_with_its_year_tells_nothing_of_the_provision():
    asked = read_question("Theo Luật Thư viện năm 2019, người đọc có quyền gì?")

    assert asked.words == {"nguoi", "doc", "co", "quyen"}


def test_what_the_office_writes_short_is_looked_for_as_the_law_writes_it():
    asked = read_question("DTTS có thẻ BHYT thì được gì?")

    assert {"dan_toc", "thieu_so", "bao_hiem", "y_te", "the_bao", "bhyt"} <= set(asked.weights)


def test_asking_for_a_meaning_looks_for_the_article_that_explains_words():
    asked = read_question("Thẻ đọc là gì?")

    assert {"giai_thich", "tu_ngu", "doc_la"} <= set(asked.weights)


def test_a_frame_alone_is_looked_for_as_it_stands():
    assert read_question("bao nhiêu").words == {"bao", "nhieu"}


def test_quoted_words_stand_together():
    assert read_question("mức “hộ nghèo” là").phrases == (("ho", "ngheo"),)


def test_the_last_word_is_being_typed_until_a_blank_follows():
    assert read_question("hộ ngh").last == "ngh"
    assert read_question("hộ ngh ").last == ""


@given(st.text(alphabet='aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạ “”"?,5 ', max_size=80))
def test_a_question_without_marks_is_the_same_question(text):
    assert read_question(text).weights == read_question(fold(text)).weights
