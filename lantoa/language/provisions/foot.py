"""What ends the provisions of a paper: recipients, the block of signatures, the sentence of adoption."""

import re

_SURELY = (
    r"(?i:nơi nhận)\s*(?:[:;.]|$)"
    r"|(?:T[./]?\s?M|K[./]?\s?T|T[./]?\s?L|T[./]?\s?U[./]?\s?Q|Q)\s?\.\s?(?=[^\W\d_])"
)
_FIRST = re.compile(_SURELY)
_ENDS = re.compile(
    rf"{_SURELY}"
    r"|(?i:(?:luật|bộ luật|pháp lệnh|nghị quyết) này (?:đã )?(?:được )?.{3,160} thông qua)"
    r"|(?i:\((?:ban hành )?kèm theo)"
    r"|(?i:xác thực văn bản hợp nhất)"
)
OFFICES = (
    r"(?:QUYỀN |Q\. ?)?(?:PHÓ )?(?:TỔNG )?(?:CHỦ TỊCH|THỦ TƯỚNG|BÍ THƯ|GIÁM ĐỐC|CHỦ NHIỆM|THỐNG ĐỐC|CHÁNH ÁN"
    r"|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|HIỆU TRƯỞNG|VIỆN TRƯỞNG|ĐỘI TRƯỞNG|THƯ KÝ"
    r"|TRƯỞNG (?:BAN|PHÒNG|ĐOÀN|TRẠM|CÔNG AN)|(?:BỘ|CỤC|VỤ|CHI CỤC|TỔNG CỤC) TRƯỞNG"
    r"|THỨ TRƯỞNG|KIỂM TOÁN NHÀ NƯỚC|TỔNG KIỂM TOÁN|ỦY VIÊN|UỶ VIÊN)"
)
_OFFICE = re.compile(rf"{OFFICES}(?![^\W_])[^a-z.;:]{{0,60}}")
_FITS = re.compile(
    r"[-+*•–]|(?:như (?:điều|trên|kính gửi)|lưu\b)|[(\[].{0,80}[)\]]$|đã ký|[\d\s/.-]+$|(?:trang|page) \d"
    r"|.{2,40}, ngày .{0,12}tháng|(?:ký bởi|người ký|email|cơ quan|thời gian ký|signed|ký số)\b.{0,80}$",
    re.I,
)
_DEGREE = re.compile(r"^(?:(?:GS|PGS|TS|ThS|BS|CN|KS|CKI{1,2})\b[.\s]*)+")
RULE = re.compile(r"[_*=\-–—.~ ]{3,}")


def ends_surely(line: str) -> bool:
    """Whether the line can be nothing but recipients or one who signs for another."""
    return bool(_FIRST.match(line))


def ends_body(line: str) -> bool:
    """Whether the foot of the paper begins on this line."""
    return bool(_ENDS.match(line)) or _is_office(line)


def _is_office(line: str) -> bool:
    return len(line) <= 90 and line.isupper() and bool(_OFFICE.fullmatch(line))


def is_of_foot(line: str, named: bool) -> bool:
    """Whether a line below can belong to the foot; `named`: a name that signs stands above it."""
    if _ENDS.match(line) or _is_office(line) or (_FITS.match(line) and len(line) < 240):
        return True
    return not named and len(line) < 120 and (line.isupper() or is_name(line))


def is_name(line: str) -> bool:
    """Two to six words, each with a capital: the name of one who signs, not an office in capitals."""
    words = _DEGREE.sub("", line).split()
    named = 2 <= len(words) <= 6 and all(word.isalpha() and word[0].isupper() for word in words)
    return named and len(line) <= 50 and not _is_office(line)
