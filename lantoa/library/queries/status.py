"""What is known of documents' status beside their own dates, and which of it waits for a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from lantoa.library.models import Document, Effect, StatusDeclaration, StatusRuling
from lantoa.library.queries.effects import Above, effects_on
from lantoa.library.rules.facts_that_disagree import (
    Conflict,
    conflicts_in,
    doubtful_effects,
    facts_of,
    first_end,
)
from lantoa.library.rules.status_of_a_document import ENDING, Said, provision_status_on, status_on
from lantoa.library.states import Status

Effects = Mapping[int, list[Effect]]


@dataclass(frozen=True)
class Disputed:
    """A document whose facts disagree, and on what."""

    document: Document
    conflicts: list[Conflict]


def statuses(documents: Iterable[Document], day: date) -> dict[int, Status]:
    """Document id -> its status on a day. Four queries for any number of documents."""
    documents = list(documents)
    effects = effects_on(d.pk for d in documents)
    said = said_of(documents, effects)
    return {d.pk: status_on(d, effects.get(d.pk, []), day, said[d.pk]) for d in documents}


def provision_statuses(
    document: Document, effects: Iterable[Effect], said: Said, day: date
) -> dict[int, Status]:
    """Provision id -> its status on a day, for every provision of a document. One query.

    effects: all on the document, not withdrawn. Provisions that nothing but the whole concerns share one
    answer.
    """
    effects = list(effects)
    above = Above({document.pk})
    partial = [(e.pk, e.provision_id) for e in effects if e.provision_id is not None]
    told: dict[int, Status] = {}
    alike: dict[tuple[int | None, tuple[int, ...], tuple[tuple[int, bool], ...]], Status] = {}
    for pk in above.provisions:
        chain = above(pk)
        # (effect, does it hit what the provision lies in) decide alone; most provisions have none
        added = above.added_by.get(pk)
        later = above.later.get(pk, ())
        key = (added, later, tuple((e, at in chain) for e, at in partial if at in chain or pk in above(at)))
        if key not in alike:
            alike[key] = provision_status_on(document, pk, effects, above, day, said, added, later)
        told[pk] = alike[key]
    return told


def said_of(documents: Iterable[Document], effects: Effects) -> dict[int, Said]:
    """Document id -> what else is known of its status. Three queries. effects: by document, not withdrawn."""
    documents = list(documents)
    ids = [d.pk for d in documents]
    document_ends, provision_ends = _ends_of_sources(effects)
    said = {
        d.pk: Said(doubtful_effects(effects.get(d.pk, []), document_ends, provision_ends)) for d in documents
    }
    for declaration in StatusDeclaration.objects.filter(document_id__in=ids).order_by("seen_on", "id"):
        said[declaration.document_id] = replace(said[declaration.document_id], declaration=declaration)
    facts = {d.pk: facts_of(d, effects.get(d.pk, []), said[d.pk]) for d in documents}
    for ruling in StatusRuling.objects.filter(document_id__in=ids).select_related("by").order_by("id"):
        if ruling.facts == facts[ruling.document_id]:
            said[ruling.document_id] = replace(said[ruling.document_id], ruling=ruling)
    return {pk: _without_settled(one, effects.get(pk, [])) for pk, one in said.items()}


def _without_settled(said: Said, effects: Iterable[Effect]) -> Said:
    """A ruling from the very day of a doubtful effect says that it holds."""
    if said.ruling is None:
        return said
    settled = {e.pk for e in effects if e.on == said.ruling.on}
    return replace(said, doubtful=said.doubtful - settled)


def _ends_of_sources(effects: Effects) -> tuple[dict[int, date], dict[int, date]]:
    """First end of each document and provision that makes one of these effects."""
    sources = {e.source.pk: e.source for some in effects.values() for e in some if e.source}
    documents: dict[int, date] = {}
    provisions: dict[int, date] = {}
    ending = Effect.objects.filter(
        document_id__in=list(sources), withdrawn_at__isnull=True, on__isnull=False, kind__in=ENDING
    )
    by_document: dict[int, list[Effect]] = {}
    for effect in ending.order_by("-on"):
        if effect.provision_id is None:
            by_document.setdefault(effect.document_id, []).append(effect)
        elif effect.on:
            provisions[effect.provision_id] = effect.on  # the earliest comes last
    for pk, source in sources.items():
        if end := first_end(source, by_document.get(pk, [])):
            documents[pk] = end
    return documents, provisions


def disputed_documents(documents: Iterable[Document]) -> list[Disputed]:
    """Those among the documents whose facts disagree and wait for a person. Four queries."""
    documents = list(documents)
    effects = effects_on(d.pk for d in documents)
    said = said_of(documents, effects)
    found = [Disputed(d, conflicts_in(d, effects.get(d.pk, []), said[d.pk])) for d in documents]
    return [one for one in found if one.conflicts]


def may_disagree() -> Q:
    """Documents that have anything beside their own dates: all others cannot be in dispute."""
    changed = Effect.objects.filter(withdrawn_at__isnull=True).values("document_id")
    declared = StatusDeclaration.objects.values("document_id")
    return Q(pk__in=changed) | Q(pk__in=declared)
