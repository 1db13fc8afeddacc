"""Puts the parts together: places, documents, dates, issuers, relations become citations."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Any

from .dates import Day
from .document import Document
from .documents import find_documents, named_at
from .fates import with_fates
from .locations import Chain, Place, find_chains
from .model import Citation
from .relations import Flow, relate
from .settling import settled
from .tails import Tail, read_front, read_tail
from .units import APPENDIX, ARTICLE, CHAPTER, CLAUSE, FIELDS, FORM, PART, POINT, SECTION, SUBSECTION
from .view import View, end_of, view_of

_TO_DOCUMENT = re.compile(
    r"[ ]{0,3},?[ ]{0,2}\(?(?:(?:của|thuộc|tại|trong|theo|vào|ở|ban hành theo|nêu tại|quy định tại"
    r"|được quy định tại)[ ]{0,3}){0,2}"
    r"(?:các[ ]{1,2})?(?:(?:được[ ])?(?:ban hành[ ])?kèm theo[ ]{1,2})?"
)
# "khoản 2 Điều 3 Quy chế ... ban hành kèm theo <document>"; "Điều 5: <heading>, trong <document>".
_ATTACHED = re.compile(
    r"[^;.\n]{0,160}?(?:ban hành )?kèm theo[ ]{1,2}"
    r"|[ ]?(?::|-|\()[^;.\n]{3,110}?[,)]?[ ](?:trong|của|tại)[ ]{1,2}"
    r"|[ ]?\([^;.()\n]{3,110}\)[ ]{1,2}"
    r"|[ ](?:(?:quy|qui) định )?về (?:(?!theo |căn cứ|thi hành|thực hiện|một số|sửa đổi|bãi bỏ"
    r"|hướng dẫn|quy định|điều |khoản |và )[^;.,()\n]){3,90}?[ ](?:của|tại|trong)[ ]{1,2}"
)
# "khoản 2/Điều 8/Nghị định", "Điều 8 - Nghị định": a sign where others write a blank.
_SIGN = re.compile(r"[ ]{0,2}[-/][ ]{0,2}")
_COLON = re.compile(r"[ ]?:[ ]{0,2}")
_BACK = re.compile(r"[ ]{1,3}(?:(?:đã )?(?:nêu|nói|kể|dẫn) trên|trên đây|trên(?=[ ]{0,2}(?:[,.;:)]|$)))")
_LEGAL_CUE = re.compile(
    r"(?:tại|theo|của|và|bãi bỏ|bổ sung|sửa đổi|thay thế|hướng dẫn|chi tiết|trong|căn cứ|áp dụng"
    r"|trừ|vào|với|hoặc|các)[ ]{1,3}$"
)
_OTHER_PAPER = re.compile(
    r"[ ]{0,2},?[ ]{0,2}(?:của |trong |tại |ở )?(?:bản |cuốn |tờ )?(?:hợp đồng|nội quy|điều lệ"
    r"|quy ước|hương ước|thỏa thuận|thoả thuận|sách|bài|truyện|đề thi"
    r"|phim|giáo trình|sổ tay|đơn|hồ sơ|danh sách|bảng|thư|nhà trường|lớp|trường|công ty|gia đình"
    r"|cửa hàng|câu lạc bộ|đội|giải|cuộc thi|trò chơi)"
)
_BEHIND = re.compile(r"[ ]{0,2}[,(:-]?[ ]{0,2}(?:cụ thể )?(?:là )?(?:tại |ở |trong )?(?:các )?")
_AT = re.compile(r"(?<![^\W_])(?:tại|(?<!kèm )theo)(?![^\W_])")
_THIS_PLACE = {
    POINT: "Điểm",
    CLAUSE: "Khoản",
    ARTICLE: "Điều",
    SUBSECTION: "Tiểu mục",
    SECTION: "Mục",
    CHAPTER: "Chương",
    PART: "Phần",
    APPENDIX: "Phụ lục",
}
_HEADING = re.compile(r"\.?[ ]?[:.](?=[ ]|$)")


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    document: Document
    places: tuple[Place, ...]
    place_end: int
    lone_places: bool = False


def read_citations(text: str) -> list[Citation]:
    """Every reference to a legal or administrative document in Vietnamese running text, in reading order.

    Offsets count characters of `unicodedata.normalize("NFC", text)`. Several provisions of one document give
    one Citation each. Reads what is printed and invents nothing: an ordinary sentence gives an empty list.
    """
    view = view_of(text)
    mentions = _mentions(view, find_documents(view), find_chains(view.plain, view.low))
    citations: list[Citation] = []
    flow = Flow()
    for at, mention in enumerate(mentions):
        following = mentions[at + 1].start if at + 1 < len(mentions) else len(view.low)
        floor = max(flow.end, 0)
        tail = read_tail(view, mention.document, following)
        citations += _cite(view, mention, tail, flow, floor, following)
        flow.end = max(tail.end, mention.place_end, 1)
    return with_fates(view, settled(citations))


def places_of(view: View, chain: Chain) -> list[Citation]:
    """The places of a chain that names no document, each leaning on what stands around it."""
    said = view.text[chain.start : chain.end]
    base = Citation(said, chain.start, chain.end, anaphora=True)
    return [_with_place(base, place) for place in chain.places]


def _mentions(view: View, documents: list[Document], chains: list[Chain]) -> list[_Mention]:
    starts = [document.start for document in documents]
    taken: set[int] = set()
    mentions: list[_Mention] = []
    last_end = 0
    for chain in chains:
        inside = bisect_left(starts, chain.start + 1) - 1
        if inside >= 0 and documents[inside].end > chain.start and not documents[inside].self:
            continue  # "Điều" inside a law's name
        mention, number = _place_mention(view, chain, documents, starts)
        if mention is None and _follows_a_document(view, chain, documents, inside):
            mention = _leaning(chain)
        if mention and mention.document.type is None:
            behind = inside if inside not in taken else -1
            mention, number = _joined_behind(view, mention, documents, behind)
            if number is None and mention.document.sure is False:
                continue
        if mention is None or mention.start < last_end:
            continue
        mentions.append(mention)
        last_end = mention.place_end
        if number is not None:
            taken.add(number)
    for number, document in enumerate(documents):
        if number not in taken and document.sure:
            mentions.append(_Mention(document.start, document, (), document.end))
    mentions.sort(key=lambda mention: mention.start)
    return _without_overlap(mentions)


def _without_overlap(mentions: list[_Mention]) -> list[_Mention]:
    kept: list[_Mention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].document.end:
            kept.append(mention)
    return kept


def _place_mention(
    view: View, chain: Chain, documents: list[Document], starts: list[int]
) -> tuple[_Mention | None, int | None]:
    """The mention that a chain of places makes, and the index of the document it took."""
    if chain.closed:
        return _closed_chain(view, chain), None
    number = bisect_left(starts, chain.end)
    lead = _lead_to_document(view, chain)
    if number < len(documents) and documents[number].start - chain.end < 200:
        document = documents[number]
        if not view.low[lead : document.start].strip(" ("):
            if not document.sure and not chain.has_article:
                return None, None  # "phần 2 của chương trình này": everyday words
            return _Mention(chain.start, document, chain.places, chain.end), number
        known = document.number or document.self or document.name
        if known and chain.has_article and _ATTACHED.fullmatch(view.low, chain.end, document.start):
            return _Mention(chain.start, document, chain.places, chain.end), number
    named = named_at(view, lead)
    if named and (number >= len(documents) or named.end <= documents[number].start):
        if chain.has_article or not chain.lone:
            return _Mention(chain.start, named, chain.places, chain.end), None
        return None, None
    return _bare_chain(view, chain), None


def _lead_to_document(view: View, chain: Chain) -> int:
    """Where the document of a chain would begin."""
    lead = end_of(_TO_DOCUMENT, view.low, chain.end)
    if lead > chain.end + 1:
        return lead
    sign = _SIGN.match(view.low, chain.end) or (None if chain.lone else _COLON.match(view.low, chain.end))
    heads_a_line = chain.lone and view.low[chain.start - 1 : chain.start] == "\n"
    return sign.end() if sign and not heads_a_line else lead


def _joined_behind(
    view: View, bare: _Mention, documents: list[Document], number: int
) -> tuple[_Mention, int | None]:
    """ "Nghị định số ..., tại khoản 1 Điều 3": places that follow their document."""
    document = documents[number] if number >= 0 else None
    if not document or document.self or document.anaphora or bare.start - document.end > 160:
        return bare, None
    tail = read_tail(view, document, bare.start)
    if tail.end > bare.start or not _BEHIND.fullmatch(view.low, tail.end, bare.start):
        return bare, None
    closing = "(" in view.low[tail.end : bare.start] and view.low.startswith(")", bare.place_end)
    return _Mention(document.start, document, bare.places, bare.place_end + closing), number


def _closed_chain(view: View, chain: Chain) -> _Mention | None:
    level = next((place.this for place in chain.places if place.this), None)
    if level is None:
        return None
    if chain.lone and not re.compile(r"(?:quy định tại|quy định của|theo)[ ]{1,2}$").search(
        view.low, max(0, chain.start - 16), chain.start
    ):
        return None
    if chain.lone and not view.plain[chain.start].isupper():
        return None
    kind = _THIS_PLACE.get(level)
    if kind is None:
        return None
    document = Document(chain.end, chain.end, kind, self=True)
    return _Mention(chain.start, document, chain.places, chain.end)


def _follows_a_document(view: View, chain: Chain, documents: list[Document], number: int) -> bool:
    """ "Nghị định 41/2022/NĐ-CP Điều 8": nothing else stands between, and no heading begins here."""
    if number < 0 or not chain.has_article or chain.closed or chain.start - documents[number].end > 160:
        return False
    first = chain.lone and chain.places[0].levels.get(ARTICLE) == "1"
    return not (first and _HEADING.match(view.low, chain.end))  # "... Điều 1. Phạm vi" opens a paper


def _leaning(chain: Chain) -> _Mention:
    """A chain that is a reference only if a document stands right before it."""
    document = Document(chain.end, chain.end, None, anaphora=True, sure=False)
    return _Mention(chain.start, document, chain.places, chain.end)


def _bare_chain(view: View, chain: Chain) -> _Mention | None:
    """A place with no document: kept when it looks back ("nêu trên") or when law's language surrounds it."""
    if not chain.has_article:
        return None
    back = _BACK.match(view.low, chain.end)
    if back:
        document = Document(chain.end, back.end(), None, anaphora=True)
        return _Mention(chain.start, document, chain.places, back.end())
    if _OTHER_PAPER.match(view.low, chain.end):
        return None
    capital = "Điều" in view.plain[chain.start : chain.end]
    cue = _LEGAL_CUE.search(view.low, max(0, chain.start - 14), chain.start)
    exact = any(CLAUSE in place.levels for place in chain.places)
    if not capital and not (exact and cue):
        return None
    if chain.lone and (
        not cue or _HEADING.match(view.low, chain.end) and view.low[chain.start - 1 : chain.start] == "\n"
    ):
        return None
    document = Document(chain.end, chain.end, None, anaphora=True)
    return _Mention(chain.start, document, chain.places, chain.end)


def _cite(
    view: View, mention: _Mention, tail: Tail, flow: Flow, floor: int, following: int
) -> list[Citation]:
    document = mention.document
    relation, nested = relate(view.low, flow, mention.start, document.self and not mention.places)
    issuer, day = tail.issuer, tail.date
    if document.is_numbered and not (issuer and day):
        front_issuer, front_day = read_front(view, mention.start, floor)
        if not issuer:
            issuer, day = front_issuer, day or front_day
    if relation in (None, "kem_theo") and _points_at_form(view, mention):
        relation = "dan_chieu"
    if (document.self or document.anaphora) and not mention.places and relation != "kem_theo":
        relation = None
    base = _base(view, mention, tail, issuer, day, relation, nested)
    return [_with_place(base, place) for place in mention.places] or [base]


def _points_at_form(view: View, mention: _Mention) -> bool:
    """ "Mẫu số 22 tại Phụ lục kèm theo Nghị định này": the form is pointed at, not attached here."""
    at_form = any(FORM in place.levels or APPENDIX in place.levels for place in mention.places)
    return at_form and bool(_AT.search(view.low, max(0, mention.start - 12), mention.start + 40))


def _base(
    view: View,
    mention: _Mention,
    tail: Tail,
    issuer: str | None,
    day: Day | None,
    relation: str | None,
    nested: bool,
) -> Citation:
    document, number = mention.document, mention.document.number
    end = max(tail.end, mention.place_end, document.end)
    year = (number.year if number else None) or tail.year or document.year or (day.year if day else None)
    mismatch = bool(number and number.year and day and day.year != number.year)
    return Citation(
        text=view.text[mention.start : end],
        start=mention.start,
        end=end,
        type=document.type,
        number=number.number if number else None,
        symbol=number.symbol if number else None,
        year=year,
        issuer=issuer,
        date=day.iso if day else None,
        name=document.name,
        full=number.full if number else None,
        relation=relation,
        self=document.self,
        anaphora=document.anaphora,
        nested=nested,
        warn="year_mismatch" if mismatch else None,
    )


def _with_place(base: Citation, place: Place) -> Citation:
    levels: dict[str, Any] = {FIELDS[level]: value for level, value in place.levels.items()}
    return replace(base, article_to=place.article_to, **levels)
