"""Sơ đồ ô: không hai phường nào chồng nhau, cùng dữ liệu thì cùng sơ đồ."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.coverage.tiles import tiles

POINTS = st.dictionaries(
    st.integers(1, 500), st.tuples(st.floats(102.0, 110.0), st.floats(8.0, 23.0)), min_size=1, max_size=60
)


@settings(max_examples=60, deadline=None)
@given(POINTS, st.randoms())
def test_no_two_places_share_a_tile_and_order_of_asking_does_not_matter(points, random) -> None:
    keys = list(points)
    random.shuffle(keys)

    told = tiles(points)

    assert told.keys() == points.keys()
    assert len(set(told.values())) == len(points)
    assert tiles({key: points[key] for key in keys}) == told
    assert min(column for column, _ in told.values()) == min(row for _, row in told.values()) == 0


def test_places_at_one_spot_lie_side_by_side() -> None:
    told = tiles(dict.fromkeys(range(9), (106.8, 10.9)))

    assert {column for column, _ in told.values()} == {row for _, row in told.values()} == {0, 1, 2}


def test_west_stays_left_and_north_stays_above() -> None:
    told = tiles({1: (106.7, 10.9), 2: (106.9, 10.9), 3: (106.8, 11.1), 4: (106.8, 10.7)})

    assert told[1][0] < told[2][0]
    assert told[3][1] < told[4][1]


def test_nothing_makes_no_tile() -> None:
    assert tiles({}) == {}
