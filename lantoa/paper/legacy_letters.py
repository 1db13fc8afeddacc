"""Vietnamese from before Unicode: TCVN3 (ABC fonts, ".VnTime") and VNI ("VNI-Times") to NFC.

Both put Vietnamese letters on the places of Latin-1, so a file that keeps them looks like "nh©n d©n"
or "nhaân daân". A font name tells which it is; without one only words that become Vietnamese syllables do.
Sources of the tables: TCVN 5712:1993 (VN3); the letter pairs of VNI for Windows.
"""

import re
import unicodedata

TCVN3, VNI = "tcvn3", "vni"

_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền hỏi ngã sắc nặng, the order of both tables


def _toned(letters: str) -> list[str]:
    return [unicodedata.normalize("NFC", letter + tone) for letter in letters for tone in _TONES]


def _tcvn3() -> dict[str, str]:
    """One character a letter. Toned capitals have no place: fonts whose name ends in H draw them."""
    places = {
        "a": "B5 B6 B7 B8 B9", "ă": "BB BC BD BE C6", "â": "C7 C8 C9 CA CB",
        "e": "CC CE CF D0 D1", "ê": "D2 D3 D4 D5 D6", "i": "D7 D8 DC DD DE",
        "o": "DF E1 E2 E3 E4", "ô": "E5 E6 E7 E8 E9", "ơ": "EA EB EC ED EE",
        "u": "EF F1 F2 F3 F4", "ư": "F5 F6 F7 F8 F9", "y": "FA FB FC FD FE",
    }  # fmt: skip
    plain = dict(zip(range(0xA1, 0xAF), "ĂÂÊÔƠƯĐăâêôơưđ", strict=True))
    table = {chr(place): letter for place, letter in plain.items()}
    for letter, row in places.items():
        table.update(zip((chr(int(p, 16)) for p in row.split()), _toned(letter), strict=True))
    return table


def _vni() -> dict[str, str]:
    """A letter and the mark behind it; a few letters alone. Capitals are the capitals of both."""
    table = {"đ": "ñ", "ơ": "ô", "ư": "ö", "ỵ": "î", "ă": "aê", "â": "aâ", "ê": "eâ", "ô": "oâ"}
    table |= dict(zip(_toned("i"), "ìæóíò", strict=True))
    marks = {
        "øûõùï": {"a": "a", "e": "e", "o": "o", "u": "u", "ơ": "ô", "ư": "ö"},
        "àåãáä": {"â": "a", "ê": "e", "ô": "o"},
        "èúüéë": {"ă": "a"},
    }
    for row, bases in marks.items():
        for letter, base in bases.items():
            table |= dict(zip(_toned(letter), (base + mark for mark in row), strict=True))
    table |= dict(zip(_toned("y")[:4], ("y" + mark for mark in "øûõù"), strict=True))
    table |= {letter.upper(): written.upper() for letter, written in table.items()}
    return {written: letter for letter, written in table.items()}


_FROM_TCVN3 = _tcvn3()
_FROM_VNI = _vni()
_VNI_LETTER = re.compile("|".join(sorted(_FROM_VNI, key=len, reverse=True)))
_TO_TCVN3 = {letter: place for place, letter in _FROM_TCVN3.items()}
_TO_VNI = {letter: written for written, letter in _FROM_VNI.items()}

_UNICODE_ONLY = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0-\u01b0\u1ea0-\u1ef9\u0300-\u0323]"
)
_HIGH = re.compile("[\u00a1-\u00ff]")
_WORD = re.compile("[^\\s0-9.,;:!?()\\[\\]{}\"'“”‘’/\\\\|<>=+*&%$#@~^_-]+")
_SYLLABLE = re.compile(
    "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    "(?:iêu|yêu|uôi|ươi|ươu|oai|oay|oao|oeo|uây|uya|uyu|uyê|oa|oă|oe|uâ|uê|uy|uơ|iê|yê|ia|ya|uô|ua|ươ|ưa|ai|ao"
    "|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|[aăâeêioôơuưy])(?:ch|ng|nh|[cmnpt])?"
)
_ENOUGH = 0.85  # of the words that the conversion changes must become Vietnamese
_FEWEST = 4  # such words: fewer prove nothing


def of_font(name: str) -> str:
    """ "tcvn3", "vni" or "" for the name of a font."""
    lowered = name.strip("'\" ").lower()
    if lowered.startswith(".vn"):
        return TCVN3
    return VNI if lowered.startswith("vni-") else ""


def decode(text: str, encoding: str, font: str = "") -> str:
    """The text in NFC. What is no letter of the encoding stays as it is.

    font: the name of an ABC font that ends in H draws capitals. Without it a toned letter of TCVN3 is a
    capital when every letter beside it in its word is one.
    """
    if encoding == VNI:
        return unicodedata.normalize("NFC", _VNI_LETTER.sub(lambda found: _FROM_VNI[found[0]], text))
    words = "".join(_FROM_TCVN3.get(char, char) for char in text)
    if font.strip("'\" ").upper().endswith("H"):
        return words.upper()
    return _with_capitals(words)


def encode(text: str, encoding: str) -> str:
    """The other way, for tests and for whoever still needs it: toned capitals of TCVN3 lose their case."""
    text = unicodedata.normalize("NFC", text)
    if encoding == VNI:
        return "".join(_TO_VNI.get(char, char) for char in text)
    return "".join(_TO_TCVN3.get(char) or _TO_TCVN3.get(char.lower(), char) for char in text)


def told_by_words(text: str) -> str:
    """ "tcvn3", "vni" or "": which one the words are in, when that is beyond doubt.

    Text that holds one letter that only Unicode has is Unicode. Otherwise nearly every word with a high
    character must become a Vietnamese syllable, and must not be one already.
    """
    if _UNICODE_ONLY.search(text):
        return ""
    words = [word for word in _WORD.findall(text[:200_000]) if _HIGH.search(word)]
    if len(words) < _FEWEST:
        return ""
    best = max((TCVN3, VNI), key=lambda encoding: _share(words, encoding))
    already = sum(is_syllable(word) for word in words) / len(words)
    return best if _share(words, best) >= _ENOUGH and already < 0.5 else ""


def from_legacy(text: str) -> str:
    """The text, converted when its words tell an old encoding beyond doubt; else the very same text."""
    encoding = told_by_words(text)
    return decode(text, encoding) if encoding else text


def is_syllable(word: str) -> bool:
    """Whether this is spelled like a Vietnamese syllable: sounds in their order and at most one tone."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    letters = unicodedata.normalize("NFC", "".join(ch for ch in decomposed if ch not in _TONES))
    tones = sum(ch in _TONES for ch in decomposed)
    return tones <= 1 and bool(_SYLLABLE.fullmatch(letters))


def _share(words: list[str], encoding: str) -> float:
    return sum(is_syllable(decode(word, encoding)) for word in words) / len(words)


def _with_capitals(text: str) -> str:
    """Capitals for the toned letters of a line, or of a word, whose other letters are all capitals."""
    lines = []
    for line in text.split("\n"):
        sure = [char for char in line if char.isalpha() and (char.isascii() or char.isupper())]
        if len(sure) > 2 and all(char.isupper() for char in sure):
            lines.append(line.upper())
        else:
            lines.append(re.sub(r"[^\W\d_]{2,}", _capital_word, line))
    return "\n".join(lines)


def _capital_word(found: re.Match[str]) -> str:
    word = found[0]
    sure = [char for char in word if char.isascii() or char.isupper()]
    return word.upper() if len(sure) > 1 and all(char.isupper() for char in sure) else word
