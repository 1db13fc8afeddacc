"""Who may hang and take down."""

from lantoa.displays.models import Display
from lantoa.people.models import Role, Unit, User
from lantoa.people.queries import scope

HANGERS = {Role.PROGRAMME_OFFICER, Role.WARD_OFFICER}


def may_hang(user: User, unit: Unit) -> bool:
    """The programme officer over the unit, the ward officer in her ward."""
    return scope(user).has(HANGERS, unit.pk)


def may_change_display(user: User, display: Display) -> bool:
    return scope(user).has(HANGERS, display.unit_id)
