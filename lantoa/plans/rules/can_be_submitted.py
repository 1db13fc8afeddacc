"""Kế hoạch trình ký phải có trích yếu và nội dung, và thay đổi một kế hoạch còn áp dụng.

Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 8 (thể thức: tên loại và trích yếu, nội dung); DESIGN 5.
"""

from lantoa.common.problems import Problem
from lantoa.plans.models import Plan
from lantoa.plans.states import IN_FORCE


def problems_with_submitting(plan: Plan) -> list[Problem]:
    """What must be there before a leader is asked to sign. Gaps that may stay open are not here."""
    problems = []
    if not plan.title.strip():
        problems.append(Problem("no_title", "Kế hoạch chưa có trích yếu. Ghi trích yếu trước khi trình."))
    if not plan.sections.all() and not plan.items.all():
        says = "Kế hoạch còn trống. Thêm ít nhất một mục hoặc một nội dung trước khi trình."
        problems.append(Problem("plan_is_empty", says))
    return problems + problems_with_changing(plan.changes)


def problems_with_changing(old: Plan | None) -> list[Problem]:
    """The plan that is amended or replaced must be in force."""
    if old is None or old.state in IN_FORCE:
        return []
    says = f"{old} không còn áp dụng nên không sửa đổi hay thay thế được nữa."
    return [Problem("changed_not_in_force", says)]
