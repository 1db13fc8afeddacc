"""A reference typed in any form is resolved first, by one function for all doors; then words are ranked."""

import pytest
from django.core.exceptions import ValidationError

from lantoa.library.models import Document, Provision
from lantoa.library.queries import asked_in, documents_matching, search_provisions
from lantoa.office.content.draft_form import provisions_named
from lantoa.office.library.cited_field import CitedField
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture
def decree() -> Document:
    """Điều 24 with two clauses, and another paper that says the same words oftener."""
    decree = make.document("Nghị định", "30", 2031, title="Về công tác văn thư")
    article = make.provision(decree, "Điều 24", "", heading="Lập hồ sơ")
    make.provision(decree, "khoản 1", "Hồ sơ được lập khi có việc.", parent=article)
    make.provision(decree, "khoản 2", "Hồ sơ được nộp trong ba tháng.", parent=article)
    make.provision(decree, "Điều 1", "Điều 24 nghị định nói về hồ sơ, nộp hồ sơ, nghị định này.")
    other = make.document("Nghị định", "31", 2031)
    make.provision(other, "Điều 24", "Điều 24 của nghị định 30 nói về hồ sơ.")
    return decree


def found(typed: str) -> list[tuple[str, str, bool]]:
    return [(f.provision.document.number, f.provision.place, f.named) for f in search_provisions(typed).found]


@pytest.mark.parametrize(
    "typed",
    [
        *("Điều 24 nghị định 30/2031", "dieu 24 nghi dinh 30/2031", "nd30/2031 đ24", "NĐ 30 điều 24"),
        *(
            "Điều 24 Nghị định số 30/2031/NĐ-CP ngày 05 tháng 3 năm 2031 của Chính phủ",
            "30/2031/NĐ-CP, Điều 24",
        ),
    ],
)
def test_the_place_that_is_named_stands_first_and_alone(decree: Document, typed: str) -> None:
    assert found(typed) == [("30", "Điều 24", True)]


def test_words_beside_a_reference_are_ranked_after_it(decree: Document) -> None:
    first, *others = found("khoản 1 Điều 24 nghị định 30/2031 nộp hồ sơ")

    assert first == ("30", "khoản 1 Điều 24", True)
    assert ("30", "khoản 2 Điều 24", False) in others
    assert {number for number, _, _ in others} == {"30"}


def test_a_place_that_is_not_held_is_said_and_leads_nowhere_else(decree: Document) -> None:
    answer = search_provisions("khoản 9 Điều 24 nghị định 30/2031")

    assert answer.found == []
    assert [(one.place, one.documents) for one in answer.without_place] == [("khoản 9 Điều 24", (decree,))]
    assert [one.citation.number for one in search_provisions("Điều 24 nghị định 29/2031").unborne] == ["29"]


def test_a_number_that_two_papers_bear_offers_both_and_decides_nothing(decree: Document) -> None:
    twin = make.document("Quyết định", "45", 2031, "QĐ-UBND", issuer="UBND tỉnh Sông Phố")
    one = make.provision(twin, "Điều 1")
    other = make.provision(make.document("Quyết định", "45", 2031, "QĐ-TTg"), "Điều 1")

    assert set(asked_in("Điều 1 quyết định 45/2031").provisions) == {one, other}
    with pytest.raises(ValidationError, match="nhiều văn bản"):
        provisions_named("Điều 1 quyết định 45/2031")
    assert provisions_named("Điều 1 quyết định 45/2031/QĐ-UBND") == [one]


def test_a_law_is_named_with_or_without_marks_and_its_year_tells_it_from_another() -> None:
    old = make.document("Luật", "65", 2024, "QH13", title="Nhà ở")
    new = make.document("Luật", "27", 2033, "QH15", title="Luật Nhà ở")
    places = {law.pk: make.provision(law, "khoản 2 Điều 6", "Nhà ở xã hội.") for law in (old, new)}

    assert asked_in("khoản 2 Điều 6 Luật Nhà ở 2033").provisions == (places[new.pk],)
    assert set(asked_in("khoan 2 dieu 6 luat nha o").provisions) == set(places.values())
    assert asked_in("luat 27 dieu 6 khoan 2").provisions == (places[new.pk],)


def test_one_reader_serves_every_door(decree: Document) -> None:
    place = Provision.objects.get(eid="art_24__para_2", document=decree)
    for typed in ("khoản 2 Điều 24 nd30/2031", "k2 đ24 NĐ30/2031", "khoan 2 dieu 24 nghi dinh 30/2031"):
        assert provisions_named(typed) == [place]
        assert CitedField().clean(typed) == place
        assert [one.provision for one in search_provisions(typed).found] == [place]
        assert list(documents_matching(typed)) == [decree]
    for typed in ("NĐ30/2031", "nd30", "nghi dinh 30/2031", "30/2031"):
        assert CitedField().clean(typed) == decree
        assert list(documents_matching(typed)) == [decree]
        assert search_provisions(typed).carriers == (decree,)


def test_a_place_without_a_document_is_looked_for_by_its_words(decree: Document) -> None:
    assert not asked_in("điều 24").references
    assert [place for _, place, _ in found("lập hồ sơ điều 24")][0] == "Điều 24"


@pytest.mark.parametrize("typed", ["Điều 99 nghị định 30/2031", "Nghị định 30/2031 và nghị định 31/2031"])
def test_a_field_of_one_citation_takes_neither_a_lost_place_nor_two(decree: Document, typed: str) -> None:
    with pytest.raises(ValidationError):
        CitedField().clean(typed)
