"""Search finds what people mean, however they type it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.library.queries import documents_matching, listed, provisions_matching
from lantoa.library.states import Status
from lantoa.library.wording import searchable
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db]

DAY = date(2026, 1, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "07/2031/NĐ-CP",
        "nghị định số 7/2031",
        "ND 07",
        "nđ-cp 2031",
        "ho tro hoa binh",
        "HỖ TRỢ hoà bình",
        "số 7",
    ],
)
def test_document_is_found_by_number_and_words_in_any_spelling(typed):
    wanted = make.document("Nghị định", "07", 2031, title="Quy định hỗ trợ tại Hòa Bình")
    make.document("Nghị định", "71", 2030, title="Quy định khác")

    assert list(documents_matching(typed)) == [wanted]


def test_all_documents_without_words_and_none_for_words_that_nowhere_stand():
    make.document()

    assert documents_matching("  ").count() == 1
    assert not documents_matching("tàu vũ trụ")


def test_status_filter_is_of_the_day_asked():
    ending = make.document(ended_on=DAY)
    make.document()

    assert [one.document for one in listed(documents_matching(""), DAY, Status.ENDED)] == [ending]
    assert listed(documents_matching(""), date(2025, 12, 31), Status.ENDED) == []


def test_provision_is_found_with_its_words_marked():
    document = make.document("Nghị định", "07", 2031)
    wanted = make.provision(document, "khoản 1 Điều 9", "Thành viên hộ nghèo được hỗ trợ 100% mức đóng.")
    make.provision(document, "Điều 10", "Hiệu lực thi hành.")

    (found,) = provisions_matching("thanh vien ngheo 7/2031")

    assert found.provision == wanted
    assert [words.strip() for words, hit in found.passage if hit] == ["Thành", "viên", "nghèo"]


def test_words_that_only_name_the_document_list_no_provision():
    make.provision(make.document("Nghị định", "07", 2031))

    assert provisions_matching("7/2031") == []


def test_searchable_text_keeps_numbers_whole_and_drops_zeros_in_front():
    assert searchable("Nghị định số 07/2031/NĐ – CP, Điều 5a") == " nghi dinh so 7/2031/nd-cp dieu 5a "


def test_query_count_does_not_grow_with_documents():
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            [(str(one.document), one.status) for one in listed(documents_matching(""), DAY)]
        return len(queries)

    make.document()
    one = asked()
    for _ in range(3):
        make.effect(make.provision(make.document()), DAY)

    assert asked() == one == 4  # documents, their effects, declarations, rulings
