"""Duyệt, duyệt phát tại phường, trả lại, rút: one deed a page, on exactly the text that is shown."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.common import dates
from lantoa.content import actions
from lantoa.content.models import EditionVersion
from lantoa.content.permissions import (
    gives_at,
    may_approve,
    may_approve_for_ward,
    may_check,
    may_record_paper,
    may_withdraw,
    may_write,
)
from lantoa.content.queries import airable_one, visible_editions
from lantoa.content.remarks import open_passages
from lantoa.content.rules.open_comment_holds_approval import problems_with_comments
from lantoa.content.terms import OWN_LEADER, asked_steps
from lantoa.office.access import office_login
from lantoa.office.content.afterwards import after_approval
from lantoa.office.content.forms import (
    AgreeForm,
    ApproveForm,
    PaperForm,
    ReturnForm,
    UrgentForm,
    WithdrawForm,
)
from lantoa.office.content.pace import measured
from lantoa.office.content.reading import claims_of, version_or_404, with_remarks
from lantoa.office.content.remarks import lost_remarks
from lantoa.office.content.steps import open_steps, trail_of
from lantoa.office.outcome import attempt, say
from lantoa.people.models import Unit, User
from lantoa.people.queries import existing_units


@office_login
def version_approve(request: HttpRequest, pk: int) -> HttpResponse:
    """A leader reads the whole text and signs its hash."""
    found = version_or_404(request.user, pk)
    if not may_approve(request.user, found.edition):
        raise PermissionDenied
    form = ApproveForm(request.POST or None, request.FILES or None, initial={"seen": found.sha256})
    if request.method == "POST":
        ok, _ = attempt(form, request, lambda: actions.approve(found, by=request.user, **_signed(form)))
        if ok:
            say(request, f"Đã duyệt. {after_approval(found)}")
            return redirect("office:article", pk=found.edition.article_id)
    return _page(request, "approve.html", found, form, return_form=ReturnForm(found))


@office_login
def version_agree(request: HttpRequest, pk: int) -> HttpResponse:
    """A further step before the office's leader, where a rule asks for it."""
    found = version_or_404(request.user, pk)
    if not _may_agree(request.user, found):
        raise PermissionDenied
    form = AgreeForm(request.POST or None, initial={"seen": found.sha256})
    if request.method == "POST":
        ok, _ = attempt(form, request, lambda: _agree(found, form, request.user))
        if ok:
            say(request, "Đã ghi ý kiến đồng ý. Bài chuyển bước tiếp theo.")
            return redirect("office:article", pk=found.edition.article_id)
    return _page(request, "approve.html", found, form, return_form=ReturnForm(found), agrees=True)


@office_login
def version_urgent(request: HttpRequest, pk: int) -> HttpResponse:
    """A leader signs before the policy check: with a reason, and a day by which the check follows."""
    found = version_or_404(request.user, pk)
    if not may_approve(request.user, found.edition):
        raise PermissionDenied
    form = UrgentForm(found, request.POST or None)
    if request.method == "POST":
        ok, approval = attempt(form, request, lambda: _approve_urgently(found, form, request.user))
        if ok:
            review = f"Phải hậu kiểm trước {dates.say(approval.review_by)}."
            say(request, f"Đã duyệt gấp. {after_approval(found)} {review}")
            return redirect("office:article", pk=found.edition.article_id)
    return _page(request, "urgent.html", found, form)


@office_login
def version_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """A clerk enters the approval that a leader signed on paper."""
    found = version_or_404(request.user, pk)
    if not may_record_paper(request.user, found.edition):
        raise PermissionDenied
    form = PaperForm(found, request.POST or None, request.FILES or None, initial={"seen": found.sha256})
    if request.method == "POST":
        ok, _ = attempt(form, request, lambda: _record_paper(found, form, request.user))
        if ok:
            say(request, "Đã ghi ý kiến duyệt trên giấy.")
            return redirect("office:article", pk=found.edition.article_id)
    return _page(request, "paper.html", found, form)


@office_login
def version_ward_approve(request: HttpRequest, pk: int, ward: int) -> HttpResponse:
    """A ward's leader signs the same hash, for the ward's own station."""
    found = version_or_404(request.user, pk)
    unit = get_object_or_404(existing_units(), pk=ward)
    if not may_approve_for_ward(request.user, unit):
        raise PermissionDenied
    form = ApproveForm(request.POST or None, request.FILES or None, initial={"seen": found.sha256})
    if request.method == "POST":
        ok, _ = attempt(
            form, request, lambda: actions.approve_for_ward(found, unit, by=request.user, **_signed(form))
        )
        if ok:
            say(request, f"Đã duyệt phát tại đài {unit}.")
            return redirect("office:article", pk=found.edition.article_id)
    return _page(request, "approve.html", found, form, ward=unit)


@office_login
@require_POST
def version_return(request: HttpRequest, pk: int) -> HttpResponse:
    """Send it back to its writers with a sentence."""
    found = version_or_404(request.user, pk)
    may = any(may(request.user, found.edition) for may in (may_check, may_approve))
    if not may and not _may_agree(request.user, found):
        raise PermissionDenied
    form = ReturnForm(found, request.POST)
    ok, _ = attempt(form, request, lambda: _return(found, form, request.user))
    if ok:
        say(request, "Đã trả lại người soạn kèm lý do.")
        return redirect("office:article", pk=found.edition.article_id)
    approve_form = ApproveForm(initial={"seen": found.sha256})
    return _page(request, "approve.html", found, approve_form, return_form=form)


@office_login
def edition_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an edition back for good."""
    edition = get_object_or_404(visible_editions(request.user), pk=pk)
    if not (may_withdraw(request.user, edition) or may_write(request.user, edition.article.unit_id)):
        raise PermissionDenied
    form = WithdrawForm(edition, request.user, request.POST or None)
    if request.method == "POST":
        ok, _ = attempt(
            form, request, lambda: actions.withdraw(edition, by=request.user, **form.cleaned_data)
        )
        if ok:
            say(request, "Đã rút. Từ bây giờ không nơi nào được phát, treo hay dùng bản này.")
            return redirect("office:article", pk=edition.article_id)
    return render(request, "office/content/withdraw.html", {"edition": edition, "form": form})


def _may_agree(user: User, version: EditionVersion) -> bool:
    asked = asked_steps([version]).get(version.pk, [OWN_LEADER])
    return any(gives_at(user, version.edition, kind) for kind in asked)


def _signed(form: ApproveForm) -> dict[str, Any]:
    data = form.cleaned_data
    return {"seen_sha256": data["seen"], "reason": data["reason"], "paper_scan": data["paper_scan"]}


def _agree(found: EditionVersion, form: AgreeForm, by: User) -> Any:
    data = form.cleaned_data
    return actions.agree(found, by=by, reason=data["reason"], seen_sha256=data["seen"])


def _approve_urgently(found: EditionVersion, form: UrgentForm, by: User) -> Any:
    data = form.cleaned_data
    return actions.approve_urgently(
        found, by=by, reason=data["reason"], review_by=data["review_by"], seen_sha256=data["seen"]
    )


def _record_paper(found: EditionVersion, form: PaperForm, by: User) -> Any:
    return actions.approve(found, by=by, signed_by=form.cleaned_data["signed_by"], **_signed(form))


def _return(found: EditionVersion, form: ReturnForm, by: User) -> Any:
    data = form.cleaned_data
    return actions.return_for_changes(
        found, by=by, reason=data["reason"], seen_sha256=data["seen"], block=data["block"]
    )


def _page(
    request: HttpRequest,
    template: str,
    found: EditionVersion,
    form: ApproveForm | AgreeForm | UrgentForm,
    ward: Unit | None = None,
    return_form: ReturnForm | None = None,
    agrees: bool = False,
) -> HttpResponse:
    context = {
        "version": found,
        "claims": with_remarks(claims_of(found), found, request.user),
        "lost": lost_remarks(found, request.user),
        "remarks_open": problems_with_comments(open_passages(found)),
        "answer": airable_one(found, dates.today()),
        "open": open_steps(request.user, found.edition),
        "trail": trail_of(found),
        "measure": measured(found),
        "form": form,
        "ward": ward,
        "agrees": agrees,
        "skips": asked_steps([found]).get(found.pk, []) if template == "urgent.html" else [],
        "return_form": return_form,
    }
    return render(request, f"office/content/{template}", context)
