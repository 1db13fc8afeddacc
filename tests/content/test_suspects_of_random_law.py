"""Bài cần kiểm lại, với luật bất kỳ: đúng những trích dẫn mà cách đọc thật chậm cũng thấy."""

import random
from collections import defaultdict

import pytest

from lantoa.common import dates
from lantoa.content.models import Article, Citation, Clearing, Edition, EditionVersion
from lantoa.content.queries import suspects
from lantoa.library.models import Provision
from lantoa.library.queries import Pin
from lantoa.people.queries import scope
from tests.factories.people import World
from tests.library.naive_law import DAYS, START, a_world, oracle_state

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]


@pytest.mark.parametrize("seed", range(2))
def test_suspects_are_those_of_the_oracle_and_a_clearing_is_for_one_citation(world: World, seed: int) -> None:
    """Xác nhận cho một trích dẫn thì chỉ trích dẫn ấy được gỡ, dù trích dẫn khác dẫn đúng lời đó."""
    dates.move_today(START)
    law, chance = a_world(seed), random.Random(seed)
    article = Article.objects.create(
        title="Bài thử",
        unit=world.office,
        territory=world.city,
        written_by=world.binh,
        written_at=dates.now(),
    )
    cited: dict[int, Pin] = {}
    for provision in [*law.provisions, *law.provisions]:
        edition = Edition.objects.create(article=article, kind="radio")
        version = EditionVersion.objects.create(
            edition=edition, number=1, created_by=world.binh, created_at=dates.now()
        )
        words = provision.fingerprint if chance.random() < 0.9 else "lời cũ"
        one = Citation.objects.create(
            version=version, block=1, provision=provision, fingerprint=words, pinned_on=START
        )
        cleared = [effect for effect in law.effects if chance.random() < 0.2]
        Clearing.objects.bulk_create(
            Clearing(citation=one, cause=effect, by=world.hung, at=dates.now(), why="Vẫn đúng.")
            for effect in cleared
        )
        cited[one.pk] = Pin(one.pk, provision.pk, words, frozenset(effect.pk for effect in cleared))
    read = {
        p.pk: Provision.objects.select_related("document", "added_by").get(pk=p.pk) for p in law.provisions
    }
    mine = scope(world.minh)

    for day in DAYS[::2]:
        wanted = defaultdict(set)
        for pk, pin in cited.items():
            kind, on, _ = oracle_state(law, pin, read[pin.provision_id], day)
            if kind != "good":
                wanted[pk].add((kind, on))
        found = suspects(day, mine, ending=True)
        assert {c.pk: {(state.kind, state.on)} for one in found for c, state in one.citations} == wanted
        now = suspects(day, mine)
        assert suspects(day, mine, most=2) == now[:2]
