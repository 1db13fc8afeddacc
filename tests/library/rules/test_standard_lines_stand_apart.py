"""Two lines of one standard never fit the same figures on the same day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.library.models import PovertyStandard
from lantoa.library.rules.line_that_applies import Figures, answers
from lantoa.library.rules.standard_lines_stand_apart import collide, problems_with_line
from tests.library.rules.test_line_that_applies import LAST, NEAR, POOR, line, lines


def codes(made: PovertyStandard, *others: PovertyStandard) -> list[str]:
    return [problem.code for problem in problems_with_line(made, others)]


def test_the_lines_of_one_standard_live_side_by_side():
    poor, near, middle = lines()

    assert codes(poor, near, middle) == codes(near, poor, middle) == codes(middle, poor, near) == []


@pytest.mark.parametrize(
    ("more", "hit"),
    [
        ({"income_upto_vnd": 1_500_000, "deprived_from": 2}, 2),
        ({"income_above_vnd": 1_499_999, "income_upto_vnd": 1_500_000}, 2),
        ({"income_above_vnd": 2_249_999}, 1),
        ({"income_above_vnd": 2_250_000}, 0),
        ({"income_upto_vnd": 1, "valid_from": LAST}, 2),
        ({"income_upto_vnd": 1, "valid_from": LAST + timedelta(days=1), "valid_to": None}, 0),
        ({"income_upto_vnd": 1, "area": "urban"}, 0),
    ],
)
def test_each_line_that_shares_a_dong_an_indicator_and_a_day_is_named(more, hit):
    assert codes(line(POOR, **more), *lines()) == ["lines_collide"] * hit


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({}, "line_asks_nothing"),
        ({"income_above_vnd": 5, "income_upto_vnd": 5}, "income_band_empty"),
        ({"deprived_from": 3, "deprived_below": 3}, "deprived_band_empty"),
        ({"deprived_from": 1, "valid_to": date(2021, 1, 1)}, "period_reversed"),
        ({"deprived_from": 1, "reference": " "}, "reference_missing"),
    ],
)
def test_a_line_without_room_period_or_reference_is_refused(more, code):
    assert codes(line(NEAR, **more)) == [code]


BOUND = st.none() | st.integers(0, 5)


@settings(max_examples=150, deadline=None)
@given(one=st.tuples(BOUND, BOUND, BOUND, BOUND), other=st.tuples(BOUND, BOUND, BOUND, BOUND))
def test_lines_collide_exactly_when_some_figures_fit_both(one, other):
    made = [
        line(kind, income_above_vnd=a, income_upto_vnd=b, deprived_from=c, deprived_below=d)
        for kind, (a, b, c, d) in ((POOR, one), (NEAR, other))
    ]
    day = date(2023, 1, 1)

    clash = any(
        answers(Figures("rural", day, income, count), made, None)[0].outcome == "conflict"
        for income in range(8)
        for count in range(8)
    )

    assert collide(*made) == clash
