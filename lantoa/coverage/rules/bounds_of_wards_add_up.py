"""Người của phường này không phải người của phường kia: mức ít nhất, nhiều nhất của các phường thì cộng được.

Căn cứ: DESIGN 1 (promise 4).
Only over wards: over channels people are the same people. What is unknown of one ward adds nothing to the
lower bound, and makes the upper one unknown.
"""

from collections.abc import Iterable

from lantoa.deliveries.rules.reach_is_two_bounds import Bounds


def together(wards: Iterable[Bounds]) -> Bounds:
    """The bounds of several wards as those of all their people. No ward: 0 to 0 of 0."""
    parts = list(wards)
    lows = [part.low for part in parts if part.low is not None]
    highs = [part.high for part in parts if part.high is not None]
    sizes = [part.of for part in parts if part.of is not None]
    return Bounds(
        sum(lows) if lows or not parts else None,
        sum(highs) if len(highs) == len(parts) else None,
        sum(sizes) if len(sizes) == len(parts) else None,
        any(part.conflict for part in parts),
    )
