"""Random graphs of documents, trees, effects, dates, declarations and rulings against a naive reading."""

import random
import unicodedata
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.library import actions
from lantoa.library.models import Document, PolicyBasis, Provision
from lantoa.library.queries import (
    Pin,
    effects_on,
    may_not_stand,
    provision_statuses,
    said_of,
    state_of,
    statuses,
)
from lantoa.library.states import Status
from tests.factories import library as make
from tests.factories.people import make_world
from tests.library.naive_law import DAYS, START, Naive, a_world, oracle_state

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]


@pytest.mark.parametrize("seed", range(8))
def test_statuses_and_suspects_are_those_of_the_oracle_on_every_day(seed):
    world = a_world(seed)
    some = random.Random(seed)
    pins = [
        Pin(p.pk, p.pk, p.fingerprint, frozenset(e.pk for e in world.effects if some.random() < 0.2))
        for p in world.provisions
    ]
    cited = {
        p.pk: Provision.objects.select_related("document", "added_by").get(pk=p.pk) for p in world.provisions
    }
    effects = effects_on(d.pk for d in world.documents)
    said = said_of(world.documents, effects)
    for day in DAYS:
        told = statuses(world.documents, day)
        assert told == {d.pk: Naive(world).of_document(d, day) for d in world.documents}
        states = state_of(pins, day)
        for pin in pins:
            state = states[pin.key]
            seen = (state.kind, state.on, {cause.pk for cause in state.causes})
            assert seen == oracle_state(world, pin, cited[pin.provision_id], day)
    for document in world.documents:
        of_it = effects.get(document.pk, [])
        for day in DAYS:
            for pk, status in provision_statuses(document, of_it, said[document.pk], day).items():
                assert status == Naive(world).of_provision(cited[pk], day)


@pytest.mark.parametrize("seed", range(4))
def test_what_no_fact_speaks_against_is_good_on_every_day(seed):
    """Phần lớn luật đứng yên: chỉ phải xét những trích dẫn mà một dữ kiện có thể nói khác đi."""
    writer = make_world().minh
    world = a_world(seed)
    policy = make.policy(bases=[])
    rests_on = [make.basis(policy, provision) for provision in world.provisions]
    still = make.provision(make.document(), "khoản 1 Điều 1")
    rests_on += [make.basis(policy, still), make.basis(policy, still.parent)]
    actions.correct_provision(still.parent, by=writer, words="Lời gõ lại cho đúng bản gốc.", why="Gõ sai.")

    for day in DAYS:
        left_out = PolicyBasis.objects.exclude(may_not_stand(day))
        states = state_of([Pin(one.pk, one.provision_id, one.fingerprint) for one in left_out], day)
        assert {state.kind for state in states.values()} == {"good"}
        assert rests_on[-2].pk in states


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
    assert {p.eid for p in document.provisions.filter(reworded=True)} == suspect


@pytest.mark.parametrize("back", ["khoản ấy", "cả văn bản"])
def test_words_that_were_once_others_are_asked_about_ever_after(world, back):
    """Có bài dẫn đúng lúc lời còn gõ sai: sửa lại rồi thì vẫn phải xét bài đó."""
    document = make.document()
    right, wrong = LAW.format(second=SECOND), LAW.format(second=SECOND.replace("vay thêm", "vay bớt"))
    actions.set_provisions(document, right, by=world.minh)
    actions.set_provisions(document, wrong, by=world.minh)
    policy = make.policy(bases=[])
    cited = document.provisions.get(eid="art_1__para_2__point_dd")
    basis = make.basis(policy, cited)
    if back == "khoản ấy":
        actions.correct_provision(cited, by=world.minh, words="Được vay thêm.", why="Gõ sai.")
    else:
        actions.set_provisions(document, right, by=world.minh)

    assert basis in PolicyBasis.objects.filter(may_not_stand(date(2026, 1, 1)))
