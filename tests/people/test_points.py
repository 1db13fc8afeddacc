"""Vị trí của đơn vị: điểm của chính nó, không có thì theo đơn vị kế tục, không nữa thì để trống."""

from datetime import date

import pytest

from lantoa.people.models import Succession, UnitKind, UnitShape
from lantoa.people.points import Point, points_of
from lantoa.people.queries import shapes_of
from tests.factories import people
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_a_merged_ward_lies_where_its_successors_do(world: World, django_assert_num_queries) -> None:
    old = people.unit("Rạch Cát", "phường", UnitKind.WARD, world.city)
    older = people.unit("Bàu Sen", "phường", UnitKind.WARD, world.city)
    for before, after in ((older, old), (old, world.ward), (old, world.other_ward)):
        Succession.objects.create(predecessor=before, successor=after, on=date(2025, 7, 1))
    UnitShape.objects.create(unit=world.ward, longitude=106.8, latitude=10.9, source="Ước lượng")
    UnitShape.objects.create(unit=world.other_ward, longitude=106.9, latitude=10.9, source="Ước lượng")
    asked = [old.pk, older.pk, world.ward.pk, world.third_ward.pk]
    shapes = shapes_of(asked)

    with django_assert_num_queries(2):
        points = points_of(asked, shapes)

    between = Point(pytest.approx(106.85), pytest.approx(10.9), borrowed=True)
    assert points == {world.ward.pk: Point(106.8, 10.9), old.pk: between, older.pk: between}
