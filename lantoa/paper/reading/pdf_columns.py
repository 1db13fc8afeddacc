"""Columns of running text on a PDF page: which rows stand in two columns, and where the white between runs.

A table without rules, a head and a signature block also set words side by side; they are none: the rows of
running text are many, nearly full and begin at one edge. Where that is not clear it is told.
"""

from dataclasses import dataclass

from lantoa.paper.marks import take_apart
from lantoa.paper.reading.pdf_page import Glyph, Segment
from lantoa.paper.wording import bare

_LEAST_WHITE = 7.0  # points between the columns
_MOST_WHITE = 0.09  # of the page's width
_LEAST_ROWS, _SURE_ROWS = 4, 6
_LEAST_LETTERS = 18  # of a typical row of a column of running text
_LEAST_FULL = 0.75  # of the column's width, in a typical row
_WORTH_TELLING = 8  # letters of a typical row of blocks whose order may be wrong

Span = tuple[float, float]


@dataclass(frozen=True)
class Band:
    """Rows [start, end) in two columns parted at x = cut. sure: that they are columns of running text."""

    start: int
    end: int
    cut: float
    sure: bool
    is_text: bool


def bands_of(rows: list[list[Segment]], width: float) -> list[Band]:
    """The bands of rows from top to bottom that stand in two columns."""
    bands: list[Band] = []
    at = 0
    while at < len(rows):
        band = _band_at(rows, at, width)
        if band:
            bands.append(band)
            at = band.end
        else:
            at += 1
    return bands


def parted(row: list[Segment], cut: float) -> tuple[list[Segment], list[Segment]]:
    """The row's words left and right of the cut."""
    left = [glyph for segment in row for glyph in segment.glyphs if glyph.x0 < cut]
    right = [glyph for segment in row for glyph in segment.glyphs if glyph.x0 >= cut]
    return _segment(left), _segment(right)


def _segment(glyphs: list[Glyph]) -> list[Segment]:
    return [Segment(glyphs)] if any(not glyph.char.isspace() for glyph in glyphs) else []


def _band_at(rows: list[list[Segment]], start: int, width: float) -> Band | None:
    """The longest band that begins at this row, over each white gap of the row."""
    best: Band | None = None
    for low, high in _gaps(rows[start], width):
        end, white, both = _goes_down(rows, start, (low, high))
        if both >= _LEAST_ROWS and (best is None or end > best.end):
            best = _judged(rows, start, end, white, both, width)
    return best


def _gaps(row: list[Segment], width: float) -> list[Span]:
    spans = _spans(row)
    gaps = [(left[1], right[0]) for left, right in zip(spans, spans[1:], strict=False)]
    return [
        gap for gap in gaps if gap[1] - gap[0] >= _LEAST_WHITE and 0.2 * width < sum(gap) / 2 < 0.8 * width
    ]


def _spans(row: list[Segment]) -> list[Span]:
    """Where ink stands in a row: blanks narrower than the white between columns are none."""
    spans: list[list[float]] = []
    for segment in row:
        for glyph in segment.glyphs:
            if glyph.char.isspace():
                continue
            if spans and glyph.x0 - spans[-1][1] < _LEAST_WHITE:
                spans[-1][1] = max(spans[-1][1], glyph.x1)
            else:
                spans.append([glyph.x0, glyph.x1])
    return [(low, high) for low, high in spans]


def _goes_down(rows: list[list[Segment]], start: int, white: Span) -> tuple[int, Span, int]:
    """(row after the last, the white that all leave, how many rows have words on both sides)."""
    both, last = 0, start
    for at in range(start, len(rows)):
        if any(bare(segment.text).startswith("noi nhan") for segment in rows[at]):
            break  # recipients beside a signature
        narrowed = _narrowed(_spans(rows[at]), white)
        if narrowed is None:
            break
        white = narrowed
        spans = _spans(rows[at])
        if spans and spans[0][1] <= white[0] + 0.1 and spans[-1][0] >= white[1] - 0.1:
            both, last = both + 1, at
        elif at - last > 12 or _stands_apart(rows, at):
            break
        else:
            last = at
    return last + 1, white, both


def _narrowed(spans: list[Span], white: Span) -> Span | None:
    """What of the white these words leave, None when it is too little."""
    low, high = white
    for left, right in spans:
        if right <= low or left >= high:
            continue
        low, high = max([(low, left), (right, high)], key=lambda piece: piece[1] - piece[0])
        if high - low < _LEAST_WHITE:
            return None
    return low, high


def _stands_apart(rows: list[list[Segment]], at: int) -> bool:
    """A row of one side under a wider gap than the rows above it: the columns have ended."""
    if at < 2:
        return False
    pitch = rows[at - 2][0].y - rows[at - 1][0].y
    return rows[at - 1][0].y - rows[at][0].y > 1.6 * max(pitch, rows[at][0].size)


def _judged(
    rows: list[list[Segment]], start: int, end: int, white: Span, both: int, width: float
) -> Band | None:
    cut = (white[0] + white[1]) / 2
    sides = [parted(row, cut) for row in rows[start:end]]
    left = [_span(one) for one, _ in sides if one]
    right = [_span(other) for _, other in sides if other]
    letters = min(
        _middle([len(one[0].text) for one, _ in sides if one]),
        _middle([len(other[0].text) for _, other in sides if other]),
    )
    text = (
        letters >= _LEAST_LETTERS
        and white[1] - white[0] <= _MOST_WHITE * width
        and _is_full(left)
        and _is_full(right)
        and _begins_at_one_edge(left)
        and _begins_at_one_edge(right)
    )
    law = letters >= _WORTH_TELLING and _holds_articles([one for one, _ in sides if one])
    if not text and not law and (letters < _WORTH_TELLING or both < _SURE_ROWS):
        return None
    return Band(start, end, cut, sure=text and both >= _SURE_ROWS, is_text=text or law)


def _holds_articles(side: list[list[Segment]]) -> bool:
    """Whether articles begin at the edge of the left column: short rows of law, never cells of a table."""
    return any(take_apart(one[0].text).kind == "article" for one in side)


def _span(side: list[Segment]) -> Span:
    inked = [glyph for glyph in side[0].glyphs if not glyph.char.isspace()]
    return inked[0].x0, inked[-1].x1


def _is_full(spans: list[Span]) -> bool:
    """Whether a typical row fills its column."""
    wide = max(right for _, right in spans) - min(left for left, _ in spans)
    return _middle([right - left for left, right in spans]) >= _LEAST_FULL * wide


def _begins_at_one_edge(spans: list[Span]) -> bool:
    """Whether half of the rows begin at the left edge: running text, not centred lines."""
    edge = min(left for left, _ in spans)
    return 2 * sum(left - edge < 3 for left, _ in spans) >= len(spans)


def _middle(values: list[float] | list[int]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0
