"""Hỏi theo đơn vị ngày khác: dân phường cũ sống tiếp ở phường mới; phần không rõ thì đánh dấu."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from lantoa.common import dates
from lantoa.coverage.queries import Asked, matrix
from lantoa.coverage.restating import Landing, Territories
from lantoa.deliveries.rules.reach_is_two_bounds import Bounds
from lantoa.people.models import AudienceSize, Role, Succession, Unit, UnitKind, UnitVersion
from lantoa.people.queries import scope
from tests.coverage.test_queries import in_sum
from tests.factories import deliveries as make
from tests.factories import library
from tests.factories.people import World, duty, unit

pytestmark = [pytest.mark.django_db, pytest.mark.db]

CHANGE = date(2025, 7, 1)
BEFORE, AFTER = date(2025, 3, 10), date(2025, 9, 1)


@dataclass
class Merged:
    """Bến Gỗ goes wholly into Gò Me; Cù Lao is split between Gò Me and Vườn Xoài; Đồng Cát stays."""

    world: World
    whole: Unit
    beside: Unit


@pytest.fixture
def merged(world: World) -> Merged:
    last_day = CHANGE - timedelta(days=1)
    ended = [world.ward, world.other_ward]
    UnitVersion.objects.filter(unit__in=ended).update(valid_to=last_day)
    whole = unit("Gò Me", "phường", UnitKind.WARD, world.city, valid_from=CHANGE)
    beside = unit("Vườn Xoài", "phường", UnitKind.WARD, world.city, valid_from=CHANGE)
    for old, new in ((world.ward, whole), (world.other_ward, whole), (world.other_ward, beside)):
        Succession.objects.create(predecessor=old, successor=new, on=CHANGE)
    return Merged(world, whole, beside)


def landings(at: Unit, happened_on: date = BEFORE, day: date = AFTER, wide: bool = False) -> set[Landing]:
    return set(Territories().landings(at.pk, happened_on, day, wide))


def test_people_of_a_merged_ward_live_in_its_successor(merged: Merged) -> None:
    assert landings(merged.world.ward) == {Landing(merged.whole.pk, exact=True)}


def test_people_of_a_split_ward_live_in_both_and_the_share_is_unknown(merged: Merged) -> None:
    assert landings(merged.world.other_ward) == {
        Landing(merged.whole.pk, exact=False),
        Landing(merged.beside.pk, exact=False),
    }


def test_ward_that_stays_stays_itself(merged: Merged) -> None:
    assert landings(merged.world.third_ward) == {Landing(merged.world.third_ward.pk, exact=True)}


def test_before_the_change_the_old_ward_answers(merged: Merged) -> None:
    assert landings(merged.world.ward, day=CHANGE - timedelta(days=1)) == {
        Landing(merged.world.ward.pk, exact=True)
    }


def test_ward_that_gave_away_a_part_is_no_longer_exact(merged: Merged) -> None:
    """Phường còn tên nhưng đã chuyển đi một phần dân: số đếm trước đó không còn là của riêng nó."""
    third = merged.world.third_ward
    Succession.objects.create(predecessor=third, successor=merged.beside, on=CHANGE)

    assert landings(third) == {Landing(third.pk, exact=False), Landing(merged.beside.pk, exact=False)}
    assert landings(third, happened_on=CHANGE) == {Landing(third.pk, exact=True)}


def test_quarter_counts_for_its_ward(merged: Merged) -> None:
    quarter = unit("Khu phố 3", "", UnitKind.QUARTER, merged.world.ward)

    assert landings(quarter) == {Landing(merged.whole.pk, exact=True)}


def test_city_wide_telling_follows_the_wards_of_its_day(merged: Merged) -> None:
    city = merged.world.city

    assert landings(city, wide=True) == {
        Landing(one.pk, exact=False) for one in (merged.whole, merged.beside, merged.world.third_ward)
    }
    assert landings(city, wide=False) == set()


def test_matrix_by_the_units_of_today_counts_the_old_ward_and_says_so(merged: Merged) -> None:
    """Lượt ở phường cũ tính cho phường mới, ghi rõ nơi cũ; phường bị tách thì ghi là ước tính."""
    world = merged.world
    policy = library.policy(audiences=[world.poor])
    for kept in (merged.whole, merged.beside):
        AudienceSize.objects.create(
            unit=kept, kind=world.poor, count=100, counted_on=CHANGE, source="Rà soát thử"
        )
    dates.move_today(BEFORE)
    script = make.version(world, policies=[policy])
    make.delivery(world, version=script, reach_low=20, reach_high=30)
    make.delivery(world, version=script, unit=world.other_ward, by=world.van, reach_low=25, reach_high=35)
    dates.move_today(AFTER)

    question = Asked(AFTER, date(2025, 1, 1), AFTER, audience=world.poor)
    table = matrix(scope(world.minh, AFTER), question, from_ledger=True)

    assert [row.name for row in table.rows] == ["phường Đồng Cát", "phường Gò Me", "phường Vườn Xoài"]
    whole, beside = table.cell(policy.pk, merged.whole.pk), table.cell(policy.pk, merged.beside.pk)
    assert whole is not None
    assert beside is not None
    assert (whole.state, whole.estimated, whole.bounds) == ("told", True, Bounds(20, 65, 100))
    assert {t.elsewhere for t in whole.tellings} == {"phường Bến Gỗ", "phường Cù Lao"}
    assert (beside.state, beside.estimated, beside.bounds) == ("told", True, Bounds(None, 35, 100))
    assert in_sum(matrix(scope(world.minh, AFTER), question)) == in_sum(table)


def test_officer_of_the_new_ward_sees_what_the_old_ward_told(merged: Merged) -> None:
    world = merged.world
    policy = library.policy(audiences=[world.poor])
    dates.move_today(BEFORE)
    make.delivery(world, version=make.version(world, policies=[policy]))
    duty(world.van, Role.WARD_OFFICER, merged.whole)

    table = matrix(scope(world.van, AFTER), Asked(AFTER, date(2025, 1, 1), AFTER))

    cell = table.cell(policy.pk, merged.whole.pk)
    assert cell is not None
    assert cell.state == "told"
