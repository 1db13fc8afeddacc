"""Chữ đứng quanh tên: the lists of `words.txt`, keyed as `key_of` writes a syllable."""

from pathlib import Path

from lantoa.language.folding import nfc, settled_tones

Phrases = frozenset[tuple[str, ...]]


def key_of(word: str) -> str:
    """The form under which a syllable is looked up: lower case, NFC, one place for the tone."""
    return settled_tones(nfc(word).lower())


def _sections() -> dict[str, str]:
    found: dict[str, str] = {}
    name = ""
    for line in Path(__file__).with_name("words.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]*")
            found[name] = ""
        elif name and not line.startswith("#"):
            found[name] += f" {line}"
    return found


_LISTS = _sections()


def _keys(section: str) -> frozenset[str]:
    return frozenset(map(key_of, _LISTS[section].split()))


def _phrases(section: str) -> Phrases:
    return frozenset(tuple(map(key_of, phrase.split())) for phrase in _LISTS[section].split("|"))


STRONG = _keys("strong_surnames")
SURNAMES = STRONG | _keys("weak_surnames")
DOUBLE = _phrases("double_surnames")
MIDDLES = _keys("middles")
GIVENS = _keys("givens")
BIRTH_ORDER = _keys("birth_order")
NAMEY = MIDDLES | GIVENS | BIRTH_ORDER | STRONG
PLAIN = _keys("plain")
UNMARKED = _keys("unmarked")
ETHNIC_TAILS = _keys("ethnic_tails")
KIN = _keys("kin")
HOUSE = _phrases("house")
LABELS = _keys("labels")
REACH = _keys("reach")
NEVER_A_PLACE = _keys("never_a_place")
TITLES = _phrases("titles")
OF_ONE = _keys("of_one")
NOT_ONE = _keys("not_one")
PLACE_CUES = _phrases("place_cues")
DESCRIBES = _keys("describes")
UNITS = _keys("units")
LEADS = _phrases("leads")
PLURAL = _keys("plural")
HISTORIC = _phrases("historic")
PLACES = _phrases("places")
WORDS = _phrases("words")
KIN_PLACES = _phrases("kin_places")
NO_NAME = _keys("no_name")
NOT_PEOPLES = _keys("not_peoples")
UPLANDS = _keys("uplands")
SMALL_AFTER_ORDER = _keys("small_after_order")
NOT_SMALL = _keys("not_small")
_SPOKEN = ("không", "một mốt", "hai", "ba", "bốn tư", "năm lăm", "sáu", "bảy", "tám", "chín")
NUMBER_WORDS = {key_of(word): str(digit) for digit, words in enumerate(_SPOKEN) for word in words.split()}
