"""Who may run a station."""

from lantoa.broadcast.models import Airing, Station
from lantoa.people.models import Role, Unit, UnitKind, User
from lantoa.people.queries import scope

OPERATORS = {Role.STATION_OPERATOR, Role.WARD_OFFICER}
OPENERS = {Role.ADMINISTRATOR, Role.PROGRAMME_OFFICER, Role.WARD_OFFICER}
WIDE = {UnitKind.CITY, UnitKind.PROVINCE}


def may_open_station(user: User, unit: Unit) -> bool:
    """Whoever runs the programme over the unit, or administers it."""
    return scope(user).has(OPENERS, unit.pk)


def may_change_station(user: User, station: Station) -> bool:
    return scope(user).has(OPENERS, station.unit_id)


def may_schedule(user: User, station: Station) -> bool:
    """A ward's station: the ward itself, never from above. A city's: its operator or programme officer."""
    mine = scope(user)
    place = mine.tree.territory(station.unit_id)
    if mine.has_at(OPERATORS, station.unit_id) or mine.has_at(OPERATORS, place):
        return True
    wide = mine.tree.kinds.get(station.serves_id) in WIDE
    return wide and mine.has(Role.PROGRAMME_OFFICER, station.unit_id)


def may_log(user: User, airing: Airing) -> bool:
    """Whoever runs the station also writes down what it aired."""
    return may_schedule(user, airing.station)
