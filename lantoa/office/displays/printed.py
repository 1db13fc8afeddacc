"""Tờ rơi, tài liệu in: what was printed, what is left, who got how many."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.common import dates
from lantoa.displays import actions
from lantoa.displays.models import HandOut, PrintRun
from lantoa.displays.permissions import HANGERS, may_hang
from lantoa.displays.queries import stock_on, visible_runs
from lantoa.office.access import of_records, office_login
from lantoa.office.deliveries.evidence import waits_says
from lantoa.office.deliveries.forms import new_key
from lantoa.office.displays.forms import HandOutForm, PrintRunForm, PulpForm, WhyForm
from lantoa.office.outcome import attempt, say
from lantoa.people.queries import scope


@of_records
def run_list(request: HttpRequest) -> HttpResponse:
    """What was printed for her units and how much is left."""
    page = Paginator(visible_runs(request.user), 30).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "rows": stock_on(page.object_list, dates.today()),
        "may_print": bool(scope(request.user).roles & HANGERS),
    }
    return render(request, "office/displays/runs.html", context)


@office_login
def run_new(request: HttpRequest) -> HttpResponse:
    """Copies of an approved edition."""
    form = PrintRunForm(
        request.user, request.POST or None, initial={"printed_on": dates.today(), "key": new_key()}
    )
    if request.method == "POST":
        ok, made = attempt(form, request, lambda: actions.print_copies(by=request.user, **form.cleaned_data))
        if ok:
            say(request, "Đã ghi đợt in. Tải maket để đưa nhà in; phát đến đâu ghi đến đó.")
            return redirect("office:print_run", pk=made.pk)
    return render(request, "office/displays/run_form.html", {"form": form})


def _page(request: HttpRequest, found: PrintRun, **forms: object) -> HttpResponse:
    (row,) = stock_on([found], dates.today())
    given = found.hand_outs.select_related("unit").prefetch_related("unit__versions")
    context = {
        "row": row,
        "run": found,
        "given": given,
        "may_change": may_hang(request.user, found.unit),
        "hand_out_form": forms.get("hand_out")
        or HandOutForm(request.user, initial={"on": dates.today(), "key": new_key()}),
        "pulp_form": forms.get("pulp") or PulpForm(initial={"key": new_key()}),
        "why_form": forms.get("why") or WhyForm(),
    }
    return render(request, "office/displays/run.html", context)


@office_login
def run(request: HttpRequest, pk: int) -> HttpResponse:
    """One print run: its stock, what was handed out, and the next step."""
    return _page(request, get_object_or_404(visible_runs(request.user), pk=pk))


@office_login
@require_POST
def run_hand_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Copies given out in a ward."""
    found = get_object_or_404(visible_runs(request.user), pk=pk)
    form = HandOutForm(request.user, request.POST, request.FILES)
    ok, given = attempt(form, request, lambda: actions.hand_out(found, by=request.user, **form.cleaned_data))
    if not ok:
        return _page(request, found, hand_out=form)
    say(request, f"Đã ghi lượt phát vào sổ truyền thông.{waits_says(given.delivery)}")
    return redirect("office:print_run", pk=pk)


@office_login
@require_POST
def run_pulp(request: HttpRequest, pk: int) -> HttpResponse:
    """Copies that nobody gets any more."""
    found = get_object_or_404(visible_runs(request.user), pk=pk)
    form = PulpForm(request.POST)
    ok, _ = attempt(form, request, lambda: actions.pulp(found, by=request.user, **form.cleaned_data))
    if not ok:
        return _page(request, found, pulp=form)
    say(request, "Đã ghi số tờ hủy.")
    return redirect("office:print_run", pk=pk)


@office_login
@require_POST
def hand_out_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """It was written down by mistake."""
    given = get_object_or_404(HandOut.objects.filter(run__in=visible_runs(request.user).values("pk")), pk=pk)
    form = WhyForm(request.POST)
    ok, _ = attempt(
        form, request, lambda: actions.take_back_hand_out(given, by=request.user, **form.cleaned_data)
    )
    if not ok:
        return _page(request, visible_runs(request.user).get(pk=given.run_id), why=form)
    say(request, "Đã ghi lại: lượt phát này không tính, số tờ về lại đợt in.")
    return redirect("office:print_run", pk=given.run_id)
