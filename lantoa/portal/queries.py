"""What the public may read on a day: only what is approved, published, checked and still true."""

from dataclasses import dataclass
from datetime import date

from lantoa.content.models import EditionKind, EditionVersion
from lantoa.content.queries import (
    Airable,
    airable,
    approved_versions,
    ever_approved_versions,
    with_citations,
)
from lantoa.library.models import Document
from lantoa.library.queries import policies_for, statuses
from lantoa.library.queries.policies import Entitlement
from lantoa.library.states import APPLIES, Status
from lantoa.people.models import AudienceKind

PRINTED = (EditionKind.BANNER, EditionKind.POSTER, EditionKind.LEAFLET)
READ_HERE = (EditionKind.WEB, EditionKind.RADIO, EditionKind.LEAFLET)


@dataclass(frozen=True)
class Benefits:
    """The policies for one audience kind: those that may be told, and those under re-check."""

    kind: AudienceKind
    told: list[Entitlement]
    rechecked: list[Entitlement]


def benefits_of(kind: AudienceKind, day: date) -> Benefits:
    """A policy whose basis no longer stands is named, but what it gave is not repeated."""
    found = policies_for(kind, day)
    return Benefits(
        kind,
        [one for one in found if one.state.may_be_told],
        [one for one in found if not one.state.may_be_told],
    )


def readable_versions(day: date, limit: int = 200) -> list[EditionVersion]:
    """Approved scripts, web pages and leaflets that may go out on `day`, the newest first."""
    versions = list(
        approved_versions()
        .filter(edition__kind__in=READ_HERE)
        .prefetch_related("edition__article__audiences")
        .order_by("-submitted_at", "-pk")[:limit]
    )
    answers = airable(versions, day)
    return [version for version in versions if answers[version.pk].ok]


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
    """The words of a printed sheet, and whether they hold on the day asked."""

    version: EditionVersion
    answer: Airable


def printed_version(pk: int, day: date) -> Printed | None:
    """An approved banner, poster or leaflet, also when its words no longer hold; None for anything else."""
    version = (
        with_citations(ever_approved_versions())
        .filter(pk=pk, edition__kind__in=PRINTED)
        .prefetch_related("edition__article__audiences")
        .first()
    )
    return Printed(version, airable([version], day)[version.pk]) if version else None


@dataclass(frozen=True)
class PublicDocument:
    """A document that a person has checked, with its status on the day asked."""

    document: Document
    status: Status


def public_documents(day: date) -> list[PublicDocument]:
    """Checked documents that apply on `day`, the newest first."""
    documents = list(Document.objects.filter(checked_on__isnull=False).order_by("-issued_on", "-pk"))
    known = statuses(documents, day)
    return [PublicDocument(d, known[d.pk]) for d in documents if known[d.pk] in APPLIES]


def public_document(pk: int, day: date) -> PublicDocument | None:
    """One checked document, also when it no longer applies: old papers stay readable, with their status."""
    document = Document.objects.filter(pk=pk, checked_on__isnull=False).first()
    return PublicDocument(document, statuses([document], day)[document.pk]) if document else None
