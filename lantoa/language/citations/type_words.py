"""Type words where they may name a document: "Nghị định", "Quyếtđịnh", "TT" before a number."""

import re
from dataclasses import dataclass

from lantoa.language.folding import fold

from .kinds import BLURRED, blurred_pattern, kind_of_short, kind_of_word, kind_pattern, short_pattern
from .law_names import SHORT_CODES
from .view import View

LEAD = re.compile(r"[ ]{0,3}(?:(?:s[ốôóồòỏọổộơo]?|no|n°|№)[ ]{0,2}[:.]?[ ]{0,2}){0,2}[:]?[ ]{0,3}(?=\d)")
_GLUED_AFTER = re.compile(r"s?[ốo]?[ :]{0,2}\d|này|số")
_NOT_A_LAW = re.compile(
    r"(?:pháp|kỷ|kỉ|quy|qui|dự|đạo|khoa|ngành|phòng|ty|học|viện|cử nhân|thạc sĩ|tiến sĩ|môn|báo"
    r"|trường|nghề|hãng|học viên)[ ]{0,2}$"
)
_NOT_AN_ORDER = re.compile(r"(?:pháp|mệnh|hiệu|ra|khẩu|sắc|dòng|câu|có|tuân|vâng|hạ|theo|đúng)[ ]{0,2}$")
_CODE_LETTERS = re.compile(rf"(?<![^\W_])(?<![-/.&])(?:{'|'.join(SHORT_CODES)})(?![^\W_]|[-/])")
_LAW_PEOPLE = re.compile(r"[ ](?:sư|gia|khoa|học|lệ)(?![^\W_])")


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A type word at [start, end); `exact` is False for an abbreviation or a word that lost its marks."""

    start: int
    end: int
    kind: str
    capital: bool
    glued: bool = False
    exact: bool = True
    name: str | None = None  # of a code written by its letters: "BLLĐ"


def find_type_words(view: View) -> list[TypeWord]:
    """Every type word in the text, left to right."""
    words = [word for found in kind_pattern().finditer(view.low) if (word := _type_word(view, found))]
    starts = {word.start for word in words}
    for found in blurred_pattern().finditer(fold(view.plain)):
        at = found.start()
        if at not in starts and not view.plain[at - 1 : at].isalpha():
            words.append(TypeWord(at, found.end(), BLURRED[" ".join(found[0].split())], True, exact=False))
    for found in short_pattern().finditer(view.plain):
        words.append(TypeWord(found.start(), found.end(), kind_of_short(found[0]), True, exact=False))
    for found in _CODE_LETTERS.finditer(view.plain):
        words.append(TypeWord(found.start(), found.end(), "Bộ luật", True, name=SHORT_CODES[found[0]]))
    return sorted(words, key=lambda word: word.start)


def _type_word(view: View, found: re.Match[str]) -> TypeWord | None:
    start, end, kind = found.start(), found.end(), kind_of_word(found[0])
    capital = view.plain[start].isupper()
    before = view.low[max(0, start - 10) : start]
    glued = bool(before) and before[-1].isalpha()
    if glued and not capital and not LEAD.match(view.low, end):
        return None
    if view.low[end : end + 1].isalpha() and not _GLUED_AFTER.match(view.low, end):
        return None
    if kind == "Luật" and (_NOT_A_LAW.search(before) or _LAW_PEOPLE.match(view.low, end)):
        return None
    if kind == "Lệnh" and _NOT_AN_ORDER.search(before):
        return None
    return TypeWord(start, end, kind, capital, glued)
