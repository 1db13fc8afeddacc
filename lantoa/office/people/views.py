"""Đơn vị, nhân sự: units on any day, what became of them, who has which duty there, audience sizes."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.common import dates
from lantoa.office.access import office_login
from lantoa.office.lists import page_of
from lantoa.office.outcome import attempt, say
from lantoa.office.people.forms import (
    DayForm,
    DelegateForm,
    DutyForm,
    EndForm,
    SizeForm,
    SuccessionForm,
    ZeroTensForm,
)
from lantoa.people import actions
from lantoa.people.models import Duty, Unit
from lantoa.people.permissions import may_count, may_give_duties, may_import_outlines, may_set_wording
from lantoa.people.queries import ORGANISATIONS, existing_units, scope, units_on


@office_login
def unit_list(request: HttpRequest) -> HttpResponse:
    """The units of her scope on a day."""
    form = DayForm(request.GET if "ngay" in request.GET else None, initial={"ngay": dates.today()})
    day = (form.is_valid() and form.cleaned_data["ngay"]) or dates.today()
    mine = scope(request.user)
    versions = (
        units_on(day, within=mine.watched).select_related("parent").prefetch_related("parent__versions")
    )
    page = page_of(request, versions, 100)
    rows = [(v, v.parent.name_on(day) if v.parent else "") for v in page]
    may_outline = may_import_outlines(request.user)
    return render(
        request,
        "office/people/units.html",
        {"rows": rows, "page": page, "day": day, "form": form, "may_outline": may_outline},
    )


def _the_unit(request: HttpRequest, pk: int) -> Unit:
    if pk not in scope(request.user).watched:
        raise Http404
    return get_object_or_404(existing_units(), pk=pk)


def _ended_on(found: Unit) -> date | None:
    """The last day of a unit that has ended."""
    newest = found.version_on(None)
    return newest.valid_to if newest and newest.valid_to and newest.valid_to < dates.today() else None


def _heirs(request: HttpRequest, ended_on: date | None) -> QuerySet[Unit]:
    """The units of her scope that were there on the day after."""
    if ended_on is None:
        return Unit.objects.none()
    there = units_on(ended_on + timedelta(days=1), within=scope(request.user).inside())
    return existing_units().filter(pk__in=there.values("unit_id"))


def _page(
    request: HttpRequest,
    found: Unit,
    size_form: SizeForm | None = None,
    succession_form: SuccessionForm | None = None,
) -> HttpResponse:
    duties = (
        Duty.objects.filter(unit=found)
        .select_related("user", "delegated_from__user")
        .order_by("role", "valid_from")
    )
    today, ended_on = dates.today(), _ended_on(found)
    newest = found.version_on(None)
    context = {
        "unit": found,
        "is_place": newest is not None and newest.kind not in ORGANISATIONS,
        "succession_form": succession_form or SuccessionForm(_heirs(request, ended_on)),
        "may_succeed": ended_on is not None and may_give_duties(request.user, found),
        "versions": found.versions.order_by("valid_from"),
        "passed_to": found.passed_to.select_related("successor").prefetch_related("successor__versions"),
        "came_from": found.came_from.select_related("predecessor").prefetch_related("predecessor__versions"),
        "duties": [d for d in duties if d.valid_to is None or d.valid_to >= today],
        "sizes": found.audience_sizes.select_related("kind"),
        "size_form": size_form or SizeForm(),
        "may_count": may_count(request.user, found.pk),
        "may_give": may_give_duties(request.user, found),
        "wording_form": ZeroTensForm(initial={"zero_tens": found.zero_tens}),
        "may_word": may_set_wording(request.user, found),
    }
    return render(request, "office/people/unit.html", context)


@office_login
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """One unit through time."""
    return _page(request, _the_unit(request, pk))


@office_login
@require_POST
def unit_succession(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who carries on the work of a unit that has ended."""
    found = _the_unit(request, pk)
    if (ended_on := _ended_on(found)) is None:
        raise Http404
    form = SuccessionForm(_heirs(request, ended_on), request.POST)
    ok, _ = attempt(
        form,
        request,
        lambda: actions.record_succession(
            found, on=ended_on + timedelta(days=1), by=request.user, **form.cleaned_data
        ),
    )
    if not ok:
        return _page(request, found, succession_form=form)
    say(request, "Đã ghi đơn vị kế thừa.")
    return redirect("office:unit", pk=pk)


@office_login
@require_POST
def size_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Write an audience size down."""
    found = _the_unit(request, pk)
    form = SizeForm(request.POST)
    ok, _ = attempt(
        form, request, lambda: actions.record_audience_size(found, by=request.user, **form.cleaned_data)
    )
    if not ok:
        return _page(request, found, form)
    say(request, "Đã ghi quy mô nhóm đối tượng.")
    return redirect("office:unit", pk=pk)


@office_login
@require_POST
def unit_wording(request: HttpRequest, pk: int) -> HttpResponse:
    """How its papers write amounts."""
    found = _the_unit(request, pk)
    form = ZeroTensForm(request.POST)
    ok, _ = attempt(
        form,
        request,
        lambda: actions.set_zero_tens(found, form.cleaned_data["zero_tens"], by=request.user),
    )
    if not ok:
        return _page(request, found)
    say(request, "Đã ghi cách viết số tiền bằng chữ của đơn vị.")
    return redirect("office:unit", pk=pk)


@office_login
def duty_give(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a person a role at a unit."""
    found = _the_unit(request, pk)
    if not may_give_duties(request.user, found):
        raise PermissionDenied
    form = DutyForm(request.POST or None, initial={"valid_from": dates.today()})
    if request.method == "POST":
        ok, duty = attempt(
            form, request, lambda: actions.give_duty(unit=found, by=request.user, **form.cleaned_data)
        )
        if ok:
            say(request, f"Đã giao nhiệm vụ cho {duty.user}.")
            return redirect("office:unit", pk=pk)
    return render(request, "office/people/duty_form.html", {"form": form, "unit": found})


@office_login
def my_duties(request: HttpRequest) -> HttpResponse:
    """What she may do, where, until when; and what she delegated."""
    handed = Duty.objects.filter(delegated_from__user=request.user).select_related("user", "unit")
    context = {
        "duties": scope(request.user).duties,
        "handed": handed.prefetch_related("unit__versions"),
        "today": dates.today(),
    }
    return render(request, "office/people/my_duties.html", context)


@office_login
def duty_delegate(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand one's own duty to another person for a while."""
    duty = next((d for d in scope(request.user).duties if d.pk == pk), None)
    if duty is None:
        raise Http404
    form = DelegateForm(request.POST or None, initial={"valid_from": dates.today()})
    if request.method == "POST":
        ok, handed = attempt(
            form, request, lambda: actions.delegate_duty(duty, by=request.user, **form.cleaned_data)
        )
        if ok:
            say(request, f"Đã ủy quyền cho {handed.user} đến hết ngày {dates.say(handed.valid_to)}.")
            return redirect("office:my_duties")
    return render(request, "office/people/delegate.html", {"form": form, "duty": duty})


@office_login
def duty_end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a duty that one gave or administers."""
    duty = get_object_or_404(Duty.objects.select_related("unit", "user"), pk=pk)
    if duty.given_by_id != request.user.pk and not may_give_duties(request.user, duty.unit):
        raise Http404
    form = EndForm(request.POST or None, initial={"on": dates.today()})
    if request.method == "POST":
        ok, _ = attempt(form, request, lambda: actions.end_duty(duty, by=request.user, **form.cleaned_data))
        if ok:
            say(request, "Đã kết thúc nhiệm vụ.")
            if duty.delegated_from_id and duty.given_by_id == request.user.pk:
                return redirect("office:my_duties")
            return redirect("office:unit", pk=duty.unit_id)
    return render(request, "office/people/duty_end.html", {"form": form, "duty": duty})
