"""The drawing of places: north is up, distances are true, what was not measured is not drawn."""

from decimal import Decimal
from math import hypot
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from lantoa.displays.map import plan_of
from lantoa.displays.rules.a_point_lies_in_the_country import problems_with_point

PLACES = st.tuples(st.decimals("10.9", "11.1", places=5), st.decimals("106.7", "107.0", places=5))


def row(latitude: object, longitude: object) -> SimpleNamespace:
    return SimpleNamespace(display=SimpleNamespace(latitude=latitude, longitude=longitude))


def test_nothing_measured_is_no_drawing() -> None:
    assert plan_of([row(None, None)]) is None


@given(st.lists(PLACES, min_size=1, max_size=12))
def test_every_measured_place_is_inside_and_north_is_up(places: list) -> None:
    plan = plan_of([row(*place) for place in places] + [row(None, None)])

    assert len(plan.points) == len(places)
    for point in plan.points:
        assert 0 < point.x < plan.frame.width and 0 < point.y < plan.frame.height
    for one, (lat, _) in zip(plan.points, places, strict=True):
        for other, (lat2, _) in zip(plan.points, places, strict=True):
            assert lat <= lat2 or one.y <= other.y + 0.2


def test_the_scale_bar_tells_true_metres() -> None:
    """A hundredth of a degree of latitude is 1,113 m."""
    plan = plan_of([row(Decimal("10.95"), Decimal("106.82")), row(Decimal("10.96"), Decimal("106.82"))])
    one, other = plan.points

    metres = hypot(one.x - other.x, one.y - other.y) / plan.frame.bar_px * plan.frame.bar_m

    assert abs(metres - 1113) < 10


def test_a_swapped_pair_is_named() -> None:
    says = [p.code for p in problems_with_point(Decimal("106.8"), Decimal("10.9"))]

    assert says == ["point_elsewhere"]
    assert "đổi chỗ" in problems_with_point(Decimal("106.8"), Decimal("10.9"))[0].says
    assert [p.code for p in problems_with_point(Decimal("10.9"), None)] == ["half_a_point"]
    assert problems_with_point(None, None) == problems_with_point(Decimal("10.9"), Decimal("106.8")) == []
