"""Giờ phát của đài phải theo thứ tự: sáng trước chiều, bắt đầu trước kết thúc.

Căn cứ: Nghị định 49/2024/NĐ-CP (hoạt động của đài truyền thanh cấp xã theo quy chế do cấp xã ban hành).
The hours themselves are data of each station, from its own operating rule.
"""

from collections.abc import Mapping
from typing import Any

from lantoa.common.problems import Problem

LONGEST_SESSION = 240  # minutes; more is a slip of the keyboard


def problems_with_hours(rule: Mapping[str, Any]) -> list[Problem]:
    """rule: morning_from, morning_to, evening_from, evening_to, minutes_a_session, valid_from, valid_to."""
    found = []
    if not rule["morning_from"] < rule["morning_to"]:
        found.append(Problem("morning_hours", "Buổi sáng phải kết thúc sau giờ bắt đầu.", "morning_to"))
    if not rule["morning_to"] <= rule["evening_from"]:
        found.append(Problem("evening_after", "Buổi chiều phải bắt đầu sau buổi sáng.", "evening_from"))
    if not rule["evening_from"] < rule["evening_to"]:
        found.append(Problem("evening_hours", "Buổi chiều phải kết thúc sau giờ bắt đầu.", "evening_to"))
    if not 1 <= rule["minutes_a_session"] <= LONGEST_SESSION:
        says = f"Số phút mỗi buổi phải từ 1 đến {LONGEST_SESSION}."
        found.append(Problem("session_minutes", says, "minutes_a_session"))
    begins, ends = rule.get("valid_from"), rule.get("valid_to")
    if begins and ends and ends < begins:
        found.append(Problem("station_dates", "Ngày ngừng phải sau ngày bắt đầu hoạt động.", "valid_to"))
    return found
