"""Sổ kinh phí: estimates and payments of a plan, of what amends it and of what it replaced, as one.

What was spent on an item stays with it in the plan that goes on with it; a source is one pot all the way.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Prefetch

from lantoa.budget.models import Spending, SpendingCheck
from lantoa.budget.queries.standing import Activity, Payment, activities
from lantoa.plans.models import FundingSource, ItemMoney, Plan, PlanItem
from lantoa.plans.queries import (
    chain_of,
    plans_in_force,
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
    payments: list[Payment] = field(default_factory=list)

    @property
    def paid_vnd(self) -> int:
        return sum(one.spending.amount_vnd for one in self.payments)

    @property
    def settled_vnd(self) -> int:
        """Paid, proven, with its papers, and found so by a second person."""
        return sum(one.spending.amount_vnd for one in self.payments if one.is_settled)

    @property
    def left_vnd(self) -> int:
        return self.estimate_vnd - self.paid_vnd

    @property
    def missing(self) -> list[str]:
        """What the payments that stand still lack, each thing once."""
        return list(dict.fromkeys(lack for one in self.payments for lack in one.lacking))

    @property
    def waits(self) -> bool:
        """Has a payment all that it needs but the second person's look?"""
        return any(one.waits for one in self.payments)

    @property
    def is_settled(self) -> bool:
        """Is everything that was paid here settled?"""
        return self.paid_vnd > 0 and self.paid_vnd == self.settled_vnd


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
    def settled_vnd(self) -> int:
        return sum(line.settled_vnd for line in self.lines)

    @property
    def left_vnd(self) -> int:
        return self.estimate_vnd - self.paid_vnd


def book(plan: Plan) -> Book:
    """The book in which the money of a plan is told now. A constant number of queries."""
    (plan,) = plans_in_force([plan])
    here = with_amendments(plan)
    rows, pots = _rows([plan], here)
    return Book(plan, list(rows.values()), _sources(here, pots, rows))


def standings(payments: Iterable[Spending]) -> dict[int, Payment]:
    """Id -> where each of these payments stands. A constant number of queries for any number of plans."""
    payments = list(payments)
    plans = plans_in_force({payment.item.plan_id: payment.item.plan for payment in payments}.values())
    rows, _ = _rows(plans, with_amendments(*plans))
    found = {one.spending.pk: one for row in rows.values() for one in row.payments}
    return {payment.pk: found[payment.pk] for payment in payments}


def _rows(plans: list[Plan], here: set[int]) -> tuple[dict[Key, Line], dict[int, int]]:
    """The rows of these plans, of all that they continue; source id -> first source of its pot.

    here: the plans whose estimates hold.
    """
    chain = chain_of(*plans)
    firsts = {pk: min(same) for pk, same in same_items(chain).items()}
    pots = {pk: min(same) for pk, same in same_sources(chain).items()}
    rows: dict[Key, Line] = {}
    estimates = ItemMoney.objects.filter(item__plan_id__in=here)
    estimates = estimates.select_related("item__channel", "item__counting_unit", "source")
    for money in sorted(estimates, key=lambda m: (m.item.plan_id, m.item.order, m.item_id, m.source_id)):
        key = firsts[money.item_id], pots[money.source_id]
        rows.setdefault(key, Line(money.item, money.source)).estimate_vnd += money.amount_vnd
    paid: dict[int, list[Spending]] = defaultdict(list)
    for payment in _payments(chain):
        key = firsts[payment.item_id], pots[payment.source_id]
        rows.setdefault(key, Line(payment.item, payment.source))
        paid[firsts[payment.item_id]].append(payment)
    for one in activities(_planned(here, firsts, rows), paid, firsts):
        for judged in one.payments:
            rows[one.first, pots[judged.spending.source_id]].payments.append(judged)
    return rows, pots


def _planned(here: set[int], firsts: dict[int, int], rows: dict[Key, Line]) -> dict[int, Activity]:
    """First item of a chain -> what the plans in force say of it: how many, for how much in all."""
    counted: dict[int, list[int | None]] = defaultdict(list)
    items = PlanItem.objects.filter(plan_id__in=here).order_by()
    for pk, quantity in items.values_list("pk", "quantity"):
        counted[firsts[pk]].append(quantity)
    planned: dict[int, Activity] = {}
    for (first, _), row in rows.items():
        quantities = counted.get(first, [])
        quantity = sum(q for q in quantities if q) if quantities and None not in quantities else None
        one = planned.setdefault(first, Activity(first, row.item, quantity))
        one.estimate_vnd += row.estimate_vnd
    return planned


def _payments(chain: set[int]) -> list[Spending]:
    lines = Spending.objects.filter(item__plan_id__in=chain)
    lines = lines.select_related(
        "item__channel", "item__counting_unit", "item__plan", "source", "corrects", "corrected_by"
    )
    looks = Prefetch("checks", SpendingCheck.objects.select_related("by"))
    return list(lines.prefetch_related("papers", looks, "paid_tellings").order_by("position"))


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
