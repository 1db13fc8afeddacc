"""Which versions of editions there are: the current, the approved, what waits for its review; and whose."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from lantoa.common import dates
from lantoa.content.models import Approval, Citation, Edition, EditionVersion, VersionWriter
from lantoa.content.rules.author_does_not_approve import Taken
from lantoa.content.rules.urgent_is_reviewed_after import flag
from lantoa.content.states import EditionState
from lantoa.people.models import User
from lantoa.people.queries import openly_named
from lantoa.people.rules.no_household_named import named_in

LEADER_PASSED = Q(approvals__step=Approval.Step.LEADER, approvals__decision=Approval.Decision.PASSED)


def current_version_ids(edition_ids: Iterable[int]) -> dict[int, int]:
    """Edition id -> id of its newest approved version, else of its newest. One query."""
    newest, approved = _newest_and_approved(set(edition_ids))
    return newest | approved


def current_and_newest(version_ids: Iterable[int]) -> dict[int, int]:
    """Of these versions those that are the newest approved one of their edition, or its newest: version id ->
    edition id. One query."""
    asked = set(version_ids)
    editions = EditionVersion.objects.filter(pk__in=asked).order_by().values("edition_id")
    return {
        pk: edition_id
        for one in _newest_and_approved(editions)
        for edition_id, pk in one.items()
        if pk in asked
    }


def _newest_and_approved(edition_ids: Iterable[int] | QuerySet) -> tuple[dict[int, int], dict[int, int]]:
    """Edition id -> id of its newest version, and of its newest approved one. One query."""
    passed = EditionVersion.objects.filter(LEADER_PASSED, pk=OuterRef("pk"))
    versions = EditionVersion.objects.filter(edition_id__in=edition_ids).order_by("number")
    newest: dict[int, int] = {}
    approved: dict[int, int] = {}
    for edition_id, pk, is_approved in versions.values_list("edition_id", "pk", Exists(passed)):
        newest[edition_id] = pk
        if is_approved:
            approved[edition_id] = pk
    return newest, approved


def approved_versions() -> QuerySet[EditionVersion]:
    """The newest approved version of every edition that was not withdrawn. Whether it may go out on a day
    is asked of `airable`."""
    newer = EditionVersion.objects.filter(
        LEADER_PASSED, edition=OuterRef("edition"), number__gt=OuterRef("number")
    )
    return ever_approved_versions().filter(~Exists(newer)).exclude(edition__state=EditionState.WITHDRAWN)


def ever_approved_versions() -> QuerySet[EditionVersion]:
    """Every version that a leader once passed: what may be on paper somewhere, also withdrawn or replaced."""
    return EditionVersion.objects.filter(LEADER_PASSED).select_related("edition__article__unit")


def passed_for_wards(version_ids: Iterable[int]) -> Iterable[tuple[int, int]]:
    """(version id, unit id) of the wards whose own leader passed it for their station."""
    passed = Approval.objects.filter(step=Approval.Step.WARD_LEADER, decision=Approval.Decision.PASSED)
    return passed.filter(version_id__in=list(version_ids)).values_list("version_id", "unit_id")


def review_pending() -> QuerySet[EditionVersion]:
    """Versions that a leader passed urgently and nobody has checked since; withdrawn editions need no check.

    Each with `review_by`, the day by which it is due.
    """
    checked = Approval.objects.filter(step=Approval.Step.POLICY_CHECK, version=OuterRef("pk"))
    return (  # only a leader's passing opinion carries the day
        EditionVersion.objects.filter(~Exists(checked), approvals__review_by__isnull=False)
        .exclude(edition__state=EditionState.WITHDRAWN)
        .annotate(review_by=F("approvals__review_by"))
    )


def urgent_flags(of: str = "pk") -> dict[int, str]:
    """Version id (of: "edition_id" for editions) -> what to say of all that wait for their check after an
    urgent approval. One query; they are few."""
    waiting = review_pending().values_list(of, "review_by")
    return {pk: flag(day, dates.today()) for pk, day in waiting}


def with_citations(versions: QuerySet[EditionVersion]) -> QuerySet[EditionVersion]:
    """Versions with their citations, the clauses and the documents of these. One query more."""
    return versions.prefetch_related(
        Prefetch("citations", Citation.objects.select_related("provision__document"))
    )


def with_all_that_is_signed(versions: QuerySet[EditionVersion]) -> QuerySet[EditionVersion]:
    """Fetch whatever the canonical form reads: five queries for any number of versions."""
    return with_citations(versions.select_related("edition__article")).prefetch_related(
        "files", "edition__article__audiences", "edition__article__policies"
    )


def writers_of(edition_ids: Iterable[int]) -> dict[int, set[int]]:
    """Edition id -> ids of all who wrote or edited any version of it."""
    found: dict[int, set[int]] = defaultdict(set)
    rows = VersionWriter.objects.filter(edition_id__in=list(edition_ids))
    for edition_id, user_id in rows.values_list("edition_id", "user_id"):
        found[edition_id].add(user_id)
    return found


def steps_taken(edition: Edition) -> list[Taken]:
    """Every step that anybody took on any version of the edition."""
    rows = Approval.objects.filter(version__edition=edition).values_list("step", "by_id")
    return [Taken(step, by_id) for step, by_id in rows]


def steps_taken_by(user: User, edition_ids: Iterable[int]) -> dict[int, set[str]]:
    """Edition id -> the steps that this person took on any of its versions; none where she took none."""
    found: dict[int, set[str]] = defaultdict(set)
    taken = Approval.objects.filter(by=user, version__edition_id__in=list(edition_ids))
    for edition_id, step in taken.values_list("version__edition_id", "step"):
        found[edition_id].add(step)
    return dict(found)


def words_going_out(version: EditionVersion) -> str:
    """Everything of an edition that somebody reads or hears."""
    return f"{version.edition.article.title}\n{version.text}\n{version.spoken}"


def signs_named(version: EditionVersion) -> list[str]:
    """The words in it that may tell who somebody is, for whoever checks the writer's reason."""
    found = named_in(words_going_out(version), openly_named())
    return list(dict.fromkeys(one.words for one in found))
