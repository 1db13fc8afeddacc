"""A reference as a person types it into a box: "nd351", "dieu 24 nghi dinh 30/2020", "QĐ28/2014", "luat 89".

What is typed is written out as paper prints it and then read by the reader of running text. A box may be
read more freely than a paper: a bare number behind a kind is meant as one, and what stands beside the one
document that is named belongs to it.
"""

import re
from dataclasses import dataclass, replace

from lantoa.language.folding import fold, nfc

from .kinds import LAWS, NORMATIVE
from .locations import find_chains
from .model import Citation
from .reader import places_of, read_citations
from .symbols import normalise_symbol
from .view import view_of

# What people type for a kind, folded -> the kind.
_KINDS = {
    "nd": "Nghị định",
    "nghi dinh": "Nghị định",
    "tt": "Thông tư",
    "thong tu": "Thông tư",
    "ttlt": "Thông tư liên tịch",
    "thong tu lien tich": "Thông tư liên tịch",
    "qd": "Quyết định",
    "quyet dinh": "Quyết định",
    "nq": "Nghị quyết",
    "nghi quyet": "Nghị quyết",
    "ct": "Chỉ thị",
    "chi thi": "Chỉ thị",
    "kh": "Kế hoạch",
    "ke hoach": "Kế hoạch",
    "cv": "Công văn",
    "cong van": "Công văn",
    "cd": "Công điện",
    "cong dien": "Công điện",
    "tb": "Thông báo",
    "thong bao": "Thông báo",
    "bc": "Báo cáo",
    "bao cao": "Báo cáo",
    "ttr": "Tờ trình",
    "to trinh": "Tờ trình",
    "hd": "Hướng dẫn",
    "huong dan": "Hướng dẫn",
    "kl": "Kết luận",
    "ket luan": "Kết luận",
    "vbhn": "Văn bản hợp nhất",
    "van ban hop nhat": "Văn bản hợp nhất",
    "pl": "Pháp lệnh",
    "phap lenh": "Pháp lệnh",
    "luat": "Luật",
    "bo luat": "Bộ luật",
}
_KIND_NAMES = "|".join(sorted(_KINDS, key=len, reverse=True)).replace(" ", r"[ ]{0,2}")
_YEAR = r"(?:19|20)\d\d"
_SYMBOL = r"[a-z][a-z0-9&]*(?:[ ]?[-/][ ]?[a-z][a-z0-9&]*){0,6}"
_BODY = r"(?:[ ]?-[ ]?(?:cp|ttg|ubnd|hdnd)|[ ](?:cua[ ])?(?:chinh phu|thu tuong chinh phu|thu tuong))?"
_NUMBER = re.compile(
    rf"(?<![\w/.,-])(?<!thang )(?<!phap )(?<!k[yi] )"
    rf"(?:(?P<kind>{_KIND_NAMES}){_BODY}[ .:]{{0,3}})?(?:so[ ]{{0,2}}[:.]?[ ]{{0,2}})?"
    rf"(?P<number>\d{{1,5}}[a-z]?)(?![\d.,]\d)"
    rf"(?:[ ]{{0,2}}(?:/|-|nam(?=[ ])|[ ])[ ]{{0,2}}(?P<year>{_YEAR})|/(?P<short>\d\d))?(?![\d])"
    rf"(?:[ ]{{0,2}}[/-][ ]{{0,2}}(?P<symbol>{_SYMBOL}))?(?![\w/-])"
)
# What is more than the words that stand between references.
_TELLS = re.compile(
    r"(?<![^\W_])(?!(?:va|hoac|hay|cua|theo|tai|trong|o|cac|voi|so|tu|den|cung)(?![^\W_]))[^\W_]+"
)
# The kinds whose short form with a bare number right behind it ("nd351") is nothing else.
_GLUED = frozenset({"nd", "tt", "ttlt", "qd", "nq", "vbhn"})
_PLACES = (  # (as typed, folded; as printed)
    (re.compile(r"(?<![^\W_])dieu[ ]{0,2}(?:so[ ])?(?=\d)"), "Điều "),
    (re.compile(r"(?<![^\W_])khoan[ ]{0,2}(?:so[ ])?(?=\d)"), "khoản "),
    (re.compile(r"(?<![^\W_])diem[ ]{0,2}(?=[a-z](?![^\W_]))"), "điểm "),
    (re.compile(r"(?<![^\W_])k[.]?[ ]?(?=\d{1,2}[ ,]{0,2}(?:d[.]?[ ]?|dieu[ ]?)\d)"), "khoản "),
    (
        re.compile(rf"(?<![^\W_])d[.]?[ ]?(?=\d{{1,3}}[a-z]?,?[ ](?:cua[ ])?(?:{_KIND_NAMES})(?![a-z]))"),
        "Điều ",
    ),
    (re.compile(r"(?<=\d)[ ,]{0,2}d[.]?[ ]?(?=\d{1,3}(?![\d/.]))"), " Điều "),
    (re.compile(r"(?<![^\W_])chuong[ ]{1,2}(?=(?:\d|[ivx]+(?![^\W_])))"), "Chương "),
)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: the references in it, in reading order, and the words besides.

    A place that belongs to no document of the text is a citation that leans back (`anaphora`).
    """

    citations: tuple[Citation, ...]
    rest: str

    @property
    def numbered(self) -> tuple[Citation, ...]:
        """Those that name a document by its number."""
        return tuple(one for one in self.citations if one.number)


def read_typed(text: str) -> Typed:
    """The references in what a person typed, and what is left without them."""
    written, numbers = _written_out(nfc(text).replace("Ð", "Đ").replace("ð", "đ").replace("\n", " "))
    cited = [
        one for one in read_citations(written) if not one.self and (one.number or one.article or one.name)
    ]
    cited += [one for one in numbers if not _covered(one, cited)]
    cited += _places_left(written, cited)
    cited.sort(key=lambda one: one.start)
    return Typed(tuple(_joined(cited, written)), _without(written, cited))


def _written_out(text: str) -> tuple[str, list[Citation]]:
    """The text as paper prints it, and every number in it as a citation of its own."""
    for pattern, printed in _PLACES:
        text = _replaced(text, pattern, printed)
    pieces: list[str] = []
    numbers: list[Citation] = []
    at = length = 0
    for found in _NUMBER.finditer(fold(text.translate(_DASHES))):
        read = _number(text, found)
        if not read:
            continue
        pieces.append(text[at : found.start()])
        length += len(pieces[-1])
        numbers.append(replace(read, start=length, end=length + len(read.text)))
        pieces.append(read.text)
        length += len(read.text)
        at = found.end()
    return "".join([*pieces, text[at:]]), numbers


_LEVELS = (
    "point",
    "clause",
    "article",
    "article_to",
    "subsection",
    "section",
    "chapter",
    "part",
    "appendix",
    "form",
)
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))


def _replaced(text: str, pattern: re.Pattern[str], printed: str) -> str:
    pieces, at = [], 0
    for found in pattern.finditer(fold(text)):
        pieces += [text[at : found.start()], printed]
        at = found.end()
    return "".join([*pieces, text[at:]])


def _number(text: str, found: re.Match[str]) -> Citation | None:
    """A number alone ("7", "31%") is none: it needs a kind before it, or a year or symbol after a stroke."""
    typed, number, year, short, symbol = found.group("kind", "number", "year", "short", "symbol")
    typed = " ".join(typed.split()) if typed else ""
    kind = next(
        (full for name, full in _KINDS.items() if name.replace(" ", "") == typed.replace(" ", "")), None
    )
    written = text[slice(*found.span("symbol"))] if symbol else ""
    if not kind and not (year and "/" in found[0] or "-" in written or written.isupper()):
        return None  # "2 2021", "50/người"
    if not kind and not symbol and re.fullmatch(_YEAR, number):
        return None  # "2021/2025" is a period
    if short and kind not in NORMATIVE:
        return None
    bare = not year and not short and not symbol
    if bare and (
        (len(number) == 4 and re.fullmatch(_YEAR, number))  # "Luật 2019"
        or (typed and text[found.start("number") - 1].isalpha() and typed not in _GLUED)
        or _COUNTED.match(fold(text), found.end())  # "nghị quyết 5 năm"
        or (kind not in (NORMATIVE | LAWS) and not _is_plain_end(text, found))
    ):
        return None
    letters = normalise_symbol(written) if written else None
    when = int(year) if year else (_century(short) if short else None)
    party = letters and "/" in letters and not when
    full = f"{number}-{letters}" if party else "/".join(str(p) for p in (number, when, letters) if p)
    says = f"{kind} số {full}" if kind else full
    return Citation(says, 0, 0, kind, number, letters, when, full=full if when or letters else None)


def _century(short: str) -> int:
    return int(short) + (1900 if int(short) >= 45 else 2000)


_COUNTED = re.compile(r"[ ]?(?:%|ngay|thang|nam|gio|lan)(?![^\W_])")


def _is_plain_end(text: str, found: re.Match[str]) -> bool:
    """ "kế hoạch số 12 ...", "công văn 45" at the end of what was typed: not "báo cáo 2 nội dung"."""
    return bool(re.search(r"so[ :.]*\d", found[0])) or not text[found.end() :].strip()


def _covered(one: Citation, cited: list[Citation]) -> bool:
    return any(other.start < one.end and one.start < other.end and other.number for other in cited)


def _places_left(written: str, cited: list[Citation]) -> list[Citation]:
    """Places that the reader of papers leaves alone because nothing around them speaks of law."""
    view = view_of(written)
    return [
        place
        for chain in find_chains(view.plain, view.low)
        if not chain.closed
        and (chain.has_article or not chain.lone)
        and not any(one.start < chain.end and chain.start < one.end for one in cited)
        for place in places_of(view, chain)
    ]


def _joined(cited: list[Citation], written: str) -> list[Citation]:
    """Each place with the document that it belongs to: the one right before it, else the only one."""
    documents = [one for one in cited if not one.anaphora]
    only = documents[0] if len({_document_of(one) for one in documents}) == 1 else None
    joined: list[Citation] = []
    placed: set[tuple] = set()
    for one in cited:
        if one.anaphora:
            before = next((d for d in documents if not written[d.end : one.start].strip(" ,(")), None)
            one = _placed(one, before if before and before.end <= one.start else only)
        if not one.anaphora and _has_place(one):
            placed.add(_document_of(one))
        joined.append(one)
    return [one for one in joined if one.anaphora or _has_place(one) or _document_of(one) not in placed]


def _document_of(one: Citation) -> tuple:
    return one.type, one.number, one.symbol, one.year, one.name


def _has_place(one: Citation) -> bool:
    return bool(one.article or one.chapter or one.appendix)


def _placed(place: Citation, document: Citation | None) -> Citation:
    if document is None:
        return place
    levels = {name: getattr(place, name) for name in _LEVELS}
    return replace(document, text=f"{place.text} {document.text}", **levels)


def _without(written: str, cited: list[Citation]) -> str:
    pieces, at = [], 0
    for one in cited:
        if one.start < at:
            continue
        pieces.append(written[at : one.start])
        if one.name and not one.number:  # the name of a law tells what is asked
            pieces.append(f" {one.type} {one.name} {one.year or ''} ")
        at = one.end
    left = " ".join(" ".join([*pieces, written[at:]]).split())
    return left if _TELLS.search(fold(left)) else ""
