"""Bằng chứng phải khớp ngày, khớp nơi và không dùng lại; lệch thì ghi lý do, chờ người thứ hai chấp nhận.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.4 (thanh quyết toán đúng quy định cần chứng từ); các mức lệch cho
phép là cách làm của phần mềm, không phải quy định pháp luật.
A clash does not say that anybody cheats: a camera's clock may be wrong, one signed log may tell of a whole
day. It says that a person must look: the evidence counts as somebody's word (E1) until another accepts it.
"""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from django.db.models import TextChoices

from lantoa.common.dates import say
from lantoa.common.problems import Problem
from lantoa.deliveries.models import Evidence
from lantoa.people.models import UnitKind
from lantoa.plans.models import Channel

Degrees = tuple[float, float]  # north, east
Outline = Sequence[Sequence[Sequence[tuple[int, int]]]]  # as `people.UnitShape.outline`

PHOTO_DAYS_AFTER = 1  # a photo of what passes is taken while it passes
HANGING_DAYS_AFTER = 7  # what hangs can be photographed later
PAPER_DAYS_AFTER = 31  # a log on paper is photographed when there is time
MATERIAL_DAYS_BEFORE = 31  # material lies in place before it goes out
METRES_FROM_POINT = 500
METRES_FROM_OUTLINE = 1_000
KILOMETRES_FROM_CENTRE: dict[str, int] = {
    UnitKind.QUARTER: 5,
    UnitKind.WARD: 15,
    UnitKind.COMMUNE: 20,
    UnitKind.CITY: 40,
}
KILOMETRES_OF_THE_REST = 120
_METRES_A_DEGREE = 111_195
_UNITS_A_DEGREE = 100_000


class ClashKind(TextChoices):
    """Chỗ lệch."""

    DAY = "day", "Khác ngày"
    PLACE = "place", "Khác nơi"
    SAME_FILE = "same_file", "Dùng lại tệp"
    LOOKS_ALIKE = "looks_alike", "Gần giống ảnh khác"
    BLANK = "blank", "Ảnh trống"


@dataclass(frozen=True)
class Clash:
    """One thing about a piece of evidence that does not fit. other: the earlier evidence, where it is one."""

    kind: str
    says: str
    other: int | None = None

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


@dataclass(frozen=True)
class Whereabouts:
    """Where a deed took place, as far as known: a measured point, else an outline, else a unit's centre."""

    point: Degrees | None = None
    outline: Outline = ()
    centre: Degrees | None = None
    kind: str = ""
    name: str = ""


def clash_of_day(
    kind: str, medium: str, taken_on: date | None, happened_on: date, today: date
) -> Clash | None:
    """Was the picture taken when the deed was done? A day that no camera wrote is not known, so no clash."""
    if taken_on is None:
        return None
    if taken_on > today:
        return Clash(ClashKind.DAY, f"Ảnh ghi ngày chụp {say(taken_on)}, sau hôm nay.")
    if kind == Evidence.Kind.PHOTO:
        after = HANGING_DAYS_AFTER if medium == Channel.Medium.DISPLAY else PHOTO_DAYS_AFTER
    else:
        after = PAPER_DAYS_AFTER
    before = MATERIAL_DAYS_BEFORE if kind == Evidence.Kind.MATERIAL else 0
    if happened_on - timedelta(days=before) <= taken_on <= happened_on + timedelta(days=after):
        return None
    says = f"Ảnh chụp ngày {say(taken_on)}, không khớp ngày diễn ra {say(happened_on)}."
    return Clash(ClashKind.DAY, says)


def clash_of_place(seen: Degrees | None, where: Whereabouts) -> Clash | None:
    """Was the picture taken where the deed was done? Where one of the two is not known, no clash."""
    if seen is None:
        return None
    if where.point is not None:
        return _too_far(metres_between(seen, where.point), METRES_FROM_POINT, "nơi đã đo tọa độ")
    if where.outline:
        return _too_far(metres_from(seen, where.outline), METRES_FROM_OUTLINE, f"ranh giới {where.name}")
    if where.centre is not None:
        most = KILOMETRES_FROM_CENTRE.get(where.kind, KILOMETRES_OF_THE_REST)
        return _too_far(metres_between(seen, where.centre), most * 1000, f"trung tâm {where.name}")
    return None


def problems_with_clashes(clashes: Sequence[Clash], why: str) -> list[Problem]:
    """A clash needs a reason, typed by whoever hands the evidence in."""
    if not clashes or why.strip():
        return []
    told = " ".join(clash.says for clash in clashes)
    says = f"{told} Nếu vẫn dùng, ghi lý do; bằng chứng chỉ được tính khi có người thứ hai chấp nhận."
    return [Problem("evidence_clash", says, "clash_why")]


def _too_far(metres: float, most: int, of_what: str) -> Clash | None:
    if metres <= most:
        return None
    far = f"{metres / 1000:.1f}".replace(".", ",") + " km" if metres >= 1000 else f"{round(metres)} m"
    return Clash(ClashKind.PLACE, f"Ảnh chụp cách {of_what} {far}.")


def metres_between(one: Degrees, other: Degrees) -> float:
    """The distance over the ground of two points."""
    north, east = math.radians(one[0]), math.radians(one[1])
    to_north, to_east = math.radians(other[0]), math.radians(other[1])
    half = (
        math.sin((to_north - north) / 2) ** 2
        + math.cos(north) * math.cos(to_north) * math.sin((to_east - east) / 2) ** 2
    )
    return 2 * 6_371_000 * math.asin(min(1.0, math.sqrt(half)))


def metres_from(point: Degrees, outline: Outline) -> float:
    """How far a point lies outside an outline; 0 inside. Flat: right enough over tens of kilometres."""
    shrink = math.cos(math.radians(point[0]))

    def flat(corner: Sequence[int]) -> tuple[float, float]:
        east, north = corner[0] / _UNITS_A_DEGREE - point[1], corner[1] / _UNITS_A_DEGREE - point[0]
        return east * shrink * _METRES_A_DEGREE, north * _METRES_A_DEGREE

    nearest = math.inf
    for polygon in outline:
        within = False
        for ring in polygon:
            corners = [flat(corner) for corner in ring]
            for start, end in zip(corners, [*corners[1:], *corners[:1]], strict=True):
                nearest = min(nearest, _metres_to_line(start, end))
                within ^= _crosses(start, end)
        if within:
            return 0.0
    return nearest


def _crosses(start: tuple[float, float], end: tuple[float, float]) -> bool:
    """Does a ray from the point eastwards cross this side?"""
    (x0, y0), (x1, y1) = start, end
    return (y0 > 0) != (y1 > 0) and x0 - y0 * (x1 - x0) / (y1 - y0) > 0


def _metres_to_line(start: tuple[float, float], end: tuple[float, float]) -> float:
    (x0, y0), (x1, y1) = start, end
    length = (x1 - x0) ** 2 + (y1 - y0) ** 2
    along = 0.0 if not length else max(0.0, min(1.0, -(x0 * (x1 - x0) + y0 * (y1 - y0)) / length))
    return math.hypot(x0 + along * (x1 - x0), y0 + along * (y1 - y0))
