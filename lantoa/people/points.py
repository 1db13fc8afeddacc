"""Where units lie: their own centre, else about where the units lie that took over their territory."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from lantoa.people.models import Succession, UnitShape


@dataclass(frozen=True)
class Point:
    """A centre in degrees (WGS 84). borrowed: it is the middle of the units linked by succession."""

    lon: float
    lat: float
    borrowed: bool = False


def points_of(unit_ids: Iterable[int], shapes: dict[int, UnitShape]) -> dict[int, Point]:
    """Unit id -> its point; what is linked to no known place is left out. shapes: of these units.

    For drawings that are schematic anyway: of a ward that was merged away it says where its people live
    now. Two queries.
    """
    points = {one: _own(shape) for one, shape in shapes.items()}
    missing = [one for one in unit_ids if one not in points]
    if not missing:
        return points
    linked: dict[int, set[int]] = defaultdict(set)
    for old, new in Succession.objects.values_list("predecessor_id", "successor_id"):
        linked[old].add(new)
        linked[new].add(old)
    known = {shape.unit_id: _own(shape) for shape in UnitShape.objects.filter(unit_id__in=linked)} | points
    for one in missing:
        if near := _nearest(one, linked, known):
            lon = sum(point.lon for point in near) / len(near)
            lat = sum(point.lat for point in near) / len(near)
            points[one] = Point(lon, lat, borrowed=True)
    return points


def _own(shape: UnitShape) -> Point:
    return Point(float(shape.longitude), float(shape.latitude))


def _nearest(unit_id: int, linked: dict[int, set[int]], known: dict[int, Point]) -> list[Point]:
    """The known places fewest steps of succession away, in the order of their ids."""
    seen, ring = {unit_id}, {unit_id}
    while ring:
        ring = {other for one in ring for other in linked.get(one, ())} - seen
        if found := [known[one] for one in sorted(ring) if one in known]:
            return found
        seen |= ring
    return []
