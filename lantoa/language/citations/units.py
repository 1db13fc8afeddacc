"""Unit words with their values: "các điểm a, b", "khoản 2", "từ Điều 5 đến Điều 9", "Mục II"."""

import re
from dataclasses import dataclass

POINT, CLAUSE, ARTICLE, FORM, SUBSECTION, SECTION, CHAPTER, PART, APPENDIX = range(1, 10)
_LEVELS = {
    "tiết": 0,
    "đoạn": 0,
    "điểm": POINT,
    "khoản": CLAUSE,
    "điều": ARTICLE,
    "mẫu": FORM,
    "biểu mẫu": FORM,
    "tiểu mục": SUBSECTION,
    "mục": SECTION,
    "chương": CHAPTER,
    "phần": PART,
    "phụ lục": APPENDIX,
}
FIELDS = {
    POINT: "point",
    CLAUSE: "clause",
    ARTICLE: "article",
    FORM: "form",
    SUBSECTION: "subsection",
    SECTION: "section",
    CHAPTER: "chapter",
    PART: "part",
    APPENDIX: "appendix",
}
MOST = 200  # provisions that one mention may list; a longer list is no citation that a person wrote

_WORDS = re.compile(
    r"(các[ ]{1,2})?(điểm|khoản|điều|biểu[ ]mẫu|mẫu|tiểu[ ]mục|mục|chương|phần|phụ[ ]lục|tiết"
    r"|đoạn)(?=[ ]{0,3}[^ ])"
)
_PLAIN_WORDS = re.compile(r"(?<![^\W_])(cac[ ]{1,2})?(diem|khoan|dieu|muc|chuong)(?=[ ]{1,2}\d|[ ][a-z][ ,])")
_PLAIN = {"diem": "điểm", "khoan": "khoản", "dieu": "điều", "muc": "mục", "chuong": "chương"}
# Words that make another word of the unit word: "tài khoản 2", "thời điểm 1", "điều khoản 3".
_OTHER_WORD = re.compile(
    r"(?:tài|điều|bài|danh|hạng|thời|địa|quan|trọng|đặc|cao|ưu|nhược|khuyết|giao|chấm|bình|kiểm"
    r"|tổng|trừ|cộng|thang|tâm|yếu"
    r"|chuyên|tiêu|văn|biên|cổ|thành|hợp|đại|gấp|bội|hoặc một|một|mấy|(?<!thứ )hai|(?<!thứ )ba|đủ"
    r"|được|đạt|ghi|yết"
    r"|cực|thí|nút|hữu|tiền|trăm)[ ]{0,1}$"
)
_NUMBER = r"\d{1,3}(?:(?:[ ]?(?:bis|ter|quater)|[a-zđ])?(?![^\W_])"
_NUMBER += r"|(?=điều|khoản|mục|nghị|luật|của|quyết|thông|và|bộ))"
_VALUES = {
    0: re.compile(r"(?:thứ[ ])?(?:\d{1,2}|[a-zđ]{1,2}|nhất|hai|ba|tư|cuối|đầu)(?![^\W_])"),
    POINT: re.compile(
        r"[\"']?(?:(?:[a-zđ]\d{0,2}|aa|bb)(?![^\W_])|\d{1,2}(?:\.\d{1,2}){0,3}(?![^\W_]))[\"']?\)?"
    ),
    CLAUSE: re.compile(
        rf"\d{{1,2}}(?:\.\d{{1,2}})+(?![^\W_])|{_NUMBER}"
        r"|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?=,?[ ]{1,2}(?:của[ ]|thuộc[ ])?điều[ ]?\d)"
    ),
    ARTICLE: re.compile(_NUMBER),
    FORM: re.compile(r"(?:số[ ]{0,2}[:.]?[ ]{0,2})?\d{1,3}[a-z]?(?:[-./][a-zđ\d]{1,6}){0,4}(?![^\W_])"),
    SECTION: re.compile(r"(?:[ivx]{1,6}(?:\.\d{1,2}){0,2}|\d{1,2}(?:\.\d{1,2}){0,2}|[a-e])(?![^\W_])"),
    SUBSECTION: re.compile(r"(?:[ivx]{1,6}|\d{1,2})(?![^\W_])"),
    CHAPTER: re.compile(r"(?:[ivxl]{1,8}|\d{1,2})(?![^\W_])"),
    PART: re.compile(r"(?:thứ[ ](?:nhất|hai|ba|tư|năm|sáu|bảy)|[ivx]{1,6}|\d{1,2}|[a-e])(?![^\W_])"),
    APPENDIX: re.compile(r"(?:số[ ]{0,2})?(?:[ivx]{1,6}|\d{1,2}|[a-e])(?![^\W_])"),
}
_THIS = re.compile(r"[ ]{0,2}này(?![^\W_])")
_LISTED = re.compile(
    r"[ ]{0,2},[ ]{0,2}(?:và[ ]{1,2}|hoặc[ ]{1,2})?|[ ]{1,2}(?:và|hoặc|hay|cùng|&)[ ]{1,2}"
    r"|[ ]{0,2};[ ]{0,2}(?:và[ ])?"
)
_RANGE = re.compile(r"[ ]{1,2}(?:đến|tới)(?:[ ]hết)?[ ]{1,2}|[ ]{0,2}-[ ]{0,2}")
_FROM = re.compile(r"(?<![^\W_])từ[ ]{1,2}$")
# A number in a list that counts something is no article: "Điều 12, 15 ngày sau".
_COUNTED = re.compile(
    r"[ ]?(?:%|ngày|tháng|năm|người|hộ|đồng|triệu|tỷ|nghìn|lần|giờ|phút|cán bộ|xã|phường|huyện"
    r"|tỉnh|trường|cơ quan|đơn vị|loại"
    r"|/(?![ ]?(?:điều|khoản|mục|chương|nghị|luật|thông tư|quyết|nđ|tt|qđ|nq)(?![^\W_]))|\.\d)"
)
# "Điều 5.2", "Điều 5.2.a", "Điều 5(2)": the clause and the point stand behind the number of the article.
_DOTTED = re.compile(
    r"(?P<article>\d{1,3}[a-zđ]?)(?:\.(?P<clause>\d{1,2}[a-z]?)(?:\.(?P<point>[a-zđ]|\d{1,2}))?"
    r"|\((?P<bracketed>\d{1,2}[a-z]?)\)(?:\((?P<letter>[a-zđ])\))?)(?![^\W_])(?![.,]\d)"
)
# "k2 Đ8": both short words together are no other words.
_SHORT = re.compile(
    r"(?<![^\W_])k\.?[ ]?(?P<clause>\d{1,2}[a-z]?)[ ,/]{0,2}đ\.?[ ]?(?P<article>\d{1,3}[a-z]?)(?![^\W_])"
)
_SPELT = dict(
    zip(["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"], range(1, 11), strict=True)
)
_ALPHABET = "abcdđeghiklmnopqrstuvxy"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit word with its values, at [start, end)."""

    start: int
    end: int
    level: int
    values: tuple[str, ...]
    ranges: tuple[tuple[str, str], ...] = ()
    this: bool = False
    every: bool = False  # "các khoản 1, 2": what is smaller belongs to each of them


def find_units(plain: str, low: str) -> list[Unit]:
    """Every unit word with its values, left to right."""
    units: list[Unit] = []
    after = 0
    found_all = sorted(
        [*_WORDS.finditer(low), *_PLAIN_WORDS.finditer(low), *_SHORT.finditer(low)],
        key=lambda found: found.start(),
    )
    for found in found_all:
        if found.start() < after:
            continue
        if found.re is _SHORT:
            units += _short_units(found)
        else:
            word = " ".join(found[2].split())
            units += _dotted_units(low, found, word) or _single(plain, low, found, _PLAIN.get(word, word))
        after = units[-1].end if units else 0
    return units


def _single(plain: str, low: str, found: re.Match[str], word: str) -> list[Unit]:
    unit = _unit(plain, low, found, word)
    return [unit] if unit else []


def _short_units(found: re.Match[str]) -> list[Unit]:
    start, middle = found.start(), found.end("clause")
    return [
        Unit(start, middle, CLAUSE, (found["clause"],)),
        Unit(middle, found.end(), ARTICLE, (found["article"],)),
    ]


def _dotted_units(low: str, found: re.Match[str], word: str) -> list[Unit]:
    """Articles with their clause behind them, each as the units that it stands for."""
    if _LEVELS.get(_PLAIN.get(word, word)) != ARTICLE or _OTHER_WORD.search(
        low, max(0, found.start() - 10), found.start()
    ):
        return []
    units: list[Unit] = []
    start, pos = found.start(), found.end()
    while len(units) < MOST:
        while low[pos : pos + 1] == " ":
            pos += 1
        dotted = _DOTTED.match(low, pos)
        if not dotted or _COUNTED.match(low, dotted.end()):
            break
        at = dotted.end("article")
        units.append(Unit(start, at, ARTICLE, (dotted["article"],)))
        clause = dotted["clause"] or dotted["bracketed"]
        point = dotted["point"] or dotted["letter"]
        end = dotted.end() if not point else dotted.end("clause" if dotted["clause"] else "bracketed")
        units.append(Unit(at, end, CLAUSE, (clause,)))
        if point:
            units.append(Unit(end, dotted.end(), POINT, (point,)))
        listed = _LISTED.match(low, dotted.end())
        if not listed or not _DOTTED.match(low, listed.end()):
            break
        start = pos = listed.end()
    return units


def _unit(plain: str, low: str, found: re.Match[str], word: str) -> Unit | None:
    at, level = found.start(), _LEVELS[word]
    unit_at = found.start(2)
    if at and low[at - 1].isalpha() and not plain[at].isupper() and not _digit_follows(low, found.end()):
        return None
    if not found[1] and _OTHER_WORD.search(low, max(0, at - 10), at) and plain[unit_at].islower():
        return None
    this = _THIS.match(low, found.end())
    if this:
        return Unit(at, this.end(), level, (), this=True)
    pos = found.end()
    while low[pos : pos + 1] == " ":
        pos += 1
    for filler in ("số ", "từ ") if level in (POINT, CLAUSE, ARTICLE) else ():
        if low.startswith(filler, pos):
            pos += 3
    values, ranges, end = _values(plain, low, pos, level)
    if not values:
        if level == APPENDIX and plain[unit_at].isupper():
            return Unit(at, found.end(), level, ("",))
        return None
    small_letter = values[0].isalpha() and plain[pos : pos + 1].islower() and not values[0].startswith("thứ")
    if level in (SUBSECTION, SECTION, CHAPTER, PART, APPENDIX) and small_letter:
        return None
    if level == FORM and not low.startswith("số", pos):
        return None
    start = _FROM.search(low, max(0, at - 5), at)
    return Unit(start.start() if start else at, end, level, values, ranges, every=bool(found[1]))


def _digit_follows(low: str, pos: int) -> bool:
    return bool(re.compile(r"[ ]{0,2}\d").match(low, pos))


def _values(
    plain: str, low: str, pos: int, level: int
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...], int]:
    pattern = _VALUES[level]
    values: list[str] = []
    ranges: list[tuple[str, str]] = []
    first = pattern.match(low, pos)
    if first and level in (CLAUSE, ARTICLE) and _COUNTED.match(low, first.end()):
        first = None
    if not first:
        return (), (), pos
    values.append(_clean(plain, first, level))
    end = first.end()
    while len(values) < MOST:
        span = _RANGE.match(low, end)
        last = pattern.match(low, _skip_word(low, span.end(), level)) if span else None
        if last and level in (POINT, CLAUSE, ARTICLE) and not _COUNTED.match(low, last.end()):
            closing = _clean(plain, last, level)
            between = _between(values[-1], closing, level)
            if between is not None:
                values += between
                if level == ARTICLE:
                    ranges.append((values[-1], closing))
                end = last.end()
                continue
        listed = _LISTED.match(low, end)
        following = pattern.match(low, listed.end()) if listed and level not in (FORM,) else None
        if not following or (level != POINT and _COUNTED.match(low, following.end())):
            break
        if level in (SUBSECTION, SECTION, CHAPTER, PART, APPENDIX) and plain[following.start()].islower():
            break
        values.append(_clean(plain, following, level))
        end = following.end()
    return tuple(values), tuple(ranges), end


def _skip_word(low: str, pos: int, level: int) -> int:
    word = {POINT: "điểm ", CLAUSE: "khoản ", ARTICLE: "điều "}.get(level, "")
    return pos + len(word) if word and low.startswith(word, pos) else pos


def _between(first: str, last: str, level: int) -> list[str] | None:
    """What a range adds after its first value: clauses and points one by one, articles only by their ends."""
    if level == ARTICLE:
        return [] if _as_int(last) > _as_int(first) else None
    if level == CLAUSE:
        low, high = _as_int(first), _as_int(last)
        return [str(number) for number in range(low + 1, high + 1)] if low < high <= low + 30 else None
    if len(first) == len(last) == 1 and first in _ALPHABET and last in _ALPHABET:
        low, high = _ALPHABET.index(first), _ALPHABET.index(last)
        return list(_ALPHABET[low + 1 : high + 1]) if low < high else None
    return None


def _as_int(value: str) -> int:
    digits = re.match(r"\d+", value)
    return int(digits[0]) if digits else 0


def _clean(plain: str, found: re.Match[str], level: int) -> str:
    text = plain[found.start() : found.end()].strip("\"')")
    if level == POINT:
        return text.lower()
    if level in (FORM, APPENDIX):
        return re.sub(r"^[sS]ố[ ]*[:.]?[ ]*", "", text)
    if level not in (CLAUSE, ARTICLE):
        return text
    return str(_SPELT.get(text.lower(), text.lower().replace(" ", "")))
