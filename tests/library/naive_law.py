"""A world of random law and a naive reading of it, which looks at every effect for every question.

It knows nothing of queries, caches or shared answers; where the code looks ahead by the few days on which
something happens, this one asks day after day.
"""

import random
from collections.abc import Set
from dataclasses import dataclass, field
from datetime import date, timedelta

from lantoa.common import dates
from lantoa.library.models import (
    Document,
    Effect,
    Provision,
    Relation,
    StatusDeclaration,
    StatusRuling,
)
from lantoa.library.queries import Pin, effects_on, said_of
from lantoa.library.rules.facts_that_disagree import facts_of
from lantoa.library.states import Status
from tests.factories import library as make

START = date(2024, 1, 1)
DAYS = [START + timedelta(days=number) for number in range(-1, 9)]  # every date and the days beside it
HORIZON = 12
ENDING = ("replace", "repeal")
CHANGING = (*ENDING, "amend", "suspend", "unsettled")
DECLARED = (Status.IN_FORCE, Status.PARTLY_ENDED, Status.SUSPENDED, Status.ENDED, Status.NOT_YET)


@dataclass
class World:
    """The rows made, and who lies in whom by primary key. rulings: those given on the present facts."""

    documents: list[Document] = field(default_factory=list)
    provisions: list[Provision] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)
    inside: dict[int, int | None] = field(default_factory=dict)
    declarations: dict[int, StatusDeclaration] = field(default_factory=dict)
    rulings: dict[int, StatusRuling] = field(default_factory=dict)

    def later_births(self, cited: Provision) -> list[Effect]:
        """What began a later life of the same place."""
        same = [p for p in self.provisions if (p.document_id, p.eid) == (cited.document_id, cited.eid)]
        return [p.added_by for p in same if p.life > cited.life and p.added_by]

    def lies_in(self, small: int, large: int) -> bool:
        at: int | None = small
        while at is not None:
            if at == large:
                return True
            at = self.inside[at]
        return False


def some_day(some: random.Random, missing: float = 0.2) -> date | None:
    return None if some.random() < missing else START + timedelta(days=some.randrange(7))


def a_world(seed: int) -> World:
    """Six documents that amend, end, suspend and add to each other and themselves on a handful of days;
    sites and persons who say what they are; clauses that several acts change at once."""
    some, world = random.Random(seed), World()
    for _ in range(6):
        document = make.document(issued_on=None, effective_on=some_day(some), ended_on=some_day(some, 0.7))
        world.documents.append(document)
        chapter = make.provision(document, "Chương I")
        for number in range(1, 3):
            article = make.provision(document, f"Điều {number}", parent=chapter)
            clauses = [make.provision(document, f"khoản {n}", parent=article) for n in (1, 2)]
            points = [make.provision(document, "điểm a", parent=clauses[0])]
            world.provisions += [article, *clauses, *points]
        world.provisions.append(chapter)
    much_changed = some.sample(world.provisions, 3)
    for _ in range(26):
        target: Document | Provision = some.choice(world.provisions)
        if some.random() < 0.25:
            target = some.choice(world.documents)
        elif some.random() < 0.3:
            target = some.choice(much_changed)
        world.effects.append(_an_effect(some, world, target))
    for number, adding in enumerate(e for e in world.effects if e.kind == "supplement" and e.provision):
        added = make.provision(adding.document, f"khoản {number + 3}", parent=adding.provision)
        added.added_by = adding
        added.save()
        world.provisions.append(added)
    for clause in some.sample([p for p in world.provisions if p.parent_id and not p.added_by_id], 6):
        _enacted_again(some, world, clause)
    world.inside = {p.pk: p.parent_id for p in world.provisions}
    for document in world.documents:
        _speak_of(some, world, document)
    return world


def _an_effect(some: random.Random, world: World, target: Document | Provision) -> Effect:
    source = some.choice([*world.documents, None])
    effect = make.effect(target, some_day(some), some.choice(Effect.Kind.values), source=source)
    if source and some.random() < 0.3:
        clause = some.choice([p for p in world.provisions if p.document_id == source.pk])
        effect.relation = Relation.objects.create(
            kind="amend",
            source=source,
            source_provision=clause,
            target=effect.document,
            target_provision=effect.provision,
            words=str(effect.pk),
            withdrawn_at=dates.now(),
            recorded_at=dates.now(),
        )
    if some.random() < 0.1:
        effect.withdrawn_at = dates.now()
    effect.save()
    return effect


def _enacted_again(some: random.Random, world: World, clause: Provision) -> None:
    """A later life of the same place, whether or not anything took the earlier one away."""
    birth = make.effect(
        clause.parent, some_day(some), "supplement", source=some.choice([*world.documents, None])
    )
    birth.added_eid = clause.eid
    birth.withdrawn_at = dates.now() if some.random() < 0.2 else None
    birth.save()
    again = Provision(document=clause.document, parent=clause.parent, eid=clause.eid, kind=clause.kind)
    again.number, again.words, again.life, again.added_by = clause.number, "Lời ban hành lại.", 2, birth
    again.save()
    world.effects.append(birth)
    world.provisions.append(again)


def _speak_of(some: random.Random, world: World, document: Document) -> None:
    """Perhaps what a site says, perhaps a ruling, perhaps one that later facts have overtaken."""
    if some.random() < 0.5:
        world.declarations[document.pk] = StatusDeclaration.objects.create(
            document=document,
            status=some.choice(DECLARED),
            source="Cổng thử",
            seen_on=some_day(some, 0),
            at=dates.now(),
        )
    if some.random() < 0.5:
        effects = effects_on([document.pk])
        said = said_of([document], effects)[document.pk]
        holds = some.random() < 0.7
        ruling = StatusRuling.objects.create(
            document=document,
            status=some.choice(DECLARED),
            on=some_day(some, 0),
            made_on=some_day(some, 0),
            reason="Đã đối chiếu",
            facts=facts_of(document, effects[document.pk], said) if holds else "khác",
            at=dates.now(),
        )
        if holds:
            world.rulings[document.pk] = ruling


@dataclass(frozen=True)
class Naive:
    """One reader of one world who leaves some effects out of account."""

    world: World
    without: Set[int] = frozenset()

    def on(self, document: Document) -> list[Effect]:
        of_it = [e for e in self.world.effects if e.document_id == document.pk and not e.withdrawn_at]
        return [e for e in of_it if e.pk not in self.without]

    def in_doubt(self, effect: Effect) -> bool:
        source, ruling = effect.source, self.world.rulings.get(effect.document_id)
        if not source or source.pk == effect.document_id or not effect.on:
            return False
        if ruling and ruling.on == effect.on:
            return False
        if source.ended_on and source.ended_on <= effect.on:
            return True
        clause = effect.relation.source_provision_id if effect.relation else None
        ends = [e for e in Naive(self.world).on(source) if e.kind in ENDING and e.on and e.on <= effect.on]
        return any(e.provision_id is None or e.provision_id == clause for e in ends)

    def derived(
        self, effects: list[Effect], over: list[Effect], start: date | None, end: date | None, day: date
    ) -> Status:
        """effects: over and within what is asked about; over: those on it or on what it lies in."""
        began = [e for e in effects if e.on and e.on <= day and e.kind in CHANGING]
        sure = [e for e in began if not self.in_doubt(e)]
        if end and end <= day:
            return Status.ENDED
        if [e for e in sure if e in over and e.kind in ENDING]:
            return Status.ENDED
        if not start:
            return Status.UNKNOWN
        if start > day:
            return Status.NOT_YET
        if [e for e in sure if e in over and e.kind == "suspend"]:
            return Status.SUSPENDED
        if [e for e in effects if not e.on and e.kind in CHANGING] or len(sure) < len(began):
            return Status.UNKNOWN
        return Status.PARTLY_ENDED if sure else Status.IN_FORCE

    def by_dates(self, document: Document, day: date) -> Status:
        effects = self.on(document)
        whole = [e for e in effects if e.provision_id is None]
        return self.derived(effects, whole, document.effective_on, document.ended_on, day)

    def declaration(self, document: Document) -> StatusDeclaration | None:
        """A site that agrees with all the facts disputes nothing when some are left out of account."""
        told = self.world.declarations.get(document.pk)
        everything = Naive(self.world)
        left_out = any(e.pk in self.without for e in everything.on(document))
        if told and left_out and everything.by_dates(document, told.seen_on) == told.status:
            return None
        return told

    def of_document(self, document: Document, day: date) -> Status:
        ruling, told = self.world.rulings.get(document.pk), self.declaration(document)
        if ruling and day >= ruling.on:
            return self.since(document, Status(ruling.status), max(ruling.on, ruling.made_on), day)
        if ruling:
            settled = ruling.status == Status.ENDED
            effects = [e for e in self.on(document) if e.on and not self.in_doubt(e)]
            if settled:
                effects = [e for e in effects if e.provision_id or e.kind not in ENDING]
            whole = [e for e in effects if e.provision_id is None]
            return self.derived(
                effects, whole, document.effective_on, None if settled else document.ended_on, day
            )
        derived = self.by_dates(document, day)
        if not told or day < told.seen_on:
            return derived
        then = self.by_dates(document, told.seen_on)
        if then == told.status:
            return derived
        if then != Status.UNKNOWN:
            return Status.UNKNOWN if derived == then else derived
        unsettled = [e for e in self.on(document) if e.kind in CHANGING and (not e.on or self.in_doubt(e))]
        if document.effective_on or unsettled or told.status == Status.NOT_YET:
            return derived
        return self.since(document, Status(told.status), told.seen_on, day)

    def since(self, document: Document, status: Status, known: date, day: date) -> Status:
        """What became of a status that was known on a day."""
        then = [e for e in self.on(document) if e.on and known < e.on <= day and not self.in_doubt(e)]
        whole = [e.kind for e in then if e.provision_id is None]
        over = document.ended_on and known < document.ended_on <= day
        if status == Status.ENDED or over or any(kind in ENDING for kind in whole):
            return Status.ENDED
        if "suspend" in whole:
            return Status.SUSPENDED
        changed = any(e.kind in CHANGING for e in then)
        return Status.PARTLY_ENDED if changed and status == Status.IN_FORCE else status

    def of_provision(self, cited: Provision, day: date) -> Status:
        document, ruling = cited.document, self.world.rulings.get(cited.document_id)
        whole = self.of_document(document, day)
        if whole in (Status.ENDED, Status.NOT_YET, Status.SUSPENDED):
            return whole
        if whole == Status.UNKNOWN != self.by_dates(document, day):
            return whole
        added = cited.added_by
        if added and (added.withdrawn_at or not added.on or self.in_doubt(added)):
            return Status.UNKNOWN
        if added and added.on > day:
            return Status.NOT_YET
        births = [e for e in self.on(document) if e in self.world.later_births(cited)]
        if [e for e in births if e.on and e.on <= day and not self.in_doubt(e)]:
            return Status.ENDED
        effects = [e for e in self.on(document) if not came_before(e, added)]
        over = [e for e in effects if not e.provision_id or self.world.lies_in(cited.pk, e.provision_id)]
        parts = [e for e in effects if e not in over and self.world.lies_in(e.provision_id, cited.pk)]
        start, end = document.effective_on, document.ended_on
        if ruling and day >= ruling.on:
            known = max(ruling.on, ruling.made_on)
            over = [e for e in over if e.provision_id or (e.on and e.on > known)]
            start, end = ruling.on, None
        elif ruling and ruling.status == Status.ENDED:
            over = [e for e in over if e.provision_id or e.kind not in ENDING]
            end = None
        elif not start and whole in (Status.IN_FORCE, Status.PARTLY_ENDED):
            start, end = day, None
        return self.derived(over + parts, over, start, end, day)


def came_before(effect: Effect, added: Effect | None) -> bool:
    if not added:
        return False
    early = effect.on and added.on and effect.on <= added.on and effect.kind not in ENDING
    return effect.pk == added.pk or bool(early)


def hits(world: World, effect: Effect, cited: Provision) -> bool:
    """A new clause changes what it lies in; any other change also what lies in its target."""
    if effect in world.later_births(cited):
        return True
    if came_before(effect, cited.added_by):
        return False
    if effect.provision_id is None:
        return effect.kind != "supplement"
    if world.lies_in(effect.provision_id, cited.pk):
        return True
    return effect.kind != "supplement" and world.lies_in(cited.pk, effect.provision_id)


Seen = tuple[str, date | None, set[int]]


def oracle_state(world: World, pin: Pin, cited: Provision, day: date) -> Seen:
    """How a citation stands: not good today, else the first day on which it will not be."""
    now = _not_good(world, pin, cited, day)
    if now:
        return now
    hit = [e for e in Naive(world, pin.cleared).on(cited.document) if hits(world, e, cited)]
    for later in range(1, HORIZON):
        first = day + timedelta(days=later)
        if _not_good(world, pin, cited, first):
            return "ending_on", first, {e.pk for e in hit if e.on and e.on > day}
    return "good", None, set()


def _not_good(world: World, pin: Pin, cited: Provision, day: date) -> Seen | None:
    added, ruling = cited.added_by, world.rulings.get(cited.document_id)
    if added and added.withdrawn_at:
        return "suspect", None, set()
    without = pin.cleared - ({added.pk} if added else set())
    reader = Naive(world, without)
    status = reader.of_provision(cited, day)
    hit = [e for e in reader.on(cited.document) if hits(world, e, cited)]
    began = [e for e in hit if e.on and e.on <= day]
    unsure = {e.pk for e in hit if not e.on} | {e.pk for e in began if reader.in_doubt(e)}
    sure = [e for e in began if e.pk not in unsure]
    if ruling:
        sure = [e for e in sure if _bears_out(e, ruling, status, day)]
    ends = []
    if status == Status.ENDED and ruling and ruling.status == Status.ENDED and ruling.on <= day:
        ends = [ruling.on]
    elif status == Status.ENDED and cited.document.ended_on and cited.document.ended_on <= day:
        ends = [cited.document.ended_on]
    other_words = pin.fingerprint != cited.fingerprint
    if sure or other_words or status in (Status.ENDED, Status.SUSPENDED, Status.NOT_YET):
        return "suspect", min([e.on for e in sure] + ends, default=None), {e.pk for e in sure}
    return ("unknown", None, unsure) if unsure or status == Status.UNKNOWN else None


def _bears_out(effect: Effect, ruling: StatusRuling, status: Status, day: date) -> bool:
    if effect.provision_id or effect.kind not in (*ENDING, "suspend"):
        return True
    if ruling.status == Status.ENDED and effect.kind in ENDING:
        return effect.on >= ruling.on
    return status in (Status.ENDED, Status.SUSPENDED) and (day < ruling.on or effect.on >= ruling.on)
