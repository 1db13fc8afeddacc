"""Đọc một phiên bản, so với bản khác, in phiếu duyệt."""

from dataclasses import dataclass, field
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from lantoa.common import dates
from lantoa.common.models import StoredFile
from lantoa.content import printing
from lantoa.content.models import Approval, Citation, EditionVersion
from lantoa.content.outlines import talk_outline
from lantoa.content.queries import (
    airable_one,
    signs_named,
    states_of,
    visible_versions,
    with_all_that_is_signed,
)
from lantoa.content.remarks import open_passages
from lantoa.content.rules.open_comment_holds_approval import problems_with_comments
from lantoa.content.verification import package, verify
from lantoa.library.rules.standing_of_a_citation import PinState
from lantoa.office.access import office_login
from lantoa.office.content.changes import changes_between
from lantoa.office.content.forms import CommentForm
from lantoa.office.content.pace import measured, pace_of
from lantoa.office.content.remarks import Remark, lost_remarks, remarks_on
from lantoa.office.content.steps import open_steps, trail_of
from lantoa.office.file_access import CHECKS
from lantoa.office.outcome import attempt
from lantoa.office.papers import download
from lantoa.people.models import User
from lantoa.people.queries import scope


@dataclass
class Claim:
    """A passage with its citations and how each stands today."""

    number: int
    block: dict
    citations: list[tuple[Citation, PinState]]
    remarks: list[Remark] = field(default_factory=list)
    form: CommentForm | None = None


@office_login
def version(request: HttpRequest, pk: int) -> HttpResponse:
    """One version as it stands: text beside law, who signed what, what is open."""
    found = version_or_404(request.user, pk)
    day = dates.today()
    answer = airable_one(found, day)
    inside = found.edition.article.unit_id in scope(request.user).inside()
    context = {
        "version": found,
        "named": signs_named(found) if found.person_named_why else [],
        "claims": with_remarks(claims_of(found), found, request.user),
        "lost": lost_remarks(found, request.user),
        "remarks_open": problems_with_comments(open_passages(found)) if inside else [],
        "answer": answer,
        "open": open_steps(request.user, found.edition, found if answer.approved else None),
        "trail": trail_of(found),
        "measure": measured(found),
        "is_newest": not found.edition.versions.filter(number__gt=found.number).exists(),
        "inside": inside,
    }
    return render(request, "office/content/version.html", context)


@office_login
def version_compare(request: HttpRequest, pk: int) -> HttpResponse:
    """Word by word against another version of the edition (?voi=1), else the one before."""
    found = version_or_404(request.user, pk)
    others = visible_versions(request.user).filter(edition=found.edition).exclude(pk=found.pk)
    with_number = request.GET.get("voi", "")
    if with_number.isdigit() and len(with_number) < 5:
        other = others.filter(number=int(with_number)).first()
    else:
        other = others.filter(number__lt=found.number).order_by("-number").first()
    if other is None:
        raise Http404
    other = version_or_404(request.user, other.pk)
    old, new = sorted((other, found), key=lambda one: one.number)
    context = {
        "old": old,
        "new": new,
        "changes": changes_between(old, new),
        "version": found,
        "other": other,
        "others": others.order_by("number"),
    }
    return render(request, "office/content/compare.html", context)


@office_login
def version_sheet(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """Phiếu duyệt tin, bài: to be signed on paper, or printed from what was signed here."""
    found = version_or_404(request.user, pk)
    states = states_of(found.citations.all(), dates.today())
    pace = pace_of(found.edition).words_a_minute
    sheet = printing.approval_sheet(found, states, dates.today(), pace)
    return download(sheet, f"phieu-duyet-{pk}", form)


@office_login
def version_outline(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """Đề cương nói chuyện: the paper of a speaker; only of what may be told today."""
    found = version_or_404(request.user, pk)
    ok, paper = attempt(None, request, lambda: talk_outline(found, dates.today()))
    return download(paper, f"de-cuong-{pk}", form) if ok else redirect("office:version", pk=pk)


@office_login
def version_proof(request: HttpRequest, pk: int) -> HttpResponse:
    """What was signed, by whom, and the findings of a look at it now."""
    found = version_or_404(request.user, pk)
    findings = verify(found)
    context = {
        "version": found,
        "findings": findings,
        "holds": all(one.ok for one in findings),
        "signed": _was_signed(found),
    }
    return render(request, "office/content/proof.html", context)


@office_login
def version_package(request: HttpRequest, pk: int) -> HttpResponse:
    """The package that holds by itself, for an inspector or an archive."""
    found = version_or_404(request.user, pk)
    if not _was_signed(found):
        raise Http404
    response = HttpResponse(package(found), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="ban-da-duyet-{pk}.zip"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _was_signed(found: EditionVersion) -> bool:
    return found.approvals.filter(decision="passed", sha256=found.sha256).exists()


def version_or_404(user: User, pk: int) -> EditionVersion:
    """A version that she may see, whole; else it does not exist."""
    return get_object_or_404(with_all_that_is_signed(visible_versions(user)), pk=pk)


def claims_of(found: EditionVersion) -> list[Claim]:
    """The passages in order."""
    states = states_of(found.citations.all(), dates.today())
    cited: dict[int, list[tuple[Citation, PinState]]] = {}
    for citation in found.citations.all():
        cited.setdefault(citation.block, []).append((citation, states[citation.pk]))
    return [Claim(n, block, cited.get(block["id"], [])) for n, block in enumerate(found.blocks, 1)]


def with_remarks(claims: list[Claim], found: EditionVersion, user: User) -> list[Claim]:
    """The same with what was said about each passage, and a box to say more, for those who work on it."""
    said = remarks_on(found, user)
    for claim in claims:
        claim.remarks = said.get(claim.block["id"], [])
        claim.form = CommentForm(
            initial={"block": claim.block["id"], "key": uuid4().hex}, auto_id=f"id_%s_{claim.number}"
        )
    return claims


def may_open_scan(user: User, stored: StoredFile) -> bool:
    """The signed sheet of a version that she may see, of a unit that she works for or that lies above."""
    mine = scope(user)
    signed = Approval.objects.filter(paper_scan=stored, version__in=visible_versions(user))
    return signed.filter(version__edition__article__unit_id__in=mine.inside() | mine.above).exists()


CHECKS.append(may_open_scan)
