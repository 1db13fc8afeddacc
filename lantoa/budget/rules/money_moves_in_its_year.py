"""Tiền của một năm chỉ chi trong năm ngân sách đó và thời gian chỉnh lý của nó.

Căn cứ: Luật Ngân sách nhà nước số 89/2025/QH15. Ngày hết chỉnh lý (31/01 năm sau) là tham số theo năm, chưa
kiểm chứng điều, khoản (`budget.parameters`). After it the year is closed: no payment is written or undone.
"""

from datetime import date

from lantoa.budget.parameters import budget_year
from lantoa.common.dates import say
from lantoa.common.problems import Problem


def problems_with_day(spent_on: date, year: int, today: date) -> list[Problem]:
    """Why money of a plan of this year does not move on this day, written down today."""
    if spent_on > today:
        return [Problem("future", "Ngày chi không thể ở tương lai. Nhập ngày đã chi.", "spent_on")]
    money = budget_year(year)
    if today > money.ends_on:
        says = (
            f"Năm ngân sách {year} đã hết thời gian chỉnh lý ngày {say(money.ends_on)}: "
            "không ghi và không điều chỉnh khoản chi được nữa."
        )
        return [Problem("year_closed", says, "spent_on")]
    if not money.covers(spent_on):
        says = (
            f"Kế hoạch năm {year} chỉ chi từ {say(money.begins_on)} đến hết {say(money.ends_on)}. "
            "Xem lại ngày chi hoặc chọn kế hoạch của năm đó."
        )
        return [Problem("outside_year", says, "spent_on")]
    return []
