"""What stands on a PDF page: characters with their places and looks, and the thin rules drawn on it."""

import ctypes
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
    pictured: float = 0.0  # share of the page that its largest picture covers

    @property
    def letters(self) -> int:
        return sum(len(segment.text) for row in self.rows for segment in row)


def read_page(pdf: pdfium.PdfDocument, at: int) -> PageContent:
    """Page `at` (from 0) of an open document."""
    page = pdf[at]
    width, height = page.get_size()
    content = PageContent(at + 1, width, height)
    text = page.get_textpage()
    try:
        content.rows = rows_of(_runs(_glyphs(text)))
        _read_rules(page, content)
    finally:
        text.close()
        page.close()
    return content


@dataclass(slots=True)
class _Look:
    """What all characters of one text object share. below: from the baseline down to the box."""

    size: float
    bold: bool
    italic: bool
    below: float


def _glyphs(text: pdfium.PdfTextPage) -> list[Glyph]:
    """In the order of the file, without line breaks; blanks that the library sees in a gap have no width."""
    out: list[Glyph] = []
    looks: dict[int, _Look] = {}
    box = raw.FS_RECTF()
    page = text.raw
    # Asked for every character of a file of many pages: no call more than needed.
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(page, at)
        if (code < 32 and code != _LINE_END_HYPHEN) or code == 0xFFFE:
            continue
        if code == 32 and raw.FPDFText_IsGenerated(page, at) == 1:
            if out:
                last = out[-1]
                out.append(Glyph(" ", last.x1, last.x1, last.y, last.size, last.bold, last.italic))
            continue
        raw.FPDFText_GetLooseCharBox(page, at, box)
        key = ctypes.cast(raw.FPDFText_GetTextObject(page, at), ctypes.c_void_p).value or 0
        look = looks.get(key)
        if look is None:
            look = looks[key] = _look(page, at, box)
        left = box.left
        out.append(
            Glyph(
                _char(code),
                left,
                max(box.right, left),
                box.bottom + look.below,
                look.size,
                look.bold,
                look.italic,
            )
        )
    return out


def _char(code: int) -> str:
    if code == _LINE_END_HYPHEN:
        return "-"
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _look(page: Any, at: int, box: Any) -> _Look:
    """The size, and bold or italic by the name of the font."""
    buffer = ctypes.create_string_buffer(200)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(page, at, buffer, 200, flags)
    name = buffer.value.decode("utf-8", "replace").lower()
    bold = "bold" in name or "black" in name or raw.FPDFText_GetFontWeight(page, at) >= 600
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(page, at, x, y)
    size = raw.FPDFText_GetFontSize(page, at)
    # A font of size 1 under a scaling matrix is as large as its box.
    size = size if size > 2 else abs(box.top - box.bottom) * 0.8
    return _Look(size or 1.0, bold, "italic" in name or "oblique" in name, y.value - box.bottom)


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


def _read_rules(page: pdfium.PdfPage, content: PageContent) -> None:
    for thing in page.get_objects(max_depth=4):
        if thing.type == raw.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = thing.get_bounds()
            content.images += 1
            covered = abs((x1 - x0) * (y1 - y0)) / max(content.width * content.height, 1.0)
            content.pictured = max(content.pictured, covered)
        if thing.type != raw.FPDF_PAGEOBJ_PATH:
            continue
        x0, y0, x1, y1 = thing.get_bounds()
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
