"""The foot of a document: recipients and signatures, side by side or one after the other."""

import re
from dataclasses import dataclass, field

from lantoa.paper.kinds import BODY, OFFICE
from lantoa.paper.marks import take_apart
from lantoa.paper.reading.pieces import Columns, Grid, Line, Piece, flat
from lantoa.paper.structure import Signer
from lantoa.paper.wording import is_upper

_RECIPIENTS = re.compile(r"^Nơi nhận\s*:?\s*(?P<rest>.*)$", re.IGNORECASE)
_SIGNING = re.compile(
    r"^(?P<mode>T[./]?\s?M|K[./]?\s?T|T[./]?\s?L|T[./]?\s?U[./]?\s?Q|Q)"
    r"(?:\s*\.\s*|(?<=[./].)\s+)(?=[^\W\d_a-z])"
)
_NOTE = re.compile(
    r"^[(\[].*[)\]]$|^đã ký\b|^(?:ký bởi|người ký|ký số|signed|email|thời gian ký|cơ quan ký)\b",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"^(?:(?:GS|PGS|TS|ThS|Ths|BS|CN|KS|CKI{1,2}|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Đại tướng"
    r"|Thượng tướng"
    r"|Trung tướng|Thiếu tướng)\b[.\s]*)+"
)
_MOST_LINE, _MOST_RECIPIENT = 90, 240
_ANNEX = re.compile(
    r"^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+|SỐ\s+)?(?P<number>[IVXLC]+|\d{1,2}))?\s*[:.]?\s*(?P<rest>.*)$"
)


@dataclass
class Foot:
    """Recipients and signers, and the lines they stand on."""

    recipients: list[str] = field(default_factory=list)
    signers: list[Signer] = field(default_factory=list)
    at: dict[str, list[int]] = field(default_factory=dict)


def annex_heading(piece: Piece) -> "re.Match[str] | None":
    """The match when the piece is the heading of an annex, not a mention of one in a sentence."""
    if not isinstance(piece, Line):
        return None
    found = _ANNEX.match(piece.text)
    if not found or len(piece.text) > 200 or (found["rest"] and not is_upper(found["rest"])):
        return None
    stands_alone = piece.centred or piece.bold or piece.heading or is_upper(piece.text) or not found["rest"]
    return found if stands_alone else None


def split_foot(pieces: list[Piece]) -> tuple[list[Piece], Foot, list[Piece]]:
    """(body, foot, annexes)."""
    start = _where_foot(pieces)
    end = next((at for at in range(start, len(pieces)) if annex_heading(pieces[at])), len(pieces))
    if start == len(pieces):
        start = end = next((at for at in range(1, len(pieces)) if annex_heading(pieces[at])), len(pieces))
    end = start + _length(pieces[start:end])
    foot = Foot()
    _read_foot(foot, pieces[start:end])
    return pieces[:start], foot, pieces[end:]


def _length(pieces: list[Piece]) -> int:
    """How many of these pieces are the foot: what follows the name of one who signs is none of it."""
    named = in_recipients = False
    for at, piece in enumerate(pieces):
        if isinstance(piece, Grid):
            return at if at else len(pieces)
        if isinstance(piece, Columns):
            named = named or any(could_be_name(line.text) for line in flat(piece))
            continue
        if _RECIPIENTS.match(piece.text):
            in_recipients = True
        elif _is_signing_line(piece) or _NOTE.match(piece.text) or not piece.text.strip(" -_.*"):
            in_recipients = in_recipients and not _is_signing_line(piece)
        elif _is_entry(piece) or (in_recipients and not named):
            if len(piece.text) > _MOST_RECIPIENT:
                return at
        elif named or len(piece.text) > _MOST_LINE:
            return at
        else:
            named = could_be_name(piece.text)
    return len(pieces)


def _where_foot(pieces: list[Piece]) -> int:
    for at, piece in enumerate(pieces):
        lines = flat(piece)
        if isinstance(piece, Columns) and _is_signature_columns(piece):
            return at
        if isinstance(piece, Line) and (_RECIPIENTS.match(piece.text) or _SIGNING.match(piece.text)):
            return at
        if isinstance(piece, Line) and at > 2 and _is_bare_title(lines[0], pieces[at + 1 :]):
            return at
    return len(pieces)


def _is_signature_columns(piece: Columns) -> bool:
    firsts = [cell[0].text for cell in piece.cells if cell]
    return any(
        _RECIPIENTS.match(line.text) or _SIGNING.match(line.text) for cell in piece.cells for line in cell
    ) or (len(firsts) > 1 and all(_is_title(text) and len(text) < 80 for text in firsts))


def _is_bare_title(line: Line, after: list[Piece]) -> bool:
    """ "TRƯỞNG PHÒNG" over a name, or alone near the end: a head signs in person."""
    if not is_upper(line.text) or len(line.text) > 80 or not OFFICE.match(line.text):
        return False
    below = [one for piece in after[:3] for one in flat(piece) if not _NOTE.match(one.text)]
    if below and could_be_name(below[0].text):
        return True
    near_end = len(after) < 40 and not any(take_apart(f.text).kind == "roman" for p in after for f in flat(p))
    return near_end and len(line.text) < 60 and bool(_PERSON.match(line.text))


_PERSON = re.compile(
    r"^(PHÓ )?(CHỦ TỊCH|TRƯỞNG PHÒNG|TRƯỞNG BAN|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|BỘ TRƯỞNG|THỦ TƯỚNG"
    r"|BÍ THƯ|THỦ TRƯỞNG|TỔNG GIÁM ĐỐC|CHI CỤC TRƯỞNG|HIỆU TRƯỞNG|CHỦ TỌA|THƯ KÝ)"
)


def _is_title(text: str) -> bool:
    """Names an office or a body, whatever the letters."""
    upper = text.upper()
    return bool(OFFICE.match(upper) or BODY.match(upper))


def _read_foot(foot: Foot, pieces: list[Piece]) -> None:
    """Side by side the columns tell who is who; one after the other the words do."""
    named: list[Line] = []
    signing: dict[int, list[Line]] = {}
    in_recipients = beside = False
    for piece in pieces:
        if isinstance(piece, Columns):
            beside = True
            for at, cell in enumerate(piece.cells):
                is_named = any(_RECIPIENTS.match(line.text) for line in cell)
                is_listed = at == 0 and bool(named) and all(_is_entry(line) for line in cell)
                (named if is_named or is_listed else signing.setdefault(at, [])).extend(cell)
            continue
        for line in flat(piece):
            if _RECIPIENTS.match(line.text):
                in_recipients, beside = True, False
            elif in_recipients and _is_signing_line(line):
                in_recipients = False
            listed = in_recipients or (beside and bool(named) and _is_entry(line))
            last = max(signing, default=0)
            (named if listed else signing.setdefault(last, [])).append(line)
    _read_recipients(foot, named)
    for at in sorted(signing):
        lines = [line for line in signing[at] if line.text.strip(" -_.*")]
        if lines and (beside or _SIGNING.match(lines[0].text) or is_upper(lines[0].text)):
            _add_signer(foot, lines)


def _is_entry(line: Line) -> bool:
    return take_apart(line.text).kind == "bullet"


def _is_signing_line(line: Line) -> bool:
    return bool(_SIGNING.match(line.text)) or (
        is_upper(line.text) and take_apart(line.text).kind != "bullet" and _is_title(line.text)
    )


def _read_recipients(foot: Foot, lines: list[Line]) -> None:
    entries: list[tuple[str, list[int]]] = []
    dashed = any(take_apart(line.text).kind == "bullet" for line in lines)
    for line in lines:
        head = _RECIPIENTS.match(line.text)
        text = head["rest"] if head else line.text
        for part in re.split(r"(?<=[;.])\s+(?=[-\u2013+]\s?\S)", text):
            mark = take_apart(part)
            if not mark.words.strip():
                continue
            if dashed and mark.kind != "bullet" and entries and not head:
                entries[-1] = (f"{entries[-1][0]} {mark.words}", [*entries[-1][1], line.no])
            else:
                entries.append((mark.words, [line.no]))
    for at, (text, numbers) in enumerate(entries):
        foot.recipients.append(text.strip().rstrip(";.,").strip())
        foot.at[f"recipients.{at}"] = numbers


def _add_signer(foot: Foot, lines: list[Line]) -> None:
    signer, numbers = Signer(), []
    for line in lines:
        text = line.text.strip()
        if not text.strip("-_.* "):
            continue
        numbers.append(line.no)
        if _NOTE.match(text):
            signer.note = text
        elif _SIGNING.match(text):
            signer.lines.append(_SIGNING.sub(lambda found: f"{_mode(found)}. ", text))
        elif not signer.lines or (not signer.name and is_upper(text) and not could_be_name(text)):
            signer.lines.append(text)
        else:
            signer.name = f"{signer.name} {text}".strip()
    if signer.lines:
        foot.at[f"signers.{len(foot.signers)}"] = numbers
        foot.signers.append(signer)


def _mode(found: "re.Match[str]") -> str:
    return re.sub(r"[./\s]", "", found["mode"])


def could_be_name(text: str) -> bool:
    """Whether the line can be a person's name, in capitals or not, with a rank or degree before it."""
    words = _DEGREE.sub("", text).split()
    if not 2 <= len(words) <= 6 or _is_title(text) or _SIGNING.match(text):
        return False
    return len(text) <= 60 and all(re.sub(r"['’.]", "", w).isalpha() and w[0].isupper() for w in words)
