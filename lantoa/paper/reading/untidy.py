"""Heads that lost their layout on the way: cells joined by "|", or one token a line; torn sentences."""

import re
from collections.abc import Callable

from lantoa.paper.kinds import ABBREVIATIONS
from lantoa.paper.marks import take_apart
from lantoa.paper.reading.head import DATE, MOTTO, NATION, NUMBER
from lantoa.paper.reading.pieces import Columns, Line, Piece, side_by_side
from lantoa.paper.wording import bare, is_upper

_CELLS = re.compile(r"\s*\|+\s*")
_IN_CELLS = re.compile(
    r"cong hoa xa hoi|doc lap\s*-\s*tu do|^so\s*[:.]|, ngay |noi nhan|\b(tm|kt|tl|tuq)\. |luu\s*:\s*vt"
)
_MOST_TOKENS, _LONGEST_TOKEN, _MOST_LINES = 10, 25, 60
_OPENS_AGENCY = ("SỞ", "PHÒNG", "BỘ", "CỤC", "VIỆN")
# What never ends a sentence: the rest of it stands on the next line, whatever that begins with.
_UNFINISHED = re.compile(
    r"(?:(?<!\S)(?:số:?|ngày|tháng|năm|điểm|khoản|Điều|của|và|về|tại|theo|Nghị định|Thông tư|Quyết định"
    r"|Nghị quyết|Kế hoạch|Luật|Chỉ thị|Công văn)|\d{1,5}/(?:\d{4}/)?|[A-ZĐ]{2,}-)$"
)


def settled(pieces: list[Piece]) -> list[Piece]:
    """The pieces with a flattened head put together again and torn sentences made whole."""
    return _repaired(_with_whole_head(side_by_side([_parted(piece) for piece in pieces])))


def _parted(piece: Piece) -> Piece:
    """Two cells that were joined by "|" on one line become blocks side by side."""
    if not isinstance(piece, Line) or "|" not in piece.text:
        return piece
    piece.text = piece.text.strip(" |") or piece.text
    if not _IN_CELLS.search(bare(piece.text)):
        return piece
    cells = [cell for cell in _CELLS.split(piece.text) if cell]
    if len(cells) != 2:
        return piece
    return Columns([[Line(cell, piece.page, sureness=piece.sureness)] for cell in cells])


def _with_whole_head(pieces: list[Piece]) -> list[Piece]:
    """Short lines that only together are the nation, motto, number, day or kind are joined."""
    head = 0
    while head < min(len(pieces), _MOST_LINES) and isinstance(pieces[head], Line):
        head += 1
    lines = [piece for piece in pieces[:head] if isinstance(piece, Line)]
    for is_whole in (_is_nation, _is_motto, _is_number, _is_day, _is_kind):
        lines = _joined(lines, is_whole)
    return [*_agencies(lines), *pieces[head:]]


def _joined(lines: list[Line], is_whole: Callable[[str], bool]) -> list[Line]:
    out: list[Line] = []
    at = 0
    while at < len(lines):
        size = _tokens_at(lines[at : at + _MOST_TOKENS], is_whole)
        out.append(_one(lines[at : at + size]) if size > 1 else lines[at])
        at += size
    return out


def _tokens_at(lines: list[Line], is_whole: Callable[[str], bool]) -> int:
    """How many of these lines are tokens of one whole; 1 when the first is none."""
    short = 0
    while short < len(lines) and len(lines[short].text) <= _LONGEST_TOKEN and not is_whole(lines[short].text):
        short += 1
    for size in range(short, 1, -1):
        if is_whole(" ".join(line.text for line in lines[:size])):
            return size
    return 1


def _one(lines: list[Line]) -> Line:
    first = lines[0]
    first.text = " ".join(line.text for line in lines)
    first.sureness = [word for line in lines for word in line.sureness]
    return first


def _is_nation(text: str) -> bool:
    return bool(NATION.fullmatch(bare(text)))


def _is_motto(text: str) -> bool:
    return bool(MOTTO.fullmatch(bare(text)))


def _is_number(text: str) -> bool:
    found = NUMBER.match(text)
    return bool(found and found["number"].strip(" .…_") and not found["rest"])


def _is_day(text: str) -> bool:
    found = DATE.match(text)
    if not found or not text[:1].isupper():
        return False
    return len(found["place"].split()) <= 5 and not is_upper(found["place"])


def _is_kind(text: str) -> bool:
    return text in ABBREVIATIONS


def _agencies(lines: list[Line]) -> list[Line]:
    """Names of agencies that stand one word a line."""
    out: list[Line] = []
    run: list[Line] = []
    for line in [*lines, None]:
        alone = line is not None and " " not in line.text and is_upper(line.text)
        if line is not None and alone and not _is_kind(line.text):
            run.append(line)
            continue
        out.extend(_agency_lines(run) if len(run) > 2 else run)
        run = []
        if line is not None:
            out.append(line)
    return out


def _agency_lines(run: list[Line]) -> list[Line]:
    names: list[list[Line]] = []
    for line in run:
        if names and line.text not in _OPENS_AGENCY:
            names[-1].append(line)
        else:
            names.append([line])
    return [_one(name) for name in names]


def _repaired(pieces: list[Piece]) -> list[Piece]:
    """Join a paragraph that was torn in the middle of a sentence or of a citation."""
    out: list[Piece] = []
    for piece in pieces:
        last = out[-1] if out else None
        if isinstance(piece, Line) and isinstance(last, Line) and _was_torn(last, piece):
            tight = last.text.endswith(("/", "-")) and _UNFINISHED.search(last.text)
            last.text = f"{last.text}{piece.text}" if tight else f"{last.text} {piece.text}"
            last.sureness.extend(piece.sureness)
            last.bold = last.bold and piece.bold
        else:
            out.append(piece)
    return out


def _was_torn(above: Line, below: Line) -> bool:
    if above.heading or below.heading or below.centred:
        return False
    if _UNFINISHED.search(above.text) and not is_upper(above.text) and len(above.text) > 12:
        return not take_apart(below.text).kind or below.text[:1].isdigit()
    if take_apart(below.text).kind:
        return False
    if above.text.endswith((".", ";", ":", "!", "?", "…", "/", ")")) or is_upper(above.text):
        return False
    return below.text[:1].islower() and (not above.bold or bool(below.bold))
