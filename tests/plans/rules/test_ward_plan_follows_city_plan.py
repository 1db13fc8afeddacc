"""Kế hoạch của phường, xã theo kế hoạch đã ban hành của cấp trên, trong địa bàn của kế hoạch đó."""

import pytest

from lantoa.plans.models import Plan, PlanItem
from lantoa.plans.rules.ward_plan_follows_city_plan import (
    problems_with_followed_item,
    problems_with_following,
    problems_with_ward_plan,
)
from lantoa.plans.states import PlanState

ISSUED = Plan(pk=1, state=PlanState.ISSUED)


def codes(problems: list) -> list[str]:
    return [p.code for p in problems]


def test_an_issued_plan_is_followed_by_a_ward_of_its_territory():
    assert problems_with_following(ISSUED, 7, {7, 8}, None) == []


@pytest.mark.parametrize("state", [s for s in PlanState if s != PlanState.ISSUED])
def test_only_a_plan_in_force_is_followed(state: PlanState):
    assert codes(problems_with_following(Plan(state=state), 7, {7}, None)) == ["parent_not_issued"]


def test_an_amendment_is_not_followed_but_the_plan_it_amends():
    amendment = Plan(state=PlanState.ISSUED, changes_id=1, change_kind=Plan.Change.AMENDS)

    assert codes(problems_with_following(amendment, 7, {7}, None)) == ["parent_is_amendment"]


def test_a_ward_outside_the_territory_does_not_follow():
    assert codes(problems_with_following(ISSUED, 9, {7, 8}, None)) == ["ward_outside"]


def test_a_ward_has_one_plan_under_one_city_plan():
    assert codes(problems_with_following(ISSUED, 7, {7}, Plan(pk=3))) == ["ward_has_plan"]


def test_a_ward_plan_is_not_submitted_under_a_plan_that_was_replaced():
    plan = Plan(parent=Plan(pk=1, state=PlanState.REPLACED))

    assert codes(problems_with_ward_plan(plan)) == ["parent_replaced"]


def test_a_ward_may_plan_without_a_city_plan():
    assert problems_with_ward_plan(Plan()) == []


def test_an_item_follows_an_item_of_the_followed_plan_only():
    assert problems_with_followed_item(PlanItem(plan_id=1), {1}) == []
    assert codes(problems_with_followed_item(PlanItem(plan_id=2), {1})) == ["follows_stranger"]
