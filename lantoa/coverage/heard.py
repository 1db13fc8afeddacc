"""What reached people in a period, folded: the sums that a question covers, alike ones together.

Whole months come from the sums by month, the rest from those by day: the same answer as from every line.
"""

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from threading import Lock

from django.db.models import Q

from lantoa.coverage.models import Tally
from lantoa.coverage.restating import Territories
from lantoa.coverage.roll_up import brought_up_to_date, end_of_month
from lantoa.coverage.truth import Truth
from lantoa.plans.models import Channel

FIELDS = (
    "unit_id", "on", "channel_id", "version_id", "subject", "grade",
    "deeds", "last_on", "last_position", "low", "high", "unknown",
)  # fmt: skip
MOST_KEPT = 120_000  # rows of one answer kept in memory, some 30 MB
KEPT = 2


@dataclass(frozen=True, slots=True)
class Heard:
    """Deliveries of one subject at one unit that count alike, as if they were one.

    happened_on, position, channel, grade: of the newest. on: a day that falls between the same changes of
    territory. version_id: of the newest, too; either what all of them said still
    holds or what none of them said. reach_low: of the best one; reach_high:
    of all together, None as soon as one is unknown.
    """

    unit_id: int
    on: date
    happened_on: date
    position: int
    channel: Channel
    version_id: int | None
    grade: int
    deeds: int
    reach_low: int | None
    reach_high: int | None
    policies: tuple[int, ...]
    audiences: frozenset[int]


@dataclass(frozen=True)
class Window:
    """Which sums a question covers: the units it reads, its days, what counts."""

    unit_ids: frozenset[int]
    wide_only: frozenset[int]
    from_on: date
    to_on: date
    least_grade: int
    channel_ids: frozenset[int] = frozenset()


def rows_of(window: Window, territories: Territories) -> list[tuple]:
    """The sums of a window, as tuples of FIELDS. One query, none when they were read a moment ago."""
    if window.from_on > window.to_on:
        return []
    rolled = brought_up_to_date()
    broken = _broken_months(window, territories)
    units = window.unit_ids | window.wide_only
    key = (rolled.made, rolled.through, rolled.proved_through, units, window.from_on, window.to_on, broken)
    return _memory.get(key, lambda: list(_asked_for(window, units, broken).values_list(*FIELDS)))


def _asked_for(window: Window, units: frozenset[int], broken: frozenset[date]) -> object:
    period = Q(on__gte=window.from_on, on__lte=window.to_on)
    by_day = Q(version__isnull=True)
    for month in sorted(broken):
        by_day |= Q(on__gte=month, on__lte=end_of_month(month))
    by_month = Q(span=Tally.Span.MONTH) & ~Q(on__in=sorted(broken))
    return Tally.objects.filter(
        period & (by_month | Q(span=Tally.Span.DAY) & by_day), unit_id__in=sorted(units)
    ).order_by()


def _broken_months(window: Window, territories: Territories) -> frozenset[date]:
    """Months (by their first day) that the period or a change of territory cuts."""
    cuts = [window.from_on, window.to_on + timedelta(days=1), *territories.changes]
    inside = (day for day in cuts if window.from_on <= day <= window.to_on + timedelta(days=1))
    return frozenset(day.replace(day=1) for day in inside if day.day != 1)


class _Memory:
    """The last answers, each for one state of the ledger: what is written later has another key."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: OrderedDict[tuple, list[tuple]] = OrderedDict()

    def get(self, key: tuple, read: object) -> list[tuple]:
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        rows = read()  # type: ignore[operator]
        if len(rows) <= MOST_KEPT:
            with self._lock:
                self._known[key] = rows
                while len(self._known) > KEPT:
                    self._known.popitem(last=False)
        return rows

    def forget(self) -> None:
        with self._lock:
            self._known.clear()


_memory = _Memory()


def fold(
    rows: Iterable[tuple],
    window: Window,
    territories: Territories,
    truths: Mapping[int, Truth],
    channels: Mapping[int, Channel],
    wide: Collection[str],
    *,
    by_channel: bool = False,
    by_month: bool = False,
) -> list[Heard]:
    """The rows, folded as far as cells do not tell them apart. No query."""
    holds = {version: truth.holds for version, truth in truths.items()}
    era = territories.era
    eras: dict[date, date] = {}
    is_wide = {pk: channel.medium in wide for pk, channel in channels.items()}
    sums: dict[tuple, list] = {}
    for unit, on, channel, version, subject, grade, deeds, last_on, position, low, high, unknown in rows:
        if grade < window.least_grade or (window.channel_ids and channel not in window.channel_ids):
            continue
        if unit in window.wide_only and not is_wide[channel]:
            continue
        first = eras.get(on)
        if first is None:
            first = eras[on] = era(on)
        truth = holds[version] if version else on
        key = (
            unit, subject, truth, first, is_wide[channel],
            channel if by_channel else 0, (on.year, on.month) if by_month else 0,
        )  # fmt: skip
        known = sums.get(key)
        if known is None:
            sums[key] = [on, last_on, position, channel, version, grade, deeds, low, high, unknown]
            continue
        if (last_on, position) > (known[1], known[2]):
            known[1], known[2], known[3], known[4], known[5] = last_on, position, channel, version, grade
        known[6] += deeds
        if low is not None and (known[7] is None or low > known[7]):
            known[7] = low
        known[8] += high
        known[9] += unknown
    return [_heard(key[0], key[1], known, channels) for key, known in sums.items()]


def _heard(unit_id: int, subject: str, known: list, channels: Mapping[int, Channel]) -> Heard:
    on, last_on, position, channel, version, grade, deeds, low, high, unknown = known
    policies, audiences = read_subject(subject)
    return Heard(
        unit_id, on, last_on, position, channels[channel], version, grade, deeds,
        low, None if unknown else high, policies, audiences,
    )  # fmt: skip


def read_subject(subject: str) -> tuple[tuple[int, ...], frozenset[int]]:
    """ "1,2|7" -> the policies (1, 2) and the audiences {7}."""
    policies, audiences = subject.split("|")
    return tuple(map(int, filter(None, policies.split(",")))), frozenset(
        map(int, filter(None, audiences.split(",")))
    )


def forget() -> None:
    """Let go of the answers in memory, as in a process that has just begun."""
    _memory.forget()
