"""Stations and airings for tests."""

from datetime import date, datetime

from lantoa.broadcast.actions import open_station, schedule_airing
from lantoa.broadcast.models import Airing, Station
from lantoa.content.models import EditionVersion
from tests.factories.deliveries import channel, noon
from tests.factories.people import World


def ward_station(world: World, other: bool = False, **more: object) -> Station:
    """The station of Tâm's ward (other: of Vân's), 05:00-06:30 and 17:00-18:30, 45 minutes a session."""
    channel()
    unit, by = (world.other_ward, world.van) if other else (world.ward, world.tam)
    name = "Đài truyền thanh phường " + ("Cù Lao" if other else "Bến Gỗ")
    return open_station(**({"unit": unit, "serves": unit, "name": name, "by": by} | more))


def city_station(world: World, **more: object) -> Station:
    """The city's station, run by the programme officer; no ward approves what it airs."""
    channel()
    values: dict[str, object] = {
        "unit": world.city,
        "serves": world.city,
        "name": "Đài truyền thanh thành phố Sông Phố",
        "by": world.minh,
        "needs_ward_approval": False,
    }
    return open_station(**(values | more))


def evening(day: date, hour: int = 17, minute: int = 0) -> datetime:
    return noon(day, hour, minute)


def airing(
    world: World,
    station: Station,
    script: EditionVersion,
    day: date,
    hour: int = 17,
    minute: int = 0,
    **more: object,
) -> Airing:
    """Scheduled by whoever runs the station, ten minutes long."""
    by = {world.ward.pk: world.tam, world.other_ward.pk: world.van}.get(station.unit_id, world.minh)
    values: dict[str, object] = {"starts_at": noon(day, hour, minute), "minutes": 10, "by": by}
    return schedule_airing(station, script, **(values | more))
