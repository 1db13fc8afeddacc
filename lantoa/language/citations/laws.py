"""Laws by their names: "Luật Cư trú ngày 13 tháng 11 năm 2020", "Bộ luật Dân sự 2015"."""

import re
from dataclasses import replace

from .dates import read_date, read_year
from .document import Document
from .law_names import match_name
from .symbols import NumberSymbol, read_number
from .type_words import LEAD, TypeWord
from .view import View, end_of

_NAME_END = re.compile(
    r"[;:().\"\n]|ngày[ ]?\d|,?[ ]+(?:số[ ]?:?[ ]?\d|\d{1,3}/\d|ngày[ ]?\d|năm[ ]\d{4}|(?:19|20)\d\d(?!\d))"
    r"|,?[ ]+(?:và|hoặc|hay)[ ]+(?:các|văn bản|pháp luật|quy định|nghị|hướng dẫn|những|thông tư"
    r"|pháp lệnh|luật|bộ luật|quyết)"
    r"|,[ ]+(?:luật|bộ luật|pháp lệnh|nghị|thông|quyết|các|trừ|trường|thì|theo|cơ|người|bộ|tổ chức"
    r"|ủy|uỷ|nhà|đồng|mà|nếu|khi)[ ]"
    r"|[ ]+(?:quy định|qui định|có|được|đã|này|thì|phải|để|do|khi|nếu|mà|từ|đến|trước|sau|cũng"
    r"|hiện|không|nêu|sẽ|là|bao|cho|đối|với|như|theo)[ ]"
)
_MARK = re.compile(r",?[ ]*(?:ngày[ ]?\d|(?:số[ ]?:?[ ]?)?\d{1,3}[ ]?/|năm[ ]\d{4}|(?:19|20)\d\d(?!\d))")
_DIGIT = re.compile(r"\d")
# What no law's name holds: the end of a clause, another document, a verb of the sentence around it.
_NOT_IN_A_NAME = re.compile(
    r"[;:.()\"\n\d]|(?<![^\W_])(?:luật|bộ luật|nghị (?:định|quyết)|thông tư|quyết định|pháp lệnh"
    r"|chỉ thị|thì|được|phải|quy định|có|đã|này|là|do|từ|đến|nếu|khi|nêu|sẽ|hiện|không|cấp"
    r"|ban hành(?! văn)|thông qua|các văn|văn bản hướng)(?![^\W_])"
)
_AMENDING = re.compile(r"[ ]{1,3}(?:số[ ]\S+[ ])?sửa đổi")
_OTHER_LAW = re.compile(r"(?:,|,?[ ]và)[ ]{1,2}(?:các[ ])?luật[ ]{1,2}")
_AMENDED = re.compile(
    r"[ ]{1,2}sửa đổi(?:, bổ sung|[ ]bổ sung)?(?:[ ]một số điều)?(?![^\W_])(?![ ](?:luật|bộ luật))"
)
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
    if word.name:
        code = replace(_closed_law(view, word, word.start, word.end), name=word.name)
        return replace(code, sure=code.is_marked)
    if _AMENDING.match(low, word.end):
        if not _DIGIT.search(low, word.end, word.end + 430):
            return None
        stop = _AMENDING_END.search(low, word.end, word.end + 400)
        end = stop.start() if stop else min(len(low), word.end + 400)
        document = _closed_law(view, word, word.end, end)
        return document if document.is_marked or (stop and "được" in stop[0] and document.name) else None
    known = match_name(word.kind, low, _skip(low, word.end))
    if word.kind == "Hiến pháp":
        known = _CONSTITUTION.match(low, word.end)
    if not known:
        return _unlisted_law(view, word)
    if amending := _amending_law(view, word, known.start(), known.end()):
        return amending
    document = _closed_law(view, word, known.start(), known.end())
    longer = _marked_law(view, word, known.start(), known.end()) if not document.is_marked else None
    if longer:
        return longer
    capital = word.capital or plain[known.start() : known.start() + 1].isupper()
    return document if document.is_marked or capital else replace(document, sure=False)


def _amending_law(view: View, word: TypeWord, name_at: int, end: int) -> Document | None:
    """ "Luật Cán bộ, công chức và Luật Viên chức sửa đổi 2019": the law that amends both, neither of them."""
    other = _OTHER_LAW.match(view.low, end)
    while other:
        known = match_name("Luật", view.low, other.end())
        if not known:
            break
        end = known.end()
        other = _OTHER_LAW.match(view.low, end)
    amended = _AMENDED.match(view.low, end)
    return _closed_law(view, word, name_at, amended.end()) if amended else None


def _marked_law(view: View, word: TypeWord, name_at: int, searched_from: int) -> Document | None:
    """A law whose name runs on to a number, date or year: "Luật ... của Hội đồng nhân dân, ... ngày ..."."""
    mark = _MARK.search(view.low, searched_from, name_at + 170)
    if not mark or _NOT_IN_A_NAME.search(view.low, searched_from, mark.start()):
        return None
    document = _closed_law(view, word, name_at, mark.start())
    return document if document.is_marked else None


def _unlisted_law(view: View, word: TypeWord) -> Document | None:
    low, plain = view.low, view.plain
    at = _skip(low, word.end)
    if not plain[at : at + 1].isalpha() or not _DIGIT.search(low, at, at + 170):
        return None  # an unlisted law is known only by its number or date
    if plain[at].isupper() and word.capital:
        marked = _marked_law(view, word, at, at)
        if marked and _is_name(marked.name or ""):
            # A year alone makes no law of "Luật Bóng đá 2020"; a place in front of it does.
            return replace(marked, sure=bool(marked.number or marked.date))
    stop = _NAME_END.search(low, at, at + 160)
    if not stop:
        return None
    document = _closed_law(view, word, at, stop.start())
    if document.number:
        return document
    if plain[at].isupper() and word.capital and document.name and _is_name(document.name):
        return replace(document, sure=bool(document.date))
    return None


def _is_name(name: str) -> bool:
    """More than one word, or the capitals that stand for them: "BHXH"."""
    return " " in name or (len(name) > 2 and name.isupper())


def _skip(low: str, pos: int) -> int:
    while low[pos : pos + 1] == " ":
        pos += 1
    return pos


def _closed_law(view: View, word: TypeWord, name_at: int, name_end: int) -> Document:
    """The law with what follows its name: number, date, or year."""
    low = view.low
    name = " ".join(view.text[name_at:name_end].split()).strip(" ,") or None
    after = end_of(_AFTER_NAME, low, name_end)
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
    if not lead or not read:
        return None
    pressed = read.year and view.plain.startswith("/", read.start + len(read.number))
    return read if read.symbol or pressed or "s" in lead[0] else None
