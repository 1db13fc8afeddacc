"""Những gì ra khỏi cơ quan: không số dưới 5, không tính ngược được, dù hỏi cắt ngang kiểu nào."""

from datetime import date
from itertools import combinations

import pytest

from lantoa.common import dates
from lantoa.coverage.outward import Outward
from lantoa.coverage.queries import Asked, matrix
from lantoa.coverage.rules.small_cells_are_hidden import HIDDEN
from lantoa.library.models import Policy
from lantoa.people.models import AudienceKind, AudienceSize, Unit, User
from lantoa.people.queries import scope
from tests.factories import deliveries as make
from tests.factories import library
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = date(2025, 3, 10)


@pytest.fixture(autouse=True)
def on_the_day() -> None:
    dates.move_today(TODAY)


def sizes(kind: AudienceKind, counts: dict[Unit, int]) -> None:
    for unit, count in counts.items():
        AudienceSize.objects.create(
            unit=unit, kind=kind, count=count, counted_on=date(2025, 1, 1), source="Rà soát thử"
        )


def outward(by: User, **more) -> Outward:
    return Outward(matrix(scope(by), Asked(TODAY, date(2025, 1, 1), TODAY, **more)))


@pytest.fixture
def policy(world: World) -> Policy:
    clause = library.provision(library.document(), "khoản 2 Điều 9")
    sizes(world.poor, {world.ward: 3, world.other_ward: 40, world.third_ward: 60})
    sizes(world.near_poor, {world.ward: 50, world.other_ward: 70, world.third_ward: 80})
    return library.policy(audiences=[world.poor, world.near_poor], bases=[clause], title="Thẻ bảo hiểm")


def test_a_small_group_is_hidden_with_what_would_tell_of_it(world: World, policy: Policy) -> None:
    """Phường có 3 hộ nghèo: số đó, một số cùng cột và hai số cùng vòng bị ẩn; tổng vẫn nói được."""
    out = outward(world.minh, audience=world.poor)

    told = [out.size(unit.pk) for unit in (world.ward, world.other_ward, world.third_ward)]
    assert told == [HIDDEN, HIDDEN, 60]
    assert out.total(policy.pk) == 103


def test_groups_together_are_hidden_where_one_of_them_is(world: World, policy: Policy) -> None:
    """Hộ nghèo và cận nghèo cộng lại là 53; nói 53 và 50 thì trừ ra 3."""
    both = outward(world.minh).of(outward(world.minh).table.rows[0].cells[0])

    assert both.size is HIDDEN


def test_reach_is_hidden_beside_a_hidden_size_and_where_it_is_small(world: World, policy: Policy) -> None:
    script = make.version(world, policies=[policy], audiences=[world.poor])
    make.delivery(world, version=script, reach_low=2, reach_high=3)
    make.delivery(world, version=script, unit=world.third_ward, by=world.minh, reach_low=4, reach_high=60)
    out = outward(world.minh, audience=world.poor)
    cells = {row.unit_id: out.of(row.cells[0]) for row in out.table.rows}

    assert (cells[world.ward.pk].low, cells[world.ward.pk].high) == (HIDDEN, HIDDEN)
    assert (cells[world.third_ward.pk].low, cells[world.third_ward.pk].high) == (HIDDEN, 60)
    assert cells[world.third_ward.pk].percents is None


def test_two_sheets_of_different_cuts_hide_the_same(world: World, policy: Policy) -> None:
    """Bảng của phường, bảng của thành phố, bảng theo nhóm nào cũng ẩn cùng những số ấy."""
    asked = [(world.minh, None), (world.minh, world.poor), (world.tam, world.poor), (world.van, world.poor)]
    told = [
        {(row.unit_id, kind.pk): out.sizes.of(row.unit_id, [kind.pk]) for row in out.table.rows}
        for by, audience in asked
        for out in [outward(by, audience=audience)]
        for kind in (world.poor,)
    ]

    for one, other in combinations(told, 2):
        assert all(one[key] == other[key] for key in one.keys() & other.keys())


def test_some_of_the_wards_get_no_total(world: World, policy: Policy) -> None:
    """Phường hỏi riêng mình thì không có tổng: tổng của một phần nói về phần còn lại."""
    assert outward(world.tam, audience=world.near_poor).total(policy.pk) is None


def test_the_number_of_queries_does_not_grow(world: World, policy: Policy, django_assert_num_queries) -> None:
    table = outward(world.minh).table

    with django_assert_num_queries(3):
        Outward(table)
