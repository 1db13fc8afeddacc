"""Quá sáu tháng chưa ai kiểm lại thì phải đối chiếu lại với văn bản gốc.

Căn cứ: cách làm của đơn vị; mức và lãi suất trên trang của nơi cấp thường không ghi ngày, nên lần kiểm cuối
là điều duy nhất cho biết số còn mới hay không.
"""

import calendar
from datetime import date

MONTHS = 6


def check_needed_since(day: date) -> date:
    """What was last checked before this day has to be checked again on `day`.

    The same day of the month six months earlier; the month's last day where it has no such day.
    """
    months = day.year * 12 + day.month - 1 - MONTHS
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def is_stale(checked_on: date | None, day: date) -> bool:
    """Has nobody checked it within the six months up to `day`?"""
    return checked_on is None or checked_on < check_needed_since(day)
