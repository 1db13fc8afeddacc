"""Đọc một phiên bản, so với bản khác, in phiếu duyệt."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from lantoa.common import dates
from lantoa.common.models import StoredFile
from lantoa.content import printing
from lantoa.content.models import Approval, Citation, EditionVersion
from lantoa.content.passages import PassageKind, kind_of
from lantoa.content.queries import airable_one, states_of, visible_versions, with_all_that_is_signed
from lantoa.content.verification import package, verify
from lantoa.library.rules.standing_of_a_citation import PinState
from lantoa.library.wording import word_changes
from lantoa.office.access import office_login
from lantoa.office.content.pace import measured, pace_of
from lantoa.office.content.steps import open_steps, trail_of
from lantoa.office.file_access import CHECKS
from lantoa.office.papers import download
from lantoa.people.models import User
from lantoa.people.queries import scope


@dataclass
class Claim:
    """A passage with its citations and how each stands today."""

    number: int
    block: dict
    citations: list[tuple[Citation, PinState]]


@office_login
def version(request: HttpRequest, pk: int) -> HttpResponse:
    """One version as it stands: text beside law, who signed what, what is open."""
    found = version_or_404(request.user, pk)
    day = dates.today()
    answer = airable_one(found, day)
    context = {
        "version": found,
        "claims": claims_of(found),
        "answer": answer,
        "open": open_steps(request.user, found.edition, found if answer.approved else None),
        "trail": trail_of(found),
        "measure": measured(found),
        "others": found.edition.versions.filter(pk__in=visible_versions(request.user)).exclude(pk=found.pk),
        "is_newest": not found.edition.versions.filter(number__gt=found.number).exists(),
        "inside": found.edition.article.unit_id in scope(request.user).inside(),
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
    context = {"old": old, "new": new, "changes": changes_between(old, new), "version": found}
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


@dataclass
class Change:
    """One passage in two versions; words: (same | gone | new, words). gone, new: citations only there."""

    label: str
    words: list[tuple[str, str]]
    gone: list[str]
    new: list[str]

    @property
    def is_change(self) -> bool:
        return bool(self.gone or self.new or any(mark != "same" for mark, _ in self.words))


def changes_between(old: EditionVersion, new: EditionVersion) -> list[Change]:
    """Passage by passage, in the order of the new version; what was taken out stands at the end."""
    before = {block["id"]: block for block in old.blocks}
    after = {block["id"]: block for block in new.blocks}
    order = list(after) + [block_id for block_id in before if block_id not in after]
    changes = []
    for n, block_id in enumerate(order, 1):
        words = word_changes(_words(before.get(block_id)), _words(after.get(block_id)))
        was, now = _cited(old, block_id), _cited(new, block_id)
        label = f"Đoạn {n}" if block_id in after else "Đoạn đã bỏ"
        gone = [str(p) for pk, p in was.items() if pk not in now]
        changes.append(Change(label, words, gone, [str(p) for pk, p in now.items() if pk not in was]))
    return changes


def _words(block: dict | None) -> str:
    if block is None:
        return ""
    why = block.get("no_source_why", "")
    said = block["text"] if kind_of(block) == PassageKind.PARAGRAPH else f"[{_form(block)}] {block['text']}"
    return f"{said} [không cần căn cứ: {why}]" if why else said


def _form(block: dict) -> str:
    form = kind_of(block).label.split(",")[0].split(":")[0]
    return f"{form}, {block['minutes']} phút" if block.get("minutes") else form


def _cited(found: EditionVersion, block_id: int) -> dict[tuple[int, str], object]:
    return {
        (c.provision_id, c.fingerprint): c.provision for c in found.citations.all() if c.block == block_id
    }


def may_open_scan(user: User, stored: StoredFile) -> bool:
    """The signed sheet of a version that she may see."""
    return Approval.objects.filter(paper_scan=stored, version__in=visible_versions(user)).exists()


CHECKS.append(may_open_scan)
