"""Reads over frozen reports, and the records behind a figure."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from lantoa.people.models import User
from lantoa.people.queries import scope
from lantoa.plans.models import Plan
from lantoa.plans.states import PlanState
from lantoa.reports.models import Report


def visible_reports(user: User) -> QuerySet[Report]:
    """Those of her units, newest first."""
    return (
        Report.objects.filter(unit_id__in=scope(user).watched)
        .select_related("plan", "unit", "frozen_by")
        .prefetch_related("unit__versions")
    )


def reportable_plans(user: User) -> QuerySet[Plan]:
    """Issued plans of her units."""
    issued = (PlanState.ISSUED, PlanState.CLOSED, PlanState.REPLACED)
    mine = Plan.objects.filter(unit_id__in=scope(user).inside(), state__in=issued)
    return mine.select_related("unit").prefetch_related("unit__versions").order_by("-year", "-id")


@dataclass(frozen=True)
class Behind:
    """A figure with the records it was counted from; a record since erased is missing from `things`."""

    figure: dict[str, Any]
    things: list[Any]

    @property
    def lost(self) -> int:
        return len(self.figure["records"]) - len(self.things)


def behind(report: Report, key: str) -> Behind | None:
    """The records behind one figure, in the frozen order; None when the report has no such figure."""
    figure = next((f for f in report.figures if f["key"] == key), None)
    if figure is None:
        return None
    by_model: dict[str, list[int]] = {}
    for label, pk in figure["records"]:
        by_model.setdefault(label, []).append(pk)
    things: list[Any] = []
    for label, keys in by_model.items():
        found = apps.get_model(label)._default_manager.in_bulk(keys)
        things += [found[pk] for pk in keys if pk in found]
    return Behind(figure, things)
