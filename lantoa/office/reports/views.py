"""Báo cáo: freeze the figures, print them, and follow each to its records."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from lantoa.common import dates
from lantoa.office.access import office_login
from lantoa.office.outcome import attempt, say
from lantoa.office.papers import download
from lantoa.office.reports.forms import FreezeForm
from lantoa.office.reports.records import row_of
from lantoa.reports import actions, queries
from lantoa.reports.permissions import may_report
from lantoa.reports.printing import SECTIONS, report_paper


@office_login
def report_list(request: HttpRequest) -> HttpResponse:
    """Frozen reports, and the plans one may report on."""
    reports = queries.visible_reports(request.user)
    plans = [p for p in queries.reportable_plans(request.user) if may_report(request.user, p)]
    return render(request, "office/reports/list.html", {"reports": reports, "plans": plans})


@office_login
def report_freeze(request: HttpRequest, plan_pk: int) -> HttpResponse:
    """Freeze the figures of one plan."""
    plan = get_object_or_404(queries.reportable_plans(request.user), pk=plan_pk)
    if not may_report(request.user, plan):
        raise PermissionDenied
    first, last = date(plan.year, 1, 1), min(date(plan.year, 12, 31), dates.today())
    title = f"Kết quả thực hiện kế hoạch truyền thông giảm nghèo năm {plan.year}"
    form = FreezeForm(request.POST or None, initial={"title": title, "from_on": first, "to_on": last})
    if request.method == "POST":
        ok, made = attempt(
            form, request, lambda: actions.freeze_report(plan, by=request.user, **form.cleaned_data)
        )
        if ok:
            say(request, "Đã chốt số liệu. Mỗi con số dẫn đến bản ghi của nó.")
            return redirect("office:report", pk=made.pk)
    return render(request, "office/reports/form.html", {"form": form, "plan": plan})


@office_login
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """A frozen report on screen."""
    found = get_object_or_404(queries.visible_reports(request.user), pk=pk)
    groups = [(title, [f for f in found.figures if f["group"] == number]) for number, title in SECTIONS]
    return render(request, "office/reports/report.html", {"report": found, "groups": groups})


@office_login
def report_print(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The same on paper."""
    found = get_object_or_404(queries.visible_reports(request.user), pk=pk)
    return download(report_paper(found), f"bao-cao-{pk}", form)


@office_login
def report_figure(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """The records behind one figure."""
    found = get_object_or_404(queries.visible_reports(request.user), pk=pk)
    behind = queries.behind(found, key)
    if behind is None:
        raise Http404
    rows = [row_of(thing) for thing in behind.things]
    return render(request, "office/reports/figure.html", {"report": found, "behind": behind, "rows": rows})
