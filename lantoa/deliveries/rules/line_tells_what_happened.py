"""Dòng sổ nói việc đã xảy ra: không ghi trước ngày, ngày giờ khớp nhau, việc không trọn phải có lý do.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.4 (chỉ thanh toán việc đã làm).
"""

from datetime import date, datetime

from lantoa.common.dates import VIETNAM, say
from lantoa.common.problems import Problem
from lantoa.deliveries.models import Outcome

MOST = 50_000_000  # more people than any province has: a slip of the keyboard, not a count
EARLIEST = date(2000, 1, 1)  # nothing older belongs in this ledger: a slip of the keyboard, not a day


def problems_with_line(
    *,
    outcome: str,
    outcome_why: str,
    happened_on: date,
    happened_at: datetime | None,
    reach_low: int | None,
    reach_high: int | None,
    today: date,
) -> list[Problem]:
    """What contradicts itself in one line of the ledger."""
    found = []
    if outcome not in Outcome.values:
        found.append(Problem("outcome", "Chọn kết quả.", "outcome"))
    if happened_on > today:
        found.append(
            Problem(
                "happened_ahead",
                f"Ngày {say(happened_on)} chưa đến. Chỉ ghi việc đã diễn ra đến hết ngày {say(today)}.",
                "happened_on",
            )
        )
    if happened_on < EARLIEST:
        found.append(Problem("happened_long_ago", "Xem lại năm của ngày diễn ra.", "happened_on"))
    if happened_at is not None and happened_at.astimezone(VIETNAM).date() != happened_on:
        found.append(Problem("happened_at", "Giờ ghi không thuộc ngày đã chọn.", "happened_at"))
    if outcome in (Outcome.PARTIAL, Outcome.NOT_DONE) and not outcome_why.strip():
        found.append(
            Problem(
                "outcome_why", "Ghi lý do không thực hiện được hoặc chỉ thực hiện một phần.", "outcome_why"
            )
        )
    return found + _problems_with_reach(outcome, reach_low, reach_high)


def _problems_with_reach(outcome: str, low: int | None, high: int | None) -> list[Problem]:
    found = []
    for value, field in ((low, "reach_low"), (high, "reach_high")):
        if value is not None and not 0 <= value <= MOST:
            found.append(Problem("reach_size", "Số hộ, số người phải từ 0 trở lên và có thật.", field))
    if low is not None and high is not None and low > high:
        found.append(
            Problem("reach_order", "Số ít nhất không được lớn hơn số nhiều nhất. Xem lại hai ô.", "reach_low")
        )
    if outcome == Outcome.NOT_DONE and (low or high):
        found.append(
            Problem(
                "reach_of_nothing", "Việc không thực hiện được thì để trống số hộ, số người.", "reach_low"
            )
        )
    return found
