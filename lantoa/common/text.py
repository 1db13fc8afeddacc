"""Cửa vào của chữ: every text that was typed, pasted or read from a file, and every file name, passes here.

What is stored, sorted, signed and handed out is NFC, has Đ where a font or a keyboard wrote Eth, and holds no
character that nobody sees or that only one font can draw.
"""

import re
import unicodedata
from pathlib import PurePosixPath
from typing import Any

LONGEST_NAME = 200

# Letters that look like Đ and are others; ð inside a word is what Icelandic means by it ("Guðrún").
_CAPITAL_ETH = re.compile("[\u00d0\u0189]")
_SMALL_ETH = re.compile("(?<![a-z\u00df-\u024f\u1e00-\u1eff\u0300-\u036f])[\u00f0\u0256]")
# Marks of lists as the fonts Symbol and Wingdings draw them; every other private letter goes.
_BULLETS = dict.fromkeys((0xF0B7, 0xF0D8, 0xF076, 0xF0FC), "•") | {0xF0A7: "▪", 0xF06E: "▪", 0xF02D: "-"}
# Zero-width and filling characters that Unicode does not class as formats.
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u3164\uffa0")
_GONE = frozenset(("Cc", "Cf", "Co", "Cs", "Cn"))


class _Kept(dict[int, str]):
    """Fills itself: what becomes of each character that is met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        gone = unicodedata.category(char) in _GONE or char in _FILLERS or "\ufe00" <= char <= "\ufe0f"
        self[code] = "" if gone and char not in "\t\n\r" else char
        return self[code]


_KEPT = _Kept(_BULLETS)


def tidy(text: str) -> str:
    """The text as it is stored: NFC, Đ for Eth, no invisible and no private characters. Lines stay."""
    if text.isascii() and text.isprintable():
        return text
    text = _SMALL_ETH.sub("đ", _CAPITAL_ETH.sub("Đ", text.translate(_KEPT)))
    return unicodedata.normalize("NFC", text)


def tidied(value: Any) -> Any:
    """The same for every text in what JSON or a table holds, keys too."""
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, dict):
        return {tidied(key): tidied(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(map(tidied, value))
    return value


def file_name(name: str) -> str:
    """The name of a file without its folders, on one line, short enough to be kept with its ending."""
    name = " ".join(tidy(PurePosixPath(name.replace("\\", "/")).name).split())
    ending = PurePosixPath(name).suffix[:12]
    stem = name.removesuffix(ending) if ending else name
    return stem[: LONGEST_NAME - len(ending)] + ending
