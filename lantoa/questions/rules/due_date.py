"""Hạn trả lời tính bằng ngày làm việc, bỏ qua thứ Bảy, Chủ nhật và ngày nghỉ.

Căn cứ: cách làm của đơn vị, không phải con số của luật (WORKING_DAYS là tham số của đơn vị).
The days off are rows of the calendar; each question may be given another date by a person.
"""

from collections.abc import Container
from datetime import date, timedelta

from lantoa.common.dates import works_on

WORKING_DAYS = 5


def due_date(
    received_on: date, holidays: Container[date], working_days: int = WORKING_DAYS
) -> tuple[date, str]:
    """The last day to answer, and the sentence that explains it. The day of receipt is not counted."""
    day, left, skipped = received_on, working_days, 0
    while left:
        day += timedelta(days=1)
        if works_on(day, holidays):
            left -= 1
        else:
            skipped += 1
    says = f"{working_days} ngày làm việc từ ngày nhận {received_on:%d/%m/%Y}"
    return day, says + (f", đã bỏ qua {skipped} ngày nghỉ" if skipped else "")
