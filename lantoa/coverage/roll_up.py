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
from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from lantoa.common.models import LedgerCounter
from lantoa.coverage.models import RollUp, Tally
from lantoa.deliveries.actions import LATE_PROOFS, LEDGER
from lantoa.deliveries.models import Delivery, Evidence, Grade, LateEvidence, Outcome

Month = tuple[int, date]  # unit id, first of the month
AT_ONCE = 2_000  # rows written by one statement


def brought_up_to_date() -> RollUp:
    """The sums as of the newest line: two queries when nothing was written since, else they are mended."""
    newest = _newest()
    if newest == (0, 0):
        return RollUp(made=uuid4())  # an empty ledger: nothing to keep
    known = RollUp.objects.first()
    if known is not None and (known.through, known.proved_through) == newest:
        return known
    with transaction.atomic():
        RollUp.objects.get_or_create(pk=1, defaults={"made": uuid4()})
        known = RollUp.objects.select_for_update().get(pk=1)
        newest = _newest()  # again: another may have summed meanwhile
        if (known.through, known.proved_through) != newest:
            _sum(_touched(known, newest), newest[0])
            known.through, known.proved_through = newest
            known.save(update_fields=["through", "proved_through"])
    return known


def rebuild() -> RollUp:
    """Throw all sums away and make them again from the ledger."""
    with transaction.atomic():
        RollUp.objects.all().delete()
        Tally.objects.all().delete()
        return brought_up_to_date()


def _newest() -> tuple[int, int]:
    """The newest position of the ledger, and of the evidence handed in late."""
    last = dict(LedgerCounter.objects.filter(name__in=[LEDGER, LATE_PROOFS]).values_list("name", "last"))
    return last.get(LEDGER, 0), last.get(LATE_PROOFS, 0)


def _touched(known: RollUp, newest: tuple[int, int]) -> set[Month]:
    """The months of units in which what came since writes, corrects or proves something."""
    until, proved_until = newest
    written = Delivery.objects.filter(position__gt=known.through, position__lte=until)
    late = LateEvidence.objects.filter(position__gt=known.proved_through, position__lte=proved_until)
    found = {
        *written.values_list("unit_id", "happened_on"),
        *written.filter(corrects__isnull=False).values_list("corrects__unit_id", "corrects__happened_on"),
        *late.values_list("evidence__delivery__unit_id", "evidence__delivery__happened_on"),
    }
    return {(unit_id, day.replace(day=1)) for unit_id, day in found}


def _sum(months: Iterable[Month], until: int) -> None:
    """Make the sums of these months of units again, as of a position."""
    of_unit: dict[int, list[date]] = defaultdict(list)
    for unit_id, month in months:
        of_unit[unit_id].append(month)
    fresh: list[Tally] = []
    for unit_id in sorted(of_unit):
        wanted = set(of_unit[unit_id])
        first, last = min(wanted), end_of_month(max(wanted))
        Tally.objects.filter(unit_id=unit_id, on__gte=first, on__lte=last).filter(_in_months(wanted)).delete()
        lines = _lines_as_of(until).filter(unit_id=unit_id, happened_on__gte=first, happened_on__lte=last)
        fresh += _tallies(lines, wanted)
        if len(fresh) > AT_ONCE:
            Tally.objects.bulk_create(fresh, AT_ONCE)
            fresh = []
    Tally.objects.bulk_create(fresh, AT_ONCE)


def _in_months(months: set[date]) -> Q:
    inside = Q()
    for month in sorted(months):
        inside |= Q(on__gte=month, on__lte=end_of_month(month))
    return inside


def end_of_month(month: date) -> date:
    """The last day of a month."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _lines_as_of(until: int) -> QuerySet[Delivery]:
    """The lines that held when the ledger ended at a position, of what happened."""
    later = Delivery.objects.filter(corrects=OuterRef("pk"), position__lte=until)
    return Delivery.objects.filter(~Exists(later), position__lte=until).exclude(outcome=Outcome.NOT_DONE)


def _tallies(lines: QuerySet[Delivery], months: set[date]) -> list[Tally]:
    subjects = _subjects(lines)
    grades = _grades(lines)
    sums: dict[tuple, Tally] = {}
    rows = lines.order_by("position").values_list(
        "pk", "position", "unit_id", "happened_on", "channel_id", "version_id", "reach_low", "reach_high"
    )
    for pk, position, unit_id, day, channel_id, version_id, low, high in rows:
        month = day.replace(day=1)
        if month not in months:
            continue
        spans = [(Tally.Span.DAY, day)] + ([(Tally.Span.MONTH, month)] if version_id else [])
        for span, on in spans:
            key = (span, on, unit_id, channel_id, version_id, subjects[pk], grades.get(pk, int(Grade.E1)))
            _add(sums, key, day, position, low, high)
    return list(sums.values())


def _add(
    sums: dict[tuple, Tally], key: tuple, day: date, position: int, low: int | None, high: int | None
) -> None:
    tally = sums.get(key)
    if tally is None:
        span, on, unit_id, channel_id, version_id, subject, grade = key
        tally = sums[key] = Tally(
            span=span,
            on=on,
            unit_id=unit_id,
            channel_id=channel_id,
            version_id=version_id,
            subject=subject,
            grade=grade,
            deeds=0,
            last_on=day,
            last_position=position,
            high=0,
            unknown=0,
        )
    tally.deeds += 1
    tally.last_on, tally.last_position = max((tally.last_on, tally.last_position), (day, position))
    if low is not None:
        tally.low = low if tally.low is None else max(tally.low, low)
    tally.high += high or 0
    tally.unknown += high is None


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
