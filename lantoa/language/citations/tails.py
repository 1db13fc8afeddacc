"""What stands around a document's number: its date and issuer, after it or in front of the verb."""

import re
from dataclasses import dataclass

from .dates import Day, read_date, read_year
from .document import Document
from .issuers import HEADS, read_issuer
from .kinds import kind_pattern
from .view import View, end_of

_OF = re.compile(r"[ ]{0,3},?[ ]{0,2}(?:của|cuả|ban hành bởi|bởi)[ ]{0,2}")
_BY = re.compile(r"[ ]{0,3},?[ ]{0,2}do[ ]{1,2}")
_BY_END = re.compile(r"[ ]{1,2}(?:đã )?(?:ban hành|ký|soạn thảo|chủ trì)")
_TO_DATE = re.compile(
    r"[ ]{0,3},?[ ]{0,2}\(?(?:(?:được |đã |có hiệu lực )?(?:ban hành|ký|ký ban hành"
    r"|phát hành)[ ]{1,2}(?=ngày))?"
)
_PASSED = re.compile(
    r"[ ]{0,2},?[ ]{0,2}(?:đã )?(?:được )(?P<body>[^;.()\n]{3,160}?)[ ]thông qua"
    r"(?: tại [^;.()\n]{3,80}?)?(?:[ ]vào)?[ ](?=ngày)"
)
# The head of a document: "Số: 03/KH-SLĐTBXH" and beside it "Biên Hòa, ngày 03 tháng 01 năm 2025".
_HEADER_DAY = re.compile(r"[ |\n]{1,8}(?:[^\W\da-zđ_][^\W\d_]*\.?[ ]?){1,5},[ ]{0,2}(?=ngày)")
_LATE = re.compile(r"(?<!từ )(?<!đến )(?<!hết )(?<!trước )(?<!sau )(?<!kể )ngày[ ]?(?=\d)")
_VERB = re.compile(
    r"(?:[ ]{1,2}(?:khóa|khoá|nhiệm kỳ)[ ][\divxl-]{1,12})?(?:[ ]{1,2}(?:đã|vừa|mới|cũng|tiếp tục"
    r"|đã có|sẽ))*[ ]{1,2}(?:ký[ ])?(?:ban hành|có|phê duyệt|ký|ra|gửi|thông qua|công bố"
    r"|phát hành)"
    r"(?:[ ](?:các|một số|tiếp))?[ ]{1,3}(?:[^\W\d_A-ZĐ]{2,6}[ ])?$"
)
_PERSON = re.compile(r"(?:[ ][^\W\da-z_][^\W\d_]*){2,5}")
_DAY_OPENS = re.compile(r"[ \"'(*-]{0,4}(?:và |trước đó, |vào )?(?=ngày[ ]?\d)")
_OPENED_BODY = re.compile(r"[ ]{0,2},?[ ]{1,2}(?=[^\W\d_])")
_DAY_BEFORE = re.compile(r"ngày[ ]{0,2}\d[^;\n]{4,28}?$")


@dataclass(frozen=True, slots=True)
class Tail:
    """Date and issuer of one document; `end` closes what belongs to its mention."""

    end: int
    date: Day | None = None
    year: int | None = None
    issuer: str | None = None


def read_tail(view: View, document: Document, next_start: int) -> Tail:
    """Date and issuer that directly follow, in either order, or "được Quốc hội thông qua ngày ..."."""
    pos, day, year, issuer = document.end, document.date, document.year, None
    if document.anaphora:
        return Tail(document.end)
    if document.number and view.plain.startswith("Số", document.start):
        header = _HEADER_DAY.match(view.plain, document.end)
        day = read_date(view.low, header.end(), word_needed=True) if header else None
        if day:
            return Tail(document.end, day)
    passed = _passed(view, document)
    if passed or document.self:
        return passed or Tail(document.end)
    issuer = _issuer_inside(view, document)
    for _ in range(2):
        if day is None and year is None:
            day, year, pos = _date_here(view, pos, bool(document.number))
        if issuer is None:
            issuer, pos = _issuer_here(view, pos)
    if day is None and year is None and document.number:
        day, late_issuer = _date_after_title(view, pos, next_start)
        issuer = issuer or late_issuer
    return Tail(pos, day, year, issuer)


def _issuer_inside(view: View, document: Document) -> str | None:
    """ "Công văn của Bộ Tài chính số 123/BTC-NSNN": the body between the type word and the number."""
    if not document.number:
        return None
    after_word = end_of(kind_pattern(), view.low, document.start)
    if after_word == document.start or after_word + 5 > document.number.start:
        return None
    issuer, end = _issuer_here(view, after_word)
    return issuer if end < document.number.start else None


def _date_here(view: View, pos: int, numbered: bool) -> tuple[Day | None, int | None, int]:
    lead = end_of(_TO_DATE, view.low, pos)
    day = read_date(view.low, lead, word_needed=not numbered)
    if day:
        closed = view.plain.startswith(")", day.end) and "(" in view.plain[pos:lead]
        return day, None, day.end + closed
    if numbered:
        blank = re.compile(r"[ ]{1,2}(?=năm )").match(view.low, pos)
        year = read_year(view.low, blank.end()) if blank else None
        if year:
            return None, year[0], year[1]
    return None, None, pos


def _issuer_here(view: View, pos: int) -> tuple[str | None, int]:
    of = _OF.match(view.low, pos)
    if of:
        end = read_issuer(view.plain, view.low, of.end())
        if end:
            return _printed(view, of.end(), end), end
        return None, pos
    by = _BY.match(view.low, pos)
    if by:
        end = read_issuer(view.plain, view.low, by.end())
        if end and _BY_END.match(view.low, end):
            return _printed(view, by.end(), end), end
    return None, pos


def _printed(view: View, start: int, end: int) -> str:
    return " ".join(view.text[start:end].split())


def _date_after_title(view: View, pos: int, next_start: int) -> tuple[Day | None, str | None]:
    """ "Nghị định số ... về ... ngày 10/5/2024 của Chính phủ": only a date that a body follows at once."""
    limit = min(next_start, pos + 260, len(view.low))
    stop = re.compile(r"[;\n]|\.[ ]").search(view.low, pos, limit)
    for found in _LATE.finditer(view.low, pos, stop.start() if stop else limit):
        day = read_date(view.low, found.start(), word_needed=True)
        if day and day.end <= limit:
            issuer, end = _issuer_here(view, day.end)
            if issuer and HEADS.match(issuer.lower()):
                return day, issuer
    return None, None


def _passed(view: View, document: Document) -> Tail | None:
    found = _PASSED.match(view.low, document.end, document.end + 300)
    day = read_date(view.low, found.end(), word_needed=True) if found else None
    if not found or not day:
        return None
    end = read_issuer(view.plain, view.low, found.start("body"))
    return Tail(
        document.end if document.self else day.end,
        day,
        None,
        _printed(view, found.start("body"), end) if end else None,
    )


def read_front(view: View, start: int, floor: int) -> tuple[str | None, Day | None]:
    """Issuer and date in front: "Ngày 30/6/2022, Bộ trưởng ... đã ban hành <document at start>"."""
    floor = max(floor, start - 260)
    verb = _VERB.search(view.low[floor:start])
    if not verb:
        return None, None
    verb_at = floor + verb.start()
    for head in HEADS.finditer(view.low, floor, verb_at):
        at = head.start()
        if not view.plain[at].isupper() or (at and view.low[at - 1].isalnum()):
            continue
        end = read_issuer(view.plain, view.low, at)
        if end == verb_at or (end and _PERSON.fullmatch(view.plain, end, verb_at)):
            return _printed(view, at, end), _fronted_day(view, at, floor)
    return None, _opening_day(view, floor, verb_at)


def _opening_day(view: View, floor: int, verb_at: int) -> Day | None:
    """The day that opens the sentence of a body whose name is too long to be read to its end."""
    opening = max(view.low.rfind(sign, floor, verb_at) for sign in (". ", "; ", "\n", ": "))
    start = floor if opening < 0 else opening + 1
    lead = _DAY_OPENS.match(view.low, start, verb_at)
    day = read_date(view.low, lead.end(), word_needed=True) if lead else None
    if not day or day.end >= verb_at or _LATE.search(view.low, day.end, verb_at):
        return None
    body = _OPENED_BODY.match(view.low, day.end)
    return day if body and HEADS.match(view.low, body.end()) else None


def _fronted_day(view: View, at: int, floor: int) -> Day | None:
    before = view.low[floor:at].rstrip(" ,")
    found = _DAY_BEFORE.search(before)
    if not found:
        return None
    day = read_date(view.low, floor + found.start(), word_needed=True)
    return day if day and day.end - floor == len(before) else None
