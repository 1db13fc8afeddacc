"""Rehearsals: who sees them, and their supposed changes as effects to ask with. None of it is stored law."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, QuerySet

from lantoa.library.models import Effect, Policy, Rehearsal, SupposedEffect
from lantoa.library.queries.policies import state_of_bases, visible_policies
from lantoa.library.rules.standing_of_a_citation import PinState
from lantoa.people.models import User
from lantoa.people.queries import scope


def visible_rehearsals(user: User) -> QuerySet[Rehearsal]:
    """What a draft would change is no secret among those who hold a duty. `changes`: how many it supposes."""
    rehearsals = Rehearsal.objects.select_related("source", "draft", "opened_by", "made_real_by")
    counted = rehearsals.annotate(changes=Count("supposed")).order_by("-opened_at", "-pk")
    return counted if scope(user).duties else counted.none()


def supposed_changes(rehearsal: Rehearsal) -> list[tuple[SupposedEffect, Effect]]:
    """Its changes, each with the effect it would be (not stored); soonest first, undated last. One query."""
    rows = rehearsal.supposed.select_related("rehearsal__source", "document", "provision__document")
    soonest = sorted(rows, key=lambda row: (row.on or date.max, row.pk))
    return [(row, row.as_effect()) for row in soonest]


def policies_struck_by(supposing: Iterable[Effect], day: date, user: User) -> list[tuple[Policy, PinState]]:
    """Published policies with the state of a basis that supposed effects would put in doubt on a day."""
    supposing = list(supposing)
    supposed = {effect.pk for effect in supposing}
    documents = {effect.document_id for effect in supposing}
    resting = visible_policies(user).filter(
        state=Policy.State.PUBLISHED, bases__provision__document_id__in=documents
    )
    policies = list(resting.distinct())
    states = state_of_bases([basis for one in policies for basis in one.bases.all()], day, supposing)
    struck = []
    for policy in policies:
        for basis in policy.bases.all():
            state = states[basis.pk]
            if state.kind in ("suspect", "unknown") and supposed & {cause.pk for cause in state.causes}:
                struck.append((policy, state))
                break
    return struck
