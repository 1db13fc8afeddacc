"""Không chi vượt số tiền dự toán của nội dung từ nguồn đó, cũng không vượt nguồn.

Căn cứ: Kế hoạch truyền thông 2025, mục III (kinh phí từ nguồn Sở hỗ trợ và ngân sách giao cho Phòng).
An amount that is not set is not a limit of zero: it stops the payment with the question for the amount.
"""

from lantoa.common.problems import Problem
from lantoa.language.amounts import format_vnd


def problems_with_spending(
    amount_vnd: int,
    *,
    item_amount_vnd: int | None,
    item_spent_vnd: int,
    source_amount_vnd: int | None,
    source_spent_vnd: int,
) -> list[Problem]:
    """Why `amount_vnd` may not be paid. Amounts in đồng; spent = already paid, corrections counted in."""
    if item_amount_vnd is None:
        return [
            Problem(
                "no_estimate",
                "Nội dung này chưa có dự toán từ nguồn đã chọn. Ghi dự toán vào kế hoạch trước khi chi.",
                "source",
            )
        ]
    problems = []
    left = item_amount_vnd - item_spent_vnd
    if amount_vnd > left:
        problems.append(
            Problem(
                "above_item",
                f"Số tiền vượt dự toán của nội dung: còn lại {format_vnd(left)}. "
                "Giảm số tiền hoặc sửa kế hoạch.",
                "amount_vnd",
            )
        )
    if source_amount_vnd is not None and amount_vnd > source_amount_vnd - source_spent_vnd:
        left = source_amount_vnd - source_spent_vnd
        problems.append(
            Problem(
                "above_source",
                f"Số tiền vượt nguồn kinh phí: nguồn còn {format_vnd(left)}. "
                "Chọn nguồn khác hoặc giảm số tiền.",
                "amount_vnd",
            )
        )
    return problems
