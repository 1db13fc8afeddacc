"""Kiểm tra chính sách: claim beside law, one verdict each; clearing of a citation after a change."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from lantoa.common import dates
from lantoa.content import actions
from lantoa.content.models import Citation, EditionVersion
from lantoa.content.permissions import may_check, may_clear
from lantoa.content.queries import signs_named, states_of, ticks_carried_to, urgent_flags, visible_versions
from lantoa.content.remarks import open_comments
from lantoa.content.rules.a_tick_carries_what_is_unchanged import CarriedTick
from lantoa.content.states import EditionState
from lantoa.library.models import Effect
from lantoa.library.rules.standing_of_a_citation import PinState
from lantoa.library.rules.words_on_a_day import Text, next_text
from lantoa.library.wording import word_changes
from lantoa.office.access import office_login
from lantoa.office.content.forms import ReviewForm, WhyForm
from lantoa.office.content.pace import measured
from lantoa.office.content.reading import version_or_404
from lantoa.office.content.steps import open_steps, trail_of
from lantoa.office.outcome import attempt, say
from lantoa.people.models import User


@dataclass
class Subject:
    """One thing to judge: a passage beside a citation of it, or a passage that cites nothing.

    changed: the words of the law since they were pinned. reworded: the passage since the version before.
    carried: found right in an earlier version, and unchanged.
    """

    number: int
    block: dict[str, Any]
    ok: forms.BoundField
    why: forms.BoundField
    citation: Citation | None = None
    state: PinState | None = None
    changed: list[tuple[str, str]] | None = None
    reworded: list[tuple[str, str]] | None = None
    carried: CarriedTick | None = None


@office_login
def version_review(request: HttpRequest, pk: int) -> HttpResponse:
    """Judge every claim; one that is wrong sends the version back with its reason."""
    found = version_or_404(request.user, pk)
    if not may_check(request.user, found.edition):
        raise PermissionDenied
    if found.edition.state != EditionState.SUBMITTED:
        return redirect("office:version", pk=pk)
    told = ("Đã kiểm tra xong. Bài chuyển bước duyệt.", "Đã trả lại người soạn kèm lý do.")
    return _judged(request, found, actions.check, told)


@office_login
def version_review_after(request: HttpRequest, pk: int) -> HttpResponse:
    """The same after an urgent approval; one claim that is wrong withdraws the edition."""
    found = version_or_404(request.user, pk)
    if not may_check(request.user, found.edition):
        raise PermissionDenied
    flag = urgent_flags().get(pk, "")
    if not flag:
        return redirect("office:version", pk=pk)
    told = ("Đã hậu kiểm đạt.", "Hậu kiểm không đạt: đã rút bản này.")
    return _judged(request, found, actions.review_after, told, flag)


def _judged(
    request: HttpRequest, found: EditionVersion, deed: Any, told: tuple[str, str], flag: str = ""
) -> HttpResponse:
    """Show the claims, take the verdicts. told: when all is right, when something is wrong."""
    form = ReviewForm(found, request.POST or None)
    if request.method == "POST":
        ok, approval = attempt(form, request, lambda: _conclude(deed, found, form, request.user))
        if ok:
            say(request, told[approval.decision != "passed"])
            return redirect("office:article", pk=found.edition.article_id)
    before = _before(request.user, found)
    subjects = _subjects(found, form, before)
    context = {
        "version": found,
        "named": signs_named(found) if found.person_named_why else [],
        "form": form,
        "flag": flag,
        "remarks_open": open_comments(found.edition),
        "to_judge": [one for one in subjects if not one.carried],
        "carried": [one for one in subjects if one.carried],
        "open": open_steps(request.user, found.edition, found if flag else None),
        "trail": trail_of(found),
        "measure": measured(found),
        "before": before,
    }
    return render(request, "office/content/review.html", context)


@office_login
def citation_clear(request: HttpRequest, pk: int, cause: int) -> HttpResponse:
    """Say why one change leaves one citation right."""
    citations = Citation.objects.filter(version__in=visible_versions(request.user))
    citation = get_object_or_404(citations.select_related("provision__document"), pk=pk)
    found = version_or_404(request.user, citation.version_id)
    if not may_clear(request.user, found.edition):
        raise PermissionDenied
    state = states_of([citation], dates.today())[citation.pk]
    effect = get_object_or_404(Effect, pk=cause)
    form = WhyForm(request.POST or None, label="Vì sao lời trong bài vẫn đúng?")
    if request.method == "POST":
        ok, _ = attempt(
            form,
            request,
            lambda: actions.clear_citation(citation, effect, by=request.user, why=form.cleaned_data["why"]),
        )
        if ok:
            say(request, "Đã ghi nhận: trích dẫn này vẫn đúng. Các trích dẫn khác không đổi.")
            return redirect("office:version", pk=citation.version_id)
    context = {
        "citation": citation,
        "version": found,
        "effect": effect,
        "state": state,
        "claim": next((b for b in found.blocks if b["id"] == citation.block), None),
        "changed": law_changes(citation, state),
        "form": form,
    }
    return render(request, "office/content/clear.html", context)


def law_changes(citation: Citation, state: PinState) -> list[tuple[str, str]] | None:
    """The words that were pinned against those that hold (or will), or None when nothing is known."""
    new, now = "", Text(citation.provision.heading, citation.provision.words)
    for cause in state.causes:
        told = next_text(citation.provision, cause, now)
        new = told.words if told else (cause.replaced_by.words if cause.replaced_by else "") or new
    if not new and citation.fingerprint != citation.provision.fingerprint:
        new = citation.provision.words
    return word_changes(citation.quoted, new) if new else None


def _conclude(deed: Any, found: EditionVersion, form: ReviewForm, by: User) -> Any:
    data = form.cleaned_data
    return deed(found, form.verdicts(), by=by, seen_sha256=data["seen"], note=data["note"])


def _before(user: User, found: EditionVersion) -> EditionVersion | None:
    earlier = visible_versions(user).filter(edition=found.edition, number__lt=found.number)
    return earlier.order_by("-number").first()


def _subjects(found: EditionVersion, form: ReviewForm, before: EditionVersion | None) -> list[Subject]:
    """In the order of the form; each with what became of it since the version before."""
    states = states_of(found.citations.all(), dates.today())
    carried = ticks_carried_to(found, dates.today())
    was = {block["id"]: block["text"] for block in before.blocks} if before else {}
    blocks = {block["id"]: block for block in found.blocks}
    subjects = []
    for number, (about, subject) in enumerate(form.subjects, 1):
        ok, why = form[f"ok_{about}"], form[f"why_{about}"]
        if isinstance(subject, Citation):
            state = states[subject.pk]
            block = blocks.get(subject.block, {"text": ""})
            one = Subject(number, block, ok, why, subject, state, law_changes(subject, state))
        else:
            one = Subject(number, subject, ok, why)
        old = was.get(one.block.get("id"), one.block["text"])
        one.reworded = word_changes(old, one.block["text"]) if old != one.block["text"] else None
        one.carried = None if form.is_bound and (ok.errors or ok.value()) else carried.get(about)
        subjects.append(one)
    return subjects
