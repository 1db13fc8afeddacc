"""Bước nào đang mở cho ai: what one person may do with one version now, and the trail so far.

The buttons ask here; the actions ask again by themselves.
"""

from dataclasses import dataclass, field
from typing import Any

from lantoa.common.dates import VIETNAM, say
from lantoa.content import permissions
from lantoa.content.models import Approval, Edition, EditionKind, EditionVersion, StepKind
from lantoa.content.queries import review_pending, steps_taken, writers_of
from lantoa.content.rules.author_does_not_approve import Taken, problems_with_step, problems_with_writing
from lantoa.content.rules.office_approves_ward_signs import ward_ids_led
from lantoa.content.states import WAITING, EditionState
from lantoa.content.terms import asked_steps, due_days, owed_steps
from lantoa.people.models import Unit, User
from lantoa.people.queries import existing_units, scope
from lantoa.questions.queries import holidays

Step = Approval.Step


@dataclass
class Open:
    """What is open to her on the newest version of an edition (wards: on its newest approved one).

    agree: the further step that she may take. held: why a step that her duty gives her is closed to her
    person ("" when it is not).
    """

    write: bool = False
    submit: bool = False
    revise: bool = False
    check: bool = False
    approve: bool = False
    agree: StepKind | None = None
    urgent: bool = False
    review: bool = False
    paper: bool = False
    withdraw: bool = False
    clear: bool = False
    comment: bool = False
    held: str = ""
    wards: list[Unit] = field(default_factory=list)


def open_steps(user: User, edition: Edition, approved: EditionVersion | None = None) -> Open:
    """Ask duties, state and persons once. approved: the newest approved version, for the wards."""
    state = edition.state
    taken, writers = steps_taken(edition), writers_of([edition.pk])[edition.pk]
    may_write = permissions.may_write(user, edition.article.unit_id)
    free_to_write = may_write and not problems_with_writing(user.pk, taken)
    found = Open(
        write=free_to_write and state == EditionState.DRAFT,
        submit=free_to_write and state == EditionState.DRAFT,
        revise=free_to_write and state in (EditionState.RETURNED, EditionState.APPROVED),
        withdraw=state != EditionState.WITHDRAWN and _may_withdraw(user, edition, taken, may_write),
        clear=user.pk not in writers and permissions.may_clear(user, edition),
        comment=state in WAITING and permissions.may_comment(user, edition),
    )
    if state == EditionState.SUBMITTED and permissions.may_check(user, edition):
        found.held = _held(user, Step.POLICY_CHECK, writers, taken)
        found.check = not found.held
    if state == EditionState.SUBMITTED and permissions.may_approve(user, edition):
        found.urgent = not _held(user, Step.LEADER, writers, taken)
    owed = _owed(edition) if state == EditionState.CHECKED else []
    if owed and permissions.gives_at(user, edition, owed[0]):
        found.held = _held(user, owed[0].key, writers, taken)
        found.agree = None if found.held else owed[0]
    if state == EditionState.CHECKED and permissions.may_approve(user, edition):
        found.held = found.held or _held(user, Step.LEADER, writers, taken)
        found.approve = not found.held and not owed
        if owed and not found.held and not found.agree:
            found.held = f"Bản này chờ bước “{owed[0]}” trước."
    elif state == EditionState.CHECKED and permissions.may_record_paper(user, edition):
        found.paper = not _held(user, Step.LEADER, writers, taken)
    if approved is not None and permissions.may_check(user, edition):
        waits = review_pending().filter(pk=approved.pk).exists()
        found.review = waits and not _held(user, Step.POLICY_CHECK, writers, taken)
    if approved is not None and state != EditionState.WITHDRAWN:
        found.wards = _wards_to_sign(user, approved, writers, taken)
    return found


def _owed(edition: Edition) -> list[StepKind]:
    """The further steps that its newest version still lacks."""
    newest = edition.versions.select_related("edition__article").order_by("-number")[:1]
    return next(iter(owed_steps(newest).values()), [])


def _may_withdraw(user: User, edition: Edition, taken: list[Taken], may_write: bool) -> bool:
    was_approved = any(t.step == Step.LEADER for t in taken)
    return permissions.may_withdraw(user, edition) or (may_write and not was_approved)


def _held(user: User, step: str, writers: set[int], taken: list[Taken]) -> str:
    return " ".join(p.says for p in problems_with_step(user.pk, step, writers, taken))


def _wards_to_sign(user: User, approved: EditionVersion, writers: set[int], taken: list[Taken]) -> list[Unit]:
    led = ward_ids_led(scope(user)) if approved.edition.kind == EditionKind.RADIO else set()
    if not led or _held(user, Step.WARD_LEADER, writers, taken):
        return []
    signed = Approval.objects.filter(version=approved, step=Step.WARD_LEADER).values("unit_id")
    return list(existing_units().filter(pk__in=led).exclude(pk__in=signed))


def trail_of(version: EditionVersion) -> list[dict[str, Any]]:
    """Who did what with this version, and what is still to come."""
    steps = [_said("Soạn bài", str(version.created_by), version.created_at, done=True)]
    if version.submitted_at:
        steps.append(_said("Gửi kiểm tra", str(version.submitted_by), version.submitted_at, done=True))
    else:
        steps.append({"title": "Gửi kiểm tra", "now": True, "note": "Đang soạn"})
    approvals = list(
        version.approvals.select_related("by", "recorded_by", "unit").prefetch_related("unit__versions")
    )
    returned = False
    for approval in approvals:
        returned = approval.decision == Approval.Decision.RETURNED
        title = approval.step_says + (": trả lại" if returned else "")
        if approval.review_by:
            title = "Lãnh đạo duyệt gấp"
        by = f"{approval.by}, {approval.unit}"
        if approval.recorded_by:
            by += f" (ký giấy, {approval.recorded_by} ghi lại)"
        note = _said(title, by, approval.at, done=not returned, gone=returned)
        if approval.reason:
            note["note"] += f". {approval.reason}"
        steps.append(note)
    if version.submitted_at and not returned and version.edition.state != EditionState.WITHDRAWN:
        steps += _to_come(version, approvals)
    if version.edition.state == EditionState.WITHDRAWN:
        steps.append({"title": "Đã rút", "gone": True, "note": version.edition.withdrawn_says})
    return steps


def _said(title: str, who: str, at: Any, **marks: bool) -> dict[str, Any]:
    return {"title": title, "note": f"{who} · {at.astimezone(VIETNAM):%d/%m/%Y %H:%M}", **marks}


def _to_come(version: EditionVersion, approvals: list[Approval]) -> list[dict[str, Any]]:
    passed = {a.step for a in approvals}
    ways: list[tuple[str, str]] = [(Step.POLICY_CHECK, "Kiểm tra chính sách")]
    if Step.LEADER not in passed:
        ways += [(kind.key, kind.name) for kind in asked_steps([version]).get(version.pk, [])]
    ways.append((Step.LEADER, "Lãnh đạo duyệt"))
    coming: list[dict[str, Any]] = [
        {"title": title, "note": "", "step": step} for step, title in ways if step not in passed
    ]
    if coming:
        due = due_days([version], coming[0]["step"], holidays()).get(version.pk)
        coming[0] |= {"now": True, "note": f"Đang chờ, hạn {say(due)}" if due else "Đang chờ"}
    urgent = next((a for a in approvals if a.review_by), None)
    if urgent and Step.POLICY_CHECK not in passed:
        coming[0] |= {"title": "Hậu kiểm chính sách", "note": f"Trước ngày {say(urgent.review_by)}"}
    if version.edition.kind == EditionKind.RADIO and Step.WARD_LEADER not in passed:
        note = "Mỗi phường, xã ký cho đài của mình"
        coming.append({"title": "Lãnh đạo phường, xã duyệt phát", "note": note})
    return coming
