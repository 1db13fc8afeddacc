"""Bundles: handed over by the programme officer, received by the people of the other unit only."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common import dates
from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.library import actions
from lantoa.library.models import Bundle
from lantoa.library.queries import bundles_waiting_for, visible_bundles
from lantoa.people.models import Role
from tests.factories import library as make
from tests.factories.people import duty, person

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def handed(world, **more) -> Bundle:
    facts = {
        "by": world.minh,
        "from_unit": world.office,
        "to_unit": world.culture,
        "title": "Tài liệu bảo hiểm y tế",
        "documents": [make.document()],
        "policies": [make.policy()],
        **more,
    }
    return actions.hand_over_bundle(**facts)


def codes(refusal: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return [problem.code for problem in refusal.value.problems]


def test_bundle_waits_for_the_receiving_unit_and_is_received_once(world):
    bundle = handed(world)
    assert bundles_waiting_for(world.binh) == [bundle]

    received = actions.acknowledge_bundle(bundle, by=world.binh)

    assert received.acknowledged_by == world.binh
    assert bundles_waiting_for(world.binh) == []
    assert list(AuditLine.objects.values_list("action", flat=True)) == [
        "hand_over_bundle",
        "acknowledge_bundle",
    ]
    with pytest.raises(RuleBroken) as refused:
        actions.acknowledge_bundle(bundle, by=world.binh)
    assert codes(refused) == ["already_acknowledged"]


@pytest.mark.parametrize("who", ["minh", "lan", "tam", "van", "quan"])
def test_nobody_outside_the_receiving_unit_acknowledges(world, who):
    bundle = handed(world)

    with pytest.raises(PermissionDenied):
        actions.acknowledge_bundle(bundle, by=getattr(world, who))


def test_an_observer_at_the_receiving_unit_acknowledges_nothing(world):
    onlooker = person("Trịnh Văn Khách", "khach")
    duty(onlooker, Role.OBSERVER, world.culture)

    with pytest.raises(PermissionDenied):
        actions.acknowledge_bundle(handed(world), by=onlooker)


def test_the_giver_does_not_sign_her_own_receipt(world):
    duty(world.minh, Role.EDITOR, world.culture)

    with pytest.raises(RuleBroken) as refused:
        actions.acknowledge_bundle(handed(world), by=world.minh)

    assert codes(refused) == ["own_receipt"]


def test_bundle_to_a_ward_is_not_seen_by_another_ward(world):
    bundle = handed(world, to_unit=world.ward)

    assert list(visible_bundles(world.tam)) == [bundle]
    assert list(visible_bundles(world.van)) == []


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (lambda w: {"documents": [], "policies": []}, "bundle_empty"),
        (lambda w: {"to_unit": w.office}, "bundle_to_itself"),
        (lambda w: {"due_on": dates.today() - timedelta(days=1)}, "bundle_due_past"),
        (lambda w: {"policies": [make.policy(published=False)]}, "bundle_unpublished"),
    ],
)
def test_bundle_that_makes_no_sense_is_refused(world, facts, code):
    with pytest.raises(RuleBroken) as refused:
        handed(world, **facts(world))

    assert codes(refused) == [code]
    assert not Bundle.objects.exists()


@pytest.mark.parametrize("who", ["binh", "hung", "tam"])
def test_only_the_programme_officer_of_the_giving_unit_hands_over(world, who):
    with pytest.raises(PermissionDenied):
        handed(world, by=getattr(world, who))
