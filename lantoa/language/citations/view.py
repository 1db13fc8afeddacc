"""The text as the readers see it: one character for one character of the NFC text, so offsets hold."""

import re
import unicodedata
from dataclasses import dataclass

# Eth stands for Đ in much text typed on old machines; the dashes are one sign inside a symbol.
_ONE_TO_ONE = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u200b\u202f\u3000\ufeff\t\r\f\v", " "),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\uff02", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\uff07", "'"),
        "\u2044": "/",
        "\u2215": "/",
        "\uff0f": "/",
        "\u00d0": "Đ",
        "\u0189": "Đ",
        "\u00f0": "đ",
    }
)
# A new line ends what came before when it is empty or when the next line opens a list item or a heading;
# every other new line is the wrap of a page.
_HARD_BREAK = re.compile(
    r"\n(?=[ ]*\n)|\n(?=[ ]*(?:[-+*•●▪][ ]|\d{1,2}[.)][ ]|[IVX]{1,5}[.)][ ]|[a-zđ]\)[ ]"
    r"|Căn cứ[ ]|CĂN CỨ[ ]|Theo đề nghị|Điều[ ]\d{1,3}\.|Chương[ ][IVX]))"
)


@dataclass(frozen=True, slots=True)
class View:
    """`text` is NFC; `plain` has blanks, dashes and quotes of one kind, "\\n" only at hard breaks; `low` is
    `plain` in lower case. All three have the same length."""

    text: str
    plain: str
    low: str


def end_of(pattern: re.Pattern[str], text: str, pos: int) -> int:
    """Where `pattern` ends when it stands at `pos`, else `pos`: for what may be absent."""
    found = pattern.match(text, pos)
    return found.end() if found else pos


def lower_one_to_one(text: str) -> str:
    """Lower case that never changes the length ("İ" would become two characters)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def view_of(text: str) -> View:
    """Prepare `text` for the readers."""
    nfc = unicodedata.normalize("NFC", text)
    plain = nfc.translate(_ONE_TO_ONE)
    breaks = [found.start() for found in _HARD_BREAK.finditer(plain)]
    plain = plain.replace("\n", " ")
    if breaks:
        pieces, last = [], 0
        for at in breaks:
            pieces.append(plain[last:at])
            last = at + 1
        plain = "\n".join([*pieces, plain[last:]])
    return View(nfc, plain, lower_one_to_one(plain))
