"""GeoJSON bytes to plain outlines, inside the bounded child: whole numbers and short words, nothing else.

Every corner is put on one grid for the whole file, so neighbours that shared a border still share it.
"""

import json
import math
from typing import Any

from lantoa.common.text import tidied
from lantoa.paper.refusal import Unreadable

MOST_FEATURES = 5_000
MOST_POINTS = 500_000
MOST_KEPT = 60_000  # corners of all outlines together, after simplifying
MOST_KEPT_EACH = 600
MOST_PROPERTIES = 60
UNITS_A_DEGREE = 100_000  # about a metre
GRIDS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
EAST, NORTH = (101.0, 118.0), (6.0, 24.0)  # the country with its islands, wide enough for every ward

NOT_JSON = "Tệp không phải GeoJSON. Hãy xuất lại từ phần mềm bản đồ, chọn định dạng GeoJSON, tọa độ WGS 84."
NO_FEATURES = "Tệp GeoJSON không có hình nào (FeatureCollection rỗng hoặc không phải loại này)."
TOO_MANY = f"Tệp có quá nhiều hình (trên {MOST_FEATURES}) hoặc quá nhiều điểm. Hãy giản lược rồi thử lại."
METRES = "Tọa độ trong tệp không phải độ WGS 84 (có thể là mét VN-2000). Hãy chuyển hệ tọa độ rồi thử lại."
SWAPPED = "Vĩ độ và kinh độ trong tệp đang đổi chỗ cho nhau. GeoJSON ghi kinh độ trước."
ELSEWHERE = "Hình này nằm ngoài nước ta."
NO_AREA = "Hình này không phải vùng (Polygon, MultiPolygon) hoặc điểm (Point)."
BROKEN = "Hình này có tọa độ hỏng."

Ring = list[tuple[int, int]]


class _Wrong(Exception):
    """One feature cannot be taken; str() says why."""


def parse(content: bytes) -> list[dict[str, Any]]:
    """[{properties, outline, centre, says}, ...] of a FeatureCollection. Raises Unreadable.

    outline: polygons of rings of [east, north] in 1/100,000 degrees, [] for a point. says: why a feature
    cannot be taken, "" when it can.
    """
    features = _features(content)
    counted = 0
    told: list[dict[str, Any]] = []
    for feature in features:
        one: dict[str, Any] = {"properties": _properties(feature), "outline": [], "centre": None, "says": ""}
        try:
            polygons, point = _geometry(feature)
            counted += sum(len(ring) for polygon in polygons for ring in polygon)
            if counted > MOST_POINTS:
                raise Unreadable(TOO_MANY)
            one |= {"outline": polygons, "centre": point}
        except _Wrong as wrong:
            one["says"] = str(wrong)
        told.append(one)
    grid = _grid_for([one["outline"] for one in told])
    for one in told:
        if one["outline"]:
            one["outline"] = _snapped(one["outline"], grid) or _snapped(one["outline"], 1)
            if not one["outline"]:
                one["says"] = BROKEN
            else:
                one["centre"] = _centre(one["outline"])
    return told


def _features(content: bytes) -> list[Any]:
    try:
        told = tidied(json.loads(content, parse_constant=_no_constant))
    except (ValueError, UnicodeDecodeError):
        raise Unreadable(NOT_JSON) from None
    if not isinstance(told, dict):
        raise Unreadable(NOT_JSON)
    features = told.get("features") if told.get("type") == "FeatureCollection" else [told]
    if not isinstance(features, list) or not features or not all(isinstance(one, dict) for one in features):
        raise Unreadable(NO_FEATURES)
    if told.get("type") not in ("FeatureCollection", "Feature"):
        raise Unreadable(NO_FEATURES)
    if len(features) > MOST_FEATURES:
        raise Unreadable(TOO_MANY)
    return features


def _no_constant(name: str) -> float:
    raise ValueError(name)  # NaN and Infinity are not JSON


def _properties(feature: dict[str, Any]) -> dict[str, str]:
    """Short words and whole numbers, as text."""
    told = feature.get("properties")
    if not isinstance(told, dict):
        return {}
    kept = {}
    for key, value in list(told.items())[:MOST_PROPERTIES]:
        if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
            text = str(value).strip()
            if 0 < len(text) <= 120:
                kept[str(key)[:60]] = text
    return kept


def _geometry(feature: dict[str, Any]) -> tuple[list[list[Ring]], tuple[int, int] | None]:
    """(polygons, None) or ([], point)."""
    shape = feature.get("geometry")
    kind = shape.get("type") if isinstance(shape, dict) else None
    where = shape.get("coordinates") if isinstance(shape, dict) else None
    if kind == "Point":
        return [], _point(where)
    if kind not in ("Polygon", "MultiPolygon") or not isinstance(where, list):
        raise _Wrong(NO_AREA)
    polygons = [where] if kind == "Polygon" else where
    told = [[_ring(ring) for ring in _list(polygon)] for polygon in polygons]
    kept = [polygon for polygon in told if polygon and len(polygon[0]) >= 3]
    if not kept:
        raise _Wrong(BROKEN)
    return kept, None


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise _Wrong(BROKEN)
    return value


def _ring(value: Any) -> Ring:
    return [_point(one) for one in _list(value)]


def _point(value: Any) -> tuple[int, int]:
    pair = _list(value)[:2]
    if len(pair) < 2 or any(isinstance(n, bool) or not isinstance(n, (int, float)) for n in pair):
        raise _Wrong(BROKEN)
    try:
        east, north = float(pair[0]), float(pair[1])
    except OverflowError:
        raise _Wrong(BROKEN) from None
    if not (math.isfinite(east) and math.isfinite(north)):
        raise _Wrong(BROKEN)
    if abs(east) > 180 or abs(north) > 90:
        raise Unreadable(SWAPPED if _within(north, EAST) and _within(east, NORTH) else METRES)
    if not (_within(east, EAST) and _within(north, NORTH)):
        raise _Wrong(ELSEWHERE)
    return round(east * UNITS_A_DEGREE), round(north * UNITS_A_DEGREE)


def _within(value: float, limits: tuple[float, float]) -> bool:
    return limits[0] <= value <= limits[1]


def _grid_for(outlines: list[list[list[Ring]]]) -> int:
    """The finest grid on which no outline has too many corners, nor all of them together."""
    for grid in GRIDS:
        counts = [sum(len(ring) for polygon in _snapped(one, grid) for ring in polygon) for one in outlines]
        if max(counts, default=0) <= MOST_KEPT_EACH and sum(counts) <= MOST_KEPT:
            return grid
    raise Unreadable(TOO_MANY)


def _snapped(polygons: list[list[Ring]], grid: int) -> list[list[Ring]]:
    """On the grid, without corners that say nothing; a polygon whose outer ring vanishes goes."""
    kept = []
    for polygon in polygons:
        rings = [
            _thinned([(round(x / grid) * grid, round(y / grid) * grid) for x, y in ring]) for ring in polygon
        ]
        if rings[0]:
            kept.append([rings[0], *(ring for ring in rings[1:] if ring)])
    return kept


def _thinned(ring: Ring) -> Ring:
    """Without repeated corners, corners on a straight line and spikes; [] when no area is left."""
    kept: Ring = []
    for point in ring:
        if kept and point == kept[-1]:
            continue
        while len(kept) >= 2 and _turn(kept[-2], kept[-1], point) == 0:
            kept.pop()
        if not kept or point != kept[-1]:
            kept.append(point)
    while len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    return kept if len(kept) >= 3 and _twice_area(kept) else []


def _turn(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> int:
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])


def _twice_area(ring: Ring) -> int:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))


def _centre(polygons: list[list[Ring]]) -> tuple[int, int]:
    """The middle of the largest polygon by area, so that a label stands on the land."""
    ring = max((polygon[0] for polygon in polygons), key=lambda one: abs(_twice_area(one)))
    area = _twice_area(ring)
    east = north = 0
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        east += (a[0] + b[0]) * cross
        north += (a[1] + b[1]) * cross
    return round(east / (3 * area)), round(north / (3 * area))
