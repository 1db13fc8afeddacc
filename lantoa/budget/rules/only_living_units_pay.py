"""Đơn vị đã kết thúc thì không chi nữa: đơn vị kế thừa chi.

Căn cứ: Kế hoạch truyền thông 2025, mục III, IV.4. Đơn vị kế thừa chi thay là cách làm của sản phẩm.
"""

from collections.abc import Sequence
from datetime import date

from lantoa.common.dates import say
from lantoa.common.problems import Problem


def problems_with_payer(unit: str, spent_on: date, heirs: Sequence[str], mine: int) -> list[Problem]:
    """Why it is not known who pays that day for a plan of this unit.

    heirs: who was there in its place that day (itself, when it was); mine: for how many of them she pays.
    """
    if not heirs:
        says = (
            f"Ngày {say(spent_on)} {unit} không hoạt động và chưa ghi đơn vị kế thừa nên không có nơi chi. "
            "Xem lại ngày chi, hoặc nhờ quản trị ghi đơn vị kế thừa."
        )
        return [Problem("no_payer", says, "spent_on")]
    if mine == 1:
        return []
    says = (
        f"Ngày {say(spent_on)} {unit} có nhiều đơn vị kế thừa ({', '.join(heirs)}). "
        "Người giữ kinh phí của đơn vị nhận nguồn này tự ghi khoản chi."
    )
    return [Problem("several_payers", says, "spent_on")]
