"""Chứng từ có ngày thật: không ở tương lai, không ngoài năm ngân sách của kế hoạch; hợp đồng có thể ký trước.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.4. So ngày chứng từ với năm ngân sách là cách làm của sản phẩm.
"""

from datetime import date

from lantoa.budget.models import SpendingPaper
from lantoa.budget.parameters import budget_year
from lantoa.common.dates import say
from lantoa.common.problems import Problem

EARLIER = {SpendingPaper.Kind.CONTRACT, SpendingPaper.Kind.OTHER}  # may be signed before the year begins


def problems_with_paper_day(kind: str, dated: date | None, year: int, today: date) -> list[Problem]:
    """Why a paper of this day does not belong to a payment under a plan of this year."""
    if dated is None:
        return []
    if dated > today:
        return [Problem("paper_future", "Ngày chứng từ không thể ở tương lai. Xem lại ngày.", "dated")]
    money = budget_year(year)
    if dated > money.ends_on or (dated < money.begins_on and kind not in EARLIER):
        says = (
            f"Chứng từ của kế hoạch năm {year} phải có ngày từ {say(money.begins_on)} đến "
            f"{say(money.ends_on)}. Xem lại ngày chứng từ."
        )
        return [Problem("paper_outside_year", says, "dated")]
    return []
