"""Who may report."""

from lantoa.people.models import Role, User
from lantoa.people.queries import scope
from lantoa.plans.models import Plan


def may_report(user: User, plan: Plan) -> bool:
    """The officers of the plan's unit."""
    return scope(user).has({Role.PROGRAMME_OFFICER, Role.WARD_OFFICER}, plan.unit_id)
