"""The clock. Only `today()` and `now()` read it; everywhere else the day is an argument."""

from collections.abc import Container
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
_EVENING, _TWO_HOURS = time(21, 0), timedelta(hours=2)
_moved_to: date | None = None
_moved_at: datetime | None = None


def today() -> date:
    """The day in Vietnam."""
    if _moved_to is not None:
        return _moved_to
    return timezone.now().astimezone(VIETNAM).date()


def now() -> datetime:
    """The instant, aware. On a moved day: in its evening, when what was planned for that day is over."""
    instant = timezone.now()
    if _moved_to is not None and _moved_at is not None:
        return datetime.combine(_moved_to, _EVENING, tzinfo=VIETNAM) + (instant - _moved_at) % _TWO_HOURS
    return instant


def move_today(day: date | None) -> None:
    """Let a test or the telling of the demo year stand on another day; None moves back.

    Raises RuntimeError where the settings do not allow it.
    """
    if day is not None and not settings.MOVABLE_CLOCK:
        raise RuntimeError("Chỉ thiết lập kiểm thử mới được dời ngày.")
    global _moved_to, _moved_at
    _moved_to, _moved_at = day, timezone.now()


def say(day: date | None) -> str:
    """12/01/2026, or "chưa xác định"."""
    return day.strftime("%d/%m/%Y") if day else "chưa xác định"


def read_date(text: str) -> date | None:
    """A day typed by a person: d/m/yyyy, d.m.yyyy, d-m-yyyy or yyyy-mm-dd; None when it is no day."""
    text = text.strip()
    for form in ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a legal date has no time zone
        except ValueError:
            continue
    return None


def works_on(day: date, holidays: Container[date]) -> bool:
    """Does the office work on this day?"""
    return day.weekday() < 5 and day not in holidays


def after_working_days(since: date, count: int, holidays: Container[date]) -> date:
    """The last of so many working days; the day `since` is not counted."""
    day = since
    while count > 0:
        day += timedelta(days=1)
        count -= works_on(day, holidays)
    return day
