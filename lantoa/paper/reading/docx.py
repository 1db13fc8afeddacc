"""DOCX to lines. The XML is read as it is: papers of many hands break what a tidy library expects."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from lantoa.paper.legacy_letters import decode, of_font
from lantoa.paper.marks import LONE_MARKER
from lantoa.paper.reading.archive import BROKEN, NOT_WORD, Archive
from lantoa.paper.reading.docx_changes import CHANGED, UNFINISHED, accept_changes
from lantoa.paper.reading.docx_notes import NOTE_REFERENCES, Footnotes, is_consolidated
from lantoa.paper.reading.docx_numbering import Numbering, W
from lantoa.paper.reading.pieces import Columns, Grid, Line, Piece, flat, is_layout, side_by_side
from lantoa.paper.refusal import Unreadable
from lantoa.paper.structure import Cell, Column, Table
from lantoa.paper.wording import clean, one_line

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFF = ("0", "false", "off", "none")


@dataclass
class Style:
    """What a paragraph or character style says; None: not said, its base may."""

    based_on: str = ""
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    outline: int | None = None
    align: str | None = None
    num_id: str = ""
    depth: int = 0
    font: str | None = None


@dataclass
class Word:
    """One document while it is read."""

    archive: Archive
    styles: dict[str, Style] = field(default_factory=dict)
    default_style: str = ""
    numbering: Numbering = field(default_factory=Numbering)
    notes: Footnotes | None = None


def read_docx(content: bytes) -> list[Piece]:
    """The lines, side-by-side blocks and grids of a DOCX. Raises Unreadable."""
    archive = Archive(content)
    if "[Content_Types].xml" not in archive.names or "word/document.xml" not in archive.names:
        raise Unreadable(NOT_WORD)
    root = archive.xml("word/document.xml")
    body = None if root is None else root.find(W + "body")
    if body is None:
        raise Unreadable(BROKEN)
    word = Word(archive, numbering=Numbering.from_xml(archive.xml("word/numbering.xml")))
    _read_styles(word)
    changed = accept_changes(body)
    if is_consolidated(body):
        word.notes = Footnotes(archive)
    pieces = list(_pieces(word, body))
    pieces = side_by_side([*pieces, *(word.notes.lines() if word.notes else [])])
    lines = [line for piece in pieces for line in flat(piece)]
    if changed and lines and not any(line.unsure for line in lines):
        lines[0].unsure = UNFINISHED  # what changed left no line of its own
    return pieces


def _read_styles(word: Word) -> None:
    root = word.archive.xml("word/styles.xml")
    for xml in root.findall(W + "style") if root is not None else []:
        key = xml.get(W + "styleId", "")
        style = _looks(xml.find(W + "rPr"), Style(based_on=_value(xml, "basedOn") or ""))
        paragraph = xml.find(W + "pPr")
        if paragraph is not None:
            level = _value(paragraph, "outlineLvl")
            style.outline = int(level) if level and level.isdigit() else None
            style.align = _value(paragraph, "jc")
            style.num_id, style.depth = _list_of(paragraph)
        word.styles[key] = style
        if xml.get(W + "default") == "1" and xml.get(W + "type") == "paragraph":
            word.default_style = key


def _looks(xml: ET.Element | None, style: Style) -> Style:
    if xml is not None:
        style.bold, style.italic = _switch(xml, "b"), _switch(xml, "i")
        style.caps = _switch(xml, "caps")
        style.font = _font(xml)
    return style


def _font(look: ET.Element | None) -> str | None:
    fonts = None if look is None else look.find(W + "rFonts")
    return None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi")


def _switch(xml: ET.Element, name: str) -> bool | None:
    found = xml.find(W + name)
    return None if found is None else found.get(W + "val", "1") not in _OFF


def _value(xml: ET.Element | None, name: str) -> str | None:
    found = None if xml is None else xml.find(W + name)
    return None if found is None else found.get(W + "val")


def _list_of(paragraph: ET.Element) -> tuple[str, int]:
    numbers = paragraph.find(W + "numPr")
    depth = _value(numbers, "ilvl") or "0"
    return _value(numbers, "numId") or "", int(depth) if depth.isdigit() else 0


def _said(word: Word, key: str, what: str) -> object:
    """What the style or its nearest base says of this; None when none says."""
    for _ in range(20):  # a chain of bases may be a ring
        style = word.styles.get(key)
        if style is None:
            return None
        value = getattr(style, what)
        if value is not None and value != "":
            return value
        key = style.based_on
    return None


def _pieces(word: Word, parent: ET.Element) -> Iterator[Piece]:
    apart = False
    for xml in parent:
        if xml.tag == W + "p":
            pieces = list(_paragraph(word, xml))
            for piece in pieces:
                for line in flat(piece):
                    line.apart, apart = apart, False
                    line.unsure = UNFINISHED if xml.get(CHANGED) else line.unsure
            yield from pieces
            apart = apart or not pieces
        elif xml.tag == W + "tbl":
            yield from _table(word, xml)
        elif xml.tag == W + "sdt":
            inside = xml.find(W + "sdtContent")
            if inside is not None:
                yield from _pieces(word, inside)
        elif xml.tag in (W + "ins", W + "moveTo", W + "customXml", W + "smartTag"):
            yield from _pieces(word, xml)


def _paragraph(word: Word, xml: ET.Element) -> Iterator[Piece]:
    """The paragraph's lines: one, or more where a line break stands; side by side where a tab parts them."""
    look = xml.find(W + "pPr")
    style = _value(look, "pStyle") or word.default_style
    runs = list(_runs(word, xml, style))
    text = "".join(run for run, _, _ in runs)
    boxes = [line for box in _boxes(xml) for piece in _pieces(word, box) for line in flat(piece)]
    align = _value(look, "jc") or _said(word, style, "align")
    num_id, depth = _list_of(look) if look is not None else ("", 0)
    if not num_id:
        num_id, depth = str(_said(word, style, "num_id") or ""), int(str(_said(word, style, "depth") or 0))
    marker = word.numbering.next_marker(num_id, depth) if num_id not in ("", "0") and text.strip() else ""
    outline = _said(word, style, "outline")
    at = 0
    for part in text.split("\n"):
        line = _line_of(part, _looks_of(runs, at, at + len(part)))
        start, at = at, at + len(part) + 1
        tabbed = _tabbed(part)
        if tabbed:
            spans = [(start + low, start + high) for low, high in tabbed]
            yield Columns([[_line_of(text[lo:hi], _looks_of(runs, lo, hi))] for lo, hi in spans])
        elif line.text:
            line.centred = align == "center"
            line.heading = int(str(outline)) + 1 if outline is not None and int(str(outline)) < 9 else 0
            if marker:
                line.text, line.lead = f"{marker} {line.text}", line.lead and line.lead + len(marker) + 1
                marker = ""
            yield line
    yield from boxes


def _tabbed(part: str) -> list[tuple[int, int]]:
    """Where the two halves of a line lie that tabs set side by side; nothing for any other line."""
    words = [(found.start(), found.end()) for found in re.finditer(r"[^\t]*[^\t\s][^\t]*", part)]
    if len(words) != 2 or LONE_MARKER.fullmatch(part[slice(*words[0])].strip()):
        return []
    return words


def _line_of(text: str, looks: list[tuple[str, bool, bool]]) -> Line:
    letters = [(bold, italic) for run, bold, italic in looks for ch in run if not ch.isspace()]
    lead = 0
    for run, bold, _ in looks:
        if run.strip() and not bold:
            break
        lead += len(run)
    words = one_line(text)
    return Line(
        words,
        bold=bool(letters) and all(bold for bold, _ in letters),
        italic=bool(letters) and all(italic for _, italic in letters),
        lead=min(lead, len(words)) if letters and letters[0][0] else 0,
    )


def _looks_of(runs: list[tuple[str, bool, bool]], start: int, end: int) -> list[tuple[str, bool, bool]]:
    out, at = [], 0
    for text, bold, italic in runs:
        low, high = max(start, at), min(end, at + len(text))
        if low < high:
            out.append((text[low - at : high - at], bold, italic))
        at += len(text)
    return out


def _runs(word: Word, paragraph: ET.Element, style: str) -> Iterator[tuple[str, bool, bool]]:
    """(words, bold, italic) of each run that is shown: not deleted, not hidden, not in a text box."""
    for run in _shown_runs(paragraph):
        look = run.find(W + "rPr")
        character = _value(look, "rStyle") or ""
        if look is not None and _switch(look, "vanish"):
            continue
        written = "".join(_words(run, word.notes))
        font = _font(look) or str(_said(word, character, "font") or _said(word, style, "font") or "")
        encoding = of_font(font)
        text = clean(decode(written, encoding, font) if encoding else written)

        def is_on(name: str, key: str, look: ET.Element | None = look, character: str = character) -> bool:
            own = _switch(look, key) if look is not None else None
            for said in (own, _said(word, character, name), _said(word, style, name)):
                if said is not None:
                    return bool(said)
            return False

        yield (text.upper() if is_on("caps", "caps") else text), is_on("bold", "b"), is_on("italic", "i")


def _shown_runs(parent: ET.Element) -> Iterator[ET.Element]:
    for xml in parent:
        if xml.tag == W + "r":
            yield xml
        elif xml.tag not in (W + "pPr", W + "rPr"):
            yield from _shown_runs(xml)


def _words(run: ET.Element, notes: Footnotes | None) -> Iterator[str]:
    for xml in run:
        if xml.tag == W + "t":
            yield xml.text or ""
        elif xml.tag in (W + "tab", W + "ptab"):
            yield "\t"
        elif xml.tag in (W + "br", W + "cr"):
            yield "\n"
        elif xml.tag == W + "noBreakHyphen" or xml.tag == W + "sym":
            yield "-"
        elif notes and xml.tag in NOTE_REFERENCES:
            yield notes.mark(xml)


def _boxes(paragraph: ET.Element) -> Iterator[ET.Element]:
    """Text boxes anchored in the paragraph; of two renderings of one box the first is taken."""
    for xml in paragraph.iter():
        if xml.tag == _MARKUP + "AlternateContent":
            choice = xml.find(_MARKUP + "Choice")
            found = [] if choice is None else list(choice.iter(W + "txbxContent"))
            yield from found or list(xml.iter(W + "txbxContent"))[:1]


def _table(word: Word, xml: ET.Element) -> Iterator[Piece]:
    rows = [list(_cells(row)) for row in _rows(xml)]
    rows = [row for row in rows if row]
    if not rows:
        return
    cells = [[[line for p in _pieces(word, cell) for line in flat(p)] for cell in row] for row in rows]
    if is_layout(cells, bordered=_has_borders(xml)):
        wide = max(len(row) for row in cells)
        yield Columns([[line for row in cells if at < len(row) for line in row[at]] for at in range(wide)])
    else:
        yield Grid(_grid(xml, rows, cells))


def _rows(table: ET.Element) -> Iterator[ET.Element]:
    for xml in table:
        if xml.tag == W + "tr":
            yield xml
        elif xml.tag in (W + "sdt", W + "sdtContent", W + "ins"):
            yield from _rows(xml)


def _cells(row: ET.Element) -> Iterator[ET.Element]:
    for xml in row:
        if xml.tag == W + "tc":
            yield xml
        elif xml.tag in (W + "sdt", W + "sdtContent", W + "ins"):
            yield from _cells(xml)


def _has_borders(table: ET.Element) -> bool:
    for kind in ("tblBorders", "tcBorders"):
        for borders in table.iter(W + kind):
            if any(edge.get(W + "val") not in ("nil", "none", None) for edge in borders):
                return True
    return _value(table.find(W + "tblPr"), "tblStyle") not in (None, "TableNormal")


def _grid(xml: ET.Element, rows: list[list[ET.Element]], cells: list[list[list[Line]]]) -> Table:
    table = Table(_columns(xml, rows), [], header_rows=_header_rows(xml))
    open_cells: dict[int, Cell] = {}
    for row, words in zip(rows, cells, strict=True):
        at, out = 0, []
        for tc, lines in zip(row, words, strict=True):
            look = tc.find(W + "tcPr")
            across = int(_value(look, "gridSpan") or 1)
            merge = None if look is None else look.find(W + "vMerge")
            if merge is not None and merge.get(W + "val") != "restart" and at in open_cells:
                open_cells[at].down += 1
            else:
                cell = Cell("\n".join(line.text for line in lines), across=across)
                cell.bold = bool(lines) and all(line.bold for line in lines)
                out.append(cell)
                open_cells[at] = cell
            at += across
        table.rows.append(out)
    return table


def _columns(xml: ET.Element, rows: list[list[ET.Element]]) -> list[Column]:
    widths = [float(col.get(W + "w") or 1) for col in xml.findall(f"{W}tblGrid/{W}gridCol")]
    return [Column(width) for width in widths] or [Column() for _ in max(rows, key=len)]


def _header_rows(xml: ET.Element) -> int:
    marked = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in _rows(xml)]
    return max(1, sum(marked))
