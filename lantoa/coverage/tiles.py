"""Places as equal tiles near where they lie: no two overlap, the same places give the same tiles."""

from collections.abc import Mapping
from itertools import count
from math import cos, radians, sqrt

ROOM = 1.5  # tiles for each place: with some left free, places stay nearer to where they lie
Tile = tuple[int, int]


def tiles(points: Mapping[int, tuple[float, float]]) -> dict[int, Tile]:
    """Key -> (column, row) from the top left, north up. points: key -> (longitude, latitude) in degrees.

    Each takes the free tile nearest to its place, those in the middle first.
    """
    if not points:
        return {}
    wanted = _on_a_grid(points)
    middle = (
        sum(x for x, _ in wanted.values()) / len(wanted),
        sum(y for _, y in wanted.values()) / len(wanted),
    )
    taken: dict[Tile, int] = {}
    for key in sorted(wanted, key=lambda one: (_far(wanted[one], middle), one)):
        taken[_nearest_free(wanted[key], taken)] = key
    left, top = min(column for column, _ in taken), min(row for _, row in taken)
    return {key: (column - left, row - top) for (column, row), key in taken.items()}


def _on_a_grid(points: Mapping[int, tuple[float, float]]) -> dict[int, tuple[float, float]]:
    """Where each would lie on a grid with about ROOM tiles a place, in the proportions of the land."""
    lon, lat = [p[0] for p in points.values()], [p[1] for p in points.values()]
    wide = (max(lon) - min(lon)) * cos(radians(sum(lat) / len(lat)))
    tall = max(lat) - min(lat)
    step = sqrt(max(wide * tall, (wide * wide + tall * tall) / 16) / (ROOM * len(points))) or 1.0
    narrow = cos(radians(sum(lat) / len(lat)))
    return {key: ((x - min(lon)) * narrow / step, (max(lat) - y) / step) for key, (x, y) in points.items()}


def _far(a: tuple[float, float], b: tuple[float, float]) -> float:
    return round((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2, 9)  # rounded: the same order on every machine


def _nearest_free(wanted: tuple[float, float], taken: Mapping[Tile, int]) -> Tile:
    column, row = round(wanted[0]), round(wanted[1])
    best: tuple[float, int, int] | None = None
    for ring in count():
        if best is not None and ring > sqrt(best[0]) + 1:
            return best[1], best[2]
        for tile in _ring(column, row, ring):
            if tile not in taken:
                found = (_far(wanted, tile), *tile)
                best = found if best is None else min(best, found)
    raise AssertionError("a grid has no end")


def _ring(column: int, row: int, ring: int) -> list[Tile]:
    side = range(-ring, ring + 1)
    return [(column + x, row + y) for x in side for y in side if max(abs(x), abs(y)) == ring]
