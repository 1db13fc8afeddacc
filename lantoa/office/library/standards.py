"""Chuẩn nghèo: the lines with their periods, and the look-up of the one that applies, which keeps nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from lantoa.common import dates
from lantoa.library import actions
from lantoa.library.models import PovertyStandard
from lantoa.library.permissions import may_write
from lantoa.library.queries import law_behind, lines_that_apply, standards, territory_name
from lantoa.library.queries.standards import LawBehind
from lantoa.library.rules.check_goes_stale import is_stale
from lantoa.library.rules.line_that_applies import differ
from lantoa.office.access import keeps_nothing, office_login
from lantoa.office.library.forms import WhyForm
from lantoa.office.library.rights import may_check_this, only_writers
from lantoa.office.library.standard_forms import LookUpForm, StandardForm
from lantoa.office.outcome import attempt, say


@dataclass(frozen=True)
class Sheet:
    """The lines of one territory, period and reference, as one table. when: past, now or ahead."""

    name: str
    first: PovertyStandard
    lines: list[tuple[PovertyStandard, bool]]
    when: str
    law: LawBehind | None
    change: str


@office_login
def standard_list(request: HttpRequest) -> HttpResponse:
    """Every standard, that of today first; what nobody checked for six months is marked."""
    day = dates.today()
    lines = list(standards())
    context = {
        "sheets": _sheets([line for line in lines if not line.withdrawn_why], day),
        "withdrawn": [line for line in lines if line.withdrawn_why],
        "day": day,
        "may_write": may_write(request.user),
    }
    return render(request, "office/library/standard_list.html", context)


def _sheets(lines: Iterable[PovertyStandard], day: date) -> list[Sheet]:
    lines = list(lines)
    law = law_behind(lines, day)
    grouped: dict[tuple, list[PovertyStandard]] = {}
    for line in lines:
        grouped.setdefault((line.territory_id, line.valid_from, line.valid_to, line.reference), []).append(
            line
        )
    found = []
    for some in grouped.values():
        first = some[0]
        name = f"Chuẩn của {territory_name(first.territory)}" if first.territory else "Chuẩn quốc gia"
        rows = [(line, is_stale(line.checked_on, day)) for line in some]
        behind = law.get(first.reference)
        change = behind.change_for(first) if behind else ""
        found.append(Sheet(name, first, rows, _when(first, day), behind, change))
    return sorted(found, key=lambda sheet: ("now", "ahead", "past").index(sheet.when))


def _when(line: PovertyStandard, day: date) -> str:
    if line.valid_from > day:
        return "ahead"
    return "past" if line.valid_to and line.valid_to < day else "now"


@office_login
def standard(request: HttpRequest, pk: int) -> HttpResponse:
    """One line: its bounds, its period, its clause, who checked it."""
    return _page(request, get_object_or_404(standards(), pk=pk), WhyForm())


def _page(request: HttpRequest, line: PovertyStandard, why: WhyForm) -> HttpResponse:
    day = dates.today()
    law = law_behind([line], day).get(line.reference)
    context = {
        "line": line,
        "territory": territory_name(line.territory) if line.territory else "cả nước",
        "law": law,
        "change": law.change_for(line) if law else "",
        "stale": is_stale(line.checked_on, day),
        "why_form": why,
        "may_write": may_write(request.user),
        "may_check": may_check_this(request.user, line),
    }
    return render(request, "office/library/standard.html", context)


@only_writers
def standard_new(request: HttpRequest) -> HttpResponse:
    """Write a line."""
    return _write(request, None)


@only_writers
def standard_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Rewrite a line; it has to be checked again."""
    return _write(request, get_object_or_404(standards(), pk=pk, withdrawn_why=""))


def _write(request: HttpRequest, line: PovertyStandard | None) -> HttpResponse:
    sent = (request.POST,) if request.method == "POST" else ()
    form = StandardForm.of(line, *sent) if line else StandardForm(*sent)
    if request.method == "POST":
        ok, made = attempt(
            form, request, lambda: actions.write_standard(line, by=request.user, **form.cleaned_data)
        )
        if ok:
            say(request, "Đã lưu. Tiếp theo: đối chiếu với văn bản rồi bấm “Đã kiểm chứng”.")
            return redirect("office:standard", made.pk)
    back = reverse("office:standard", args=[line.pk]) if line else reverse("office:standard_list")
    return render(request, "office/library/standard_form.html", {"form": form, "line": line, "back": back})


@require_POST
@office_login
def standard_check(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm that it says what its source says."""
    line = get_object_or_404(standards(), pk=pk)
    ok, _ = attempt(None, request, lambda: actions.mark_standard_checked(line, by=request.user))
    if ok:
        say(request, "Đã ghi là đã kiểm chứng. Trang công khai dùng được dòng này.")
    return redirect("office:standard", pk)


@require_POST
@only_writers
def standard_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it out of use with the reason."""
    line = get_object_or_404(standards(), pk=pk)
    form = WhyForm(request.POST)
    ok, _ = attempt(
        form, request, lambda: actions.withdraw_standard(line, by=request.user, **form.cleaned_data)
    )
    if not ok:
        return _page(request, line, form)
    say(request, "Đã bỏ dòng này. Lý do nằm ở cuối trang danh sách.")
    return redirect("office:standard_list")


@never_cache
@sensitive_post_parameters()
@sensitive_variables()
@office_login
@keeps_nothing
def line_look_up(request: HttpRequest) -> HttpResponse:
    """Which line the typed figures fit. They come by POST, are compared and forgotten."""
    form = LookUpForm(request.user, *([request.POST] if request.method == "POST" else []))
    told = None
    if request.method == "POST" and form.is_valid():
        told = lines_that_apply(form.figures(), form.cleaned_data["territory"])
    context = {
        "form": form,
        "told": told,
        "home": form.from_home,
        "differ": differ(one.answer for one in told) if told else False,
        "law_url": "office:document",
    }
    return render(request, "office/library/line_look_up.html", context)
