"""What reached people in a period, folded: the sums that a question covers, alike ones together.

Whole months come from the sums of the month, those that the period or a change of territory cuts from the
sums of their days: the same answer as from every line.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from lantoa.coverage.ground import Ground
from lantoa.coverage.models import Tally
from lantoa.coverage.sums import POSITION, unpacked
from lantoa.deliveries.models import Grade

Place = tuple[int, date, bool]  # unit id, first day of the same territories, carried over a whole city?
Row = list[Any]  # the fields of a `Heard`, in its order: they are many, and most are only added up


class Heard(NamedTuple):
    """Deliveries of one subject at one place that count alike, as if they were one.

    subject: "1,2|7", see `read_subject`. channel_id, version_id, grade: of the newest (`sums.newest`); either
    what all of them said still holds or what none of them said, known by that version; without one they are
    of one day. low: the largest lower count, NO_COUNT when none is known; high: the upper counts together;
    unknown: how many have none.
    """

    subject: str
    month: date
    newest: int
    channel_id: int
    version_id: int
    grade: int
    deeds: int
    low: int
    high: int
    unknown: int


def heard(ground: Ground, *, by_channel: bool = False, by_month: bool = False) -> dict[Place, list[Row]]:
    """What reached people, by where it was written down, folded as far as cells do not tell it apart.

    by_channel, by_month: keep apart what went over other channels, in other months. At most two queries.
    """
    asked, era = ground.asked, ground.territories.era
    wide = {pk for pk in ground.channels if ground.is_wide(pk)}
    counted = {pk: pk if by_channel else pk in wide for pk in asked.channel_ids or ground.channels}
    counted_above = {pk: told_apart for pk, told_apart in counted.items() if pk in wide}
    untrue = {pk for pk, truth in ground.truths.items() if not truth.holds}
    least_grade = asked.least_grade if asked.least_grade > Grade.E1 else 0  # who says so is enough
    places: dict[tuple, dict[tuple, Row]] = defaultdict(dict)
    for unit_id, month, subjects, stored, is_cut in _months(ground):
        names = subjects.split("\n")
        here = places[unit_id, era(month), by_month and month]
        apart = (counted_above if unit_id in ground.wide_only else counted).get
        # The innermost loop of every matrix: fifty thousand times for three years of a city.
        for day, grade, subject, channel, version, deeds, newest, low, high, unknown in unpacked(stored):
            told_apart = apart(channel)
            if told_apart is None or grade < least_grade:
                continue
            if is_cut:
                on = month.replace(day=day)
                if not asked.from_on <= on <= asked.last_on:
                    continue
                here = places[unit_id, era(on), by_month and month]
            alike = (names[subject], version not in untrue if version else newest >> POSITION, told_apart)
            known = here.get(alike)
            if known is None:
                here[alike] = [
                    names[subject],
                    month,
                    newest,
                    channel,
                    version,
                    grade,
                    deeds,
                    low,
                    high,
                    unknown,
                ]
                continue
            if newest > known[2]:
                known[2:6] = newest, channel, version, grade
            known[6] += deeds
            if low > known[7]:
                known[7] = low
            known[8] += high
            known[9] += unknown
    found: dict[Place, list[Row]] = defaultdict(list)
    for (unit_id, day, _), sums in places.items():
        for known in sums.values():
            found[unit_id, day, known[3] in wide].append(known)
    return found


def _months(ground: Ground) -> Iterator[tuple[int, date, str, bytes, bool]]:
    """All that a question covers: (unit id, month, its subjects, its sums, does the question cut it)."""
    asked = ground.asked
    if asked.from_on > asked.last_on:
        return
    cut = _cut_months(ground)
    covered = Tally.objects.filter(
        unit_id__in=sorted(ground.units), month__gte=asked.from_on.replace(day=1), month__lte=asked.last_on
    ).order_by()
    names = ("unit_id", "month", "subjects")
    whole = "graded" if asked.least_grade > Grade.E1 else "whole"
    for row in covered.exclude(month__in=cut).values_list(*names, whole):
        yield *row, False
    if cut:
        for row in covered.filter(month__in=cut).values_list(*names, "daily"):
            yield *row, True


def _cut_months(ground: Ground) -> list[date]:
    """Months (by their first day) that the period or a change of territory cuts."""
    first, after = ground.asked.from_on, ground.asked.last_on + timedelta(days=1)
    days = [first, after, *ground.territories.changes]
    return sorted({day.replace(day=1) for day in days if first <= day <= after and day.day != 1})


def read_subject(subject: str) -> tuple[tuple[int, ...], frozenset[int]]:
    """ "1,2|7" -> the policies (1, 2) and the audiences {7}."""
    policies, audiences = subject.split("|")
    return tuple(map(int, filter(None, policies.split(",")))), frozenset(
        map(int, filter(None, audiences.split(",")))
    )
