"""Quy định bước duyệt: an administrator thinks of a step, asks for it, or sets its days, from a day on."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.problems import refuse
from lantoa.content.models import Approval, EditionKind, StepKind, StepRule
from lantoa.content.permissions import may_set_steps
from lantoa.content.terms import kinds_for
from lantoa.people.models import Role, Unit, User
from lantoa.people.queries import tree

NAME_MAX = 80
GIVERS = (  # who only watches, or gives out the duties, gives no opinion
    Role.APPROVER,
    Role.POLICY_CHECKER,
    Role.PROGRAMME_OFFICER,
    Role.EDITOR,
    Role.WARD_OFFICER,
    Role.STATION_OPERATOR,
    Role.SPEAKER,
    Role.ACCOUNTANT,
    Role.CLERK,
)


@transaction.atomic
def set_step_rule(
    unit: Unit, step: str, days: int, valid_from: date, *, by: User, kind: str = "", basis: str = ""
) -> StepRule:
    """From a day on, a step takes so many working days at a unit and below it; ends the rule before it.

    It never looks back: what was submitted before keeps the rules of its day. kind: "" for every channel.
    step: one of `Approval.Step`, or the key of a kind that this unit or one above it has thought of.
    """
    if not may_set_steps(by, unit.pk):
        raise PermissionDenied
    may_ask = {*Approval.Step.values, *kinds_for(unit)}
    if step not in may_ask or (kind and kind not in EditionKind.values):
        says = "Chọn bước của đơn vị này hoặc của cấp trên, và kênh có trong danh sách."
        refuse("step_unknown", says, "step")
    if not 1 <= days <= 30:
        refuse("step_days", "Số ngày làm việc từ 1 đến 30.", "days")
    if valid_from < dates.today():
        refuse("looks_back", "Quy định chỉ có hiệu lực từ hôm nay trở đi.", "valid_from")
    open_rules = StepRule.objects.select_for_update().filter(unit=unit, kind=kind, step=step)
    before = open_rules.filter(valid_to__isnull=True).first()
    if before is not None and before.valid_from >= valid_from:
        says = f"Đã có quy định cho bước này từ {dates.say(before.valid_from)}. Bỏ quy định đó trước."
        refuse("rule_stands", says, "valid_from")
    if before is not None:
        _end(before, valid_from - timedelta(days=1), by)
    made = StepRule.objects.create(
        unit=unit,
        kind=kind,
        step=step,
        days=days,
        valid_from=valid_from,
        basis=basis.strip()[:300],
        recorded_by=by,
        recorded_at=dates.now(),
    )
    audit.log(by, "set_step_rule", made, unit_id=unit.pk, why=made.basis, days=days, step=step)
    return made


@transaction.atomic
def add_step_kind(
    unit: Unit, name: str, role: str, *, by: User, seat: Unit | None = None, position: int = 1
) -> StepKind:
    """A further step that may be asked for at a unit and below it, between policy check and leader.

    role, seat: who gives it; a seat must reach the unit, else nobody there could read what is written.
    """
    if not may_set_steps(by, unit.pk):
        raise PermissionDenied
    name = " ".join(name.split())
    if not name or len(name) > NAME_MAX:
        refuse("name_missing", f"Đặt tên bước như đơn vị vẫn gọi, không quá {NAME_MAX} chữ.", "name")
    taken = {kind.name.casefold() for kind in kinds_for(unit).values()}
    if name.casefold() in {*taken, *(label.casefold() for label in Approval.Step.labels)}:
        refuse("name_taken", f"Đã có bước “{name}”. Chọn tên khác, hoặc dùng bước đã có.", "name")
    if role not in GIVERS:
        refuse("role_unknown", "Chọn nhiệm vụ có trong danh sách.", "role")
    units = tree()
    if seat is not None and unit.pk not in units.below(units.territory(seat.pk)):
        says = f"{seat} không xem được bài của {unit}. Chọn đơn vị cùng cấp hoặc cấp trên."
        refuse("seat_too_low", says, "seat")
    made = StepKind.objects.create(
        unit=unit,
        name=name,
        role=role,
        seat=seat,
        position=position,
        recorded_by=by,
        recorded_at=dates.now(),
    )
    audit.log(by, "add_step_kind", made, unit_id=unit.pk, name=name, role=role)
    return made


@transaction.atomic
def end_step_rule(rule: StepRule, *, by: User) -> StepRule:
    """From tomorrow on the rule no longer holds; one that has not begun ends on its first day."""
    rule = StepRule.objects.select_for_update().get(pk=rule.pk)
    if not may_set_steps(by, rule.unit_id):
        raise PermissionDenied
    if rule.valid_to is not None:
        refuse("rule_ended", f"Quy định này đã thôi áp dụng sau ngày {dates.say(rule.valid_to)}.")
    _end(rule, max(dates.today(), rule.valid_from), by)
    return rule


def _end(rule: StepRule, last: date, by: User) -> None:
    rule.valid_to = last
    rule.save(update_fields=["valid_to"])
    audit.log(by, "end_step_rule", rule, unit_id=rule.unit_id, until=last.isoformat())
