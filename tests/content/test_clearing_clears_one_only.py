"""Xác nhận vẫn đúng đi theo từng trích dẫn và từng thay đổi: đúng một cặp đổi, mọi cặp khác giữ nguyên."""

import random
from datetime import date, timedelta

import pytest

from lantoa.common import dates
from lantoa.content import actions
from lantoa.content.models import Citation
from lantoa.content.queries import states_of
from lantoa.library.models import Provision
from tests.factories import deliveries, library
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]

Pair = tuple[int, int]


def in_doubt(day: date) -> set[Pair]:
    """Every (citation, change) that no person has cleared."""
    states = states_of(Citation.objects.all(), day)
    return {(citation, cause.pk) for citation, state in states.items() for cause in state.causes}


@pytest.mark.parametrize("seed", range(6))
def test_one_clearing_takes_away_one_pair_and_no_other(world: World, seed: int) -> None:
    some = random.Random(seed)
    today = dates.today()
    places: list[Provision] = []
    for law in [library.document() for _ in range(2)]:
        article = library.provision(law, "Điều 1")
        clauses = [library.provision(law, f"khoản {n}", parent=article) for n in (1, 2)]
        places += [article, *clauses, library.provision(law, "điểm a", parent=clauses[0])]
    for _ in range(5):
        deliveries.version(world, policies=[], cites=some.sample(places, some.randrange(1, 4)))
    effects = {}
    for place in some.choices(places, k=4):
        made = library.effect(place, today - timedelta(days=some.randrange(3)))
        effects[made.pk] = made
    left = in_doubt(today)
    order = sorted(left)
    some.shuffle(order)

    assert order
    for citation, cause in order:
        actions.clear_citation(
            Citation.objects.get(pk=citation), effects[cause], by=world.hung, why="Chỉ đổi tên mẫu đơn"
        )
        left = left - {(citation, cause)}
        assert in_doubt(today) == left
    assert all(state.is_good for state in states_of(Citation.objects.all(), today).values())
