"""Reads over gatherings."""

from django.db.models import Prefetch, QuerySet

from lantoa.gatherings.models import Gathering, HeadCount
from lantoa.people.models import User
from lantoa.people.queries import scope


def visible_gatherings(user: User) -> QuerySet[Gathering]:
    """Those of her units, newest first, with what a list shows."""
    kinds = HeadCount.objects.select_related("kind")
    return (
        Gathering.objects.filter(territory_id__in=scope(user).inside())
        .select_related("unit", "territory", "plan_item", "delivery")
        .prefetch_related("territory__versions", "unit__versions", "policies", Prefetch("head_counts", kinds))
    )
