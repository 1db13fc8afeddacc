"""Cơ sở dữ liệu tự từ chối sửa kế hoạch đã ban hành, kể cả khi có người đi vòng qua hành động."""

import pytest
from django.db import DatabaseError, transaction

from lantoa.plans import actions
from lantoa.plans.models import ItemMoney, Plan, PlanState, Recipient
from tests.factories import plans
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def refused(statement) -> bool:
    try:
        with transaction.atomic():
            statement()
    except DatabaseError:
        return True
    return False


@pytest.mark.parametrize(
    "field, value",
    [("title", "Khác"), ("number", "99"), ("signer_name", "Khác"), ("closing", "Khác"), ("year", 2001)],
)
def test_the_head_of_an_issued_plan_stays(world: World, field: str, value: object):
    plan = plans.plan(world)

    assert refused(lambda: Plan.objects.filter(pk=plan.pk).update(**{field: value}))


def test_an_issued_plan_does_not_become_a_draft_again_nor_vanish(world: World):
    plan = plans.plan(world)

    assert refused(lambda: Plan.objects.filter(pk=plan.pk).update(state=PlanState.DRAFT))
    assert refused(lambda: plan.delete())


def test_no_part_of_an_issued_plan_is_added_changed_or_removed(world: World):
    plan = plans.plan(world, items=[{"amount_vnd": 10, "units": [world.ward]}])
    item, source = plan.items.get(), plans.source(plan)

    assert refused(lambda: Recipient.objects.create(plan=plan, name="Sở"))
    assert refused(lambda: plan.funding_sources.update(amount_vnd=1))
    assert refused(lambda: plan.items.update(title="Khác"))
    assert refused(lambda: item.delete())
    assert refused(lambda: item.audiences.add(world.near_poor))
    assert refused(lambda: item.units.clear())
    assert refused(lambda: ItemMoney.objects.filter(source=source).update(amount_vnd=11))


def test_what_is_not_on_paper_may_still_change(world: World):
    plan = plans.plan(world)

    Plan.objects.filter(pk=plan.pk).update(state=PlanState.CLOSED)

    assert Plan.objects.get(pk=plan.pk).state == PlanState.CLOSED


def test_a_draft_beside_it_is_edited_freely(world: World):
    plans.plan(world)
    draft = plans.plan(world, issued=False, items=[{"amount_vnd": 10}])

    actions.change_item(draft.items.get(), by=world.minh, title="Khác", audiences=[world.near_poor])
    actions.remove_item(draft.items.get(), by=world.minh)

    assert not draft.items.exists()
