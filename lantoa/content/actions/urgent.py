"""Duyệt gấp: a leader signs before the policy check, by name and reason; the check follows, by another."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.problems import must_hold, refuse
from lantoa.content.actions.steps import (
    has_reason,
    locked,
    move,
    open_to,
    same_text,
    text_problems,
    whole,
)
from lantoa.content.actions.verdicts import Verdict, concluded, judged
from lantoa.content.models import Approval, EditionVersion, WithdrawnKind
from lantoa.content.permissions import checks_at
from lantoa.content.queries import LEADER_PASSED, review_pending, states_of, steps_taken, writers_of
from lantoa.content.remarks import open_passages
from lantoa.content.rules.author_does_not_approve import problems_with_step
from lantoa.content.rules.open_comment_holds_approval import problems_with_comments
from lantoa.content.rules.urgent_is_reviewed_after import USUAL, problems_with_due_day
from lantoa.content.terms import asked_steps
from lantoa.people.models import User

Step = Approval.Step


@transaction.atomic
def approve_urgently(
    version: EditionVersion, *, by: User, reason: str, review_by: date | None = None, seen_sha256: str = ""
) -> Approval:
    """A leader signs the hash of a submitted version that nobody has checked yet.

    It may go out at once and is flagged until another person has checked it, by `review_by` (three days when
    None). Everything else that holds an approval holds this one too; further steps that a rule asks for are
    passed over with the check, and the log says which.
    """
    edition, version, unit = open_to(version, by, "bypass", Step.LEADER)
    reason = has_reason(reason, "Ghi vì sao không chờ được kiểm tra chính sách.")
    review_by = review_by or dates.today() + USUAL
    must_hold(problems_with_due_day(review_by, dates.today()))
    signed = same_text(version, seen_sha256)
    must_hold(problems_with_comments(open_passages(version)))
    states = states_of(version.citations.all(), dates.today())
    must_hold(text_problems(version, list(states.values())))
    approval = Approval.objects.create(
        version=version,
        step=Step.LEADER,
        decision=Approval.Decision.PASSED,
        unit=unit,
        by=by,
        at=dates.now(),
        sha256=signed,
        reason=reason,
        review_by=review_by,
    )
    move(edition, "bypass")
    audit.log(
        by,
        "approve_urgently",
        version,
        unit_id=edition.article.unit_id,
        why=reason,
        sha256=signed,
        review_by=review_by.isoformat(),
        skipped=[kind.name for kind in asked_steps([version]).get(version.pk, [])],
    )
    return approval


@transaction.atomic
def review_after(
    version: EditionVersion, verdicts: Sequence[Verdict], *, by: User, seen_sha256: str = "", note: str = ""
) -> Approval:
    """The policy check that follows an urgent approval. All right: approved like any other. One wrong: the
    edition is withdrawn at once, unless a newer version has been approved meanwhile."""
    edition = locked(version.edition_id)
    unit = checks_at(by, edition)
    if unit is None:
        raise PermissionDenied
    version = whole(version.pk)
    if not review_pending().filter(pk=version.pk).exists():
        refuse("no_review", "Bản này không chờ hậu kiểm. Mở lại trang để xem.")
    writers = writers_of([edition.pk])[edition.pk]
    must_hold(problems_with_step(by.pk, Step.POLICY_CHECK, writers, steps_taken(edition)))
    signed = same_text(version, seen_sha256)
    given, carried = judged(version, verdicts)
    refused = any(not v.ok for v in given.values())
    if not refused:
        states = states_of(version.citations.all(), dates.today())
        must_hold(text_problems(version, list(states.values())))
    approval = concluded(version, given, carried, checker=by, unit=unit, signed=signed, note=note)
    deed = "refuse_after" if refused else "review_after"
    audit.log(by, deed, version, unit_id=edition.article.unit_id, why=approval.reason, sha256=signed)
    newer = EditionVersion.objects.filter(LEADER_PASSED, edition=edition, number__gt=version.number)
    if refused and not newer.exists():
        why = f"Hậu kiểm không đạt: {approval.reason}"[:300]
        edition.withdrawn_at, edition.withdrawn_kind = dates.now(), WithdrawnKind.WRONG
        edition.withdrawn_why = why
        edition.save(update_fields=["withdrawn_at", "withdrawn_kind", "withdrawn_why"])
        move(edition, "withdraw")
        audit.log(by, "withdraw_edition", edition, unit_id=edition.article.unit_id, why=why)
    return approval
