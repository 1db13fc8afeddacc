"""Add, change and remove the items of a draft, and what they may spend."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max

from lantoa.common import audit
from lantoa.common.problems import must_hold, refuse
from lantoa.people.models import User
from lantoa.people.queries import scope
from lantoa.plans.actions.doing import editable, put
from lantoa.plans.models import FundingSource, ItemMoney, Plan, PlanItem
from lantoa.plans.queries import lineage, resting_on_items
from lantoa.plans.rules.item_makes_sense import problems_with_item
from lantoa.plans.rules.money_within_source import problems_with_money
from lantoa.plans.rules.used_items_are_carried_over import problems_with_removing
from lantoa.plans.rules.ward_plan_follows_city_plan import problems_with_followed_item

FIELDS = frozenset(
    {
        "title",
        "channel",
        "follows",
        "quantity",
        "counting_unit",
        "starts_on",
        "ends_on",
        "place",
        "lead",
        "coordinating",
    }
)
LISTS = frozenset({"topics", "policies", "audiences", "units"})


@transaction.atomic
def add_item(plan: Plan, *, by: User, **fields: Any) -> PlanItem:
    """A new item at the end of the draft. fields: title and channel at least; FIELDS and LISTS.

    A counting unit that is not said is the channel's own.
    """
    plan = editable(plan.pk, by)
    last = plan.items.aggregate(last=Max("order"))["last"]
    item = PlanItem(plan=plan, order=0 if last is None else last + 1)
    _write(item, fields, by)
    audit.log(by, "add_plan_item", plan, unit_id=plan.unit_id, item=item.pk, says=item.title)
    return item


@transaction.atomic
def change_item(item: PlanItem, *, by: User, **fields: Any) -> PlanItem:
    """Change an item of a draft; lists are given whole."""
    plan = editable(item.plan_id, by)
    changed = _write(item, fields, by)
    audit.log(by, "change_plan_item", plan, unit_id=plan.unit_id, item=item.pk, fields=changed)
    return item


@transaction.atomic
def remove_item(item: PlanItem, *, by: User) -> None:
    """Take an item out of a draft. Refused when work or money rests on it or on what it continues."""
    plan = editable(item.plan_id, by)
    must_hold(problems_with_removing(resting_on_items(item)))
    pk = item.pk
    item.delete()
    audit.log(by, "remove_plan_item", plan, unit_id=plan.unit_id, item=pk, says=item.title)


@transaction.atomic
def set_item_money(
    item: PlanItem, amounts: Mapping[FundingSource, int | None], *, by: User
) -> list[ItemMoney]:
    """How much of each source an item may spend, whole đồng; None takes the amount away.

    Sources that are not named stay as they are. Refused beyond what a source holds.
    """
    plan = editable(item.plan_id, by)
    if any(source.plan_id != plan.pk for source in amounts):
        refuse("strange_source", "Nguồn kinh phí phải thuộc chính kế hoạch này.")
    for source, amount in amounts.items():
        if amount is None:
            ItemMoney.objects.filter(item=item, source=source).delete()
        else:
            ItemMoney.objects.update_or_create(item=item, source=source, defaults={"amount_vnd": amount})
    must_hold(problems_with_money(amounts, ItemMoney.objects.filter(item__plan=plan)))
    told = {str(source.pk): amount for source, amount in amounts.items()}
    audit.log(by, "set_item_money", plan, unit_id=plan.unit_id, item=item.pk, amounts_vnd=told)
    return list(item.money.all())


def _write(item: PlanItem, fields: dict[str, Any], by: User) -> list[str]:
    """Set, check and save an item with its lists. Returns the names of what changed."""
    plan = item.plan
    lists = {name: list(fields.pop(name)) for name in LISTS & set(fields)}
    changed = put(item, fields, FIELDS)
    if not item.title:
        refuse("no_title", "Ghi tên nội dung.", "title")
    if item.channel_id is None:
        refuse("no_channel", "Chọn kênh truyền thông của nội dung này.", "channel")
    if item.pk is None and "counting_unit" not in fields:
        item.counting_unit = item.channel.counting_unit
    units = lists.get("units", [])
    area = scope(by).tree.below(plan.territory_id)
    must_hold(
        problems_with_item(item.starts_on, item.ends_on, item.quantity, [u.pk for u in units], area)
        + problems_with_followed_item(item.follows, _allowed_to_follow(plan))
    )
    item.save()
    for name, things in lists.items():
        getattr(item, name).set(things)
    return changed + sorted(lists)


def _allowed_to_follow(plan: Plan) -> set[int]:
    """A ward's item follows the city's; one of a changing plan continues one of what it changes."""
    return {pk for one in (plan.changes, plan.parent) if one is not None for pk in lineage(one)}
