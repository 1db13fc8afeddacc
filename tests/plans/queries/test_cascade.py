"""From the city's plan to the wards': who issued, who did not, what was forgotten, on which day."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.common import dates
from lantoa.people.models import Succession, UnitKind, UnitVersion
from lantoa.plans import actions
from lantoa.plans.models import Plan
from lantoa.plans.queries import Cascade, cascade
from tests.factories import library, plans
from tests.factories.people import World, unit

pytestmark = [pytest.mark.django_db, pytest.mark.db]

TODAY = dates.today()


def states(found: Cascade) -> dict[str, str]:
    return {row.name: row.state for row in found.rows}


def test_every_ward_of_the_day_has_a_row_and_its_state(world: World):
    city = plans.plan(world)
    plans.ward_plan(world, city)
    actions.submit_plan(plans.ward_plan(world, city, world.other_ward, issued=False), by=world.van)

    found = cascade(city, TODAY)

    assert states(found) == {
        "phường Bến Gỗ": "issued",
        "phường Cù Lao": "waiting",
        "phường Đồng Cát": "nothing",
    }
    assert (found.wards, found.issued) == (3, 1)


def test_who_forgets_an_audience_or_a_policy_is_told_of_it(world: World):
    card, credit = library.policy(title="Thẻ"), library.policy(title="Vay vốn")
    city = plans.plan(
        world,
        items=[
            {"units": [], "policies": [card], "audiences": [world.poor]},
            {"units": [world.ward], "policies": [credit], "audiences": [world.near_poor]},
        ],
    )
    ward = plans.ward_plan(world, city, issued=False)
    actions.remove_item(ward.items.get(policies=credit), by=world.tam)
    plans.issue(world, ward)
    plans.ward_plan(world, city, world.other_ward)

    rows = {row.unit_id: row for row in cascade(city, TODAY).rows}

    mine, other, none = (rows[u.pk] for u in (world.ward, world.other_ward, world.third_ward))
    assert (mine.forgotten_audiences, mine.forgotten_policies) == ([world.near_poor], [credit])
    assert not other.forgets  # the city never asked this ward for the second item
    assert not none.forgets  # who has no plan is told so, not what it forgot


def test_what_a_ward_adds_by_amendment_is_not_forgotten(world: World):
    city = plans.plan(world, items=[{"audiences": [world.poor, world.near_poor]}])
    ward = plans.ward_plan(world, city, issued=False)
    actions.change_item(ward.items.get(), by=world.tam, audiences=[world.poor])
    plans.issue(world, ward)
    assert cascade(city, TODAY).rows[0].forgotten_audiences == [world.near_poor]

    more = actions.amend_plan(ward, "amends", by=world.tam)
    plans.item(world, more, audiences=[world.near_poor])
    plans.issue(world, more)

    assert cascade(city, TODAY).rows[0].forgotten_audiences == []


def test_lateness_is_counted_from_the_deadline_until_the_issue_or_today(world: World):
    due = TODAY - timedelta(10)
    city = plans.plan(world, wards_due_on=due)
    in_time = plans.ward_plan(world, city, issued=False)
    plans.issue(world, in_time, on=due - timedelta(1))
    late = plans.ward_plan(world, city, world.other_ward, issued=False)
    plans.issue(world, late, on=due + timedelta(4))

    assert [row.days_late for row in cascade(city, TODAY).rows] == [0, 4, 10]


def test_without_a_deadline_nobody_is_late(world: World):
    assert [row.days_late for row in cascade(plans.plan(world), TODAY).rows] == [0, 0, 0]


def test_a_ward_that_was_merged_away_is_shown_with_its_successors(world: World):
    city = plans.plan(world, on=TODAY - timedelta(30))
    plans.ward_plan(world, city)
    merged_on = TODAY - timedelta(5)
    new = unit("Tân Bến", "phường", UnitKind.WARD, world.city, valid_from=merged_on)
    for old in (world.ward, world.third_ward):
        UnitVersion.objects.filter(unit=old).update(valid_to=merged_on - timedelta(1))
        Succession.objects.create(predecessor=old, successor=new, on=merged_on)

    before, after = cascade(city, merged_on - timedelta(1)), cascade(city, TODAY)

    assert states(before) == {
        "phường Bến Gỗ": "issued",
        "phường Cù Lao": "nothing",
        "phường Đồng Cát": "nothing",
    }
    assert states(after) == {
        "phường Cù Lao": "nothing",
        "phường Tân Bến": "nothing",
        "phường Bến Gỗ": "merged",
        "phường Đồng Cát": "merged",
    }
    gone = {row.name: row for row in after.rows}["phường Bến Gỗ"]
    assert (gone.successors, gone.merged_on, gone.plan is not None) == (["phường Tân Bến"], merged_on, True)
    assert after.wards == 2


def test_a_successor_answers_for_what_was_asked_of_the_old_ward(world: World):
    city = plans.plan(world, items=[{"units": [world.ward], "audiences": [world.poor]}])
    new = unit("Tân Bến", "phường", UnitKind.WARD, world.city)
    UnitVersion.objects.filter(unit=world.ward).update(valid_to=date(2021, 1, 1))
    Succession.objects.create(predecessor=world.ward, successor=new, on=date(2021, 1, 2))
    Plan.objects.create(
        title="Kế hoạch phường mới", unit=new, territory=new, parent=city, year=2026, written_at=dates.now()
    )

    row = {row.unit_id: row for row in cascade(city, TODAY).rows}[new.pk]

    assert row.forgotten_audiences == [world.poor]


def test_a_ward_plan_under_the_replaced_plan_still_counts(world: World):
    city = plans.plan(world)
    plans.ward_plan(world, city)
    new = actions.amend_plan(city, "replaces", by=world.minh)
    plans.issue(world, new)

    assert states(cascade(new, TODAY))["phường Bến Gỗ"] == "issued"


def test_more_money_in_the_wards_than_in_the_city_is_told(world: World):
    city = plans.plan(world, items=[{"units": [], "amount_vnd": 100}])
    for ward, amount in ((world.ward, 60), (world.other_ward, 50)):
        draft = plans.ward_plan(world, city, ward, issued=False)
        by = plans.writer_at(world, ward)
        money = actions.add_part(draft, "nguon", by=by, name="Ngân sách phường")
        actions.set_item_money(draft.items.get(), {money: amount}, by=by)

    over = cascade(city, TODAY).over_items

    assert [(o.item, o.city_vnd, o.wards_vnd) for o in over] == [(city.items.get(), 100, 110)]


def test_the_number_of_queries_does_not_grow_with_the_wards(world: World):
    def cost(wards: int) -> int:
        city = plans.plan(world, items=[{"units": []}] * wards)
        for at in (world.ward, world.other_ward)[: wards - 1]:
            plans.ward_plan(world, city, at)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            for row in cascade(city, TODAY).rows:
                str([row.name, row.forgotten_policies, row.over_sources])
        return len(asked)

    few = cost(2)
    for n in range(4):
        unit(f"Thêm {n}", "phường", UnitKind.WARD, world.city)

    assert cost(3) == few
