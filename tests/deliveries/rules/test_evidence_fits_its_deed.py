"""A picture is held against the day and the place of the deed; what is not known is no clash."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.deliveries.models import Evidence
from lantoa.deliveries.rules.evidence_fits_its_deed import (
    Whereabouts,
    clash_of_day,
    clash_of_place,
    metres_between,
    metres_from,
    problems_with_clashes,
)
from lantoa.plans.models import Channel

DAY, TODAY = date(2026, 3, 10), date(2026, 6, 1)
Kind, Medium = Evidence.Kind, Channel.Medium
HERE, HANOI = (10.95, 106.82), (21.03, 105.85)


@pytest.mark.parametrize(
    ("kind", "medium", "days", "clashes"),
    [
        (Kind.PHOTO, Medium.BROADCAST, 0, False),
        (Kind.PHOTO, Medium.BROADCAST, 1, False),
        (Kind.PHOTO, Medium.BROADCAST, 2, True),
        (Kind.PHOTO, Medium.BROADCAST, -1, True),
        (Kind.PHOTO, Medium.DISPLAY, 7, False),
        (Kind.PHOTO, Medium.DISPLAY, 8, True),
        (Kind.PHOTO, Medium.DISPLAY, -2500, True),
        (Kind.SIGNED_LOG, Medium.BROADCAST, 31, False),
        (Kind.SIGNED_LOG, Medium.BROADCAST, 32, True),
        (Kind.ROSTER, Medium.GATHERING, -1, True),
        (Kind.MATERIAL, Medium.BROADCAST, -31, False),
        (Kind.MATERIAL, Medium.BROADCAST, -32, True),
        (Kind.SIGNED_LOG, Medium.BROADCAST, 200, True),
    ],
)
def test_a_picture_is_taken_when_the_deed_is_done(kind: str, medium: str, days: int, clashes: bool) -> None:
    assert bool(clash_of_day(kind, medium, DAY + timedelta(days=days), DAY, TODAY)) is clashes


def test_a_day_that_no_camera_wrote_is_no_clash_and_a_day_ahead_always_is() -> None:
    assert clash_of_day(Kind.PHOTO, Medium.BROADCAST, None, DAY, TODAY) is None
    clash = clash_of_day(Kind.PHOTO, Medium.BROADCAST, TODAY + timedelta(days=1), TODAY, TODAY)
    assert clash is not None and "sau hôm nay" in clash.says


@pytest.mark.parametrize(
    ("where", "clashes"),
    [
        (Whereabouts(), False),
        (Whereabouts(point=HERE), True),
        (Whereabouts(centre=HERE, kind="ward", name="phường Bến Gỗ"), True),
        (Whereabouts(centre=HERE, kind="province", name="thành phố Sông Phố"), True),
        (Whereabouts(centre=(21.0, 105.8), kind="ward"), False),
        (Whereabouts(point=(21.031, 105.851), centre=HERE, kind="ward"), False),
    ],
)
def test_a_picture_from_the_other_end_of_the_country_clashes(where: Whereabouts, clashes: bool) -> None:
    assert bool(clash_of_place(HANOI, where)) is clashes
    assert clash_of_place(None, where) is None


def square(north: float, east: float, half: float) -> list:
    """A ward as a square, with a hole in its middle."""

    def ring(size: float) -> list:
        corners = ((-size, -size), (size, -size), (size, size), (-size, size))
        return [[round((east + x) * 100_000), round((north + y) * 100_000)] for x, y in corners]

    return [[ring(half), ring(half / 4)]]


@given(st.floats(-0.09, 0.09), st.floats(-0.09, 0.09))
def test_the_way_to_an_outline_is_that_of_a_dense_walk_along_it(north: float, east: float) -> None:
    outline, point = square(10.95, 106.82, 0.02), (10.95 + north, 106.82 + east)
    inside = max(abs(north), abs(east)) < 0.02 and max(abs(north), abs(east)) > 0.005
    walked = []
    for ring in outline[0]:
        for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
            for step in range(101):
                along = (y0 + (y1 - y0) * step / 100) / 100_000, (x0 + (x1 - x0) * step / 100) / 100_000
                walked.append(metres_between(point, along))

    found = metres_from(point, outline)

    assert found == 0 if inside else abs(found - min(walked)) <= max(25, 0.01 * min(walked))


def test_a_clash_needs_a_reason() -> None:
    clash = clash_of_place(HANOI, Whereabouts(point=HERE))
    assert clash is not None and clash.says == "Ảnh chụp cách nơi đã đo tọa độ 1125,6 km."

    (problem,) = problems_with_clashes([clash], "  ")
    assert (problem.code, problem.field) == ("evidence_clash", "clash_why")
    assert problems_with_clashes([clash], "Máy ảnh ghi sai.") == problems_with_clashes([], "") == []
