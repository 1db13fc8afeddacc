"""Bundles: those that concern a person, and those that wait for her receipt."""

from django.db.models import Q, QuerySet

from lantoa.library.models import Bundle
from lantoa.library.roles import RECEIVE
from lantoa.people.models import User
from lantoa.people.queries import scope


def visible_bundles(user: User) -> QuerySet[Bundle]:
    """Bundles from or to the units that this person works for, ready for a list."""
    inside = scope(user).watched
    bundles = Bundle.objects.filter(Q(from_unit_id__in=inside) | Q(to_unit_id__in=inside))
    return bundles.select_related("from_unit", "to_unit", "handed_by", "acknowledged_by").prefetch_related(
        "from_unit__versions", "to_unit__versions", "documents", "policies"
    )


def bundles_waiting_for(user: User) -> list[Bundle]:
    """Bundles that this person may acknowledge and nobody has, oldest first."""
    waiting = visible_bundles(user).filter(acknowledged_at__isnull=True).order_by("handed_at")
    return [b for b in waiting if b.handed_by_id != user.pk and scope(user).has_at(RECEIVE, b.to_unit_id)]
