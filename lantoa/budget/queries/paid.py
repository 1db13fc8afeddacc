"""What was paid: from a pot of money, for an item through its plans, for tellings."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import QuerySet, Sum

from lantoa.budget.models import Spending
from lantoa.deliveries.models import Delivery
from lantoa.deliveries.tellings import Telling, of_tellings, telling_id, tellings


def spent(sources: Collection[int], items: Collection[int] | None = None) -> int:
    """Đồng paid from the sources of one pot (for the items of one chain), corrections counted in."""
    lines = Spending.objects.filter(source_id__in=sources)
    if items is not None:
        lines = lines.filter(item_id__in=items)
    return lines.aggregate(vnd=Sum("amount_vnd"))["vnd"] or 0


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
