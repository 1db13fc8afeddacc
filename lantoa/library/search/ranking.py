"""Which passages answer a question best: BM25 over words and pairs, and the best single line of each.

score = BM25(passage) + LINE * BM25(its best line). The second part prefers an article of which one clause
holds all that is asked to one that holds it scattered. Figures: docs/decisions/0004-tim-theo-cau-hoi.md.
"""

import math
from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from lantoa.library.search.question import Question
from lantoa.library.search.words import BREAK

K1, B = 0.7, 0.5
LINE, LINE_LENGTH, LINES_OF = 0.5, 50, 60
NAMED = 2.0  # how much more a passage of a law counts that the question names
# A short question may look at more passages than a long one: what counts is words looked up in passages.
LOOKS, FEWEST, MOST = 8_000, 400, 1_500


@dataclass(frozen=True, slots=True)
class Passage:
    """What is ranked: an article with all that lies in it. words: `lines_of` its provisions."""

    key: int
    document: int
    words: str
    length: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage with its score; line: which of its lines answers best, from 0."""

    passage: Passage
    score: float
    line: int


class Index(Protocol):
    """Where passages lie. A term that ends in "*" stands for every term that begins so."""

    def size(self) -> tuple[int, float]:
        """How many passages there are, and how many words they have on average."""

    def frequencies(self, terms: Collection[str]) -> dict[str, int]:
        """How many passages hold each term; those that no passage holds may be left out."""

    def holding(self, terms: Collection[str], most: int | None) -> list[Passage]:
        """Passages that hold any of the terms, in any order; if `most` is given, the shortest of them."""


def rank(
    question: Question, index: Index, limit: int = 20, named: Collection[int] = frozenset()
) -> list[Ranked]:
    """The passages that answer best, best first; equal ones in the order of their keys.

    named: the documents that the question names.
    """
    known = index.frequencies(question.weights)
    question, known = _typing_on(question, known, index)
    if not any(known.values()):
        return []
    count, mean = index.size()
    worth = {
        _spelt(term): weight * math.log(1 + (count - known[term] + 0.5) / (known[term] + 0.5))
        for term, weight in question.weights.items()
        if known.get(term)
    }
    scored = [
        (_bm25(f" {p.words} ", p.length / mean, worth) * (NAMED if p.document in named else 1), p)
        for p in _candidates(question, known, index)
        if _holds(p, question.phrases)
    ]
    scored.sort(key=lambda one: (-round(one[0], 9), one[1].key))
    ranked = [
        _with_line(score, passage, worth, NAMED if passage.document in named else 1)
        for score, passage in scored[: max(LINES_OF, limit)]
    ]
    ranked.sort(key=lambda one: (-round(one.score, 9), one.passage.key))
    return ranked[:limit]


def _typing_on(question: Question, known: dict[str, int], index: Index) -> tuple[Question, dict[str, int]]:
    """A last word that no passage holds is the beginning of one: she is still typing."""
    if not question.last or known.get(question.last) or question.last not in question.weights:
        return question, known
    for term in [t for t in question.weights if t.rpartition("_")[2] == question.last and not known.get(t)]:
        question = question.beginning(term)
    begun = [term for term in question.weights if term.endswith("*")]
    return question, {**known, **index.frequencies(begun)}


def _candidates(question: Question, known: dict[str, int], index: Index) -> list[Passage]:
    """The passages worth scoring: those that hold the rarest terms, as many terms as the budget allows."""
    most = min(MOST, max(FEWEST, LOOKS // len(question.weights)))
    needed = {term for phrase in question.phrases for term in _terms(phrase)}
    rarest = sorted((number, term) for term, number in known.items() if number and term in question.weights)
    if needed:
        rarest = [(number, term) for number, term in rarest if term in needed][:1] or rarest[:1]
    chosen, total = [rarest[0][1]], rarest[0][0]
    for number, term in rarest[1:]:
        total += number
        if total > most:
            break
        chosen.append(term)
    return index.holding(chosen, most if rarest[0][0] > most else None)


def _terms(phrase: tuple[str, ...]) -> list[str]:
    return [f"{a}_{b}" for a, b in zip(phrase, phrase[1:], strict=False)] or list(phrase)


def _holds(passage: Passage, phrases: tuple[tuple[str, ...], ...]) -> bool:
    return all(f" {' '.join(phrase)} " in f" {passage.words} " for phrase in phrases)


def _spelt(term: str) -> str:
    """How a term stands in the words of a passage."""
    if term.endswith("*"):
        return f" {term[:-1].replace('_', ' ')}"
    return f" {term.replace('_', ' ')} "


def _bm25(words: str, length: float, worth: dict[str, float]) -> float:
    """worth: by `_spelt` term; length: that of the words as a share of the average."""
    slack = K1 * (1 - B + B * length)
    score = 0.0
    for spelt, value in worth.items():
        if held := words.count(spelt):
            score += value * held * (K1 + 1) / (held + slack)
    return score


def _with_line(score: float, passage: Passage, worth: dict[str, float], factor: float) -> Ranked:
    best, at = 0.0, 0
    padded = f" {passage.words} "
    worth = {spelt: value for spelt, value in worth.items() if spelt in padded}
    for number, line in enumerate(passage.words.split(BREAK)):
        value = _bm25(f" {line.strip()} ", line.count(" ") / LINE_LENGTH, worth)
        if value > best:
            best, at = value, number
    return Ranked(passage, score + factor * LINE * best, at)
