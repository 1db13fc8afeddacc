"""Đọc kế hoạch từ giấy: choose a file, compare, confirm. Nothing is kept before that."""

from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from lantoa.common.files import Upload
from lantoa.common.problems import Problem, RuleBroken, refuse
from lantoa.office import pending
from lantoa.office.access import office_login
from lantoa.office.outcome import attempt, say
from lantoa.office.plans.choices import units_to_write_for
from lantoa.office.plans.forms import ImportForm
from lantoa.office.plans.part_forms import PARTS
from lantoa.office.plans.reading_form import HEAD, MOST_ROWS, FormRow, ReadingForm
from lantoa.office.plans.source import marked
from lantoa.people.models import Unit, User
from lantoa.people.queries import existing_units
from lantoa.plans.actions import import_reading
from lantoa.plans.permissions import may_write
from lantoa.plans.proposal import proposal_of
from lantoa.plans.reading import PlanReading, Unreadable, read_plan

# Field of the head -> path of its evidence, where the names differ
EVIDENCE = {
    "superior_name": "superior",
    "issuer_name": "issuer",
    "on_behalf_of": "signer",
    "signing_mode": "signer",
    "head_title": "signer",
    "signer_title": "signer",
    "signer_name": "signer",
    "year": "title",
}
# What the reading calls missing -> the field of the head where it may be filled
FILLED_IN = {
    "number": "number",
    "symbol": "symbol",
    "issued_on": "issued_on",
    "place": "place",
    "superior": "superior_name",
    "issuer": "issuer_name",
    "title": "title",
    "signer": "signer_title",
    "signer_name": "signer_name",
}


@office_login
def plan_import(request: HttpRequest) -> HttpResponse:
    """Choose the paper. What cannot be read is told here, and nothing is kept."""
    if not units_to_write_for(request.user):
        raise PermissionDenied
    form = ImportForm(request.user, request.POST or None, request.FILES or None)
    if request.method == "POST":
        ok, token = attempt(form, request, lambda: _lay_aside(form, request.user))
        if ok:
            return redirect("office:plan_reading", token=token)
    return render(request, "office/plans/import.html", {"form": form})


def _lay_aside(form: ImportForm, by: User) -> str:
    upload, unit = form.cleaned_data["file"], form.cleaned_data["unit"]
    _read(upload)
    return pending.keep(upload, unit.pk, by)


def _read(upload: Upload) -> PlanReading:
    """Read it, or say in one sentence why not."""
    try:
        reading = read_plan(upload.content, upload.name)
    except Unreadable as why:
        raise RuleBroken(Problem("unreadable", str(why), "file")) from why
    if proposal_of(reading).rows > MOST_ROWS:
        says = f"Tệp có hơn {MOST_ROWS} căn cứ, đối tượng, nhiệm vụ, nơi nhận. Kiểm tra lại tệp."
        refuse("too_many_rows", says, "file")
    return reading


@office_login
def plan_reading(request: HttpRequest, token: str) -> HttpResponse:
    """The paper left, what was read right; confirming keeps it as a draft."""
    found = pending.waiting(token, request.user)
    unit = existing_units().filter(pk=found[1]).first() if found else None
    if found is None or unit is None or not may_write(request.user, unit.pk):
        return render(request, "office/plans/reading_gone.html", status=404)
    upload = found[0]
    reading = _read(upload)
    form = ReadingForm(proposal_of(reading), request.POST or None)
    if request.method == "POST":
        ok, plan = attempt(form, request, lambda: _confirm(reading, upload, form, unit, request.user))
        if ok:
            pending.forget(upload)
            say(request, "Đã lưu bản nháp. Bổ sung số lượng, ngày và địa bàn cho từng nội dung.")
            return redirect("office:plan", pk=plan.pk)
    context = {"form": form, "upload": upload, "unit": unit, **_side_by_side(reading, form)}
    return render(request, "office/plans/reading.html", context)


def _confirm(reading: PlanReading, upload: Upload, form: ReadingForm, unit: Unit, by: User) -> object:
    programme = form.cleaned_data["programme"]
    return import_reading(reading, upload, by=by, unit=unit, corrected=form.corrected(), programme=programme)


@dataclass
class Shown:
    """One line of the right side. key: its number in the paper, "" when it was not read there.

    says: what was read, in short, "" for an empty line to fill; the fields open under it.
    """

    key: str
    says: str
    fields: list[BoundField] = field(default_factory=list)
    label: str = ""
    quote: str = ""
    where: str = ""
    proposed: bool = False

    @property
    def is_open(self) -> bool:
        """A mistake is shown, not hidden."""
        return any(one.errors for one in self.fields)


def _side_by_side(reading: PlanReading, form: ReadingForm) -> dict[str, object]:
    """Letters for what is missing, numbers for what was read, in the order of the page."""
    missing = [(chr(ord("A") + n % 26), gap) for n, gap in enumerate(reading.missing)]
    keys = {gap.field: letter for letter, gap in missing}
    numbers = iter(range(1, 10_000))
    head = [_head_line(form, name, reading, keys, numbers) for name in HEAD]
    parts = [
        (PARTS[key], [_part_line(form, row, reading, keys, numbers) for row in rows])
        for key, rows in form.rows.items()
    ]
    return {
        "missing": [
            (letter, gap, form[FILLED_IN[gap.field]] if gap.field in FILLED_IN else None)
            for letter, gap in missing
        ],
        "head": head,
        "parts": parts,
        "lines": marked(reading.source, keys, reading.evidence, [gap.field for _, gap in missing]),
        "read": sum(1 for key in keys.values() if key.isdigit()),
    }


def _head_line(form: ReadingForm, name: str, reading: PlanReading, keys: dict, numbers: object) -> Shown:
    path = EVIDENCE.get(name, name)
    if path in reading.evidence and path not in keys:
        keys[path] = str(next(numbers))
    return Shown(keys.get(path, ""), _said(form[name]), [form[name]], form[name].label)


def _part_line(form: ReadingForm, drawn: FormRow, reading: PlanReading, keys: dict, numbers: object) -> Shown:
    fields = [form[full] for full in drawn.fields.values()]
    if drawn.row is None:
        return Shown("", "", fields)
    evidence = reading.evidence.get(drawn.row.path)
    if evidence:
        keys[drawn.row.path] = str(next(numbers))
    return Shown(
        keys.get(drawn.row.path, ""),
        "; ".join(said for one in fields if (said := _said(one))),
        fields,
        "",
        evidence.quote if evidence else "",
        evidence.section if evidence else "",
        not drawn.row.taken,
    )


def _said(one: BoundField) -> str:
    """The value of a field in words: the name of what is chosen, a day as it is typed."""
    value = one.value()
    if value in (None, "") or one.widget_type == "checkbox":
        return ""
    if one.widget_type == "select":
        return str(dict(one.field.choices).get(value, ""))
    return str(one.field.prepare_value(value))
