"""Duyệt gấp: lãnh đạo ký đúng mã, ghi lý do; người khác kiểm tra chính sách sau, trước một ngày đã định.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.2 (duyệt bài trên đài thành phố và đài phường, xã); DESIGN 6
(bypass exists, is explicit, logged and reviewed after). LONGEST is practice
of the office, not a figure of the law.
"""

from datetime import date, timedelta

from lantoa.common.dates import say
from lantoa.common.problems import Problem

USUAL_DAYS = 3
USUAL = timedelta(days=USUAL_DAYS)
LONGEST = timedelta(days=7)


def problems_with_due_day(review_by: date, today: date) -> list[Problem]:
    """By when the check must follow: tomorrow at the earliest, a week at the latest."""
    if today < review_by <= today + LONGEST:
        return []
    says = (
        f"Ngày hậu kiểm phải từ {say(today + timedelta(days=1))} đến {say(today + LONGEST)}: "
        "bài đang phát chưa ai kiểm tra chính sách."
    )
    return [Problem("review_day", says, "review_by")]


def flag(review_by: date | None, today: date) -> str:
    """What stands wherever the edition appears, until it is reviewed; "" for None."""
    if review_by is None:
        return ""
    if review_by <= today:
        return f"Duyệt gấp, quá hạn hậu kiểm từ {say(review_by)}"
    return f"Duyệt gấp, chờ hậu kiểm trước {say(review_by)}"
