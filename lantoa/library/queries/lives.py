"""The lives of provisions: each row of a place with its days, its source and what ended it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from lantoa.library.models import Document, Effect, Provision
from lantoa.library.queries.tree import Branch
from lantoa.library.rules.status_of_a_document import stands_before
from lantoa.library.rules.words_on_a_day import ends_words


@dataclass(frozen=True)
class Life:
    """One life of a provision. born: the change that enacted it, None for what was issued. begins, ends: None
    where that day is not known or there is none."""

    provision: Provision
    born: Effect | None
    begins: date | None
    ends: date | None


def lives_in(
    document: Document, effects: Iterable[Effect], provisions: Iterable[Provision]
) -> dict[int, Life]:
    """Provision id -> its life, for all that was added later and all of a place that has several lives.

    effects: those on the document, not withdrawn. provisions: all of the document. No query.
    """
    dated = sorted((e for e in effects if e.on), key=lambda e: (e.on or date.max, e.pk))
    rows = sorted((p for p in provisions if _stands(p, dated)), key=lambda p: p.life)
    by_place: dict[str, list[Provision]] = defaultdict(list)
    for row in rows:
        by_place[row.eid].append(row)
    above = {row.pk: row.parent_id for row in rows}
    births = {e.pk: e for e in dated}
    found = {}
    for same in by_place.values():
        for at, row in enumerate(same):
            if len(same) == 1 and not row.added_by_id:
                continue
            born = births.get(row.added_by_id or 0)
            later = [births[p.added_by_id].on for p in same[at + 1 :] if p.added_by_id]
            ends = [e.on for e in dated if e.provision_id in _chain(row, above) and _ends(row, e, born)]
            days = [one for one in (*ends, *later) if one]
            begins = born.on if born else document.effective_on
            found[row.pk] = Life(row, born, begins, min(days, default=None))
    return found


def lives_of(provision: Provision, effects: Iterable[Effect]) -> list[Life]:
    """Every life of one place, the first one first; [] for a place that has one life as it was issued."""
    document = provision.document
    every = lives_in(document, effects, document.provisions.all()).values()
    same = [one for one in every if one.provision.eid == provision.eid]
    return sorted(same, key=lambda one: one.provision.life)


def branches_of_every_life(
    document: Document, effects: Iterable[Effect], provisions: Iterable[Provision]
) -> list[Branch]:
    """The top branches with every life of every place, in order: what was issued and what came later."""
    dated = [e for e in effects if e.on]
    every: dict[int, Branch] = {}
    top: list[Branch] = []
    for row in sorted(provisions, key=lambda p: (p.order, p.life, p.pk)):
        if _stands(row, dated):
            every[row.pk] = Branch(row)
    for branch in every.values():
        branch.provision.document = document
        above = every.get(branch.provision.parent_id or 0)
        if above is not None:
            above.children.append(branch)
        elif branch.provision.parent_id is None:
            top.append(branch)
    return top


def _stands(row: Provision, dated: Collection[Effect]) -> bool:
    """Issued, or added by a change that was not withdrawn and has its day."""
    return row.added_by_id is None or any(e.pk == row.added_by_id for e in dated)


def _ends(row: Provision, effect: Effect, born: Effect | None) -> bool:
    return effect is not born and not stands_before(effect, born) and ends_words(row, effect)


def _chain(row: Provision, above: dict[int, int | None]) -> set[int]:
    chain: set[int] = set()
    at: int | None = row.pk
    while at is not None and at not in chain:
        chain.add(at)
        at = above.get(at)
    return chain
