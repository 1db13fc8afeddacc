"""What was paid: from a pot of money, for an item through its plans, for tellings."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet, Sum

from lantoa.budget.models import PaidTelling, Spending
from lantoa.budget.rules.paid_not_above_proven import LEAST_GRADE
from lantoa.deliveries.models import Delivery
from lantoa.deliveries.queries import visible_deliveries
from lantoa.deliveries.tellings import Telling, telling_id, tellings, told
from lantoa.people.models import User
from lantoa.plans.models import PlanItem
from lantoa.plans.queries import chain_of_item, with_followers


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
    named = PaidTelling.objects.filter(
        telling_id__in=ids, spending__corrected_by__isnull=True, spending__amount_vnd__gt=0
    )
    rows = PaidTelling.objects.filter(spending_id__in=named.values("spending_id"))
    payments: dict[tuple[int, int], set[int]] = defaultdict(set)
    for pk, amount, telling in rows.values_list("spending_id", "spending__amount_vnd", "telling_id"):
        payments[pk, amount].add(telling)
    return payments


def tellings_paid_by(payment: Spending) -> list[Telling]:
    """The tellings that a payment names, each as its newest line says it now."""
    return list(tellings(payment.paid_tellings.values_list("telling_id", flat=True)).values())


def payable_lines(user: User, item: PlanItem) -> QuerySet[Delivery]:
    """The newest lines of tellings for an item (and those that it continues, or that follow it) which are
    proven and which no payment names that stands."""
    own = with_followers(chain_of_item(item))
    lines = told(visible_deliveries(user), LEAST_GRADE).filter(plan_item__in=own)
    paid = PaidTelling.objects.filter(telling=OuterRef("of_telling"), spending__corrected_by__isnull=True)
    return lines.annotate(of_telling=telling_id()).filter(~Exists(paid)).order_by("position")


def payments_with_the_same_file(payment: Spending) -> QuerySet[Spending]:
    """Other payments that stand on a paper of the very same bytes: one invoice may be shared by two sources,
    or have been handed in twice."""
    files = payment.papers.values("file__sha256")
    others = Spending.objects.filter(papers__file__sha256__in=files, corrected_by__isnull=True)
    return others.exclude(pk=payment.pk).distinct().order_by("position")


def paid_links(ids: Iterable[int]) -> dict[int, dict[int, int]]:
    """Telling id -> {payment id: đồng} of all payments that name it; those that take one back count with it,
    below zero. Two queries."""
    wanted = set(ids)
    links = PaidTelling.objects.values_list("telling_id", "spending_id", "spending__amount_vnd")
    named: dict[int, dict[int, int]] = defaultdict(dict)
    for telling, payment, amount in links:
        if telling in wanted:
            named[telling][payment] = amount
    back = {row.corrects_id: row for row in Spending.objects.filter(corrects__isnull=False)}
    for ones in named.values():
        ones |= {back[one].pk: back[one].amount_vnd for one in ones if one in back}
    return named


def paid_tellings() -> QuerySet:
    """The ids of all tellings that any payment names, as a subquery."""
    return PaidTelling.objects.values("telling_id")
