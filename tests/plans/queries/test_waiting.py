"""What of the plans waits for whom."""

from datetime import timedelta

import pytest

from lantoa.common import dates
from lantoa.plans import actions
from lantoa.plans.queries import plans_to_follow, plans_to_number, plans_to_sign, returned_plans
from tests.factories import plans
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = dates.today()


def test_a_submitted_plan_waits_for_its_leader_and_a_signed_one_for_its_clerk(world: World):
    plan = plans.plan(world, issued=False)
    assert not plans_to_sign(world.lan, TODAY)

    actions.submit_plan(plan, by=world.minh)
    assert [list(plans_to_sign(who, TODAY)) for who in (world.lan, world.yen)] == [[plan], []]

    actions.sign_plan(plan, by=world.lan)
    assert not plans_to_sign(world.lan, TODAY)
    assert [list(plans_to_number(who, TODAY)) for who in (world.thu, world.tam)] == [[plan], []]


def test_a_wards_signed_plan_waits_for_its_officer_when_it_has_no_clerk(world: World):
    draft = plans.ward_plan(world, plans.plan(world), issued=False)
    actions.submit_plan(draft, by=world.tam)
    actions.sign_plan(draft, by=world.yen)

    assert list(plans_to_number(world.tam, TODAY)) == [draft]
    assert not plans_to_number(world.van, TODAY)


def test_a_plan_that_may_be_signed_on_paper_waits_for_the_clerk_after_the_signed_ones(world: World):
    on_paper, signed = plans.plan(world, issued=False), plans.plan(world, issued=False)
    actions.submit_plan(on_paper, by=world.minh)
    actions.submit_plan(signed, by=world.minh)
    actions.sign_plan(signed, by=world.lan)

    assert list(plans_to_number(world.thu, TODAY)) == [signed, on_paper]
    assert not plans_to_number(world.minh, TODAY)


def test_what_was_sent_back_waits_for_its_writer(world: World):
    plan = plans.plan(world, issued=False)
    actions.submit_plan(plan, by=world.minh)
    actions.send_back(plan, "Thiếu số lớp", by=world.lan)

    assert list(returned_plans(world.minh)) == [plan]


def test_an_issued_plan_waits_for_the_wards_that_have_none_the_earliest_deadline_first(world: World):
    later = plans.plan(world, wards_due_on=TODAY + timedelta(20))
    sooner = plans.plan(world, wards_due_on=TODAY + timedelta(5))
    assert plans_to_follow(world.tam, TODAY) == [sooner, later]

    plans.ward_plan(world, sooner, issued=False)

    assert plans_to_follow(world.tam, TODAY) == [later]
    assert plans_to_follow(world.van, TODAY) == [sooner, later]
    assert plans_to_follow(world.minh, TODAY) == []


def test_a_ward_that_followed_the_old_plan_is_not_asked_again_after_its_replacement(world: World):
    city = plans.plan(world)
    plans.ward_plan(world, city)
    new = plans.issue(world, actions.amend_plan(city, "replaces", by=world.minh))

    assert plans_to_follow(world.tam, TODAY) == []
    assert plans_to_follow(world.van, TODAY) == [new]
