"""From draft to a numbered, dated, signed plan; each step by another person."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from lantoa.common import dates
from lantoa.common.files import Upload
from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.people.models import Role
from lantoa.plans import actions
from lantoa.plans.models import Plan
from lantoa.plans.states import PlanState
from tests.factories import plans
from tests.factories.people import World, duty, person

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def codes(refused: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return [p.code for p in refused.value.problems]


def submitted(world: World, **more: object) -> Plan:
    plan = plans.plan(world, issued=False, **more)
    return actions.submit_plan(plan, by=world.minh)


def signed(world: World, **more: object) -> Plan:
    return actions.sign_plan(submitted(world, **more), by=world.lan)


def test_a_plan_signed_in_the_system_is_issued_with_number_and_day(world: World):
    plan = actions.record_issue(signed(world), "7", dates.today(), by=world.thu)

    plan.refresh_from_db()
    assert (plan.state, plan.full_number, plan.issued_on) == (
        PlanState.ISSUED,
        "07/KH-PLĐXH",
        dates.today(),
    )
    assert (plan.signed_by, plan.issued_by) == (world.lan, world.thu)


def test_every_step_leaves_its_line(world: World):
    plan = actions.record_issue(signed(world), "7", dates.today(), by=world.thu)

    lines = AuditLine.objects.filter(object_type="plans.plan", object_id=str(plan.pk)).order_by("id")
    steps = [(line.action, line.by) for line in lines if line.action.split("_")[0] not in ("add", "start")]
    assert steps == [("submit_plan", world.minh), ("sign_plan", world.lan), ("issue_plan", world.thu)]


def test_without_a_signature_in_the_system_the_signed_paper_is_needed(world: World):
    """Kế hoạch chỉ ban hành khi đã ký trên hệ thống hoặc có bản quét đã ký."""
    plan = submitted(world)

    with pytest.raises(RuleBroken) as refused:
        actions.record_issue(plan, "7", dates.today(), by=world.thu)

    assert codes(refused) == ["scan_missing"]
    assert Plan.objects.get(pk=plan.pk).state == PlanState.SUBMITTED


def test_a_plan_signed_on_paper_is_issued_with_its_scan(world: World):
    plan = actions.record_issue(
        submitted(world), "7", dates.today() - timedelta(3), plans.scan(), by=world.thu
    )

    assert (plan.state, plan.signed_scan.name, plan.signed_by) == (PlanState.ISSUED, "ban-ky.pdf", None)


def test_a_scan_that_is_no_paper_is_refused_and_nothing_is_issued(world: World):
    plan = signed(world)

    with pytest.raises(RuleBroken) as refused:
        actions.record_issue(plan, "7", dates.today(), Upload("a.pdf", b"MZ\x90\0\xff\xfe"), by=world.thu)

    assert codes(refused) == ["file_kind"]
    assert Plan.objects.get(pk=plan.pk).state == PlanState.SIGNED


def test_a_draft_is_not_issued(world: World):
    plan = plans.plan(world, issued=False)

    with pytest.raises(RuleBroken) as refused:
        actions.record_issue(plan, "7", dates.today(), plans.scan(), by=world.thu)

    assert codes(refused) == ["plan_step"]


def test_a_number_used_that_year_is_refused_and_the_next_free_one_proposed(world: World):
    """Số đã cấp trong năm thì không cấp lại; hệ thống nêu số tiếp theo."""
    plans.plan(world, number="07")

    with pytest.raises(RuleBroken) as refused:
        actions.record_issue(signed(world), "7", dates.today(), by=world.thu)

    year = dates.today().year
    assert str(refused.value) == f"Số 07 đã cấp trong năm {year}. Số tiếp theo còn trống là 08."


def test_the_same_number_serves_in_another_year_and_in_another_unit(world: World):
    last_year = date(dates.today().year - 1, 12, 30)
    plans.plan(world, number="07", on=last_year)
    plans.plan(world, number="07")

    ward = plans.plan(world, unit=world.ward, number="07")

    assert ward.number == "07"


def test_the_year_of_a_number_is_that_of_its_day_not_that_planned_for(world: World):
    plans.plan(world, number="07", year=dates.today().year + 1)

    with pytest.raises(RuleBroken) as refused:
        plans.plan(world, number="07")

    assert codes(refused) == ["number_taken"]


def test_the_database_too_keeps_a_number_once(world: World):
    plans.plan(world, number="07")
    other = signed(world)

    with pytest.raises(IntegrityError), transaction.atomic():
        Plan.objects.filter(pk=other.pk).update(
            number="07", number_year=dates.today().year, issued_on=dates.today(), state=PlanState.ISSUED
        )


def test_a_number_without_symbol_is_refused(world: World):
    with pytest.raises(RuleBroken) as refused:
        actions.record_issue(signed(world, symbol=""), "7", dates.today(), by=world.thu)

    assert codes(refused) == ["symbol_missing"]


def test_who_wrote_it_does_not_sign_it(world: World):
    """Người lập không tự ký, dù có nhiệm vụ lãnh đạo."""
    duty(world.minh, Role.APPROVER, world.office)
    plan = submitted(world)

    with pytest.raises(RuleBroken) as refused:
        actions.sign_plan(plan, by=world.minh)

    assert codes(refused) == ["author_signs"]


def test_who_edited_or_submitted_it_does_not_sign_it(world: World):
    for act in ("edit", "submit"):
        hand = person(f"Người {act}", act)
        duty(hand, Role.PROGRAMME_OFFICER, world.office)
        duty(hand, Role.APPROVER, world.office)
        plan = plans.plan(world, issued=False)
        if act == "edit":
            actions.change_part(plans.source(plan), by=hand, name="Nguồn khác")
            actions.submit_plan(plan, by=world.minh)
        else:
            actions.submit_plan(plan, by=hand)

        with pytest.raises(RuleBroken) as refused:
            actions.sign_plan(plan, by=hand)

        assert codes(refused) == ["author_signs"]


def test_only_a_leader_of_the_unit_signs(world: World):
    plan = submitted(world)

    for stranger in (world.yen, world.hung, world.thu, world.kha):
        with pytest.raises(PermissionDenied):
            actions.sign_plan(plan, by=stranger)


def test_the_city_leader_does_not_sign_for_the_ward(world: World):
    draft = plans.ward_plan(world, plans.plan(world), issued=False)
    actions.submit_plan(draft, by=world.tam)

    with pytest.raises(PermissionDenied):
        actions.sign_plan(draft, by=world.lan)


def test_the_clerk_issues_and_neither_writer_nor_leader(world: World):
    plan = signed(world)

    for other in (world.minh, world.lan, world.tam):
        with pytest.raises(PermissionDenied):
            actions.record_issue(plan, "7", dates.today(), by=other)


def test_in_a_ward_without_clerk_its_officer_issues_until_there_is_one(world: World):
    first = plans.ward_plan(world, plans.plan(world))
    assert first.issued_by == world.tam
    draft = plans.plan(world, unit=world.ward, issued=False)
    duty(world.kha, Role.CLERK, world.ward)

    actions.submit_plan(draft, by=world.tam)
    actions.sign_plan(draft, by=world.yen)

    with pytest.raises(PermissionDenied):
        actions.record_issue(draft, "9", dates.today(), by=world.tam)


def test_what_is_sent_back_has_its_reason_and_is_a_draft_again(world: World):
    plan = submitted(world)

    with pytest.raises(RuleBroken) as refused:
        actions.send_back(plan, "  ", by=world.lan)
    assert codes(refused) == ["why"]

    plan = actions.send_back(plan, "Thiếu số lớp.", by=world.lan)

    assert (plan.state, plan.sent_back_why) == (PlanState.DRAFT, "Thiếu số lớp.")
    assert actions.submit_plan(plan, by=world.minh).sent_back_why == ""


def test_money_above_its_source_is_not_submitted(world: World):
    plan = plans.plan(world, issued=False)
    plans.item(world, plan, amount_vnd=50_000_000)
    plan.funding_sources.update(amount_vnd=1)  # an import may bring what no action would write

    with pytest.raises(RuleBroken) as refused:
        actions.submit_plan(plan, by=world.minh)

    assert codes(refused) == ["money_above_source"]


def test_a_closed_plan_closes_with_a_reason_and_its_amendments(world: World):
    plan = plans.plan(world)
    amendment = actions.amend_plan(plan, "amends", by=world.minh)
    plans.issue(world, amendment)

    with pytest.raises(RuleBroken):
        actions.close_plan(plan, "", by=world.minh)
    actions.close_plan(plan, "Đã quyết toán xong", by=world.minh)

    assert set(Plan.objects.values_list("state", flat=True)) == {PlanState.CLOSED}


def test_the_deadline_of_the_wards_may_be_set_after_issue(world: World):
    plan = plans.plan(world)

    actions.set_ward_deadline(plan, date(2027, 3, 1), by=world.minh)

    plan.refresh_from_db()
    assert plan.wards_due_on == date(2027, 3, 1)
    with pytest.raises(PermissionDenied):
        actions.set_ward_deadline(plan, None, by=world.tam)
