"""Luật bất kỳ, trích dẫn bất kỳ: bị ảnh hưởng là đúng những gì một cách đọc chậm, từng cặp một, tìm ra."""

import random
from datetime import timedelta

import pytest

from lantoa.broadcast.models import Station
from lantoa.common import dates
from lantoa.content import actions as content_actions
from lantoa.content.models import Citation, Clearing, EditionKind, EditionVersion
from lantoa.desk.what_if import fallout
from lantoa.displays import actions as displays
from lantoa.library.models import Document, Effect, Provision
from lantoa.questions.models import Question
from tests.desk.test_what_if import lies_in
from tests.displays.test_actions import display
from tests.factories import broadcast, content, library, plans
from tests.factories.people import World
from tests.factories.pictures import photo
from tests.questions.test_actions import ask

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]

Things = set[tuple[str, int]]


def law(some: random.Random) -> list[Provision]:
    """Two documents of two articles with clauses and a point each."""
    places: list[Provision] = []
    for _ in range(2):
        document = library.document()
        for number in (1, 2):
            article = library.provision(document, f"Điều {number}")
            clauses = [library.provision(document, f"khoản {n}", parent=article) for n in (1, 2)]
            places += [article, *clauses, library.provision(document, "điểm a", parent=clauses[0])]
    some.shuffle(places)
    return places


def hits(effect: Effect, cited: Provision) -> bool:
    """The slow reading of one change against one citation."""
    if effect.document_id != cited.document_id:
        return False
    if effect.provision and lies_in(effect.provision, cited):
        return True
    if effect.kind == Effect.Kind.SUPPLEMENT:  # a new clause beside it changes it not
        return False
    return effect.provision is None or lies_in(cited, effect.provision)


def put_out(world: World, station: Station, version: EditionVersion, n: int) -> tuple[str, int]:
    """A script is planned, a poster hung, a leaflet printed, an answer given: which thing it is."""
    today, kind = dates.today(), version.edition.kind
    if kind == EditionKind.RADIO:
        return "airing", broadcast.airing(world, station, version, today + timedelta(days=1 + n)).pk
    if kind == EditionKind.POSTER:
        hung = display(world, version, place=f"Nơi {n}", put_up_on=today)
        return "display", displays.record_put_up(hung, photo(), by=world.tam).pk
    if kind == EditionKind.LEAFLET:
        run = displays.print_copies(
            version=version, unit=world.ward, copies=50, printed_on=today, by=world.tam
        )
        return "run", run.pk
    asked = ask(world, "Làm thẻ ở đâu?").question
    Question.objects.filter(pk=asked.pk).update(
        answer=version.edition, status=Question.Status.ANSWERED, answered_on=today
    )
    return "answer", asked.pk


def street(world: World, places: list[Provision], some: random.Random) -> dict[int, Things]:
    """Version id -> the edition and the thing that stand badly when its words do not hold."""
    station = broadcast.ward_station(world)
    kinds = [EditionKind.RADIO, EditionKind.POSTER, EditionKind.LEAFLET, EditionKind.ANSWER]
    resting: dict[int, Things] = {}
    for n in range(6):
        cited = some.sample(places, some.randrange(1, 4))
        edition = content.edition(
            world,
            kind=kinds[n % 4],
            of=content.article(world, title=f"Bài {n}"),
            provisions=cited,
            texts=["Mức thử giữ nguyên."] * len(cited),
            ward_approved=[world.ward],
        )
        version = content.version_of(edition)
        resting[version.pk] = {("edition", edition.pk), put_out(world, station, version, n)}
    return resting


def expected(resting: dict[int, Things], effects: list[Effect]) -> Things:
    """By the slow reading, of what no person has cleared."""
    cleared = set(Clearing.objects.values_list("citation_id", "cause_id"))
    return {
        thing
        for citation in Citation.objects.filter(version__in=resting).select_related("provision")
        for effect in effects
        if hits(effect, citation.provision) and (citation.pk, effect.pk) not in cleared
        for thing in resting[citation.version_id]
    }


def found(world: World, effects: list[Effect]) -> Things:
    got = fallout(effects, world.minh, dates.today())
    return {
        *(("edition", version.edition_id) for version, _ in got.editions),
        *(("airing", one.pk) for one in got.airings),
        *(("display", one.pk) for one in got.displays),
        *(("run", one.pk) for one in got.runs),
        *(("answer", one.pk) for one in got.answers),
    }


@pytest.mark.parametrize("seed", range(3))
def test_exactly_what_rests_on_the_changed_words_and_each_clearing_takes_itself_alone(
    world: World, seed: int
) -> None:
    some = random.Random(seed)
    plans.channel()
    places = law(some)
    resting = street(world, places, some)
    targets: list[Provision | Document] = some.sample(places, 3)
    if seed % 2:
        targets.append(places[0].document)
    kinds = [Effect.Kind.AMEND, Effect.Kind.REPEAL, Effect.Kind.REPLACE, Effect.Kind.SUPPLEMENT]
    effects = [library.effect(target, dates.today(), some.choice(kinds)) for target in targets]
    assert found(world, effects) == expected(resting, effects)

    pairs = [
        (citation, effect)
        for citation in Citation.objects.filter(version__in=resting).select_related("provision", "version")
        for effect in effects
        if hits(effect, citation.provision)
    ]
    assert pairs
    some.shuffle(pairs)
    for citation, effect in pairs:
        content_actions.clear_citation(citation, effect, by=world.hung, why="Mức giữ nguyên, chỉ đổi số")
        assert found(world, effects) == expected(resting, effects)
    assert not found(world, effects)
