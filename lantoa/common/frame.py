"""Khung vẽ: points of the earth on a small drawing, north up, distances true, with a scale bar."""

from collections.abc import Sequence
from math import cos, radians

METRES_A_DEGREE = 111_320
STEPS = (50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000)


class Frame:
    """A drawing `width` wide that holds all these points with a margin; as high as they need.

    least_m: places next door to each other are not torn apart. bar_px pixels stand for bar_m metres.
    """

    def __init__(
        self,
        lon: Sequence[float],
        lat: Sequence[float],
        *,
        width: int = 420,
        margin: int = 30,
        least_m: float = 200.0,
    ):
        self.east = METRES_A_DEGREE * cos(radians(sum(lat) / len(lat)))
        wide, tall = (max(lon) - min(lon)) * self.east, (max(lat) - min(lat)) * METRES_A_DEGREE
        self.scale = (width - 2 * margin) / max(wide, tall, least_m)
        self.width = width
        self.height = round(max(tall * self.scale, 100) + 2 * margin)
        self._left, self._top = (width - wide * self.scale) / 2, (self.height - tall * self.scale) / 2
        self._west, self._north = min(lon), max(lat)
        self.bar_m = max((step for step in STEPS if step * self.scale <= width / 4), default=STEPS[0])
        self.bar_px = round(self.bar_m * self.scale, 1)

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Pixels from the top left."""
        return (
            round(self._left + (lon - self._west) * self.east * self.scale, 1),
            round(self._top + (self._north - lat) * METRES_A_DEGREE * self.scale, 1),
        )

    @property
    def bar_says(self) -> str:
        return f"{self.bar_m // 1000} km" if self.bar_m >= 1000 else f"{self.bar_m} m"
