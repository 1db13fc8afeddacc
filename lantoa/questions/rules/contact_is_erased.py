"""Cách liên hệ của người hỏi chỉ người giữ câu hỏi mở, mỗi lần mở được ghi lại, và xóa khi hết hạn giữ.

Căn cứ: Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 (giữ không lâu hơn mục đích cần). Số ngày giữ là tham số
có ngày của sản phẩm, không phải con số của luật; biểu mẫu hỏi nói đúng số ngày này.
"""

from datetime import date, timedelta

from lantoa.common.dates import say
from lantoa.common.problems import Problem

KEPT_DAYS = ((date(2025, 1, 1), 180),)  # (since, days from the day of receipt), the newest last


def days_kept(received_on: date) -> int:
    """How many days a contact given on that day is kept."""
    return next((days for since, days in reversed(KEPT_DAYS) if since <= received_on), KEPT_DAYS[0][1])


def kept_until(received_on: date) -> date:
    """The last day on which it may still be read."""
    return received_on + timedelta(days=days_kept(received_on))


def problems_with_reading(sealed: str, until: date | None, is_owner: bool, day: date) -> list[Problem]:
    """Why this person may not read a contact on a day. until: the last day on which it is kept."""
    if not is_owner:
        says = "Chỉ người giữ câu hỏi mở được cách liên hệ. Giao câu hỏi cho người sẽ gọi lại."
        return [Problem("not_the_owner", says)]
    if not sealed and until is None:
        return [Problem("no_contact", "Người hỏi không để lại cách liên hệ.")]
    if not sealed or (until and day > until):
        return [Problem("contact_erased", f"Cách liên hệ đã hết hạn giữ ngày {say(until)}.")]
    return []
