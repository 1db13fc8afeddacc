"""Who may hold gatherings."""

from lantoa.gatherings.models import Gathering
from lantoa.people.models import Role, Unit, User
from lantoa.people.queries import scope

HOLDERS = {Role.PROGRAMME_OFFICER, Role.WARD_OFFICER}


def may_plan_gathering(user: User, unit: Unit) -> bool:
    """The programme officer over the unit, the ward officer in her ward."""
    return scope(user).has(HOLDERS, unit.pk)


def may_change_gathering(user: User, gathering: Gathering) -> bool:
    return scope(user).has(HOLDERS, gathering.unit_id)
