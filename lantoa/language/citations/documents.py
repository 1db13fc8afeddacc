"""Finds the documents that a text names: by number, by a law's name, as itself, or by leaning back."""

import re

from .document import Document
from .kinds import EVERYDAY, LAWS, NORMATIVE, kind_of_word, kind_pattern
from .laws import law_by_name
from .numbered import by_number, spread_symbols
from .type_words import LEAD, TypeWord, find_type_words
from .view import View

_THIS = re.compile(r"[ ]{0,3}này(?![^\W_])")
_BACK = re.compile(
    r"[ ]{1,3}(?:(?:đã |vừa )?(?:nêu|nói|kể|dẫn) trên|(?:đã|vừa) (?:nêu|nói|dẫn)|trên đây|nêu tại"
    r"|đó(?= (?:quy|có|đã|được))"
    r"|trên(?=[ ]{0,2}(?:[,.;:)]|$|\n)|[ ](?:có|đã|được|quy|và|của|thì|là|nêu|cũng|như|để|đến"
    r"|trong)[ ]))(?![^\W_])"
)
_LEGAL_PREDICATE = re.compile(
    r"[ ]{1,3}(?:đã |sẽ |chỉ )?(?:được (?:hội đồng|quốc hội|[uủ][ỷy] ban|ban hành|thông qua"
    r"|áp dụng)|có hiệu lực|hết hiệu lực|thay thế|bãi bỏ"
    r"|quy định|hướng dẫn|sửa đổi|áp dụng|gồm|bao gồm|không áp dụng|điều chỉnh|ban hành kèm"
    r"|có giá trị|thay cho)"
)
_NAMED_END = re.compile(
    r"[;:().,\"\n]|[ ]+(?:quy định|ban hành kèm|kèm theo|được|thì|phải|do|của|có|đã|sẽ|mới|vừa|đang"
    r"|là|để|nhằm|và[ ](?:các|điều|khoản)|số[ ]\d|này|nêu trên)(?![^\W_])"
)

_DIGITS = re.compile(r"(?<![\d])(?<!\d[.,])\d{1,5}(?!\d)")


def find_documents(view: View) -> list[Document]:
    """Every document named in the text, left to right, none overlapping another."""
    words = find_type_words(view)
    found: list[Document] = []
    at, done = 0, 0
    for digits in (run.start() for run in _DIGITS.finditer(view.plain)):
        while at < len(words) and words[at].start < digits:
            if words[at].start >= done:
                named = _by_word(view, words[at], found)
                if named:
                    found.append(named)
                    done = named.end
            at += 1
        if digits < done:
            continue
        numbered = by_number(view, digits, words[max(0, at - 2) : at], found)
        if numbered:
            found.append(numbered)
            done = numbered.end
    for word in words[at:]:
        if word.start >= done:
            named = _by_word(view, word, found)
            if named:
                found.append(named)
                done = named.end
    return spread_symbols(view, found)


def _by_word(view: View, word: TypeWord, found: list[Document]) -> Document | None:
    """What begins at a type word and needs no number: itself, a look back, a law by its name."""
    if word.name:
        return law_by_name(view, word)
    if LEAD.match(view.low, word.end):
        return None
    this = _THIS.match(view.low, word.end)
    if this:
        sure = _is_self(view, word, this.end()) or (not word.capital and _named_before(word.kind, found))
        return Document(word.start, this.end(), word.kind, self=True, sure=sure)
    back = _BACK.match(view.low, word.end)
    if back:
        return Document(
            word.start, back.end(), word.kind, anaphora=True, sure=_named_before(word.kind, found)
        )
    if word.kind in LAWS:
        return law_by_name(view, word)
    return None


def _is_self(view: View, word: TypeWord, end: int) -> bool:
    """Whether "<kind> này" speaks of the citing document and is no everyday phrase."""
    if view.low[max(0, word.start - 10) : word.start].rstrip().endswith("kèm theo"):
        return True
    if not word.capital:
        return False
    if word.kind not in EVERYDAY:
        return True
    before = view.plain[max(0, word.start - 3) : word.start].strip(' "(-*')
    shouted = view.plain[word.start : end].isupper()
    opens_sentence = shouted or not before or before[-1] in ".!?:\n" or view.plain[word.start - 1] == "\n"
    return bool(_LEGAL_PREDICATE.match(view.low, end)) if opens_sentence else True


def _named_before(kind: str, found: list[Document]) -> bool:
    return any(document.type == kind and (document.number or document.name) for document in found[-40:])


def named_at(view: View, pos: int) -> Document | None:
    """A document without number that a place in front makes certain: "Điều 5 Quy chế ..."."""
    found = kind_pattern().match(view.low, pos)
    if not found or not view.plain[pos].isupper():
        return None
    kind = kind_of_word(found[0])
    if view.low[found.end() : found.end() + 1].isalpha():
        return None
    if kind in NORMATIVE:  # has a number: what follows the bare word is not its name
        return Document(pos, found.end(), kind, anaphora=True)
    stop = _NAMED_END.search(view.low, found.end(), found.end() + 160)
    end = stop.start() if stop else min(len(view.low), found.end() + 160)
    name = " ".join(view.text[found.end() : end].split())
    if not name:
        return Document(pos, found.end(), kind, anaphora=True)
    return Document(pos, pos + len(view.text[pos:end].rstrip()), kind, name=name)
