"""Folding, comparing and ordering of Vietnamese words.

Order, as Vietnamese dictionaries and lists have it: the letters a ă â b c d đ e ê g h i k l m n o ô ơ p q r
s t u ư v x y; all letters of a name are compared first, the tones only when the letters agree: ngang,
huyền, hỏi, ngã, sắc, nặng.
"""

import re
import unicodedata
from functools import cache

# Combining marks of the five written tones, in dictionary order; a syllable without one stands before them.
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
# Two characters a letter, so that each letter that Vietnamese adds sorts right behind its base. Keys hold
# only a-z and 0-9, and a digit stands in a letter's place only where it must come first: so comparing bytes
# and the collations that skip signs order them alike.
_LETTER_MARKS = {"\u0306": "1", "\u0302": "2", "\u031b": "3"}


# The newer spelling puts the tone of an open oa, oe, uy on the second letter; quy keeps it there in both.
_MOVED_TONE = re.compile(r"(?:o[àảãáạèẻẽéẹ]|(?<!q)u[ỳỷỹýỵ])(?![^\W\d_])", re.IGNORECASE)


def nfc(text: str) -> str:
    """The text in Unicode's composed form (NFC), the only form that is stored."""
    return unicodedata.normalize("NFC", text)


class _FoldTable(dict[int, str]):
    """Fills itself: the folded character of each character that is met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        lowered = char.lower()
        base = unicodedata.normalize("NFD", lowered if len(lowered) == 1 else char)[0]
        self[code] = "d" if base in "đð" else base
        return self[code]


_FOLDED = _FoldTable({ord("Đ"): "d", ord("đ"): "d", ord("Ð"): "d"})


def fold(text: str) -> str:
    """Lower case without marks, one character for one character of the NFC text: "Đồng Nai" -> "dong nai".

    Offsets into the result are offsets into `nfc(text)`.
    """
    return nfc(text).translate(_FOLDED)


def same_name(a: str, b: str) -> bool:
    """Whether two spellings are one name: "Hoà Bình" and "HÒA  BÌNH" in NFC or NFD.

    The place of the tone in its syllable, capitals and blanks do not count; letters and tones do.
    """
    return same_form(a) == same_form(b)


def same_form(text: str) -> str:
    """What two spellings of one name have in common: see `same_name`."""
    return settled_tones(" ".join(nfc(text).casefold().replace("ð", "đ").split()))


def settled_tones(text: str) -> str:
    """The text (NFC) with one place for the tone in oa, oe, uy: "hoà" and "hòa" both become "hòa"."""
    return _MOVED_TONE.sub(_settle, text)


def _settle(found: re.Match[str]) -> str:
    decomposed = unicodedata.normalize("NFD", found[0][1])
    return unicodedata.normalize("NFC", found[0][0] + decomposed[1]) + decomposed[0]


def _split_tone(word: str) -> tuple[str, str]:
    """(letters with the marks of their own, tones) of one word."""
    letters: list[str] = []
    tones: list[str] = []
    for char in unicodedata.normalize("NFD", word):
        (tones if char in _TONES else letters).append(char)
    return unicodedata.normalize("NFC", "".join(letters)), "".join(tones)


@cache
def _letter_key(letter: str) -> str:
    """Two sortable characters for one letter without tone."""
    decomposed = unicodedata.normalize("NFD", letter)
    base = decomposed[0]
    if base == "đ":
        return "d1"
    if base.isascii():
        return base + next((_LETTER_MARKS[mark] for mark in decomposed[1:] if mark in _LETTER_MARKS), "0")
    return f"z9{ord(base):06x}"


_END, _NEXT_WORD, _NUMBER = "0", "1", "2"


def sort_key(text: str) -> str:
    """A plain ASCII string whose byte order is Vietnamese order; store it and sort by it.

    All letters decide before any tone; a shorter word comes first; numbers sort by value, up to 99 digits
    ("Phường 2" before "Phường 10"); capitals, signs and the place of a tone in its syllable do not count.
    """
    letters: list[str] = []
    tones: list[str] = []
    for word in _words(nfc(text).casefold()):
        if word.isdecimal():
            digits = "".join(str(int(digit)) for digit in word).lstrip("0")[:99]
            letters.append(f"{_NUMBER}{len(digits):02d}{digits}")
            tones.append("0")
            continue
        plain, marks = _split_tone(word)
        letters.append("".join(_letter_key(letter) for letter in plain))
        tones.append(max((_TONES[mark] for mark in marks), default="0"))
    return _NEXT_WORD.join(letters) + _END + "".join(tones)


def _words(text: str) -> list[str]:
    """Runs of letters and runs of digits; everything else parts them."""
    words: list[str] = []
    kind = ""
    for char in text:
        this = "9" if char.isdecimal() else "a" if char.isalpha() or unicodedata.combining(char) else ""
        if not this:
            kind = ""
            continue
        if this == kind:
            words[-1] += char
        else:
            words.append(char)
        kind = this
    return words


def person_sort_key(full_name: str) -> str:
    """Orders people as a Vietnamese list does: given name, then family name, then what stands between.

    "Trần Thị Bình" sorts under "Bình", then "Trần", then "Thị".
    """
    parts = full_name.split()
    if len(parts) < 2:
        return sort_key(full_name)
    middle = " ".join(parts[1:-1])
    return "".join(sort_key(part) for part in (parts[-1], parts[0], middle))
