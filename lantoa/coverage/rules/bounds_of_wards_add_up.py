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
    if not parts:
        return Bounds(0, 0, 0)
    lows, highs, sizes, conflicts = zip(*parts, strict=True)
    return Bounds(
        sum(filter(None, lows)) if lows.count(None) < len(lows) else None,
        None if None in highs else sum(highs),
        None if None in sizes else sum(sizes),
        True in conflicts,
    )
