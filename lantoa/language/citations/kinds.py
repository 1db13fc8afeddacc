"""The kinds of documents: their words, their abbreviations, and which of them may stand how.

Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III (administrative documents); Luật Ban hành văn bản quy phạm
pháp luật (normative documents); the Party's own kinds.
"""

import re
from functools import cache

# The word as printed, in lower case -> the kind's name.
KINDS = {
    "văn bản hợp nhất": "Văn bản hợp nhất",
    "thông tư liên tịch": "Thông tư liên tịch",
    "thông tư liên bộ": "Thông tư liên bộ",
    "nghị quyết liên tịch": "Nghị quyết liên tịch",
    "quyết định liên tịch": "Quyết định liên tịch",
    "bộ luật": "Bộ luật",
    "hiến pháp": "Hiến pháp",
    "pháp lệnh": "Pháp lệnh",
    "nghị định": "Nghị định",
    "nghị quyết": "Nghị quyết",
    "quyết định": "Quyết định",
    "thông tư": "Thông tư",
    "chỉ thị": "Chỉ thị",
    "thông tri": "Thông tri",
    "sắc lệnh": "Sắc lệnh",
    "sắc luật": "Sắc luật",
    "công văn": "Công văn",
    "công điện": "Công điện",
    "kế hoạch": "Kế hoạch",
    "báo cáo": "Báo cáo",
    "tờ trình": "Tờ trình",
    "thông báo": "Thông báo",
    "thông cáo": "Thông cáo",
    "hướng dẫn": "Hướng dẫn",
    "chương trình": "Chương trình",
    "kết luận": "Kết luận",
    "quy định": "Quy định",
    "qui định": "Quy định",
    "quy chế": "Quy chế",
    "qui chế": "Quy chế",
    "phương án": "Phương án",
    "đề án": "Đề án",
    "dự án": "Dự án",
    "chiến lược": "Chiến lược",
    "quy hoạch": "Quy hoạch",
    "điều lệ": "Điều lệ",
    "biên bản": "Biên bản",
    "giấy mời": "Giấy mời",
    "hợp đồng": "Hợp đồng",
    "phụ lục": "Phụ lục",
    "văn bản": "Văn bản",
    "luật": "Luật",
    "lệnh": "Lệnh",
}
LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"})
# Kinds whose word is no everyday word: a number alone is enough ("Nghị định 49").
NORMATIVE = frozenset(
    {"Nghị định", "Thông tư", "Thông tư liên tịch", "Thông tư liên bộ", "Nghị quyết", "Quyết định", "Chỉ thị"}
)
# Kinds that need "số" and a date or an issuer when the symbol is missing.
NUMBERED_PLAIN = NORMATIVE | {
    "Công văn",
    "Công điện",
    "Luật",
    "Pháp lệnh",
    "Tờ trình",
    "Kế hoạch",
    "Kết luận",
}
NUMBERED_PLAIN |= {"Thông báo", "Báo cáo", "Hướng dẫn", "Lệnh", "Sắc lệnh", "Văn bản hợp nhất"}
# Kinds whose word lives in everyday speech ("chương trình này rất hay").
EVERYDAY = frozenset(
    {
        "Quyết định",
        "Kế hoạch",
        "Chương trình",
        "Báo cáo",
        "Thông báo",
        "Hướng dẫn",
        "Quy định",
        "Phương án",
        "Đề án",
        "Dự án",
        "Hợp đồng",
        "Biên bản",
        "Giấy mời",
        "Văn bản",
        "Kết luận",
        "Quy hoạch",
        "Chiến lược",
        "Công văn",
        "Nghị quyết",
        "Luật",
        "Chỉ thị",
        "Lệnh",
        "Điều lệ",
        "Quy chế",
        "Tờ trình",
        "Phụ lục",
    }
)
# The first group of a symbol -> the kind (Phụ lục III; for Quy định both spellings are in use).
ABBREVIATIONS = {
    "NĐ": "Nghị định",
    "NQ": "Nghị quyết",
    "NQLT": "Nghị quyết liên tịch",
    "QĐ": "Quyết định",
    "QĐLT": "Quyết định liên tịch",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "TTLB": "Thông tư liên bộ",
    "CT": "Chỉ thị",
    "CĐ": "Công điện",
    "KH": "Kế hoạch",
    "KHLT": "Kế hoạch",
    "KHLN": "Kế hoạch",
    "KHPH": "Kế hoạch",
    "BC": "Báo cáo",
    "TTR": "Tờ trình",
    "TTRLN": "Tờ trình",
    "TTRLS": "Tờ trình",
    "TB": "Thông báo",
    "TBKL": "Thông báo",
    "TC": "Thông cáo",
    "TTTR": "Thông tri",
    "HD": "Hướng dẫn",
    "HDLN": "Hướng dẫn",
    "HDLT": "Hướng dẫn",
    "HDLS": "Hướng dẫn",
    "CTR": "Chương trình",
    "CTRHĐ": "Chương trình",
    "CTRPH": "Chương trình",
    "CTPH": "Chương trình",
    "CTHĐ": "Chương trình",
    "QC": "Quy chế",
    "QCPH": "Quy chế",
    "QYĐ": "Quy định",
    "QĐI": "Quy định",
    "KL": "Kết luận",
    "PL": "Pháp lệnh",
    "L": "Lệnh",
    "SL": "Sắc lệnh",
    "LCT": "Luật",
    "VBHN": "Văn bản hợp nhất",
    "CV": "Công văn",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "PA": "Phương án",
    "BB": "Biên bản",
    "GM": "Giấy mời",
    "HĐ": "Hợp đồng",
}
# Type words as they look without marks ("Nghi dinh", "Quyêt dịnh").
BLURRED = {
    "nghi dinh": "Nghị định",
    "nghi quyet": "Nghị quyết",
    "quyet dinh": "Quyết định",
    "thong tu lien tich": "Thông tư liên tịch",
    "thong tu": "Thông tư",
    "chi thi": "Chỉ thị",
    "ke hoach": "Kế hoạch",
    "bao cao": "Báo cáo",
    "to trinh": "Tờ trình",
    "thong bao": "Thông báo",
    "cong van": "Công văn",
    "cong dien": "Công điện",
    "huong dan": "Hướng dẫn",
    "ket luan": "Kết luận",
    "phap lenh": "Pháp lệnh",
    "bo luat": "Bộ luật",
    "luat": "Luật",
}
# What stands in place of the type word before a number ("NĐ 07/2021").
SHORT_WORDS = {
    "NĐ": "Nghị định",
    "ND": "Nghị định",
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "QD": "Quyết định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "CT": "Chỉ thị",
    "CĐ": "Công điện",
    "CV": "Công văn",
    "KH": "Kế hoạch",
    "BC": "Báo cáo",
    "TTr": "Tờ trình",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "KL": "Kết luận",
    "CTr": "Chương trình",
    "VBHN": "Văn bản hợp nhất",
    "VB": "Văn bản",
    "PL": "Pháp lệnh",
}


@cache
def kind_pattern() -> re.Pattern[str]:
    """Finds every type word in lower-case text; blanks inside may be missing or doubled (PDF, OCR)."""
    words = sorted(KINDS, key=len, reverse=True)
    return re.compile("|".join(word.replace(" ", "[ ]{0,3}") for word in words))


@cache
def short_pattern() -> re.Pattern[str]:
    """Finds an abbreviation that stands as a type word right before a number."""
    words = "|".join(sorted(SHORT_WORDS, key=len, reverse=True))
    return re.compile(
        rf"(?<![^\W_])(?<![-/.&])(?:(?:{words})(?=[ ]{{0,2}}(?:[sS]ố[ :]{{0,3}})?\d)"
        # In small letters only before a whole number: "nđ 30/2020", not "tt 3 cái".
        r"|(?:nđ|nd|nq|qđ|qd|ttlt|tt)(?=[ ]{0,2}(?:số[ :]{0,3})?\d{1,5}[ ]?/[ ]?(?:(?:19|20)\d\d|[a-zđ]{2})))"
    )


def kind_of_short(word: str) -> str:
    """The kind that an abbreviation names, in capitals or not."""
    return SHORT_WORDS.get(word) or SHORT_WORDS[word.upper()]


@cache
def blurred_pattern() -> re.Pattern[str]:
    """Finds, in folded text, a type word with lost or misread marks right before a number and its symbol."""
    words = "|".join(word.replace(" ", "[ ]{1,3}") for word in sorted(BLURRED, key=len, reverse=True))
    return re.compile(
        rf"(?<![^\W_])(?:{words})(?=[ ]{{0,3}}(?:so?[ ]{{0,2}}[:.]?[ ]{{0,2}})?\d{{1,5}}[a-z]?[ ]{{0,2}}[/-])"
    )


def kind_of_word(word: str) -> str:
    """The kind that a matched type word names."""
    squeezed = "".join(word.split())
    return _SQUEEZED[squeezed]


_SQUEEZED = {"".join(word.split()): kind for word, kind in KINDS.items()}
