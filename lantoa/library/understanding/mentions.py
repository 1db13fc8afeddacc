"""What a paper names and what it does with it: căn cứ, sửa đổi, thay thế, bãi bỏ, hướng dẫn, dẫn chiếu ..."""

import re
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date, timedelta

from lantoa.common.dates import say
from lantoa.common.problems import Problem
from lantoa.language.citations import Citation, read_citations
from lantoa.language.citations.dates import read_date
from lantoa.language.citations.fates import Fate, read_fates
from lantoa.library.identity import number_key
from lantoa.library.understanding.amendments import read_amendments
from lantoa.library.understanding.consolidated import KIND, joined
from lantoa.library.understanding.proposal import Cited
from lantoa.library.understanding.text import PaperText, Quotes

# The stronger relation is kept where one target is named twice.
WEIGHT = {
    "hop_nhat": 100,
    "thay_the": 100,
    "het_hieu_luc": 100,
    "bai_bo": 100,
    "huy_bo": 100,
    "sua_doi_bo_sung": 80,
    "bo_sung": 80,
    "ngung_hieu_luc": 80,
    "dinh_chinh": 80,
    "keo_dai_hieu_luc": 70,
    "huong_dan": 60,
    "quy_dinh_chi_tiet": 60,
    "can_cu": 40,
    "thuc_hien": 30,
    "dan_chieu": 20,
}
SAID = {
    "hop_nhat": "hợp nhất",
    "thay_the": "thay thế",
    "het_hieu_luc": "làm hết hiệu lực",
    "bai_bo": "bãi bỏ",
    "huy_bo": "hủy bỏ",
    "sua_doi_bo_sung": "sửa đổi, bổ sung",
    "bo_sung": "bổ sung",
    "ngung_hieu_luc": "ngưng hiệu lực",
    "dinh_chinh": "đính chính",
    "keo_dai_hieu_luc": "kéo dài hiệu lực",
    "huong_dan": "hướng dẫn",
    "quy_dinh_chi_tiet": "quy định chi tiết",
    "can_cu": "căn cứ",
    "thuc_hien": "thực hiện",
    "dan_chieu": "dẫn chiếu",
}
_ENDS = {"thay_the", "het_hieu_luc", "bai_bo", "huy_bo", "ngung_hieu_luc"}
CHANGES = {"sua_doi_bo_sung", "bo_sung", "bai_bo", "thay_the", "dinh_chinh", "huy_bo"}
_ARTICLE = re.compile(r"[ ]*điều \d+[a-zđ]?\s*[.:]", re.I)
_SINCE = re.compile(r"(?:kể )?từ (?=ngày[ ]{0,2}\d)")
_IN_A_LIST = re.compile(r"\s*(?:\d{1,2}[.)]|[-+*•])\s")
MOST_WORDS = 400
NO_FATE = Fate(None)
_TELL_APART = (
    "year", "article", "article_to", "clause", "point",
    "subsection", "section", "chapter", "part", "appendix", "form",
)  # fmt: skip


def read_mentions(paper: PaperText, kind: str, number: str, symbol: str) -> list[Cited]:
    """Every document and provision that the paper names, itself left out, in reading order.

    "Sửa đổi khoản 2 Điều 3 như sau" in an article on one document means a provision of that document.
    """
    own = number_key(kind, number, symbol) if number else ""
    body = paper.start_of(paper.body_at)
    quoted = Quotes(paper.view.text)
    cited = list(read_citations(paper.view.text))
    fates = read_fates(paper.view, cited)
    if paper.is_consolidated:
        return _consolidated(paper, cited, own)
    amendments, told = read_amendments(paper, [c for c in cited if not quoted.holds(c.start)])
    found: list[Cited] = []
    amended: Citation | None = None
    for index, citation in enumerate(cited):
        line = paper.line_at(citation.start)
        fate = fates.get(index, NO_FATE)
        if _ARTICLE.match(paper.lines[line]):
            amended = amended if citation.anaphora else None
        if citation.anaphora and amended and citation.type is None and citation.relation in CHANGES:
            citation = _of(amended, citation)
        if citation.self or citation.anaphora or _is_own(citation, own, kind, citation.start < body):
            continue
        held = quoted.holds(citation.start)
        if line in told and citation.article and not held:
            continue  # its places are those of the amendments below
        of_another = fate.agent is not None and not _is_own(cited[fate.agent], own, kind, False)
        relation = "" if held or of_another else _relation(paper, citation, line)
        if relation in _ENDS and relation != fate.relation:
            relation = ""  # the verb stands near, but this is not what it ends
        if relation in CHANGES and line >= paper.first_article_at and citation.number:
            amended = citation
        found.append(_cited(paper, citation, relation, line, fate if relation == fate.relation else NO_FATE))
    own_days = [replace(one, on=_day_of(paper, one)) for one in amendments]
    return sorted([*found, *own_days], key=lambda one: one.line)


def _consolidated(paper: PaperText, cited: list[Citation], own: str) -> list[Cited]:
    """A consolidated text joins the papers of its head; what its words name is the doing of those."""
    joins = [replace(one, relation="hop_nhat") for one in joined(paper)]
    start, end = paper.start_of(paper.body_at), paper.start_of(paper.joins_end)
    others = [
        replace(one, relation=None)
        for one in cited
        if not (one.self or one.anaphora or start <= one.start < end or one.end > start > one.start)
        and not _is_own(one, own, KIND, in_head=False)
    ]
    named = sorted([*joins, *others], key=lambda one: one.start)
    return [_cited(paper, one, one.relation or "", paper.line_at(one.start), NO_FATE) for one in named]


def _of(document: Citation, place: Citation) -> Citation:
    """The place, in the document that the article is about."""
    return replace(
        place,
        type=document.type,
        number=document.number,
        symbol=document.symbol,
        year=document.year,
        date=document.date,
        issuer=document.issuer,
        full=document.full,
        name=document.name,
        anaphora=False,
    )


def _is_own(citation: Citation, own: str, kind: str, in_head: bool) -> bool:
    if not citation.number:
        return False
    key = number_key(citation.type or kind, citation.number, citation.symbol or "")
    return bool(own) and (key == own or (in_head and key.split("|")[1:] == own.split("|")[1:]))


def _cited(paper: PaperText, citation: Citation, relation: str, line: int, fate: Fate) -> Cited:
    words = paper.lines[line]
    if len(words) > MOST_WORDS:
        words, _ = paper.span(max(0, citation.start - 120), citation.end + 80)
    since, exception = (paper.span(*span)[0] if span[1] else "" for span in (fate.since, fate.exception))
    placed = any(getattr(citation, part) for part in ("article", "chapter", "section", "part", "appendix"))
    return Cited(
        asdict(citation),
        relation,
        words,
        line,
        fate.on,
        since=since.rstrip(" .;,"),
        exception=exception,
        partly=fate.partly and not placed,
    )


def _relation(paper: PaperText, citation: Citation, line: int) -> str:
    """The relation to keep; "" where the mention states none (history, proposals, what stands in a title)."""
    if citation.nested:
        return ""
    said = citation.relation or ""
    if paper.body_at <= line < paper.first_article_at and said in ("", "thuc_hien", "dan_chieu"):
        listed = bool(_IN_A_LIST.match(paper.lines[line]))
        said = "can_cu" if said == "thuc_hien" or listed else said
    return said if said in WEIGHT else ""


def _day_of(paper: PaperText, one: Cited) -> str:
    """The day that an amending sentence gives itself: "Bãi bỏ khoản 6 từ ngày 01/01/2033"."""
    low, start = paper.view.low, paper.start_of(one.line)
    found = _SINCE.search(low, start, start + len(one.words) + 8)
    day = read_date(low, found.end()) if found else None
    return (day.iso or "") if day else ""


def doubts_of(cited: list[Cited]) -> Iterator[Problem]:
    """What of the ends that a paper states a person must record herself, each sentence quoted once."""
    told: set[tuple[str, str]] = set()
    for one in cited:
        for code, words, says in _doubts_of(one):
            if (code, words) not in told:
                told.add((code, words))
                yield Problem(code, says, "relations")


def _doubts_of(one: Cited) -> Iterator[tuple[str, str, str]]:
    name, words = one.citation["text"], one.words
    if one.exception:
        says = f"Có ngoại lệ: “{one.exception}”. Ghi thay đổi cho phần đó sau khi nhập."
        yield "ends_with_exception", one.exception, says
    if one.since:
        says = f"{name}: văn bản này không ghi ngày (“{one.since}”). Ghi ngày vào thay đổi khi đã biết."
        yield "end_day_unknown", one.since, says
    if one.partly:
        says = f"“{words}” chỉ nói một phần, nên không ghi hết hiệu lực cả văn bản. Ghi cho từng điều khoản."
        yield "ends_partly", words, says
    if one.relation == "keo_dai_hieu_luc" and one.on:
        says = (
            f"{name} được áp dụng tiếp đến {say(date.fromisoformat(one.on) - timedelta(days=1))}: “{words}”."
        )
        yield "goes_on_until", words, f"{says} Ghi ngày hết hiệu lực cho văn bản đó nếu đúng là cả văn bản."


def strongest(cited: list[Cited]) -> list[Cited]:
    """One line for each target that the paper states a relation to, the strongest that it states."""
    best: dict[tuple[object, ...], Cited] = {}
    for one in cited:
        if one.relation:
            c = one.citation
            target = (
                number_key(c["type"] or "", c["number"], c["symbol"] or "") if c["number"] else c["name"],
                *(c.get(part) for part in _TELL_APART),
                one.old_phrase,
                one.line if one.unread else "",
            )
            if target not in best or WEIGHT[one.relation] > WEIGHT[best[target].relation]:
                best[target] = one
    return list(best.values())
