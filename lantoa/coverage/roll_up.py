"""Sums the ledger, from the position where it stopped to the newest one, in the order of commits.

Positions are given out under a lock that is held until the commit (`common.ledger`): whoever reads the
counter sees every line up to it, so no gap is ever passed over. Each sum is made from the lines it covers,
never from its own old value: made anew from nothing it is the same, whatever was corrected in between.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from uuid import uuid4

from django.db import transaction
from django.db.models import Max, QuerySet

from lantoa.common.models import LedgerCounter
from lantoa.coverage.models import RollUp, Tally
from lantoa.coverage.sums import NO_COUNT, NO_VERSION, Sum, newest, packed
from lantoa.deliveries.actions import LATE_PROOFS, LEDGER
from lantoa.deliveries.models import Delivery, Evidence, Grade, LateEvidence
from lantoa.deliveries.tellings import lines_as_of, places_corrected_by

Month = tuple[int, date]  # unit id, first of the month
Counts = list[int]  # deeds, newest, low, high, unknown of a `Sum`, and the grade of the newest
Sums = dict[tuple, Counts]
AT_ONCE = 2_000  # rows written by one statement


def brought_up_to_date() -> RollUp:
    """The sums as of the newest line: two queries when nothing was written since, else they are mended."""
    last = _last_written()
    if last == (0, 0):
        return RollUp(made=uuid4())  # an empty ledger: nothing to keep
    known = RollUp.objects.first()
    if known is not None and (known.through, known.proved_through) == last:
        return known
    with transaction.atomic():
        RollUp.objects.get_or_create(pk=1, defaults={"made": uuid4()})
        known = RollUp.objects.select_for_update().get(pk=1)
        last = _last_written()  # again: another may have summed meanwhile
        if (known.through, known.proved_through) != last:
            _sum(_touched(known, last), last[0])
            known.through, known.proved_through = last
            known.save(update_fields=["through", "proved_through"])
    return known


def rebuild() -> RollUp:
    """Throw all sums away and make them again from the ledger."""
    with transaction.atomic():
        RollUp.objects.all().delete()
        Tally.objects.all().delete()
        return brought_up_to_date()


def _last_written() -> tuple[int, int]:
    """The newest position of the ledger, and of the evidence handed in late."""
    last = dict(LedgerCounter.objects.filter(name__in=[LEDGER, LATE_PROOFS]).values_list("name", "last"))
    return last.get(LEDGER, 0), last.get(LATE_PROOFS, 0)


def _touched(known: RollUp, last: tuple[int, int]) -> set[Month]:
    """The months of units in which what came since writes, corrects or proves something."""
    until, proved_until = last
    written = Delivery.objects.filter(position__gt=known.through, position__lte=until)
    late = LateEvidence.objects.filter(position__gt=known.proved_through, position__lte=proved_until)
    found = {
        *written.values_list("unit_id", "happened_on"),
        *places_corrected_by(written),
        *late.values_list("evidence__delivery__unit_id", "evidence__delivery__happened_on"),
    }
    return {(unit_id, day.replace(day=1)) for unit_id, day in found}


def _sum(months: Iterable[Month], until: int) -> None:
    """Make the sums of these months of units again, as of a position."""
    of_unit: dict[int, list[date]] = defaultdict(list)
    for unit_id, month in months:
        of_unit[unit_id].append(month)
    fresh: list[Tally] = []
    for unit_id, wanted in sorted(of_unit.items()):
        Tally.objects.filter(unit_id=unit_id, month__in=wanted).delete()
        first, last = min(wanted), end_of_month(max(wanted))
        lines = lines_as_of(until).filter(unit_id=unit_id, happened_on__gte=first, happened_on__lte=last)
        fresh += _tallies(unit_id, lines, set(wanted))
        if len(fresh) > AT_ONCE:
            Tally.objects.bulk_create(fresh, AT_ONCE)
            fresh = []
    Tally.objects.bulk_create(fresh, AT_ONCE)


def end_of_month(month: date) -> date:
    """The last day of a month."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


class _Month:
    """The sums of one unit in one month, while they are made, by all that tells them apart."""

    def __init__(self) -> None:
        self.whole: Sums = {}
        self.graded: Sums = {}
        self.daily: Sums = {}

    def add(self, day: int, grade: int, alike: tuple[str, int, int], line: Counts) -> None:
        """Add a line. day: of the month; alike: subject, channel, version."""
        by_month = 0 if alike[2] != NO_VERSION else day
        _add(self.whole, (by_month, 0, *alike), line)
        _add(self.graded, (by_month, grade, *alike), line)
        _add(self.daily, (day, grade, *alike), line)

    def tally(self, unit_id: int, month: date) -> Tally:
        """The row, in an order of its own: what was written later stands no later."""
        subjects = sorted({key[2] for key in self.daily})
        number = {subject: n for n, subject in enumerate(subjects)}
        whole, graded, daily = (
            packed(
                sorted(
                    Sum(day, counts[-1], number[subject], channel_id, version_id, *counts[:-1])
                    for (day, _, subject, channel_id, version_id), counts in sums.items()
                )
            )
            for sums in (self.whole, self.graded, self.daily)
        )
        said = "\n".join(subjects)
        return Tally(unit_id=unit_id, month=month, subjects=said, whole=whole, graded=graded, daily=daily)


def _tallies(unit_id: int, lines: QuerySet[Delivery], wanted: set[date]) -> list[Tally]:
    subjects = _subjects(lines)
    grades = _grades(lines)
    months: dict[date, _Month] = defaultdict(_Month)
    rows = lines.order_by().values_list(
        "pk", "position", "happened_on", "channel_id", "version_id", "reach_low", "reach_high"
    )
    for pk, position, day, channel_id, version_id, low, high in rows:
        month = day.replace(day=1)
        if month not in wanted:
            continue
        grade = grades.get(pk, int(Grade.E1))
        least = NO_COUNT if low is None else low
        counts = [1, newest(day, position), least, high or 0, int(high is None), grade]
        months[month].add(day.day, grade, (subjects[pk], channel_id, version_id or NO_VERSION), counts)
    return [made.tally(unit_id, month) for month, made in sorted(months.items())]


def _add(sums: Sums, key: tuple, line: Counts) -> None:
    known = sums.get(key)
    if known is None:
        sums[key] = list(line)
        return
    known[0] += line[0]
    if line[1] > known[1]:
        known[1], known[5] = line[1], line[5]
    known[2] = max(known[2], line[2])
    known[3] += line[3]
    known[4] += line[4]


def _subjects(lines: QuerySet[Delivery]) -> dict[int, str]:
    """Line id -> "policy ids|audience ids", each in order."""
    ids = lines.values("pk")
    policies: dict[int, list[int]] = defaultdict(list)
    audiences: dict[int, list[int]] = defaultdict(list)
    for through, found, name in (
        (Delivery.policies.through, policies, "policy_id"),
        (Delivery.audiences.through, audiences, "audiencekind_id"),
    ):
        for line_id, other_id in through.objects.filter(delivery_id__in=ids).values_list("delivery_id", name):
            found[line_id].append(other_id)
    return {pk: f"{_joined(policies[pk])}|{_joined(audiences[pk])}" for (pk,) in lines.values_list("pk")}


def _joined(ids: list[int]) -> str:
    return ",".join(map(str, sorted(ids)))


def _grades(lines: QuerySet[Delivery]) -> dict[int, int]:
    """Line id -> the best grade of its evidence; a line without any is left out."""
    proofs = Evidence.objects.filter(delivery_id__in=lines.values("pk")).order_by()
    return dict(proofs.values("delivery_id").annotate(best=Max("grade")).values_list("delivery_id", "best"))
