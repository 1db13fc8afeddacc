"""What an amending paper tells to do: to which place, with which new words.

"Sửa đổi, bổ sung khoản 2 Điều 3 như sau: “2. ...”", "Bổ sung khoản 2a vào sau khoản 2 Điều 3 như sau: ...",
"Thay thế cụm từ “A” bằng cụm từ “B” tại ...", "Bãi bỏ khoản 6" under "Sửa đổi một số khoản của Điều 12"
(Nghị định 78/2025/NĐ-CP, phụ lục on amending texts: the new words stand in quotation marks). Words that are
not clearly those of the place stay unread.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace

from lantoa.language.citations import Citation
from lantoa.language.citations.locations import Place, find_chains
from lantoa.language.citations.units import (
    APPENDIX,
    ARTICLE,
    CHAPTER,
    CLAUSE,
    PART,
    POINT,
    SECTION,
    SUBSECTION,
)
from lantoa.library.new_words import full_text_of
from lantoa.library.understanding.amending_sentences import PASSIVE, Sentence, sentences, split, verb_of
from lantoa.library.understanding.proposal import Cited
from lantoa.library.understanding.text import PaperText

MOST_WORDS = 400
_VERBS = re.compile(r"(?P<verb>sửa đổi,? bổ sung|sửa đổi|bổ sung|bãi bỏ|hủy bỏ|huỷ bỏ|thay thế|thay|bỏ)\b")
_THIS = re.compile(r"\bnày\b")
_RELATION = {"bãi": "bai_bo", "hủy": "bai_bo", "huỷ": "bai_bo", "bổ": "bo_sung"}
_QUOTED = r"[“\"](?P<{}>[^“”\"]{{1,400}})[”\"]"
_TERM = r"(?:các )?(?:cụm từ|từ ngữ|từ|số|chữ)[ ]?:?[ ]?"
_SWAP = re.compile(
    rf"(?:{_TERM}){_QUOTED.format('old')},? (?:thành|bằng)[ ]+(?:{_TERM})?{_QUOTED.format('new')}", re.I
)
_SWAPPED = re.compile(
    rf"{_TERM}{_QUOTED.format('old')}.{{1,160}}?(?:được|bị) thay(?: thế)? (?:bằng|thành) (?:{_TERM})?"
    rf"{_QUOTED.format('new')}",
    re.I,
)
_DROP = re.compile(rf"\bbỏ (?:{_TERM}){_QUOTED.format('old')}", re.I)
_JOIN = re.compile(
    rf"bổ sung (?:{_TERM}){_QUOTED.format('new')} (?:vào )?(?:ngay )?(?P<where>sau|trước)"
    rf" (?:{_TERM}){_QUOTED.format('old')}",
    re.I,
)
# Only a piece of the place is rewritten: its whole new words are not known.
_PIECE = re.compile(
    r"(?:đoạn|phần|câu) (?:mở )?(?:đầu|cuối|thứ)|đoạn \d|tên (?:điều|chương|mục|khoản|gọi)|tiêu đề"
    r"|gạch đầu dòng|dấu (?:cộng|gạch)|\btiết\b|dòng thứ|mẫu số|biểu mẫu|phụ lục|\bcột\b",
    re.I,
)

# It only opens a list, or says in general what the sentences below say one by one.
_IN_GENERAL = re.compile(r"\bmột số\b|\b(?:như|dưới) (?:sau|đây)\b|\bsau đây\b|:\s*$")
_LARGE = (CHAPTER, SECTION, SUBSECTION, PART, APPENDIX)
_LEAD_IN_NAMED = re.compile(r"\b(?:đoạn|phần|câu) (?:mở )?đầu (?:của )?(?:khoản|điều) \d+[a-zđ]?\b", re.I)
_LEAD_IN = re.compile(r"(?:\d{1,3}[a-zđ]?\.\s*)?(?P<words>[^\n]+:)")


@dataclass(frozen=True)
class Told:
    """One place of a sentence, and the verb that governs it."""

    place: Place
    verb: str


@dataclass
class _Context:
    """What a sentence leans on: the document, and the article and clause that a larger one named."""

    document: Citation | None = None
    article: str = ""
    clause: str = ""
    general: tuple[int, ...] = ()  # the lines that named them


def read_amendments(paper: PaperText, cited: list[Citation]) -> tuple[list[Cited], set[int]]:
    """(what the sentences of the tree do, the lines whose places are thereby read).

    cited: every citation of the paper. A sentence whose document is not known is left to them.
    """
    by_line: dict[int, Citation] = {}
    for citation in cited:
        if citation.number and citation.type and not citation.self:
            by_line.setdefault(paper.line_at(citation.start), citation)
    context = _Context(_of_title(paper, cited))
    found: list[Cited] = []
    lines: set[int] = set()
    for sentence, block in sentences(paper):
        told = list(_told(sentence, block, context, by_line, paper))
        if told:
            found += told
            lines.update(range(sentence.first, sentence.last + 1))
            if {one.citation["article"] for one in told} == {context.article}:
                lines.update(context.general)
    return found, lines


def _of_title(paper: PaperText, cited: list[Citation]) -> Citation | None:
    """The one document that the title of the paper amends."""
    body = paper.start_of(paper.body_at)
    named = {
        c.full: c
        for c in cited
        if c.start < body and c.number and c.relation in ("sua_doi_bo_sung", "bo_sung")
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _told(
    sentence: Sentence,
    block: tuple[int, int],
    context: _Context,
    by_line: Mapping[int, Citation],
    paper: PaperText,
) -> Iterator[Cited]:
    text, verb = sentence.text, verb_of(sentence.text)
    named = next((by_line[at] for at in range(sentence.first, sentence.last + 1) if at in by_line), None)
    if sentence.is_article:
        context.article, context.clause, context.general = "", "", ()
        context.document = (named or context.document) if verb else None
    if not verb:
        return
    context.document = named or context.document
    head, follows, inline = split(text)
    if context.document is None or _THIS.search(_unquoted(head if follows else text).lower()):
        return
    phrases = _phrases(text)
    told = _places(_unquoted(head if follows else text), context)
    if phrases and not told and not find_chains(_unquoted(text), _unquoted(text).lower()):
        told = [Told(_here(context, named), verb[verb.lastgroup or 0].lower())]  # wherever it stands there
    if verb.re is PASSIVE:
        told = [replace(one, verb=verb[verb.lastgroup or 0].lower()) for one in told]
    if follows and not inline and not block[1]:  # the new words stand in the sentences below
        if not sentence.mark.endswith(")") and len(told) == 1:
            levels = told[0].place.levels
            context.article, context.clause = levels[ARTICLE], levels.get(CLAUSE, "")
            context.general = tuple(range(sentence.first, sentence.last + 1))
        return
    if not told and named is None:
        yield from _unplaced(sentence, verb, context.document)
        return
    new_words = _new_words(head, inline, block, paper)
    leans = named is None or not _has_article(head)
    adds = any(one.verb == "bổ sung" for one in told) and not _PIECE.search(_unquoted(head))
    if not (phrases or new_words or adds or leans):
        return  # a plain "Bãi bỏ khoản 3 Điều 9 Thông tư ...": the citation itself says all
    for one in told:
        words = full_text_of(new_words, _level(one.place), len(told) > 1)
        relation = "sua_doi_bo_sung" if phrases else _relation_of(one.verb)
        for old, new in phrases or [("", "")]:
            yield Cited(
                asdict(_at(context.document, one.place, relation)),
                relation,
                " ".join(f"{sentence.mark} {text}".split())[:MOST_WORDS],
                sentence.first,
                new_words=words,
                new_lines=tuple(range(*block)) if words else (),
                old_phrase=old,
                new_phrase=new,
            )


def _here(context: _Context, named: Citation | None) -> Place:
    """Where a phrase without a place of its own changes: in what stands above, else in the whole document."""
    if named or not context.article:
        return Place()
    return Place({ARTICLE: context.article} | ({CLAUSE: context.clause} if context.clause else {}))


def _unplaced(sentence: Sentence, verb: re.Match[str], document: Citation) -> Iterator[Cited]:
    """A chapter, an appendix; else a change whose place was not read, so that it is not lost."""
    text = _unquoted(sentence.text)
    places = [place for chain in find_chains(text, text.lower()) for place in chain.places]
    large = [p for p in places if p.article_to or any(level in p.levels for level in _LARGE)]
    heading = sentence.is_article and not text.rstrip().endswith((".", ";"))
    if not large and (heading or _IN_GENERAL.search(text.lower())):
        return
    relation = _relation_of(verb[verb.lastgroup or 0].lower())
    for place in large or [Place()]:
        yield Cited(
            asdict(_at(document, place, relation)),
            relation,
            " ".join(f"{sentence.mark} {sentence.text}".split())[:MOST_WORDS],
            sentence.first,
            unread=not large,
        )


def _relation_of(verb: str) -> str:
    return _RELATION.get(verb.split()[0], "sua_doi_bo_sung")


def _phrases(text: str) -> list[tuple[str, str]]:
    """(old, new) of each phrase that a sentence swaps, drops or lengthens."""
    if joined := _JOIN.search(text):
        old, new = joined["old"].strip(), joined["new"].strip()
        return [(old, f"{old} {new}" if joined["where"].lower() == "sau" else f"{new} {old}")]
    if swapped := _SWAPPED.match(text):
        return [(swapped["old"].strip(), swapped["new"].strip())]
    if swaps := [(one["old"].strip(), one["new"].strip()) for one in _SWAP.finditer(text)]:
        return swaps
    return [(one["old"].strip(), "") for one in _DROP.finditer(text)]


def _unquoted(text: str) -> str:
    return re.sub(r"[“\"][^“”\"]*[”\"]", lambda quoted: " " * len(quoted[0]), text)


def _has_article(head: str) -> bool:
    return any(chain.has_article for chain in find_chains(head, head.lower()))


def _places(text: str, context: _Context) -> list[Told]:
    """The places that a sentence names, each with its article: that of the next place ("khoản 1 và bổ sung
    khoản 1a Điều 4"), else of what stands above."""
    low, found = text.lower(), []
    verbs = [(one.end(), one["verb"]) for one in _VERBS.finditer(low)]
    article, clause = context.article, context.clause
    for chain in reversed(find_chains(text, low)):
        verb = next((word for end, word in reversed(verbs) if end <= chain.start), "")
        here = []
        for place in chain.places:
            levels = {
                at: value.lower() for at, value in place.levels.items() if at in (ARTICLE, CLAUSE, POINT)
            }
            if len(levels) != len(place.levels) or place.article_to or not levels:
                continue  # a chapter, an appendix, a range: told by the citation as before
            if ARTICLE not in levels:
                levels |= {ARTICLE: article} if article else {}
                levels |= {CLAUSE: clause} if clause and CLAUSE not in levels else {}
            if ARTICLE in levels:
                here.append(Told(replace(place, levels=levels), verb))
                article, clause = levels[ARTICLE], levels.get(CLAUSE, "")
        found[:0] = here
    return found


def _level(place: Place) -> tuple[str, str]:
    """("clause", "2a"): the smallest level of a place and its number."""
    for level, kind in ((POINT, "point"), (CLAUSE, "clause"), (ARTICLE, "article")):
        if level in place.levels:
            return kind, place.levels[level]
    return "", ""


def _new_words(head: str, inline: str, block: tuple[int, int], paper: PaperText) -> str:
    """The words behind "như sau:", without their quotation marks; "" when only a piece is rewritten, unless
    the piece is all that the place itself says: the lead-in of its list, without the mark of the place."""
    piece = _PIECE.search(_unquoted(head))
    if not inline and not block[1]:
        return ""
    text = inline if inline and not block[1] else "\n".join(paper.lines[block[0] : block[1]])
    if inline and block[1]:
        text = split(text)[2]
    quoted = re.fullmatch(r"\s*[“\"](?P<words>.*)[”\"]\s*[.;,]?\s*", text, re.S)
    words = quoted["words"].strip() if quoted else "" if _has_quotes(text) else text.strip()
    if not piece:
        return words
    lead_in = _LEAD_IN.fullmatch(words) if _LEAD_IN_NAMED.search(head) else None
    return lead_in["words"] if lead_in else ""


def _has_quotes(text: str) -> bool:
    return any(mark in text for mark in '“”"')


def _at(document: Citation, place: Place, relation: str) -> Citation:
    levels = place.levels
    names = (
        (POINT, "điểm"),
        (CLAUSE, "khoản"),
        (ARTICLE, "Điều"),
        (SUBSECTION, "Tiểu mục"),
        (SECTION, "Mục"),
        (CHAPTER, "Chương"),
        (PART, "Phần"),
        (APPENDIX, "Phụ lục"),
    )
    said = " ".join(f"{name} {levels[level]}" for level, name in names if level in levels)
    said += f" đến Điều {place.article_to}" if place.article_to else ""
    return replace(
        document,
        text=f"{said} {document.type} số {document.full or document.number}".strip(),
        article=levels.get(ARTICLE),
        clause=levels.get(CLAUSE),
        point=levels.get(POINT),
        article_to=place.article_to,
        part=levels.get(PART),
        chapter=levels.get(CHAPTER),
        section=levels.get(SECTION),
        subsection=levels.get(SUBSECTION),
        appendix=levels.get(APPENDIX),
        form=None,
        relation=relation,
        anaphora=False,
        nested=False,
    )
