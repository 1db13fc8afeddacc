"""Các bước của một kế hoạch: who did what when, which step waits."""

from typing import Any

from lantoa.common.dates import VIETNAM
from lantoa.plans.models import Plan
from lantoa.plans.states import OUT, PlanState

ORDER = [PlanState.DRAFT, PlanState.SUBMITTED, PlanState.SIGNED, PlanState.ISSUED]


def trail_of(plan: Plan) -> list[dict[str, Any]]:
    """The steps for the `trail` tag."""
    at = len(ORDER) if plan.state in OUT else ORDER.index(PlanState(plan.state))
    sent_back = bool(plan.sent_back_why) and plan.state == PlanState.DRAFT
    steps: list[dict[str, Any]] = [
        {"title": "Lập kế hoạch", "note": _who(plan.written_by, plan.written_at), "done": True}
    ]
    if sent_back:
        steps.append({"title": "Trả lại", "note": plan.sent_back_why, "gone": True})
    steps += [
        {
            "title": "Trình ký",
            "note": _who(plan.submitted_by, plan.submitted_at) if at > 0 else "",
            "done": at > 0,
            "now": at == 0,
        },
        {"title": "Ký", "note": _signed(plan) if at > 1 else "", "done": at > 1, "now": at == 1},
        {"title": "Ban hành", "note": _issued(plan) if at > 3 else "", "done": at > 3, "now": at in (2, 3)},
    ]
    if plan.state in (PlanState.REPLACED, PlanState.CLOSED):
        steps.append({"title": plan.get_state_display(), "done": True})
    return steps


def _who(person: Any, when: Any) -> str:
    told = [str(person)] if person else []
    if when:
        told.append(f"{when.astimezone(VIETNAM):%d/%m/%Y}")
    return " · ".join(told)


def _signed(plan: Plan) -> str:
    return _who(plan.signed_by, plan.signed_at) if plan.signed_by else "ký trên giấy"


def _issued(plan: Plan) -> str:
    day = f"{plan.issued_on:%d/%m/%Y}" if plan.issued_on else ""
    return " · ".join(part for part in (str(plan.issued_by or ""), plan.full_number, day) if part)
