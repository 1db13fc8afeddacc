"""Begin a plan, write its head."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ProtectedError

from lantoa.common import audit, dates
from lantoa.common.problems import refuse
from lantoa.people.models import Unit, User
from lantoa.people.queries import scope
from lantoa.plans.actions.doing import editable, locked, put, tidy
from lantoa.plans.models import Plan, Programme
from lantoa.plans.permissions import may_write

HEAD = frozenset(
    {
        "title",
        "kind",
        "programme",
        "year",
        "due_on",
        "wards_due_on",
        "superior_name",
        "issuer_name",
        "number",
        "symbol",
        "place",
        "issued_on",
        "opening",
        "closing",
        "on_behalf_of",
        "signing_mode",
        "head_title",
        "signer_title",
        "signer_name",
    }
)


def new_draft(unit: Unit, year: int, by: User, **fields: Any) -> Plan:
    """An unsaved draft of a unit, its territory and its names as of today."""
    if not may_write(by, unit.pk):
        raise PermissionDenied
    units = scope(by).tree
    place_id = units.territory(unit.pk)
    version = unit.version_on(dates.today())
    names: dict[str, Any] = {}
    if place_id != unit.pk or version:
        place = Unit.objects.get(pk=place_id).version_on(dates.today())
        names = {"issuer_name": _issuer(unit, place_id), "place": place.name if place else ""}
    draft = Plan(unit=unit, territory_id=place_id, year=year, written_by=by, written_at=dates.now())
    for name, value in {**names, **fields}.items():
        setattr(draft, name, tidy(value))
    return draft


def _issuer(unit: Unit, place_id: int) -> str:
    """The name of the agency (printed in capitals): an office by its own name, a place by its committee."""
    name = unit.name_on(dates.today())
    return name if place_id != unit.pk else f"Ủy ban nhân dân {name}"


@transaction.atomic
def start_plan(
    unit: Unit, title: str, year: int, *, by: User, programme: Programme | None = None, **head: Any
) -> Plan:
    """A new draft from nothing. head: more fields of the head (`HEAD`)."""
    if not tidy(title):
        refuse("no_title", "Ghi trích yếu của kế hoạch.", "title")
    plan = new_draft(unit, year, by, title=title, programme=programme)
    put(plan, head, HEAD)
    plan.save()
    audit.log(by, "start_plan", plan, unit_id=unit.pk)
    return plan


@transaction.atomic
def change_head(plan: Plan, *, by: User, **fields: Any) -> Plan:
    """Change fields of the head of a draft. A number or day set here is only the paper's word."""
    plan = editable(plan.pk, by)
    changed = put(plan, fields, HEAD)
    if not plan.title:
        refuse("no_title", "Ghi trích yếu của kế hoạch.", "title")
    if changed:
        plan.save(update_fields=changed)
        audit.log(by, "change_plan_head", plan, unit_id=plan.unit_id, fields=changed)
    return plan


@transaction.atomic
def discard_draft(plan: Plan, *, by: User) -> None:
    """Take a draft away for good. Nothing that was submitted, and nothing that other work rests on."""
    plan = editable(plan.pk, by)
    pk, named = plan.pk, str(plan)
    audit.log(by, "discard_draft_plan", plan, unit_id=plan.unit_id, plan=pk, says=named[:300])
    try:
        plan.delete()
    except ProtectedError:
        refuse("draft_in_use", "Bản nháp này đang có bài viết hoặc hoạt động gắn vào. Gỡ các mục đó trước.")


@transaction.atomic
def set_ward_deadline(plan: Plan, due_on: date | None, *, by: User) -> Plan:
    """By when the wards are to issue theirs. Not on the paper, so an issued plan may still get it."""
    plan = locked(plan.pk)
    if not may_write(by, plan.unit_id):
        raise PermissionDenied
    before = plan.wards_due_on
    plan.wards_due_on = due_on
    plan.save(update_fields=["wards_due_on"])
    told = [str(before or ""), str(due_on or "")]
    audit.log(by, "set_ward_deadline", plan, unit_id=plan.unit_id, wards_due_on=told)
    return plan
