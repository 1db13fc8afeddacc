"""Số đến được là hai mức, ít nhất và nhiều nhất; không bao giờ cộng các kênh thành số người thật.

Căn cứ: Kế hoạch truyền thông 2025, mục II.3 (nhiều kênh cùng đến một đối tượng).
One household may hear the loudspeaker, see the banner and sit in the class. So at least as many were reached
as by the single best delivery, at most as many as all deliveries together and as the group has. What nobody
counted stays unknown: an unknown upper count makes the upper bound unknown, never zero.
"""

from collections.abc import Iterable
from typing import NamedTuple, Protocol


class Counted(Protocol):
    """Anything with the two counts of one delivery; None is unknown."""

    @property
    def reach_low(self) -> int | None: ...

    @property
    def reach_high(self) -> int | None: ...


class Bounds(NamedTuple):
    """At least `low`, at most `high` of a group of `of`; None is unknown.

    conflict: a delivery claims more than the whole group has, so one of the two numbers is wrong.
    """

    low: int | None
    high: int | None
    of: int | None = None
    conflict: bool = False

    @property
    def known(self) -> bool:
        return self.low is not None or self.high is not None


def reach_bounds(deliveries: Iterable[Counted], group_size: int | None) -> Bounds:
    """How many of one group were reached by any of these deliveries, as two bounds.

    group_size: how many the group has; None when nobody counted. No delivery at all: 0 to 0.
    """
    lines = list(deliveries)
    if not lines:
        return Bounds(0, 0, group_size)
    lows = [line.reach_low for line in lines if line.reach_low is not None]
    highs = [line.reach_high for line in lines if line.reach_high is not None]
    return bounds_of(max(lows, default=None), sum(highs) if len(highs) == len(lines) else None, group_size)


def bounds_of(best_low: int | None, all_highs: int | None, group_size: int | None) -> Bounds:
    """The same from the largest lower count and the sum of the upper counts; None is unknown."""
    if group_size is None:
        return Bounds(best_low, all_highs)
    conflict = best_low is not None and best_low > group_size
    if conflict:
        best_low = group_size
    if all_highs is not None and all_highs > group_size:
        all_highs = group_size
    return Bounds(best_low, all_highs, group_size, conflict)
