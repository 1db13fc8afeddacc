"""Ngày treo thật không lệch quá xa ngày treo dự kiến; lệch nhiều tuần thì đó là một lần treo khác.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.4 (chỉ thanh toán việc đã làm); số ngày là cách làm của phần mềm.
"""

from datetime import date

from lantoa.common.dates import say
from lantoa.common.problems import Problem

MOST_DAYS = 14


def problems_with_day_of_hanging(planned_on: date, on: date) -> list[Problem]:
    """planned_on: as the list of what hangs has it; on: when it was really put up."""
    if abs((on - planned_on).days) <= MOST_DAYS:
        return []
    says = (
        f"Ngày treo thật cách ngày dự kiến {say(planned_on)} quá {MOST_DAYS} ngày. "
        "Xem lại ngày, hoặc ghi một nơi treo mới với ngày đúng."
    )
    return [Problem("far_from_its_day", says, "on")]
