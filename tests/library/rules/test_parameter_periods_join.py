"""Amounts of one name join day to day: neither overlap nor gap."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.library.models import PolicyParameter
from lantoa.library.rules.parameter_periods_join import in_force, problems_with_periods

START = date(2025, 1, 1)


def amount(first: int | None, last: int | None) -> PolicyParameter:
    def day(number: int | None) -> date | None:
        return None if number is None else START + timedelta(days=number)

    return PolicyParameter(name="Mức", value=str(first), valid_from=day(first), valid_to=day(last))


@pytest.mark.parametrize(
    ("second_from", "code"),
    [(9, "periods_overlap"), (10, "periods_overlap"), (11, None), (12, "periods_gap")],
)
def test_the_next_amount_begins_the_day_after_the_last_day(second_from, code):
    """Mức trước đến hết ngày 10 thì mức sau từ ngày 11: sớm một ngày là chồng, muộn một ngày là hở."""
    found = problems_with_periods([amount(second_from, None), amount(0, 10)])

    assert [problem.code for problem in found] == ([code] if code else [])


def test_a_gap_is_told_with_its_days():
    (problem,) = problems_with_periods([amount(0, 10), amount(13, None)])

    assert "Còn hở từ 12/01/2025 đến 13/01/2025" in problem.says


def test_an_amount_without_an_end_leaves_no_room_after_it():
    assert problems_with_periods([amount(0, None), amount(11, None)])[0].code == "periods_overlap"
    assert problems_with_periods([amount(None, 10), amount(11, None)]) == []


BOUND = st.none() | st.integers(0, 12)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(BOUND, st.none() | st.integers(0, 5)), max_size=4))
def test_periods_join_exactly_when_each_day_between_has_one_amount(rows):
    made = [amount(first, None if last is None else (first or 0) + last) for first, last in rows]
    days = [START + timedelta(days=n) for n in range(-2, 20)]

    held = [len(in_force(made, day)) for day in days]

    spans = [n for n, count in enumerate(held) if count]
    joined = not spans or all(count == 1 for count in held[spans[0] : spans[-1] + 1])
    assert (problems_with_periods(made) == []) == joined
