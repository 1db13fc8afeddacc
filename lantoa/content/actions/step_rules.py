"""Quy định bước duyệt: an administrator sets the days of a step, or asks for one more, from a day on."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.problems import refuse
from lantoa.content.models import Approval, EditionKind, StepRule
from lantoa.content.permissions import may_set_steps
from lantoa.people.models import Unit, User


@transaction.atomic
def set_step_rule(
    unit: Unit, step: str, days: int, valid_from: date, *, by: User, kind: str = "", basis: str = ""
) -> StepRule:
    """From a day on, a step takes so many working days at a unit and below it; ends the rule before it.

    It never looks back: what was submitted before keeps the rules of its day. kind: "" for every channel.
    """
    if not may_set_steps(by, unit.pk):
        raise PermissionDenied
    if step not in Approval.Step.values or (kind and kind not in EditionKind.values):
        refuse("step_unknown", "Chọn bước và kênh có trong danh sách.", "step")
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
