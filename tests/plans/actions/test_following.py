"""Wards write their plans after the city's (mục II.3)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common.problems import RuleBroken
from lantoa.plans import actions
from lantoa.plans.models import Plan
from lantoa.plans.states import PlanState
from tests.factories import library, plans
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_a_ward_plan_takes_the_skeleton_and_leaves_open_what_the_ward_must_say(world: World):
    policy = library.policy()
    city = plans.plan(
        world,
        number="05",
        wards_due_on=date(2026, 12, 31),
        items=[
            {
                "policies": [policy],
                "quantity": 40,
                "starts_on": date(2026, 3, 1),
                "place": "Nhà văn hóa",
                "amount_vnd": 100,
            }
        ],
    )

    ward = actions.follow_plan(city, world.ward, by=world.tam)

    assert (ward.title, ward.issuer_name, ward.due_on) == (
        "Truyền thông giảm nghèo trên địa bàn phường Bến Gỗ",
        "Ủy ban nhân dân phường Bến Gỗ",
        date(2026, 12, 31),
    )
    item = ward.items.get()
    assert item.follows == city.items.get()
    assert (list(item.audiences.all()), list(item.policies.all()), list(item.units.all())) == (
        [world.poor],
        [policy],
        [world.ward],
    )
    assert (item.quantity, item.starts_on, item.place, item.money.count()) == (None, None, "", 0)
    assert item.counting_unit.name == "lượt phát"


def test_a_ward_plan_names_the_city_plan_as_its_basis(world: World):
    day = date(2026, 1, 20)
    city = plans.plan(world, number="05", on=day)

    basis = actions.follow_plan(city, world.ward, by=world.tam).legal_bases.get()

    assert basis.text == (
        "Căn cứ Kế hoạch số 05/KH-PLĐXH ngày 20/01/2026 của Phòng Lao động - Xã hội thành phố Sông Phố "
        "về truyền thông giảm nghèo trên địa bàn thành phố Sông Phố"
    )
    assert (basis.citation["number"], basis.citation["date"]) == ("05", "2026-01-20")


def test_a_ward_gets_the_items_that_name_it_or_no_ward_at_all(world: World):
    city = plans.plan(
        world,
        items=[
            {"title": "Ở đây", "units": [world.ward]},
            {"title": "Nơi khác", "units": [world.other_ward]},
            {"title": "Mọi nơi", "units": []},
        ],
    )

    ward = actions.follow_plan(city, world.ward, by=world.tam)

    assert [item.title for item in ward.items.all()] == ["Ở đây", "Mọi nơi"]


def test_what_an_amendment_added_is_followed_too(world: World):
    city = plans.plan(world)
    amendment = actions.amend_plan(city, "amends", by=world.minh)
    plans.item(world, amendment, title="Thêm")
    plans.issue(world, amendment)

    ward = actions.follow_plan(city, world.ward, by=world.tam)

    assert [item.title for item in ward.items.all()] == ["Phát thanh về thẻ bảo hiểm y tế", "Thêm"]


def test_a_ward_follows_once(world: World):
    city = plans.plan(world)
    actions.follow_plan(city, world.ward, by=world.tam)

    with pytest.raises(RuleBroken) as refused:
        actions.follow_plan(city, world.ward, by=world.tam)

    assert [p.code for p in refused.value.problems] == ["ward_has_plan"]


def test_a_ward_officer_writes_for_her_own_ward_only(world: World):
    city = plans.plan(world)

    with pytest.raises(PermissionDenied):
        actions.follow_plan(city, world.other_ward, by=world.tam)


def test_a_draft_of_the_city_does_not_exist_for_the_ward(world: World):
    draft = plans.plan(world, issued=False)

    with pytest.raises(PermissionDenied):
        actions.follow_plan(draft, world.ward, by=world.tam)


def test_a_ward_plan_is_not_submitted_after_the_city_plan_was_closed(world: World):
    city = plans.plan(world)
    ward = actions.follow_plan(city, world.ward, by=world.tam)
    actions.close_plan(city, "Hết năm", by=world.minh)

    with pytest.raises(RuleBroken) as refused:
        actions.submit_plan(ward, by=world.tam)

    assert [p.code for p in refused.value.problems] == ["parent_not_in_force"]
    assert Plan.objects.get(pk=ward.pk).state == PlanState.DRAFT


def test_after_a_replacement_the_ward_discards_its_draft_and_follows_the_new_plan(world: World):
    city = plans.plan(world)
    draft = actions.follow_plan(city, world.ward, by=world.tam)
    new = plans.issue(world, actions.amend_plan(city, "replaces", by=world.minh))
    with pytest.raises(RuleBroken) as refused:
        actions.submit_plan(draft, by=world.tam)
    assert [p.code for p in refused.value.problems] == ["parent_replaced"]

    actions.discard_draft(draft, by=world.tam)

    assert actions.follow_plan(new, world.ward, by=world.tam).parent == new
    assert not Plan.objects.filter(pk=draft.pk).exists()
