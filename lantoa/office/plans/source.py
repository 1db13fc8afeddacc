"""Văn bản gốc có đánh dấu: the lines of a paper with a numbered mark wherever something was read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lantoa.plans.reading import Evidence


@dataclass(frozen=True)
class Piece:
    """Some words of a line. keys: the numbers of what was read there; none: the paper leaves it open."""

    words: str
    keys: tuple[str, ...] = ()
    none: bool = False


@dataclass
class _Span:
    start: int
    end: int
    keys: list[str] = field(default_factory=list)
    none: bool = False


def marked(
    lines: Iterable[str], keys: Mapping[str, str], evidence: Mapping[str, Evidence], gaps: Iterable[str] = ()
) -> list[list[Piece]]:
    """The lines cut into pieces. keys: path of evidence -> its number; gaps: paths that are left open.

    Spans that overlap become one mark with all their numbers, so that marks never cross.
    """
    by_line: dict[int, list[_Span]] = {}
    open_ = set(gaps)
    for path, key in keys.items():
        found = evidence.get(path)
        if found is not None and found.line >= 0:
            span = _Span(found.start, found.end, [key], path in open_)
            by_line.setdefault(found.line, []).append(span)
    return [_cut(line, by_line.get(number, [])) for number, line in enumerate(lines)]


def _cut(line: str, spans: list[_Span]) -> list[Piece]:
    pieces = []
    at = 0
    for span in _joined(spans, len(line)):
        if span.start > at:
            pieces.append(Piece(line[at : span.start]))
        pieces.append(Piece(line[span.start : span.end], tuple(span.keys), span.none))
        at = span.end
    if at < len(line):
        pieces.append(Piece(line[at:]))
    return pieces


def _joined(spans: list[_Span], length: int) -> list[_Span]:
    joined: list[_Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        start, end = max(0, span.start), min(length, span.end)
        if start >= end:
            continue
        if joined and start < joined[-1].end:
            last = joined[-1]
            last.end = max(last.end, end)
            last.keys += [key for key in span.keys if key not in last.keys]
            last.none = last.none and span.none
        else:
            joined.append(_Span(start, end, list(span.keys), span.none))
    return joined
