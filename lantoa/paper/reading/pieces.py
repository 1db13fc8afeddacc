"""What every reader of a file kind hands on: lines, blocks side by side, and grids, in reading order."""

from dataclasses import dataclass, field

from lantoa.paper.structure import Table
from lantoa.paper.wording import bare, is_upper

# What only stands in blocks without a grid: the head, and recipients beside a signature.
_LAYOUT_WORDS = ("cong hoa xa hoi chu nghia", "doc lap - tu do", "noi nhan")


@dataclass
class Line:
    """One paragraph as it stands in the file, with what the file tells of its looks (None: not told).

    text: one line of NFC words. heading: outline level, 0 for none. lead: how many characters at the start
    are bold (a run-in heading). page: from 1, 0 where the file kind has none. no: its place among all lines.
    apart: a blank line or a wide gap stands before it. sureness: of words that were recognised on a scan,
    each with 0 to 100; none for words of the file itself. unsure: a sentence of what its reader doubts here.
    """

    text: str
    page: int = 0
    bold: bool | None = None
    italic: bool | None = None
    heading: int = 0
    centred: bool = False
    lead: int = 0
    apart: bool = False
    no: int = -1
    sureness: list[tuple[str, int]] = field(default_factory=list)
    unsure: str = ""


@dataclass
class Columns:
    """Blocks side by side without a grid: the head of a document, recipients beside a signature."""

    cells: list[list[Line]] = field(default_factory=list)


@dataclass
class Grid:
    """A table of data; `lines` are its rows as text, so that a row can be pointed at."""

    table: Table
    page: int = 0
    lines: list[Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lines = self.lines or [
            Line(" | ".join(cell.text.replace("\n", " ") for cell in row), page=self.page)
            for row in self.table.rows
        ]


Piece = Line | Columns | Grid


def flat(piece: Piece) -> list[Line]:
    """The lines of a piece, left before right."""
    if isinstance(piece, Line):
        return [piece]
    return [line for cell in piece.cells for line in cell] if isinstance(piece, Columns) else piece.lines


def is_layout(cells: list[list[list[Line]]], bordered: bool) -> bool:
    """Whether a table of these rows of cells only sets blocks side by side."""
    words = bare(" ".join(line.text for row in cells for cell in row for line in cell))
    if any(sign in words for sign in _LAYOUT_WORDS):
        return True
    if bordered or len(cells) > 3:
        return False
    first = [line for row in cells for cell in row for line in cell[:1]]
    return bool(first) and all(is_upper(line.text) or line.bold for line in first)


def number_lines(pieces: list[Piece]) -> list[Line]:
    """Give every line its number, in reading order, and return them all."""
    lines = [line for piece in pieces for line in flat(piece)]
    for no, line in enumerate(lines):
        line.no = no
    return lines


def side_by_side(pieces: list[Piece]) -> list[Piece]:
    """Side-by-side blocks of as many columns that follow each other become one."""
    out: list[Piece] = []
    for piece in pieces:
        last = out[-1] if out else None
        if isinstance(piece, Columns) and isinstance(last, Columns) and len(last.cells) == len(piece.cells):
            for cell, more in zip(last.cells, piece.cells, strict=True):
                cell.extend(more)
        else:
            out.append(piece)
    return out
