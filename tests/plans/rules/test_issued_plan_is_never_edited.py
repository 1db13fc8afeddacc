"""Kế hoạch đã trình ký hoặc đã ban hành thì không sửa."""

import pytest

from lantoa.plans.models import Plan
from lantoa.plans.rules.issued_plan_is_never_edited import problems_with_editing, problems_with_step
from lantoa.plans.states import TRANSITIONS, PlanState


def test_a_draft_is_edited():
    assert problems_with_editing(Plan(state=PlanState.DRAFT)) == []


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (PlanState.SUBMITTED, "plan_is_waiting"),
        (PlanState.SIGNED, "plan_is_waiting"),
        (PlanState.ISSUED, "plan_is_issued"),
        (PlanState.REPLACED, "plan_is_issued"),
        (PlanState.CLOSED, "plan_is_issued"),
    ],
)
def test_nothing_but_a_draft_is_edited(state: str, code: str):
    assert [p.code for p in problems_with_editing(Plan(state=state))] == [code]


@pytest.mark.parametrize("step", sorted(TRANSITIONS))
@pytest.mark.parametrize("state", list(PlanState))
def test_a_step_is_taken_only_from_where_the_table_says(step: str, state: PlanState):
    allowed, _ = TRANSITIONS[step]

    refused = bool(problems_with_step(Plan(state=state), step))

    assert refused == (state not in allowed)
