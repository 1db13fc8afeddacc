"""Dòng đã ghi không sửa đè: dòng sửa là dòng mới, nêu rõ dòng cũ và lý do; chỉ sửa được dòng mới nhất.

Căn cứ: Luật Kế toán số 88/2015/QH13, Điều 27 (sửa chữa sổ kế toán không được làm mất dấu số đã ghi sai).
The ledger follows the same habit, though it holds deeds and not money.
"""

from lantoa.common.problems import Problem
from lantoa.deliveries.models import Delivery

CORRECTABLE = frozenset(
    {
        "unit",
        "channel",
        "version",
        "plan_item",
        "what",
        "happened_on",
        "happened_at",
        "outcome",
        "outcome_why",
        "reach_low",
        "reach_high",
        "minutes_played",
        "minutes_full",
        "note",
        "policies",
        "audiences",
    }
)


def problems_with_correction(old: Delivery, newer: Delivery | None, why: str) -> list[Problem]:
    """Why this line cannot be corrected so. newer: the line that already corrects it, if any."""
    found = []
    if newer is not None:
        found.append(
            Problem(
                "line_already_corrected",
                f"Dòng số {old.position} đã được sửa bằng dòng số {newer.position}. Hãy sửa dòng mới nhất.",
            )
        )
    if not why.strip():
        found.append(Problem("correction_why", "Ghi lý do sửa, ví dụ: “ghi nhầm giờ phát”.", "why"))
    return found
