"""Cộng các phường: người phường này không phải người phường kia, nên mức ít nhất và nhiều nhất cộng được."""

import random

from hypothesis import given
from hypothesis import strategies as st

from lantoa.coverage.rules.bounds_of_wards_add_up import together
from lantoa.deliveries.rules.reach_is_two_bounds import Bounds, reach_bounds


def test_no_ward_is_nobody() -> None:
    assert together([]) == Bounds(0, 0, 0)


def test_unknown_ward_keeps_the_lower_bound_and_loses_the_upper() -> None:
    assert together([Bounds(5, 9, 20), Bounds(None, None, None)]) == Bounds(5, None, None)


@given(seed=st.integers(0, 10**6))
def test_true_number_of_people_lies_between(seed: int) -> None:
    """Dân giả định, các kênh nghe trùng nhau: số người thật luôn nằm giữa hai mức."""
    chance = random.Random(seed)
    wards, true = [], 0
    for _ in range(chance.randint(1, 5)):
        people = range(chance.randint(1, 40))
        heard = [
            {one for one in people if chance.random() < chance.random()} for _ in range(chance.randint(0, 4))
        ]
        lines = []
        for some in heard:
            known = chance.random() < 0.8
            low, high = len(some) - chance.randint(0, 3), len(some) + chance.randint(0, 5)
            lines.append(Bounds(max(low, 0), high) if known else Bounds(None, None))
        true += len(set().union(*heard))
        counts = [_Line(line.low, line.high) for line in lines]
        wards.append(reach_bounds(counts, len(people) if chance.random() < 0.8 else None))
    both = together(wards)

    assert both.low is None or both.low <= true
    assert both.high is None or true <= both.high


class _Line:
    def __init__(self, low: int | None, high: int | None) -> None:
        self.reach_low, self.reach_high = low, high
