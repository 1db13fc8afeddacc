"""Sổ truyền thông: the lines, one line with its corrections and evidence, a correction, more evidence."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.broadcast.actions import correct_airing_record
from lantoa.broadcast.models import Airing
from lantoa.common import dates
from lantoa.common.models import StoredFile
from lantoa.deliveries.actions import add_evidence, correct_delivery
from lantoa.deliveries.models import Delivery
from lantoa.deliveries.permissions import may_correct, may_see_papers
from lantoa.deliveries.queries import visible_deliveries, with_grade, with_names
from lantoa.deliveries.tellings import current_lines, telling_of
from lantoa.office.access import of_records, office_login
from lantoa.office.deliveries.evidence import waits_says
from lantoa.office.deliveries.forms import CorrectionForm, EvidenceForm, ListFilter
from lantoa.office.file_access import CHECKS
from lantoa.office.lists import page_of
from lantoa.office.outcome import attempt, say
from lantoa.people.models import User
from lantoa.people.queries import unit_names


@office_login
def delivery_list(request: HttpRequest) -> HttpResponse:
    """The lines that hold now, the newest first."""
    mine = visible_deliveries(request.user)
    names = unit_names(dates.today(), mine.order_by().values_list("unit_id", flat=True).distinct())
    form = ListFilter(sorted(names.items(), key=lambda one: one[1]), request.GET)
    lines = with_names(with_grade(_narrowed(current_lines(mine), form))).order_by("-happened_on", "-position")
    context = {"page": page_of(request, lines), "form": form, "narrowed": form.has_changed()}
    return render(request, "office/deliveries/list.html", context)


def _narrowed(lines: QuerySet[Delivery], form: ListFilter) -> QuerySet[Delivery]:
    unit_id, first, last = form.bounds()
    if unit_id:
        lines = lines.filter(unit_id=unit_id)
    if first:
        lines = lines.filter(happened_on__gte=first)
    return lines.filter(happened_on__lte=last) if last else lines


@office_login
def delivery(request: HttpRequest, pk: int) -> HttpResponse:
    """One deed: the line that holds now, the lines before it, the evidence."""
    return _page(request, get_object_or_404(visible_deliveries(request.user), pk=pk))


def _page(request: HttpRequest, line: Delivery, form: EvidenceForm | None = None) -> HttpResponse:
    telling = telling_of(line)
    newest = telling.line
    context = {
        "line": newest,
        "older": telling.older,
        "asked": line,
        "airing": Airing.objects.filter(delivery_id=telling.id).first(),
        "may_correct": may_correct(request.user, newest),
        "may_see_papers": may_see_papers(request.user, newest.unit_id),
        "form": form or EvidenceForm(),
    }
    return render(request, "office/deliveries/delivery.html", context)


@of_records
@require_POST
def delivery_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand in a photo, a log, a roster afterwards."""
    line = get_object_or_404(visible_deliveries(request.user), pk=pk)
    form = EvidenceForm(request.POST, request.FILES)

    def add() -> object:
        said = form.cleaned_data
        return add_evidence(
            line,
            said["evidence_kind"],
            by=request.user,
            upload=said["file"],
            note=said["note"],
            clash_why=said["clash_why"],
        )

    ok, added = attempt(form, request, add)
    if not ok:
        return _page(request, line, form)
    say(request, f"Đã nộp bằng chứng.{waits_says(added.delivery)}")
    return redirect("office:delivery", pk=pk)


@of_records
def delivery_correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct by a new line; the old one stays."""
    line = get_object_or_404(with_names(visible_deliveries(request.user)), pk=pk)
    newest = telling_of(line).line
    airs = Airing.objects.filter(delivery_id=newest.telling_id).exists()
    form = CorrectionForm(request.POST or None, initial=CorrectionForm.of(newest), measured=airs)
    if request.method == "POST":
        ok, fresh = attempt(form, request, lambda: _correct(newest, form, request.user))
        if ok:
            say(request, f"Đã ghi dòng sửa số {fresh.position}. Dòng số {newest.position} vẫn còn nguyên.")
            return redirect("office:delivery", pk=fresh.pk)
    return render(request, "office/deliveries/correct.html", {"form": form, "line": newest})


def _correct(line: Delivery, form: CorrectionForm, by: User) -> Delivery:
    """A line of an airing is corrected through its airing, so that its ward's approval is asked too."""
    values = form.new_values() | {"keep_evidence": form.cleaned_data["keep_evidence"]}
    why, key = form.cleaned_data["why"], form.cleaned_data["key"]
    airing = Airing.objects.filter(delivery_id=line.telling_id).first()
    if airing is not None:
        return correct_airing_record(airing, why, by=by, key=key, **values)
    return correct_delivery(line, why, by=by, key=key, **values)


def may_open_evidence(user: User, stored: StoredFile) -> bool:
    """A file of evidence of a line that she sees, unless she only watches counts."""
    units = visible_deliveries(user).filter(evidence__file=stored).values_list("unit_id", flat=True)
    return any(may_see_papers(user, unit_id) for unit_id in units)


CHECKS.append(may_open_evidence)
