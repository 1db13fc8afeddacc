"""Who may touch the money, and who may look at it as the second person."""

from lantoa.budget.models import Spending
from lantoa.people.models import Role, User
from lantoa.people.queries import scope
from lantoa.plans.models import PlanItem

KEEPERS = frozenset({Role.WARD_OFFICER})  # at the unit itself; an accountant over it
CHECKERS = frozenset({Role.APPROVER, Role.PROGRAMME_OFFICER, Role.WARD_OFFICER})


def keeps_money_of(user: User) -> set[int]:
    """Ids of the units whose money she writes down, those that they took over from too."""
    return _units(user, KEEPERS)


def checks_money_of(user: User) -> set[int]:
    """Ids of the units whose payments she may look at as the second person."""
    return _units(user, CHECKERS)


def may_spend(user: User, item: PlanItem) -> bool:
    """An accountant over the unit of the plan; in a ward the ward officer."""
    return item.plan.unit_id in keeps_money_of(user)


def may_check(user: User, spending: Spending) -> bool:
    """By duty alone; that it was not she who wrote it, the rule says."""
    return bool({spending.unit_id, spending.item.plan.unit_id} & checks_money_of(user))


def _units(user: User, roles: frozenset[Role]) -> set[int]:
    mine = scope(user)
    here = {
        unit_id
        for duty in mine.duties
        if duty.role in roles
        for unit_id in (duty.unit_id, mine.tree.territory(duty.unit_id))
    }
    return mine.tree.with_predecessors(here | mine.inside(Role.ACCOUNTANT))
