"""What becomes of the documents that a text names: which of them end, by which verb, from which day.

A verb and a day belong to their subject and objects, over the whole of a list. What stands in the title of a
named document ("Nghị định số B sửa đổi Nghị định số A"), in brackets or in an exception ("trừ Điều 5 ...") is
not among them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .dates import read_date
from .model import Citation
from .sentences import UNMARKED, Sentence, exception_in, sentences_of
from .view import View

NOWHERE = (0, 0)
_MATTERS = re.compile(
    r"hiệu lực|bãi bỏ|thay thế|[ủu][ỷy] bỏ|đình chỉ|sửa đổi|bổ sung|đính chính|hướng dẫn|kéo dài|chi tiết"
    r"|tiếp tục|chấm dứt|(?<![^\W_])bỏ"
)
_SELF = "\uf8ff"
_DOC = "[\ue000-\uf8fe]"
_NOT_DOC = "\ue000-\uf8fe"
_NO_WORD = r"(?![^\W_])"
_TIME = re.compile(r"[\s\-+*•]*(?:(?:kể )?từ|khi|sau)(?: (?:ngày|khi|thời điểm))?[^,;]{2,120}?,\s*")
_LEAD = re.compile(
    r"[\s\-+*•]*(?:(?:đồng thời|một số|khoản|điểm|theo đó|ngoài ra|và|các|toàn bộ|những|tất cả|nội dung"
    r"|(?:quy|qui) định"
    r"|(?:các )?điều khoản|hiệu lực(?: thi hành)?|(?:một )?phần|văn bản|sau(?: đây)?"
    r"|gồm(?: có)?|tại|của|trong"
    r"|bao gồm|dưới đây|đối với|nghị định|quyết định|nghị quyết|thông tư|chỉ thị|luật|pháp lệnh|điều"
    r"|việc (?:áp dụng|thực hiện|thi hành)|\d{1,2}[.)]|[a-zđ]\))(?![^\W_])[ ,:]*){0,9}\s*"
)
# "một số điều của Nghị định ...", "các quy định tại ...": not the whole of it.
_SOME_OF = re.compile(r"\W*(?:một số|các|những)?\s*(?:điều|khoản|điểm|(?:quy|qui) định|nội dung)\s(?!sau)")
_SEPARATED = re.compile(
    r"(?:[,;:]|(?<![^\W_])(?:và|cùng|hoặc|hay)(?![^\W_])|\s[-+*•]\s)"
    r"(?:\s*(?:(?:và|cùng|với|cả|các|số|của|tại|theo|toàn bộ|(?:quy|qui) định|nội dung)(?![^\W_])|[-+*•]"
    r"|\d{1,2}[.)]|[a-zđ]\)))*\s*$"
)
_SEVERAL = re.compile(r"(?:(?<![^\W_])(?:các|một số|những)\s*(?:[^\W_]+\s*){0,2}|:\s*)$")
_HISTORY = re.compile(
    r"(?:được|bị|đã) (?:được )?(?:sửa đổi|bổ sung|thay thế|đính chính)[^;]*(?:bởi|theo|tại|bằng)"
)
_ASIDE = re.compile(r", (?:theo đó|trong đó|mà|nếu|khi)(?![^\W_])|(?<![^\W_])(?:thì|nếu|để)(?![^\W_])")
_TITLE = re.compile(
    r"\s*(?:về|sửa đổi|bổ sung|thay thế|bãi bỏ|h[uủ][ỷy] bỏ|đính chính|(?:quy|qui) định|hướng dẫn|ban hành"
    r"|phê duyệt|kéo dài|ngưng|đình chỉ)(?![^\W_])[^;]*$"
)
_OTHER_VERB = re.compile(
    r"(?:[,;]|(?<![^\W_])(?:và|đồng thời))\s*(?:đồng thời )?"
    r"(?:(?<!sửa đổi, )(?<!sửa đổi và )bổ sung|sửa đổi|thay thế|bãi bỏ|h[uủ][ỷy] bỏ|đính chính)"
)
_ISSUES = re.compile(r"(?:ban hành|thông qua|ký|trình)\s*$")
_END = r"(?: thi hành)?(?: một phần| toàn bộ)?(?=\s*(?:$|[.;,:)\n]|và |(?:kể )?(?:từ|vào) |sau ngày|từ khi))"
_NOT_YET = r"(?<!đã )(?<!chưa )(?<!không )"
_VERBS = re.compile(
    "|".join(
        (
            rf"(?P<p_het_hieu_luc>{_NOT_YET}(?:(?:hết|chấm dứt) hiệu lực{_END}|không còn hiệu lực{_END}"
            r"|(?<!tiếp tục )(?:chỉ )?có hiệu lực(?: thi hành)?(?= (?:đến|tới) )))",
            r"(?P<p_keo_dai_hieu_luc>(?:vẫn )?tiếp tục (?:được |có )?(?:thực hiện|áp dụng|thi hành|hiệu lực)"
            r"(?=[^;,]{0,20} (?:đến|tới) ))",
            rf"(?P<p_thay_the>{_NOT_YET}(?:bị|được|đều) thay thế (?:bởi|bằng)(?=[^;,]{{0,30}}{_SELF}))",
            rf"(?P<p_bai_bo>{_NOT_YET}(?:bị|được|đều) bãi bỏ(?![^;,.]{{0,12}} (?:bởi|bằng) {_DOC})"
            r"(?: một phần)?)",
            rf"(?P<p_huy_bo>{_NOT_YET}(?:bị|được|đều) h[uủ][ỷy] bỏ(?![^;,.]{{0,12}} (?:bởi|bằng) {_DOC}))",
            rf"(?P<p_ngung_hieu_luc>{_NOT_YET}(?:bị )?(?:tạm )?ngưng hiệu lực{_END})",
            r"(?P<a_thay_the>(?<!được )(?<!bị )thay thế(?: cho)?)",
            r"(?P<a_bai_bo>(?<!được )(?<!bị )(?<!đều )(?:bãi bỏ|^\W*bỏ(?= [\ue000-\uf8fe])"
            r"|chấm dứt (?:hiệu lực|việc (?:áp dụng|thực hiện|thi hành)))"
            r"(?: một phần)?(?: thi hành)?)",
            rf"(?P<a_het_hieu_luc>(?:làm )?hết hiệu lực(?: thi hành)?(?= (?:các|những|toàn bộ|{_DOC})))",
            r"(?P<a_huy_bo>(?<!được )(?<!bị )(?:thu hồi(?: và|,) )?h[uủ][ỷy] bỏ)",
            r"(?P<a_ngung_hieu_luc>(?:ngưng|đình chỉ) (?:hiệu lực|(?:việc )?thi hành)(?: thi hành)?)",
        )
    )
)
_BEFORE_VERB = re.compile(r"(?:[,;:]|(?<![^\W_])(?:và|đồng thời|là))\s*$|^\W*$")
_NEW_SUBJECT = re.compile(
    r"(?:có hiệu lực|áp dụng|thực hiện|ban hành)[^;]*?(?:,|(?<![^\W_])và)\s*"
    rf"(?={_DOC}|(?:các|toàn bộ|những)\s)"
)
_SINCE = re.compile(r"(?:(?:kể )?từ|vào|khi|sau|đến|tới)(?: (?:sau|hết))*(?= (?:ngày|khi|thời điểm|hết))")
_COMPLEMENT = re.compile(r"[^;]*?(?=;|,(?! kể)|(?<![^\W_])(?:và|đồng thời)(?![^\W_])|$)")


@dataclass(frozen=True, slots=True)
class Fate:
    """What a sentence does to one named document.

    relation: "het_hieu_luc", "thay_the" ...; None for what stands inside a title, an exception. agent: the
    index of the citation of the document that does it, None for the text itself. on: the day of its own
    (ISO); since: the words that tell the day without printing it. exception: "trừ ...". partly: "một phần".
    """

    relation: str | None
    agent: int | None = None
    on: str = ""
    since: tuple[int, int] = NOWHERE
    exception: tuple[int, int] = NOWHERE
    partly: bool = False


@dataclass(frozen=True, slots=True)
class _Named:
    """One mention and the citations that it gave."""

    start: int
    end: int
    indexes: tuple[int, ...]
    self: bool


class _Masked:
    """A sentence with one character for each document that it names, without brackets and exception."""

    def __init__(self, view: View, sentence: Sentence, named: Sequence[_Named]):
        self.low, self.sentence, self.named = view.low, sentence, named
        self.exception = exception_in(view.low, sentence.start, sentence.end) or NOWHERE
        start, shown = sentence.start, self._shown()
        for number, one in enumerate(named):
            if shown[one.start - start]:
                length = min(one.end, sentence.end) - one.start
                mark = _SELF if one.self else chr(0xE000 + number)
                shown[one.start - start : one.start - start + length] = [mark, *[""] * (length - 1)]
        self.at = [start + at for at, char in enumerate(shown) if char]
        self.at.append(sentence.end)
        self.text = "".join(shown)

    def _shown(self) -> list[str]:
        """The characters of the sentence; "" for those in brackets and in the exception."""
        start, end = self.sentence.start, self.sentence.end
        shown = list(self.low[start:end].replace("\n", " "))
        spans = [found.span() for found in re.finditer(r"\([^()]*\)", self.low[start:end])]
        if self.exception != NOWHERE:
            spans.append((self.exception[0] - start, self.exception[1] - start))
        for a, b in spans:
            shown[a:b] = [""] * (b - a)
        return shown

    def document(self, at: int) -> _Named | None:
        """The document that stands at this character of `text`."""
        char = self.text[at : at + 1]
        return self.named[ord(char) - 0xE000] if char and "\ue000" <= char < _SELF else None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where [start, end) of `text` stands in what was read."""
        return self.at[start], self.at[end]


@dataclass(frozen=True)
class _List:
    """A sentence that ends the documents of the list below it."""

    fate: Fate
    rank: int

    def holds(self, sentence: Sentence, masked: _Masked) -> bool:
        if sentence.rank == UNMARKED:
            return masked.document(_lead(masked.text, 0)) is not None
        return self.rank == UNMARKED or sentence.rank > self.rank


def read_fates(view: View, citations: Sequence[Citation]) -> dict[int, Fate]:
    """The fate of each citation (by its index) that a sentence gives one; the others are absent."""
    named = _named(citations)
    fates: dict[int, Fate] = {}
    above: _List | None = None
    at = 0
    for sentence in sentences_of(view):
        while at < len(named) and named[at].start < sentence.start:
            at += 1
        last = at
        while last < len(named) and named[last].start < sentence.end:
            last += 1
        nothing = at == last and not sentence.lists
        if not above and (nothing or not _MATTERS.search(view.low, sentence.start, sentence.end)):
            continue
        masked = _Masked(view, sentence, named[at:last])
        if above and not above.holds(sentence, masked):
            above = None
        found, opened = _read(masked)
        if above and not found and masked.document(first := _lead(masked.text, 0)):
            found = _chain(masked, first, len(masked.text), above.fate)
        above = opened or above
        if above and above.rank == UNMARKED and not opened and sentence.rank != UNMARKED:
            above = replace(above, rank=sentence.rank - 1)
        _keep(fates, masked, found)
    return fates


def follows_in_list(gap: str) -> bool:
    """Whether what stands between two mentions makes the second the next of a list."""
    return bool(_SEPARATED.search(gap))


def with_fates(view: View, citations: list[Citation]) -> list[Citation]:
    """The citations with the relations that their sentences give them."""
    told = list(citations)
    for index, fate in read_fates(view, citations).items():
        if fate.agent is None:
            told[index] = replace(told[index], relation=fate.relation, nested=fate.relation is None)
    return told


def _named(citations: Sequence[Citation]) -> list[_Named]:
    spans: dict[int, list[int]] = {}
    for index, citation in enumerate(citations):
        spans.setdefault(citation.start, []).append(index)
    return [
        _Named(start, citations[indexes[0]].end, tuple(indexes), citations[indexes[0]].self)
        for start, indexes in sorted(spans.items())
    ]


def _keep(fates: dict[int, Fate], masked: _Masked, found: list[tuple[_Named, Fate]]) -> None:
    for one, fate in [*_titles(masked), *found]:
        fates.update(dict.fromkeys(one.indexes, fate))
    start, end = masked.exception
    for one in masked.named:
        if found and start <= one.start < end:
            fates.update(dict.fromkeys(one.indexes, Fate(None)))


def _titles(masked: _Masked) -> Iterator[tuple[_Named, Fate]]:
    """What stands in the title of another document ("Quyết định 310 sửa đổi Quyết định 2451")."""
    text, agent, last = masked.text, None, -1
    for at in range(len(text)):
        if text[at] != _SELF and not masked.document(at):
            continue
        gap, one = text[last + 1 : at], masked.document(at)
        before = masked.document(last) if last >= 0 else None
        goes_on = agent is not None and re.fullmatch(r"[\s,;]*(?:và|hoặc)?[\s,]*(?:các )?(?:số )?", gap)
        if before and _TITLE.match(gap) and not _SEPARATED.search(gap) and not _OTHER_VERB.search(gap):
            agent = None if _ISSUES.search(text[:last]) else before.indexes[0]
        elif not goes_on:
            agent = None
        if one and agent is not None:
            yield one, Fate(None, agent)
        last = at


def _read(masked: _Masked) -> tuple[list[tuple[_Named, Fate]], _List | None]:
    """(the documents of a sentence with their fates, the list that it opens)."""
    text = masked.text
    found: list[tuple[_Named, Fate]] = []
    opened, done = None, 0
    verbs = list(_VERBS.finditer(text))
    for number, verb in enumerate(verbs):
        kind = verb.lastgroup or ""
        if verb.start() < done and not _BEFORE_VERB.search(text[: verb.start()]):
            continue  # in a title
        following = verbs[number + 1].start() if number + 1 < len(verbs) else len(text)
        if kind.startswith("a_"):
            first, end = _lead(text, verb.end()), _objects_end(text, verb.end(), following)
            complement = re.search(r"(?<![^\W_])(?:kể )?từ (?:ngày|khi|thời điểm)[^;]*", text[end:])
            since = (end + complement.start(), end + complement.end()) if complement else NOWHERE
        else:
            begin = _subject_start(text, done, verb.start())
            first, end = _lead(text, begin), verb.start()
            stop = _COMPLEMENT.match(text, verb.end())
            since = (verb.end(), stop.end() if stop else len(text))
        fate = _fate(masked, verb, verb.end() if kind.startswith("a_") else begin, since)
        if masked.document(first) and first < end:
            if kind.startswith("p_") and _ASIDE.search(text, first, end):
                continue
            chain = _chain(masked, first, end, fate)
            found += [(one, told) for one, told in chain if told.agent is None or told.relation]
            done = max(end, since[1])
        elif masked.sentence.lists and _opens_list(text, first, verb, kind):
            opened = _List(fate, masked.sentence.rank)
    return found, opened


def _lead(text: str, start: int) -> int:
    """Where the first document of a subject or object begins, behind "Kể từ ngày ..., các văn bản sau: "."""
    at = start
    if time := _TIME.match(text, at):
        at = time.end()
    lead = _LEAD.match(text, at)
    return lead.end() if lead else at


def _opens_list(text: str, first: int, verb: re.Match[str], kind: str) -> bool:
    """ "Bãi bỏ các văn bản sau:", "Các văn bản sau đây hết hiệu lực kể từ ngày ...:"."""
    if kind.startswith("a_"):
        return not text[first:].strip(" :") or bool(re.search(r"sau(?: đây)?\s*:\s*$|dưới đây\s*:\s*$", text))
    return first >= verb.start() and bool(re.search(r"(?:các|những)\s", text[: verb.start()]))


def _objects_end(text: str, start: int, following: int) -> int:
    """Where the objects of a verb end: before the next verb that is not in a title, or before its day."""
    end = following if following < len(text) and _BEFORE_VERB.search(text[:following]) else len(text)
    day = re.search(r"(?<![^\W_])kể từ (?:ngày|khi|thời điểm)", text[start:end])
    end = start + day.start() if day else end
    for stop in re.finditer(";", text[start:end]):
        after = _lead(text, start + stop.end())
        if not re.match(_DOC, text[after : after + 1]):
            return start + stop.start()
    return end


def _subject_start(text: str, done: int, verb: int) -> int:
    begin = done
    for fresh in _NEW_SUBJECT.finditer(text, begin, verb):
        begin = fresh.end()
    for stop in re.finditer(";", text[begin:verb]):
        piece = text[begin : begin + stop.start()]
        if not re.match(_DOC, piece[_lead(piece, 0) : _lead(piece, 0) + 1]):
            return _subject_start(text, begin + stop.end(), verb)
    return begin


def _fate(masked: _Masked, verb: re.Match[str], whom: int, since: tuple[int, int]) -> Fate:
    """whom: where the subject or object begins."""
    text, kind = masked.text, verb.lastgroup or ""
    partly = "một phần" in verb[0] or text[verb.end() :].lstrip().startswith("một phần")
    time = _TIME.match(text, whom)
    partly = partly or bool(_SOME_OF.match(text, time.end() if time else whom))
    on, words = _day(masked, *since)
    if (
        not on
        and words == NOWHERE
        and (time := _TIME.match(text, max(0, text.rfind(";", 0, verb.start()) + 1)))
    ):
        on, words = _day(masked, *time.span())
    agent = _agent(masked, verb.start()) if kind.startswith("a_") else None
    return Fate(kind[2:], agent, on, words, masked.exception, partly)


def _day(masked: _Masked, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """(the day that some words print, the words when they tell it otherwise than by the text's own day)."""
    how = _SINCE.search(masked.text, start, end)
    if not how:
        return "", NOWHERE
    day = read_date(masked.low, masked.at[how.end()] + 1)
    if day and day.iso:
        later = how[0].startswith(("đến", "tới")) or "sau" in how[0] or "hết" in how[0]
        return (date.fromisoformat(day.iso) + timedelta(days=int(later))).isoformat(), NOWHERE
    own = _SELF in masked.text[how.end() : end] or re.match(
        r" ngày (?:được )?(?:ký|ban hành)", masked.text[how.end() :]
    )
    return "", NOWHERE if own else masked.span(how.start(), end)


def _agent(masked: _Masked, verb: int) -> int | None:
    """Who acts: another document that opens the clause ("Nghị định A thay thế ..."), else the text."""
    begin = masked.text.rfind(";", 0, verb) + 1
    if _SELF in masked.text[begin:verb]:
        return None
    first = _lead(masked.text, begin)
    one = masked.document(first) if first < verb else None
    return one.indexes[0] if one and not _VERBS.search(masked.text, begin, verb) else None


def _chain(masked: _Masked, first: int, end: int, fate: Fate) -> list[tuple[_Named, Fate]]:
    """The documents of a subject or object: those in the list take its fate, those in a title none."""
    told: list[tuple[_Named, Fate]] = []
    text, last, inside = masked.text, -1, False
    for at in range(first, end):
        one = masked.document(at)
        if not one:
            continue
        gap = text[last + 1 : at]
        listed = last < 0 or bool(_SEPARATED.search(gap))
        if ";" in gap or last < 0:
            inside = False
        elif not listed:
            inside = bool(_SEVERAL.search(gap) or _HISTORY.search(gap))
        top = listed and not inside
        told.append((one, fate if top else Fate(None)))
        last = at
    return told
