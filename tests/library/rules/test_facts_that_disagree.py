"""Facts about a status that do not agree: each with its candidates, settled by a person with a reason."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.library import actions
from lantoa.library.models import Document, Effect, Relation, StatusRuling
from lantoa.library.queries import (
    Pin,
    disputed_documents,
    effects_on,
    may_disagree,
    provision_statuses,
    said_of,
    state_of,
    statuses,
)
from lantoa.library.rules.facts_that_disagree import Conflict
from lantoa.library.states import Status
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db]

DAY = date(2025, 7, 1)
ONE = timedelta(days=1)


def conflicts(document: Document) -> list[Conflict]:
    return [c for one in disputed_documents([document]) for c in one.conflicts]


def told(document: Document) -> list[Status]:
    return [statuses([document], day)[document.pk] for day in (DAY - ONE, DAY, DAY + ONE)]


def settle(document: Document, by: object, at: int = 0, reason: str = "Đã đối chiếu Công báo") -> None:
    actions.settle_conflict(document, by=by, answer=conflicts(document)[0].candidates[at].key, reason=reason)


def test_two_days_of_the_end_wait_for_a_person_whose_answer_keeps_its_reason(world):
    document = make.document(ended_on=DAY - ONE)
    make.effect(document, DAY)
    (conflict,) = conflicts(document)
    assert conflict.code == "two_ends" and "30/06/2025" in conflict.says and "01/07/2025" in conflict.says
    assert told(document)[0] == Status.ENDED

    settle(document, world.hung, at=1)

    assert not conflicts(document)
    assert told(document) == [Status.IN_FORCE, Status.ENDED, Status.ENDED]
    assert StatusRuling.objects.get().reason == "Đã đối chiếu Công báo"
    assert AuditLine.objects.filter(action="rule_on_status").exists()


def test_what_is_recorded_after_a_ruling_opens_the_question_again(world):
    document = make.document(ended_on=DAY)
    make.effect(document, DAY + ONE)
    settle(document, world.minh)

    make.effect(document, DAY - ONE)

    assert [c.code for c in conflicts(document)] == ["two_ends"]


def test_an_undated_change_gets_its_day_and_every_citation_learns_of_it(world):
    article = make.provision(make.document())
    source = make.document(issued_on=DAY - ONE, effective_on=DAY)
    make.effect(article, None, "amend", source=source)
    assert told(article.document) == [Status.UNKNOWN] * 3

    settle(article.document, world.minh, at=1, reason="Điều 4 của văn bản mới")

    assert told(article.document) == [Status.IN_FORCE, Status.PARTLY_ENDED, Status.PARTLY_ENDED]
    state = state_of([Pin(1, article.pk, article.fingerprint)], DAY)[1]
    assert state.kind == "suspect" and state.causes[0].note == "Điều 4 của văn bản mới"
    assert Effect.objects.get(on=None).withdrawn_why.startswith("Đã xác định ngày 01/07/2025")


def test_a_change_whose_source_ended_before_it_began_is_in_doubt(world):
    """Văn bản sửa đổi bị bãi bỏ trước ngày sửa đổi có hiệu lực."""
    document, amender = make.document(), make.document(issued_on=date(2025, 1, 1))
    make.effect(document, DAY, "repeal", source=amender)
    make.effect(amender, DAY - ONE, "repeal")
    assert told(document) == [Status.IN_FORCE, Status.UNKNOWN, Status.UNKNOWN]
    assert [c.code for c in conflicts(document)] == ["source_ended_before"]

    settle(document, world.minh, at=1)

    assert told(document) == [Status.IN_FORCE] * 3
    assert Effect.objects.filter(source=amender).get().withdrawn_at


def test_a_change_whose_very_clause_was_repealed_is_in_doubt(world):
    """Sửa đổi của một sửa đổi: điều khoản nêu thay đổi bị bãi bỏ trước, văn bản sửa đổi vẫn còn."""
    document, amender = make.document(), make.document(issued_on=date(2025, 1, 1))
    clause = make.provision(amender, "Điều 2")
    relation = actions.record_relation(
        amender, document, by=world.minh, kind="amend", source_provision=clause, words="Sửa đổi Điều 5"
    )
    actions.record_effect(document, by=world.minh, kind="amend", on=DAY, relation=relation)
    assert told(document)[1] == Status.PARTLY_ENDED

    make.effect(clause, DAY - ONE, "repeal")

    assert told(document) == [Status.IN_FORCE, Status.UNKNOWN, Status.UNKNOWN]


def test_documents_that_end_each_other_or_themselves_are_in_doubt_and_nothing_hangs():
    a, b = make.document(), make.document()
    make.effect(a, DAY, "repeal", source=b)
    make.effect(b, DAY, "repeal", source=a)
    itself = make.document()
    make.effect(itself, DAY, "repeal", source=itself)

    assert told(a) == told(b) == [Status.IN_FORCE, Status.UNKNOWN, Status.UNKNOWN]
    assert told(itself) == [Status.IN_FORCE, Status.ENDED, Status.ENDED]


def test_an_end_before_the_beginning_is_listed():
    document = make.document(effective_on=DAY + ONE)
    make.effect(document, DAY, "repeal")

    assert [c.code for c in conflicts(document)] == ["ends_before_it_starts"]
    assert told(document) == [Status.NOT_YET, Status.ENDED, Status.ENDED]


def test_a_site_that_says_otherwise_makes_it_unknown_until_a_person_rules(world):
    document = make.document()
    actions.declare_status(document, by=world.minh, status="ended", source="Trang thử", seen_on=DAY)
    assert told(document) == [Status.IN_FORCE, Status.UNKNOWN, Status.UNKNOWN]
    (conflict,) = conflicts(document)
    assert [c.status for c in conflict.candidates] == [Status.IN_FORCE]

    settle(document, world.hung)

    assert told(document) == [Status.IN_FORCE] * 3


def test_a_site_that_agrees_disputes_nothing_and_one_that_knows_more_fills_what_is_missing(world):
    same, unknown = make.document(), make.document(unknown=True)
    for document in (same, unknown):
        actions.declare_status(document, by=world.minh, status="in_force", source="Trang thử", seen_on=DAY)

    assert not disputed_documents([same, unknown])
    assert told(same) == [Status.IN_FORCE] * 3
    assert told(unknown) == [Status.UNKNOWN, Status.IN_FORCE, Status.IN_FORCE]


def test_an_answer_needs_a_reason_a_candidate_and_the_duty(world):
    document = make.document(ended_on=DAY)
    make.effect(document, DAY + ONE)

    with pytest.raises(RuleBroken, match="lý do"):
        settle(document, world.minh, reason=" ")
    with pytest.raises(RuleBroken, match="không có khả năng này"):
        actions.settle_conflict(document, by=world.minh, answer="rule::in_force:2025-07-01", reason="x")
    with pytest.raises(PermissionDenied):
        settle(document, world.tam)
    assert not StatusRuling.objects.exists()


def test_rulings_and_declarations_are_never_changed_and_relations_never_deleted(world):
    document = make.document(ended_on=DAY)
    make.effect(document, DAY + ONE)
    settle(document, world.minh)
    actions.record_relation(document, make.document(), by=world.minh, kind="basis")

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        StatusRuling.objects.update(reason="khác")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Relation.objects.all().delete()


def test_a_provision_has_its_own_status_and_that_of_what_it_lies_in():
    document = make.document()
    clause = make.provision(document, "khoản 1 Điều 5")
    point = make.provision(document, "điểm a", parent=clause)
    other = make.provision(document, "Điều 6")
    make.effect(clause, DAY, "repeal")
    effects = effects_on([document.pk])[document.pk]
    said = said_of([document], {document.pk: effects})[document.pk]

    def on(day: date) -> dict[int, Status]:
        return provision_statuses(document, effects, said, day)

    assert set(on(DAY - ONE).values()) == {Status.IN_FORCE}
    assert on(DAY) == {
        clause.parent_id: Status.PARTLY_ENDED,
        clause.pk: Status.ENDED,
        point.pk: Status.ENDED,
        other.pk: Status.IN_FORCE,
    }


def test_only_documents_with_something_recorded_can_be_in_dispute():
    quiet, loud = make.document(), make.document()
    make.effect(loud, DAY)

    assert list(Document.objects.filter(may_disagree())) == [loud]
    assert quiet not in Document.objects.filter(may_disagree())
