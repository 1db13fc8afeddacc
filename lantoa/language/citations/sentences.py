"""The sentences of a text with the mark that their line begins with, and the exceptions inside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .view import View

UNMARKED = 9
MOST = 3000  # characters of one sentence: what is longer is read in pieces
_MARK = re.compile(
    r"\s*(?:(?P<r0>điều \d{1,4}[a-zđ]?\s*[.:])|(?P<r1>\d{1,3}[a-zđ]?\s?[.)])(?!\d)|(?P<r2>[a-zđ]\d?\s?\))"
    r"|(?P<r3>[-*•●▪])|(?P<r4>\+))\s+"
)
_STOP = re.compile(
    r"(?<!\bTP)(?<!\bTX)(?<!\bTT)(?<!\bTh[Ss])(?<!\bTS)(?<!\bKT)(?<!\bTM)(?<!\bTL)[.?!][ ]+(?=[^a-zđ\d])"
)
_ARTICLE_HEADING = re.compile(r"điều \d{1,4}[a-zđ]?\s*[.:][^.;:,]{0,110}\n(?=(?-i:[^\Wa-zđ\d_]))", re.I)
_DANGLES = re.compile(r"(?:,|\b(?:của|tại|theo|và|từ|ngày|các|về|với|do|số|quy định|thi))\s*$", re.I)
_EXCEPT = re.compile(
    r"(?<!khấu )(?<!loại )(?<!bù )(?<!miễn )(?<![^\W_])(?:ngoại trừ|trừ|riêng(?! (?:biệt|lẻ|tư)))(?![^\W_])"
)
_OPENS_CLAUSE = re.compile(r"(?:[,;:.(]|^)\s*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence at [start, end), its mark left out. rank: of the line's mark, 0 for "Điều 5.", larger for
    smaller parts, UNMARKED for none. lists: it ends its line with a colon."""

    start: int
    end: int
    rank: int
    lists: bool


def sentences_of(view: View, start: int = 0) -> Iterator[Sentence]:
    """Every sentence from `start` on, in order."""
    low, at = view.low, start
    headings = {found.end() - 1 for found in _ARTICLE_HEADING.finditer(view.text, start)}
    while at < len(low):
        line_end = low.find("\n", at)
        line_end = len(low) if line_end < 0 else line_end
        mark = _MARK.match(low, at, line_end)
        rank = next((n for n in range(5) if mark[f"r{n}"]), UNMARKED) if mark else UNMARKED
        begin = mark.end() if mark else at
        cuts = [stop.end() for stop in _STOP.finditer(view.plain, begin, line_end)]
        cuts += [cut for cut in headings if begin < cut < line_end and not _DANGLES.search(low, begin, cut)]
        for cut in _with_pieces(begin, [*sorted(cuts), line_end]):
            if low[begin:cut].strip():
                ends = cut == line_end and low[begin:cut].rstrip().endswith(":")
                yield Sentence(begin, cut, rank, ends)
            begin = cut
        at = line_end + 1


def _with_pieces(start: int, cuts: list[int]) -> Iterator[int]:
    for cut in cuts:
        yield from range(start + MOST, cut, MOST)
        yield cut
        start = cut


def exception_in(low: str, start: int, end: int) -> tuple[int, int] | None:
    """[start, end) of "trừ khoản 2 Điều 3 ...", "riêng Điều 5 ..." in a sentence: up to its end or a ";"."""
    for found in _EXCEPT.finditer(low, start, end):
        if found[0] == "riêng" and not _OPENS_CLAUSE.search(
            low[max(start, found.start() - 4) : found.start()]
        ):
            continue
        stop = low.find(";", found.start(), end)
        last = stop if stop >= 0 else end
        return found.start(), found.start() + len(low[found.start() : last].rstrip(" .:)\n"))
    return None
