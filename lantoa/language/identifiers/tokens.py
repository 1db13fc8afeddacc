"""Tiếng trong câu: the syllables of a text with the shape that tells a name from a word."""

import re
from dataclasses import dataclass

from lantoa.language.folding import fold
from lantoa.language.identifiers.lexicon import key_of

_SYLLABLE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?")
_VIETNAMESE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
_JOINED = re.compile(r" {1,4}|-|\.[ ]?")


@dataclass(slots=True)
class Token:
    """One syllable. joined: only blanks or a hyphen part it from the one before."""

    start: int
    end: int
    text: str
    key: str
    joined: bool
    gap: str

    @property
    def is_capital(self) -> bool:
        """Begins with a capital and goes on in small letters: Sáu, H'Hen, A."""
        return self.text[0].isupper() and not self.is_upper

    @property
    def is_upper(self) -> bool:
        """All in capitals, two letters and more: SÁU."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def is_single(self) -> bool:
        return len(self.text) == 1 and self.text.isupper()

    @property
    def is_upland(self) -> bool:
        """Shaped as names of the Central Highlands are: H'Hen, K'Brêu."""
        return (
            len(self.text) > 2 and self.text[1] == "'" and self.text[0] in "HKYhk" and self.text[2].isupper()
        )

    @property
    def is_foreign(self) -> bool:
        """No syllable of Vietnamese: Bhăm, Blưng."""
        return not _VIETNAMESE.fullmatch(fold(self.text))


def tokens_of(text: str) -> list[Token]:
    """The syllables in order, and one empty token that holds what stands behind the last."""
    found: list[Token] = []
    end = 0
    for match in _SYLLABLE.finditer(text):
        gap = text[end : match.start()]
        joined = bool(found) and bool(_JOINED.fullmatch(gap))
        if joined and gap.startswith("."):  # "Nguyễn T. Sáu": an initial, not the end of a sentence
            joined = len(found[-1].text) == 1
        word = match.group().rstrip("'")
        found.append(Token(match.start(), match.start() + len(word), word, key_of(word), joined, gap))
        end = found[-1].end
    return [*found, Token(len(text), len(text), "\0", "", False, text[end:])]


LONGEST = 6  # syllables of one name


@dataclass(frozen=True)
class Named:
    """A name by its tokens; begins: where the words shown begin, with the title."""

    begins: int
    first: int
    last: int
