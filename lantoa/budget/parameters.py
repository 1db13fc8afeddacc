"""Numbers of the money that change with the law, each with the years it holds for and where it comes from."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Adjustment:
    """Thời gian chỉnh lý quyết toán: money of a budget year still moves until a day of the next year.

    last_year None: until a later row. verified: the article that says so was read.
    """

    first_year: int
    last_year: int | None
    month: int
    day: int
    basis: str
    verified: bool

    def holds_for(self, year: int) -> bool:
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


ADJUSTMENTS = (
    Adjustment(1, 2025, 1, 31, "Luật Ngân sách nhà nước số 83/2015/QH13", False),
    Adjustment(
        2026,
        None,
        1,
        31,
        "Luật Ngân sách nhà nước số 89/2025/QH15, Nghị định 73/2026/NĐ-CP",
        False,
    ),
)


@dataclass(frozen=True)
class BudgetYear:
    """Năm ngân sách: from the first day to the last day on which its money moves, chỉnh lý included."""

    year: int
    begins_on: date
    ends_on: date
    basis: str
    verified: bool

    def covers(self, day: date) -> bool:
        return self.begins_on <= day <= self.ends_on


def budget_year(year: int) -> BudgetYear:
    """The days on which the money of a plan of this year moves."""
    row = next(row for row in ADJUSTMENTS if row.holds_for(year))
    return BudgetYear(year, date(year, 1, 1), date(year + 1, row.month, row.day), row.basis, row.verified)
