"""The body: title, addressees, legal bases, opening, sections with their blocks, closing."""

import re
from dataclasses import dataclass, field

from lantoa.paper.marks import ORDER, Marked, take_apart
from lantoa.paper.reading.head import Head
from lantoa.paper.reading.pieces import Columns, Grid, Line, Piece, flat
from lantoa.paper.structure import Block, Paragraph, Section
from lantoa.paper.wording import is_upper

_BASIS = re.compile(r"^Căn cứ\b")
_OTHER_BASIS = re.compile(r"^(Xét|Theo|Theo đề nghị|Thực hiện|Tiếp tục thực hiện|Trên cơ sở)\b")
_TO = re.compile(r"^Kính gửi\s*:?\s*(?P<rest>.*)$", re.IGNORECASE)
_CLOSING = re.compile(
    r"^(Trên đây|Yêu cầu|Đề nghị|Trong quá trình|Nhận được|Rất mong|Trân trọng|Kính đề nghị|Nơi nào"
    r"|(?:Cuộc họp|Hội nghị|Hội thảo|Lớp|Buổi)\b.{0,60}\bkết thúc"
    r"|(?:Ủy ban nhân dân|UBND|Phòng|Sở)\b.{0,80}\b(?:yêu cầu|đề nghị|báo cáo))\b"
)
_END = re.compile(r"\s*\.\s*/\s*\.?\s*$")
_TERMINAL = re.compile(r"[.;:,!?…]$")
_TITLE_AND_WORDS = re.compile(r"^([A-ZĐÀ-Ỹ][^:.;]{1,50}):\s+\S")
_MOST_HEADING = 160
_SHORT_HEADING = 60


@dataclass
class Body:
    """The parts of a body, and the lines that each block and section stands on (by id of the object)."""

    title: list[Line] = field(default_factory=list)
    note: str = ""
    addressees: list[str] = field(default_factory=list)
    legal_bases: list[tuple[str, int]] = field(default_factory=list)
    opening: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    closing: str = ""
    closing_at: int = -1
    at: dict[int, list[int]] = field(default_factory=dict)


def read_body(pieces: list[Piece], head: Head) -> Body:
    """The body of a document whose head is known."""
    body = Body()
    pieces = _take_title(body, pieces, head)
    pieces = _take_addressees(body, pieces)
    pieces = _take_bases(body, pieces)
    read_sections(body, pieces)
    _take_closing(body)
    return body


def _take_title(body: Body, pieces: list[Piece], head: Head) -> list[Piece]:
    at = 0
    while head.kind and at < len(pieces):
        line = pieces[at]
        if not isinstance(line, Line) or not _may_be_title(line, body.title, bool(head.title)):
            break
        if line.text.startswith("(") and (body.title or head.title):
            body.note = line.text
            at += 1
            break
        body.title.append(line)
        at += 1
    return pieces[at:]


def _may_be_title(line: Line, so_far: list[Line], has_title: bool) -> bool:
    mark = take_apart(line.text)
    if mark.kind or _TO.match(line.text) or len(line.text) > 600:
        return False
    if _BASIS.match(line.text) or line.text.endswith((":", ";", "./.")):
        return False
    if line.text.startswith("("):
        return line.text.endswith(")")
    if line.bold or line.heading:
        return not so_far or bool(so_far[-1].bold or so_far[-1].heading)
    if so_far or has_title:
        # Plain text tells no looks: what follows without a blank line goes on.
        return bool(so_far) and line.bold is None and not line.apart and not _TERMINAL.search(line.text)
    return line.centred or not _TERMINAL.search(line.text)


def _take_addressees(body: Body, pieces: list[Piece]) -> list[Piece]:
    if not pieces or not isinstance(pieces[0], Line | Columns):
        return pieces
    lines = flat(pieces[0])
    found = _TO.match(lines[0].text) if lines else None
    if not found:
        return pieces
    words = [found["rest"], *(line.text for line in lines[1:])]
    at = 1
    while at < len(pieces):
        line = pieces[at]
        if not isinstance(line, Line) or take_apart(line.text).kind != "bullet" or words[-1].endswith("."):
            break
        words.append(line.text)
        at += 1
    body.addressees = [take_apart(text).words.strip(" ;.") for text in words if text.strip(" ;.-")]
    return pieces[at:]


def _take_bases(body: Body, pieces: list[Piece]) -> list[Piece]:
    at = 0
    while at < len(pieces):
        line = pieces[at]
        if not isinstance(line, Line) or not _is_basis(line):
            break
        for part in re.split(r"(?<=;)\s+(?=Căn cứ\b)", _without_bullet(line.text)):
            body.legal_bases.append((part.strip().rstrip(";.,").strip(), line.no))
        at += 1
    return pieces[at:]


def _is_basis(line: Line) -> bool:
    text = _without_bullet(line.text)
    if _BASIS.match(text):
        return not text.endswith(":")
    return bool(_OTHER_BASIS.match(text)) and (
        text.endswith(";") or bool(line.italic and not text.endswith(":"))
    )


def _without_bullet(text: str) -> str:
    mark = take_apart(text)
    return mark.words if mark.kind == "bullet" else text


def read_sections(body: Body, pieces: list[Piece]) -> None:
    """Headings open sections; every other line and grid is a block of the last one, or of the opening."""
    bold_kinds = _bold_kinds(pieces)
    open_kinds: list[str] = []
    into: list[Block] = body.opening
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        at += 1
        if isinstance(piece, Grid):
            into.append(piece.table)
            body.at[id(piece.table)] = [line.no for line in piece.lines]
            continue
        for line in flat(piece):
            mark = take_apart(line.text)
            following = pieces[at] if at < len(pieces) else None
            is_heading = _is_heading(line, mark, following, bold_kinds)
            title = "" if is_heading else _title_of_next(body.sections, mark, open_kinds)
            if not is_heading and not title:
                _add_paragraph(body, into, line, mark)
                continue
            section, rest = _section(line, mark, open_kinds)
            if title:
                section.title, rest = title, mark.words[len(title) :].strip(" :")
            if mark.kind == "part" and not section.title and isinstance(following, Line):
                section.title, at = following.text, at + 1
            body.sections.append(section)
            body.at[id(section)] = [line.no]
            into = section.blocks
            if rest:
                _add_paragraph(body, into, Line(rest, no=line.no, bold=False), Marked("", "", "", rest))


def _title_of_next(sections: list[Section], mark: Marked, open_kinds: list[str]) -> str:
    """ "2. Phạm vi: ..." right after section 1 is section 2 with its words on the line: its title, or ""."""
    found = _TITLE_AND_WORDS.match(mark.words)
    if not found or mark.kind not in ("number", "letter") or not sections or open_kinds[-1:] != [mark.kind]:
        return ""
    last = sections[-1]
    has_items = any(isinstance(b, Paragraph) and b.marker == _like(mark, b.marker) for b in last.blocks)
    return found[1].strip() if _comes_after(last.number, mark.number) and not has_items else ""


def _like(mark: Marked, marker: str) -> str:
    """The same marker when it is of the kind of this mark, else nothing that equals one."""
    return marker if marker and marker[-1] == mark.written[-1] and marker[:1].isalnum() else "\0"


def _comes_after(number: str, following: str) -> bool:
    if number.isdigit() and following.isdigit():
        return int(following) == int(number) + 1
    letters = "abcdđeghiklmnopqrstuvxy"
    return (
        number in letters and following in letters and letters.index(following) == letters.index(number) + 1
    )


def _bold_kinds(pieces: list[Piece]) -> set[str]:
    """Kinds of numbers whose headings this paper sets in bold (or marks as headings)."""
    kinds = set()
    for piece in pieces:
        if isinstance(piece, Line) and (piece.bold or piece.heading or piece.lead):
            mark = take_apart(piece.text)
            whole = (piece.bold or piece.heading) and len(piece.text) <= _MOST_HEADING
            if whole or _bold_words(piece, mark) > 3:
                kinds.add(mark.kind)
    return kinds


def _bold_words(line: Line, mark: Marked) -> int:
    """How many characters after the marker are bold."""
    return line.lead - (len(line.text) - len(mark.words))


def _is_heading(line: Line, mark: Marked, following: Piece | None, bold_kinds: set[str]) -> bool:
    if mark.kind == "bullet" or not mark.kind:
        return bool(line.heading) and not mark.kind
    if line.heading or mark.kind in ("part", "article"):
        return True
    if mark.kind == "roman":
        return is_upper(mark.words) or bool(line.bold) or len(line.text) <= _MOST_HEADING
    if mark.kind in bold_kinds:
        # Among bold headings one that is not bold must look like nothing else.
        plain = len(mark.words) <= _SHORT_HEADING and _reads_like_heading(mark, following)
        return bool(line.bold) or _bold_words(line, mark) > 3 or plain
    return _reads_like_heading(mark, following)


def _reads_like_heading(mark: Marked, following: Piece | None) -> bool:
    """Short, unfinished, and with something of its own below it."""
    if len(mark.words) > 120 or _TERMINAL.search(mark.words) or following is None:
        return False
    if not mark.words[:1].isupper():
        return False
    if isinstance(following, Line):
        below = take_apart(following.text).kind
        return below not in ORDER or ORDER.index(below) > ORDER.index(mark.kind)
    return True


def _section(line: Line, mark: Marked, open_kinds: list[str]) -> tuple[Section, str]:
    """The section that this line opens, and the words of its first paragraph when they stand on the line."""
    if mark.kind:
        while open_kinds and ORDER.index(open_kinds[-1]) >= ORDER.index(mark.kind):
            open_kinds.pop()
        open_kinds.append(mark.kind)
        level = len(open_kinds)
    else:
        level = len(open_kinds) + 1
    title, rest = mark.words, ""
    before = len(line.text) - len(mark.words)
    if not line.bold and not line.heading and line.lead > before + 1:
        title, rest = line.text[before : line.lead], line.text[line.lead :]
    elif mark.kind == "article" and not line.bold and not line.heading:
        title, rest = "", mark.words
    return Section(level, mark.number, title.strip().rstrip(":.").strip(), []), rest.strip(" :")


def _add_paragraph(body: Body, into: list[Block], line: Line, mark: Marked) -> None:
    words = mark.words if mark.kind else line.text
    paragraph = Paragraph(words, mark.written, bold=bool(line.bold), italic=bool(line.italic))
    if line.centred and not mark.kind:
        paragraph.align = "center"
    into.append(paragraph)
    body.at[id(paragraph)] = [line.no]


def _take_closing(body: Body) -> None:
    """The last paragraph when it closes the paper; the end mark "./." is no word of it."""
    blocks = body.sections[-1].blocks if body.sections else body.opening
    last = blocks[-1] if blocks else None
    if not isinstance(last, Paragraph):
        return
    ended = _END.search(last.text)
    words = _END.sub("", last.text).strip() if ended else last.text
    if not last.marker and (_CLOSING.match(words) or (ended and not body.sections)):
        body.closing = words.rstrip(".").strip()
        body.closing_at = body.at[id(last)][0]
        blocks.pop()
    elif ended:
        last.text = words if _TERMINAL.search(words) else words + "."
