"""Questions about people with yes or no answers."""

from datetime import date

from lantoa.common import dates
from lantoa.people.models import Role, Unit, User
from lantoa.people.scope import COUNTERS, scope


def may_give_duties(user: User, unit: Unit, day: date | None = None) -> bool:
    """Only an administrator over the unit."""
    return scope(user, day or dates.today()).has(Role.ADMINISTRATOR, unit.pk)


def may_set_wording(user: User, unit: Unit) -> bool:
    """How its papers write amounts: an administrator over the unit, or its own accountant."""
    return may_give_duties(user, unit) or scope(user).has_at(Role.ACCOUNTANT, unit.pk)


def may_list_names(user: User, unit: Unit) -> bool:
    """What an office says of itself in public: an administrator or a leader over it."""
    return may_give_duties(user, unit) or scope(user).has(Role.APPROVER, unit.pk)


def may_see_unit(user: User, unit_id: int, day: date | None = None) -> bool:
    """Her own units and what lies below them."""
    return unit_id in scope(user, day or dates.today()).watched


def may_import_outlines(user: User) -> bool:
    """Only who administers units; whose, each outline is asked."""
    return bool(scope(user).inside(Role.ADMINISTRATOR))


def may_count(user: User, unit_id: int) -> bool:
    """Write down how many of a group live there: who does the work at the unit or over it."""
    return scope(user).has(COUNTERS, unit_id)
