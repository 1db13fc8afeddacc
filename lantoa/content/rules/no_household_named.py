"""Không nêu tên người, địa chỉ hộ gia đình khi chưa ghi căn cứ hoặc sự đồng ý.

Căn cứ: Luật Bảo vệ dữ liệu cá nhân 2025 (xử lý dữ liệu khi có căn cứ hoặc đồng ý); DESIGN 6.
Signs, not certainty: it points at words, a person decides and records why. Too many findings cost a
sentence, a missed one costs a household its privacy; so doubt counts as found.
"""

import re

from lantoa.common.problems import Problem

UP = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
LOW = UP.lower()
WORD = rf"[{UP}][{LOW}]*"
NAME = rf"{WORD}(?:\s+{WORD}){{0,4}}"
FULL_NAME = rf"{WORD}(?:\s+{WORD}){{1,4}}"
TITLE = re.compile(
    r"(?:Bí thư|Phó Bí thư|Chủ tịch|Phó Chủ tịch|Giám đốc|Phó Giám đốc|Trưởng|Phó|Tổ trưởng|Thủ tướng"
    r"|Bộ trưởng|Trạm trưởng|Hiệu trưởng)\b"
)
ABBREVIATION = re.compile(rf"[{UP}]{{2,}}")
SURNAME = (
    "(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Lâm|Trịnh|Mai|"
    "Tạ|Cao|Châu|Tô|Thái|Trương|Lương|Đào|Hà|Quách|Lưu|Điểu|Thạch|Kim)"
)
# Called by a word of address: "ông Trần Văn Bé", "hộ bà Tư"; a title between is stepped over only
# when no name follows it ("ông Chủ tịch UBND phường" names nobody).
ADDRESSED = re.compile(rf"\b(?P<call>[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ụ|[Cc]ô|[Cc]hú)\s+(?P<name>{NAME})")
OF_A_HOUSEHOLD = re.compile(
    rf"\b(?:[Hh]ộ|[Gg]ia đình|[Hh]ộ gia đình|[Hh]ộ nghèo|[Hh]ộ cận nghèo)\s+(?:của\s+)?{SURNAME}\s+{NAME}"
)
BARE = re.compile(rf"\b{SURNAME}\s+(?:Thị|Văn)\s+{NAME}")
ADDRESS = re.compile(
    r"(?:\b[Ss]ố nhà\s+\d+\S*|\b[Nn]hà số\s+\d+\S*"
    rf"|\b(?:[Ss]ố\s+)?\d+(?:[/-]\d+)*[A-Z]?\s*,?\s+(?:đường|phố|hẻm|ngõ|kiệt|ấp)\s+(?:\d+\S*|{NAME}))"
)
# Places that carry a person's word in their name; "bà con" is lower case and never matches.
PLACES = (
    "Bà Rịa",
    "Bà Đen",
    "Bà Nà",
    "Bà Triệu",
    "Bà Trưng",
    "Bà Điểm",
    "Bà Hom",
    "Bà Huyện Thanh Quan",
    "Ông Ích Khiêm",
    "Ông Lãnh",
    "Ông Tạ",
    "Ông Đốc",
    "Cô Tô",
    "Cô Giang",
    "Cô Bắc",
)
BEFORE_A_PLACE = re.compile(
    r"(?:đường|phố|hẻm|ngõ|cầu|chợ|trường|trường học|công viên|bệnh viện|tượng đài|quảng trường|"
    r"tiểu học|trung học cơ sở|trung học phổ thông|THCS|THPT|phường|xã|khu phố|ấp)\s+$",
    re.IGNORECASE,
)
OF_AN_OFFICE = re.compile(
    r"UBND|[Ủủ]y ban|trụ sở|[Tt]rung tâm|[Nn]gân hàng|[Pp]hòng giao dịch|một cửa|[Tt]rạm y tế|"
    r"[Bb]ệnh viện|[Nn]hà văn hóa|[Cc]ông an|[Tt]rường|[Hh]ội trường|[Bb]ưu điện"
)


def names_in(text: str) -> list[str]:
    """Words that look like the name of a person or the address of a household, in reading order."""
    found = [(m.start(), said) for m in ADDRESSED.finditer(text) if (said := _person_named(m, text))]
    found += [(m.start(), m.group()) for m in OF_A_HOUSEHOLD.finditer(text)]
    found += [(m.start(), m.group()) for m in BARE.finditer(text) if not _is_a_place(m, text)]
    found += [(m.start(), m.group()) for m in ADDRESS.finditer(text) if not _is_an_office(m, text)]
    kept: list[str] = []
    for _, words in sorted(found):
        clean = " ".join(words.split())
        if not any(clean in longer for longer in kept):
            kept.append(clean)
    return kept


def problems_with_names(text: str, recorded_why: str) -> list[Problem]:
    """Names or addresses found although nobody recorded the legal basis or the consent."""
    if recorded_why.strip():
        return []
    found = names_in(text)
    if not found:
        return []
    quoted = ", ".join(f"“{words}”" for words in found[:5])
    says = (
        f"Bài có tên người hoặc địa chỉ: {quoted}. Bỏ các chữ này, "
        "hoặc ghi căn cứ pháp lý hay sự đồng ý cho phép nêu ra."
    )
    return [Problem("household_named", says, "person_named_why")]


def _person_named(match: re.Match[str], text: str) -> str:
    """The words that name a person where a word of address stands, or ""."""
    called = text[match.start("name") :]
    if match.group().startswith(PLACES) or ABBREVIATION.match(called):
        return ""
    if title := TITLE.match(called):
        rest = called[title.end() :].lstrip()
        name = re.match(FULL_NAME, rest)
        return f"{match['call']} {title.group()} {name.group()}" if name else ""
    # "Hai Bà Trưng", "núi Bà Đen": a capital inside a sentence belongs to a name of a place.
    capital_inside = match["call"][0].isupper() and not _starts_a_sentence(match.start(), text)
    of_a_place = capital_inside or BEFORE_A_PLACE.search(text[: match.start()])
    return "" if of_a_place else match.group()


def _is_a_place(match: re.Match[str], text: str) -> bool:
    return bool(BEFORE_A_PLACE.search(text[: match.start()]))


def _is_an_office(match: re.Match[str], text: str) -> bool:
    """An address said in the same sentence after the name of an office is the office's."""
    sentence = re.split(r"[.!?\n]", text[: match.start()])[-1]
    return bool(OF_AN_OFFICE.search(sentence))


def _starts_a_sentence(at: int, text: str) -> bool:
    before = text[:at].rstrip(' \t“"(-–')
    return not before or before[-1] in ".!?:;\n"
