"""Papers without letters of their own: pages straightened, recognised by tesseract, laid out as a PDF is."""

import csv
from dataclasses import dataclass, replace
from io import StringIO
from statistics import median
from typing import Any

from lantoa.paper.bounded import Limits, Room
from lantoa.paper.reading.pdf_page import Glyph, PageContent, Segment
from lantoa.paper.refusal import Unreadable

FAILED = "Không nhận được chữ trong bản quét này. Hãy quét lại ở 300 điểm/inch rồi thử lại."
NO_WORDS = "Không thấy chữ nào trong bản quét. Hãy quét lại ngay ngắn, rõ hơn rồi thử lại."
_SECONDS_A_PAGE = 15


@dataclass(frozen=True)
class Word:
    """One recognised word: its box in points (y grows upward) and how sure the recogniser is, 0 to 100."""

    text: str
    x0: float
    x1: float
    middle: float
    sure: int


def recognise(room: Room, file_kind: str, limits: Limits, only: list[int] | None = None) -> dict[str, Any]:
    """`Reading.as_dict()` of the scan in this room; of a PDF the pages in `only`, its other pages as text.

    Raises Unreadable.
    """
    opening = replace(limits, cpu=limits.cpu + 30, wall=limits.wall + 45)
    pages = room.work(
        "lantoa.paper.reading.scan_pages:to_pages", limits=opening, file_kind=file_kind, only=only or []
    )
    longer = _SECONDS_A_PAGE * len(pages)
    longest = replace(limits, cpu=limits.cpu + longer, wall=limits.wall + longer)
    if not room.program("tesseract", "pages.txt", "words", "-l", "vie", "tsv", limits=longest):
        raise Unreadable(FAILED)
    return dict(
        room.work(
            "lantoa.paper.reading.parse:parse_scan",
            on="words.tsv",
            limits=limits,
            file_kind=file_kind,
            pages=pages,
        )
    )


def pages_of_words(table: str, pages: list[dict[str, Any]]) -> list[PageContent]:
    """The pages of tesseract's table of words (TSV). Raises Unreadable when no word was seen."""
    lines: dict[int, dict[tuple[str, str, str], list[Word]]] = {at: {} for at in range(len(pages))}
    heights: dict[int, list[float]] = {at: [] for at in range(len(pages))}
    for row in csv.DictReader(StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        at = int(row["page_num"]) - 1
        if row["level"] != "5" or not (row["text"] or "").strip() or at >= len(pages):
            continue
        point = 72 / pages[at]["dpi"]
        left, top, wide, high = (int(row[name]) * point for name in ("left", "top", "width", "height"))
        page_height = pages[at]["height"] * point
        word = Word(
            row["text"].strip(), left, left + wide, page_height - top - high / 2, round(float(row["conf"]))
        )
        if _is_speck(word):
            continue
        lines[at].setdefault((row["block_num"], row["par_num"], row["line_num"]), []).append(word)
        heights[at].append(high)
    if not any(heights.values()):
        raise Unreadable(NO_WORDS)
    return [
        _page(page, list(lines[at].values()), median(heights[at] or [12.0])) for at, page in enumerate(pages)
    ]


def _is_speck(word: Word) -> bool:
    """A drawn line, a fold or dirt that was taken for a sign."""
    if any(map(str.isalnum, word.text)):
        return False
    return word.sure < 60 or not word.text.strip("_|~=—“”‘’'\"")


def _page(page: dict[str, Any], lines: list[list[Word]], size: float) -> PageContent:
    point = 72 / page["dpi"]
    content = PageContent(page["number"], page["width"] * point, page["height"] * point)
    rows: list[list[Word]] = []
    for line in sorted(lines, key=lambda words: -_middle(words)):
        if rows and abs(_middle(rows[-1]) - _middle(line)) < 0.5 * size:
            rows[-1].extend(line)  # the two halves of a head, or of a foot, stand in blocks of their own
        else:
            rows.append(list(line))
    content.rows = [_segments(sorted(row, key=lambda word: word.x0), size) for row in rows]
    return content


def _middle(words: list[Word]) -> float:
    return median(word.middle for word in words)


def _segments(words: list[Word], size: float) -> list[Segment]:
    base = _middle(words) - 0.35 * size
    out: list[Segment] = []
    for word in words:
        step = (word.x1 - word.x0) / len(word.text)
        letters = [
            Glyph(char, word.x0 + at * step, word.x0 + (at + 1) * step, base, size, False, False, word.sure)
            for at, char in enumerate(word.text)
        ]
        if out and word.x0 - out[-1].x1 < 1.3 * size:
            blank = Glyph(" ", out[-1].x1, word.x0, base, size, False, False)
            out[-1].glyphs.extend([blank, *letters])
        else:
            out.append(Segment(letters))
    return out
