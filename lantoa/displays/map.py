"""Sơ đồ nơi treo: the measured places of displays as points of a drawing, north up, distances true."""

from collections.abc import Sequence
from dataclasses import dataclass

from lantoa.common.frame import Frame
from lantoa.displays.queries import Hanging


@dataclass(frozen=True)
class Point:
    """A display at x, y of the drawing (pixels from the top left)."""

    row: Hanging
    number: int
    x: float
    y: float


@dataclass(frozen=True)
class Plan:
    """The drawing: its frame, with size and scale bar, and its points."""

    frame: Frame
    points: list[Point]


def plan_of(rows: Sequence[Hanging]) -> Plan | None:
    """The rows that have coordinates, drawn; None when there is none."""
    measured = [row for row in rows if row.display.latitude is not None]
    if not measured:
        return None
    lat = [float(row.display.latitude) for row in measured]
    lon = [float(row.display.longitude) for row in measured]
    frame = Frame(lon, lat)
    points = [Point(row, n, *frame.at(lon[n - 1], lat[n - 1])) for n, row in enumerate(measured, 1)]
    return Plan(frame, points)
