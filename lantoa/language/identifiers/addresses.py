"""Địa chỉ nhà và ngày sinh: where a household lives, when a person was born."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from lantoa.language.identifiers.lexicon import STRONG, key_of
from lantoa.language.identifiers.model import Finding, Kind, Read

_UP = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_NAMED = rf"[{_UP}][^\W\d_]{{0,9}}(?:[ '][{_UP}][^\W\d_]{{0,9}}){{0,4}}"
_NUMBER = r"[A-Z]{0,2}\d{1,5}[A-ZĐ]?\d{0,3}(?:[/\-.]\d{1,5}[A-ZĐ]?){0,6}(?!\w)"
_STREET = r"(?:đường|phố|đại lộ|quốc lộ|ql|tỉnh lộ|hương lộ|hẻm|ngõ|ngách|kiệt|đ\.)"
_QUARTER = (
    r"(?:khu phố|kp\.?|ấp|thôn|bản|buôn|làng|khóm|xóm|khu dân cư|kdc|cư xá|chung cư|khu|đội|"
    r"tổ dân phố|tdp|tổ)"
)
_PLACE = rf"(?:\d{{1,3}}(?:/\d{{1,3}})?[A-ZĐ]?(?!\w)|{_NAMED})"
_SEP = r"[ ,\-]{1,3}(?:thuộc |của |ở )?"

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\w)(?:số nhà|nhà số|nhà trọ số|phòng trọ số|căn hộ số|căn hộ)[ :]{{1,2}}(?-i:{_NUMBER})",
        # 12/3 khu phố 4; số 8 hẻm 112; 168/4, tổ 9, ấp Tân Lập
        rf"(?<![\w/.\-])(?:số )?(?-i:{_NUMBER})[ ,\-]{{1,3}}(?:{_STREET}|{_QUARTER}) ?(?-i:{_PLACE})"
        rf"(?:{_SEP}(?:{_STREET}|{_QUARTER}) ?(?-i:{_PLACE})){{0,3}}",
        # tổ 5 ấp 2; xóm 3 thôn Đoài; hẻm 27 đường Nguyễn Trãi
        rf"(?<!\w)(?:tổ dân phố|tổ nhân dân|tổ|xóm|đội|ô|lô|hẻm|ngõ|ngách|kiệt)(?: số)? ?"
        rf"(?-i:[A-Z]?\d{{1,4}}(?:/\d{{1,4}}){{0,4}}[A-Z]?(?!\w))"
        rf"{_SEP}(?:{_STREET}|{_QUARTER}) ?(?-i:{_PLACE})",
        # ấp 2, tổ 5
        rf"(?<!\w){_QUARTER} ?(?-i:{_PLACE})[ ,\-]{{1,3}}(?:tổ dân phố|tổ nhân dân|tổ) \d{{1,3}}[A-Z]?(?!\w)",
    )
)
# A number with a stroke and a street called only by its name: "45/6 Phan Đình Phùng".
_STROKE = re.compile(rf"(?<![\w/.\-])[A-Z]?\d{{1,5}}[A-Z]?(?:/\d{{1,5}}[A-Z]?){{1,6}},? (?P<name>{_NAMED})")
# A number and a street called only by its name, where somebody lives: "ở 45 Lê Lợi", "nhà 12/3 Nguyễn Trãi".
_LIVES = re.compile(
    rf"(?<!\w)(?:nhà|ở|ngụ|trọ|cư ngụ|địa chỉ|địa chỉ:|trú tại|ở tại|tạm trú|thường trú)"
    rf"[ :]{{1,2}}(?:số |tại )?"
    rf"(?P<place>(?-i:\d{{1,5}}[A-Z]?(?:/\d{{1,5}}[A-Z]?){{0,6}}) (?-i:{_NAMED}))",
    re.IGNORECASE,
)
# Where a named person lives, also without a house number: "Lò Văn Ọi, bản Nà Tở".
_HOME_BEHIND = re.compile(
    rf"[ ,(]{{1,3}}(?:ở |ngụ |trú tại |tại |cư trú |thường trú )?(?P<place>{_QUARTER} (?-i:{_PLACE})"
    rf"(?:{_SEP}{_QUARTER} (?-i:{_PLACE})){{0,3}})",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(
    r"(?:ngày|hôm|sáng|trưa|chiều|tối|đêm|đến|trước|sau|từ|dịp|lễ|và|tháng|lúc|tỷ lệ|đạt|có|cả|"
    r"trong|hơn|gần|gồm|"
    r"phường|xã|toàn bộ|tại \d+|mỗi|điều|khoản|mục|khóa)\s*$",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:số )?\d{1,2}[/\-.]\d{1,2}(?:[/\-.]\d{4})?[ ,]", re.IGNORECASE)
# "12 khu phố 4" is an address only where somebody lives: elsewhere it counts, or ends a list.
_BARE = re.compile(rf"\d{{1,5}}[ ,\-]{{1,3}}{_QUARTER}(?!\w)", re.IGNORECASE)
_HOUSE_BEFORE = re.compile(
    r"(?<!\w)(?:nhà|ở|ngụ|trọ|địa chỉ|tại|số|hẻm|kiệt|ngõ|ngách)[ :]{1,2}$", re.IGNORECASE
)
# "Tổ 5 khu phố 3 họp": the group, nobody's house.
_MEETS = re.compile(
    r" (?:họp|ra quân|tổ chức|không còn|có \d|đạt|được công nhận|gồm|tham gia|phát động|treo|"
    r"dọn|phối hợp|hưởng ứng)"
)
_COUNT = re.compile(r"\d{1,5}[ ,]", re.IGNORECASE)
_OFFICE = re.compile(
    r"ubnd|ủy ban|trụ sở|trung tâm|ngân hàng|phòng giao dịch|một cửa|trạm y tế|bệnh viện|nhà văn hóa|công an|"
    r"trường|"
    r"hội trường|bưu điện|văn phòng|phòng khám|công ty|chi nhánh|sở |phòng |điểm tiếp nhận|điểm giao dịch|"
    r"cơ sở|họp|"
    r"siêu thị|kho bạc|chợ|đài truyền thanh|điểm phát|cụm loa",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"(?<!\w)(?:nhà tôi|nhà em|nhà ông|nhà bà|hộ|ông|bà|chị|cháu|tôi|cư trú|ngụ|thường trú|tạm trú|sống|trọ|"
    r"sinh năm|"
    r"sinh ngày|cccd|căn cước)(?!\w)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?;\n](?=\s|$)|\n")
_WINDOW = 110

_DATE = (
    r"\d{1,2}\s?[/\-.]\s?\d{1,2}\s?[/\-.]\s?\d{2,4}(?![\d/])|ngày \d{1,2} tháng \d{1,2} năm \d{4}|"
    r"\d{1,2} tháng \d{1,2} năm \d{4}"
)
_BORN = re.compile(
    rf"(?<!\w)(?:ngày sinh|sinh ngày|ngày tháng năm sinh|ngày, tháng, năm sinh|sn|sinh)"
    rf"[ :.]{{1,3}}(?:{_DATE})"
    r"(?!\s*(?:trở|đến))",
    re.IGNORECASE,
)
_BORN_IN = re.compile(
    r"(?<!\w)(?:sinh năm|năm sinh|sn|sinh)[ :.]{1,3}(?:19|20)\d\d(?!\d)(?!\s*(?:trở|đến|-))", re.IGNORECASE
)
_YEAR_BEHIND = re.compile(
    r"[ ,(\-]{1,4}(?:sn\.? ?|sinh năm )?(?:19[2-9]\d|20[012]\d)(?![\d/])", re.IGNORECASE
)
_DATE_BEHIND = re.compile(rf"[ ,(\-]{{1,4}}(?:{_DATE})", re.IGNORECASE)
_BESIDE = 80


def addresses_in(read: Read, names: list[tuple[int, int]]) -> Iterator[Finding]:
    """House addresses; one that the same clause gives to an office is the office's."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(read.text):
            if not _is_a_day_or_count(match, read.text) and not _of_an_office(match.start(), read.text):
                yield read.finding(Kind.ADDRESS, *match.span())
    for match in _STROKE.finditer(read.text):
        if key_of(match["name"].split()[0]) in STRONG and not (
            _is_a_day_or_count(match, read.text) or _of_an_office(match.start(), read.text)
        ):
            yield read.finding(Kind.ADDRESS, *match.span())
    for match in _LIVES.finditer(read.text):
        if not _of_an_office(match.start(), read.text):
            yield read.finding(Kind.ADDRESS, *match.span("place"))
    for _, end in names:
        if home := _HOME_BEHIND.match(read.text, end):
            yield read.finding(Kind.ADDRESS, *home.span("place"))


def births_in(read: Read, names: list[tuple[int, int]]) -> Iterator[Finding]:
    """Dates of birth: said in full, or a year beside one of these names (spans in the plain text)."""
    for match in _BORN.finditer(read.text):
        yield read.finding(Kind.BIRTH, *match.span())
    starts = sorted(names)
    for match in _BORN_IN.finditer(read.text):
        if _beside(match.span(), starts):
            yield read.finding(Kind.BIRTH, *match.span())
    for _, end in starts:
        if behind := _YEAR_BEHIND.match(read.text, end) or _DATE_BEHIND.match(read.text, end):
            yield read.finding(Kind.BIRTH, *_trimmed(behind))


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    lead = len(match.group()) - len(match.group().lstrip(" ,(-"))
    return match.start() + lead, match.end()


def _beside(span: tuple[int, int], names: list[tuple[int, int]]) -> bool:
    place = bisect_left(names, (span[0], 0))
    near = names[max(0, place - 1) : place + 1]
    return any(span[0] - end <= _BESIDE and start - span[1] <= _BESIDE for start, end in near)


def _is_a_day_or_count(match: re.Match[str], text: str) -> bool:
    said = match.group()
    if not said[0].isdigit():
        return _MEETS.match(text, match.end()) is not None and not _HOUSE_BEFORE.search(
            text[max(0, match.start() - 14) : match.start()]
        )
    before = text[max(0, match.start() - 14) : match.start()]
    if _BARE.match(said):
        return not _HOUSE_BEFORE.search(before)
    if _DAY.match(said):
        return bool(_DAY_BEFORE.search(before))
    return bool(_COUNT.match(said) and _DAY_BEFORE.search(before))


def _of_an_office(at: int, text: str) -> bool:
    clause = _STOP.split(text[max(0, at - _WINDOW) : at])[-1]
    offices = list(_OFFICE.finditer(clause))
    return bool(offices) and not _SOMEBODY.search(clause, offices[-1].end())
