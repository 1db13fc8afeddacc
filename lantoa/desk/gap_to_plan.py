"""Một khoảng trống thành một nội dung của bản sửa đổi kế hoạch: one click, nothing decided for the person."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.broadcast.models import Station
from lantoa.broadcast.queries import broadcast_channel
from lantoa.common import dates
from lantoa.common.problems import Problem, RuleBroken
from lantoa.library.models import Policy
from lantoa.people.models import AudienceKind, Unit, User
from lantoa.people.queries import scope
from lantoa.plans.actions import draft_amendment_with_item
from lantoa.plans.models import Channel, Plan, PlanItem
from lantoa.plans.permissions import WRITERS
from lantoa.plans.queries import open_amendment
from lantoa.plans.states import IN_FORCE


def plan_for_gaps(by: User, day: date) -> Plan | None:
    """The issued plan that she may amend: of a unit where she writes plans, of the year if there is one."""
    mine = scope(by)
    writes_at = {duty.unit_id for duty in mine.duties if duty.role in WRITERS}
    writes_at |= {mine.tree.territory(unit_id) for unit_id in writes_at}
    plans = Plan.objects.filter(unit_id__in=writes_at, state__in=IN_FORCE).exclude(
        change_kind=Plan.Change.AMENDS
    )
    newest_first = plans.order_by("-year", "-id")
    return newest_first.filter(year=day.year).first() or newest_first.first()


def add_gap_to_plan(policy: Policy, audience: AudienceKind | None, unit: Unit, *, by: User) -> PlanItem:
    """Put "tell this policy to this group of this ward" into the draft amendment of her issued plan.

    audience: None is every group that the policy is for. The channel is the ward's station where it has one,
    else a talk; quantity, day and money stay open for a person to say. The same gap twice: the same item.
    Raises PermissionDenied for a ward that is not hers, RuleBroken where there is no issued plan to amend.
    """
    if unit.pk not in scope(by).inside():
        raise PermissionDenied
    plan = plan_for_gaps(by, dates.today())
    if plan is None:
        says = "Anh chị chưa có kế hoạch đã ban hành nào để sửa đổi. Ban hành kế hoạch trước, rồi đưa vào."
        raise RuleBroken(Problem("no_plan_to_amend", says))
    audiences = [audience] if audience else list(policy.audiences.all())
    with transaction.atomic():
        Plan.objects.select_for_update().get(pk=plan.pk)
        if there := _already_there(plan, policy, audiences, unit):
            return there
        whom = audience.name.lower() if audience else "các nhóm được hưởng"
        return draft_amendment_with_item(
            plan,
            title=f"Truyền thông “{policy.title}” cho {whom} tại {unit.name_on(dates.today())}"[:300],
            channel=_channel_for(unit),
            audiences=audiences,
            policies=[policy],
            units=[unit],
            by=by,
        )


def _already_there(plan: Plan, policy: Policy, audiences: list[AudienceKind], unit: Unit) -> PlanItem | None:
    draft = open_amendment(plan)
    if draft is None:
        return None
    items = draft.items.filter(policies=policy, units=unit).prefetch_related("audiences")
    wanted = {kind.pk for kind in audiences}
    return next((item for item in items if {k.pk for k in item.audiences.all()} == wanted), None)


def _channel_for(unit: Unit) -> Channel:
    channel = broadcast_channel(None) if Station.objects.filter(serves=unit).exists() else None
    talks = Channel.objects.filter(medium=Channel.Medium.GATHERING).order_by("order", "id")
    channel = channel or talks.filter(key="noi-chuyen-chuyen-de").first() or talks.first()
    if channel is None:
        says = "Danh mục chưa có kênh truyền thông nào. Báo người quản trị thêm kênh rồi làm lại."
        raise RuleBroken(Problem("no_channel", says))
    return channel
