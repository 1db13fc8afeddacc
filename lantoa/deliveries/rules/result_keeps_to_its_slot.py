"""Kết quả gắn với lịch và đồng hồ: không ghi trước khi bắt đầu, không ở tương lai, không lệch xa lịch.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.4 (chỉ thanh toán việc đã làm); các khoảng lệch là cách làm của
phần mềm.
"""

from datetime import date, datetime, timedelta

from lantoa.common.dates import VIETNAM, say
from lantoa.common.problems import Problem

EARLY = timedelta(minutes=15)  # clocks differ; a piece may begin a little before its time
MOST_DAYS_AFTER = 3  # what aired later than that was another airing: it is scheduled, then recorded


def problems_with_time(
    planned_at: datetime | None, happened_on: date, happened_at: datetime | None, now: datetime
) -> list[Problem]:
    """Why the deed cannot have been then. planned_at: when its slot begins, None where there was none."""
    if happened_at is not None and happened_at > now:
        said = happened_at.astimezone(VIETNAM)
        return [Problem("hour_ahead", f"{said:%H:%M} ngày {say(said.date())} chưa đến. Xem lại giờ.", "time")]
    if planned_at is None:
        return []
    slot = planned_at.astimezone(VIETNAM)
    named = f"{slot:%H:%M} ngày {say(slot.date())}"
    if now < planned_at:
        return [
            Problem("not_begun", f"Lượt này bắt đầu lúc {named}, chưa đến giờ nên chưa ghi kết quả được.")
        ]
    too_early = happened_at < planned_at - EARLY if happened_at else happened_on < slot.date()
    if too_early:
        says = f"Giờ ghi sớm hơn lịch ({named}). Lượt phát ngoài lịch thì xếp lịch riêng."
        return [Problem("before_its_slot", says, "time")]
    if happened_on > slot.date() + timedelta(days=MOST_DAYS_AFTER):
        says = (
            f"Ngày ghi cách lịch ({named}) quá {MOST_DAYS_AFTER} ngày. "
            "Ghi lượt này là không thực hiện được và xếp lịch cho lượt khác."
        )
        return [Problem("far_from_its_slot", says, "happened_on")]
    return []
