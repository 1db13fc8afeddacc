"""Registering, amending, confirming documents; their words; who may."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common import dates
from lantoa.common.files import Upload
from lantoa.common.models import AuditLine, StoredFile
from lantoa.common.problems import RuleBroken
from lantoa.library import actions
from lantoa.library.models import Document, Provision
from lantoa.library.queries import same_document
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db]

FACTS = {
    "kind": "Nghị định",
    "number": "15",
    "year": 2023,
    "symbol": "NĐ-CP",
    "title": "Quy định thử về hỗ trợ",
    "issued_on": date(2023, 5, 4),
}


def codes(refusal: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return [problem.code for problem in refusal.value.problems]


def test_registered_document_is_unchecked_and_leaves_a_line(world):
    document = actions.register_document(by=world.minh, **FACTS)

    assert not document.is_checked
    assert str(document) == "Nghị định 15/2023/NĐ-CP"
    assert AuditLine.objects.get().action == "register_document"


@pytest.mark.parametrize(
    "spelling",
    [
        {},
        {"kind": "nghị định ", "symbol": "ND-CP"},
        {"number": "015", "symbol": "NĐ – CP"},
    ],
)
def test_the_same_document_twice_is_recognised_in_any_spelling(world, spelling):
    """Cùng loại, số, năm, ký hiệu là cùng một văn bản."""
    first = actions.register_document(by=world.minh, **FACTS)

    with pytest.raises(RuleBroken, match="Kho đã có Nghị định 15/2023/NĐ-CP") as refused:
        actions.register_document(by=world.minh, **{**FACTS, **spelling})

    assert codes(refused) == ["document_exists"]
    assert Document.objects.count() == 1
    assert same_document(Document(kind="Nghị định", number="15", year=2023, symbol="NĐ-CP")) == first


def test_one_other_digit_year_or_symbol_is_another_document(world):
    for other in ({}, {"number": "16"}, {"year": 2024}, {"symbol": "NQ-CP"}, {"kind": "Nghị quyết"}):
        actions.register_document(by=world.minh, **{**FACTS, **other})

    assert Document.objects.count() == 5


def test_numbers_without_a_year_start_anew_every_year(world):
    plain = {**FACTS, "kind": "Quyết định", "number": "90", "year": None, "symbol": "QĐ-TTg"}
    actions.register_document(by=world.minh, **plain)
    actions.register_document(by=world.minh, **{**plain, "issued_on": date(2024, 5, 4)})

    with pytest.raises(RuleBroken):
        actions.register_document(by=world.minh, **{**plain, "issued_on": date(2023, 11, 30)})


def test_wrong_looking_dates_are_kept_as_given(world):
    odd = actions.register_document(by=world.minh, **{**FACTS, "issued_on": date(2021, 5, 4)})

    assert odd.issued_on == date(2021, 5, 4)


@pytest.mark.parametrize("who", ["binh", "hung", "lan", "tam", "van", "kha"])
def test_only_programme_officers_write_documents(world, who):
    with pytest.raises(PermissionDenied):
        actions.register_document(by=getattr(world, who), **FACTS)

    assert not Document.objects.exists()


def test_refused_document_keeps_no_file(world):
    make.document("Nghị định", "15", 2023)

    with pytest.raises(RuleBroken):
        actions.register_document(by=world.minh, file=Upload("a.txt", "Điều 1.".encode()), **FACTS)

    assert not StoredFile.objects.exists()


def test_checking_needs_a_source_and_a_day_not_ahead(world):
    document = actions.register_document(by=world.minh, **FACTS)
    with pytest.raises(RuleBroken) as refused:
        actions.mark_checked(document, by=world.hung)
    assert codes(refused) == ["source_missing"]

    document = actions.update_document(document, by=world.minh, source="Công báo, xem ngày 05/05/2023")
    with pytest.raises(RuleBroken) as refused:
        actions.mark_checked(document, by=world.hung, on=dates.today() + timedelta(days=1))
    assert codes(refused) == ["checked_ahead"]

    checked = actions.mark_checked(document, by=world.hung)
    assert (checked.checked_on, checked.checked_by) == (dates.today(), world.hung)


def test_changed_facts_are_unchecked_again_and_unchanged_ones_are_not(world):
    document = make.document()

    assert actions.update_document(document, by=world.minh, issuer=document.issuer).is_checked
    changed = actions.update_document(document, by=world.minh, effective_on=date(2022, 2, 2))

    assert not changed.is_checked
    assert AuditLine.objects.get().details == {"effective_on": ["2022-01-01", "2022-02-02"]}


def test_editing_cannot_turn_a_document_into_another_one(world):
    make.document("Nghị định", "15", 2023)
    other = make.document("Nghị định", "16", 2023)

    with pytest.raises(RuleBroken) as refused:
        actions.update_document(other, by=world.minh, number="15")

    assert codes(refused) == ["document_exists"]


def test_provisions_by_hand_get_stable_ids_and_places(world):
    document = make.document()
    article = actions.add_provision(document, by=world.minh, kind="article", number="3", heading="Mức hỗ trợ")
    clause = actions.add_provision(document, by=world.minh, kind="clause", number="2", parent=article)
    point = actions.add_provision(
        document, by=world.minh, kind="point", number="đ", words="Miễn phí.", parent=clause
    )

    assert point.eid == "art_3__para_2__point_dd"
    assert point.place == "điểm đ khoản 2 Điều 3"
    with pytest.raises(RuleBroken) as refused:
        actions.add_provision(document, by=world.minh, kind="clause", number="2", parent=article)
    assert codes(refused) == ["provision_exists"]


def test_correcting_words_needs_a_reason_and_moves_the_fingerprint(world):
    provision = make.provision(make.document(), words="Mức hỗ trợ là 20 triệu đồng.")
    with pytest.raises(RuleBroken):
        actions.correct_provision(provision, by=world.minh, words="Mức hỗ trợ là 25 triệu đồng.", why=" ")

    corrected = actions.correct_provision(
        provision, by=world.minh, words="Mức hỗ trợ là 25 triệu đồng.", why="Gõ nhầm số"
    )

    assert corrected.fingerprint != provision.fingerprint
    assert Provision.objects.get().words == "Mức hỗ trợ là 25 triệu đồng."
