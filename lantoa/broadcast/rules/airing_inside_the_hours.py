"""Lượt phát phải nằm trọn trong giờ của đài và không vượt số phút tối đa mỗi buổi.

Căn cứ: quy chế hoạt động của từng đài (dữ liệu của đơn vị); Nghị định 49/2024/NĐ-CP.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from lantoa.broadcast.models import Airing, Station
from lantoa.common.dates import VIETNAM, say
from lantoa.common.problems import Problem

LONGEST = 240  # minutes
FARTHEST_DAYS = 730  # nobody plans an airing further ahead: a slip of the keyboard


@dataclass(frozen=True)
class Session:
    """One session of a day: its name, and its hours as instants."""

    key: str
    name: str
    starts_at: datetime
    ends_at: datetime

    def holds(self, instant: datetime) -> bool:
        return self.starts_at <= instant < self.ends_at


def at(day: date, hour: time) -> datetime:
    """An instant of the day in Vietnam."""
    return datetime.combine(day, hour, tzinfo=VIETNAM)


def sessions_on(station: Station, day: date) -> tuple[Session, Session]:
    """Morning and evening of a station on a day."""
    return (
        Session("sang", "Sáng", at(day, station.morning_from), at(day, station.morning_to)),
        Session("chieu", "Chiều", at(day, station.evening_from), at(day, station.evening_to)),
    )


def session_of(station: Station, starts_at: datetime) -> Session | None:
    """The session that an instant falls in, or None."""
    day = starts_at.astimezone(VIETNAM).date()
    return next((one for one in sessions_on(station, day) if one.holds(starts_at)), None)


def problems_with_day(starts_at: datetime, today: date) -> list[Problem]:
    """Nothing is planned for a day that is over, nor for one that is years away."""
    day = starts_at.astimezone(VIETNAM).date()
    if day < today:
        return [Problem("airing_past", f"Ngày {say(day)} đã qua. Chọn từ {say(today)} trở đi.", "day")]
    if (day - today).days > FARTHEST_DAYS:
        return [Problem("airing_far", "Ngày phát quá xa. Xem lại năm đã ghi.", "day")]
    return []


def problems_with_hours_of_airing(
    station: Station, starts_at: datetime, minutes: int, others: Iterable[Airing]
) -> list[Problem]:
    """others: the airings of that day that will air."""
    day = starts_at.astimezone(VIETNAM).date()
    if not 1 <= minutes <= LONGEST:
        return [Problem("airing_minutes", f"Thời lượng phải từ 1 đến {LONGEST} phút.", "minutes")]
    if (station.valid_from and day < station.valid_from) or (station.valid_to and day > station.valid_to):
        return [Problem("station_closed", f"{station.name} không hoạt động ngày {say(day)}.", "day")]
    session = session_of(station, starts_at)
    if session is None or starts_at + timedelta(minutes=minutes) > session.ends_at:
        return [Problem("outside_hours", f"Ngoài giờ phát. {hours_in_words(station)}", "time")]
    taken = sum(one.minutes for one in others if session.holds(one.starts_at))
    if taken + minutes > station.minutes_a_session:
        left = max(station.minutes_a_session - taken, 0)
        says = (
            f"Buổi {session.name.lower()} tối đa {station.minutes_a_session} phút, "
            f"đã xếp {taken} phút, còn {left} phút."
        )
        return [Problem("session_full", says, "minutes")]
    return []


def hours_in_words(station: Station) -> str:
    """Sáng 05:00 đến 06:30, chiều 17:00 đến 18:30; mỗi buổi tối đa 45 phút."""
    return (
        f"Sáng {station.morning_from:%H:%M} đến {station.morning_to:%H:%M}, "
        f"chiều {station.evening_from:%H:%M} đến {station.evening_to:%H:%M}; "
        f"mỗi buổi tối đa {station.minutes_a_session} phút."
    )
