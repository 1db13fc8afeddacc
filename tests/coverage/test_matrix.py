"""Bảng hai chiều tùy chọn: mỗi lượt vào đúng ô của nó, số người cộng qua phường, không cộng qua kênh."""

from collections.abc import Callable
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.common import dates
from lantoa.coverage.matrix import Axis, Crossed, crossed
from lantoa.coverage.queries import Asked, matrix
from lantoa.deliveries.models import Delivery
from lantoa.deliveries.rules.reach_is_two_bounds import Bounds
from lantoa.library.models import Policy
from lantoa.people.models import AudienceKind, AudienceSize, Unit
from lantoa.people.queries import scope
from lantoa.plans.models import Channel
from tests.factories import deliveries as make
from tests.factories import library
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]

TODAY = date(2025, 3, 10)
QUESTION = Asked(TODAY, date(2025, 1, 1), TODAY)


@pytest.fixture(autouse=True)
def on_the_day() -> None:
    dates.move_today(TODAY)


@pytest.fixture
def policy(world: World) -> Policy:
    return library.policy(audiences=[world.poor, world.near_poor], title="Thẻ bảo hiểm y tế")


def size(unit: Unit, kind: AudienceKind, count: int) -> None:
    AudienceSize.objects.create(
        unit=unit, kind=kind, count=count, counted_on=date(2025, 1, 1), source="Rà soát thử"
    )


def told(world: World, policy: Policy, **more: Any) -> Delivery:
    to = more.pop("to", [world.poor])
    return make.delivery(world, version=make.version(world, policies=[policy], audiences=to), **more)


def table(world: World, row: Axis, column: Axis, asked: Asked = QUESTION) -> Crossed:
    return crossed(scope(world.minh), (row, column), asked)


def test_month_and_channel_of_a_delivery_are_its_cell(world: World, policy: Policy) -> None:
    talk = make.channel("noi-chuyen", Channel.Medium.GATHERING)
    told(world, policy, happened_on=date(2025, 2, 5), reach_low=10, reach_high=20)
    told(world, policy, channel=talk, reach_low=3, reach_high=3)

    cells = table(world, Axis.MONTH, Axis.CHANNEL).cells

    assert {key: cell.deeds for key, cell in cells.items() if cell.deeds} == {
        (date(2025, 2, 1), make.channel().pk): 1,
        (date(2025, 3, 1), talk.pk): 1,
    }
    assert {key for key, cell in cells.items() if cell.state == "gap"} == {
        (date(2025, 1, 1), make.channel().pk),
        (date(2025, 1, 1), talk.pk),
        (date(2025, 2, 1), talk.pk),
        (date(2025, 3, 1), make.channel().pk),
    }


def test_wards_are_added_and_channels_are_not(world: World, policy: Policy) -> None:
    for ward in (world.ward, world.other_ward, world.third_ward):
        size(ward, world.poor, 100)
        size(ward, world.near_poor, 50)
    told(world, policy, happened_on=date(2025, 3, 1), reach_low=30, reach_high=70)
    told(world, policy, channel=make.channel("b"), happened_on=date(2025, 3, 2), reach_low=20, reach_high=60)
    told(world, policy, unit=world.other_ward, by=world.van, reach_low=5, reach_high=9)

    cell = table(world, Axis.AUDIENCE, Axis.MONTH).cells[world.poor.pk, date(2025, 3, 1)]

    assert (cell.told, cell.of, cell.deeds) == (2, 3, 3)
    assert cell.bounds == Bounds(30 + 5, 100 + 9, 300)


def test_delivery_of_two_policies_counts_once_where_policy_is_no_axis(world: World, policy: Policy) -> None:
    second = library.policy(audiences=[world.poor])
    script = make.version(world, policies=[policy, second], audiences=[world.poor])
    make.delivery(world, version=script, reach_low=10, reach_high=20)

    one = table(world, Axis.UNIT, Axis.MONTH).cells[world.ward.pk, date(2025, 3, 1)]

    assert one.deeds == 1
    assert sum(cell.deeds for cell in table(world, Axis.POLICY, Axis.MONTH).cells.values()) == 2


def test_policy_by_ward_says_what_the_first_table_says(world: World, policy: Policy) -> None:
    size(world.ward, world.poor, 40)
    size(world.ward, world.near_poor, 35)
    told(world, policy, to=[world.poor, world.near_poor], reach_low=50, reach_high=60)
    told(world, library.policy(audiences=[world.near_poor]), to=[world.near_poor])
    first = matrix(scope(world.minh), QUESTION)

    cells = table(world, Axis.UNIT, Axis.POLICY).cells

    for row in first.rows:
        for cell in row.cells:
            same = cells[row.unit_id, cell.policy_id]
            assert (same.state, same.deeds, same.bounds.low, same.bounds.high) == (
                cell.state, cell.deeds, cell.bounds.low, cell.bounds.high,
            )  # fmt: skip


def test_channel_filter_leaves_out_other_channels(world: World, policy: Policy) -> None:
    told(world, policy)
    other = make.channel("b")
    asked = Asked(TODAY, date(2025, 1, 1), TODAY, channel_ids=frozenset({other.pk}))

    assert table(world, Axis.POLICY, Axis.UNIT, asked).cells[policy.pk, world.ward.pk].state == "gap"
    assert [head.key for head in table(world, Axis.POLICY, Axis.CHANNEL, asked).columns] == [other.pk]


def test_change_of_law_shows_in_every_pair_of_axes(world: World) -> None:
    clause = library.provision(library.document())
    policy = library.policy(audiences=[world.poor], bases=[clause])
    script = make.version(world, policies=[policy], audiences=[world.poor], cites=[clause])
    make.delivery(world, version=script, happened_on=date(2025, 3, 1))
    library.effect(clause, TODAY)

    for axes in permutations(Axis, 2):
        states = {cell.state for cell in table(world, *axes).cells.values() if cell.deeds}
        assert states == {"stale"}, axes


def test_same_axis_twice_is_no_matrix(world: World) -> None:
    with pytest.raises(ValueError, match="different"):
        table(world, Axis.UNIT, Axis.UNIT)


def test_number_of_queries_does_not_grow(world: World) -> None:
    def more() -> None:
        told(world, library.policy(audiences=[world.poor], bases=[library.provision(library.document())]))

    def count(ask: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as seen:
            ask()
        return len(seen)

    def ask() -> Crossed:
        return table(world, Axis.MONTH, Axis.CHANNEL)

    more()
    ask()  # whoever reads first sums what was written since
    with_one = count(ask)
    more()
    more()
    ask()

    assert count(ask) == with_one
