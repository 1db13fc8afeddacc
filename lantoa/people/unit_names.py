"""Does what a person typed name this unit? Marks that are typed are meant; marks left out are forgiven.

"hoà" and "hòa" are the same, so are the two Unicode spellings of a letter, case and spacing. "Hoa An" finds
Hóa An; "Hòa An" does not. A type word counts when it is typed: "TP Biên Hòa" is never the ward of that name.
"""

import re

from lantoa.language.folding import fold, nfc, same_name

WORD = re.compile(r"[\w']+")
SHORT_FORMS = {
    "thành phố": "tp",
    "thị xã": "tx",
    "thị trấn": "tt",
    "quận": "q",
    "huyện": "h",
    "phường": "p",
    "xã": "x",
    "khu phố": "kp",
}


def reading_forms(name: str, type_word: str) -> set[str]:
    """The folded spellings under which a unit can be looked up before `name_match` decides."""
    own = fold(" ".join(_words(name)))
    words = [type_word, SHORT_FORMS.get(type_word.casefold(), "")]
    return {own, *(fold(" ".join([*_words(word), own])) for word in words if word)}


def name_match(typed: str, name: str, type_word: str) -> int:
    """2: the very name; 1: the name with marks left out; 0: another name."""
    said, own = _words(typed), _words(name)
    readings = [own, _words(type_word) + own]
    if short := SHORT_FORMS.get(type_word.casefold()):
        readings.append([short, *own])
    return max(_match(said, reading) for reading in readings)


def _words(text: str) -> list[str]:
    return WORD.findall(nfc(text).casefold())


def _match(said: list[str], own: list[str]) -> int:
    if not said or len(said) != len(own):
        return 0
    pairs = list(zip(said, own, strict=True))
    if all(same_name(a, b) for a, b in pairs):
        return 2
    # A word typed without any mark may be any word that reads so; a marked one is meant.
    return int(all(same_name(a, b) or a == fold(b) for a, b in pairs))
