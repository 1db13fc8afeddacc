"""What stands on a PDF page: characters with their places and looks, and the thin rules drawn on it."""

import ctypes
import math
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from lantoa.paper.wording import clean

_LINE_END_HYPHEN = 2  # how the library writes a hyphen before a line end
THIN = 2.5  # points: a rule is at most so thick


@dataclass(slots=True)
class Glyph:
    """One character: its advance box from x0 to x1 on the baseline y (points, y grows upward).

    sure: 0 to 100, how sure its recogniser is; a character of the file itself is certain.
    """

    char: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool
    sure: int = 100


@dataclass
class Segment:
    """Glyphs of one row that stand together."""

    glyphs: list[Glyph]

    @property
    def x0(self) -> float:
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        return self.glyphs[-1].x1

    @property
    def y(self) -> float:
        return self.glyphs[0].y

    @property
    def size(self) -> float:
        return max(glyph.size for glyph in self.glyphs)

    @property
    def text(self) -> str:
        return " ".join(self.raw_text().split())

    def raw_text(self) -> str:
        """The words with the blanks that stand in the file or that a gap shows."""
        out, last = [], None
        for glyph in self.glyphs:
            if last is not None and glyph.x0 - last.x1 > 0.17 * glyph.size:
                out.append(" ")
            out.append(glyph.char)
            last = glyph
        return clean("".join(out))


@dataclass
class PageContent:
    """One page: its size, its rows from top to bottom (each from left to right), its rules."""

    number: int
    width: float
    height: float
    rows: list[list[Segment]] = field(default_factory=list)
    # (x0, y0, x1, y1) of thin horizontal and vertical rules
    across: list[tuple[float, float, float]] = field(default_factory=list)  # y, x0, x1
    upright: list[tuple[float, float, float]] = field(default_factory=list)  # x, y0, y1
    images: int = 0
    aside: list[str] = field(default_factory=list)  # words that run another way than those of the page
    pictured: float = 0.0  # share of the page that its largest picture covers

    @property
    def letters(self) -> int:
        return sum(len(segment.text) for row in self.rows for segment in row)


def read_page(pdf: pdfium.PdfDocument, at: int) -> PageContent:
    """Page `at` (from 0) of an open document, turned so that most of its words run from left to right."""
    page = pdf[at]
    width, height = page.get_size()
    if page.get_rotation() in (90, 270):
        width, height = height, width  # of the paper as it is drawn on, before it is turned for the eye
    text = page.get_textpage()
    try:
        by_turn = _glyphs(text, width, height)
        turn = max(by_turn, key=lambda one: len(by_turn[one]), default=0)
        turned = Turn(turn, width, height)
        content = PageContent(at + 1, *turned.size)
        content.rows = rows_of(_runs(by_turn.pop(turn, [])))
        content.aside = [words for glyphs in by_turn.values() for words in _words_of(glyphs)]
        _read_rules(page, content, turned)
    finally:
        text.close()
        page.close()
    return content


def _words_of(glyphs: list[Glyph]) -> list[str]:
    rows = rows_of(_runs(glyphs))
    return [words for row in rows if (words := " ".join(segment.text for segment in row))]


@dataclass(frozen=True)
class Turn:
    """A page turned by quarters, so that words of that direction run to the right."""

    quarters: int
    width: float
    height: float

    @property
    def size(self) -> tuple[float, float]:
        return (self.height, self.width) if self.quarters % 2 else (self.width, self.height)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """(left, bottom, right, top) after the turn."""
        if self.quarters == 0:
            return x0, y0, x1, y1
        (left, bottom), (right, top) = self.point(x0, y0), self.point(x1, y1)
        return min(left, right), min(bottom, top), max(left, right), max(bottom, top)

    def point(self, x: float, y: float) -> tuple[float, float]:
        if self.quarters == 1:
            return y, self.width - x
        if self.quarters == 2:
            return self.width - x, self.height - y
        return (self.height - y, x) if self.quarters == 3 else (x, y)


@dataclass(slots=True)
class _Look:
    """What all characters of one text object share. below: from the baseline down to the box. turn: which
    way they run, in quarters."""

    size: float
    bold: bool
    italic: bool
    below: float
    turn: Turn


def _glyphs(text: pdfium.PdfTextPage, width: float, height: float) -> dict[int, list[Glyph]]:
    """By the way they run, in the order of the file, without line breaks; blanks that the library sees in a
    gap have no width."""
    out: dict[int, list[Glyph]] = {}
    looks: dict[int, _Look] = {}
    turns = [Turn(quarters, width, height) for quarters in range(4)]
    box = raw.FS_RECTF()
    page = text.raw
    now: list[Glyph] = []
    # Asked for every character of a file of many pages: no call more than needed.
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(page, at)
        if (code < 32 and code != _LINE_END_HYPHEN) or code == 0xFFFE:
            continue
        if code == 32 and raw.FPDFText_IsGenerated(page, at) == 1:
            if now:
                last = now[-1]
                now.append(Glyph(" ", last.x1, last.x1, last.y, last.size, last.bold, last.italic))
            continue
        raw.FPDFText_GetLooseCharBox(page, at, box)
        key = ctypes.cast(raw.FPDFText_GetTextObject(page, at), ctypes.c_void_p).value or 0
        look = looks.get(key)
        if look is None:
            look = looks[key] = _look(page, at, box, turns)
        left, bottom, right, _ = look.turn.box(box.left, box.bottom, box.right, box.top)
        now = out.setdefault(look.turn.quarters, [])
        now.append(
            Glyph(_char(code), left, max(right, left), bottom + look.below, look.size, look.bold, look.italic)
        )
    return out


def _char(code: int) -> str:
    if code == _LINE_END_HYPHEN:
        return "-"
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _look(page: Any, at: int, box: Any, turns: list[Turn]) -> _Look:
    """The size, and bold or italic by the name of the font."""
    buffer = ctypes.create_string_buffer(200)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(page, at, buffer, 200, flags)
    name = buffer.value.decode("utf-8", "replace").lower()
    bold = "bold" in name or "black" in name or raw.FPDFText_GetFontWeight(page, at) >= 600
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(page, at, x, y)
    turn = turns[
        -round(raw.FPDFText_GetCharAngle(page, at) / (math.pi / 2)) % 4
    ]  # the library counts clockwise
    _, bottom, _, top = turn.box(box.left, box.bottom, box.right, box.top)
    size = raw.FPDFText_GetFontSize(page, at)
    # A font of size 1 under a scaling matrix is as large as its box.
    size = size if size > 2 else abs(top - bottom) * 0.8
    below = turn.point(x.value, y.value)[1] - bottom
    return _Look(size or 1.0, bold, "italic" in name or "oblique" in name, below, turn)


def _runs(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Glyphs that follow each other on one baseline. The file's order keeps marks behind their letters."""
    runs: list[list[Glyph]] = []
    last: Glyph | None = None
    for glyph in glyphs:
        same = (
            last is not None
            and abs(glyph.y - last.y) < 0.3 * glyph.size
            and -0.6 * glyph.size < glyph.x0 - last.x1 < 0.9 * glyph.size
        )
        if same:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
        last = glyph
    return [run for run in runs if any(not glyph.char.isspace() for glyph in run)]


def rows_of(runs: list[list[Glyph]]) -> list[list[Segment]]:
    """Runs to rows from top to bottom; in a row, runs that nearly touch become one segment."""
    rows: list[list[list[Glyph]]] = []
    for run in sorted(runs, key=lambda run: -run[0].y):
        top = rows[-1][0][0] if rows else None
        if top is not None and abs(top.y - run[0].y) < 0.35 * min(top.size, run[0].size):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_segments(row) for row in rows]


def _segments(row: list[list[Glyph]]) -> list[Segment]:
    row = sorted((_trim(run) for run in row), key=lambda run: run[0].x0)
    out: list[Segment] = []
    for run in row:
        if out and run[0].x0 - out[-1].x1 < 0.9 * run[0].size:
            out[-1].glyphs.extend(run)
        else:
            out.append(Segment(list(run)))
    return out


def _trim(run: list[Glyph]) -> list[Glyph]:
    start, end = 0, len(run)
    while start < end - 1 and run[start].char.isspace():
        start += 1
    while end > start + 1 and run[end - 1].char.isspace():
        end -= 1
    return run[start:end]


def _read_rules(page: pdfium.PdfPage, content: PageContent, turn: Turn) -> None:
    for thing in page.get_objects(max_depth=4):
        if thing.type == raw.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = turn.box(*thing.get_bounds())
            content.images += 1
            covered = abs((x1 - x0) * (y1 - y0)) / max(content.width * content.height, 1.0)
            content.pictured = max(content.pictured, covered)
        if thing.type != raw.FPDF_PAGEOBJ_PATH:
            continue
        x0, y0, x1, y1 = turn.box(*thing.get_bounds())
        wide, high = x1 - x0, y1 - y0
        if high <= THIN < wide:
            content.across.append(((y0 + y1) / 2, x0, x1))
        elif wide <= THIN < high:
            content.upright.append(((x0 + x1) / 2, y0, y1))
        elif wide > THIN and high > THIN and _is_stroked(thing):
            content.across += [(y0, x0, x1), (y1, x0, x1)]
            content.upright += [(x0, y0, y1), (x1, y0, y1)]


def _is_stroked(thing: pdfium.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(thing, fill, stroke)
    return bool(stroke.value)
