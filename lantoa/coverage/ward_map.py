"""Wards on a drawing: equal tiles near where they lie, or their real outlines where these were imported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lantoa.common.frame import Frame
from lantoa.coverage.tiles import tiles
from lantoa.people.models import UnitShape
from lantoa.people.points import Point

SIDE, GAP = 112, 10  # a tile and the space around it, in pixels
WIDTH, MARGIN = 720, 16
UNITS_A_DEGREE = 100_000


@dataclass(frozen=True)
class Area:
    """One ward. x, y: the middle of its label. path: its outline, "" for a tile. side: of the tile."""

    unit_id: int
    x: float
    y: float
    path: str = ""
    side: int = SIDE

    @property
    def left(self) -> float:
        return self.x - self.side / 2

    @property
    def top(self) -> float:
        return self.y - self.side / 2


@dataclass(frozen=True)
class WardMap:
    """The drawing. frame: of real outlines, with their scale bar; None for tiles. beside: without a place."""

    width: int
    height: int
    areas: tuple[Area, ...]
    beside: tuple[int, ...]
    frame: Frame | None = None


def outlined(shapes: Mapping[int, UnitShape]) -> int:
    """Of how many is a real outline known?"""
    return sum(bool(shape.outline) for shape in shapes.values())


def tile_map(unit_ids: Sequence[int], points: Mapping[int, Point]) -> WardMap:
    """The wards as equal tiles in the order of `unit_ids`."""
    placed = tiles({one: (points[one].lon, points[one].lat) for one in unit_ids if one in points})
    step = SIDE + GAP
    areas = tuple(
        Area(one, placed[one][0] * step + step / 2, placed[one][1] * step + step / 2)
        for one in unit_ids
        if one in placed
    )
    width = max((column for column, _ in placed.values()), default=-1) + 1
    height = max((row for _, row in placed.values()), default=-1) + 1
    beside = tuple(one for one in unit_ids if one not in placed)
    return WardMap(width * step, height * step, areas, beside)


def outline_map(unit_ids: Sequence[int], shapes: Mapping[int, UnitShape]) -> WardMap:
    """The wards by their real outlines; those without one are named beside. At least one has an outline."""
    drawn = [one for one in unit_ids if one in shapes and shapes[one].outline]
    corners = [
        (east / UNITS_A_DEGREE, north / UNITS_A_DEGREE)
        for one in drawn
        for polygon in shapes[one].outline
        for east, north in polygon[0]
    ]
    frame = Frame([lon for lon, _ in corners], [lat for _, lat in corners], width=WIDTH, margin=MARGIN)
    areas = tuple(
        Area(
            one,
            *frame.at(float(shapes[one].longitude), float(shapes[one].latitude)),
            path=_path(shapes[one], frame),
        )
        for one in drawn
    )
    beside = tuple(one for one in unit_ids if one not in drawn)
    return WardMap(frame.width, frame.height, areas, beside, frame)


def _path(shape: UnitShape, frame: Frame) -> str:
    """Only numbers and the letters M, L, Z: nothing that came in a file reaches the page."""
    rings = []
    for polygon in shape.outline:
        for ring in polygon:
            points = [
                frame.at(int(east) / UNITS_A_DEGREE, int(north) / UNITS_A_DEGREE) for east, north in ring
            ]
            rings.append("M" + "L".join(f"{x} {y}" for x, y in points) + "Z")
    return "".join(rings)
