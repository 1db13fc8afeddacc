"""Rows of a PDF to paragraphs: which row begins one, told by indents, gaps, and words that had room."""

import re
from collections import Counter
from dataclasses import dataclass, field

from lantoa.paper.kinds import ABBREVIATIONS
from lantoa.paper.marks import Marked, take_apart
from lantoa.paper.reading.pdf_page import Segment
from lantoa.paper.reading.pieces import Line
from lantoa.paper.wording import is_upper, one_line

# KH-, 03/, LĐ-: the left part of a symbol has a figure or a capital; a dash between words has blanks.
_TORN = re.compile(r"(?<!\S)\w*[A-ZĐ0-9]\w*[-/](?:[\w&]+[-/])*$")


_NEXT_BASIS = re.compile(r"^[*_]*(Căn cứ|Theo đề nghị|Xét)\b")


@dataclass
class Row:
    """One printed row: its words, where it stands, how it looks."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    page: int
    first_word: float  # width
    bold: bool
    italic: bool
    lead: int
    left: float = 0.0  # of the block of text it belongs to
    right: float = 0.0
    sureness: list[tuple[str, int]] = field(default_factory=list)  # of each word, when it was recognised
    column: int = 0  # 1 and 2 where running text stands in two columns
    unsure: str = ""

    @property
    def centred(self) -> bool:
        """In the middle, and not just an indented line that happens to end there."""
        middle = (self.left + self.right) / 2
        clear = 12 if self.bold else 45
        return abs((self.x0 + self.x1) / 2 - middle) < 8 and self.x0 > self.left + clear


def row_of(segments: list[Segment], page: int) -> Row:
    """The row that these segments make."""
    glyphs = [glyph for segment in segments for glyph in segment.glyphs]
    inked = [glyph for glyph in glyphs if not glyph.char.isspace()]
    text = one_line(" ".join(segment.raw_text() for segment in segments))
    first = text.split(" ")[0] if text else ""
    lead = 0
    for glyph in inked:
        if not glyph.bold:
            break
        lead += 1
    return Row(
        text,
        x0=inked[0].x0,
        x1=inked[-1].x1,
        y=segments[0].y,
        size=max(glyph.size for glyph in inked),
        page=page,
        first_word=sum(glyph.x1 - glyph.x0 for glyph in inked[: len(first)]),
        bold=all(glyph.bold for glyph in inked),
        italic=all(glyph.italic for glyph in inked),
        lead=_with_blanks(text, lead),
        sureness=_sureness(segments) if any(glyph.sure < 100 for glyph in inked) else [],
    )


def _sureness(segments: list[Segment]) -> list[tuple[str, int]]:
    words: list[tuple[str, int]] = []
    for segment in segments:
        at = 0
        for word in segment.raw_text().split():
            glyphs = [glyph for glyph in segment.glyphs if not glyph.char.isspace()][at : at + len(word)]
            words.append((word, min((glyph.sure for glyph in glyphs), default=100)))
            at += len(word)
    return words


def _with_blanks(text: str, inked: int) -> int:
    """How many characters of the text hold so many that are not blank."""
    seen = 0
    for at, char in enumerate(text):
        if seen == inked:
            return at
        seen += not char.isspace()
    return len(text) if inked else 0


def set_margins(
    rows: list[Row], page_width: float, outermost: float, recipients_at: float | None = None
) -> None:
    """Left and right edge of the text block, from the longer rows.

    outermost: how far right any word on such a page goes. Where too few rows are full to show the edge, it
    is there, or as far from the paper's side as the left one. recipients_at: where "Nơi nhận" begins, which
    is the left edge even when every longer row is an indented one.
    """
    long = [row for row in rows if len(row.text) > 25 or row.column] or rows
    if not long:
        return
    left = _edge([row.x0 for row in long], least=True)
    if recipients_at is not None and 15 < left - recipients_at < 60:
        left = recipients_at
    right = _edge([row.x1 for row in long], least=False)
    if right < 0.7 * page_width or sum(abs(row.x1 - right) < 3 for row in long) < 3:
        right = max(right, page_width - left, outermost)
    for row in rows:
        row.left, row.right = min(left, row.x0) if row.x0 > left - 40 else left, right


def _edge(values: list[float], least: bool) -> float:
    """The outermost place that at least two rows share; one stray row is no margin."""
    places = Counter(round(value / 3) for value in values)
    shared = [place for place, count in places.items() if count > 1] or list(places)
    place = min(shared) if least else max(shared)
    near = [value for value in values if round(value / 3) == place]
    return min(near) if least else max(near)


def typical_pitch(rows: list[Row]) -> float:
    """The most common distance from one row to the next, in points."""
    pitches = Counter(
        round(above.y - below.y)
        for above, below in zip(rows, rows[1:], strict=False)
        if _is_below(below, above) and 0 < above.y - below.y < 4 * below.size
    )
    if not pitches:
        return 20.0
    most = max(pitches.values())
    return float(min(pitch for pitch, count in pitches.items() if count >= 0.5 * most))


def join_rows(rows: list[Row], pitch: float) -> list[Line]:
    """Paragraphs as lines."""
    lines: list[Line] = []
    first: Row | None = None
    last: Row | None = None
    for row in rows:
        if first is None or last is None or _begins(row, first, last, pitch):
            gap = last is not None and _is_below(row, last) and last.y - row.y > 1.5 * pitch
            lines.append(
                Line(row.text, row.page, row.bold, row.italic, centred=row.centred, lead=row.lead, apart=gap)
            )
            lines[-1].sureness, lines[-1].unsure = list(row.sureness), row.unsure
            first = row
        else:
            _append(lines[-1], row)
        last = row
    return lines


def _append(line: Line, row: Row) -> None:
    if line.lead == len(line.text) and row.lead:
        line.lead = len(line.text) + 1 + row.lead
    line.text = join_words(line.text, row.text)
    line.sureness.extend(row.sureness)
    line.unsure = line.unsure or row.unsure
    line.bold, line.italic = line.bold and row.bold, line.italic and row.italic


def join_words(above: str, below: str) -> str:
    """Two rows as one text; a symbol that was torn after its "/" or "-" is made whole."""
    torn = _TORN.search(above) and below[:1].isalnum()
    return f"{above}{below}" if torn else f"{above} {below}"


def _begins(row: Row, first: Row, last: Row, pitch: float) -> bool:
    """Whether a paragraph begins at this row; `first` and `last` are rows of the paragraph so far."""
    gap = last.y - row.y if _is_below(row, last) else pitch
    if gap < 0 or gap > pitch * 1.22 + 1.5 or row.bold != last.bold:
        return _says_otherwise(row, last, gap, pitch)
    mark = take_apart(row.text)
    if row.centred and last.centred and not mark.kind and (row.bold or abs(row.x0 - last.x0) > 1):
        return is_upper(row.text) != is_upper(last.text) or row.italic != last.italic or _is_kind(last.text)
    if _had_room(row, last) or (row.italic != last.italic and last.text.endswith((".", ";", ":"))):
        return True
    if _NEXT_BASIS.match(row.text) and last.text.rstrip("*_ ").endswith(";"):
        return True
    indented = row.x0 > row.left + 9
    if mark.kind and not _is_torn_range(mark, last):
        return indented or not first.x0 > first.left + 9 or mark.kind != "bullet"
    if not indented:
        return False
    if take_apart(first.text).kind and row.x0 > first.x0 + 3:
        return False  # hanging indent under a marker
    return not (last is not first and abs(row.x0 - last.x0) < 2)


def _is_below(row: Row, last: Row) -> bool:
    return (last.page, last.column) == (row.page, row.column)


def _says_otherwise(row: Row, last: Row, gap: float, pitch: float) -> bool:
    """A change of looks or a wide gap begins a paragraph, but for larger letters on a row of their own."""
    return not (row.bold == last.bold and 0 < gap < pitch * 1.22 + 1.5 + (row.size - 10) * 0.2)


def _had_room(row: Row, last: Row) -> bool:
    """Whether the first word of this row would have fitted on the last one: then that one had ended."""
    return last.x1 + 0.25 * row.size + row.first_word < last.right - 2.5


def _is_torn_range(mark: Marked, last: Row) -> bool:
    """ "2022" | "- 2025": a dash between figures that the line end tore apart."""
    return mark.kind == "bullet" and bool(re.match(r"\d", mark.words)) and bool(re.search(r"\d$", last.text))


def _is_kind(text: str) -> bool:
    return text.upper() in ABBREVIATIONS and is_upper(text)
