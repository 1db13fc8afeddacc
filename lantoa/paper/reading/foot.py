"""The foot of a document: recipients and signatures, side by side or one after the other."""

import re
from dataclasses import dataclass, field

from lantoa.paper.marks import take_apart
from lantoa.paper.reading.pieces import Columns, Line, Piece, flat
from lantoa.paper.structure import Signer
from lantoa.paper.wording import bare, is_upper

_RECIPIENTS = re.compile(r"^Nơi nhận\s*:?\s*(?P<rest>.*)$", re.IGNORECASE)
_SIGNING = re.compile(r"^(TM|KT|TL|TUQ|T\.?U\.?Q|Q)\s*\.\s*(?=[A-ZĐÀ-Ỹ])")
_TITLE = re.compile(
    r"\b(CHỦ TỊCH|TRƯỞNG|GIÁM ĐỐC|PHÓ|BAN|ỦY VIÊN|UỶ VIÊN|CHÁNH|BÍ THƯ|THƯ KÝ|CHỦ TỌA|CHỦ TOẠ|CHỦ TRÌ|KẾ TOÁN"
    r"|NGƯỜI|CỤC|VỤ|ỦY BAN|UỶ BAN|UBND|BỘ|SỞ|PHÒNG|ĐẠI DIỆN|CHUYÊN VIÊN|VĂN PHÒNG)\b"
)
_NOTE = re.compile(r"^[(\[].*[)\]]$|^đã ký$", re.IGNORECASE)
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
    foot = Foot()
    _read_foot(foot, pieces[start:end])
    return pieces[:start], foot, pieces[end:]


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
    ) or (len(firsts) > 1 and all(_TITLE.search(text.upper()) and len(text) < 80 for text in firsts))


def _is_bare_title(line: Line, after: list[Piece]) -> bool:
    """ "TRƯỞNG PHÒNG" alone near the end: a head signs in person."""
    near_end = len(after) < 40 and not any(take_apart(f.text).kind == "roman" for p in after for f in flat(p))
    words = line.text
    return near_end and is_upper(words) and len(words) < 60 and bool(_PERSON.match(words))


_PERSON = re.compile(
    r"^(PHÓ )?(CHỦ TỊCH|TRƯỞNG PHÒNG|TRƯỞNG BAN|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG"
    r"|BÍ THƯ|THỦ TRƯỞNG|TỔNG GIÁM ĐỐC|CHI CỤC TRƯỞNG|HIỆU TRƯỞNG|CHỦ TỌA|THƯ KÝ)"
)


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
        is_upper(line.text) and take_apart(line.text).kind != "bullet" and bool(_TITLE.search(line.text))
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
            signer.lines.append(re.sub(r"^T\.?U\.?Q\s*\.", "TUQ.", _SIGNING.sub(r"\1. ", text)))
        elif not signer.lines or (is_upper(text) and (_TITLE.search(text) or not _could_be_name(text))):
            signer.lines.append(text)
        else:
            signer.name = f"{signer.name} {text}".strip()
    if signer.lines:
        foot.at[f"signers.{len(foot.signers)}"] = numbers
        foot.signers.append(signer)


def _could_be_name(text: str) -> bool:
    return 2 <= len(text.split()) <= 6 and not any(ch.isdigit() for ch in bare(text))
