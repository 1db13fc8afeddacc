"""Nếu luật đổi như thế: đúng những gì dựa vào chỗ đổi, ở đâu, tốn bao nhiêu; và không đổi một dòng nào."""

import random
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.budget.queries import paid_for
from lantoa.common import dates
from lantoa.content.queries import citations_struck_by
from lantoa.desk.what_if import days_of, fallout
from lantoa.library import actions
from lantoa.library.models import Document, Effect, Provision, Rehearsal
from lantoa.library.queries import supposed_changes
from tests.factories import broadcast, deliveries, library
from tests.factories.people import World
from tests.guards.ward_things import WardThings, make

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]

START = date(2030, 1, 1)


def effects_of(rehearsal: Rehearsal) -> list[Effect]:
    return [effect for _, effect in supposed_changes(rehearsal)]


def every_row() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of ours."""
    return {
        model._meta.label: sorted(model.objects.order_by().values_list(), key=repr)
        for model in apps.get_models()
        if model.__module__.startswith("lantoa.")
    }


@pytest.fixture
def struck(world: World) -> tuple[WardThings, Rehearsal]:
    """Everything that Tâm's ward keeps, and a draft that repeals all that it rests on from tomorrow."""
    things = make(world)
    rehearsal = actions.open_rehearsal(by=world.minh, title="Dự thảo thử")
    for document in Document.objects.filter(provisions__isnull=False).distinct():
        actions.suppose_changes(
            rehearsal, document, "Bãi bỏ toàn bộ", by=world.minh, on=dates.today() + timedelta(days=1)
        )
    return things, rehearsal


def test_it_names_all_that_rests_on_the_words_and_where(
    world: World, struck: tuple[WardThings, Rehearsal]
) -> None:
    things, rehearsal = struck
    effects = effects_of(rehearsal)
    (day,) = days_of(effects, dates.today())

    found = fallout(effects, world.tam, day)

    assert things.airing in found.airings
    assert {things.banner, things.hung} == set(found.displays)
    assert (things.run in found.runs, found.sheets) == (True, 380)
    assert things.version in [version for version, _ in found.editions]
    assert {policy.pk for policy, _ in found.policies} >= set(
        things.article.policies.values_list("pk", flat=True)
    )
    assert things.delivery in found.told
    (place,) = [place for place in found.places if place.unit_id == world.ward.pk]
    assert (place.airings, place.displays, place.sheets) == (1, 2, 380)


def test_asking_changes_not_one_row(world: World, struck: tuple[WardThings, Rehearsal]) -> None:
    effects = effects_of(struck[1])
    before = every_row()

    fallout(effects, world.minh, dates.today() + timedelta(days=1))

    assert len(before) > 40
    assert every_row() == before


def test_before_the_day_of_the_change_nothing_is_hit(
    world: World, struck: tuple[WardThings, Rehearsal]
) -> None:
    assert fallout(effects_of(struck[1]), world.tam, dates.today()).is_empty


def test_another_ward_is_told_nothing_of_this_one(world: World, struck: tuple[WardThings, Rehearsal]) -> None:
    found = fallout(effects_of(struck[1]), world.van, dates.today() + timedelta(days=1))

    assert not (found.editions or found.airings or found.displays or found.runs or found.told or found.places)


def test_the_questions_asked_do_not_grow_with_what_is_found(world: World) -> None:
    def asked() -> int:
        effects = [
            Effect(pk=-n, kind="repeal", document=document, on=START)
            for n, document in enumerate(Document.objects.filter(provisions__isnull=False).distinct(), 1)
        ]
        with CaptureQueriesContext(connection) as queries:
            assert not fallout(effects, type(world.tam).objects.get(pk=world.tam.pk), START).is_empty
        return len(queries)

    first = make(world)
    one = asked()
    make(world, first.station, 2)
    make(world, first.station, 3)

    assert asked() <= one


def lies_in(small: Provision, large: Provision) -> bool:
    at: Provision | None = small
    while at is not None:
        if at.pk == large.pk:
            return True
        at = at.parent
    return False


@pytest.mark.parametrize("seed", range(6))
def test_the_suspect_set_is_that_of_a_naive_reading(world: World, seed: int) -> None:
    """Bộ bài phải sửa đúng bằng cách đọc từng thay đổi với từng trích dẫn."""
    some = random.Random(seed)
    laws = [
        library.document(effective_on=None if some.random() < 0.2 else date(2022, 1, 1)) for _ in range(3)
    ]
    places: list[Provision] = []
    for law in laws:
        for number in (1, 2):
            article = library.provision(law, f"Điều {number}")
            clauses = [library.provision(law, f"khoản {n}", parent=article) for n in (1, 2)]
            places += [article, *clauses, library.provision(law, "điểm a", parent=clauses[0])]
    versions = [
        deliveries.version(world, policies=[], cites=some.sample(places, some.randrange(1, 4)))
        for _ in range(8)
    ]
    for place in some.sample(places, 3):
        library.effect(place, START + timedelta(days=some.randrange(4)))
    targets = some.sample([*places, *laws], 5)
    supposed = [
        Effect(
            pk=-n,
            kind=some.choice(Effect.Kind.values),
            document=target if isinstance(target, Document) else target.document,
            provision=target if isinstance(target, Provision) else None,
            on=START + timedelta(days=some.randrange(4)),
        )
        for n, target in enumerate(targets, 1)
    ]
    for day in (START + timedelta(days=n) for n in range(-1, 5)):
        expected = {
            citation.pk
            for version in versions
            for citation in version.citations.select_related("provision__document")
            for effect in supposed
            if effect.document_id == citation.provision.document_id
            and effect.on <= day
            and (
                (effect.provision and lies_in(effect.provision, citation.provision))
                or (
                    effect.kind != Effect.Kind.SUPPLEMENT  # a new clause beside it changes it not
                    and (effect.provision is None or lies_in(citation.provision, effect.provision))
                )
            )
        }

        struck = citations_struck_by(supposed, day)

        assert {citation.pk for hits in struck.values() for citation, _ in hits} == expected


def test_what_was_paid_for_telling_the_old_words_is_bounded(world: World) -> None:
    """Khoản chi chung cho nhiều lượt chỉ tính vào mức nhiều nhất."""
    things = make(world)
    assert paid_for([things.delivery]).most_vnd == 0
    things.spending.tellings.add(things.delivery, through_defaults={"named_at": dates.now()})
    assert (paid_for([things.delivery]).least_vnd, paid_for([things.delivery]).most_vnd) == (
        1_000_000,
        1_000_000,
    )
    things.spending.tellings.add(things.hung.delivery, through_defaults={"named_at": dates.now()})
    paid = paid_for([things.delivery])
    assert (paid.least_vnd, paid.most_vnd) == (0, 1_000_000)


def test_telling_again_is_priced_where_it_was_told(
    world: World, struck: tuple[WardThings, Rehearsal]
) -> None:
    things, rehearsal = struck
    things.spending.tellings.add(things.delivery, through_defaults={"named_at": dates.now()})

    found = fallout(effects_of(rehearsal), world.tam, dates.today() + timedelta(days=1))

    (place,) = [place for place in found.places if place.unit_id == world.ward.pk]
    assert (place.retell.paid_vnd, place.retell.paid) == (1_000_000, 1)
    assert (found.retell.paid_vnd, found.retell.unknown) == (1_000_000, len(found.told) - 1)


def test_an_edition_of_a_later_station_counts_at_the_ward_it_serves(world: World) -> None:
    clause = library.provision(library.document())
    dates.move_today(date(2029, 12, 20))
    station = broadcast.ward_station(world)
    script = deliveries.version(world, cites=[clause], wards=(world.ward,))
    airing = broadcast.airing(world, station, script, START + timedelta(days=2))
    supposed = [Effect(pk=-1, kind="amend", document=clause.document, provision=clause, on=START)]

    found = fallout(supposed, world.minh, START)

    assert found.airings == [airing]
    assert [(place.unit_id, place.airings) for place in found.places if place.airings] == [(world.ward.pk, 1)]
