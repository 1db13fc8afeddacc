"""Who sees which plans: a ward its own and what is issued above it, the city all."""

import pytest

from lantoa.people.models import Role, UnitKind
from lantoa.plans.queries import followable_plans, open_items, visible_plans, with_parts
from tests.factories import plans
from tests.factories.people import World, duty, person, unit

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_another_ward_sees_nothing_of_a_wards_plans_not_even_issued_ones(world: World):
    """Vân làm ở phường khác: không thấy kế hoạch nào của phường Tâm."""
    city = plans.plan(world)
    draft = plans.ward_plan(world, city, issued=False)
    issued = plans.plan(world, unit=world.ward)

    assert set(visible_plans(world.tam)) == {city, draft, issued}
    assert set(visible_plans(world.van)) == {city}


def test_a_ward_sees_the_city_plan_from_the_day_it_is_issued(world: World):
    draft = plans.plan(world, issued=False)
    assert not visible_plans(world.tam).exists()

    plans.issue(world, draft)

    assert visible_plans(world.tam).get() == draft


def test_the_city_sees_all_with_the_drafts_of_its_wards(world: World):
    city = plans.plan(world)
    ward = plans.ward_plan(world, city, issued=False)

    assert set(visible_plans(world.minh)) == {city, ward}


def test_an_observer_of_the_city_sees_what_was_issued(world: World):
    city = plans.plan(world)
    ward = plans.ward_plan(world, city, issued=False)
    watcher = person("Người Theo Dõi", "theo-doi")
    duty(watcher, Role.OBSERVER, world.city)

    assert set(visible_plans(watcher)) == {city} and ward not in visible_plans(watcher)


def test_a_person_of_another_city_sees_nothing(world: World):
    plans.plan(world)
    stranger = person("Người Nơi Khác", "khac")
    duty(stranger, Role.PROGRAMME_OFFICER, unit("Núi Xa", "thành phố", UnitKind.CITY))

    assert not visible_plans(stranger).exists()


def test_work_is_booked_on_items_of_plans_in_force_only(world: World):
    city = plans.plan(world)
    plans.plan(world, issued=False)
    ward = plans.ward_plan(world, city)

    assert set(open_items(world.tam)) == {city.items.get(), ward.items.get()}
    assert set(open_items(world.van)) == {city.items.get()}


def test_wards_may_follow_issued_plans_of_the_city(world: World):
    city = plans.plan(world)
    plans.plan(world, issued=False)
    plans.ward_plan(world, city)

    assert list(followable_plans(world.van)) == [city]
    assert not followable_plans(world.minh).exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_a_whole_plan_costs_the_same_whatever_its_length(world: World, rows: int, django_assert_num_queries):
    made = plans.plan(world, items=[{"amount_vnd": 10}] * rows, issued=False)
    for n in range(rows):
        plans.actions.add_part(made, "noi-nhan", by=world.minh, name=f"Sở {n}")
    asked = with_parts(visible_plans(world.minh))

    with django_assert_num_queries(17):
        for plan in asked:
            str(plan.unit)
            [
                (b.document, s, a.kind)
                for b in plan.legal_bases.all()
                for s in [1]
                for a in plan.audiences.all()
            ]
            for item in plan.items.all():
                [m.source.name for m in item.money.all()]
                [str(u) for u in item.units.all()] + [str(a) for a in item.audiences.all()]
                str(item.channel), str(item.counting_unit)
