"""Write a draft: begin it, its head, the rows of its parts."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.office.access import office_login
from lantoa.office.outcome import attempt, say
from lantoa.office.plans.access import draft_or_refusal, plan_or_404
from lantoa.office.plans.choices import units_to_write_for
from lantoa.office.plans.forms import HeadForm, StartForm
from lantoa.office.plans.part_forms import PARTS
from lantoa.plans import actions
from lantoa.plans.actions import PARTS as MODELS
from lantoa.plans.models import Plan, PlanPart


@office_login
def plan_new(request: HttpRequest) -> HttpResponse:
    """A plan from nothing."""
    if not units_to_write_for(request.user):
        raise PermissionDenied
    form = StartForm(request.user, request.POST or None)
    if request.method == "POST":
        ok, made = attempt(form, request, lambda: actions.start_plan(by=request.user, **form.cleaned_data))
        if ok:
            say(request, "Đã lập bản nháp. Thêm đối tượng, nội dung, kênh và các hoạt động.")
            return redirect("office:plan", pk=made.pk)
    return render(request, "office/plans/new.html", {"form": form})


@office_login
def plan_head(request: HttpRequest, pk: int) -> HttpResponse:
    """The head and the foot of the paper."""
    ok, found = attempt(None, request, lambda: draft_or_refusal(request.user, pk))
    if not ok:
        return redirect("office:plan", pk=pk)
    initial = {name: getattr(found, name) for name in HeadForm.base_fields}
    form = HeadForm(request.POST or None, initial=initial)
    if request.method == "POST":
        ok, _ = attempt(
            form, request, lambda: actions.change_head(found, by=request.user, **form.cleaned_data)
        )
        if ok:
            say(request, "Đã lưu phần đầu văn bản.")
            return redirect("office:plan", pk=pk)
    return render(request, "office/plans/head.html", {"plan": found, "form": form})


@office_login
@require_POST
def plan_write_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Turn the parts into sections that she words herself."""
    found = plan_or_404(request.user, pk)
    ok, _ = attempt(None, request, lambda: actions.write_out_sections(found, by=request.user))
    if ok:
        say(request, "Đã viết các mục từ những phần đã khai. Sửa lời từng mục ở dưới.")
    return redirect("office:plan", pk=pk)


@office_login
def plan_part_add(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """A new row of a part."""
    return _part(request, pk, key, None)


@office_login
def plan_part(request: HttpRequest, pk: int, key: str, part: int) -> HttpResponse:
    """Change one row, beside the words it was read from."""
    return _part(request, pk, key, part)


@office_login
@require_POST
def plan_part_remove(request: HttpRequest, pk: int, key: str, part: int) -> HttpResponse:
    """Take a row out."""
    row = _row(plan_or_404(request.user, pk), key, part)
    ok, _ = attempt(None, request, lambda: actions.remove_part(row, by=request.user))
    if ok:
        say(request, f"Đã bỏ {PARTS[key].one}.")
    return redirect("office:plan", pk=pk)


def _row(found: Plan, key: str, part: int) -> PlanPart:
    if key not in PARTS:
        raise Http404
    return get_object_or_404(MODELS[key][0]._default_manager, pk=part, plan=found)


def _part(request: HttpRequest, pk: int, key: str, part: int | None) -> HttpResponse:
    if key not in PARTS:
        raise Http404
    ok, found = attempt(None, request, lambda: draft_or_refusal(request.user, pk))
    if not ok:
        return redirect("office:plan", pk=pk)
    row = _row(found, key, part) if part is not None else None
    kind = PARTS[key].form
    form = kind(request.POST or None, initial=kind.initial_of(row) if row else None)
    if request.method == "POST":
        ok, _ = attempt(form, request, lambda: _save(found, key, row, form, request.user))
        if ok:
            say(request, f"Đã lưu {PARTS[key].one}.")
            return redirect("office:plan", pk=pk)
    return render(
        request, "office/plans/part.html", {"plan": found, "part": PARTS[key], "row": row, "form": form}
    )


def _save(found: Plan, key: str, row: PlanPart | None, form: object, by: object) -> PlanPart:
    if row is None:
        return actions.add_part(found, key, by=by, **form.values(None))
    return actions.change_part(row, by=by, **form.values(row))
