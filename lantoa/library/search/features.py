"""What tells the passage that answers from its neighbours, each as a number from 0 to 1.

Few, and none that a corpus could be learned by heart with.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields

from lantoa.library.search.passages import Seen, Top
from lantoa.library.search.question import Question

UNASKED = 3.5  # what a word of a heading is worth that nobody asked for: about the idf of a middling one
_MOST_NUMBER = 1_000


@dataclass(frozen=True, slots=True)
class Features:
    """score: BM25 and best line, as a share of the best; heading: how much of what the heading says is asked;
    best, second: how much of the question the best two lines hold; law: how much of the name of the law
    that is asked stands in the passage; number: that of the article, from which later ones are rarer asked.
    """

    score: float
    heading: float
    best: float
    second: float
    law: float
    number: float

    @property
    def values(self) -> tuple[float, ...]:
        return tuple(getattr(self, name) for name in NAMES)


NAMES = tuple(one.name for one in fields(Features))


def features(
    question: Question,
    seen: Sequence[Seen],
    idf: Mapping[str, float],
    tops: Mapping[int, Top],
    named: Collection[int],
) -> list[Features]:
    """Those of each passage, in order. idf: what each term of the question tells; named: the documents that
    the question names."""
    most = max((one.ranked.score for one in seen), default=0.0) or 1.0
    found = []
    for one in seen:
        top = tops.get(one.ranked.passage.key, Top())
        best, second = (*sorted(one.covered, reverse=True), 0.0, 0.0)[:2]
        is_named = one.ranked.passage.document in named
        found.append(
            Features(
                one.ranked.score / most,
                _asked_of(top.heading, idf),
                best,
                second,
                1.0 if is_named else _share_present(question.law, one.present),
                math.log1p(min(top.number, _MOST_NUMBER)) / math.log1p(_MOST_NUMBER),
            )
        )
    return found


def _asked_of(heading: str, idf: Mapping[str, float]) -> float:
    words = list(dict.fromkeys(heading.split()))
    asked = sum(idf.get(word, 0.0) for word in words)
    return asked / (asked + UNASKED * sum(word not in idf for word in words) or 1.0)


def _share_present(words: Sequence[str], present: Collection[str]) -> float:
    return sum(word in present for word in words) / len(words) if words else 0.0
