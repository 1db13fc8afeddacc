"""How citations stand on a day: the one bulk question of DESIGN 4."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from datetime import date

from lantoa.library.models import Effect, Provision
from lantoa.library.rules.standing_of_a_citation import Pin, PinState, judge, touches


def state_of(pins: Iterable[Pin], day: date) -> dict[Hashable, PinState]:
    """How each citation stands on a day, by its key. Three database queries for any number of pins.

    "Stale is asked, not told": whatever would let something out asks this on the day it goes out.
    """
    pins = list(pins)
    if not pins:
        return {}
    provisions = Provision.objects.select_related("document").in_bulk({p.provision_id for p in pins})
    changes = effects_on({p.document_id for p in provisions.values()})
    above = _places_above({d for d, effects in changes.items() if any(e.provision_id for e in effects)})
    states: dict[Hashable, PinState] = {}
    for pin in pins:
        provision = provisions.get(pin.provision_id)
        on_document = changes.get(provision.document_id, []) if provision else []
        touching = [
            e for e in on_document if touches(e, pin.provision_id, lambda one: above.get(one, (one,)))
        ]
        states[pin.key] = judge(pin, provision, touching, day)
    return states


def effects_on(document_ids: Iterable[int]) -> dict[int, list[Effect]]:
    """Effects not withdrawn, by the document they fall on; their source and target come along."""
    found: dict[int, list[Effect]] = defaultdict(list)
    effects = Effect.objects.filter(document_id__in=list(document_ids), withdrawn_at__isnull=True)
    for effect in effects.select_related("document", "source", "provision__document"):
        found[effect.document_id].append(effect)
    return found


def _places_above(document_ids: Iterable[int]) -> dict[int, frozenset[int]]:
    """Provision id -> the ids of it and of all that it lies in, for whole documents. One query."""
    rows = Provision.objects.filter(document_id__in=list(document_ids)).values_list("id", "parent_id")
    parents = dict(rows.order_by())
    above: dict[int, frozenset[int]] = {}
    for start in parents:
        chain: list[int] = []
        one: int | None = start
        while one is not None and one not in chain:  # a ring cannot be made by actions; do not hang on one
            chain.append(one)
            one = parents.get(one)
        above[start] = frozenset(chain)
    return above
