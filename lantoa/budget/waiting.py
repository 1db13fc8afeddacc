"""Khoản chi chờ ai: payments that wait for the second person, and those sent back to who wrote them."""

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from lantoa.budget.models import Spending, SpendingCheck
from lantoa.budget.permissions import checks_money_of
from lantoa.budget.queries import Payment, standings
from lantoa.people.models import User

MOST_LOOKED_THROUGH = 200  # the oldest payments that are judged for one list


def waiting_for_checker(user: User) -> list[Payment]:
    """Complete payments of units whose money she checks, which nobody looked at and she had no hand in."""
    units = checks_money_of(user)
    if not units:
        return []
    hers = _open().filter(Q(unit_id__in=units) | Q(item__plan__unit_id__in=units))
    waiting = hers.filter(Q(found__isnull=True) | ~Q(papers_seen=F("held"), tellings_seen=F("named")))
    return [one for one in _judged(waiting) if one.waits and user.pk not in one.hands]


def sent_back_to(user: User) -> list[Payment]:
    """What she wrote and a second person found not complete, with nothing handed in since."""
    return [one for one in _judged(_open().filter(recorded_by=user, found=False)) if one.is_sent_back]


def _open() -> QuerySet[Spending]:
    """Payments that stand, each with what the newest look found and saw (None: nobody looked), and what it
    holds now."""
    newest = SpendingCheck.objects.filter(spending=OuterRef("pk")).order_by("-pk")
    standing = Spending.objects.filter(amount_vnd__gt=0, corrected_by__isnull=True)
    return standing.annotate(
        found=Subquery(newest.values("accepted")[:1]),
        papers_seen=Subquery(newest.values("papers_seen")[:1]),
        tellings_seen=Subquery(newest.values("tellings_seen")[:1]),
        held=Count("papers", distinct=True),
        named=Count("paid_tellings", distinct=True),
    ).select_related("item__plan", "recorded_by")


def _judged(payments: QuerySet[Spending]) -> list[Payment]:
    some = list(payments.order_by("position")[:MOST_LOOKED_THROUGH])
    return list(standings(some).values()) if some else []
