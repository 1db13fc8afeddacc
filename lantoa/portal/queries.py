"""What the public may read on a day: only what is approved, published, checked and still true."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, Q, QuerySet

from lantoa.content.models import EditionKind, EditionVersion
from lantoa.content.queries import (
    Airable,
    airable,
    approved_versions,
    ever_approved_versions,
    with_citations,
)
from lantoa.library.models import Document, Policy
from lantoa.library.queries import (
    LOOKED_AT,
    as_told,
    being_rechecked,
    documents_for_the_public,
    policies_for,
    statuses,
)
from lantoa.library.queries.policies import Entitlement
from lantoa.library.states import APPLIES, Status
from lantoa.people.models import AudienceKind
from lantoa.people.two_people import checked_by_another

PRINTED = (EditionKind.BANNER, EditionKind.POSTER, EditionKind.LEAFLET)
FEWEST_JUDGED = 12  # at once: one question to the database for all
READ_HERE = (EditionKind.WEB, EditionKind.RADIO, EditionKind.LEAFLET)


@dataclass(frozen=True)
class Benefits:
    """The policies for one audience kind: those that may be told, and those under re-check.

    waiting: topics of those that no second person has checked or that are not published yet, each with how
    many: their own words stay inside.
    """

    kind: AudienceKind
    told: list[Entitlement]
    rechecked: list[Entitlement]
    waiting: list[tuple[str, int]]

    @property
    def waiting_count(self) -> int:
        return sum(count for _, count in self.waiting)


def entitlements(kind: AudienceKind | None, day: date) -> list[Entitlement]:
    """Published policies that another person than their writers has checked, in words for the public.

    What follows from something that no second person has seen is not told: only that it is looked at.
    """
    found = policies_for(kind, day, among=checked_by_another(Policy.objects.all()))
    unseen = being_rechecked(basis.provision.document_id for one in found for basis in one.bases)
    return [_as_told(one, unseen) for one in found]


def _as_told(one: Entitlement, unseen: set[int]) -> Entitlement:
    known = {amount.name for amount in one.policy.parameters.all() if amount.verified}
    told = replace(one, unsettled=[name for name in one.unsettled if name in known])
    rests_on = [basis.provision.document_id for basis in one.bases]
    return replace(told, state=as_told(one.state, rests_on, unseen))


def benefits_of(kind: AudienceKind, day: date) -> Benefits:
    """A policy whose basis no longer stands is named, but what it gave is not repeated."""
    found = entitlements(kind, day)
    return Benefits(
        kind,
        [one for one in found if one.state.may_be_told],
        [one for one in found if not one.state.may_be_told],
        _waiting_topics(kind, day, {one.policy.pk for one in found}),
    )


def _waiting_topics(kind: AudienceKind, day: date, shown: set[int]) -> list[tuple[str, int]]:
    """(topic, how many) of what is written for an audience kind, still in time, and not shown yet."""
    written = (
        Policy.objects.filter(audiences=kind).exclude(state=Policy.State.WITHDRAWN).exclude(pk__in=shown)
    )
    in_time = written.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day))
    counted = in_time.order_by("topic__order", "topic").values_list("topic__name")
    return list(counted.annotate(count=Count("pk", distinct=True)))


def offered_versions() -> QuerySet[EditionVersion]:
    """Approved scripts, web pages and leaflets, the newest first. Which may be read: `readable`."""
    return (
        approved_versions()
        .filter(edition__kind__in=READ_HERE)
        .prefetch_related("edition__article__audiences")
        .order_by("-submitted_at", "-pk")
    )


def readable(versions: Iterable[EditionVersion], day: date) -> list[EditionVersion]:
    """Those of the versions that may go out on `day`, in their order."""
    asked = list(versions)
    answers = airable(asked, day)
    return [version for version in asked if answers[version.pk].ok]


def readable_versions(day: date, most: int = 200) -> list[EditionVersion]:
    """The newest that may be read on `day`, at most so many; no more of them are judged than that takes."""
    found: list[EditionVersion] = []
    offered, start, size = offered_versions(), 0, max(most, FEWEST_JUDGED)
    while len(found) < most and (batch := list(offered[start : start + size])):
        found += readable(batch, day)
        start += size
    return found[:most]


def readable_version(pk: int, day: date) -> EditionVersion | None:
    """One of them with its citations, or None when it may not be read on that day."""
    version = (
        with_citations(approved_versions())
        .filter(pk=pk, edition__kind__in=READ_HERE)
        .prefetch_related("edition__article__audiences")
        .first()
    )
    return version if version and airable([version], day)[version.pk].ok else None


@dataclass(frozen=True)
class Printed:
    """The words of a printed sheet, and whether they hold on the day asked.

    ends_says: what is known to end them, as far as two people have seen it.
    """

    version: EditionVersion
    answer: Airable
    ends_says: str


def printed_version(pk: int, day: date) -> Printed | None:
    """An approved banner, poster or leaflet, also when its words no longer hold; None for anything else."""
    version = (
        with_citations(ever_approved_versions())
        .filter(pk=pk, edition__kind__in=PRINTED)
        .prefetch_related("edition__article__audiences")
        .first()
    )
    if version is None:
        return None
    answer = airable([version], day)[version.pk]
    unseen = being_rechecked(citation.provision.document_id for citation in version.citations.all())
    return Printed(version, answer, LOOKED_AT if answer.ends_says and unseen else answer.ends_says)


@dataclass(frozen=True)
class PublicDocument:
    """A document that two people have seen, with its status on the day asked.

    status: None while something recorded about it waits for a second person; its words wait likewise.
    """

    document: Document
    status: Status | None


def public_documents(day: date) -> list[PublicDocument]:
    """Checked documents that apply on `day`, the newest first."""
    documents = list(documents_for_the_public().order_by("-issued_on", "-pk"))
    return [one for one in _told(documents, day) if one.status is None or one.status in APPLIES]


def public_document(pk: int, day: date) -> PublicDocument | None:
    """One checked document, also when it no longer applies: old papers stay readable, with their status."""
    return next(iter(_told(list(documents_for_the_public().filter(pk=pk)), day)), None)


def _told(documents: list[Document], day: date) -> list[PublicDocument]:
    known, unseen = statuses(documents, day), being_rechecked(one.pk for one in documents)
    return [PublicDocument(one, None if one.pk in unseen else known[one.pk]) for one in documents]
