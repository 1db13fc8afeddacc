"""Bảng tính XLSX: read one from hostile bytes, write one whose text stays text. Knows no database."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from lantoa.paper.bounded import Limits, run
from lantoa.paper.refusal import Unreadable
from lantoa.paper.sheets.writing import Column, Page, write_sheets

__all__ = ["Column", "Formula", "Page", "Sheet", "Unreadable", "Value", "read_sheets", "write_sheets"]

# Some hundred thousand cells take a few seconds; nobody waits for more.
LIMITS = Limits(cpu=40, wall=60.0)


@dataclass(frozen=True)
class Formula:
    """A cell with a formula of which the file holds no result."""

    text: str


Value = str | int | float | date | Formula | None


@dataclass(frozen=True)
class Sheet:
    """One sheet. rows: (row number in the file, its cells), rows without any value left out.

    merged: (first row, first column, last row, last column) from 1. formulas: how many cells hold one.
    """

    name: str
    hidden: bool
    rows: tuple[tuple[int, tuple[Value, ...]], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    formulas: int = 0


def read_sheets(content: bytes, *, limits: Limits = LIMITS) -> list[Sheet]:
    """Every sheet of an XLSX in its order, in a bounded child process.

    Formulas are never computed: the result that the file holds counts. Raises Unreadable with one Vietnamese
    sentence: empty, not XLSX, old XLS, encrypted, broken, too many rows, or over a limit.
    """
    told = run("lantoa.paper.sheets.parse:parse", content, limits=limits)
    return [
        Sheet(
            one["name"],
            one["hidden"],
            tuple((number, tuple(_value(cell) for cell in cells)) for number, cells in one["rows"]),
            tuple((a, b, c, d) for a, b, c, d in one["merged"]),
            one["formulas"],
        )
        for one in told
    ]


def _value(cell: Any) -> Value:
    if isinstance(cell, dict):
        return date.fromisoformat(cell["day"]) if "day" in cell else Formula(cell["formula"])
    return cell
