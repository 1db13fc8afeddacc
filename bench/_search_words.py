"""Invented law for measuring search, the same for the same seed. None of it is real.

Syllables and phrases come as unevenly as in a language, which decides how long search takes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random

_ONSETS = [
    "",
    *("b", "c", "ch", "d", "đ", "g", "h", "k", "kh", "l", "m", "n", "nh", "ng", "p", "ph", "qu", "r"),
]
_ONSETS += ["s", "t", "th", "tr", "v", "x"]
_RHYMES = [
    "a",
    "ai",
    "am",
    "an",
    "ang",
    "anh",
    "ao",
    "âu",
    "ân",
    "e",
    "em",
    "eo",
    "ê",
    "ên",
    "i",
    "ia",
    "iên",
]
_RHYMES += ["inh", "o", "oi", "on", "ong", "ô", "ôi", "ông", "ơ", "ơi", "u", "ui", "ung", "ươi", "ương"]
_TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
KINDS = [("Nghị định", "NĐ-CP"), ("Thông tư", "TT-BTC"), ("Quyết định", "QĐ-TTg"), ("Nghị quyết", "NQ-HĐND")]


@dataclass(frozen=True)
class Article:
    """Điều: number, heading, and its clauses from 1."""

    number: int
    heading: str
    clauses: list[str]


@dataclass(frozen=True)
class Law:
    """An invented document."""

    kind: str
    number: str
    year: int
    symbol: str
    title: str
    articles: list[Article]


class Wording:
    """Draws phrases: most sentences are made of phrases that come again, as in real law."""

    def __init__(self, seed: int) -> None:
        self.draw = Random(seed)
        syllables = [o + r + t for o in _ONSETS for r in _RHYMES for t in _TONES]
        self.draw.shuffle(syllables)
        self.syllables = syllables[:2500]
        # Rank r comes about 1/r as often.
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.syllables))))
        self.phrases = [self._phrase() for _ in range(30_000)]
        self.phrase_weights = list(accumulate(1 / (rank + 10) for rank in range(len(self.phrases))))

    def _phrase(self) -> str:
        return " ".join(
            self.draw.choices(self.syllables, cum_weights=self.weights, k=self.draw.randint(2, 4))
        )

    def sentence(self, phrases: int) -> str:
        """So many phrases, as one sentence."""
        return (
            " ".join(self.draw.choices(self.phrases, cum_weights=self.phrase_weights, k=phrases)).capitalize()
            + "."
        )


def laws(documents: int, provisions: int, seed: int = 2026) -> Iterator[Law]:
    """So many documents that hold so many provisions (articles and clauses) together."""
    wording = Wording(seed)
    draw = wording.draw
    for place in range(documents):
        kind, symbol = KINDS[place % len(KINDS)]
        left = (place + 1) * provisions // documents - place * provisions // documents
        articles = []
        while left > 0:
            clauses = min(left - 1, draw.randint(0, 5))
            left -= 1 + clauses
            texts = [wording.sentence(draw.randint(8, 30)) for _ in range(clauses or 1)]
            articles.append(Article(len(articles) + 1, wording.sentence(3), texts))
        yield Law(kind, str(place // 20 + 1), 2005 + place % 20, symbol, wording.sentence(6), articles)
