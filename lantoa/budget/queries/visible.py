"""The money that a person may watch."""

from django.db.models import Q, QuerySet

from lantoa.budget.models import Spending
from lantoa.people.models import User
from lantoa.people.queries import scope
from lantoa.plans.models import Plan, PlanItem
from lantoa.plans.states import IN_FORCE, OUT, PlanState


def visible_spending(user: User) -> QuerySet[Spending]:
    """The payments of her units, newest first."""
    return (
        Spending.objects.filter(unit_id__in=scope(user).inside())
        .select_related("item__plan", "item__channel", "source", "recorded_by", "corrects", "corrected_by")
        .prefetch_related("papers")
        .order_by("-position")
    )


def plans_with_money(user: User) -> QuerySet[Plan]:
    """The plans of her units whose money can be watched, also those whose money another plan tells now; of
    units that she only observes those that were issued.
    """
    mine = scope(user)
    return (
        Plan.objects.filter(Q(unit_id__in=mine.inside()) | Q(unit_id__in=mine.watched, state__in=OUT))
        .select_related("unit")
        .prefetch_related("unit__versions")
        .order_by("-year", "-id")
    )


def books_of(user: User) -> QuerySet[Plan]:
    """Those of them that tell their money themselves: not replaced, no issued amendment. Newest first."""
    elsewhere = plans_with_money(user).filter(change_kind=Plan.Change.AMENDS, state__in=IN_FORCE)
    return plans_with_money(user).exclude(state=PlanState.REPLACED).exclude(pk__in=elsewhere.values("pk"))


def items_with_money(user: User) -> QuerySet[PlanItem]:
    """The items of issued plans of her units that have an estimate."""
    return (
        PlanItem.objects.filter(
            plan__unit_id__in=scope(user).inside(), plan__state__in=IN_FORCE, money__isnull=False
        )
        .select_related("plan", "channel")
        .distinct()
    )
