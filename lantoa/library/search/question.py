"""What a question asks for: which of its words tell something, and how much.

"Theo Bộ luật Lao động 2019, thử việc là gì?" asks what "thử việc" means; the words around it would only
bring passages that say "theo" and "là" often. What each step brings: docs/decisions/0004-tim-theo-cau-hoi.md.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from lantoa.language.folding import fold, nfc
from lantoa.library.search.shorthand import written_out
from lantoa.library.search.words import BREAK, words_of

MOST_WORDS = 120
_WORD_AS_TYPED = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"[\"“”«»„]([^\"“”«»„]{2,200})[\"“”«»„]")

# Words in which a question is put; alone they tell nothing about what is asked.
_FRAME = sorted(
    map(
        words_of,
        (
            *("bao nhiêu", "bao lâu", "thế nào", "như thế nào", "như nào", "ra sao", "khi nào", "ở đâu"),
            *("gì", "là gì", "những gì", "là ai", "là những ai", "tại sao", "vì sao", "làm gì"),
            *("làm thế nào", "được hiểu", "định nghĩa", "khái niệm", "cho hỏi", "xin hỏi"),
            *("theo quy định", "theo quy định của pháp luật"),
        ),
    ),
    key=len,
    reverse=True,
)
# "theo Bộ luật Dân sự năm 2015": names the law, and says nothing of the provision.
_LAW = re.compile(
    r"(?:(?:theo|trong|tai) )?(?:qui dinh (?:cua|tai) )?(?:bo luat|luat|phap lenh) "
    r"(?P<name>(?:[a-z]+ ){1,6}?)(?:nam )?(?:19|20)\d\d\b"
)
_MEANING = re.compile(r"\b(?:dinh nghia|khai niem|la gi|nghia la gi|duoc hieu|hieu the nao)\b")
# Articles that say what words mean carry this heading, and write "X là ...".
_MEANING_TERMS = {"giai_thich": 1.0, "tu_ngu": 1.0}
_MEANING_IS = 1.5


@dataclass(frozen=True)
class Question:
    """weights: term (word or pair) -> how much it tells; phrases: words that must stand together.

    last: the word she may still be typing. typed: the words as typed, small letters; none without marks.
    law: the words of the name of the law that it is asked of.
    """

    weights: dict[str, float] = field(default_factory=dict)
    phrases: tuple[tuple[str, ...], ...] = ()
    last: str = ""
    typed: frozenset[str] = frozenset()
    law: tuple[str, ...] = ()

    @property
    def words(self) -> frozenset[str]:
        """The single words that are looked for."""
        return frozenset(term for term in self.weights if "_" not in term)

    def loosely(self) -> "Question":
        """The same without asking that quoted words stand together."""
        return replace(self, phrases=())

    def beginning(self, term: str) -> "Question":
        """The same with `term` ("ngh", "ho_ngh") as the beginning of a word: "ngh*"."""
        weights = {k: v for k, v in self.weights.items() if k != term}
        return replace(self, weights={**weights, f"{term}*": self.weights[term]})


def read_question(text: str) -> Question:
    """The question as search understands it, with or without marks. Empty text asks for nothing."""
    phrases = tuple(tuple(words_of(quoted)) for quoted in _QUOTED.findall(text))
    asked, short = written_out(words_of(text)[:MOST_WORDS])
    plain = " ".join(asked)
    law = _LAW.search(plain)
    words = _LAW.sub(f" {BREAK} ", plain).split()
    telling = _telling(words)
    if not any(telling):  # nothing but a frame: then its words are what is looked for
        words, telling = asked, [True] * len(asked)
    weights = _weights(words, telling) | dict.fromkeys(short, 1.0)
    if _MEANING.search(plain):
        weights |= _meaning([word for word, tells in zip(words, telling, strict=True) if tells])
    typed_on = bool(asked) and bool(re.search(r"[^\W_]$", fold(text)))
    return Question(
        weights,
        tuple(p for p in phrases if p),
        asked[-1] if typed_on else "",
        _typed(text),
        tuple(law["name"].split()) if law else (),
    )


def _typed(text: str) -> frozenset[str]:
    marked = nfc(text).lower()
    return frozenset(_WORD_AS_TYPED.findall(marked)) if fold(marked) != marked else frozenset()


def _telling(words: list[str]) -> list[bool]:
    tells = [word != BREAK for word in words]
    at = 0
    while at < len(words):
        frame = next((f for f in _FRAME if words[at : at + len(f)] == f), None)
        for place in range(at, at + len(frame or "")):
            tells[place] = False
        at += len(frame) if frame else 1
    return tells


def _weights(words: list[str], telling: list[bool]) -> dict[str, float]:
    """Words that tell, and pairs of which at least one word tells."""
    weights = {word: 1.0 for word, tells in zip(words, telling, strict=True) if tells}
    for (a, b), (x, y) in zip(pairwise(words), pairwise(telling), strict=True):
        if (x or y) and BREAK not in (a, b):
            weights[f"{a}_{b}"] = 1.0
    return weights


def _meaning(words: Iterable[str]) -> dict[str, float]:
    words = list(words)
    return _MEANING_TERMS | ({f"{words[-1]}_la": _MEANING_IS} if words else {})
