"""Không in, không phát tờ rơi khi lời trên đó không còn đúng; in quá ngày hết đúng phải có người ký lý do.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.2 (duyệt nội dung) và IV.3.
"""

from datetime import date

from lantoa.common.problems import Problem
from lantoa.content.models import EditionVersion
from lantoa.content.queries import airable_one


def problems_with_printing(
    version: EditionVersion, printed_on: date, hand_out_until: date | None, beyond_end_why: str
) -> list[Problem]:
    """Why copies meant for the days up to `hand_out_until` (None: no end set) may not be printed."""
    answer = airable_one(version, printed_on)
    if not answer.ok:
        return [Problem("not_airable", f"Chưa in được: {'; '.join(answer.reasons)}", "version")]
    ends = answer.ends_on
    if ends and (hand_out_until is None or hand_out_until >= ends) and not beyond_end_why.strip():
        says = (
            f"Nội dung sẽ hết đúng: {answer.ends_says}. Đặt ngày phát xong trước ngày {ends:%d/%m/%Y} "
            "hoặc ghi lý do vẫn in."
        )
        return [Problem("printed_for_too_long", says, "hand_out_until")]
    return []


def problems_with_handing_out(version: EditionVersion, on: date) -> list[Problem]:
    """Why copies may not be given out on that day, though they are printed."""
    answer = airable_one(version, on)
    if answer.ok:
        return []
    return [Problem("not_airable", f"Không phát được nữa: {'; '.join(answer.reasons)}", "on")]
