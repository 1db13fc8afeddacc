"""Không treo quá ngày lời trên pano, băng rôn hết đúng, trừ khi có người ký lý do.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.3 (pano, băng rôn) và IV.2 (duyệt nội dung).
"""

from datetime import date

from lantoa.common.problems import Problem
from lantoa.content.models import EditionVersion
from lantoa.content.queries import airable_one


def problems_with_hanging(
    version: EditionVersion, put_up_on: date, take_down_on: date | None, beyond_end_why: str
) -> list[Problem]:
    """Why this version may not hang between the two days (take_down_on None: no end set)."""
    answer = airable_one(version, put_up_on)
    if not answer.ok:
        return [Problem("not_airable", f"Chưa treo được: {'; '.join(answer.reasons)}", "version")]
    if (
        answer.ends_on
        and (take_down_on is None or take_down_on >= answer.ends_on)
        and not beyond_end_why.strip()
    ):
        return [
            Problem(
                "hangs_too_long",
                f"Nội dung sẽ hết đúng: {answer.ends_says}. Đặt ngày hạ trước ngày {answer.ends_on:%d/%m/%Y} "
                "hoặc ghi lý do vẫn treo.",
                "take_down_on",
            )
        ]
    return []
