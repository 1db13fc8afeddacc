"""Hai bài không phát cùng lúc trên một đài; bài sau được bắt đầu đúng lúc bài trước kết thúc.

Căn cứ: Kế hoạch truyền thông 2025, mục II.3 (phát trên đài truyền thanh phường, xã).
Half-open intervals: [start, end). Asked inside the saving transaction, with the station's row locked, so two
people who save at the same moment cannot both win.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from lantoa.broadcast.models import Airing
from lantoa.broadcast.rules.airing_inside_the_hours import Session
from lantoa.common.dates import VIETNAM
from lantoa.common.problems import Problem


def overlaps(starts_at: datetime, minutes: int, other: Airing) -> bool:
    """Do the two share at least an instant?"""
    return starts_at < other.ends_at and other.starts_at < starts_at + timedelta(minutes=minutes)


def problems_with_clash(
    starts_at: datetime, minutes: int, others: Iterable[Airing], session: Session | None
) -> list[Problem]:
    """others: the airings of the station that will air. Names what is in the way and the next free minute."""
    others = sorted(others, key=lambda one: one.starts_at)
    clashing = [one for one in others if overlaps(starts_at, minutes, one)]
    if not clashing:
        return []
    first = clashing[0]
    says = (
        f"Trùng giờ với “{first.version.edition.article}” "
        f"({first.local_start:%H:%M} đến {first.ends_at.astimezone(VIETNAM):%H:%M})."
    )
    free = next_free(minutes, others, session) if session else None
    says += f" Giờ trống gần nhất trong buổi: {free.astimezone(VIETNAM):%H:%M}." if free else ""
    return [Problem("airings_clash", says, "time")]


def next_free(minutes: int, others: Iterable[Airing], session: Session) -> datetime | None:
    """The first minute of the session from which `minutes` fit between the others, or None."""
    start = session.starts_at
    for other in sorted(others, key=lambda one: one.starts_at):
        if overlaps(start, minutes, other):
            start = other.ends_at
    return start if start + timedelta(minutes=minutes) <= session.ends_at else None
