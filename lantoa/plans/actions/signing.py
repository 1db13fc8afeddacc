"""Trình ký, trả lại, ký, ban hành, đóng: from draft to a numbered, dated, signed plan."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates, files
from lantoa.common.files import PAPERS, Upload
from lantoa.common.problems import Problem, must_hold, refuse
from lantoa.people.models import Unit, User
from lantoa.plans.actions.doing import locked, tidy
from lantoa.plans.consulted import problems_of_others
from lantoa.plans.models import ItemMoney, Plan
from lantoa.plans.permissions import may_issue, may_send_back, may_sign, may_write
from lantoa.plans.queries import items_left_out, numbers_taken, writers_of
from lantoa.plans.rules.author_does_not_sign import problems_with_signing
from lantoa.plans.rules.can_be_submitted import problems_with_changing, problems_with_submitting
from lantoa.plans.rules.issued_plan_is_never_edited import problems_with_step
from lantoa.plans.rules.money_within_source import problems_with_money
from lantoa.plans.rules.number_is_free import normal_number, problems_with_day, problems_with_number
from lantoa.plans.rules.used_items_are_carried_over import problems_with_dropping
from lantoa.plans.rules.ward_plan_follows_city_plan import problems_with_ward_plan
from lantoa.plans.states import IN_FORCE, TRANSITIONS, PlanState


@transaction.atomic
def submit_plan(plan: Plan, *, by: User) -> Plan:
    """Ask the leader to sign (trình ký). What is not set stays a gap; what is wrong is refused."""
    plan = locked(plan.pk)
    if not may_write(by, plan.unit_id):
        raise PermissionDenied
    money = ItemMoney.objects.filter(item__plan=plan)
    must_hold(
        problems_with_step(plan, "submit")
        or problems_with_submitting(plan)
        + problems_with_ward_plan(plan)
        + problems_with_money(plan.funding_sources.all(), money)
        + _problems_with_what_goes_on(plan)
    )
    plan.submitted_by, plan.submitted_at, plan.sent_back_why = by, dates.now(), ""
    _move(plan, "submit", "submitted_by", "submitted_at", "sent_back_why")
    audit.log(by, "submit_plan", plan, unit_id=plan.unit_id)
    return plan


@transaction.atomic
def send_back(plan: Plan, reason: str, *, by: User) -> Plan:
    """Back to the writers, with a reason: the leader does not sign it so, or they take it back."""
    plan = locked(plan.pk)
    if not may_send_back(by, plan):
        raise PermissionDenied
    must_hold(problems_with_step(plan, "send_back"))
    reason = tidy(reason)
    if not reason:
        refuse("why", "Ghi một câu để người lập biết phải sửa chỗ nào.", "reason")
    plan.sent_back_why = reason
    _move(plan, "send_back", "sent_back_why")
    audit.log(by, "send_back_plan", plan, unit_id=plan.unit_id, why=reason)
    return plan


@transaction.atomic
def sign_plan(plan: Plan, *, by: User) -> Plan:
    """A leader of the unit signs in the system; never who wrote, edited or submitted it."""
    plan = locked(plan.pk)
    if not may_sign(by, plan):
        raise PermissionDenied
    must_hold(
        problems_with_step(plan, "sign")
        or problems_with_signing(by.pk, writers_of(plan)) + problems_with_changing(plan.changes)
    )
    plan.signed_by, plan.signed_at = by, dates.now()
    plan.signer_name = plan.signer_name or by.full_name  # no paper is signed by nobody's name
    _move(plan, "sign", "signed_by", "signed_at", "signer_name")
    audit.log(by, "sign_plan", plan, unit_id=plan.unit_id)
    return plan


@transaction.atomic
def record_issue(
    plan: Plan,
    number: str,
    issued_on: date,
    scan: Upload | None = None,
    *,
    by: User,
    symbol: str = "",
) -> Plan:
    """The clerk enters number and day; only now the plan is issued.

    Signed in the system, or `scan` is the paper that the leader signed. symbol: only when it is not in the
    draft yet. A plan that replaces another ends it and its amendments in the same moment.
    """
    plan = locked(plan.pk)
    if not may_issue(by, plan):
        raise PermissionDenied
    must_hold(problems_with_step(plan, "issue"))
    Unit.objects.select_for_update().get(pk=plan.unit_id)  # two clerks take their numbers one by one
    if plan.changes_id:
        plan.changes = locked(plan.changes_id)  # nothing is spent on it while its items are compared
    taken = numbers_taken(plan.unit_id, issued_on.year)
    signed_on = plan.signed_at.astimezone(dates.VIETNAM).date() if plan.signed_at else None
    symbol = tidy(symbol) or plan.symbol
    must_hold(
        problems_with_number(number, taken, issued_on.year)
        + problems_with_day(issued_on, signed_on, dates.today())
        + _problems_with_paper(plan, scan, symbol)
        + problems_with_changing(plan.changes)
        + _problems_with_what_goes_on(plan)
    )
    if scan is not None:
        plan.signed_scan = files.keep(scan, by, PAPERS, "scan")
    plan.number, plan.number_year, plan.symbol = normal_number(number), issued_on.year, symbol
    plan.issued_on, plan.issued_by = issued_on, by
    paper = ("signed_scan", "number", "number_year", "symbol", "issued_on", "issued_by")
    _move(plan, "issue", *paper)
    audit.log(by, "issue_plan", plan, unit_id=plan.unit_id, number=plan.full_number, on=str(issued_on))
    if plan.changes and plan.change_kind == Plan.Change.REPLACES:
        _end(plan.changes, "replace", by, f"Thay thế bằng {plan}")
    return plan


@transaction.atomic
def close_plan(plan: Plan, why: str, *, by: User) -> Plan:
    """The plan is over: nothing is booked on it any more. Its amendments close with it."""
    plan = locked(plan.pk)
    if not may_write(by, plan.unit_id):
        raise PermissionDenied
    must_hold(problems_with_step(plan, "close"))
    why = tidy(why)
    if not why:
        refuse("why", "Ghi lý do đóng kế hoạch, ví dụ: đã hoàn thành và báo cáo.", "why")
    _end(plan, "close", by, why)
    plan.refresh_from_db()
    return plan


def _end(plan: Plan, step: str, by: User, why: str) -> None:
    """Replace or close a plan, and the amendments that stand on it."""
    old = locked(plan.pk)
    amendments = Plan.objects.select_for_update().filter(
        changes=old, change_kind=Plan.Change.AMENDS, state__in=IN_FORCE
    )
    for one in (old, *amendments):
        _move(one, step)
        audit.log(by, f"{step}_plan", one, unit_id=one.unit_id, why=why)


def _move(plan: Plan, step: str, *fields: str) -> None:
    plan.state = TRANSITIONS[step][1]
    plan.save(update_fields=["state", *fields])


def _problems_with_what_goes_on(plan: Plan) -> list[Problem]:
    """A plan that replaces another goes on with what was begun under it."""
    if plan.changes is None or plan.change_kind != Plan.Change.REPLACES:
        return []
    dropped = [
        problem
        for item, resting in items_left_out(plan)
        for problem in problems_with_dropping(item.title, resting)
    ]
    return dropped or problems_of_others(plan)


def _problems_with_paper(plan: Plan, scan: Upload | None, symbol: str) -> list[Problem]:
    problems = []
    if plan.state != PlanState.SIGNED and scan is None:
        says = "Kế hoạch chưa ký trên hệ thống. Đính kèm bản quét có chữ ký của lãnh đạo."
        problems.append(Problem("scan_missing", says, "scan"))
    if not symbol:
        says = "Chưa có ký hiệu văn bản. Nhập ký hiệu, ví dụ KH-UBND."
        problems.append(Problem("symbol_missing", says, "symbol"))
    return problems
