"""Markdown and plain text to lines."""

import re

from lantoa.paper.reading.pieces import Columns, Grid, Line, Piece, flat, side_by_side
from lantoa.paper.structure import Cell, Column, Table
from lantoa.paper.wording import is_upper, one_line

HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_ALL_BOLD = re.compile(r"^\s*\*{2,3}[^*]+\*{2,3}\s*$")
_RULE = re.compile(r"^\s*([-*_=])(\s*\1){2,}\s*$")
_TABLE_ROW = re.compile(r"^\s*\|.*\|\s*$")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
_MARKED = re.compile(
    r"^\s*(?:([-*+•]|\d{1,3}(?:[.)/]|\.\d{1,2}\.?)|[a-zđ][)/]|(?-i:Căn cứ))\s+\S"
    r"|[ĐÐ](?:iều|IỀU)\s+(?:thứ\s+)?\d+(?:\s?bis|[a-zđ])?(?:\s*[.:\u2013-]|\s+(?-i:[A-ZĐ])|\s*$))",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"(?<!\*)\*{1,3}(?!\*)|(?<!_)_{2,3}(?!_)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~&<])")
# Blanks that wait for a pen are no gap between columns.
_FILLED_BY_HAND = re.compile(r"(\bSố\s?[:.]?|\bngày|\btháng|\bnăm)[ \t]{2,}(?=/|tháng|năm|\d)", re.IGNORECASE)
_RECIPIENTS = re.compile(r"Nơi nhận\b", re.IGNORECASE)
_COLUMN_GAP = re.compile(r"\t+| {4,}")


def looks_marked(lines: list[str]) -> bool:
    """Whether the lines carry Markdown marks (also when a word processor kept them as plain words)."""
    return sum(1 for line in lines if HEADING.match(line) or _ALL_BOLD.match(line)) >= 2


def read_text(text: str) -> list[Piece]:
    """Lines of a Markdown or plain text file."""
    raw = text.split("\n")
    if looks_marked(raw) or any(_TABLE_RULE.match(line) and "|" in line for line in raw):
        return _read_markdown(raw)
    return _read_plain(raw)


def _read_markdown(raw: list[str]) -> list[Piece]:
    pieces: list[Piece] = []
    paragraph: list[str] = []
    width = max((len(line.rstrip()) for line in raw), default=0)
    at = 0

    def flush() -> None:
        if paragraph:
            pieces.append(Line("\n".join(paragraph)))
            paragraph.clear()

    while at < len(raw):
        line = raw[at]
        if _TABLE_ROW.match(line) and at + 1 < len(raw) and _TABLE_RULE.match(raw[at + 1]):
            flush()
            table, at = _read_table(raw, at)
            pieces.append(table)
            continue
        if not line.strip() or _RULE.match(line):
            flush()
        elif HEADING.match(line):
            flush()
            pieces.append(Line(line))
        else:
            # Clerks write one paragraph a line; only a file cut at a fixed width goes on with the next one.
            if paragraph and (_ends_here(paragraph[-1]) or not _was_wrapped(paragraph[-1], line, width)):
                flush()
            paragraph.append(line)
        at += 1
    flush()
    return unmark(pieces)


def _ends_here(line: str) -> bool:
    """Whether Markdown breaks the line here by its own marks."""
    return line.endswith(("  ", "\\", "**", "*"))


def _read_table(raw: list[str], at: int) -> tuple[Grid, int]:
    rows = [_cells(raw[at])]
    at += 2
    while at < len(raw) and _TABLE_ROW.match(raw[at]):
        rows.append(_cells(raw[at]))
        at += 1
    wide = max(len(row) for row in rows)
    table = Table([Column() for _ in range(wide)], [])
    for row in rows:
        table.rows.append([Cell(text) for text in row + [""] * (wide - len(row))])
    return Grid(table), at


def _cells(line: str) -> list[str]:
    inner = line.strip().strip("|")
    return [_without_marks(cell.replace("\\|", "|"))[0] for cell in re.split(r"(?<!\\)\|", inner)]


def unmark(pieces: list[Piece]) -> list[Piece]:
    """Markdown marks of each line become its looks; bold may open on one line and close on a later one."""
    bold = italic = False
    out: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece, Line):
            out.append(piece)
            continue
        found = HEADING.match(piece.text)
        if found:
            bold = italic = False
            piece.heading, piece.text = len(found[1]), found[2]
        text, marks = _without_marks(piece.text)
        starts_bold = bold or any(at == 0 and "2" in kind for at, kind in marks)
        starts_italic = italic or any(at == 0 and "1" in kind for at, kind in marks)
        for _, kind in marks:
            bold ^= "2" in kind
            italic ^= "1" in kind
        if not text:
            continue
        closes_at = [at for at, kind in marks if "2" in kind and at > 0]
        piece.text = text
        piece.lead = (closes_at[0] if closes_at else len(text)) if starts_bold else 0
        piece.bold = bool(piece.heading) or (starts_bold and piece.lead >= len(text.rstrip(" .:;,")))
        piece.italic = starts_italic and not any("1" in kind and 0 < at < len(text) for at, kind in marks)
        piece.apart = True
        out.append(piece)
    return out


def _without_marks(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The words alone, and where emphasis toggles: (offset in the words, "1" italic, "2" bold, "12")."""
    text = one_line(text.replace("\\\n", "\n"))
    lone_stars = sum(1 for token in _EMPHASIS.finditer(text) if token[0] == "*")
    words, marks, at = "", [], 0
    for token in _EMPHASIS.finditer(text):
        if token[0] == "*" and lone_stars % 2:
            continue  # a star that closes nothing is a star: "(*)"
        words += text[at : token.start()]
        at = token.end()
        marks.append((len(words.rstrip()) if words.strip() else 0, {1: "1", 2: "2", 3: "12"}[len(token[0])]))
    words += text[at:]
    return one_line(_ESCAPED.sub(r"\1", words)).rstrip("\\").strip(), marks


def _read_plain(raw: list[str]) -> list[Piece]:
    pieces: list[Piece] = []
    apart = True
    width = max((len(line.rstrip()) for line in raw), default=0)
    for line in raw:
        if not line.strip() or _RULE.match(line):
            apart = True
            continue
        tight = _FILLED_BY_HAND.sub(r"\1 ", line.strip())
        parts = [one_line(part) for part in _COLUMN_GAP.split(tight) if part.strip()]
        last = pieces[-1] if pieces else None
        beside_recipients = isinstance(last, Columns) and any(
            _RECIPIENTS.match(one.text) for one in flat(last)
        )
        if len(parts) == 2 and (beside_recipients or not _MARKED.match(line)):
            pieces = side_by_side([*pieces, Columns([[Line(parts[0])], [Line(parts[1])]])])
        elif len(parts) == 1 and beside_recipients and line[:8].isspace():
            pieces = side_by_side([*pieces, Columns([[], [Line(parts[0])]])])  # the left column has ended
        elif isinstance(last, Line) and not apart and _was_wrapped(last.text, line, width):
            last.text = f"{last.text} {one_line(line)}"
        else:
            pieces.append(Line(one_line(line), apart=apart))
        apart = False
    return side_by_side(pieces)


def _was_wrapped(so_far: str, line: str, width: int) -> bool:
    """Whether a text file cut at a fixed width broke a paragraph before this line."""
    if not 50 <= width <= 120 or _MARKED.match(line) or len(so_far) < width * 0.6 or "|" in so_far:
        return False
    if is_upper(line) and not is_upper(so_far):
        return False
    last_row = len(so_far) % width or width
    return last_row + 1 + len(line.split()[0]) > width * 0.85 and not so_far.endswith((".", ";", ":"))
