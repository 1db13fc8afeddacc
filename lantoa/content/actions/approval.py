"""Duyệt bài: check, approve, approve for a ward, return, withdraw, clear. Each person takes one step."""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates, files
from lantoa.common.files import Upload
from lantoa.common.models import StoredFile
from lantoa.common.problems import Problem, must_hold, refuse
from lantoa.content.actions.steps import (
    has_block,
    has_reason,
    locked,
    move,
    open_to,
    same_text,
    step_is_open,
    text_problems,
    whole,
)
from lantoa.content.actions.verdicts import Verdict, concluded, judged
from lantoa.content.models import Approval, Citation, Clearing, Edition, EditionVersion, WithdrawnKind
from lantoa.content.permissions import (
    gives_at,
    may_approve_for_ward,
    may_clear,
    may_record_paper,
    may_withdraw,
    may_write,
)
from lantoa.content.queries import (
    LEADER_PASSED,
    airable_one,
    states_of,
    steps_taken,
    visible_versions,
    writers_of,
)
from lantoa.content.remarks import open_passages
from lantoa.content.rules.author_does_not_approve import problems_with_step
from lantoa.content.rules.open_comment_holds_approval import problems_with_comments
from lantoa.content.rules.withdrawal_says_why import problems_with_withdrawal
from lantoa.content.states import EditionState
from lantoa.content.terms import OWN_LEADER, asked_steps, owed_steps
from lantoa.library.models import Effect
from lantoa.people.models import Unit, User

Step, Decision = Approval.Step, Approval.Decision


@transaction.atomic
def check(
    version: EditionVersion, verdicts: Sequence[Verdict], *, by: User, seen_sha256: str = "", note: str = ""
) -> Approval:
    """Compare claim and law, one by one. All right: checked. One wrong: the whole goes back with reasons.

    What was found right in an earlier version and has not changed since needs no verdict; it is recorded as
    carried, with who found it right and when.
    """
    edition, version, unit = open_to(version, by, "check", Step.POLICY_CHECK)
    signed = same_text(version, seen_sha256)
    given, carried = judged(version, verdicts)
    returned = any(not v.ok for v in given.values())
    if not returned:
        states = states_of(version.citations.all(), dates.today())
        must_hold(text_problems(version, list(states.values())))
    approval = concluded(version, given, carried, checker=by, unit=unit, signed=signed, note=note)
    move(edition, "return" if returned else "check")
    deed = "return_edition" if returned else "check_edition"
    unit_id, why = edition.article.unit_id, approval.reason
    audit.log(by, deed, version, unit_id=unit_id, why=why, sha256=signed, carried=len(carried))
    return approval


@transaction.atomic
def agree(version: EditionVersion, *, by: User, reason: str = "", seen_sha256: str = "") -> Approval:
    """One further step that a rule of the office asks for before its leader: the next one that is missing."""
    edition = locked(version.edition_id)
    asked = asked_steps([version]).get(version.pk, [OWN_LEADER])
    if not any(gives_at(by, edition, kind) for kind in asked):
        raise PermissionDenied
    owed = owed_steps([version]).get(version.pk, [])
    if not owed:
        refuse("not_asked", "Bản này không cần hoặc đã có đủ ý kiến trước khi lãnh đạo duyệt.")
    kind = owed[0]
    unit = gives_at(by, edition, kind)
    if unit is None:
        refuse("not_yet", f"Bản này chờ bước “{kind}” trước.")
    edition, version, unit = open_to(version, by, "agree", kind.key, unit)
    signed = same_text(version, seen_sha256)
    _checked_this_text(version, signed)
    approval = Approval.objects.create(
        version=version,
        step=kind.key,
        step_name=kind.name,
        decision=Decision.PASSED,
        unit=unit,
        by=by,
        at=dates.now(),
        sha256=signed,
        reason=reason.strip(),
    )
    unit_id = edition.article.unit_id
    audit.log(by, "agree_edition", version, unit_id=unit_id, why=reason, sha256=signed, step=kind.name)
    return approval


@transaction.atomic
def approve(
    version: EditionVersion,
    *,
    by: User,
    reason: str = "",
    seen_sha256: str = "",
    paper_scan: Upload | None = None,
    signed_by: User | None = None,
) -> Approval:
    """A leader signs the hash of a checked version.

    On paper: paper_scan is the signed sheet; signed_by names the leader when a clerk enters it for her.
    Both persons must then be free to approve: an author cannot enter the approval of her own text.
    """
    leader = signed_by or by
    edition, version, unit = open_to(version, leader, "approve", Step.LEADER)
    if leader != by:
        _recorder_is_free(edition, by, paper_scan)
    signed = same_text(version, seen_sha256)
    _checked_this_text(version, signed)
    if owed := owed_steps([version]).get(version.pk):
        refuse("step_owed", f"Bản này còn chờ: {', '.join(kind.name for kind in owed)}. Đủ ý kiến rồi duyệt.")
    must_hold(problems_with_comments(open_passages(version)))
    states = states_of(version.citations.all(), dates.today())
    must_hold(text_problems(version, list(states.values())))
    approval = Approval.objects.create(
        version=version,
        step=Step.LEADER,
        decision=Decision.PASSED,
        unit=unit,
        by=leader,
        at=dates.now(),
        sha256=signed,
        reason=reason.strip(),
        paper_scan=_keep_scan(paper_scan, by),
        recorded_by=by if leader != by else None,
    )
    move(edition, "approve")
    audit.log(by, "approve_edition", version, unit_id=edition.article.unit_id, why=reason, sha256=signed)
    return approval


@transaction.atomic
def approve_for_ward(
    version: EditionVersion,
    ward: Unit,
    *,
    by: User,
    reason: str = "",
    seen_sha256: str = "",
    paper_scan: Upload | None = None,
) -> Approval:
    """The leader of a ward signs the same hash, for what the ward's own station airs."""
    edition = locked(version.edition_id)
    if not may_approve_for_ward(by, ward) or not visible_versions(by).filter(pk=version.pk).exists():
        raise PermissionDenied
    version = whole(version.pk)
    must_hold(problems_with_step(by.pk, Step.WARD_LEADER, _writers(edition), steps_taken(edition)))
    answer = airable_one(version, dates.today())
    must_hold([Problem("not_airable", says) for says in answer.reasons])
    if ward.pk in answer.signed_wards:
        refuse("ward_signed", f"Lãnh đạo {ward} đã duyệt phát bản này rồi.")
    signed = same_text(version, seen_sha256)
    approval = Approval.objects.create(
        version=version,
        step=Step.WARD_LEADER,
        decision=Decision.PASSED,
        unit=ward,
        by=by,
        at=dates.now(),
        sha256=signed,
        reason=reason.strip(),
        paper_scan=_keep_scan(paper_scan, by),
    )
    audit.log(by, "approve_for_ward", version, unit_id=ward.pk, why=reason, sha256=signed)
    return approval


@transaction.atomic
def return_for_changes(
    version: EditionVersion, *, by: User, reason: str, seen_sha256: str = "", block: int | None = None
) -> Approval:
    """Send a version back to its writers: the checker before the check, a leader after it (and whoever is
    asked for the further step that comes next).

    block: the passage that the reason is about; None: the whole text.
    """
    edition = locked(version.edition_id)
    checked = edition.state != EditionState.SUBMITTED
    step: str = Step.LEADER if checked else Step.POLICY_CHECK
    name, unit = "", None
    for kind in owed_steps([version]).get(version.pk, [])[:1] if checked else []:
        if unit := gives_at(by, edition, kind):
            step, name = kind.key, kind.name
    edition, version, unit = open_to(version, by, "return", step, unit)
    reason = has_reason(reason, "Ghi một câu để người soạn biết phải sửa chỗ nào.")
    if block is not None:
        has_block(version, block)
    approval = Approval.objects.create(
        version=version,
        step=step,
        step_name=name,
        decision=Decision.RETURNED,
        unit=unit,
        by=by,
        at=dates.now(),
        sha256=same_text(version, seen_sha256),
        reason=reason,
        verdicts=[] if block is None else [{"about": f"b{block}", "ok": False, "reason": reason}],
    )
    move(edition, "return")
    audit.log(by, "return_edition", version, unit_id=edition.article.unit_id, why=reason)
    return approval


@transaction.atomic
def withdraw(
    edition: Edition,
    *,
    by: User,
    why: str,
    kind: str = WithdrawnKind.OTHER,
    replaced_by: Edition | None = None,
) -> Edition:
    """Take an edition back for good, with a kind of reason and, where there is one, what to use instead.

    why: more words; needed where the kind alone tells nothing.

    What was never approved its own unit's writers may take back too.
    """
    edition = locked(edition.pk)
    was_approved = EditionVersion.objects.filter(LEADER_PASSED, edition=edition).exists()
    if not (may_withdraw(by, edition) or (not was_approved and may_write(by, edition.article.unit_id))):
        raise PermissionDenied
    step_is_open(edition, "withdraw")
    must_hold(problems_with_withdrawal(kind, why, replaced_by is not None))
    if replaced_by is not None:
        must_hold(_replacement_problems(edition, replaced_by, by))
    why = why.strip()[:300] or WithdrawnKind(kind).label
    edition.withdrawn_at, edition.withdrawn_kind = dates.now(), kind
    edition.withdrawn_why, edition.replaced_by = why, replaced_by
    edition.save(update_fields=["withdrawn_at", "withdrawn_kind", "withdrawn_why", "replaced_by"])
    move(edition, "withdraw")
    audit.log(by, "withdraw_edition", edition, unit_id=edition.article.unit_id, why=why)
    return edition


@transaction.atomic
def clear_citation(citation: Citation, cause: Effect, *, by: User, why: str) -> Clearing:
    """Say that one change of the law leaves this one citation right, and why. It clears nothing else."""
    edition = locked(citation.version.edition_id)
    if not may_clear(by, edition):
        raise PermissionDenied
    if by.pk in _writers(edition):
        says = "Anh chị đã viết bài này nên không tự xác nhận căn cứ của nó. Nhờ người kiểm tra chính sách."
        refuse("author_clears", says)
    if citation.version.submitted_at is None:
        refuse(
            "still_a_draft", "Bản nháp thì sửa trích dẫn, chưa cần xác nhận. Dẫn lại điều khoản hiện hành."
        )
    why = has_reason(why, "Ghi vì sao lời trong bài vẫn đúng sau thay đổi này.", "why")
    state = states_of([citation], dates.today())[citation.pk]
    if cause.pk not in {c.pk for c in state.causes}:
        refuse("not_a_cause", "Thay đổi này không (hoặc không còn) làm trích dẫn phải kiểm lại.")
    clearing = Clearing.objects.create(citation=citation, cause=cause, by=by, at=dates.now(), why=why)
    audit.log(by, "clear_citation", citation, unit_id=edition.article.unit_id, why=why, cause=cause.pk)
    return clearing


def _writers(edition: Edition) -> set[int]:
    return writers_of([edition.pk])[edition.pk]


def _checked_this_text(version: EditionVersion, signed: str) -> None:
    passed = version.approvals.filter(step=Step.POLICY_CHECK, decision=Decision.PASSED, sha256=signed)
    if not passed.exists():
        refuse("not_checked", "Nội dung này chưa qua kiểm tra chính sách. Chuyển người kiểm tra trước.")


def _recorder_is_free(edition: Edition, by: User, scan: Upload | None) -> None:
    if not may_record_paper(by, edition):
        raise PermissionDenied
    if scan is None:
        refuse("scan_missing", "Đính kèm bản chụp phiếu duyệt có chữ ký của lãnh đạo.", "paper_scan")
    must_hold(problems_with_step(by.pk, Step.LEADER, _writers(edition), steps_taken(edition)))


def _keep_scan(scan: Upload | None, by: User) -> StoredFile | None:
    return files.keep(scan, by, files.PAPERS, "paper_scan") if scan else None


def _replacement_problems(edition: Edition, other: Edition, by: User) -> list[Problem]:
    if other.pk == edition.pk:
        return [Problem("replaces_itself", "Chọn một bản khác để thay.", "replaced_by")]
    visible = visible_versions(by).filter(edition=other).exists()
    if not visible or not airable_one(other, dates.today()).ok:
        return [
            Problem("replacement_not_approved", "Bản thay thế phải là bản đang được phát.", "replaced_by")
        ]
    return []
