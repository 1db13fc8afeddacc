"""How citations stand on a day: the one bulk question of DESIGN 4."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from datetime import date

from django.db.models import Q

from lantoa.library.models import Effect, Provision
from lantoa.library.rules.standing_of_a_citation import Pin, PinState, judge, touches
from lantoa.library.rules.status_of_a_document import stands_before


def state_of(pins: Iterable[Pin], day: date, supposing: Iterable[Effect] = ()) -> dict[Hashable, PinState]:
    """How each citation stands on a day, by its key. Three database queries for any number of pins.

    "Stale is asked, not told": whatever would let something out asks this on the day it goes out.
    supposing: effects to be counted in as if they were recorded (a rehearsal); a recorded one counts once.
    """
    pins = list(pins)
    if not pins:
        return {}
    # Not in_bulk: on SQLite it asks once more for every 999.
    cited = Provision.objects.filter(pk__in={pin.provision_id for pin in pins}).select_related("document")
    provisions = {provision.pk: provision for provision in cited}
    changes = effects_on({p.document_id for p in provisions.values()})
    known = {effect.pk for some in changes.values() for effect in some}
    for supposed in supposing:
        if supposed.pk in known:
            continue
        changes.setdefault(supposed.document_id, []).append(supposed)
    above = Above({d for d, effects in changes.items() if any(e.provision_id for e in effects)})
    states: dict[Hashable, PinState] = {}
    for pin in pins:
        provision = provisions.get(pin.provision_id)
        on_document = changes.get(provision.document_id, []) if provision else []
        added = next((e for e in on_document if provision and e.pk == provision.added_by_id), None)
        touching = [
            e for e in on_document if touches(e, pin.provision_id, above) and not stands_before(e, added)
        ]
        states[pin.key] = judge(pin, provision, touching, day)
    return states


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
    effects = list(effects)
    whole = {e.document_id for e in effects if e.provision_id is None}
    targets = {e.provision_id for e in effects if e.provision_id is not None}
    above = Above({e.document_id for e in effects} - whole)
    inside = {pk for pk in above.provisions if not targets.isdisjoint(above(pk))}
    around = {pk for target in targets for pk in above(target)}
    return Q(provision__document_id__in=whole) | Q(provision_id__in=inside | around)


class Above:
    """Asked with a provision id, gives the ids of it and of all that it lies in. One query in all.

    added_by: id of a provision that was added later -> id of the effect that added it.
    """

    def __init__(self, document_ids: Iterable[int]) -> None:
        rows = Provision.objects.filter(document_id__in=list(document_ids)).order_by()
        told = list(rows.values_list("id", "parent_id", "added_by_id"))
        self._parents: dict[int, int | None] = {pk: parent for pk, parent, _ in told}
        self.added_by = {pk: effect for pk, _, effect in told if effect}
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
