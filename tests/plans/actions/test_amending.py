"""An issued plan is amended or replaced by another that names it."""

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common.problems import RuleBroken
from lantoa.plans import actions
from lantoa.plans.models import Plan
from lantoa.plans.queries import items_in_force
from lantoa.plans.states import PlanState
from tests.factories import library, plans
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def titles(plan: Plan) -> list[str]:
    return [item.title for item in items_in_force(plan)]


def gap_item(world: World, plan: Plan, **more: object):
    said = {
        "title": "Lớp cho hộ cận nghèo",
        "channel": plans.channel("lop-truyen-thong"),
        "audiences": [world.near_poor],
        "policies": [],
        "units": [world.other_ward],
        **more,
    }
    return actions.draft_amendment_with_item(plan, by=world.minh, **said)


def test_an_amendment_names_the_plan_it_amends_and_begins_without_items(world: World):
    plan = plans.plan(world, number="05", items=[{"amount_vnd": 10}])

    draft = actions.amend_plan(plan, "amends", by=world.minh)

    assert (draft.changes, draft.state, draft.items.count()) == (plan, PlanState.DRAFT, 0)
    assert draft.title.startswith("Sửa đổi, bổ sung Kế hoạch số 05/KH-PLĐXH ngày ")
    assert "Kế hoạch số 05/KH-PLĐXH" in draft.legal_bases.get().text
    assert [s.amount_vnd for s in draft.funding_sources.all()] == [None]


def test_the_items_of_an_amendment_count_only_when_it_is_issued(world: World):
    plan = plans.plan(world)
    draft = actions.amend_plan(plan, "amends", by=world.minh)
    plans.item(world, draft, title="Thêm")
    assert titles(plan) == ["Phát thanh về thẻ bảo hiểm y tế"]

    plans.issue(world, draft)

    assert titles(plan) == ["Phát thanh về thẻ bảo hiểm y tế", "Thêm"]
    assert Plan.objects.get(pk=plan.pk).state == PlanState.ISSUED


def test_a_replacement_begins_with_all_that_holds_and_ends_the_old_plan_when_issued(world: World):
    plan = plans.plan(world, items=[{"amount_vnd": 10, "quantity": 4}])
    amendment = actions.amend_plan(plan, "amends", by=world.minh)
    plans.item(world, amendment, title="Thêm", amount_vnd=5)
    plans.issue(world, amendment)

    new = actions.amend_plan(plan, "replaces", by=world.minh)

    assert titles(new) == ["Phát thanh về thẻ bảo hiểm y tế", "Thêm"]
    assert [i.quantity for i in new.items.all()] == [4, None]
    assert [m.amount_vnd for i in new.items.all() for m in i.money.all()] == [10, 5]
    assert [i.follows.plan_id for i in new.items.all()] == [plan.pk, amendment.pk]
    assert Plan.objects.get(pk=plan.pk).state == PlanState.ISSUED

    plans.issue(world, new)

    states = {p.pk: p.state for p in Plan.objects.all()}
    assert states == {
        plan.pk: PlanState.REPLACED,
        amendment.pk: PlanState.REPLACED,
        new.pk: PlanState.ISSUED,
    }


def test_the_old_plan_keeps_its_words_when_it_is_replaced(world: World):
    plan = plans.plan(world, number="05")
    before = Plan.objects.filter(pk=plan.pk).values().get()

    plans.issue(world, actions.amend_plan(plan, "replaces", by=world.minh))

    assert Plan.objects.filter(pk=plan.pk).values().get() == {**before, "state": PlanState.REPLACED}


def test_a_replaced_plan_is_not_changed_again(world: World):
    plan = plans.plan(world)
    plans.issue(world, actions.amend_plan(plan, "replaces", by=world.minh))

    for kind in ("amends", "replaces"):
        with pytest.raises(RuleBroken) as refused:
            actions.amend_plan(plan, kind, by=world.minh)
        assert [p.code for p in refused.value.problems] == ["changed_not_in_force"]


def test_two_replacements_do_not_both_end_one_plan(world: World):
    plan = plans.plan(world)
    draft = actions.amend_plan(plan, "replaces", by=world.minh)

    with pytest.raises(RuleBroken) as refused:
        actions.amend_plan(plan, "replaces", by=world.minh)

    assert [p.code for p in refused.value.problems] == ["already_changing"]
    assert Plan.objects.filter(changes=plan).get() == draft


def test_a_draft_is_edited_not_amended(world: World):
    with pytest.raises(RuleBroken):
        actions.amend_plan(plans.plan(world, issued=False), "amends", by=world.minh)


def test_only_who_writes_the_plan_amends_it(world: World):
    plan = plans.plan(world)

    for other in (world.tam, world.lan, world.thu):
        with pytest.raises(PermissionDenied):
            actions.amend_plan(plan, "amends", by=other)


def test_a_gap_becomes_an_item_of_a_draft_amendment(world: World):
    plan, policy = plans.plan(world), library.policy()

    item = gap_item(world, plan, policies=[policy])

    assert (item.plan.changes, item.plan.change_kind, item.plan.state) == (plan, "amends", "draft")
    assert (list(item.audiences.all()), list(item.policies.all()), list(item.topics.all())) == (
        [world.near_poor],
        [policy],
        [policy.topic],
    )
    assert (item.quantity, item.starts_on) == (None, None)


def test_the_next_gap_joins_the_open_draft(world: World):
    plan = plans.plan(world)

    first, second = gap_item(world, plan), gap_item(world, plan, title="Lớp nữa")

    assert first.plan == second.plan
    assert [item.order for item in first.plan.items.all()] == [0, 1]


def test_a_gap_after_the_amendment_was_submitted_begins_a_new_one(world: World):
    plan = plans.plan(world)
    first = gap_item(world, plan)
    actions.submit_plan(first.plan, by=world.minh)

    second = gap_item(world, plan)

    assert second.plan != first.plan


def test_a_gap_of_an_amendment_goes_to_the_plan_that_it_amends(world: World):
    plan = plans.plan(world)
    amendment = actions.amend_plan(plan, "amends", by=world.minh)
    plans.item(world, amendment)
    plans.issue(world, amendment)

    item = gap_item(world, amendment)

    assert item.plan.changes == plan
