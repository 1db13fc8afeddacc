"""Small rules for characters: cleaning what comes in, comparing words whatever their marks and dashes."""

import re
import unicodedata

from lantoa.common.text import tidy

_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


def clean(text: str) -> str:
    """As `tidy` makes it, and every kind of line break is one."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    return tidy(text)


def one_line(text: str) -> str:
    """The same words on one line, single blanks, trimmed."""
    return " ".join(_BLANKS.sub(" ", clean(text)).split())


def plain_dashes(text: str) -> str:
    """Every kind of dash as "-"; the length stays the same."""
    return text.translate(_DASHES)


def bare(text: str) -> str:
    """Lower case without marks, dashes alike, single blanks: for comparing, never for showing."""
    decomposed = unicodedata.normalize("NFD", plain_dashes(one_line(text)).lower())
    letters = "".join(ch for ch in decomposed if not unicodedata.combining(ch))
    return letters.replace("đ", "d")


def is_upper(text: str) -> bool:
    """Whether the words are set in capitals (small words of one letter and digits do not count)."""
    letters = [ch for ch in text if ch.isalpha()]
    return len(letters) > 1 and sum(ch.isupper() for ch in letters) >= 0.9 * len(letters)
