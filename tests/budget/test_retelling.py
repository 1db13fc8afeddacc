"""Nói lại tốn bao nhiêu: theo khoản đã chi, thiếu thì theo dự toán, thiếu nữa thì nói là chưa có."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.budget import actions
from lantoa.budget.models import Spending
from lantoa.budget.retelling import Retelling, in_all, reprinting, retelling
from lantoa.common import dates
from lantoa.deliveries.models import Delivery
from lantoa.plans.models import Channel, PlanItem
from tests.factories import budget, plans
from tests.factories.deliveries import delivery
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]


def tell(world: World, item: PlanItem | None = None, **more: object) -> Delivery:
    """One more line of the ledger."""
    return delivery(world, plan_item=item, **({"channel": item.channel} if item else {}), **more)


@pytest.fixture
def item(world: World) -> PlanItem:
    """Forty airings for four million đồng."""
    return plans.plan(world, items=[{"amount_vnd": 4_000_000, "quantity": 40}]).items.get()


def pay(world: World, item: PlanItem, amount_vnd: int, *lines: Delivery) -> Spending:
    """A payment that names these lines; which lines an accountant may name is tried with the payments."""
    made = budget.pay(world, item, amount_vnd)
    made.tellings.add(*lines, through_defaults={"named_at": dates.now()})
    return made


@pytest.fixture
def told(world: World, item: PlanItem) -> list[Delivery]:
    return [tell(world, item), tell(world, item), tell(world)]


def test_what_was_paid_counts_before_the_estimate_and_neither_is_told_as_unknown(
    world: World, item: PlanItem, told: list[Delivery]
) -> None:
    pay(world, item, 90_000, told[0])

    assert retelling(told) == {world.ward.pk: Retelling(90_000, 1, 100_000, 1, 1)}


def test_a_shared_payment_is_shared_equally_also_with_lines_that_are_not_asked_for(
    world: World, item: PlanItem, told: list[Delivery]
) -> None:
    pay(world, item, 100_000, *told)

    both = retelling(told[:2])[world.ward.pk]

    assert (both.paid_vnd, both.paid, both.vnd) == (66_667, 2, 66_667)


def test_a_payment_that_was_undone_costs_nothing(world: World, item: PlanItem, told: list[Delivery]) -> None:
    paid = pay(world, item, 90_000, told[2])
    actions.take_back_spending(paid, by=world.kha, why="Nhầm")

    assert retelling(told[2:]) == {world.ward.pk: Retelling(unknown=1)}
    assert retelling(told[2:])[world.ward.pk].vnd is None


def test_an_item_whose_lines_are_not_what_it_counts_gives_no_price(world: World) -> None:
    """Một lượt phát tờ rơi là nhiều tờ: không chia dự toán theo lượt."""
    plans.channel()
    leaflets = Channel.objects.filter(medium=Channel.Medium.PRINT).first()
    printed = plans.plan(world, items=[{"amount_vnd": 4_000_000, "quantity": 40, "channel": leaflets}])
    uncounted = plans.plan(world, items=[{"amount_vnd": 4_000_000, "quantity": None}])

    found = retelling([tell(world, printed.items.get()), tell(world, uncounted.items.get())])

    assert found == {world.ward.pk: Retelling(unknown=2)}


def test_nothing_told_costs_nothing_and_sums_are_of_all_units(world: World, item: PlanItem) -> None:
    lines = [tell(world, item), tell(world, unit=world.other_ward, by=world.van)]

    assert retelling([]) == {}
    assert in_all(retelling(lines).values()) == Retelling(0, 0, 100_000, 1, 1)
    assert in_all([]) == Retelling()


def test_ten_lines_are_asked_for_like_one(world: World, item: PlanItem) -> None:
    lines = [tell(world, item) for _ in range(10)]

    def asked(some: list[Delivery]) -> int:
        with CaptureQueriesContext(connection) as queries:
            retelling(some)
        return len(queries)

    assert asked(lines) == asked(lines[:1]) == 2


def test_sheets_are_printed_again_by_the_estimate_of_their_item_and_the_rest_has_no_price(
    world: World,
) -> None:
    plans.channel()
    leaflets = Channel.objects.filter(medium=Channel.Medium.PRINT, counting_unit__name="tờ").first()
    sheets = {"amount_vnd": 4_000_000, "quantity": 2_000, "channel": leaflets}
    airings = {"amount_vnd": 4_000_000, "quantity": 40}
    priced, counted_otherwise = plans.plan(world, items=[sheets, airings]).items.order_by("pk")

    again = reprinting([(priced.pk, 300), (counted_otherwise.pk, 50), (None, 7)])

    assert again == Retelling(planned_vnd=600_000, planned=300, unknown=57)
    assert reprinting([(None, 7)]).vnd is None
