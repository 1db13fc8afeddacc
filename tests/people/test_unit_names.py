"""Tên đơn vị trong một ngày; hai đơn vị trùng tên thì đơn vị đã hết nói rõ đến ngày nào."""

from datetime import date

import pytest

from lantoa.people.queries import unit_names
from tests.factories.people import World, unit

pytestmark = [pytest.mark.django_db, pytest.mark.db]

LAST = date(2025, 6, 30)


def test_of_two_units_of_one_name_the_one_that_ended_says_until_when(world: World) -> None:
    old = unit("Bến Lở", "phường", "ward", world.city, valid_to=LAST)
    new = unit("Bến Lở", "phường", "ward", world.city, valid_from=date(2025, 7, 1))
    lone = unit("Bãi Cát", "phường", "ward", world.city, valid_to=LAST)

    after = unit_names(date(2026, 1, 1), [old.pk, new.pk, lone.pk])

    assert after == {
        old.pk: "phường Bến Lở (đến 30/06/2025)", new.pk: "phường Bến Lở", lone.pk: "phường Bãi Cát"
    }  # fmt: skip
    assert unit_names(LAST, [old.pk])[old.pk] == "phường Bến Lở"
