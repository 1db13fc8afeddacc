"""Days from the issue of a document to the first proven telling of its policy, in each ward.

Asked of the whole ledger up to the day, not of the period: what was told in time last year was told in time.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import median_low

from lantoa.coverage.counting import Axis, Counting
from lantoa.coverage.ground import Ground
from lantoa.coverage.models import Tally
from lantoa.coverage.queries import Matrix
from lantoa.coverage.remembered import remembered
from lantoa.coverage.roll_up import end_of_month
from lantoa.coverage.rules.first_telling_counts_from_issue import PROVEN, Begin, FirstTelling, begin_of
from lantoa.coverage.sums import unpacked
from lantoa.library.models import Policy
from lantoa.people.models import UnitVersion

Firsts = dict[tuple[int, int], FirstTelling]  # by policy id and ward id


def first_tellings(table: Matrix) -> Firsts:
    """Of every policy of a matrix in every ward that it concerns. Constant number of queries."""
    ground, days = remembered("first told", lambda: table.ground, _first_days)
    begins = {policy.pk: begin_of_policy(policy) for policy in ground.policies}
    counting = _counting(ground)
    since = _first_days_of_wards(ground)
    return {
        (one.policy_id, ward_id): FirstTelling(
            begins[one.policy_id],
            days.get((one.policy_id, ward_id)),
            ground.asked.day,
            since.get(ward_id),
        )
        for one in counting.concerned
        for ward_id in ground.ward_ids
        if (ward_id, one.group) not in counting.nobody
    }


def _first_days_of_wards(ground: Ground) -> dict[int, date]:
    """Ward id -> its first day, for wards whose first day is known. One query."""
    known = UnitVersion.objects.filter(unit_id__in=ground.ward_ids).values_list("unit_id", "valid_from")
    always, first = set(), {}
    for unit_id, day in known:
        if day is None:
            always.add(unit_id)
        else:
            first[unit_id] = min(first.get(unit_id, day), day)
    return {unit_id: day for unit_id, day in first.items() if unit_id not in always}


def begin_of_policy(policy: Policy) -> Begin | None:
    """Since when a policy, fetched with its bases, could be told of."""
    return begin_of({basis.provision.document for basis in policy.bases.all()})


def _counting(ground: Ground) -> Counting:
    return Counting(ground, (Axis.POLICY, Axis.UNIT), [ground.asked.audience])


class _Search:
    """Goes through the months in their order and keeps what each policy and ward was told first."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.counting = ground, _counting(ground)
        self.least_grade = max(int(PROVEN), ground.asked.least_grade)
        self.begins = {
            policy.pk: begin.on for policy in ground.policies if (begin := begin_of_policy(policy))
        }
        self.missing: dict[int, set[int]] = {
            policy_id: set(ground.ward_ids) for policy_id, on in self.begins.items() if on <= ground.asked.day
        }
        self.found: dict[tuple[int, int], date] = {}

    def months(self) -> Iterator[tuple[int, date, str, bytes]]:
        if self.missing:
            first = min(self.begins[policy_id] for policy_id in self.missing).replace(day=1)
            rows = Tally.objects.filter(
                unit_id__in=sorted(self.ground.units), month__gte=first, month__lte=self.ground.asked.day
            )
            yield from rows.order_by("month").values_list("unit_id", "month", "subjects", "daily")

    def look(self, unit_id: int, month: date, subjects: list[str], stored: bytes) -> None:
        """Look at the days of one unit in one month, in their order."""
        ends = end_of_month(month)
        wards = self._wards(unit_id, month, ends)
        wanted = {n for n, subject in enumerate(subjects) if self._is_wanted(subject, ends, wards)}
        if not wanted:
            return
        for day, grade, subject, channel, *_ in unpacked(stored):
            on = month.replace(day=day)
            counts = subject in wanted and grade >= self.least_grade and on <= self.ground.asked.day
            if counts and self._is_counted(unit_id, channel):
                self._keep(unit_id, on, channel, subjects[subject])

    def _is_wanted(self, subject: str, ends: date, wards: set[int]) -> bool:
        return any(
            policy_id in self.missing
            and self.begins[policy_id] <= ends
            and not self.missing[policy_id].isdisjoint(wards)
            for hit in self.counting.hits_of(subject)
            for policy_id, _ in hit.of
        )

    def _wards(self, unit_id: int, first: date, last: date) -> set[int]:
        return {
            ward_id
            for on in (first, last)
            for ward_id, _ in self.counting.wards_reached((unit_id, self.ground.territories.era(on), True))
        }

    def _is_counted(self, unit_id: int, channel_id: int) -> bool:
        wanted = self.ground.asked.channel_ids
        above = unit_id in self.ground.wide_only
        return (not wanted or channel_id in wanted) and (not above or self.ground.is_wide(channel_id))

    def _keep(self, unit_id: int, on: date, channel_id: int, subject: str) -> None:
        place = (unit_id, self.ground.territories.era(on), self.ground.is_wide(channel_id))
        reached = {ward_id for ward_id, _ in self.counting.wards_reached(place)}
        for hit in self.counting.hits_of(subject):
            for policy_id, group in hit.of:
                if policy_id in self.missing and self.begins[policy_id] <= on:
                    for ward_id in reached & self.missing[policy_id]:
                        if (ward_id, group) not in self.counting.nobody:
                            known = self.found.get((policy_id, ward_id), on)
                            self.found[policy_id, ward_id] = min(known, on)

    def end_month(self) -> None:
        """What was told in a month that is over was told first then."""
        for policy_id, ward_id in self.found:
            self.missing[policy_id].discard(ward_id)


def _first_days(ground: Ground) -> dict[tuple[int, int], date]:
    search = _Search(ground)
    for month, rows in groupby(search.months(), key=lambda row: row[1]):
        for unit_id, _, subjects, stored in rows:
            search.look(unit_id, month, subjects.split("\n"), stored)
        search.end_month()
    return search.found


@dataclass(frozen=True)
class Promptness:
    """How soon a policy was told of, over the wards that it concerns. told: in how many; quickest, middle,
    slowest: days, None when nowhere or unknown. waiting: days without a word where it was told nowhere yet;
    None when it was told everywhere or since when is unknown."""

    policy: Policy
    begin: Begin | None
    told: int
    of: int
    quickest: int | None
    middle: int | None
    slowest: int | None
    waiting: int | None


def promptness(table: Matrix, firsts: Firsts) -> list[Promptness]:
    """One for each policy of a matrix, in its order. No query."""
    of_policy: dict[int, list[FirstTelling]] = defaultdict(list)
    for (policy_id, _), first in firsts.items():
        of_policy[policy_id].append(first)
    return [_promptness(policy, of_policy[policy.pk]) for policy in table.policies]


def _promptness(policy: Policy, firsts: list[FirstTelling]) -> Promptness:
    days = sorted(first.days for first in firsts if first.days is not None)
    return Promptness(
        policy,
        begin_of_policy(policy),
        sum(first.told_on is not None for first in firsts),
        len(firsts),
        min(days, default=None),
        median_low(days) if days else None,
        max(days, default=None),
        max((first.waiting for first in firsts if first.waiting is not None), default=None),
    )
