"""Effects: recorded on the right target, withdrawn with a reason, never deleted."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.library import actions
from lantoa.library.models import Effect
from lantoa.library.queries import Pin, changes_ahead, state_of
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db]

DAY = date(2026, 1, 1)


def codes(refusal: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return [problem.code for problem in refusal.value.problems]


def test_a_recorded_change_holds_at_once_for_every_citation(world):
    provision = make.provision(make.document())
    pin = Pin("p", provision.pk, provision.fingerprint)
    assert state_of([pin], DAY)["p"].kind == "good"

    effect = actions.record_effect(
        provision.document, by=world.minh, kind="replace", on=DAY, provision=provision, source=make.document()
    )

    assert state_of([pin], DAY)["p"].causes == (effect,)
    assert AuditLine.objects.get().action == "record_effect"


def test_several_provisions_change_together_or_not_at_all(world):
    document = make.document()
    first, second = make.provision(document, "Điều 1"), make.provision(document, "Điều 2")
    stranger = make.provision(make.document(), "Điều 1")

    with pytest.raises(RuleBroken) as refused:
        actions.record_effects(document, [first, stranger], by=world.minh, kind="repeal", on=DAY)
    assert codes(refused) == ["provision_of_another"]
    assert not Effect.objects.exists()

    made = actions.record_effects(document, [first, second], by=world.minh, kind="repeal", on=DAY)
    assert {e.provision for e in made} == {first, second}


def test_the_same_change_is_recorded_once(world):
    document = make.document()
    actions.record_effect(document, by=world.minh, kind="repeal", on=DAY)

    with pytest.raises(RuleBroken) as refused:
        actions.record_effect(document, by=world.minh, kind="repeal", on=DAY)

    assert codes(refused) == ["effect_known"]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (lambda d: {"source": d, "kind": "amend"}, "changes_itself"),
        (lambda d: {"new_words": "Lời mới", "kind": "amend"}, "new_words_without_place"),
        (
            lambda d: {"source": make.document(issued_on=date(2026, 2, 1)), "kind": "repeal"},
            "before_its_source",
        ),
    ],
)
def test_a_change_that_cannot_be_is_refused(world, facts, code):
    document = make.document()

    with pytest.raises(RuleBroken) as refused:
        actions.record_effect(document, by=world.minh, on=DAY, **facts(document))

    assert codes(refused) == [code]


def test_new_words_belong_to_one_provision(world):
    document = make.document()
    both = [make.provision(document, "Điều 1"), make.provision(document, "Điều 2")]

    with pytest.raises(RuleBroken) as refused:
        actions.record_effects(document, both, by=world.minh, kind="amend", on=DAY, new_words="Lời mới.")

    assert codes(refused) == ["new_words_of_many"]


def test_withdrawing_needs_a_reason_and_happens_once(world):
    effect = make.effect(make.provision(make.document()), DAY)
    with pytest.raises(RuleBroken) as refused:
        actions.withdraw_effect(effect, by=world.minh, why="")
    assert codes(refused) == ["why_missing"]

    actions.withdraw_effect(effect, by=world.minh, why="Nhầm điều khoản")

    with pytest.raises(RuleBroken) as refused:
        actions.withdraw_effect(effect, by=world.minh, why="Nhầm điều khoản")
    assert codes(refused) == ["already_withdrawn"]


@pytest.mark.parametrize("who", ["binh", "hung", "lan", "tam"])
def test_only_programme_officers_record_changes(world, who):
    effect = make.effect(make.document(), DAY)
    with pytest.raises(PermissionDenied):
        actions.record_effect(effect.document, by=getattr(world, who), kind="repeal", on=DAY)
    with pytest.raises(PermissionDenied):
        actions.withdraw_effect(effect, by=getattr(world, who), why="thử")


def test_the_database_itself_refuses_to_delete_an_effect():
    effect = make.effect(make.document(), DAY)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Effect.objects.filter(pk=effect.pk).delete()

    assert Effect.objects.filter(pk=effect.pk).exists()


def test_changes_ahead_are_those_of_the_next_ninety_days():
    document = make.document()
    days = [DAY, date(2026, 1, 2), date(2026, 4, 1), date(2026, 4, 2), None]
    effects = [make.effect(document, day, note=str(day)) for day in days]
    gone = make.effect(document, date(2026, 2, 1))
    gone.withdrawn_at = gone.recorded_at
    gone.save()

    assert changes_ahead(DAY) == effects[1:3]
