"""Where in a workbook the table of sizes stands, and every figure in it, still as it was typed.

Two shapes: a row for each figure (đơn vị, nhóm, số lượng), or a row for each unit with a column for each
group. Titles above, empty columns, columns of another kind and merged cells do no harm.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lantoa.common.problems import Problem, RuleBroken, refuse
from lantoa.language.folding import fold, nfc
from lantoa.paper.sheets import Formula, Sheet, Value

HEADS = {
    "unit": {
        "don vi", "ten don vi", "phuong", "xa", "phuong xa", "xa phuong", "ten phuong xa", "ten xa phuong",
        "dia ban", "ten phuong", "ten xa", "don vi hanh chinh", "phuong xa thi tran", "xa phuong thi tran",
        "khu pho ap", "ap khu pho",
    },
    "code": {"ma", "ma don vi", "ma dvhc", "ma don vi hanh chinh", "ma phuong xa", "ma xa"},
    "kind": {"nhom doi tuong", "nhom", "doi tuong", "loai ho", "loai doi tuong"},
    "count": {"so luong", "so ho", "quy mo", "so ho nguoi", "so ho so nguoi", "so nguoi"},
    "day": {"so lieu ngay", "ngay", "ngay so lieu", "tinh den ngay", "thoi diem", "den ngay"},
    "source": {"nguon", "nguon so lieu"},
}  # fmt: skip
MOST_LINES_ABOVE = 40
_WORD = re.compile(r"\w+")
_NUMBERED = re.compile(r"^\(?(?:[A-Za-z]|\d{1,2})\)?$")  # the line (A) (B) (1) (2) under a head
FEWEST_NUMBERED = 2
MOST_MERGED_CELLS = 400_000

NO_TABLE = (
    "Không thấy bảng số liệu trong tệp. Bảng cần một dòng tiêu đề có cột “Đơn vị” (hoặc “Mã”), và hoặc hai "
    "cột “Nhóm đối tượng”, “Số lượng”, hoặc mỗi nhóm một cột (“Hộ nghèo”, “Hộ cận nghèo”...). "
    "Tải mẫu về để điền cho nhanh."
)


@dataclass(frozen=True)
class Figure:
    """One figure as typed. line: its row in the file. merged: its cell is shared by several rows."""

    line: int
    unit: str
    code: str
    kind: str
    count: Value
    day: Value
    source: str
    merged: bool = False


@dataclass(frozen=True)
class Table:
    """The figures of a workbook, and what a person should know about how it was read."""

    sheet: str
    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()


def find_table(sheets: Iterable[Sheet], kinds: Mapping[str, str]) -> Table:
    """The first table of sizes on a visible sheet. kinds: folded name or key of a group -> its name.

    Raises RuleBroken when there is none.
    """
    sheets = list(sheets)
    for sheet in (one for one in sheets if not one.hidden):
        grid = _Grid(sheet)
        if found := _head_of(grid, kinds):
            figures = tuple(_figures(grid, *found))
            return Table(sheet.name, figures, tuple(_notes(sheets, sheet, grid, *found)))
    raise RuleBroken(Problem("no_table", NO_TABLE, "file"))


def words_of(text: str) -> str:
    """Folded words alone: "Phường, xã (2025)" and "phuong xa 2025" are the same head."""
    return " ".join(_WORD.findall(fold(text)))


class _Grid:
    """A sheet with its merged cells: each stands for the value in their corner."""

    def __init__(self, sheet: Sheet):
        self.rows = sheet.rows
        self.cells = dict(sheet.rows)
        self.width = max((len(cells) for _, cells in sheet.rows), default=0)
        self.corners: dict[tuple[int, int], tuple[int, int]] = {}
        self.tall: set[tuple[int, int]] = set()  # cells that several rows share
        last = sheet.rows[-1][0] if sheet.rows else 0
        for top, left, bottom, right in sheet.merged:
            inside = [
                (row, column)
                for row in range(top, min(bottom, last) + 1)
                for column in range(left, min(right, self.width) + 1)
            ]
            if len(self.corners) + len(inside) > MOST_MERGED_CELLS:
                refuse("merged_cells", "Bảng tính có quá nhiều ô gộp. Hãy bỏ gộp ô rồi thử lại.", "file")
            self.corners.update(dict.fromkeys(inside, (top, left)))
            if bottom > top:
                self.tall.update(inside)

    def at(self, number: int, column: int) -> Value:
        cells = self.cells.get(number, ())
        return cells[column - 1] if column <= len(cells) else None

    def filled(self, number: int, column: int | None) -> Value:
        """The cell, or what it shares with the cells it is merged with."""
        if column is None:
            return None
        value = self.at(number, column)
        corner = self.corners.get((number, column))
        return self.at(*corner) if value is None and corner else value


def _head_of(grid: _Grid, kinds: Mapping[str, str]) -> tuple[int, dict[int, str]] | None:
    """(index of the row, column -> "unit", "code", ... or "=" and the name of a group)."""
    best: tuple[int, dict[int, str]] | None = None
    for at, (number, _) in enumerate(grid.rows[:MOST_LINES_ABOVE]):
        heads: dict[int, str] = {}
        for column in range(1, grid.width + 1):
            said = _meant(_text(grid.filled(number, column)), kinds)
            if said and said not in heads.values():
                heads[column] = said
        if _is_head(heads) and (best is None or len(heads) >= len(best[1])):
            best = at, heads  # of two that say as much the lower: the upper one is merged over it
    return best


def _meant(text: str, kinds: Mapping[str, str]) -> str:
    words = words_of(text)
    for name, spellings in HEADS.items():
        if words in spellings:
            return name
    for spelling in (words, words.removeprefix("so "), words.removeprefix("so luong ")):
        if spelling in kinds:
            return f"={kinds[spelling]}"
    return ""


def _is_head(heads: Mapping[int, str]) -> bool:
    said = set(heads.values())
    if not said & {"unit", "code"}:
        return False
    return {"kind", "count"} <= said or any(one.startswith("=") for one in said)


def _figures(grid: _Grid, at: int, heads: Mapping[int, str]) -> Iterator[Figure]:
    columns = {said: column for column, said in heads.items()}
    groups = [(column, said[1:]) for column, said in heads.items() if said.startswith("=")]
    counts = [(columns["count"], "")] if {"kind", "count"} <= set(columns) else groups
    for n, (number, cells) in enumerate(grid.rows[at + 1 :]):
        if n == 0 and _is_numbering(cells):
            continue
        unit, code, kind, source = (
            _text(grid.filled(number, columns.get(name))) for name in ("unit", "code", "kind", "source")
        )
        day = grid.filled(number, columns.get("day"))
        for column, group in counts:
            count, shared = grid.at(number, column), (number, column) in grid.tall
            if count is None and not shared and (group or not (kind and (unit or code))):
                continue  # an empty cell under a group says nothing; a remark under the table neither
            yield Figure(number, unit, code, group or kind, count, day, source, shared)


def _is_numbering(cells: tuple[Value, ...]) -> bool:
    told = [_text(cell) for cell in cells if cell is not None]
    return len(told) >= FEWEST_NUMBERED and all(_NUMBERED.match(text) for text in told)


def _notes(sheets: list[Sheet], used: Sheet, grid: _Grid, at: int, heads: Mapping[int, str]) -> Iterator[str]:
    hidden = [one.name for one in sheets if one.hidden]
    others = [one.name for one in sheets if not one.hidden and one is not used and one.rows]
    number = grid.rows[at][0]
    unread = [
        _text(grid.filled(number, column))
        for column in range(1, grid.width + 1)
        if column not in heads and grid.filled(number, column) is not None
    ]
    if hidden:
        yield f"Không đọc {len(hidden)} trang tính bị ẩn: {_listed(hidden)}."
    if others:
        yield f"Chỉ đọc trang “{used.name}”; không đọc: {_listed(others)}."
    if unread:
        yield f"Không dùng các cột: {_listed(list(dict.fromkeys(unread)))}."
    if used.formulas:
        yield f"Có {used.formulas} ô là công thức: lấy kết quả mà tệp đã lưu, không tính lại."


def _listed(names: list[str]) -> str:
    shown = ", ".join(f"“{name[:60]}”" for name in names[:8])
    return shown if len(names) <= 8 else f"{shown} và {len(names) - 8} tên khác"


def _text(value: Value) -> str:
    if value is None or isinstance(value, Formula):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(nfc(str(value)).split())
