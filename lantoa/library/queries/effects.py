"""What changes documents and their provisions, and where in the tree it lands."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from lantoa.library.models import Effect, Provision
from lantoa.library.rules.standing_of_a_citation import leaves_words_as_they_are, touches


def effects_on(document_ids: Iterable[int]) -> dict[int, list[Effect]]:
    """Effects not withdrawn, by the document they fall on; their source and target come along."""
    found: dict[int, list[Effect]] = defaultdict(list)
    effects = Effect.objects.filter(document_id__in=list(document_ids), withdrawn_at__isnull=True)
    for effect in effects.select_related("document", "source", "provision__document", "relation"):
        found[effect.document_id].append(effect)
    return found


def provisions_touched_by(effects: Iterable[Effect]) -> Q:
    """The provisions that these effects concern (`touches`), to filter what points at one by "provision".

    One query.
    """
    documents, provisions = places_touched_by(effects)
    return Q(provision__document_id__in=documents) | Q(provision_id__in=provisions)


def places_touched_by(effects: Iterable[Effect]) -> tuple[set[int], set[int]]:
    """Ids of documents that these effects concern as a whole, and of provisions of others. One query."""
    effects = list(effects)
    changing = [e for e in effects if e.kind != Effect.Kind.SUPPLEMENT]
    whole = {e.document_id for e in changing if e.provision_id is None}
    targets = {e.provision_id for e in changing if e.provision_id is not None}
    above = Above({e.document_id for e in effects} - whole)
    inside = {pk for pk in above.provisions if not targets.isdisjoint(above(pk))}
    around = {pk for e in effects if e.provision_id is not None for pk in above(e.provision_id)}
    return whole, inside | around


class Touch:
    """Asked with a provision id, gives those of these effects that concern a citation of it: by where it
    stands and, where only a phrase changes, by its words. One query; two when phrases change.
    """

    def __init__(self, effects: Iterable[Effect]) -> None:
        self._on: dict[int, list[Effect]] = defaultdict(list)
        for effect in effects:
            self._on[effect.document_id].append(effect)
        reworded = {pk for pk, some in self._on.items() if any(e.old_phrase for e in some)}
        self.above = Above(
            reworded | {d for d, some in self._on.items() if any(e.provision_id or e.added_eid for e in some)}
        )
        self._texts: dict[int, list[str]] = defaultdict(list)  # of a provision and all that lies in it
        self._whole: dict[int, list[str]] = defaultdict(list)  # of a document
        if reworded:
            rows = Provision.objects.filter(document_id__in=reworded).order_by()
            for document, pk, heading, words in rows.values_list("document_id", "id", "heading", "words"):
                text = f"{heading} {words}".strip()
                self._whole[document].append(text)
                for one in self.above(pk):
                    self._texts[one].append(text)

    def on(self, document_id: int, provision_id: int) -> list[Effect]:
        """In the order given."""
        near = [e for e in self._on.get(document_id, ()) if touches(e, provision_id, self.above)]
        return [e for e in near if not (e.old_phrase and self._spares(e, provision_id, near))]

    def _spares(self, effect: Effect, provision_id: int, near: list[Effect]) -> bool:
        texts = self._texts[provision_id]
        place = self._texts[effect.provision_id] if effect.provision_id else self._whole[effect.document_id]
        return leaves_words_as_they_are(effect, texts, place, near)


class Above:
    """Asked with a provision id, gives the ids of it and of all that it lies in. One query in all.

    added_by: id of a provision that was added later -> id of the effect that added it. later: id of a
    provision -> ids of the effects that enacted the same place again after it.
    """

    def __init__(self, document_ids: Iterable[int]) -> None:
        rows = Provision.objects.filter(document_id__in=list(document_ids)).order_by()
        told = list(rows.values_list("id", "parent_id", "added_by_id", "document_id", "eid", "life"))
        self._parents: dict[int, int | None] = {pk: parent for pk, parent, *_ in told}
        self.added_by = {pk: effect for pk, _, effect, *_ in told if effect}
        self.later = _later_lives(told)
        self._known: dict[int, frozenset[int]] = {}

    @property
    def provisions(self) -> Iterable[int]:
        """The ids of every provision of these documents."""
        return self._parents.keys()

    def __call__(self, provision_id: int) -> frozenset[int]:
        if provision_id not in self._known:
            chain: list[int] = []
            one: int | None = provision_id
            while one is not None and one not in chain:  # no action makes a ring; do not hang on one
                chain.append(one)
                one = self._parents.get(one)
            self._known[provision_id] = frozenset(chain)
        return self._known[provision_id]


def _later_lives(
    told: Iterable[tuple[int, int | None, int | None, int, str, int]],
) -> dict[int, tuple[int, ...]]:
    """Id of a provision -> the effects that began its later lives. Most places have one life."""
    again: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    for _, _, effect, document, eid, life in told:
        if life > 1 and effect:
            again[document, eid].append((life, effect))
    if not again:
        return {}
    found = {}
    for pk, _, _, document, eid, life in told:
        if after := tuple(effect for n, effect in sorted(again.get((document, eid), ())) if n > life):
            found[pk] = after
    return found
