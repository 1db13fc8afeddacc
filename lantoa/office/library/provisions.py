"""Lời văn: paste the words of a document, see what was read, keep it; one provision and its changes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from lantoa.common import dates, files
from lantoa.common.problems import Problem
from lantoa.library import actions
from lantoa.library.actions.provisions import problems_with_parts
from lantoa.library.models import Document, Provision
from lantoa.library.permissions import may_write
from lantoa.library.queries import (
    Branch,
    Pin,
    branches,
    effects_on,
    lives_of,
    provision_statuses,
    said_of,
    state_of,
    visible_documents,
)
from lantoa.library.reading import changes_of, parts_of, words_of_file
from lantoa.library.understanding.lines_told import odd_lines
from lantoa.office.access import office_login
from lantoa.office.library.forms import CorrectionForm, PasteForm, ProvisionForm
from lantoa.office.library.rights import only_writers
from lantoa.office.library.tree_page import pieces
from lantoa.office.outcome import attempt, refuse, say
from lantoa.paper.refusal import Unreadable


@only_writers
def provisions_paste(request: HttpRequest, pk: int) -> HttpResponse:
    """Paste, look at what was read, keep. Looking stores nothing."""
    document = get_object_or_404(visible_documents(request.user), pk=pk)
    form = PasteForm(request.POST or None, initial={"text": _words_of_file(request, document)})
    parts, problems, doubts = [], list[Problem](), list[str]()
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        if "keep" in request.POST:
            ok, kept = attempt(form, request, lambda: actions.set_provisions(document, text, by=request.user))
            if ok:
                say(request, f"Đã lưu {len(kept)} điều khoản.")
                return redirect("office:document", pk)
        parts = parts_of(text)
        problems, doubts = problems_with_parts(parts), odd_lines(text)
    context = {
        "document": document,
        "form": form,
        "parts": parts,
        "problems": problems,
        "doubts": doubts,
        "changes": changes_of(parts, {p.eid: p for p in document.provisions.order_by("-life")})
        if parts
        else None,
    }
    return render(request, "office/library/provisions_paste.html", context)


def _words_of_file(request: HttpRequest, document: Document) -> str:
    """The lines of the document's own file, when she asked for them and they can be read."""
    if "tep" not in request.GET or request.method != "GET" or document.file is None:
        return ""
    try:
        return words_of_file(files.read(document.file), document.file.name)
    except Unreadable as why:
        refuse(request, str(why))
    except FileNotFoundError:
        refuse(request, "Tệp gốc không còn trên máy chủ. Tải lại tệp ở trang sửa thông tin.")
    return ""


@only_writers
def provision_new(request: HttpRequest, pk: int) -> HttpResponse:
    """One provision by hand."""
    document = get_object_or_404(visible_documents(request.user), pk=pk)
    form = ProvisionForm(document, request.POST or None)
    if request.method == "POST":
        ok, made = attempt(
            form,
            request,
            lambda: actions.add_provision(document, by=request.user, **form.cleaned_data),
        )
        if ok:
            say(request, f"Đã thêm {made.place}.")
            return redirect("office:document", pk)
    return render(request, "office/library/provision_form.html", {"document": document, "form": form})


def _visible(request: HttpRequest, pk: int) -> Provision:
    documents = visible_documents(request.user)
    return get_object_or_404(
        Provision.objects.filter(document__in=documents).select_related("document"), pk=pk
    )


@office_login
def provision(request: HttpRequest, pk: int) -> HttpResponse:
    """One provision: its words, what lies in it, what changes it."""
    one = _visible(request, pk)
    day = dates.read_date(request.GET.get("ngay", "")) or dates.today()
    on_it = effects_on([one.document_id])
    effects = on_it.get(one.document_id, [])
    said = said_of([one.document], on_it)[one.document_id]
    pin = Pin("now", one.pk, one.fingerprint)
    branch = _find(branches(one.document, effects, day, said.doubtful), one.pk)
    context = {
        "provision": one,
        "pieces": pieces([branch]) if branch else [],
        "lives": lives_of(one, effects),
        "state": state_of([pin], day)["now"],
        "status": provision_statuses(one.document, effects, said, day)[one.pk],
        "notes": one.notes.select_related("provision"),
        "today": dates.today(),
        "day": day,
        "may_write": may_write(request.user),
    }
    return render(request, "office/library/provision.html", context)


@only_writers
def provision_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Make copied words agree with the source."""
    one = _visible(request, pk)
    initial = {"heading": one.heading, "words": one.words}
    form = CorrectionForm(request.POST or None, initial=initial)
    if request.method == "POST":
        ok, _ = attempt(
            form,
            request,
            lambda: actions.correct_provision(one, by=request.user, **form.cleaned_data),
        )
        if ok:
            say(request, "Đã sửa lời văn. Bài nào dẫn lời cũ thì được đánh dấu cần kiểm lại.")
            return redirect("office:provision", pk)
    return render(request, "office/library/provision_edit.html", {"provision": one, "form": form})


def _find(top: list[Branch], pk: int) -> Branch | None:
    for branch in top:
        if branch.provision.pk == pk:
            return branch
        if found := _find(branch.children, pk):
            return found
    return None
