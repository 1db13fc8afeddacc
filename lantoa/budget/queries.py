"""What was estimated, paid, is left; what a settlement lacks. Every figure leads to its lines."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import QuerySet, Sum

from lantoa.budget.models import Spending
from lantoa.budget.rules.settlement_needs_documents import papers_missing
from lantoa.deliveries.models import Delivery
from lantoa.deliveries.tellings import Telling, of_tellings, telling_id, tellings
from lantoa.people.models import User
from lantoa.people.queries import scope
from lantoa.plans.models import FundingSource, ItemMoney, Plan, PlanItem


def visible_spending(user: User) -> QuerySet[Spending]:
    """The payments of her units, newest first."""
    return (
        Spending.objects.filter(unit_id__in=scope(user).inside())
        .select_related("item__plan", "item__channel", "source", "recorded_by", "corrects", "corrected_by")
        .prefetch_related("papers")
        .order_by("-position")
    )


def plans_with_money(user: User) -> QuerySet[Plan]:
    """The plans of her units whose money can be watched, newest first."""
    return (
        Plan.objects.filter(unit_id__in=scope(user).inside())
        .select_related("unit")
        .prefetch_related("unit__versions")
        .order_by("-year", "-id")
    )


def items_with_money(user: User) -> QuerySet[PlanItem]:
    """The items of issued plans of her units that have an estimate."""
    return (
        PlanItem.objects.filter(
            plan__unit_id__in=scope(user).inside(), plan__state="issued", money__isnull=False
        )
        .select_related("plan", "channel")
        .distinct()
    )


def spent_of_item(item: PlanItem, source: FundingSource) -> int:
    """Đồng paid for an item from a source, corrections counted in."""
    return Spending.objects.filter(item=item, source=source).aggregate(s=Sum("amount_vnd"))["s"] or 0


def spent_of_source(source: FundingSource) -> int:
    """Đồng paid from a source over all items."""
    return Spending.objects.filter(source=source).aggregate(s=Sum("amount_vnd"))["s"] or 0


@dataclass
class Line:
    """One row of the settlement: an item and a source. Amounts in đồng."""

    item: PlanItem
    source: FundingSource
    estimate_vnd: int
    payments: list[Spending] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def paid_vnd(self) -> int:
        return sum(p.amount_vnd for p in self.payments)

    @property
    def left_vnd(self) -> int:
        return self.estimate_vnd - self.paid_vnd

    @property
    def is_settled(self) -> bool:
        return bool(self.payments) and not self.missing


@dataclass
class Book:
    """The money of one plan."""

    plan: Plan
    lines: list[Line]
    sources: list[tuple[FundingSource, int, int]]  # source, estimated, paid

    @property
    def estimate_vnd(self) -> int:
        return sum(line.estimate_vnd for line in self.lines)

    @property
    def paid_vnd(self) -> int:
        return sum(line.paid_vnd for line in self.lines)

    @property
    def left_vnd(self) -> int:
        return self.estimate_vnd - self.paid_vnd


def book(plan: Plan) -> Book:
    """Estimates and payments of a plan, item by item and source by source. Four queries."""
    estimates = list(ItemMoney.objects.filter(item__plan=plan).select_related("item__channel", "source"))
    payments: dict[tuple[int, int], list[Spending]] = defaultdict(list)
    lines = (
        Spending.objects.filter(item__plan=plan)
        .select_related("corrects", "corrected_by")
        .prefetch_related("papers")
        .order_by("position")
    )
    for payment in lines:
        payments[(payment.item_id, payment.source_id)].append(payment)
    rows = []
    by_source: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for estimate in sorted(estimates, key=lambda e: (e.item.order, e.item_id, e.source_id)):
        row = Line(estimate.item, estimate.source, estimate.amount_vnd)
        row.payments = payments.get((estimate.item_id, estimate.source_id), [])
        row.missing = _missing(row)
        rows.append(row)
        by_source[estimate.source_id][0] += row.estimate_vnd
        by_source[estimate.source_id][1] += row.paid_vnd
    sources = [(s, by_source[s.pk][0], by_source[s.pk][1]) for s in plan.funding_sources.all()]
    return Book(plan, rows, sources)


def _missing(row: Line) -> list[str]:
    """Papers lacking on any payment of the row that still stands (was not corrected away)."""
    lacking: list[str] = []
    for payment in row.payments:
        if payment.amount_vnd <= 0 or hasattr(payment, "corrected_by"):
            continue
        present = {paper.kind for paper in payment.papers.all()}
        lacking += [m for m in papers_missing(row.item.channel.medium, present) if m not in lacking]
    return lacking


@dataclass(frozen=True)
class Paid:
    """Đồng paid for some lines of the ledger: at least (payments for these alone), at most (also shared)."""

    least_vnd: int = 0
    most_vnd: int = 0


def paid_for(deliveries: Iterable[Delivery]) -> Paid:
    """What payments that still stand name the tellings of these deliveries. One query."""
    ours = {line.telling_id for line in deliveries}
    payments = payments_naming(ours)
    return Paid(
        sum(amount for (_, amount), those in payments.items() if those <= ours),
        sum(amount for _, amount in payments),
    )


def payments_naming(ids: Collection[int]) -> dict[tuple[int, int], set[int]]:
    """(id, đồng) of each payment that stands and names one of these tellings -> all tellings that it names.
    One query."""
    through = Spending.deliveries.through.objects
    named = through.filter(
        of_tellings(ids, "delivery__"), spending__corrected_by__isnull=True, spending__amount_vnd__gt=0
    )
    rows = through.filter(spending_id__in=named.values("spending_id"))
    payments: dict[tuple[int, int], set[int]] = defaultdict(set)
    for pk, amount, telling in rows.values_list(
        "spending_id", "spending__amount_vnd", telling_id("delivery__")
    ):
        payments[pk, amount].add(telling)
    return payments


def tellings_paid_by(payment: Spending) -> list[Telling]:
    """The tellings that a payment names, each as its newest line says it now."""
    return list(tellings(payment.deliveries.values_list(telling_id(), flat=True)).values())


def paid_links(ids: Iterable[int]) -> dict[int, dict[int, int]]:
    """Telling id -> {payment id: đồng} of all payments that name it; those that take one back count with it,
    below zero. Two queries."""
    wanted = set(ids)
    links = Spending.deliveries.through.objects.values_list(
        telling_id("delivery__"), "spending_id", "spending__amount_vnd"
    )
    named: dict[int, dict[int, int]] = defaultdict(dict)
    for telling, payment, amount in links:
        if telling in wanted:
            named[telling][payment] = amount
    payments = {payment for ones in named.values() for payment in ones}
    back = {row.corrects_id: row for row in Spending.objects.filter(corrects__isnull=False)}
    for ones in named.values():
        for payment in list(ones):
            if payment in back and back[payment].pk not in payments:
                ones[back[payment].pk] = back[payment].amount_vnd
    return named


def paid_tellings() -> QuerySet:
    """The ids of all tellings that any payment names, as a subquery."""
    return Spending.deliveries.through.objects.values(telling=telling_id("delivery__"))
