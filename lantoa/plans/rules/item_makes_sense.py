"""Nội dung kế hoạch: ngày, số lượng và địa bàn phải khớp nhau.

Căn cứ: Kế hoạch truyền thông giảm nghèo 2025, mục II.3. Not set is allowed everywhere and is shown as a gap.
"""

from collections.abc import Collection, Iterable
from datetime import date

from lantoa.common.problems import Problem


def problems_with_item(
    starts_on: date | None,
    ends_on: date | None,
    quantity: int | None,
    unit_ids: Iterable[int],
    territory_ids: Collection[int],
) -> list[Problem]:
    """unit_ids: where it takes place. territory_ids: the plan's own territory and all below it."""
    problems = []
    if starts_on and ends_on and ends_on < starts_on:
        problems.append(Problem("item_dates", "Ngày kết thúc phải sau ngày bắt đầu.", "ends_on"))
    if quantity is not None and quantity < 1:
        says = "Số lượng phải từ 1 trở lên; chưa biết thì để trống."
        problems.append(Problem("item_quantity", says, "quantity"))
    if not set(unit_ids) <= set(territory_ids):
        says = "Có địa bàn không thuộc kế hoạch này. Chọn lại phường, xã."
        problems.append(Problem("item_outside", says, "units"))
    return problems
