"""A result is tied to its slot and to the clock."""

from datetime import date, datetime, timedelta

import pytest

from lantoa.deliveries.rules.result_keeps_to_its_slot import problems_with_time
from tests.factories.deliveries import noon

DAY = date(2026, 3, 10)
SLOT = noon(DAY, 17)


def at(days: int = 0, hour: int = 17, minute: int = 0) -> datetime:
    return noon(DAY + timedelta(days=days), hour, minute)


@pytest.mark.parametrize(
    ("happened", "now", "codes"),
    [
        (at(), at(0, 18), []),
        (at(0, 16, 50), at(0, 18), []),
        (at(0, 16, 30), at(0, 18), ["before_its_slot"]),
        (at(-1), at(0, 18), ["before_its_slot"]),
        (at(0, 18, 30), at(0, 18), ["hour_ahead"]),
        (at(0, 16, 55), at(0, 16, 58), ["not_begun"]),
        (at(3, 20), at(5), []),
        (at(4, 5), at(5), ["far_from_its_slot"]),
        (at(21), at(30), ["far_from_its_slot"]),
        (at(400), at(500), ["far_from_its_slot"]),
        (None, at(0, 18), []),
        (None, at(0, 10), ["not_begun"]),
    ],
)
def test_a_result_lies_at_its_slot_and_not_ahead(
    happened: datetime | None, now: datetime, codes: list[str]
) -> None:
    on = happened.date() if happened else DAY
    assert [p.code for p in problems_with_time(SLOT, on, happened, now)] == codes


def test_what_had_no_slot_is_held_against_the_clock_alone() -> None:
    assert problems_with_time(None, DAY, at(), at(90)) == []
    assert [p.code for p in problems_with_time(None, DAY, at(), at(0, 16))] == ["hour_ahead"]
    before = problems_with_time(SLOT, DAY - timedelta(days=1), None, at(1))
    assert [p.code for p in before] == ["before_its_slot"]
