"""Số đến được là hai mức: thử với những nhóm dân mô phỏng, nơi biết trước số thật."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.deliveries.rules.reach_is_two_bounds import Bounds, reach_bounds


@dataclass(frozen=True)
class Line:
    reach_low: int | None
    reach_high: int | None


@st.composite
def told_populations(draw: st.DrawFn) -> tuple[list[Line], int, int]:
    """A group, deliveries that reached overlapping parts of it, and what the counters wrote down.

    A counter never claims more than was, nor less than was, as a bound; or she wrote nothing.
    """
    size = draw(st.integers(0, 60))
    everyone = list(range(size))
    lines, heard_by_any = [], set()
    for _ in range(draw(st.integers(0, 6))):
        heard = draw(st.sets(st.sampled_from(everyone))) if everyone else set()
        heard_by_any |= heard
        low = draw(st.none() | st.integers(0, len(heard)))
        high = draw(st.none() | st.integers(len(heard), len(heard) + 40))
        lines.append(Line(low, high))
    return lines, size, len(heard_by_any)


@settings(max_examples=120, deadline=None)
@given(told_populations(), st.booleans())
def test_the_truth_lies_between_the_bounds(told: tuple[list[Line], int, int], size_known: bool) -> None:
    """Số thật luôn nằm giữa mức ít nhất và mức nhiều nhất, dù các kênh trùng người."""
    lines, size, truth = told

    bounds = reach_bounds(lines, size if size_known else None)

    assert bounds.low is None or bounds.low <= truth
    assert bounds.high is None or truth <= bounds.high
    assert not bounds.conflict


@settings(max_examples=80, deadline=None)
@given(told_populations())
def test_unknown_is_not_zero(told: tuple[list[Line], int, int]) -> None:
    """Một lượt không ai đếm mức nhiều nhất thì cả mức nhiều nhất là chưa biết."""
    lines, size, _ = told

    bounds = reach_bounds(lines, size)

    assert (bounds.high is None) == any(line.reach_high is None for line in lines)
    assert (bounds.low is None) == (bool(lines) and all(line.reach_low is None for line in lines))


def test_bounds_are_not_sums_of_lows() -> None:
    """Hai kênh mỗi kênh ít nhất 30 hộ thì cả hai cũng chỉ chắc chắn 30 hộ."""
    bounds = reach_bounds([Line(30, 50), Line(30, 40)], 200)

    assert bounds == Bounds(30, 90, 200)


def test_the_group_caps_the_upper_bound() -> None:
    assert reach_bounds([Line(10, 150), Line(20, 120)], 214) == Bounds(20, 214, 214)


def test_more_than_the_group_is_a_conflict() -> None:
    """Ghi nhiều hộ hơn cả nhóm thì một trong hai số sai; bảng phải nói ra."""
    assert reach_bounds([Line(80, 90)], 70) == Bounds(70, 70, 70, conflict=True)


def test_nobody_told_reaches_nobody() -> None:
    assert reach_bounds([], 40) == Bounds(0, 0, 40)
