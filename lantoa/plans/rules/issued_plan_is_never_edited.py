"""Kế hoạch đã trình ký hoặc đã ban hành thì không sửa: chỉ sửa đổi, bổ sung hoặc thay thế bằng kế hoạch khác.

Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3 (văn bản sai sót về nội dung phải được sửa đổi, thay thế
bằng văn bản có hình thức tương đương).
Only a draft is edited. What was submitted goes back first, with a reason. The database refuses it too.
"""

from lantoa.common.problems import Problem
from lantoa.plans.models import Plan
from lantoa.plans.states import EDITABLE, TRANSITIONS, WAITING, PlanState

STEPS_SAID = {
    "submit": "trình ký",
    "send_back": "trả lại",
    "sign": "ký",
    "issue": "ban hành",
    "replace": "thay thế",
    "close": "đóng",
}


def problems_with_editing(plan: Plan) -> list[Problem]:
    """Why this plan cannot be edited now, or nothing."""
    if plan.state in EDITABLE:
        return []
    if plan.state in WAITING:
        says = "Kế hoạch đang trình ký nên chưa sửa được. Trả lại bản nháp trước rồi sửa."
        return [Problem("plan_is_waiting", says)]
    says = (
        "Kế hoạch đã ban hành thì không sửa. Lập kế hoạch sửa đổi, bổ sung hoặc thay thế nêu rõ kế hoạch này."
    )
    return [Problem("plan_is_issued", says)]


def problems_with_step(plan: Plan, step: str) -> list[Problem]:
    """Why the plan cannot take this step of TRANSITIONS from where it is, or nothing."""
    allowed, _ = TRANSITIONS[step]
    if plan.state in allowed:
        return []
    now = PlanState(plan.state).label.lower()
    return [Problem("plan_step", f"Không {STEPS_SAID[step]} được: kế hoạch này đang ở trạng thái “{now}”.")]
