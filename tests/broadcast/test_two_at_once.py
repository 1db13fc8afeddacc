"""Hai người xếp cùng một giờ cùng một lúc: chỉ một người được."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from lantoa.broadcast.models import Airing
from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from tests.factories import broadcast as make
from tests.factories.deliveries import version
from tests.factories.people import World

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.db,
    pytest.mark.skipif(
        "connection.vendor != 'postgresql'",
        reason="SQLite of the tests lies in memory; in a file it gives the writer's lock at BEGIN IMMEDIATE",
    ),
]
__all__ = ["connection"]  # named in the condition above


def test_of_two_who_save_at_the_same_moment_one_is_refused(world: World) -> None:
    dates.move_today(date(2025, 3, 10))
    station = make.ward_station(world)
    script = version(world, wards=(world.ward,))
    start = Barrier(2)

    def save(_: int) -> str:
        try:
            start.wait()
            make.airing(world, station, script, date(2025, 3, 11))
            return "saved"
        except RuleBroken as broken:
            return broken.problems[0].code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        outcomes = sorted(pool.map(save, range(2)))

    assert outcomes == ["airings_clash", "saved"]
    assert Airing.objects.count() == 1
