"""Nhập văn bản: send files, see the outcome of each, confirm what each seems to be."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models.fields.json import KT
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.library import actions
from lantoa.library.models import Document, IntakeFile
from lantoa.library.queries import (
    files_waiting,
    not_in_library,
    stated_relations,
    tallies,
    visible_intake_files,
    visible_intakes,
)
from lantoa.library.queries.intakes import Tally, held_of
from lantoa.library.queries.stated import Stated, open_changes
from lantoa.library.reading import parts_of
from lantoa.library.understanding import Proposal
from lantoa.office.library.forms import WhyForm
from lantoa.office.library.intake_forms import ConfirmForm, IntakeForm
from lantoa.office.library.other_words import other_words
from lantoa.office.library.rights import only_writers
from lantoa.office.lists import page_of
from lantoa.office.outcome import attempt, say

MOST_LINES = 1500
MOST_PARTS = 400
RECENT = 10
# The field of the form that shows a value of the proposal -> the values themselves
SHOWN = {
    "kind": ("kind",),
    "full_number": ("number", "symbol"),
    "title": ("title",),
    "issuer": ("issuer",),
    "issued_on": ("issued_on",),
    "effective_on": ("effective_on",),
    "ended_on": ("ended_on",),
    "signer_name": ("signer_name",),
    "signer_title": ("signer_title",),
    "signing_mode": ("signing_mode",),
}


@dataclass(frozen=True)
class Beside:
    """One field of the form with the words that its value rests on; key: the mark at the source line."""

    field: object
    key: str
    words: str
    doubts: list[str]


@only_writers
def intake_list(request: HttpRequest) -> HttpResponse:
    """Send files; what waits for a person; the last intakes with their account."""
    return _list(request, IntakeForm())


def _list(request: HttpRequest, form: IntakeForm) -> HttpResponse:
    recent = list(visible_intakes(request.user)[:RECENT])
    told = tallies(recent)
    page = page_of(request, _named(files_waiting(request.user)))
    context = {
        "form": form,
        "page": page,
        "rows": [(file, _name_of(file)) for file in page],
        "recent": [(one, told.get(one.pk, Tally())) for one in recent],
    }
    return render(request, "office/library/intake_list.html", context)


def _named(files):  # type: ignore[no-untyped-def]
    """With the few words that a list shows, without the whole proposals."""
    told = {
        name: KT(f"proposal__values__{name}__value") for name in ("kind", "number", "year", "symbol", "title")
    }
    return files.defer("proposal").annotate(**{f"read_{name}": value for name, value in told.items()})


def _name_of(file: Any) -> str:
    """Nghị định 20/2031/NĐ-CP, as far as it was read."""
    kind = file.read_kind or ""
    if not file.read_number:
        return f"{kind or 'Chưa rõ loại'}, chưa rõ số"
    year = int(file.read_year) if file.read_year else None
    return f"{kind} {Document(number=file.read_number, year=year, symbol=file.read_symbol or '').full_number}"


@require_POST
@only_writers
def intake_send(request: HttpRequest) -> HttpResponse:
    """Read the files of one choice into one intake. A script sends them one by one and gets the rows."""
    form = IntakeForm(request.POST, request.FILES)
    by_script = request.headers.get("X-Requested-With") == "fetch"
    if not form.is_valid():
        said = " ".join(form.errors.get("files", ["Không nhận được tệp. Tải lại trang rồi gửi lại."]))
        return HttpResponse(said, status=400) if by_script else _list(request, form)
    data = form.cleaned_data
    intake = actions.open_intake(by=request.user, key=data["key"], source=data["source"])
    taken = [one for upload in data["files"] for one in actions.take_in(intake, upload, by=request.user)]
    if by_script:
        return render(request, "office/library/_intake_rows.html", {"files": taken, "intake": intake})
    return redirect("office:intake", intake.pk)


@only_writers
def intake(request: HttpRequest, pk: int) -> HttpResponse:
    """Every file of one intake with its outcome; the account adds up."""
    one = get_object_or_404(visible_intakes(request.user), pk=pk)
    context = {
        "intake": one,
        "tally": tallies([one]).get(one.pk, Tally()),
        "page": page_of(
            request, visible_intake_files(request.user).filter(intake=one).defer("proposal"), 100
        ),
    }
    return render(request, "office/library/intake.html", context)


@only_writers
def intake_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The proposal beside the words of the paper: correct it, confirm it."""
    taken = get_object_or_404(visible_intake_files(request.user), pk=pk)
    if taken.state != IntakeFile.State.PROPOSED:
        return redirect("office:intake", taken.intake_id)
    proposal = Proposal.from_dict(taken.proposal)
    another = request.GET.get("khac") == "1"  # she says that it is not the one that is held
    if (held := held_of(proposal)) and not another:
        return other_words(request, taken, proposal, held)
    stated = stated_relations(proposal)
    given = [request.POST] if request.method == "POST" else []
    form = ConfirmForm(proposal, stated, taken.intake.source, *given, another=another)
    text = proposal.text
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        if "look" not in request.POST:
            ok, made = attempt(form, request, lambda: _confirm(request, taken, form, proposal))
            if ok:
                say(request, f"Đã đưa {made} vào kho.")
                return redirect("office:document", made.pk)
    parts = parts_of(text)
    context = {
        "taken": taken,
        "form": form,
        "beside": _beside(form, proposal),
        "others": [d.says for d in proposal.doubts if d.field not in _fields_shown()],
        "doubts": len(proposal.doubts) + len(open_changes(stated)),
        "unclear": [(one, one.on(proposal.day("effective_on"))) for one in open_changes(stated)],
        "lines": _lines(proposal),
        "more_lines": max(0, len(proposal.lines) - MOST_LINES),
        "parts": parts[:MOST_PARTS],
        "parts_in_all": len(parts),
        "looked": "look" in request.POST,
        "missing": not_in_library(proposal),
        "discard": WhyForm(),
        "relations": _relations(form, stated, proposal),
    }
    return render(request, "office/library/intake_file.html", context)


def _relations(form: ConfirmForm, stated: list[Stated], proposal: Proposal) -> list[dict[str, Any]]:
    """Each relation to keep or leave, its box beside the words it rests on and what it would change."""
    if "relations" not in form.fields:
        return []
    boxes, told = form["relations"], [one for one in stated if one.target is not None]
    return [
        {
            "box": box,
            "one": one,
            "own_day": bool(one.cited.on),
            "on": one.on(proposal.day("effective_on")),
        }
        for box, one in zip(boxes, told, strict=True)
    ]


def _confirm(request: HttpRequest, taken: IntakeFile, form: ConfirmForm, proposal: Proposal):  # type: ignore[no-untyped-def]
    text = form.cleaned_data["text"]
    return actions.confirm_file(
        taken,
        by=request.user,
        facts=form.facts(),
        relations=form.kept(),
        text=None if text == proposal.text else text,
        signed=form.cleaned_data.get("signed", False),
        why_left_out=form.cleaned_data.get("why_left_out", ""),
    )


@require_POST
@only_writers
def intake_file_discard(request: HttpRequest, pk: int) -> HttpResponse:
    """The file does not belong into the library."""
    taken = get_object_or_404(visible_intake_files(request.user), pk=pk)
    why = request.POST.get("why", "")
    ok, _ = attempt(None, request, lambda: actions.discard_file(taken, by=request.user, why=why))
    if ok:
        say(request, f"Đã bỏ “{taken.name}”.")
        return redirect("office:intake", taken.intake_id)
    return redirect("office:intake_file", pk)


def _fields_shown() -> set[str]:
    return {name for names in SHOWN.values() for name in names} | {"year"}


def _keys() -> dict[str, str]:
    """Name of a value -> the number that marks it in the words."""
    return {name: str(n) for n, names in enumerate(SHOWN.values(), 1) for name in names}


def _beside(form: ConfirmForm, proposal: Proposal) -> list[Beside]:
    keys, rows = _keys(), []
    for shown, names in SHOWN.items():
        values = [proposal.values[name] for name in names if name in proposal.values]
        words = next((value.words for value in values if value.words), "")
        doubts = [
            d.says
            for d in proposal.doubts
            if d.field in names or (d.field == "year" and shown == "full_number")
        ]
        rows.append(Beside(form[shown], keys[names[0]] if words else "", words, doubts))
    return rows


def _lines(proposal: Proposal) -> list[tuple[str, list[str]]]:
    """(words, numbers of the values that stand on them) of each line."""
    keys, marks = _keys(), defaultdict(list)
    for name, value in proposal.values.items():
        for at in value.lines:
            if name in keys and keys[name] not in marks[at]:
                marks[at].append(keys[name])
    return [(line, sorted(marks[at], key=int)) for at, line in enumerate(proposal.lines[:MOST_LINES])]
