"""Hạn trả lời tính bằng ngày làm việc."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lantoa.common.dates import works_on
from lantoa.questions.rules.due_date import due_date

FRIDAY = date(2026, 4, 24)


def test_weekends_are_stepped_over() -> None:
    assert due_date(FRIDAY, set(), 1)[0] == date(2026, 4, 27)


def test_holidays_are_stepped_over_and_the_sentence_says_so() -> None:
    day, says = due_date(FRIDAY, {date(2026, 4, 27)}, 1)

    assert day == date(2026, 4, 28)
    assert says == "1 ngày làm việc từ ngày nhận 24/04/2026, đã bỏ qua 3 ngày nghỉ"


@given(
    received=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    days=st.integers(1, 30),
    off=st.sets(st.integers(1, 40), max_size=10),
)
def test_exactly_so_many_working_days_lie_between(received: date, days: int, off: set[int]) -> None:
    holidays = {received + timedelta(days=n) for n in off}

    due, _ = due_date(received, holidays, days)

    between = (received + timedelta(days=n) for n in range(1, (due - received).days + 1))
    assert sum(works_on(day, holidays) for day in between) == days
    assert works_on(due, holidays)
