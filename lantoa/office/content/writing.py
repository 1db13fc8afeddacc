"""Soạn một bản: passages, their citations beside them; save, cite, send."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from lantoa.common import dates
from lantoa.common.problems import RuleBroken, refuse
from lantoa.content import actions
from lantoa.content.advice import FORM_OF, advise
from lantoa.content.models import Citation, Comment, Edition, EditionKind, EditionVersion, Suggestion
from lantoa.content.passages import ONE_PASSAGE
from lantoa.content.permissions import may_write
from lantoa.content.queries import states_of, visible_editions, visible_versions, with_all_that_is_signed
from lantoa.content.remarks import open_comments, returns_of
from lantoa.content.rules.canonical_form import hash_now
from lantoa.content.states import EDITABLE, EditionState
from lantoa.office.access import office_login
from lantoa.office.content.afterwards import while_rewritten
from lantoa.office.content.draft_form import DraftForm, Passage
from lantoa.office.content.forms import WhyForm
from lantoa.office.content.pace import pace_of
from lantoa.office.content.steps import trail_of
from lantoa.office.outcome import attempt, say
from lantoa.people.models import User


@office_login
def edition_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The open draft. Every button saves first, so that no text is lost by pressing another."""
    edition = _edition_to_write(request.user, pk)
    if edition.state not in EDITABLE:
        return redirect("office:article", pk=edition.article_id)
    version = _draft(edition)
    extra = int(("them" in request.GET and edition.kind not in ONE_PASSAGE) or not version.blocks)
    form = _form(version, request.POST or None, extra=extra)
    if "autosave" in request.POST:
        return _kept_by_itself(request, edition, form)
    if request.method == "POST":
        ok, _ = attempt(form, request, lambda: _save(edition, form, request.user))
        if ok:
            return _after_saving(request, edition)
    return _page(request, edition, version, form)


@office_login
@require_POST
def edition_notes(request: HttpRequest, pk: int) -> HttpResponse:
    """What to mind in the text as it stands in the boxes, asked at each pause; nothing is kept."""
    edition = _edition_to_write(request.user, pk)
    if edition.state not in EDITABLE:
        return HttpResponse(status=204)
    form = _form(_draft(edition), request.POST)
    form.is_valid()  # reads what is typed as citations; what is missing in a draft is no error here
    context = _notes(edition, form.passages()) | {"edition": edition, "live": True}
    return render(request, "office/content/notes.html", context)


@office_login
def edition_revise(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the next version: at once after a return, with a reason after an approval."""
    edition = _edition_to_write(request.user, pk)
    needs_why = edition.state == EditionState.APPROVED
    form = WhyForm(request.POST or None, label="Vì sao phải sửa bài đã duyệt?") if needs_why else None
    if request.method == "POST":
        ok, _ = attempt(form, request, lambda: _revise(edition, form, request.user))
        if ok:
            say(request, f"Đã mở bản mới. {while_rewritten(edition)}")
            return redirect("office:edition_edit", pk=pk)
        if form is None:
            return redirect("office:article", pk=edition.article_id)
    if form is None:
        return redirect("office:article", pk=edition.article_id)
    context = {"edition": edition, "form": form, "meanwhile": while_rewritten(edition)}
    return render(request, "office/content/revise.html", context)


def _edition_to_write(user: User, pk: int) -> Edition:
    edition = get_object_or_404(visible_editions(user), pk=pk)
    if not may_write(user, edition.article.unit_id):
        raise PermissionDenied
    return edition


def _draft(edition: Edition) -> EditionVersion:
    newest = edition.versions.order_by("-number").values_list("pk", flat=True)[0]
    return with_all_that_is_signed(EditionVersion.objects.filter(pk=newest)).get()


def _form(version: EditionVersion, data: Any = None, extra: int = 0) -> DraftForm:
    return DraftForm(version, states_of(version.citations.all(), dates.today()), data, extra=extra)


def _save(edition: Edition, form: DraftForm, by: User) -> EditionVersion:
    """Save what is in the boxes. `over`: she has seen what else was saved and keeps her own words."""
    data = form.cleaned_data
    seen = form.data.get("over") or data["seen"]
    return actions.save_draft(
        edition, form.blocks(), by=by, person_named_why=data["person_named_why"], seen=seen
    )


def _kept_by_itself(request: HttpRequest, edition: Edition, form: DraftForm) -> HttpResponse:
    """Saving without a press: the same as the button, but a box emptied for a moment costs no citation."""

    def save() -> EditionVersion:
        version = form.version
        left = {block.id for block in form.blocks() if block.text.strip()}
        if form.cleaned_data["seen"] == hash_now(version) and {b["id"] for b in version.blocks} - left:
            refuse("passage_emptied", "Có đoạn đang trống: viết lại, hoặc bấm Lưu nháp để bỏ đoạn đó.")
        return _save(edition, form, request.user)

    ok, version = attempt(form, request, save)
    if not ok and _has_moved(form):
        version = _draft(edition)
        ok = _holds(version, form)  # these very words came before, and the answer was lost on its way
    if not ok:
        says = " ".join(str(one) for errors in form.errors.values() for one in errors)
        return JsonResponse({"saved": False, "moved": _has_moved(form), "says": says})
    written = [passage.number for passage in form.passages() if passage.as_kept["text"]]
    ids = [block["id"] for block in version.blocks]
    return JsonResponse(
        {"saved": True, "seen": hash_now(version), "blocks": dict(zip(written, ids, strict=True))}
    )


def _holds(version: EditionVersion, form: DraftForm) -> bool:
    sent = [block.kept(0) for block in form.blocks()]
    return [one for one in sent if one["text"]] == [{**block, "id": 0} for block in version.blocks]


def _has_moved(form: DraftForm) -> bool:
    return form.is_bound and form.has_error(NON_FIELD_ERRORS, "draft_moved")


def _revise(edition: Edition, form: WhyForm | None, by: User) -> EditionVersion:
    return actions.revise(edition, by=by, why=form.cleaned_data["why"] if form else "")


def _after_saving(request: HttpRequest, edition: Edition) -> HttpResponse:
    """What the pressed button asks for beyond saving."""
    address = reverse("office:edition_edit", args=[edition.pk])
    if "uncite" in request.POST or "recite" in request.POST:
        return _change_citation(request, edition, address)
    if "add" in request.POST:
        return redirect(f"{address}?them=1#cuoi")
    if "drop" in request.POST:
        say(request, "Đã bỏ một đoạn và lưu nháp.")
        return redirect(address)
    if "submit" not in request.POST:
        say(request, "Đã lưu nháp.")
        return redirect(address)
    try:
        actions.submit(edition, by=request.user)
    except RuleBroken as broken:
        return _what_is_missing(request, edition, broken)
    say(request, "Đã gửi kiểm tra. Bài chờ người kiểm tra chính sách.")
    return redirect("office:article", pk=edition.article_id)


def _change_citation(request: HttpRequest, edition: Edition, address: str) -> HttpResponse:
    pk = request.POST.get("uncite") or request.POST.get("recite") or ""
    mine = Citation.objects.filter(version__in=visible_versions(request.user), version__edition=edition)
    citation = mine.filter(pk=int(pk) if pk.isdigit() and len(pk) < 19 else 0).first()
    if citation is None:  # its passage was emptied in the same form, and it went with it
        return redirect(address)
    if "uncite" in request.POST:
        attempt(None, request, lambda: actions.uncite(citation, by=request.user))
    else:
        version, provision = citation.version, citation.provision
        attempt(None, request, lambda: actions.cite(version, citation.block, provision, by=request.user))
    return redirect(address)


def _what_is_missing(request: HttpRequest, edition: Edition, broken: RuleBroken) -> HttpResponse:
    """The draft is saved; show what keeps it from being sent, each at its box."""
    version = _draft(edition)
    fresh = _form(version)
    bound = _form(version, {**fresh.initial, "csrfmiddlewaretoken": ""})

    def tell() -> None:
        raise broken

    attempt(bound, request, tell)
    return _page(request, edition, version, bound)


def _page(request: HttpRequest, edition: Edition, version: EditionVersion, form: DraftForm) -> HttpResponse:
    returned = version.edition.versions.filter(approvals__decision="returned").order_by("-number").first()
    passages = form.passages()
    lost = _what_others_said(version, returned, passages)
    context = _notes(edition, passages) | {
        "edition": edition,
        "version": version,
        "form": form,
        "form_of_kind": FORM_OF[EditionKind(edition.kind)],
        "returns": returned.approvals.filter(decision="returned") if returned else [],
        "returned": returned,
        "lost": lost,
        "suggestion": Suggestion.objects.filter(version=version).select_related("source__edition").first(),
        "one_passage": edition.kind in ONE_PASSAGE,
        "moved": hash_now(version) if _has_moved(form) else "",
        "trail": trail_of(version),
    }
    return render(request, "office/content/edit.html", context)


def _what_others_said(
    version: EditionVersion, returned: EditionVersion | None, passages: list[Passage]
) -> list[Comment]:
    """Put reasons of the last return and open comments beside their passages; what is left has none."""
    back = returns_of([returned] if returned and returned.number < version.number else [])
    comments = open_comments(version.edition)
    for passage in passages:
        typed = str(passage.block.value() or "")
        block = int(typed) if typed.isdecimal() else None
        passage.returns = back.get(block, []) if block is not None else []
        passage.comments = [one for one in comments if one.block == block]
    shown = {one.pk for passage in passages for one in passage.comments}
    return [one for one in comments if one.pk not in shown]


def _notes(edition: Edition, passages: list[Passage]) -> dict[str, Any]:
    pace = pace_of(edition)
    advice = advise(edition.kind, [passage.as_kept for passage in passages], pace.words_a_minute)
    return {"passages": passages, "advice": advice, "measure": advice.measure, "pace": pace}
