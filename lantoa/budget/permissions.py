"""Who may touch the money."""

from lantoa.people.models import Role, User
from lantoa.people.queries import scope
from lantoa.plans.models import PlanItem


def may_spend(user: User, item: PlanItem) -> bool:
    """An accountant over the unit of the plan; in a ward the ward officer."""
    return scope(user).has(Role.ACCOUNTANT, item.plan.unit_id) or scope(user).has_at(
        Role.WARD_OFFICER, item.plan.unit_id
    )
