"""Số dưới 5 hộ không được đưa ra ngoài cơ quan; số bị giấu cũng không được suy ngược ra từ tổng.

Căn cứ: Nghị định 13/2023/NĐ-CP (bảo vệ dữ liệu cá nhân); DESIGN 10.
Inside the office every count is shown. In what leaves it a count of 1 to 4 points at households that
neighbours can name. 0 names nobody and is shown. Where one hidden cell could be reckoned from the total of
its row, the next smallest is hidden with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

LEAST = 5  # smallest count that may leave the office


@dataclass(frozen=True)
class Hidden:
    """A count that is not told."""

    def __str__(self) -> str:
        return "ẩn số"


HIDDEN = Hidden()
Shown = int | None | Hidden


def is_small(count: int | None) -> bool:
    """Would this count point at somebody?"""
    return count is not None and 0 < count < LEAST


def shown(count: int | None) -> Shown:
    """One count as it may leave the office: itself, unknown (None), or hidden."""
    return HIDDEN if is_small(count) else count


def shown_row(counts: Sequence[int | None], *, total_is_told: bool = True) -> list[Shown]:
    """A row of counts as it may leave the office.

    total_is_told: the reader also gets the sum, so a single hidden cell would be found by subtraction. With
    an unknown count in the row there is nothing to subtract.
    """
    row = [shown(count) for count in counts]
    hidden = [n for n, cell in enumerate(row) if isinstance(cell, Hidden)]
    if not (total_is_told and len(hidden) == 1 and None not in counts):
        return row
    others = [n for n, count in enumerate(counts) if n not in hidden and count]
    if others:
        row[min(others, key=lambda n: counts[n] or 0)] = HIDDEN
    return row
