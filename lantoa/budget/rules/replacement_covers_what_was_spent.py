"""Kế hoạch thay thế không ghi dự toán, nguồn thấp hơn số đã chi theo kế hoạch trước.

Căn cứ: Kế hoạch truyền thông 2025, mục III, IV.4. Coi nguồn là một qua các kế hoạch thay nhau là cách làm của
sản phẩm.
"""

from lantoa.common.money import say_vnd
from lantoa.common.problems import Problem


def problems_with_estimate(title: str, source: str, estimate_vnd: int, spent_vnd: int) -> list[Problem]:
    """Why an item may not have this estimate from a source. spent: already paid for it under older plans."""
    if spent_vnd <= estimate_vnd:
        return []
    says = (
        f"Nội dung “{title}” đã chi {say_vnd(spent_vnd)} từ nguồn “{source}” mà kế hoạch thay thế chỉ "
        f"dự toán {say_vnd(estimate_vnd)}. Ghi dự toán không thấp hơn số đã chi."
    )
    return [Problem("below_spent", says)]


def problems_with_pot(source: str, pot_vnd: int | None, spent_vnd: int) -> list[Problem]:
    """Why a source may not hold so little. pot None: not set, which limits nothing."""
    if pot_vnd is None or spent_vnd <= pot_vnd:
        return []
    says = (
        f"Nguồn “{source}” đã chi {say_vnd(spent_vnd)} theo kế hoạch trước mà kế hoạch thay thế chỉ ghi "
        f"{say_vnd(pot_vnd)}. Ghi số tiền của nguồn không thấp hơn số đã chi."
    )
    return [Problem("below_spent", says)]
