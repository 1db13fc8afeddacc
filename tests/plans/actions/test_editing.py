"""Writing a draft: its head, parts, items and money; and that nothing else is ever written."""

import inspect
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.plans import actions
from lantoa.plans.models import Plan, PlanItem
from lantoa.plans.states import PlanState
from tests.factories import plans
from tests.factories.people import World, duty
from tests.factories.plans import source

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def edits(world: World, plan: Plan) -> dict[str, Callable[[], object]]:
    """Every way to edit a plan that the area has, by the name of its action."""
    item, money, by = plan.items.get(), source(plan), plans.writer_at(world, plan.unit)
    part = plan.funding_sources.get()
    return {
        "change_head": lambda: actions.change_head(plan, by=by, title="Khác"),
        "add_part": lambda: actions.add_part(plan, "noi-nhan", by=by, name="Sở"),
        "change_part": lambda: actions.change_part(part, by=by, name="Khác"),
        "remove_part": lambda: actions.remove_part(part, by=by),
        "add_item": lambda: plans.item(world, plan),
        "change_item": lambda: actions.change_item(item, by=by, title="Khác"),
        "remove_item": lambda: actions.remove_item(item, by=by),
        "set_item_money": lambda: actions.set_item_money(item, {money: 1}, by=by),
        "write_out_sections": lambda: actions.write_out_sections(plan, by=by),
        "discard_draft": lambda: actions.discard_draft(plan, by=by),
    }


def picture(plan: Plan) -> list[object]:
    """All words of a plan that may stand on paper."""
    parts = (plan.legal_bases, plan.sections, plan.funding_sources, plan.recipients, plan.items)
    head = Plan.objects.filter(pk=plan.pk).values().get()
    return [head, *(list(part.values()) for part in parts)]


@pytest.mark.parametrize(
    "state", [PlanState.SUBMITTED, PlanState.SIGNED, PlanState.ISSUED, PlanState.REPLACED, PlanState.CLOSED]
)
def test_no_action_edits_a_plan_that_is_no_draft(world: World, state: PlanState):
    """Kế hoạch đã trình, đã ký, đã ban hành, đã thay thế hoặc đã đóng thì không sửa được bằng cách nào."""
    plan = plans.plan(world, issued=state not in (PlanState.SUBMITTED, PlanState.SIGNED))
    if state in (PlanState.SUBMITTED, PlanState.SIGNED):
        actions.submit_plan(plan, by=world.minh)
    if state == PlanState.SIGNED:
        actions.sign_plan(plan, by=world.lan)
    if state == PlanState.CLOSED:
        actions.close_plan(plan, "Đã hoàn thành", by=world.minh)
    if state == PlanState.REPLACED:
        plans.issue(world, actions.amend_plan(plan, "replaces", by=world.minh))
    plan.refresh_from_db()
    assert plan.state == state
    before = picture(plan)

    for name, edit in edits(world, plan).items():
        with pytest.raises(RuleBroken) as refused:
            edit()
        assert [p.code for p in refused.value.problems][0] in {"plan_is_waiting", "plan_is_issued"}, name

    assert picture(plan) == before


def test_the_list_of_edits_above_is_whole():
    """Thêm một động từ sửa kế hoạch thì phải thêm vào danh sách được thử ở trên."""
    others = {
        "start_plan", "import_reading", "follow_plan", "amend_plan", "draft_amendment_with_item",
        "submit_plan", "send_back", "sign_plan", "record_issue", "close_plan", "set_ward_deadline",
    }  # fmt: skip
    verbs = {name for name, thing in vars(actions).items() if inspect.isfunction(thing)}

    assert verbs - others == {
        "change_head", "add_part", "change_part", "remove_part",
        "add_item", "change_item", "remove_item", "set_item_money", "write_out_sections",
        "discard_draft",
    }  # fmt: skip


def test_another_ward_edits_nothing_of_a_wards_draft(world: World):
    draft = plans.ward_plan(world, plans.plan(world), issued=False)
    item = draft.items.get()

    for edit in (
        lambda: actions.change_head(draft, by=world.van, title="Khác"),
        lambda: actions.add_part(draft, "noi-nhan", by=world.van, name="Sở"),
        lambda: actions.change_item(item, by=world.van, title="Khác"),
        lambda: actions.set_item_money(item, {}, by=world.van),
        lambda: actions.submit_plan(draft, by=world.van),
    ):
        with pytest.raises(PermissionDenied):
            edit()


def test_the_city_does_not_write_a_wards_plan(world: World):
    draft = plans.ward_plan(world, plans.plan(world), issued=False)

    with pytest.raises(PermissionDenied):
        actions.change_head(draft, by=world.minh, title="Khác")


def test_an_observer_writes_nothing(world: World):
    duty(world.kha, "observer", world.office)

    with pytest.raises(PermissionDenied):
        actions.start_plan(world.office, "Kế hoạch thử", 2026, by=world.kha)


def test_a_plan_begins_with_the_names_of_its_unit_and_nothing_else(world: World):
    plan = actions.start_plan(world.office, "  Kế hoạch thử ", 2026, by=world.minh)

    assert (plan.title, plan.issuer_name, plan.place) == (
        "Kế hoạch thử",
        "Phòng Lao động - Xã hội thành phố Sông Phố",
        "Sông Phố",
    )
    assert plan.territory == world.city
    assert (plan.number, plan.issued_on, plan.signer_name, plan.state) == ("", None, "", PlanState.DRAFT)


def test_words_are_kept_in_nfc(world: World):
    plan = actions.start_plan(world.office, "Kế hoạch truyền thông", 2026, by=world.minh)

    assert plan.title == "Kế hoạch truyền thông"


def test_every_edit_leaves_its_line(world: World):
    plan = plans.plan(world, issued=False)
    verbs = {
        "change_head": "change_plan_head", "add_part": "add_plan_part", "change_part": "change_plan_part",
        "add_item": "add_plan_item", "change_item": "change_plan_item", "set_item_money": "set_item_money",
    }  # fmt: skip
    for name, edit in edits(world, plan).items():
        if name not in verbs:
            continue
        before = AuditLine.objects.count()
        edit()
        assert list(AuditLine.objects.order_by("id").values_list("action", flat=True))[before:] == [
            verbs[name]
        ]


def test_a_strange_field_is_a_fault_of_ours(world: World):
    plan = plans.plan(world, issued=False)

    with pytest.raises(TypeError):
        actions.change_head(plan, by=world.minh, state="issued")


def test_money_beyond_the_source_is_refused_and_nothing_is_written(world: World):
    plan = plans.plan(world, issued=False)
    item = plan.items.get()
    actions.set_item_money(item, {source(plan): 50_000_000}, by=world.minh)

    with pytest.raises(RuleBroken) as refused:
        actions.set_item_money(plans.item(world, plan), {source(plan): 1}, by=world.minh)

    assert [p.code for p in refused.value.problems] == ["money_above_source"]
    assert [money.amount_vnd for item in plan.items.all() for money in item.money.all()] == [50_000_000]


def test_a_source_does_not_shrink_below_what_items_plan(world: World):
    plan = plans.plan(world, issued=False)
    actions.set_item_money(plan.items.get(), {source(plan): 10}, by=world.minh)

    with pytest.raises(RuleBroken) as refused:
        actions.change_part(source(plan), by=world.minh, amount_vnd=9)

    assert [p.field for p in refused.value.problems] == ["amount_vnd"]


def test_a_source_in_use_is_not_removed(world: World):
    plan = plans.plan(world, issued=False)
    actions.set_item_money(plan.items.get(), {source(plan): 10}, by=world.minh)

    with pytest.raises(RuleBroken) as refused:
        actions.remove_part(source(plan), by=world.minh)

    assert [p.code for p in refused.value.problems] == ["source_in_use"]


def test_money_comes_from_the_plans_own_sources(world: World):
    strange = source(plans.plan(world, issued=False))
    plan = plans.plan(world, issued=False)

    with pytest.raises(RuleBroken) as refused:
        actions.set_item_money(plan.items.get(), {strange: 1}, by=world.minh)

    assert [p.code for p in refused.value.problems] == ["strange_source"]


def test_an_amount_is_taken_away_again(world: World):
    plan = plans.plan(world, issued=False)
    actions.set_item_money(plan.items.get(), {source(plan): 10}, by=world.minh)

    assert actions.set_item_money(plan.items.get(), {source(plan): None}, by=world.minh) == []


def test_an_item_counts_in_its_channels_unit_unless_it_says_another(world: World):
    plan = plans.plan(world, issued=False, items=[])

    item = plans.item(world, plan)

    assert item.counting_unit.name == "lượt phát"


def test_an_item_outside_the_territory_is_refused(world: World):
    own = plans.plan(world, unit=world.ward, issued=False, items=[])

    with pytest.raises(RuleBroken) as refused:
        plans.item(world, own, units=[world.other_ward])

    assert [p.code for p in refused.value.problems] == ["item_outside"]
    assert not PlanItem.objects.filter(plan=own).exists()
