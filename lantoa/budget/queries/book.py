"""Sổ kinh phí: estimates and payments of a plan, of what amends it and of what it replaced, as one.

What was spent on an item stays with it in the plan that goes on with it; a source is one pot all the way.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from lantoa.budget.models import Spending
from lantoa.budget.rules.settlement_needs_documents import papers_missing
from lantoa.plans.models import FundingSource, ItemMoney, Plan, PlanItem
from lantoa.plans.queries import (
    chain_of,
    plan_in_force,
    same_items,
    same_sources,
    sum_of_pot,
    with_amendments,
)

Key = tuple[int, int]  # the first item of a chain, the first source of a pot


@dataclass
class Line:
    """One row of the settlement: an item and a source, each with those that it continues. Amounts in đồng."""

    item: PlanItem
    source: FundingSource
    estimate_vnd: int = 0
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
class SourceLine:
    """A pot of money: what it holds (None: not set), how much of it items may spend, what was paid."""

    source: FundingSource
    pot_vnd: int | None
    estimate_vnd: int
    paid_vnd: int


@dataclass
class Book:
    """The money of one plan. plan: the one in force, which may have replaced the one asked for."""

    plan: Plan
    lines: list[Line]
    sources: list[SourceLine]

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
    """The book in which the money of a plan is told now. A constant number of queries."""
    plan = plan_in_force(plan)
    here, chain = with_amendments(plan), chain_of(plan)
    firsts = {pk: min(same) for pk, same in same_items(chain).items()}
    pots = {pk: min(same) for pk, same in same_sources(chain).items()}
    rows: dict[Key, Line] = {}
    estimates = ItemMoney.objects.filter(item__plan_id__in=here).select_related("item__channel", "source")
    for money in sorted(estimates, key=lambda m: (m.item.plan_id, m.item.order, m.item_id, m.source_id)):
        key = firsts[money.item_id], pots[money.source_id]
        rows.setdefault(key, Line(money.item, money.source)).estimate_vnd += money.amount_vnd
    for payment in _payments(chain):
        key = firsts[payment.item_id], pots[payment.source_id]
        rows.setdefault(key, Line(payment.item, payment.source)).payments.append(payment)
    for row in rows.values():
        row.missing = _missing(row)
    return Book(plan, list(rows.values()), _sources(here, pots, rows))


def _payments(chain: set[int]) -> list[Spending]:
    lines = Spending.objects.filter(item__plan_id__in=chain)
    lines = lines.select_related("item__channel", "source", "corrects", "corrected_by")
    return list(lines.prefetch_related("papers").order_by("position"))


def _sources(here: set[int], pots: dict[int, int], rows: dict[Key, Line]) -> list[SourceLine]:
    """The pots of the plans in force, then those from which was paid and that no plan names any more."""
    named: dict[int, list[FundingSource]] = defaultdict(list)
    for source in FundingSource.objects.filter(plan_id__in=here).order_by("plan_id", "order", "pk"):
        named[pots[source.pk]].append(source)
    amounts = {pot: sum_of_pot(s.amount_vnd for s in sources) for pot, sources in named.items()}
    heads = {pot: sources[0] for pot, sources in named.items()}
    for (_, pot), row in rows.items():
        heads.setdefault(pot, row.source)
    return [
        SourceLine(
            source,
            amounts.get(pot),
            sum(row.estimate_vnd for (_, of), row in rows.items() if of == pot),
            sum(row.paid_vnd for (_, of), row in rows.items() if of == pot),
        )
        for pot, source in heads.items()
    ]


def _missing(row: Line) -> list[str]:
    """Papers lacking on any payment of the row that still stands (was not corrected away)."""
    lacking: list[str] = []
    for payment in row.payments:
        if payment.amount_vnd <= 0 or hasattr(payment, "corrected_by"):
            continue
        present = {paper.kind for paper in payment.papers.all()}
        lacking += [m for m in papers_missing(row.item.channel.medium, present) if m not in lacking]
    return lacking
