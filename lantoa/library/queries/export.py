"""What an export needs of a document, in a constant number of queries."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from lantoa.language.citations import read_citations
from lantoa.library.export.akoma_ntoso import Ref, akoma_ntoso
from lantoa.library.export.json_ld import json_ld
from lantoa.library.export.links import id_of, place_uri
from lantoa.library.models import Document, Effect, Provision
from lantoa.library.queries.checking import documents_for_the_public
from lantoa.library.queries.citations import eid_named_by, resolve_all
from lantoa.library.queries.effects import effects_on
from lantoa.library.queries.lives import branches_of_every_life, lives_in
from lantoa.library.queries.relations import relations_of
from lantoa.library.queries.status import said_of
from lantoa.library.rules.status_of_a_document import status_on


def as_akoma_ntoso(document: Document, day: date) -> bytes:
    """The document as Akoma Ntoso 3 XML, written on a day."""
    effects = effects_on([document.pk]).get(document.pk, [])
    provisions = list(document.provisions.all())
    refs = references_in(document, provisions)
    every = branches_of_every_life(document, effects, provisions)
    lives = lives_in(document, effects, provisions)
    return akoma_ntoso(document, every, relations_of(document), effects, refs, day, lives)


def as_json_ld(document: Document, day: date, *, told: bool = False) -> dict[str, Any]:
    """The document as schema.org Legislation, with its status on a day.

    told: for the public, so only what leads to documents that two people have seen.
    """
    on_it = effects_on([document.pk])
    status = status_on(document, on_it.get(document.pk, []), day, said_of([document], on_it)[document.pk])
    made = document.effects_made.filter(withdrawn_at__isnull=True)
    made = made.select_related("document", "provision__document")
    relations = relations_of(document)
    if told:
        public = set(documents_for_the_public().values_list("pk", flat=True))
        made = made.filter(document__in=public).exclude(kind=Effect.Kind.UNSETTLED)
        relations = [one for one in relations if one.target_id in public]
    standing = Q(added_by=None) | Q(added_by__withdrawn_at=None)
    articles = document.provisions.filter(standing, kind=Provision.Kind.ARTICLE).select_related("document")
    lives = lives_in(document, on_it.get(document.pk, []), document.provisions.all())
    return json_ld(document, articles, relations, made, status, day, lives)


def references_in(document: Document, provisions: Iterable[Provision]) -> dict[str, list[Ref]]:
    """`links.id_of` -> the citations in its words that the library resolves, in order, none inside another.

    "Điều 5 Nghị định này" leads to the document itself.
    """
    own = {id_of(p): p for p in provisions}
    spans = [(id_of(p), citation) for p in own.values() if p.words for citation in read_citations(p.words)]
    targets = resolve_all([citation for _, citation in spans])
    found: dict[str, list[Ref]] = {}
    for (eid, citation), target in zip(spans, targets, strict=True):
        if citation.self and citation.article:
            target = own.get(eid_named_by(citation))
        if target is None:
            continue
        refs = found.setdefault(eid, [])
        if not refs or refs[-1].end <= citation.start:
            refs.append(Ref(citation.start, citation.end, place_uri(target, document)))
    return found
