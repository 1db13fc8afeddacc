"""How citations stand on a day: examples, the day before and after, and a property against an oracle."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.common import dates
from lantoa.library import actions
from lantoa.library.models import Document, Effect, Provision, StatusDeclaration, StatusRuling
from lantoa.library.queries import disputed_documents, effects_on, said_of, state_of
from lantoa.library.rules.facts_that_disagree import facts_of
from lantoa.library.rules.standing_of_a_citation import Pin
from lantoa.library.states import Status
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]

DAY = date(2026, 1, 1)
ONE = timedelta(days=1)


def pin(provision: Provision, *cleared: Effect, key: object = "p") -> Pin:
    return Pin(key, provision.pk, provision.fingerprint, frozenset(e.pk for e in cleared))


def stands(provision: Provision, day: date, *cleared: Effect):
    return state_of([pin(provision, *cleared)], day)["p"]


def test_untouched_provision_is_good():
    provision = make.provision(make.document())

    assert stands(provision, DAY).kind == "good"
    assert stands(provision, DAY).may_be_told


@pytest.mark.parametrize(
    ("day", "kind"), [(DAY - ONE, "ending_on"), (DAY, "suspect"), (DAY + ONE, "suspect")]
)
def test_a_change_holds_from_its_very_day(day, kind):
    provision = make.provision(make.document(), "khoản 1 Điều 24")
    change = make.effect(provision, DAY)

    state = stands(provision, day)

    assert (state.kind, state.on, state.causes) == (kind, DAY, (change,))
    assert state.says == f"{provision} bị thay thế từ 01/01/2026"
    assert state.says.startswith("khoản 1 Điều 24 Nghị định ")


@pytest.mark.parametrize("kind", Effect.Kind.values)
def test_every_kind_of_change_makes_suspect(kind):
    provision = make.provision(make.document())
    make.effect(provision, DAY, kind)

    assert stands(provision, DAY).kind == "suspect"


def test_change_of_an_article_hits_its_points_and_of_a_clause_hits_the_whole_article():
    document = make.document()
    point = make.provision(document, "điểm a khoản 2 Điều 3")
    clause, article = point.parent, point.parent.parent
    neighbour = make.provision(document, "khoản 3", parent=article)
    other_article = make.provision(document, "Điều 30")

    make.effect(clause, DAY)

    kinds = {p.place: stands(p, DAY).kind for p in (point, clause, article, neighbour, other_article)}
    assert kinds == {
        "điểm a khoản 2 Điều 3": "suspect",
        "khoản 2 Điều 3": "suspect",
        "Điều 3": "suspect",
        "khoản 3 Điều 3": "good",
        "Điều 30": "good",
    }


def test_change_of_the_whole_document_hits_all_of_it_and_nothing_else():
    document, other = make.document(), make.document()
    inside, outside = make.provision(document, "khoản 1 Điều 2"), make.provision(other, "khoản 1 Điều 2")
    make.effect(document, DAY, Effect.Kind.SUSPEND)

    assert stands(inside, DAY).kind == "suspect"
    assert stands(outside, DAY).kind == "good"


def test_change_on_an_unknown_day_is_unknown_until_a_known_one_holds():
    provision = make.provision(make.document())
    undated = make.effect(provision, None)

    assert (stands(provision, DAY).kind, stands(provision, DAY).causes) == ("unknown", (undated,))
    assert not stands(provision, DAY).may_be_told

    make.effect(provision, DAY)
    assert stands(provision, DAY).kind == "suspect"


def test_withdrawn_change_counts_no_more():
    provision = make.provision(make.document())
    change = make.effect(provision, DAY)
    change.withdrawn_at = change.recorded_at
    change.save()

    assert stands(provision, DAY).kind == "good"


@pytest.mark.parametrize(
    ("fields", "kinds"),
    [
        ({"ended_on": DAY}, ["ending_on", "suspect", "suspect"]),
        ({"effective_on": DAY}, ["suspect", "good", "good"]),
        ({"unknown": True}, ["unknown", "unknown", "unknown"]),
    ],
)
def test_the_documents_own_days_count(fields, kinds):
    provision = make.provision(make.document(**fields))

    assert [stands(provision, day).kind for day in (DAY - ONE, DAY, DAY + ONE)] == kinds


def test_one_changed_word_in_the_library_raises_exactly_its_dependants_and_layout_none():
    document = make.document()
    changed = make.provision(document, "Điều 1", "Hộ nghèo được hỗ trợ 100% mức đóng.")
    spaced = make.provision(document, "Điều 2", "Hộ cận nghèo được hỗ trợ 70% mức đóng.")
    pins = [pin(changed, key="changed"), pin(spaced, key="spaced")]

    changed.words = changed.words.replace("100%", "90%")
    changed.save()
    spaced.words = "Hộ cận nghèo  được hỗ trợ\n70% mức đóng."
    spaced.save()

    states = state_of(pins, DAY)
    assert (states["changed"].kind, states["spaced"].kind) == ("suspect", "good")
    assert states["changed"].causes == ()


def test_clearing_one_cause_for_one_citation_clears_no_other():
    provision = make.provision(make.document())
    first, second = make.effect(provision, DAY - ONE), make.effect(provision, DAY)

    both = state_of([pin(provision, first, key="cleared"), pin(provision, key="untouched")], DAY)

    assert both["cleared"].causes == (second,)
    assert both["untouched"].causes == (first, second)
    assert stands(provision, DAY, first, second).kind == "good"


def test_vanished_provision_is_suspect():
    assert state_of([Pin("gone", 999_999, "x")], DAY)["gone"].kind == "suspect"


def test_a_site_that_says_otherwise_makes_every_citation_disputed_until_a_person_rules(world):
    document = make.document()
    provision = make.provision(document)
    actions.declare_status(document, by=world.minh, status="ended", source="Cổng thử", seen_on=DAY)

    disputed = stands(provision, DAY)
    assert (disputed.kind, disputed.may_be_told) == ("unknown", False)
    assert disputed.says.startswith(f"Chưa rõ hiệu lực của {document}: Cổng thử ghi “Hết hiệu lực”")
    assert stands(provision, DAY - ONE).kind == "ending_on"

    [one] = disputed_documents([document])
    answer = one.conflicts[0].candidates[0].key
    actions.settle_conflict(document, by=world.hung, answer=answer, reason="Đã đối chiếu Công báo")
    assert stands(provision, DAY).kind == "good"


def test_a_site_that_knows_the_missing_day_makes_the_citation_good_or_ended():
    standing, over = make.document(unknown=True), make.document(unknown=True)
    for document, status in ((standing, Status.IN_FORCE), (over, Status.ENDED)):
        StatusDeclaration.objects.create(
            document=document, status=status, source="Cổng thử", seen_on=DAY, at=dates.now()
        )

    assert stands(make.provision(standing), DAY).kind == "good"
    ended = stands(make.provision(over), DAY)
    assert ended.kind == "suspect" and "Cổng thử xem ngày 01/01/2026" in ended.says


def test_a_ruling_on_the_day_of_the_end_is_that_of_the_citation():
    document = make.document(ended_on=DAY)
    provision = make.provision(document)
    make.effect(document, DAY + 9 * ONE, "repeal")
    rule(document, Status.ENDED, DAY + 9 * ONE)

    assert (stands(provision, DAY).kind, stands(provision, DAY).on) == ("ending_on", DAY + 9 * ONE)
    assert stands(provision, DAY + 9 * ONE).kind == "suspect"


def rule(document: Document, status: Status, on: date) -> None:
    effects = effects_on([document.pk])
    facts = facts_of(document, effects[document.pk], said_of([document], effects)[document.pk])
    StatusRuling.objects.create(
        document=document, status=status, on=on, made_on=DAY, reason="Công báo", facts=facts, at=dates.now()
    )


def test_a_change_by_an_act_that_had_ended_itself_is_in_doubt_not_a_fact():
    dead = make.document(ended_on=DAY - ONE)
    provision = make.provision(make.document())
    change = make.effect(provision, DAY, "repeal", source=dead)

    state = stands(provision, DAY)
    assert (state.kind, state.causes) == ("unknown", (change,))
    assert "đã hết hiệu lực từ trước" in state.says


def test_a_clearing_of_a_change_that_a_site_knows_too_opens_no_dispute():
    provision = make.provision(make.document())
    change = make.effect(provision, DAY, "amend")
    StatusDeclaration.objects.create(
        document=provision.document,
        status=Status.PARTLY_ENDED,
        source="Cổng thử",
        seen_on=DAY,
        at=dates.now(),
    )

    assert stands(provision, DAY).kind == "suspect"
    assert stands(provision, DAY, change).kind == "good"


def test_a_new_clause_hits_what_it_lies_in_and_not_its_neighbours(world):
    document = make.document()
    neighbour = make.provision(document, "khoản 1 Điều 2")
    article = neighbour.parent
    actions.record_effect(
        document, by=world.minh, kind="supplement", on=DAY, provision=article, new_words="2. Hộ cận nghèo."
    )
    new = Provision.objects.get(eid="art_2__para_2")

    assert stands(article, DAY).kind == "suspect" and "khoản 2 Điều 2" in stands(article, DAY).says
    assert stands(neighbour, DAY).kind == "good"
    assert [stands(new, day).kind for day in (DAY - ONE, DAY)] == ["suspect", "good"]
    assert "được bổ sung từ 01/01/2026" in stands(new, DAY - ONE).says
    actions.withdraw_effect(new.added_by, by=world.minh, why="Nhầm văn bản")
    assert stands(new, DAY).kind == "suspect"


def test_query_count_does_not_grow_with_pins():
    def asked(pins: list[Pin]) -> int:
        with CaptureQueriesContext(connection) as queries:
            state_of(pins, DAY)
        return len(queries)

    pins = []
    for number in range(12):
        document = make.document()
        point = make.provision(document, "điểm a khoản 1 Điều 5")
        make.effect(point.parent, DAY, source=make.document())
        pins.append(pin(point, key=number))

    assert asked(pins[:1]) == asked(pins) == 7


# -- A slow and simple oracle ------------------------------------------------------------------------

near = st.integers(-3, 3).map(lambda days: DAY + timedelta(days=days))
maybe = st.none() | near


def chain(provision: Provision) -> set[int]:
    return {provision.pk} | (chain(provision.parent) if provision.parent else set())


def oracle(one: Pin, day: date) -> tuple[str, date | None, list[int]]:
    provision = Provision.objects.get(pk=one.provision_id)
    document = provision.document
    hits = []
    for effect in Effect.objects.order_by("id"):
        if effect.withdrawn_at or effect.pk in one.cleared or effect.document_id != document.pk:
            continue
        around = effect.provision is not None and provision.pk in chain(effect.provision)
        inside = effect.provision is None or effect.provision_id in chain(provision)
        related = around or (inside and effect.kind != Effect.Kind.SUPPLEMENT)
        if related:
            hits.append(effect)
    past = [e for e in hits if e.on and e.on <= day]
    ended = [document.ended_on] if document.ended_on and document.ended_on <= day else []
    early = document.effective_on is not None and day < document.effective_on
    if past or ended or early or provision.fingerprint != one.fingerprint:
        days = [e.on for e in past] + ended
        return "suspect", min(days, default=None), [e.pk for e in past]
    undated = [e for e in hits if e.on is None]
    if undated or document.effective_on is None:
        return "unknown", None, [e.pk for e in undated]
    days = [e.on for e in hits] + ([document.ended_on] if document.ended_on else [])
    if days:
        return "ending_on", min(days), [e.pk for e in hits]
    return "good", None, []


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data(), day=near)
def test_state_of_agrees_with_the_oracle_on_any_library(data, day):
    Effect.objects.all().update(withdrawn_at="2020-01-01T00:00Z")  # of the examples before
    provisions: list[Provision] = []
    for _ in range(data.draw(st.integers(1, 2))):
        document: Document = make.document(effective_on=data.draw(maybe), ended_on=data.draw(maybe))
        mine: list[Provision] = []
        for number in range(data.draw(st.integers(1, 6))):
            parent = data.draw(st.sampled_from([None, *mine]))
            mine.append(make.provision(document, f"khoản {number}", f"lời {number}", parent=parent))
        provisions += mine
    effects = []
    for _ in range(data.draw(st.integers(0, 5))):
        target = data.draw(st.sampled_from([*provisions, *(p.document for p in provisions)]))
        gone = "2025-01-01T00:00Z" if data.draw(st.booleans()) and data.draw(st.booleans()) else None
        kind = data.draw(st.sampled_from(Effect.Kind.values))
        effects.append(make.effect(target, data.draw(maybe), kind, withdrawn_at=gone))
    pins = []
    for key, provision in enumerate(provisions):
        old_words = data.draw(st.integers(0, 5)) == 0
        cleared = (
            data.draw(st.frozensets(st.sampled_from([e.pk for e in effects]))) if effects else frozenset()
        )
        pins.append(Pin(key, provision.pk, "older words" if old_words else provision.fingerprint, cleared))

    states = state_of(pins, day)

    told = {k: (s.kind, s.on, sorted(c.pk for c in s.causes)) for k, s in states.items()}
    assert told == {one.key: oracle(one, day) for one in pins}
