"""Mỗi bước duyệt có thời hạn theo ngày làm việc; đơn vị có thể đặt thời hạn riêng và thêm bước của mình.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.2 (duyệt bài trên đài thành phố và đài phường, xã). USUAL_DAYS is
practice of the office, not a figure of the law. A rule never takes a step away: check and leader stand.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from lantoa.content.models import Approval, StepRule

USUAL_DAYS: dict[str, int] = {
    Approval.Step.POLICY_CHECK: 2,
    Approval.Step.LEADER: 1,
    Approval.Step.WARD_LEADER: 1,
}


def rule_for(
    step: str, kind: str, chain: Sequence[int], rules: Iterable[StepRule], day: date
) -> StepRule | None:
    """The rule in force: of the nearest unit; there, of the channel before all channels.

    chain: ids of the unit that wrote it and of what it lies under, nearest first.
    """
    found = [
        one
        for one in rules
        if one.step == step and one.unit_id in chain and one.kind in ("", kind) and one.covers(day)
    ]
    return min(found, key=lambda one: (chain.index(one.unit_id), one.kind == ""), default=None)


def days_for(step: str, kind: str, chain: Sequence[int], rules: Iterable[StepRule], day: date) -> int:
    """In how many working days the step is done."""
    rule = rule_for(step, kind, chain, rules, day)
    return rule.days if rule else USUAL_DAYS.get(step, 1)
