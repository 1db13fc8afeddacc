"""Chỉ nội dung đã duyệt và còn đúng vào ngày diễn ra mới được ghi là đã truyền thông.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.2 (duyệt bài trên đài thành phố và đài phường, xã).
Holds for every channel. What was planned and did not happen may be written down whatever its state.
"""

from datetime import date

from lantoa.common.dates import say
from lantoa.common.problems import Problem
from lantoa.content.queries import Airable
from lantoa.deliveries.models import Outcome


def problems_with_message(airable: Airable, day: date, outcome: str) -> list[Problem]:
    """Why the message cannot have gone out on that day."""
    if airable.ok or outcome == Outcome.NOT_DONE:
        return []
    why = " ".join(str(reason) for reason in airable.reasons)
    return [
        Problem(
            "message_not_airable",
            f"Nội dung này không được phép truyền thông ngày {say(day)}. {why}".strip(),
            "version",
        )
    ]
