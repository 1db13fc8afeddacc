"""Words of law that a scanner or a typist got wrong: "Nghị định sô 07", "Thông tu số", "số O7/2021/NĐ-CP".

A slip is told on its line and never corrected: only a person who holds the original knows what is printed.
"""

import re
from collections.abc import Iterator

from lantoa.language.citations.kinds import BLURRED, KINDS
from lantoa.language.folding import fold, nfc

_WORD = r"[^\W\d_]+"
_KIND_OR_NUMBER = "|".join(sorted((*BLURRED, "so"), key=lambda one: -len(one))).replace(" ", " +")
# In folded text: a type word or "số" right before a document's number.
_BEFORE_NUMBER = re.compile(
    rf"(?<![^\W_])(?P<word>{_KIND_OR_NUMBER})(?: *[:.])? +(?:(?P<so>so) *[:.]? *)?(?=[\doøl]{{1,5}} */)"
)
_UNITS = {"dieu": "điều", "khoan": "khoản", "chuong": "chương"}
_OTHER_WORDS = ("khoán", "điếu", "diều", "chướng", "chuông")  # words of their own
_UNIT = re.compile(r"(?<![^\W_])(?P<word>dieu|khoan|chuong) +(?=\d{1,3}(?![\d/]))")
_DAY = re.compile(
    r"(?<![^\W_])(?P<day>ngay) +[\dol]{1,2} +(?P<month>thang) +[\dol]{1,2} +(?P<year>nam) +[\dol]{4}"
)
_DAY_WORDS = {"day": "ngày", "month": "tháng", "year": "năm"}
# Letters for figures in a number with its symbol, in the words as printed.
_LETTERED = re.compile(
    r"(?<![^\W_])(?=[\dOoØøIl|]{1,5}/)(?=[^/]*[OoØøIl|])(?P<number>[\dOoØøIl|]{1,5})/(?:(?:19"
    r"|20)[\dOoØøIl]{2}/)?"
    r"(?:NĐ|ND|QĐ|QD|TT|NQ|CT|KH|TB|BC|QH)[-\d]"
)
_LETTERED_YEAR = re.compile(
    r"(?<![^\W_])\d{1,5}/(?=[^/]*[OoØøIl])(?P<number>(?:19|2)[\dOoØøIl]{2,3})/[A-ZĐ]{2}"
)


def slips_in(line: str) -> list[str]:
    """The words of a line that look like words or numbers of law and are misprinted, in their order."""
    text = nfc(line)
    folded = fold(text)
    if len(folded) != len(text) or folded == text.lower():
        return []  # typed without marks throughout: that is no slip
    return [text[start:end] for start, end in sorted(set(_slips(text, folded)))]


def _slips(text: str, folded: str) -> Iterator[tuple[int, int]]:
    for found in _BEFORE_NUMBER.finditer(folded):
        for name in ("word", "so"):
            if found[name] and not _is_right(text[found.start(name) : found.end(name)]):
                yield found.span(name)
    for found in _UNIT.finditer(folded):
        printed = text[found.start("word") : found.end("word")].lower()
        if printed not in (_UNITS[found["word"]], *_OTHER_WORDS) and not printed.isascii():
            yield found.span("word")
    for found in _DAY.finditer(folded):
        for name, right in _DAY_WORDS.items():
            if text[found.start(name) : found.end(name)].lower() != right:
                yield found.span(name)
    for pattern in (_LETTERED, _LETTERED_YEAR):
        for found in pattern.finditer(text):
            yield found.span("number")


def _is_right(printed: str) -> bool:
    plain = " ".join(printed.lower().split())
    return plain in KINDS or plain == "số" or fold(plain) not in (*BLURRED, "so")
