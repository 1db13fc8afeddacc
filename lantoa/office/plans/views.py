"""Kế hoạch: the list, one plan whole, its print, how the wards follow it."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.common import dates
from lantoa.common.models import StoredFile
from lantoa.library.models import Policy
from lantoa.library.queries import grounds_of
from lantoa.office.access import office_login
from lantoa.office.file_access import CHECKS
from lantoa.office.lists import page_of
from lantoa.office.papers import download
from lantoa.office.plans.access import plan_or_404
from lantoa.office.plans.choices import units_to_write_for
from lantoa.office.plans.forms import PlanFilter, WardDeadlineForm
from lantoa.office.plans.part_forms import PARTS
from lantoa.office.plans.rights import steps_open_to
from lantoa.office.plans.trail import trail_of
from lantoa.people.models import User
from lantoa.people.queries import scope
from lantoa.plans.models import Plan
from lantoa.plans.permissions import may_see_cascade, may_write
from lantoa.plans.printing import period_of, quantity_of, to_official
from lantoa.plans.queries import cascade, documents_of_bases, plans_to_follow, visible_plans
from lantoa.plans.rules.what_is_not_set import gaps
from lantoa.plans.section_text import text_of
from lantoa.plans.states import EDITABLE, OUT


@office_login
def plan_list(request: HttpRequest) -> HttpResponse:
    """The plans she sees, by year and state; above them those that her ward still has to follow."""
    seen = visible_plans(request.user)
    years = list(seen.order_by("-year").values_list("year", flat=True).distinct())
    form = PlanFilter(years, request.GET or None)
    context = {
        "page": page_of(request, _filtered(seen, form)),
        "form": form,
        "filtered": any(form.cleaned_data.values()) if form.is_valid() else False,
        "may_write": bool(units_to_write_for(request.user)),
        "to_follow": plans_to_follow(request.user, dates.today()),
    }
    return render(request, "office/plans/list.html", context)


def _filtered(seen: QuerySet[Plan], form: PlanFilter) -> QuerySet[Plan]:
    if not form.is_valid():
        return seen
    if form.cleaned_data["nam"]:
        seen = seen.filter(year=form.cleaned_data["nam"])
    if form.cleaned_data["trang_thai"]:
        seen = seen.filter(state=form.cleaned_data["trang_thai"])
    return seen


@office_login
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """One plan: what is missing first, then its activities and parts, and the next step."""
    return render(request, "office/plans/plan.html", plan_context(request, pk))


def plan_context(request: HttpRequest, pk: int) -> dict[str, object]:
    """What the page of a plan shows; also when a step on it was refused."""
    found = plan_or_404(request.user, pk)
    may_edit = may_write(request.user, found.unit_id) and found.state in EDITABLE
    held = documents_of_bases(found.legal_bases.all())
    for basis in found.legal_bases.all():
        basis.held = held.get(basis.pk)
    for section in found.sections.all():
        section.words = text_of(section.blocks)
    items = [(item, quantity_of(item), period_of(item)) for item in found.items.all()]
    return {
        "plan": found,
        "gaps": gaps(found),
        "items": items,
        "grounds": grounds_of(Policy.objects.filter(plan_items__plan=found), dates.today()),
        "total_vnd": sum(money.amount_vnd for item, *_ in items for money in item.money.all()) or None,
        "parts": [(part, list(getattr(found, part.attribute).all())) for part in PARTS.values()],
        "changed_by": list(visible_plans(request.user).filter(changes=found)),
        "trail": trail_of(found),
        "may_edit": may_edit,
        "open": steps_open_to(request.user, found),
        "cascades": may_see_cascade(request.user, found) and _has_wards(found),
    }


def _has_wards(found: Plan) -> bool:
    """A ward's own plan is followed by nobody, and an amendment by way of the plan it amends."""
    version = found.territory.version_on(found.issued_on)
    is_ward = version is not None and version.kind in ("ward", "commune")
    return not is_ward and found.change_kind != Plan.Change.AMENDS


@office_login
def plan_print(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The plan as DOCX or PDF, ready to be signed."""
    return download(to_official(plan_or_404(request.user, pk)), f"ke-hoach-{pk}", form)


@office_login
def plan_cascade(request: HttpRequest, pk: int) -> HttpResponse:
    """Who of the wards has issued, who has not, what was forgotten. Not for a ward to see of others."""
    found = plan_or_404(request.user, pk)
    if not may_see_cascade(request.user, found) or not _has_wards(found):
        raise Http404
    day = dates.today()
    context = {
        "plan": found,
        "cascade": cascade(found, day),
        "form": WardDeadlineForm(initial={"due_on": found.wards_due_on}),
        "may_write": may_write(request.user, found.unit_id) and found.state not in OUT - {"issued"},
    }
    return render(request, "office/plans/cascade.html", context)


def may_open_paper(user: User, stored: StoredFile) -> bool:
    """The file a plan was read from, or its signed scan, of a plan that she sees."""
    units = scope(user)
    mine = visible_plans(user).filter(unit_id__in=units.inside() | units.above)
    return mine.filter(source_file=stored).exists() or mine.filter(signed_scan=stored).exists()


CHECKS.append(may_open_paper)
