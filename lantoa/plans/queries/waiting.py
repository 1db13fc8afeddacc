"""What of the plans waits for a person: to be signed, numbered, corrected, followed."""

from datetime import date

from django.db.models import F, QuerySet

from lantoa.people.models import Role, User
from lantoa.people.queries import holders, scope
from lantoa.plans.models import Plan
from lantoa.plans.queries.plans import followable_plans, lineages, with_names
from lantoa.plans.states import EDITABLE, PlanState


def plans_to_sign(user: User, day: date) -> QuerySet[Plan]:
    """Submitted plans of the units that she leads, and in whose writing she had no part."""
    led = _units_of(user, day, Role.APPROVER)
    waiting = Plan.objects.filter(unit_id__in=led, state=PlanState.SUBMITTED)
    return with_names(waiting.exclude(submitted_by=user).exclude(written_by=user)).order_by("submitted_at")


def plans_to_number(user: User, day: date) -> QuerySet[Plan]:
    """Plans that wait for number and date by the clerk, in a ward without one by its officer: the signed ones
    first, then those that the leader has before her and may be signing on paper."""
    units = _units_of(user, day, Role.CLERK)
    units |= {
        unit_id
        for unit_id in _units_of(user, day, Role.WARD_OFFICER)
        if not holders(Role.CLERK, unit_id, day).exists()
    }
    waiting = Plan.objects.filter(unit_id__in=units, state__in=[PlanState.SIGNED, PlanState.SUBMITTED])
    return with_names(waiting).order_by(F("signed_at").asc(nulls_last=True), "submitted_at")


def returned_plans(user: User) -> QuerySet[Plan]:
    """Her own drafts that came back with a reason."""
    drafts = Plan.objects.filter(written_by=user, state__in=EDITABLE).exclude(sent_back_why="")
    return with_names(drafts)


def plans_to_follow(user: User, day: date) -> list[Plan]:
    """Issued plans of the level above that her ward has no plan for yet, the earliest deadline first."""
    wards = _units_of(user, day, Role.WARD_OFFICER)
    if not wards:
        return []
    mine = Plan.objects.filter(unit_id__in=wards).exclude(state__in=[PlanState.REPLACED, PlanState.CLOSED])
    followed = set(mine.values_list("parent_id", flat=True))
    asked = followable_plans(user).filter(year=day.year).order_by("wards_due_on", "id")
    families = lineages(asked)
    return [plan for plan in asked if not families[plan.pk] & followed]


def _units_of(user: User, day: date, role: Role) -> set[int]:
    """The units at which, not above which, she holds the role: the unit of the duty and its place."""
    mine = scope(user, day)
    units = {duty.unit_id for duty in mine.duties if duty.role == role}
    return units | {mine.tree.territory(unit_id) for unit_id in units}
