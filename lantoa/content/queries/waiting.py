"""What waits for a person."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from lantoa.common import dates
from lantoa.content.models import Approval, Edition, EditionVersion, VersionWriter
from lantoa.content.queries.versions import approved_versions, review_pending
from lantoa.content.rules.office_approves_ward_signs import as_office_leader
from lantoa.content.states import EditionState
from lantoa.content.terms import kinds_by_key
from lantoa.people.models import Duty, Role, User
from lantoa.people.queries import Scope, scope, tree


def to_check(user: User, day: date | None = None) -> QuerySet[EditionVersion]:
    """Submitted versions that she may check: over their unit as a checker, and not written by her."""
    mine = scope(user, day or dates.today())
    return _waiting(user, mine.inside(Role.POLICY_CHECKER), EditionState.SUBMITTED)


def to_review(user: User, day: date | None = None) -> QuerySet[EditionVersion]:
    """Passed urgently, waiting for the check that she may do: neither written nor signed by her."""
    mine = scope(user, day or dates.today())
    took = Approval.objects.filter(by=user).exclude(step=Approval.Step.POLICY_CHECK)
    return (
        review_pending()
        .filter(edition__article__unit_id__in=mine.inside(Role.POLICY_CHECKER))
        .exclude(edition_id__in=VersionWriter.objects.filter(user=user).values("edition_id"))
        .exclude(edition_id__in=took.values("version__edition_id"))
        .select_related("edition__article")
        .order_by("review_by", "pk")
    )


def overdue_reviews(day: date) -> QuerySet[EditionVersion]:
    """Passed urgently, and not checked before the day that was set."""
    return review_pending().filter(approvals__review_by__lte=day).select_related("edition__article")


def to_approve(user: User, day: date | None = None) -> QuerySet[EditionVersion]:
    """Checked versions of units that she covers as a leader, not written nor checked by her."""
    mine = scope(user, day or dates.today())
    return _without_other_steps(
        _waiting(user, as_office_leader(mine).inside(), EditionState.CHECKED), user, [Approval.Step.LEADER]
    )


def to_agree(user: User, day: date | None = None) -> QuerySet[EditionVersion]:
    """Checked versions that her further steps might be asked for; which of them do, and whose turn it is,
    `terms` says."""
    mine = scope(user, day or dates.today())
    kinds = [kind for kind in kinds_by_key().values() if any(duty.role == kind.role for duty in mine.duties)]
    units: set[int] = set()
    for kind in kinds:
        held = {duty.unit_id for duty in mine.duties if duty.role == kind.role}
        if kind.seat_id is None:
            units |= held
        elif kind.seat_id in held:
            units |= mine.inside(Role(kind.role))
    keys = [kind.key for kind in kinds]
    return _without_other_steps(_waiting(user, units, EditionState.CHECKED), user, keys)


def _without_other_steps(
    versions: QuerySet[EditionVersion], user: User, steps: Iterable[str]
) -> QuerySet[EditionVersion]:
    others = Approval.objects.filter(by=user).exclude(step__in=steps)
    return versions.exclude(edition__versions__approvals__in=others)


def returned_to(user: User) -> QuerySet[Edition]:
    """Editions that came back to her, as one of their writers."""
    return Edition.objects.filter(state=EditionState.RETURNED, writers__user=user).select_related("article")


def to_sign_for_ward(ward_id: int) -> QuerySet[EditionVersion]:
    """Newest approved versions, not withdrawn, that this ward's leader has not signed. Callers narrow them
    to what the ward may see and wants to air."""
    signed = Approval.objects.filter(
        step=Approval.Step.WARD_LEADER, decision=Approval.Decision.PASSED, unit_id=ward_id
    )
    return approved_versions().exclude(pk__in=signed.values("version_id"))


def leaders_over(unit_id: int, day: date) -> QuerySet[User]:
    """Who may approve as a leader what this unit writes, on a day."""
    duties = Duty.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        role=Role.APPROVER,
        valid_from__lte=day,
        user__is_active=True,
    )
    everything = tree()
    mine = (Scope(d.user, day, (d,), everything) for d in duties.select_related("user", "unit"))
    ids = {one.user.pk for one in mine if unit_id in as_office_leader(one).inside()}
    return User.objects.filter(pk__in=ids)


def _waiting(user: User, unit_ids: set[int], state: EditionState) -> QuerySet[EditionVersion]:
    wrote = VersionWriter.objects.filter(user=user).values("edition_id")
    newest = EditionVersion.objects.filter(
        submitted_at__isnull=False, edition__state=state, edition__article__unit_id__in=unit_ids
    ).order_by("number")
    ids = dict(newest.values_list("edition_id", "pk")).values()
    return (
        EditionVersion.objects.filter(pk__in=list(ids))
        .exclude(edition_id__in=wrote)
        .select_related("edition__article__written_by", "submitted_by")
        .order_by("submitted_at")
    )
