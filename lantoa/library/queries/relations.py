"""The relations of a document, read both ways and grouped as a clerk names them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from lantoa.library.models import Document, Effect, Relation
from lantoa.library.models.relations import BACKWARD
from lantoa.library.queries.status import statuses
from lantoa.library.states import Status

# What comes first where a document is read: what ends it, what changes it, what explains it.
ORDER = {kind: place for place, kind in enumerate(Relation.Kind)}
BY_EFFECT = {
    Effect.Kind.AMEND: Relation.Kind.AMEND,
    Effect.Kind.SUPPLEMENT: Relation.Kind.SUPPLEMENT,
    Effect.Kind.REPLACE: Relation.Kind.REPLACE,
    Effect.Kind.REPEAL: Relation.Kind.REPEAL,
    Effect.Kind.SUSPEND: Relation.Kind.SUSPEND,
    Effect.Kind.CORRECT: Relation.Kind.CORRECT,
}


@dataclass
class Other:
    """Another document in a group: the places concerned, the relations recorded, its status on the day."""

    document: Document
    places: list[str] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    status: Status = Status.UNKNOWN


@dataclass
class Group:
    """All documents to which a document stands alike. says: "căn cứ", "được hướng dẫn bởi".

    earlier: the others are what it builds on or acts upon; else they build on it or act upon it.
    """

    kind: Relation.Kind
    earlier: bool
    others: list[Other]

    @property
    def says(self) -> str:
        return self.kind.label if self.earlier else BACKWARD[self.kind]


def relations_of(document: Document) -> list[Relation]:
    """Relations not withdrawn from or to a document, with all that a page names. One query."""
    either = Q(source=document) | Q(target=document)
    relations = Relation.objects.filter(either, withdrawn_at__isnull=True)
    return list(
        relations.select_related("source", "target", "source_provision", "target_provision__document")
    )


def grouped_relations(document: Document, effects: Iterable[Effect], day: date) -> list[Group]:
    """The groups of a document, strongest first, also those that only an effect tells of.

    effects: made by it or falling on it, with their documents and provisions. Six queries for any number.
    """
    groups: dict[tuple[Relation.Kind, bool], dict[int, Other]] = {}

    def other(kind: Relation.Kind, earlier: bool, one: Document) -> Other:
        return groups.setdefault((kind, earlier), {}).setdefault(one.pk, Other(one))

    for relation in relations_of(document):
        out = relation.source_id == document.pk
        found = other(Relation.Kind(relation.kind), out, relation.target if out else relation.source)
        found.relations.append(relation)
        if relation.target_provision:
            _add(found.places, relation.target_provision.place)
    for effect in effects:
        out = effect.source_id == document.pk
        one = effect.document if out else effect.source
        if one is None or effect.source_id == effect.document_id or effect.kind not in BY_EFFECT:
            continue
        found = other(BY_EFFECT[Effect.Kind(effect.kind)], out, one)
        if effect.provision:
            _add(found.places, effect.provision.place)
    told = statuses(
        {o.document.pk: o.document for some in groups.values() for o in some.values()}.values(), day
    )
    for some in groups.values():
        for one_other in some.values():
            one_other.status = told[one_other.document.pk]
    keys = sorted(groups, key=lambda key: (ORDER[key[0]], not key[1]))
    return [Group(kind, earlier, list(groups[kind, earlier].values())) for kind, earlier in keys]


def _add(places: list[str], place: str) -> None:
    if place not in places:
        places.append(place)
