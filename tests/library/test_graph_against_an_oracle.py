"""Random graphs of documents, trees, effects and dates against a naive reading of the same rules.

The oracle knows nothing of queries, caches or shared answers: it looks at every effect for every question.
"""

import random
import unicodedata
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.common import dates
from lantoa.library import actions
from lantoa.library.models import Document, Effect, Provision
from lantoa.library.queries import Pin, effects_on, provision_statuses, said_of, state_of, statuses
from lantoa.library.states import Status
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]

START = date(2024, 1, 1)
DAYS = [START + timedelta(days=number) for number in range(-1, 9)]  # every date and the days beside it
ENDING = ("replace", "repeal")
CHANGING = (*ENDING, "amend", "suspend")


@dataclass
class World:
    """The rows made, and who lies in whom by primary key."""

    documents: list[Document] = field(default_factory=list)
    provisions: list[Provision] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)
    inside: dict[int, int | None] = field(default_factory=dict)

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
    """Six documents that amend, end and suspend each other and themselves on a handful of days."""
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
    world.inside = {p.pk: p.parent_id for p in world.provisions}
    for _ in range(26):
        target: Document | Provision = some.choice(world.provisions)
        if some.random() < 0.25:
            target = some.choice(world.documents)
        kind = some.choice(Effect.Kind.values)
        source = some.choice([*world.documents, None])
        effect = make.effect(target, some_day(some), kind, source=source)
        if some.random() < 0.1:
            effect.withdrawn_at = dates.now()
            effect.save()
        world.effects.append(effect)
    return world


# --- the oracle


def on(world: World, document: Document) -> list[Effect]:
    return [e for e in world.effects if e.document_id == document.pk and not e.withdrawn_at]


def hits(world: World, effect: Effect, cited: int) -> bool:
    """A new clause changes what it lies in; any other change also what lies in its target."""
    if effect.provision_id is None:
        return effect.kind != "supplement"
    if world.lies_in(effect.provision_id, cited):
        return True
    return effect.kind != "supplement" and world.lies_in(cited, effect.provision_id)


def in_doubt(world: World, effect: Effect) -> bool:
    source = effect.source
    if not source or source.pk == effect.document_id or not effect.on:
        return False
    if source.ended_on and source.ended_on <= effect.on:
        return True
    return any(
        e.provision_id is None and e.kind in ENDING and e.on and e.on <= effect.on for e in on(world, source)
    )


def oracle_status(world: World, document: Document, day: date, provision: int | None = None) -> Status:
    effects = on(world, document)
    if provision is None:
        over = [e for e in effects if e.provision_id is None]
        parts = [e for e in effects if e.provision_id is not None]
    else:
        over = [e for e in effects if e.provision_id is None or world.lies_in(provision, e.provision_id)]
        parts = [e for e in effects if e not in over and world.lies_in(e.provision_id, provision)]
    began = [e for e in over + parts if e.on and e.on <= day and e.kind in CHANGING]
    sure = [e for e in began if not in_doubt(world, e)]
    if document.ended_on and document.ended_on <= day:
        return Status.ENDED
    if [e for e in sure if e in over and e.kind in ENDING]:
        return Status.ENDED
    if not document.effective_on:
        return Status.UNKNOWN
    if document.effective_on > day:
        return Status.NOT_YET
    if [e for e in sure if e in over and e.kind == "suspend"]:
        return Status.SUSPENDED
    if [e for e in over + parts if not e.on and e.kind in CHANGING] or len(sure) < len(began):
        return Status.UNKNOWN
    return Status.PARTLY_ENDED if sure else Status.IN_FORCE


def oracle_state(world: World, pin: Pin, cited: Provision, day: date) -> tuple[str, date | None, set[int]]:
    document = cited.document
    hit = [e for e in on(world, document) if e.pk not in pin.cleared and hits(world, e, cited.pk)]
    past = {e.pk for e in hit if e.on and e.on <= day}
    ended = bool(document.ended_on and document.ended_on <= day)
    not_yet = bool(document.effective_on and document.effective_on > day)
    if past or ended or not_yet:
        since = [e.on for e in hit if e.pk in past] + ([document.ended_on] if ended else [])
        return "suspect", min(since, default=None), past
    undated = {e.pk for e in hit if not e.on}
    if undated or not document.effective_on:
        return "unknown", None, undated
    ahead = [e for e in hit if e.on and e.on > day]
    days = [e.on for e in ahead] + ([document.ended_on] if document.ended_on else [])
    return ("ending_on", min(days), {e.pk for e in ahead}) if days else ("good", None, set())


# --- the comparison


@pytest.mark.parametrize("seed", range(3))
def test_statuses_and_suspects_are_those_of_the_oracle_on_every_day(seed):
    world = a_world(seed)
    some = random.Random(seed)
    pins = [
        Pin(p.pk, p.pk, p.fingerprint, frozenset(e.pk for e in world.effects if some.random() < 0.2))
        for p in world.provisions
    ]
    cited = {p.pk: p for p in world.provisions}
    effects = effects_on(d.pk for d in world.documents)
    said = said_of(world.documents, effects)
    for day in DAYS:
        told = statuses(world.documents, day)
        assert told == {d.pk: oracle_status(world, d, day) for d in world.documents}
        states = state_of(pins, day)
        for pin in pins:
            state = states[pin.key]
            seen = (state.kind, state.on, {cause.pk for cause in state.causes})
            assert seen == oracle_state(world, pin, cited[pin.provision_id], day)
    for document in world.documents:
        of_it = effects.get(document.pk, [])
        for day in DAYS:
            for pk, status in provision_statuses(document, of_it, said[document.pk], day).items():
                assert status == provision_oracle(world, document, day, pk)


def provision_oracle(world: World, document: Document, day: date, pk: int) -> Status:
    """A part of what has ended, does not yet apply or is suspended is so too; else it has its own status."""
    whole = oracle_status(world, document, day)
    if whole in (Status.ENDED, Status.NOT_YET, Status.SUSPENDED):
        return whole
    return oracle_status(world, document, day, pk)


def test_a_ring_of_amendments_of_any_length_is_answered():
    ring = [make.document() for _ in range(9)]
    for number, document in enumerate(ring):
        make.effect(document, START, "repeal", source=ring[number - 1])

    assert set(statuses(ring, START).values()) == {Status.UNKNOWN}
    assert set(statuses(ring, START - timedelta(days=1)).values()) == {Status.IN_FORCE}


def test_statuses_cost_the_same_for_one_and_for_many():
    world = a_world(1)

    def asked(documents: list[Document]) -> int:
        with CaptureQueriesContext(connection) as queries:
            statuses(documents, START)
        return len(queries)

    assert asked(world.documents[:3]) == asked(world.documents) <= 4


LAW = "Điều 1. Mức vay\n1. Hộ nghèo được vay tối đa “năm mươi” triệu đồng - giai đoạn 2021-2025.\n{second}"
SECOND = "2. Hộ cận nghèo, hộ mới thoát nghèo:\nd) Được vay hoà giải;\nđ) Được vay thêm."
LAYOUTS = {
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "wide blanks": lambda text: text.replace(" ", "\u00a0 "),
    "other quotation marks": lambda text: text.replace("“", '"').replace("”", '"'),
    "other dashes": lambda text: text.replace(" - ", " – ").replace("2021-2025", "2021 \u2011 2025"),
    "d) printed twice": lambda text: text.replace("đ)", "d)"),
    "place of the tone": lambda text: text.replace("hoà", "hòa"),
    "lines between": lambda text: text.replace("\n", "\n\n"),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_an_edit_of_layout_raises_nothing_and_one_word_raises_exactly_what_cites_it(world, name):
    document = make.document()
    made = actions.set_provisions(document, LAW.format(second=SECOND), by=world.minh)
    pins = [Pin(p.eid, p.pk, p.fingerprint) for p in made]
    day = date(2026, 1, 1)

    actions.set_provisions(document, LAYOUTS[name](LAW.format(second=SECOND)), by=world.minh)
    assert {state.kind for state in state_of(pins, day).values()} == {"good"}

    changed = LAW.format(second=SECOND.replace("vay thêm", "vay bớt"))
    actions.set_provisions(document, changed, by=world.minh)
    suspect = {key for key, state in state_of(pins, day).items() if state.kind == "suspect"}
    assert suspect == {"art_1__para_2__point_dd"}
