"""Sắc độ của một ô: how much of a group surely heard, as a class of colour, a sign and words together."""

from dataclasses import dataclass

from lantoa.coverage.cells import Cell
from lantoa.coverage.outward import Told
from lantoa.coverage.rules.small_cells_are_hidden import HIDDEN


@dataclass(frozen=True)
class Shade:
    """css: the class. sign: a shape that stands for it. says: the words of the legend."""

    css: str
    sign: str
    says: str


LOW, MIDDLE, HIGH, MOST = (
    Shade("h1", "<¼", "chắc chắn dưới 25 %"),
    Shade("h2", "≥¼", "chắc chắn từ 25 %"),
    Shade("h3", "≥½", "chắc chắn từ 50 %"),
    Shade("h4", "≥¾", "chắc chắn từ 75 %"),
)
TOLD = Shade("h0", "✓", "đã báo, chưa rõ tỷ lệ")
STALE = Shade("hs", "▲", "cần truyền thông lại")
GAP = Shade("hg", "○", "chưa báo")
NONE = Shade("hn", "–", "không áp dụng")
LEGEND = (MOST, HIGH, MIDDLE, LOW, TOLD, STALE, GAP, NONE)


def shade_of(cell: Cell, told: Told) -> Shade:
    """The shade of a cell by the numbers that may be seen."""
    if cell.state != "told":
        return {"stale": STALE, "gap": GAP}.get(cell.state, NONE)
    if told.percents is None:
        return TOLD
    least = told.percents[0]
    return MOST if least >= 75 else HIGH if least >= 50 else MIDDLE if least >= 25 else LOW


def share_says(cell: Cell, told: Told) -> str:
    """The share in a few characters: "28–84 %", "ẩn số", "" where nothing was told."""
    if cell.state not in ("told", "stale"):
        return ""
    if HIDDEN in (told.size, told.low, told.high):
        return str(HIDDEN)
    if told.percents is None:
        return ""
    low, high = told.percents
    return f"{low} %" if low == high else f"{low}–{high} %"
