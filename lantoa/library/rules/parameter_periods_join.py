"""Các mức cùng tên của một chính sách nối nhau từng ngày: không chồng, không hở.

Căn cứ: cách làm của đơn vị; mỗi ngày có đúng một mức, ngày nào thiếu mức là ngày không ai trả lời được.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from lantoa.common.dates import say
from lantoa.common.problems import Problem
from lantoa.library.models import PolicyParameter

ONE_DAY = timedelta(days=1)


def problems_with_periods(parameters: Sequence[PolicyParameter]) -> list[Problem]:
    """The first place where these parameters of one name overlap or leave a day out, or nothing."""
    ordered = sorted(parameters, key=lambda p: (p.valid_from or date.min, p.valid_to or date.max))
    for before, after in zip(ordered, ordered[1:], strict=False):
        if before.valid_to is None or after.valid_from is None or after.valid_from <= before.valid_to:
            return [Problem("periods_overlap", _overlap(before, after), "valid_from")]
        if after.valid_from != before.valid_to + ONE_DAY:
            return [
                Problem(
                    "periods_gap",
                    f"Còn hở từ {say(before.valid_to + ONE_DAY)} đến {say(after.valid_from - ONE_DAY)}: "
                    f"chưa có “{after.name}” cho những ngày ấy. Mức sau phải bắt đầu ngày "
                    f"{say(before.valid_to + ONE_DAY)}.",
                    "valid_from",
                )
            ]
    return []


def in_force(parameters: Sequence[PolicyParameter], day: date) -> list[PolicyParameter]:
    """Those whose period holds the day; both days of a period are included."""
    return [p for p in parameters if (p.valid_from or date.min) <= day <= (p.valid_to or date.max)]


def _overlap(before: PolicyParameter, after: PolicyParameter) -> str:
    end = f"đến hết {say(before.valid_to)}" if before.valid_to else "chưa có ngày cuối"
    return (
        f"Mức “{before.value}” {end}, chồng lên mức “{after.value}”. "
        "Ghi ngày cuối của mức trước, hoặc chọn “Kết thúc mức trước”."
    )
