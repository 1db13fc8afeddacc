"""Kế hoạch trình ký phải có trích yếu và nội dung, và thay đổi một kế hoạch còn áp dụng."""

import pytest

from lantoa.plans import actions
from lantoa.plans.models import Plan
from lantoa.plans.rules.can_be_submitted import problems_with_changing, problems_with_submitting
from lantoa.plans.states import PlanState
from tests.factories.people import World


@pytest.mark.django_db
@pytest.mark.db
def test_an_empty_plan_is_not_submitted_and_one_section_is_enough(world: World):
    plan = actions.start_plan(world.office, "Kế hoạch thử", 2026, by=world.minh)
    assert [p.code for p in problems_with_submitting(plan)] == ["plan_is_empty"]

    actions.add_part(plan, "muc", by=world.minh, title="MỤC ĐÍCH")

    assert problems_with_submitting(plan) == []


@pytest.mark.parametrize("state", [s for s in PlanState if s != PlanState.ISSUED])
def test_only_a_plan_in_force_is_amended_or_replaced(state: PlanState):
    assert [p.code for p in problems_with_changing(Plan(state=state))] == ["changed_not_in_force"]
