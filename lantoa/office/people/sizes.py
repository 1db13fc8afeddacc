"""Quy mô nhóm đối tượng: what is known of each unit, a sheet taken in after a look at what it says."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from lantoa.common import dates
from lantoa.common.models import StoredFile
from lantoa.common.problems import Problem, RuleBroken
from lantoa.office import pending
from lantoa.office.access import office_login
from lantoa.office.file_access import CHECKS
from lantoa.office.lists import rows_of
from lantoa.office.outcome import attempt, say
from lantoa.office.people.forms import DayForm, SizeSheetForm
from lantoa.office.sheets import sheet_response
from lantoa.paper.refusal import Unreadable
from lantoa.people import actions
from lantoa.people.models import AudienceKind, UnitKind, User
from lantoa.people.queries import audience_sizes, scope, units_on, units_to_count, visible_size_imports
from lantoa.people.sizes import Reading, State, returned_rows, template

COUNTED = (UnitKind.WARD, UnitKind.COMMUNE)
FIRST_ROWS = 200
RECENT = 10


@office_login
def size_table(request: HttpRequest) -> HttpResponse:
    """The newest size of each group in each ward of hers on a day, with its source and its own day."""
    form = DayForm(request.GET if "ngay" in request.GET else None, initial={"ngay": dates.today()})
    day = (form.is_valid() and form.cleaned_data["ngay"]) or dates.today()
    kinds = list(AudienceKind.objects.all())
    units = rows_of(request, units_on(day, COUNTED, scope(request.user).watched), len(kinds))
    sizes = audience_sizes([unit.unit_id for unit in units], day)
    rows = [(unit, [(kind, sizes.get((unit.unit_id, kind.pk))) for kind in kinds]) for unit in units]
    sources = sorted({(size.source, size.counted_on) for size in sizes.values()}, key=lambda s: (s[1], s[0]))
    numbers = {source: number for number, source in enumerate(sources, 1)}
    context = {
        "form": form,
        "day": day,
        "kinds": kinds,
        "page": units,
        "rows": [
            (unit, [(kind, size, size and numbers[size.source, size.counted_on]) for kind, size in cells])
            for unit, cells in rows
        ],
        "sources": [(numbers[source], *source) for source in sources],
        "may_import": bool(units_to_count(request.user)),
    }
    return render(request, "office/people/sizes.html", context)


def _must_count(user: User) -> None:
    if not units_to_count(user):
        raise PermissionDenied


@office_login
def size_template(request: HttpRequest) -> HttpResponse:
    """An empty table with her units and all groups."""
    _must_count(request.user)
    today = dates.today()
    units = list(units_on(today, COUNTED, units_to_count(request.user)))
    return sheet_response(template(units, list(AudienceKind.objects.all()), today), "mau-quy-mo-nhom")


@office_login
def size_import_new(request: HttpRequest) -> HttpResponse:
    """Choose a sheet. Nothing is written before she has seen what it says."""
    _must_count(request.user)
    form = SizeSheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        ok, token = attempt(form, request, lambda: _lay_aside(form, request.user))
        if ok:
            return redirect("office:size_reading", token=token)
    recent = visible_size_imports(request.user)[:RECENT]
    return render(request, "office/people/size_import_new.html", {"form": form, "recent": recent})


def _lay_aside(form: SizeSheetForm, by: User) -> str:
    said = form.cleaned_data
    day = said["counted_on"].isoformat() if said["counted_on"] else ""
    _read(said["file"], by, day, said["source"])
    return pending.keep(said["file"], [day, said["source"]], by)


def _read(upload, by: User, day: str, source: str, *, dry_run: bool = True):  # type: ignore[no-untyped-def]
    """(the reading, the record of the import), or one sentence on the form why there is none."""
    counted_on = date.fromisoformat(day) if day else None
    try:
        return actions.import_audience_sizes(
            upload, by=by, counted_on=counted_on, source=source, dry_run=dry_run
        )
    except Unreadable as why:
        raise RuleBroken(Problem("unreadable", str(why), "file")) from why


def _waiting(request: HttpRequest, token: str):  # type: ignore[no-untyped-def]
    found = pending.waiting(token, request.user)
    if found is None:
        raise Http404
    return found


@office_login
def size_reading(request: HttpRequest, token: str) -> HttpResponse:
    """What the sheet says, every figure accounted for; confirming writes what is right."""
    upload, (day, source) = _waiting(request, token)
    if request.method == "POST":
        ok, done = attempt(None, request, lambda: _read(upload, request.user, day, source, dry_run=False))
        if ok:
            pending.forget(upload)
            say(request, f"Đã ghi {done[1].accepted} số liệu.")
            return redirect("office:size_import", pk=done[1].pk)
        return redirect("office:size_import_new")
    reading, _ = _read(upload, request.user, day, source)
    return render(request, "office/people/size_reading.html", _shown(reading, upload.name, token))


def _shown(reading: Reading, name: str, token: str) -> dict[str, object]:
    return {
        "name": name,
        "token": token,
        "table": reading.table,
        "account": reading.account,
        "rejected": reading.of(State.REJECTED)[:FIRST_ROWS],
        "taken": reading.of(State.CORRECTED, State.NEW)[:FIRST_ROWS],
        "most": FIRST_ROWS,
    }


@office_login
def size_reading_returned(request: HttpRequest, token: str) -> HttpResponse:
    """The rows that will not be taken, with reasons, before anything is written."""
    upload, (day, source) = _waiting(request, token)
    reading, _ = _read(upload, request.user, day, source)
    return sheet_response(returned_rows(reading), "so-lieu-can-sua")


@office_login
def size_import(request: HttpRequest, pk: int) -> HttpResponse:
    """One sheet that was taken in."""
    done = get_object_or_404(visible_size_imports(request.user), pk=pk)
    sizes = done.sizes.select_related("kind", "unit").prefetch_related("unit__versions")
    context = {
        "done": done,
        "sizes": sizes.order_by("unit_id", "kind__order")[:FIRST_ROWS],
        "most": FIRST_ROWS,
    }
    return render(request, "office/people/size_import.html", context)


def may_open_sheet(user: User, stored: StoredFile) -> bool:
    """A sheet that she sent, or what came back from it."""
    mine = visible_size_imports(user)
    return mine.filter(file=stored).exists() or mine.filter(returned=stored).exists()


CHECKS.append(may_open_sheet)
