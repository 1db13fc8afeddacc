"""Six months after the last check something has to be read again: the day before, of and after."""

from datetime import date

import pytest

from lantoa.library.rules.check_goes_stale import check_needed_since, is_stale


@pytest.mark.parametrize(
    ("day", "since"),
    [
        (date(2026, 7, 15), date(2026, 1, 15)),
        (date(2026, 3, 31), date(2025, 9, 30)),
        (date(2026, 8, 31), date(2026, 2, 28)),
        (date(2024, 8, 31), date(2024, 2, 29)),
        (date(2026, 6, 30), date(2025, 12, 30)),
    ],
)
def test_six_months_are_counted_by_the_calendar(day: date, since: date) -> None:
    assert check_needed_since(day) == since


@pytest.mark.parametrize(("day", "stale"), [(14, False), (15, False), (16, True)])
def test_a_check_is_good_through_the_same_day_six_months_on(day: int, stale: bool) -> None:
    """Kiểm ngày 15/01 thì đến hết 15/07 chưa phải kiểm lại."""
    assert is_stale(date(2026, 1, 15), date(2026, 7, day)) is stale


def test_what_nobody_checked_is_stale() -> None:
    assert is_stale(None, date(2026, 1, 1))
