"""Sơ đồ nơi treo: the measured places of displays as points of a drawing, north up, distances true."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from lantoa.displays.queries import Hanging

WIDTH, MARGIN = 420, 30  # drawn for a phone; a wide screen enlarges it
METRES_A_DEGREE = 111_320
STEPS = (50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000)


@dataclass(frozen=True)
class Point:
    """A display at x, y of the drawing (pixels from the top left)."""

    row: Hanging
    number: int
    x: float
    y: float


@dataclass(frozen=True)
class Plan:
    """The drawing: its points, its size, and a scale bar of `bar_px` pixels for `bar_m` metres."""

    points: list[Point]
    width: int
    height: int
    bar_px: float
    bar_m: int

    @property
    def bar_says(self) -> str:
        return f"{self.bar_m // 1000} km" if self.bar_m >= 1000 else f"{self.bar_m} m"


def plan_of(rows: Sequence[Hanging]) -> Plan | None:
    """The rows that have coordinates, drawn; None when there is none."""
    measured = [row for row in rows if row.display.latitude is not None]
    if not measured:
        return None
    lat = [float(row.display.latitude) for row in measured]
    lon = [float(row.display.longitude) for row in measured]
    east = METRES_A_DEGREE * cos(radians(sum(lat) / len(lat)))
    wide, tall = (max(lon) - min(lon)) * east, (max(lat) - min(lat)) * METRES_A_DEGREE
    span = max(wide, tall, 200.0)  # places next door to each other are not torn apart
    scale = (WIDTH - 2 * MARGIN) / span
    height = round(max(tall * scale, 100) + 2 * MARGIN)
    left, top = (WIDTH - wide * scale) / 2, (height - tall * scale) / 2
    points = [
        Point(
            row,
            n,
            round(left + (lon[n - 1] - min(lon)) * east * scale, 1),
            round(top + (max(lat) - lat[n - 1]) * METRES_A_DEGREE * scale, 1),
        )
        for n, row in enumerate(measured, 1)
    ]
    bar = max((step for step in STEPS if step * scale <= WIDTH / 4), default=STEPS[0])
    return Plan(points, WIDTH, height, round(bar * scale, 1), bar)
