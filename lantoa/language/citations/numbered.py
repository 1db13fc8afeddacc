"""Documents by number: which number belongs to a document, and to a document of which kind."""

import re
from dataclasses import replace

from .document import Document
from .kinds import LAWS, NORMATIVE, NUMBERED_PLAIN
from .symbols import NumberSymbol, read_number
from .type_words import LEAD, TypeWord
from .view import View, end_of

_SO = re.compile(r"(?<![^\W_])(?:số|sô)[ ]{0,2}[:.]?[ ]{0,3}$")
_MIDDLE = re.compile(
    r"(?:[ ]{1,3}(?!số )[^\W_]+(?:&[^\W_]+)?,?(?:[ ]-)?){1,14}[ ]{1,3}(?:số|sô|só|s)[ ]{0,2}[:.]?[ ]{0,3}"
)
_LIST_GAP = re.compile(r"[ ]{0,3}(?:[,;]|,?[ ](?:và|hoặc|hay))[ ]{0,3}(?:(?:số|sô)[ :]{0,3})?")
_DATED_LIST_GAP = re.compile(r"[^;.\n]{0,90}(?:,|,? và|;)[ ]{0,2}số[ :]{0,3}")
_AFTER_PLAIN = re.compile(
    r"[ ]{0,2}(?:$|[\n,;:.()\"]|(?:của|về|ngày|năm(?=[ ]?(?:19|20)\d\d)|quy|hướng|và|có"
    r"|đã|được|là|thì|sửa|bổ|ban|cũng|theo|nêu|do|hoặc|với|sẽ|để|cho"
    r"|tại|nói|trên|thay|hết|ra|mới|vừa|hiện|nhằm|như|đến|cùng|trong)(?![^\W_]))"
)
_DATE_OR_ISSUER = re.compile(r"[ ]{0,2},?[ ]{0,2}(?:ngày[ ]?\d|năm[ ](?:19|20)\d\d|của[ ][^\W\da-zđ])")
_ASIDE = re.compile(r"[ ]?:?[ ]?(?:\([^()]{1,40}\)[ ]?)?(?:số)?[ :]{0,3}")
_GOES_ON = re.compile(r"[ ]?[%/]|[.,]\d|-\d|[^\W_]")
_ASSEMBLY_WORDS = {"bộ luật": "Bộ luật", " luật": "Luật", "nghị quyết": "Nghị quyết"}


def by_number(view: View, digits: int, words: list[TypeWord], found: list[Document]) -> Document | None:
    """What a number at `digits` is the number of, if of any document; `words`: the last two type words."""
    read = read_number(view.plain, digits)
    if not read:
        return None
    word = _governing(words, read)
    previous = found[-1] if found else None
    if word and digits - word.end < 140 and (previous is None or previous.end <= word.end):
        gap = view.low[word.end : digits]
        if end_of(LEAD, view.low, word.end) == digits:
            return _adjacent(view, word, read, gap)
        if read.symbol and _MIDDLE.fullmatch(gap):
            return Document(word.start, read.end, _kind_across(word, read), read)
        if read.symbol and _ASIDE.fullmatch(gap):
            return Document(word.start, read.end, _kind(word.kind, read), read)
    if previous and previous.number and _continues_list(view, previous, word, read):
        return Document(digits, read.end, read.kind or previous.type, read)
    if not read.symbol:
        return None
    said = _SO.search(view.low, max(0, digits - 8), digits)
    start = said.start() if said else digits
    if read.is_sure and not _inside_word(view.plain, digits):
        return Document(start, read.end, read.kind or _assembly_kind(view, digits), read)
    has_unit = "-" in read.symbol or read.symbol.upper() in ("TTG", "VPCP", "UBND")
    dated = _DATE_OR_ISSUER.match(view.low, read.end)
    if read.is_agency and has_unit and (said or dated):
        return Document(start, read.end, "Công văn", read)
    return None


def _governing(words: list[TypeWord], read: NumberSymbol) -> TypeWord | None:
    """The type word in front; of "Thông báo kết luận số 5/TB-..." the one that the symbol names."""
    if len(words) == 2 and words[1].start - words[0].end <= 12:
        first, last = words
        inner = last.kind in ("Hướng dẫn", "Kết luận", "Quy định") and first.kind == "Công văn"
        if read.kind == first.kind != last.kind or (inner and read.kind is None):
            return TypeWord(first.start, last.end, first.kind, first.capital)
    return words[-1] if words else None


def _inside_word(plain: str, digits: int) -> bool:
    before = plain[digits - 1 : digits]
    return before in ("/", "-", ".", "_") or before.isupper()


def _continues_list(view: View, previous: Document, word: TypeWord | None, read: NumberSymbol) -> bool:
    """ "các Công văn số A ngày ..., số B": the type word of the first serves the whole list."""
    direct = _LIST_GAP.fullmatch(view.low, previous.end, read.start)
    if direct:
        if read.symbol:
            return True
        counted = (read.year and previous.number and previous.number.year) or "số" in direct[0]
        return bool(counted and _AFTER_PLAIN.match(view.low, read.end))
    if not read.symbol or (word and word.start > previous.start) or read.start - previous.end > 110:
        return False
    return bool(_DATED_LIST_GAP.fullmatch(view.low, previous.end, read.start))


def _adjacent(view: View, word: TypeWord, read: NumberSymbol, gap: str) -> Document | None:
    kind = _kind(word.kind, read)
    document = Document(word.start, read.end, kind, read)
    if read.symbol:
        if word.kind in ("Hợp đồng", "Dự án", "Phụ lục") and not read.is_sure and read.kind != "Hợp đồng":
            return None
        return document
    if read.year:
        return document if word.kind in NUMBERED_PLAIN and _is_bare_end(view, read.end) else None
    if not _is_bare_end(view, read.end) or word.glued or not word.exact:
        return None
    has_so = "s" in gap
    if word.kind in NORMATIVE:
        if has_so and (word.capital or _AFTER_PLAIN.match(view.low, read.end)):
            return document
        known_word = word.capital or word.kind in ("Nghị định", "Thông tư")
        return document if known_word and _AFTER_PLAIN.match(view.low, read.end) else None
    if has_so and word.kind in NUMBERED_PLAIN and _DATE_OR_ISSUER.match(view.plain, read.end):
        return document
    return None


def _is_bare_end(view: View, end: int) -> bool:
    """A number alone must not be the front of an amount, a share, a day."""
    return not _GOES_ON.match(view.plain, end)


def _kind(word_kind: str, read: NumberSymbol) -> str:
    """The printed word decides, save where the symbol is more exact or the word says no kind at all."""
    if read.kind in ("Thông tư liên tịch", "Thông tư liên bộ", "Văn bản hợp nhất", "Nghị quyết liên tịch"):
        return read.kind
    if word_kind == "Văn bản":
        return read.kind or "Công văn"
    if word_kind == "Phụ lục":
        return read.kind or word_kind
    return word_kind


def _kind_across(word: TypeWord, read: NumberSymbol) -> str | None:
    """The kind when other words stand between the type word and the number ("Báo cáo thẩm tra số ...")."""
    if read.symbol and re.fullmatch(r"QH\d{1,2}[A-ZĐ]?", read.symbol):
        return word.kind
    if read.kind:
        return read.kind
    return (
        _kind(word.kind, read)
        if word.kind in ("Công văn", "Văn bản", "Công điện", *LAWS, *NORMATIVE)
        else "Công văn"
    )


def _assembly_kind(view: View, digits: int) -> str | None:
    """QHnn says neither law nor resolution: the nearest such word in the sentence does."""
    before = view.low[max(0, digits - 160) : digits]
    found = [(before.rfind(word), kind) for word, kind in _ASSEMBLY_WORDS.items()]
    at, kind = max(found)
    return kind if at >= 0 else None


def spread_symbols(view: View, found: list[Document]) -> list[Document]:
    """ "các Thông tư số 01, 02/2022/TT-UBDT": a number that only the list's end completes."""
    for at in range(len(found) - 2, -1, -1):
        here, after = found[at].number, found[at + 1].number
        if not (here and after and after.symbol) or here.symbol or here.year:
            continue
        start = found[at].start
        several = view.low.endswith("các ", 0, start) or start == here.start
        several = several or not found[at].date and "số" in view.low[start : here.start]
        listed = found[at + 1].start == after.start and _LIST_GAP.fullmatch(
            view.low, found[at].end, after.start
        )
        if several and listed:
            number = replace(here, symbol=after.symbol, year=after.year, party=after.party)
            found[at] = replace(found[at], number=number)
    return found
