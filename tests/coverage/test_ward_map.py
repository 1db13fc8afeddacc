"""Bản đồ phường: ô bằng nhau không chồng nhau, ranh giới thật chỉ gồm số."""

import re

from lantoa.coverage.ward_map import outline_map, outlined, tile_map
from lantoa.people.models import UnitShape
from lantoa.people.points import Point

SQUARE = [
    [[10_680_000, 1_090_000], [10_690_000, 1_090_000], [10_690_000, 1_100_000], [10_680_000, 1_100_000]]
]


def shape(lon: float, lat: float, outline=()) -> UnitShape:
    return UnitShape(longitude=lon, latitude=lat, outline=list(outline))


def test_wards_without_a_place_stand_beside_the_map() -> None:
    drawing = tile_map([1, 2, 3], {1: Point(106.8, 10.9), 3: Point(106.9, 10.9)})

    assert [area.unit_id for area in drawing.areas] == [1, 3]
    assert drawing.beside == (2,)


def test_tiles_lie_inside_the_drawing_and_apart() -> None:
    points = {n: Point(106.5 + n / 10, 10.5 + (n * 7 % 5) / 10) for n in range(12)}
    drawing = tile_map(list(points), points)

    for one in drawing.areas:
        assert one.left >= 0 and one.left + one.side <= drawing.width
        assert one.top >= 0 and one.top + one.side <= drawing.height
        for other in drawing.areas:
            apart = max(abs(one.x - other.x), abs(one.y - other.y))
            assert one is other or apart >= one.side


def test_an_outline_becomes_numbers_only() -> None:
    shapes = {1: shape(106.85, 10.95, [SQUARE]), 2: shape(106.9, 10.9)}
    drawing = outline_map([1, 2], shapes)

    assert outlined(shapes) == 1
    assert re.fullmatch(r"[MLZ0-9 .-]+", drawing.areas[0].path)
    assert drawing.beside == (2,)
    assert (drawing.areas[0].x, drawing.areas[0].y) == (drawing.width / 2, drawing.height / 2)
