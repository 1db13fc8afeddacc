"""Dự toán của các nội dung không vượt số tiền của nguồn.

Căn cứ: Kế hoạch truyền thông giảm nghèo 2025, mục III (hai nguồn kinh phí), mục IV.4 (thanh quyết toán theo
quy định).
A source whose amount is not known yet refuses nothing: it is a gap, told by `what_is_not_set`.
"""

from collections import defaultdict
from collections.abc import Iterable

from lantoa.common.problems import Problem
from lantoa.plans.models import FundingSource, ItemMoney


def said(vnd: int) -> str:
    """1.250.000 đồng."""
    return f"{vnd:,} đồng".replace(",", ".")


def problems_with_money(sources: Iterable[FundingSource], money: Iterable[ItemMoney]) -> list[Problem]:
    """sources: those of one plan. money: all amounts of its items."""
    planned: dict[int, int] = defaultdict(int)
    for amount in money:
        planned[amount.source_id] += amount.amount_vnd
    problems = []
    for source in sources:
        if source.amount_vnd is not None and planned[source.pk] > source.amount_vnd:
            says = (
                f"Nguồn “{source.name}” có {said(source.amount_vnd)}, các nội dung đã dự kiến "
                f"{said(planned[source.pk])}. Giảm dự kiến hoặc sửa số tiền của nguồn."
            )
            problems.append(Problem("money_above_source", says, f"source_{source.pk}"))
    return problems
