"""Hai khoản chi từ hai nguồn nêu cùng một lượt trong cùng lúc: một khoản được ghi."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from lantoa.budget.models import PaidTelling, Spending
from lantoa.common.problems import RuleBroken
from lantoa.plans import actions
from tests.factories import plans
from tests.factories.budget import pay, proven
from tests.factories.people import World

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.db,
    pytest.mark.skipif(
        "connection.vendor != 'postgresql'",
        reason="SQLite of the tests lies in memory; in a file it gives the writer's lock at BEGIN IMMEDIATE",
    ),
]
__all__ = ["connection"]  # named in the condition above


def two_sources(world: World):
    """An activity of four airings, two million from each of two sources."""
    draft = plans.plan(world, issued=False, items=[{"quantity": 4}])
    gift = actions.add_part(draft, "nguon", by=world.minh, name="Tài trợ", amount_vnd=2_000_000)
    amounts = {plans.source(draft): 2_000_000, gift: 2_000_000}
    actions.set_item_money(draft.items.get(), amounts, by=world.minh)
    return plans.issue(world, draft).items.get(), list(amounts)


@pytest.mark.parametrize("round_", range(3))
def test_of_two_who_pay_one_telling_from_two_sources_one_pays(world: World, round_: int) -> None:
    item, sources = two_sources(world)
    line = proven(world, item)
    start = Barrier(2)

    def press(at: int) -> str:
        try:
            start.wait()
            pay(world, item, source=sources[at], deliveries=[line])
            return "paid"
        except RuleBroken as broken:
            return broken.problems[0].code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        outcomes = sorted(pool.map(press, range(2)))

    assert outcomes == ["paid", "paid_twice"]
    assert (Spending.objects.count(), PaidTelling.objects.count()) == (1, 1)


def test_of_two_who_spend_the_last_money_of_a_pot_one_spends_it(world: World) -> None:
    item, (source, _) = two_sources(world)
    start = Barrier(2)

    def press(_: int) -> str:
        try:
            start.wait()
            pay(world, item, 2_000_000, source=source)
            return "paid"
        except RuleBroken as broken:
            return broken.problems[0].code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(press, range(2))) == ["above_item", "paid"]
