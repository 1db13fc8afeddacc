"""Tọa độ nơi treo ghi đủ vĩ độ, kinh độ và nằm trong nước.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.3 (theo dõi pano, băng rôn).
A swapped pair (kinh độ typed first) is the usual slip, so it is named.
"""

from decimal import Decimal

from lantoa.common.problems import Problem

# The box around the mainland and its islands, wide enough for every ward.
LATITUDES, LONGITUDES = (Decimal(6), Decimal(24)), (Decimal(101), Decimal(118))


def problems_with_point(latitude: Decimal | None, longitude: Decimal | None) -> list[Problem]:
    """Degrees WGS 84, or None and None while nobody measured the place."""
    if latitude is None and longitude is None:
        return []
    if latitude is None or longitude is None:
        return [Problem("half_a_point", "Tọa độ cần cả vĩ độ và kinh độ.", "latitude")]
    if _within(latitude, LATITUDES) and _within(longitude, LONGITUDES):
        return []
    if _within(longitude, LATITUDES) and _within(latitude, LONGITUDES):
        says = "Vĩ độ và kinh độ đang đổi chỗ cho nhau. Vĩ độ là số nhỏ, ví dụ 10,95."
    else:
        says = "Tọa độ này nằm ngoài nước ta. Xem lại hai số."
    return [Problem("point_elsewhere", says, "latitude")]


def _within(degrees: Decimal, limits: tuple[Decimal, Decimal]) -> bool:
    return limits[0] <= degrees <= limits[1]
