"""Nói lại tốn bao nhiêu: what was told once, by what it cost then or should have cost by the plan."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from fractions import Fraction

from django.db.models import QuerySet, Sum

from lantoa.budget.queries import payments_naming
from lantoa.deliveries.models import Delivery
from lantoa.plans.models import Channel, PlanItem

# Where one line of the ledger is one of what the plan counts; a hand-out is many sheets.
SHEETS = "tờ"  # the counting unit of print runs (plans.reference)
ONE_LINE_EACH = {Channel.Medium.BROADCAST, Channel.Medium.GATHERING, Channel.Medium.DISPLAY}


@dataclass(frozen=True)
class Retelling:
    """What telling some lines of the ledger again would cost, by what is known of them: đồng and lines.

    paid: by the payments that name a line, each shared equally among its lines. planned: by the estimate of
    its plan item, for lines that no payment names. unknown: lines of which neither is known, not counted in.
    """

    paid_vnd: int = 0
    paid: int = 0
    planned_vnd: int = 0
    planned: int = 0
    unknown: int = 0

    @property
    def vnd(self) -> int | None:
        """Đồng in all for the lines whose cost is known; None where that of no line is."""
        return self.paid_vnd + self.planned_vnd if self.paid or self.planned else None


def retelling(deliveries: Iterable[Delivery]) -> dict[int, Retelling]:
    """Unit id -> what telling its lines again would cost. Two queries for any number of lines."""
    lines = {line.telling_id: line for line in deliveries}
    items = PlanItem.objects.filter(channel__medium__in=ONE_LINE_EACH)
    paid, planned = _shares(lines), _price_of_one(items, (line.plan_item_id for line in lines.values()))
    sums: dict[int, list[Fraction]] = defaultdict(lambda: [Fraction()] * 5)
    for telling, line in lines.items():
        if telling in paid:
            known = [paid[telling], 1, 0, 0, 0]
        elif line.plan_item_id in planned:
            known = [0, 0, planned[line.plan_item_id], 1, 0]
        else:
            known = [0, 0, 0, 0, 1]
        sums[line.unit_id] = [a + b for a, b in zip(sums[line.unit_id], known, strict=True)]
    return {unit: Retelling(*(round(one) for one in known)) for unit, known in sums.items()}


def reprinting(stock: Iterable[tuple[int | None, int]]) -> Retelling:
    """What printing so many sheets again would cost, by the estimate of their plan item; counted in sheets.

    stock: (id of the plan item, sheets). What was paid for a print run names no run: only estimates count.
    """
    stock = list(stock)
    items = PlanItem.objects.filter(channel__medium=Channel.Medium.PRINT, counting_unit__name=SHEETS)
    price = _price_of_one(items, (item for item, _ in stock))
    known = [(price[item], sheets) for item, sheets in stock if item in price]
    planned = sum(sheets for _, sheets in known)
    unknown = sum(sheets for _, sheets in stock) - planned
    return Retelling(
        planned_vnd=round(sum(one * sheets for one, sheets in known)), planned=planned, unknown=unknown
    )


def in_all(parts: Iterable[Retelling]) -> Retelling:
    """The sum of several."""
    parts = list(parts)
    return Retelling(*(sum(getattr(one, name.name) for one in parts) for name in fields(Retelling)))


def _shares(tellings: Collection[int]) -> dict[int, Fraction]:
    """Telling -> đồng of it by the payments that name it."""
    shares: dict[int, Fraction] = defaultdict(Fraction)
    for (_, amount), named in payments_naming(tellings).items():
        for telling in named & set(tellings):
            shares[telling] += Fraction(amount, len(named))
    return shares


def _price_of_one(items: QuerySet[PlanItem], item_ids: Iterable[int | None]) -> dict[int | None, Fraction]:
    """Plan item, if it is among these -> đồng for one of what it counts, by its estimate."""
    items = items.filter(pk__in={pk for pk in item_ids if pk}, quantity__gt=0)
    rows = items.annotate(vnd=Sum("money__amount_vnd")).filter(vnd__gt=0).order_by()
    return {pk: Fraction(vnd, quantity) for pk, vnd, quantity in rows.values_list("pk", "vnd", "quantity")}
