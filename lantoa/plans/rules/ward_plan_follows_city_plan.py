"""Kế hoạch của phường, xã theo kế hoạch đã ban hành của cấp trên, trong địa bàn của kế hoạch đó.

Căn cứ: Kế hoạch truyền thông giảm nghèo 2025, mục II.3 (trên cơ sở kế hoạch của Phòng, các địa phương xây
dựng kế hoạch).
One open plan a ward and city plan. An item of a ward plan follows an item of the plan it follows.
"""

from collections.abc import Collection

from lantoa.common.problems import Problem
from lantoa.plans.models import Plan, PlanItem
from lantoa.plans.states import IN_FORCE, PlanState


def problems_with_following(
    parent: Plan, ward_id: int, ward_ids: Collection[int], existing: Plan | None
) -> list[Problem]:
    """ward_ids: the wards and communes of the parent's territory today. existing: the ward's plan, if any."""
    if parent.state not in IN_FORCE:
        says = "Kế hoạch cấp trên chưa ban hành hoặc không còn áp dụng nên chưa lập kế hoạch theo được."
        return [Problem("parent_not_issued", says)]
    if parent.changes_id and parent.change_kind == Plan.Change.AMENDS:
        says = "Đây là bản sửa đổi, bổ sung. Hãy lập kế hoạch theo kế hoạch gốc."
        return [Problem("parent_is_amendment", says)]
    if ward_id not in ward_ids:
        says = "Phường, xã này không thuộc địa bàn của kế hoạch. Chọn lại đơn vị."
        return [Problem("ward_outside", says, "unit")]
    if existing is not None:
        says = "Phường, xã này đã có kế hoạch theo kế hoạch cấp trên. Mở kế hoạch đó để làm tiếp."
        return [Problem("ward_has_plan", says, "unit")]
    return []


def problems_with_ward_plan(plan: Plan) -> list[Problem]:
    """Before a ward plan is submitted: the plan it follows must still be in force."""
    parent = plan.parent
    if parent is None or parent.state in IN_FORCE:
        return []
    if parent.state == PlanState.REPLACED:
        says = f"{parent} đã được thay thế. Bỏ bản nháp này rồi lập kế hoạch theo kế hoạch mới."
        return [Problem("parent_replaced", says)]
    return [Problem("parent_not_in_force", f"{parent} không còn áp dụng nên không trình kế hoạch này được.")]


def problems_with_followed_item(follows: PlanItem | None, allowed_plan_ids: Collection[int]) -> list[Problem]:
    """allowed_plan_ids: the plan that is followed, its amendments, and what it replaced."""
    if follows is None or follows.plan_id in allowed_plan_ids:
        return []
    says = "Nội dung được theo phải thuộc kế hoạch cấp trên hoặc kế hoạch mà kế hoạch này thay đổi."
    return [Problem("follows_stranger", says, "follows")]
