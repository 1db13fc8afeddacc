"""Who may do what to plans: answers by duty alone. What rules say about persons comes on top."""

from lantoa.common import dates
from lantoa.people.models import Role, User
from lantoa.people.queries import holders, scope
from lantoa.plans.models import Plan

WRITERS = frozenset({Role.PROGRAMME_OFFICER, Role.WARD_OFFICER})


def may_write(user: User, unit_id: int) -> bool:
    """The programme officer of this office, the ward officer of this ward: being over it is not enough."""
    return scope(user).has_at(WRITERS, unit_id)


def may_sign(user: User, plan: Plan) -> bool:
    """A leader of the unit whose plan it is."""
    return scope(user).has_at(Role.APPROVER, plan.unit_id)


def may_send_back(user: User, plan: Plan) -> bool:
    """The leader who is asked to sign, or who wrote it and takes it back."""
    return may_sign(user, plan) or may_write(user, plan.unit_id)


def may_issue(user: User, plan: Plan) -> bool:
    """The clerk of the unit; where a ward has none, its ward officer."""
    mine = scope(user)
    if mine.has_at(Role.CLERK, plan.unit_id):
        return True
    has_clerk = holders(Role.CLERK, plan.unit_id, dates.today()).exists()
    return not has_clerk and mine.has_at(Role.WARD_OFFICER, plan.unit_id)


def may_see_cascade(user: User, plan: Plan) -> bool:
    """Those who work for the unit or above it; a ward does not see how the other wards stand."""
    return plan.unit_id in scope(user).watched
