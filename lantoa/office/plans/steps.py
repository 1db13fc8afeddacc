"""The steps of a plan: submit, send back, sign, issue, amend, close, follow. Each one deed, one sentence."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from lantoa.common import dates
from lantoa.office.access import office_login
from lantoa.office.outcome import attempt, say
from lantoa.office.plans.access import plan_or_404
from lantoa.office.plans.choices import units_to_write_for
from lantoa.office.plans.forms import CloseForm, IssueForm, ReasonForm, WardDeadlineForm
from lantoa.people.queries import wards_within
from lantoa.plans import actions
from lantoa.plans.models import Plan
from lantoa.plans.permissions import may_issue, may_send_back, may_write
from lantoa.plans.queries import proposed_number


@office_login
@require_POST
def plan_submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Trình ký."""
    found = plan_or_404(request.user, pk)
    ok, _ = attempt(None, request, lambda: actions.submit_plan(found, by=request.user))
    if ok:
        say(request, "Đã trình ký. Kế hoạch chờ lãnh đạo của đơn vị ký.")
    return redirect("office:plan", pk=pk)


@office_login
@require_POST
def plan_sign(request: HttpRequest, pk: int) -> HttpResponse:
    """The leader signs in the system."""
    found = plan_or_404(request.user, pk)
    ok, _ = attempt(None, request, lambda: actions.sign_plan(found, by=request.user))
    if ok:
        say(request, "Đã ký. Văn thư ghi số, ngày rồi kế hoạch được ban hành.")
    return redirect("office:plan", pk=pk)


@office_login
def plan_send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Back to the writers with a reason."""
    found = plan_or_404(request.user, pk)
    if not may_send_back(request.user, found):
        raise PermissionDenied
    form = ReasonForm(request.POST or None)
    if request.method == "POST":
        ok, _ = attempt(
            form, request, lambda: actions.send_back(found, form.cleaned_data["reason"], by=request.user)
        )
        if ok:
            say(request, "Đã trả lại người lập kèm lý do.")
            return redirect("office:plan", pk=pk)
    return _step(request, found, form, "Trả lại kế hoạch", "Trả lại người lập", "danger")


@office_login
def plan_issue(request: HttpRequest, pk: int) -> HttpResponse:
    """The clerk: number, day, signed paper; then it is issued."""
    found = plan_or_404(request.user, pk)
    if not may_issue(request.user, found):
        raise PermissionDenied
    today = dates.today()
    initial = {
        "number": found.number or proposed_number(found.unit_id, today.year),
        "symbol": found.symbol,
        "issued_on": found.issued_on or today,
    }
    form = IssueForm(found, request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST":
        ok, _ = attempt(
            form, request, lambda: actions.record_issue(found, by=request.user, **form.cleaned_data)
        )
        if ok:
            wards = wards_within(found.territory_id, today)
            say(request, f"Đã ban hành.{' Phường, xã thấy kế hoạch từ bây giờ.' if wards else ''}")
            return redirect("office:plan", pk=pk)
    return _step(request, found, form, "Ghi số, ngày ban hành", "Ban hành kế hoạch")


@office_login
@require_POST
def plan_amend(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the draft that amends or replaces an issued plan."""
    found = plan_or_404(request.user, pk)
    kind = request.POST.get("kind", "")
    if kind not in Plan.Change.values:
        raise Http404
    ok, made = attempt(None, request, lambda: actions.amend_plan(found, kind, by=request.user))
    if not ok:
        return redirect("office:plan", pk=pk)
    until = " cho đến khi bản này ban hành" if kind == Plan.Change.REPLACES else ""
    say(request, f"Đã lập bản nháp {Plan.Change(kind).label}. Kế hoạch cũ vẫn áp dụng{until}.")
    return redirect("office:plan", pk=made.pk)


@office_login
def plan_close(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan is over."""
    found = plan_or_404(request.user, pk)
    if not may_write(request.user, found.unit_id):
        raise PermissionDenied
    form = CloseForm(request.POST or None)
    if request.method == "POST":
        ok, _ = attempt(
            form, request, lambda: actions.close_plan(found, form.cleaned_data["why"], by=request.user)
        )
        if ok:
            say(request, "Đã đóng kế hoạch.")
            return redirect("office:plan", pk=pk)
    return _step(request, found, form, "Đóng kế hoạch", "Đóng kế hoạch", "danger")


@office_login
@require_POST
def plan_discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a draft away."""
    found = plan_or_404(request.user, pk)
    ok, _ = attempt(None, request, lambda: actions.discard_draft(found, by=request.user))
    if not ok:
        return redirect("office:plan", pk=pk)
    say(request, "Đã bỏ bản nháp.")
    return redirect("office:plan_list")


@office_login
@require_POST
def plan_follow(request: HttpRequest, pk: int) -> HttpResponse:
    """A ward officer begins her ward's plan after this one."""
    found = plan_or_404(request.user, pk)
    wanted = request.POST.get("unit", "")
    unit = next((u for u in units_to_write_for(request.user) if str(u.pk) == wanted), None)
    if unit is None:
        raise Http404
    ok, made = attempt(None, request, lambda: actions.follow_plan(found, unit, by=request.user))
    if not ok:
        return redirect("office:plan", pk=pk)
    say(request, "Đã lập bản nháp theo kế hoạch cấp trên. Ghi số lượng, thời gian, địa điểm của đơn vị mình.")
    return redirect("office:plan", pk=made.pk)


@office_login
@require_POST
def plan_ward_deadline(request: HttpRequest, pk: int) -> HttpResponse:
    """By when the wards are to issue theirs."""
    found = plan_or_404(request.user, pk)
    form = WardDeadlineForm(request.POST)
    if not form.is_valid():
        return _step(request, found, form, "Hạn phường, xã ban hành", "Đặt hạn")
    ok, _ = attempt(
        form, request, lambda: actions.set_ward_deadline(found, form.cleaned_data["due_on"], by=request.user)
    )
    if ok:
        say(request, f"Đã {'đặt' if form.cleaned_data['due_on'] else 'bỏ'} hạn cho phường, xã.")
    return redirect("office:plan_cascade", pk=pk)


def _step(
    request: HttpRequest, found: Plan, form: object, title: str, deed: str, look: str = ""
) -> HttpResponse:
    context = {"plan": found, "form": form, "title": title, "deed": deed, "look": look}
    return render(request, "office/plans/step.html", context)
