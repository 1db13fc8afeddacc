"""Which steps of a plan stand open to a person: what the page offers. The action asks again."""

from dataclasses import dataclass, field

from lantoa.office.plans.choices import units_to_write_for
from lantoa.people.models import Unit, User
from lantoa.plans.models import Plan
from lantoa.plans.permissions import may_issue, may_send_back, may_sign, may_write
from lantoa.plans.queries import followable_plans, ward_plan_of, writers_of
from lantoa.plans.states import IN_FORCE, TRANSITIONS


@dataclass
class Steps:
    """True for each step that may be taken now. held: why she may not sign although she leads.

    follow_for: her wards that have no plan under this one yet.
    """

    submit: bool = False
    send_back: bool = False
    sign: bool = False
    issue: bool = False
    change: bool = False
    held: str = ""
    follow_for: list[Unit] = field(default_factory=list)


def steps_open_to(user: User, plan: Plan) -> Steps:
    """The steps of the states and of her duties."""
    writes = may_write(user, plan.unit_id)
    steps = Steps(
        submit=writes and _from(plan, "submit"),
        send_back=_from(plan, "send_back") and may_send_back(user, plan),
        issue=_from(plan, "issue") and may_issue(user, plan),
        change=writes and plan.state in IN_FORCE and plan.change_kind != Plan.Change.AMENDS,
    )
    if _from(plan, "sign") and may_sign(user, plan):
        steps.sign = user.pk not in writers_of(plan)
        if not steps.sign:
            steps.held = "Anh chị đã lập, sửa hoặc trình kế hoạch này nên không tự ký."
    if plan.state in IN_FORCE and followable_plans(user).filter(pk=plan.pk).exists():
        steps.follow_for = [u for u in units_to_write_for(user) if ward_plan_of(plan, u.pk) is None]
    return steps


def _from(plan: Plan, step: str) -> bool:
    return plan.state in TRANSITIONS[step][0]
