"""Laws by their names: "Luật Cư trú ngày 13 tháng 11 năm 2020", "Bộ luật Dân sự 2015"."""

import re
from dataclasses import replace

from .dates import read_date, read_year
from .document import Document
from .law_names import name_pattern
from .symbols import NumberSymbol, read_number
from .type_words import LEAD, TypeWord
from .view import View

_NAME_END = re.compile(
    r"[;:().\"\n]|ngày[ ]?\d|,?[ ]+(?:số[ ]?:?[ ]?\d|\d{1,3}/\d|ngày[ ]?\d|năm[ ]\d{4}|(?:19|20)\d\d(?!\d))"
    r"|,?[ ]+(?:và|hoặc|hay)[ ]+(?:các|văn bản|pháp luật|quy định|nghị|hướng dẫn|những|thông tư"
    r"|pháp lệnh|luật|bộ luật|quyết)"
    r"|,[ ]+(?:luật|bộ luật|pháp lệnh|nghị|thông|quyết|các|trừ|trường|thì|theo|cơ|người|bộ|tổ chức"
    r"|ủy|uỷ|nhà|đồng|mà|nếu|khi)[ ]"
    r"|[ ]+(?:quy định|qui định|có|được|đã|này|thì|phải|để|do|khi|nếu|mà|từ|đến|trước|sau|cũng"
    r"|hiện|không|nêu|sẽ|là|bao|cho|đối|với|như|theo)[ ]"
)
_AMENDING = re.compile(r"[ ]{1,3}(?:số[ ]\S+[ ])?sửa đổi")
_AMENDING_END = re.compile(
    r"[;:(\"\n]|,?[ ]+(?:đã )?được (?:quốc hội|chính phủ|[uủ][ỷy] ban)|\.[ \n]|\.$"
    r"|,?[ ]+(?:số[ ]?:?[ ]?\d|ngày[ ]?\d|năm[ ]\d{4})|,?[ ](?:nghị định|thông tư|quyết định"
    r"|nghị quyết)[ ]số"
)
_AFTER_NAME = re.compile(
    r"[ ]{0,2},?(?:[ ]{0,2}\((?:(?:sửa đổi|hợp nhất|bổ sung)[^();\n]{0,24}\)|(?=(?:số|luật số)[ :]{0,2}\d)))?"
)
_CONSTITUTION = re.compile(r"(?:[ ]{0,2}nước (?:cộng h[oò][àa]|chxhcn)[^,;.()\d]{0,40}?việt nam)?")


def law_by_name(view: View, word: TypeWord) -> Document | None:
    """The law, code, ordinance or constitution whose name follows the type word."""
    low, plain = view.low, view.plain
    if _AMENDING.match(low, word.end):
        stop = _AMENDING_END.search(low, word.end, word.end + 400)
        end = stop.start() if stop else min(len(low), word.end + 400)
        document = _closed_law(view, word, word.end, end)
        marked = document.number or document.date or document.year
        return document if marked or (stop and "được" in stop[0] and document.name) else None
    known = name_pattern(word.kind).match(low, _skip(low, word.end))
    if word.kind == "Hiến pháp":
        known = _CONSTITUTION.match(low, word.end)
    if not known:
        return _unlisted_law(view, word)
    document = _closed_law(view, word, known.start(), known.end())
    marked = document.number or document.date or document.year
    capital = word.capital or plain[known.start() : known.start() + 1].isupper()
    return document if marked or capital else None


def _unlisted_law(view: View, word: TypeWord) -> Document | None:
    low, plain = view.low, view.plain
    at = _skip(low, word.end)
    if not plain[at : at + 1].isalpha():
        return None
    stop = _NAME_END.search(low, at, at + 160)
    if not stop:
        return None
    document = _closed_law(view, word, at, stop.start())
    if document.number:
        return document
    if plain[at].isupper() and word.capital and document.name and len(document.name.split()) > 1:
        marked = document.date is not None or document.year is not None
        return replace(document, sure=marked)
    return None


def _skip(low: str, pos: int) -> int:
    while low[pos : pos + 1] == " ":
        pos += 1
    return pos


def _closed_law(view: View, word: TypeWord, name_at: int, name_end: int) -> Document:
    """The law with what follows its name: number, date, or year."""
    low = view.low
    name = " ".join(view.text[name_at:name_end].split()).strip(" ,") or None
    after = _AFTER_NAME.match(low, name_end).end()
    number = _number_after_name(view, after)
    if number:
        return Document(word.start, number.end, word.kind, number, name)
    date = read_date(low, _skip(low, after), word_needed=True)
    if date:
        return Document(word.start, date.end, word.kind, name=name, date=date)
    year = read_year(low, _skip(low, after))
    if year:
        return Document(word.start, year[1], word.kind, name=name, year=year[0])
    end = word.start + len(view.text[word.start : name_end].rstrip(" ,"))
    return Document(word.start, end, word.kind, name=name)


def _number_after_name(view: View, pos: int) -> NumberSymbol | None:
    lead = LEAD.match(view.low, pos)
    read = read_number(view.plain, lead.end()) if lead else None
    if not read:
        return None
    pressed = read.year and view.plain.startswith("/", read.start + len(read.number))
    return read if read.symbol or pressed or "s" in lead[0] else None
