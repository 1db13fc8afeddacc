"""Tiền đã chi và việc đã làm đi theo nội dung vào kế hoạch thay thế; nguồn là một, không đầy lại."""

import pytest

from lantoa.budget import actions as budget
from lantoa.budget import queries
from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.plans import actions
from lantoa.plans.models import Plan
from tests.factories import plans
from tests.factories.budget import pay
from tests.factories.deliveries import delivery
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture
def plan(world: World) -> Plan:
    """Two activities; three million of fifty were spent on the first."""
    made = plans.plan(
        world,
        items=[
            {"title": "Phát thanh", "amount_vnd": 6_000_000, "quantity": 24},
            {"title": "Băng rôn", "amount_vnd": 9_000_000, "channel": plans.channel("bang-ron")},
        ],
    )
    pay(world, made.items.get(title="Phát thanh"), 3_000_000)
    return made


def replacement(world: World, of: Plan) -> Plan:
    return actions.amend_plan(of, "replaces", by=world.minh)


def codes(refused: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def test_an_item_on_which_money_was_spent_is_not_taken_out_of_the_replacement(world: World, plan: Plan):
    """Bỏ nội dung đã chi thì bị từ chối, và lời từ chối nêu khoản chi."""
    new = replacement(world, plan)

    with pytest.raises(RuleBroken) as refused:
        actions.remove_item(new.items.get(title="Phát thanh"), by=world.minh)

    assert codes(refused) == ["item_in_use"]
    assert "1 khoản chi: “Bồi dưỡng phát thanh (3.000.000 đồng)”" in str(refused.value)
    actions.remove_item(new.items.get(title="Băng rôn"), by=world.minh)


def test_an_item_with_deliveries_stays_too_and_one_whose_payment_was_undone_may_go(world: World, plan: Plan):
    told, undone = plan.items.get(title="Băng rôn"), plan.items.get(title="Phát thanh")
    delivery(world, plan_item=told, channel=told.channel, what="Treo băng rôn cổng chợ")
    budget.take_back_spending(undone.spending.get(), by=world.kha, why="Ghi nhầm nội dung")
    new = replacement(world, plan)

    actions.remove_item(new.items.get(title="Phát thanh"), by=world.minh)
    with pytest.raises(RuleBroken) as refused:
        actions.remove_item(new.items.get(title="Băng rôn"), by=world.minh)

    assert "1 lượt truyền thông: “Treo băng rôn cổng chợ" in str(refused.value)


@pytest.mark.parametrize("step", ["submitted", "issued"])
def test_money_spent_while_the_replacement_was_written_is_not_forgotten(world: World, plan: Plan, step: str):
    """Bản nháp bỏ nội dung trước, tiền chi sau: bản đó không trình, không ban hành được."""
    new = replacement(world, plan)
    actions.remove_item(new.items.get(title="Băng rôn"), by=world.minh)
    if step == "issued":
        actions.submit_plan(new, by=world.minh)
        actions.sign_plan(new, by=world.lan)
    pay(world, plan.items.get(title="Băng rôn"), 1_000_000)

    with pytest.raises(RuleBroken) as refused:
        if step == "issued":
            actions.record_issue(new, "99", dates.today(), by=world.thu)
        else:
            actions.submit_plan(new, by=world.minh)

    assert codes(refused) == ["used_item_dropped"]
    assert "“Băng rôn”" in str(refused.value)
    assert Plan.objects.get(pk=plan.pk).state == "issued"


def test_an_item_that_no_longer_says_what_it_continues_is_a_dropped_one(world: World, plan: Plan):
    new = replacement(world, plan)
    actions.change_item(new.items.get(title="Phát thanh"), by=world.minh, follows=None)

    with pytest.raises(RuleBroken) as refused:
        actions.submit_plan(new, by=world.minh)

    assert codes(refused) == ["used_item_dropped"]


def test_what_was_spent_counts_against_item_and_source_of_the_new_plan(world: World, plan: Plan):
    new = plans.issue(world, replacement(world, plan))
    item = new.items.get(title="Phát thanh")

    book = queries.book(new)
    with pytest.raises(RuleBroken) as refused:
        pay(world, item, 3_000_001)

    assert codes(refused) == ["above_item"]
    assert book.paid_vnd == 3_000_000
    assert [(one.pot_vnd, one.paid_vnd) for one in book.sources] == [(50_000_000, 3_000_000)]
    assert pay(world, item, 3_000_000)


@pytest.mark.parametrize("renamed", [False, True])
def test_a_source_is_one_pot_under_whatever_name(world: World, plan: Plan, renamed: bool):
    """Nguồn của kế hoạch thay thế là nguồn cũ, không phải một nguồn mới còn nguyên tiền."""
    new = replacement(world, plan)
    source = plans.source(new)
    if renamed:
        actions.change_part(source, by=world.minh, name="Ngân sách phường Đông")
    banner = new.items.get(title="Băng rôn")
    actions.set_item_money(banner, {source: 40_000_000}, by=world.minh)
    actions.change_part(source, by=world.minh, name=source.name, amount_vnd=46_000_000)
    new = plans.issue(world, new)
    pay(world, new.items.get(title="Băng rôn"), 40_000_000)

    with pytest.raises(RuleBroken) as refused:
        pay(world, new.items.get(title="Phát thanh"), 3_000_001)

    assert {"above_source", "above_item"} & set(codes(refused))
    assert "above_source" in codes(refused)


@pytest.mark.parametrize("lowered", ["item", "source"])
def test_a_replacement_that_gives_less_than_was_spent_is_not_issued(world: World, plan: Plan, lowered: str):
    new = replacement(world, plan)
    source = plans.source(new)
    if lowered == "item":
        actions.set_item_money(new.items.get(title="Phát thanh"), {source: 2_999_999}, by=world.minh)
    else:
        for item in new.items.all():
            actions.set_item_money(item, {source: 1_000_000}, by=world.minh)
        actions.change_part(source, by=world.minh, name=source.name, amount_vnd=2_000_000)

    with pytest.raises(RuleBroken) as refused:
        actions.submit_plan(new, by=world.minh)

    assert "below_spent" in codes(refused)
    assert "3.000.000 đồng" in str(refused.value)


def test_a_source_that_was_spent_is_not_taken_out_and_a_new_one_of_its_name_is_the_same(
    world: World, plan: Plan
):
    new = replacement(world, plan)
    for item in new.items.all():
        actions.set_item_money(item, {plans.source(new): None}, by=world.minh)

    with pytest.raises(RuleBroken) as refused:
        actions.remove_part(plans.source(new), by=world.minh)
    again = actions.add_part(new, "nguon", by=world.minh, name="NGÂN SÁCH  thành phố", amount_vnd=50_000_000)

    assert codes(refused) == ["source_was_spent"]
    assert again.continues == plans.source(plan)
    assert actions.remove_part(plans.source(new), by=world.minh) is None


def test_what_an_amendment_adds_is_in_the_pot_and_in_the_replacement(world: World, plan: Plan):
    """Bản sửa đổi thêm tiền cho nguồn và thêm một nguồn: kế hoạch thay thế bắt đầu với cả hai."""
    amendment = actions.amend_plan(plan, "amends", by=world.minh)
    city = plans.source(amendment)
    actions.change_part(city, by=world.minh, name=city.name, amount_vnd=10_000_000)
    gift = actions.add_part(amendment, "nguon", by=world.minh, name="Tài trợ", amount_vnd=5_000_000)
    item = plans.item(world, amendment, title="Tọa đàm")
    actions.set_item_money(item, {city: 10_000_000, gift: 5_000_000}, by=world.minh)
    amendment = plans.issue(world, amendment)
    pay(world, amendment.items.get(), 4_000_000, source=gift)

    new = replacement(world, plan)

    assert [(s.name, s.amount_vnd) for s in new.funding_sources.all()] == [
        ("Ngân sách thành phố", 60_000_000), ("Tài trợ", 5_000_000)
    ]  # fmt: skip
    assert queries.book(plan).paid_vnd == 7_000_000
    assert queries.book(plans.issue(world, new)).paid_vnd == 7_000_000


def test_the_old_plan_leads_to_where_its_money_is_told_now(world: World, plan: Plan):
    new = plans.issue(world, replacement(world, plan))

    assert queries.book(plan).plan == new
    with pytest.raises(RuleBroken) as refused:
        pay(world, plan.items.get(title="Phát thanh"), 1)
    assert codes(refused) == ["plan_not_issued"]
    assert f"{new}" in str(refused.value)


def test_a_copied_item_of_an_amendment_can_be_changed_in_the_replacement(world: World, plan: Plan):
    amendment = actions.amend_plan(plan, "amends", by=world.minh)
    plans.item(world, amendment, title="Tọa đàm")
    plans.issue(world, amendment)
    new = replacement(world, plan)

    changed = actions.change_item(new.items.get(title="Tọa đàm"), by=world.minh, quantity=3)

    assert (changed.quantity, changed.follows.plan) == (3, amendment)
