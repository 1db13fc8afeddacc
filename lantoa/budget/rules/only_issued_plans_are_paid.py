"""Chỉ chi theo kế hoạch đã ban hành và còn áp dụng.

Căn cứ: Kế hoạch truyền thông 2025, mục III (kinh phí thực hiện kế hoạch).
"""

from lantoa.common.problems import Problem
from lantoa.plans.models import Plan
from lantoa.plans.states import IN_FORCE, PlanState


def problems_with_plan(plan: Plan, in_force: Plan) -> list[Problem]:
    """Why nothing is paid under this plan. in_force: the plan by which its money is told now."""
    if plan.state in IN_FORCE:
        return []
    if plan.state == PlanState.REPLACED:
        says = f"{plan} đã được thay thế. Ghi khoản chi vào nội dung tương ứng của {in_force}."
    elif plan.state == PlanState.CLOSED:
        says = f"{plan} đã đóng nên không chi thêm được."
    else:
        says = "Kế hoạch chưa ban hành nên chưa chi được. Ban hành kế hoạch trước."
    return [Problem("plan_not_issued", says, "item")]
