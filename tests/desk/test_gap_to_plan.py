"""Một lần bấm: khoảng trống thành một nội dung của bản sửa đổi kế hoạch."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.desk.gap_to_plan import add_gap_to_plan, plan_for_gaps
from lantoa.library.models import Policy
from lantoa.people.models import Unit
from lantoa.plans.models import Channel, Plan, PlanItem
from lantoa.plans.states import PlanState
from tests.factories import broadcast, library
from tests.factories.deliveries import channel
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]

TODAY = date(2025, 3, 10)


@pytest.fixture(autouse=True)
def on_the_day() -> None:
    dates.move_today(TODAY)


@pytest.fixture
def policy(world: World) -> Policy:
    channel("noi-chuyen-chuyen-de", Channel.Medium.GATHERING)
    return library.policy(audiences=[world.poor, world.near_poor], title="Thẻ bảo hiểm y tế")


def issued(unit: Unit, territory: Unit, year: int = 2025, number: str = "01") -> Plan:
    return Plan.objects.create(
        title="Kế hoạch thử",
        unit=unit,
        territory=territory,
        year=year,
        number=number,
        symbol="KH-THU",
        issued_on=date(year, 1, 20),
        state=PlanState.ISSUED,
        written_at=dates.now(),
    )


def test_gap_becomes_an_item_of_a_draft_amendment(world: World, policy: Policy) -> None:
    """Nội dung mới nêu đúng chính sách, đối tượng, phường; số lượng, ngày, tiền để người làm ghi."""
    plan = issued(world.office, world.city)

    item = add_gap_to_plan(policy, world.poor, world.ward, by=world.minh)

    assert (item.plan.changes, item.plan.change_kind, item.plan.state) == (plan, "amends", "draft")
    assert list(item.policies.all()) == [policy]
    assert list(item.audiences.all()) == [world.poor]
    assert list(item.units.all()) == [world.ward]
    assert item.title == "Truyền thông “Thẻ bảo hiểm y tế” cho hộ nghèo tại phường Bến Gỗ"
    assert (item.quantity, item.starts_on, item.money.count()) == (None, None, 0)


def test_issued_plan_itself_is_not_touched(world: World, policy: Policy) -> None:
    plan = issued(world.office, world.city)

    add_gap_to_plan(policy, world.poor, world.ward, by=world.minh)

    plan.refresh_from_db()
    assert (plan.state, plan.items.count()) == (PlanState.ISSUED, 0)


def test_same_gap_twice_is_one_item_and_another_joins_the_same_draft(world: World, policy: Policy) -> None:
    issued(world.office, world.city)

    first = add_gap_to_plan(policy, world.poor, world.ward, by=world.minh)
    again = add_gap_to_plan(policy, world.poor, world.ward, by=world.minh)
    other = add_gap_to_plan(policy, world.near_poor, world.ward, by=world.minh)

    assert (first, first.plan) == (again, other.plan)
    assert PlanItem.objects.count() == 2


def test_without_a_chosen_group_it_is_for_all_whom_the_policy_is_for(world: World, policy: Policy) -> None:
    issued(world.office, world.city)

    item = add_gap_to_plan(policy, None, world.ward, by=world.minh)

    assert set(item.audiences.all()) == {world.poor, world.near_poor}


def test_ward_with_a_station_gets_the_loudspeaker_another_a_talk(world: World, policy: Policy) -> None:
    issued(world.office, world.city)
    broadcast.ward_station(world)

    aired = add_gap_to_plan(policy, world.poor, world.ward, by=world.minh)
    talked = add_gap_to_plan(policy, world.poor, world.other_ward, by=world.minh)

    assert (aired.channel.medium, talked.channel.key) == (Channel.Medium.BROADCAST, "noi-chuyen-chuyen-de")


def test_ward_officer_amends_her_wards_own_plan(world: World, policy: Policy) -> None:
    issued(world.office, world.city)
    own = issued(world.ward, world.ward)

    assert add_gap_to_plan(policy, world.poor, world.ward, by=world.tam).plan.changes == own


def test_plan_of_the_year_is_chosen_before_a_later_one(world: World) -> None:
    now = issued(world.office, world.city, 2025)
    issued(world.office, world.city, 2026)

    assert plan_for_gaps(world.minh, TODAY) == now


def test_without_an_issued_plan_the_sentence_says_so(world: World, policy: Policy) -> None:
    with pytest.raises(RuleBroken) as broken:
        add_gap_to_plan(policy, world.poor, world.ward, by=world.minh)

    assert broken.value.problems[0].code == "no_plan_to_amend"


def test_gap_of_another_ward_is_refused(world: World, policy: Policy) -> None:
    issued(world.ward, world.ward)

    with pytest.raises(PermissionDenied):
        add_gap_to_plan(policy, world.poor, world.other_ward, by=world.tam)
