"""Which passages answer a question best, in three looks: each closer, and at fewer passages than the last.

1. The rarest terms of the question are asked of the index: the passages that hold most of their worth.
2. BM25 over words and pairs, and the best single line: score = BM25(passage) + LINE * BM25(its best line).
   The second part prefers an article of which one clause holds all that is asked.
3. The first of these are put in order by a few features (`features`), with weights that were learned.

Figures: docs/decisions/0004-tim-theo-cau-hoi.md.
"""

import math
from bisect import bisect
from collections import defaultdict
from collections.abc import Collection, Sequence

from lantoa.library.search.features import Features, features
from lantoa.library.search.parsed import Terms, parsed
from lantoa.library.search.passages import Index, Passage, Ranked, Seen
from lantoa.library.search.question import Question
from lantoa.library.search.weights import Weights, shipped

K1, B = 0.7, 0.5
LINE, LINE_LENGTH = 0.5, 50
NAMED = 2.0  # how much more a passage of a law counts that the question names
LOOKED_UP, SCORED, ORDERED = 1_500, 120, 60  # passages: by terms, by BM25, by features


def rank(
    question: Question,
    index: Index,
    limit: int = 20,
    named: Collection[int] = frozenset(),
    weights: Weights | None = None,
) -> list[Ranked]:
    """The passages that answer best, best first; equal ones in the order of their keys.

    named: the documents that the question names.
    """
    seen, idf = scored(question, index, named)
    if not seen:
        return []
    told = told_of(question, seen[:ORDERED], idf, index, named)
    weights = weights or shipped()
    ordered = [
        Ranked(one.ranked.passage, weights.score(features), one.ranked.line)
        for one, features in zip(seen, told, strict=False)
    ]
    ordered.sort(key=lambda one: (-round(one.score, 9), one.passage.key))
    return [*ordered, *(one.ranked for one in seen[ORDERED:limit])][:limit]


def told_of(
    question: Question, seen: list[Seen], idf: dict[str, float], index: Index, named: Collection[int]
) -> list[Features]:
    """The features of passages that were seen line by line."""
    tops = index.tops([one.ranked.passage.key for one in seen])
    return features(question, seen, idf, tops, named)


def scored(
    question: Question, index: Index, named: Collection[int] = frozenset()
) -> tuple[list[Seen], dict[str, float]]:
    """The passages in the order of BM25 and best line, and what each term of the question tells."""
    known = index.frequencies(question.weights)
    question, known = _typing_on(question, known, index)
    if not any(known.values()):
        return [], {}
    count, mean = index.size()
    idf = {
        term: weight * math.log(1 + (count - known[term] + 0.5) / (known[term] + 0.5))
        for term, weight in question.weights.items()
        if known.get(term)
    }
    terms = Terms.of(idf)
    found = [
        (_bm25(parsed(p.words).holds(terms), p.length / mean) * _factor(p, named), p)
        for p in _candidates(question, known, idf, index, SCORED * 3 if named else SCORED)
        if _holds(p, question.phrases)
    ]
    found.sort(key=lambda one: (-round(one[0], 9), one[1].key))
    seen = [_seen(score, passage, terms, _factor(passage, named)) for score, passage in found[:ORDERED]]
    seen.sort(key=lambda one: (-round(one.ranked.score, 9), one.ranked.passage.key))
    rest = [Seen(Ranked(passage, score, 0), (), {}) for score, passage in found[ORDERED:]]
    return seen + rest, idf


def _factor(passage: Passage, named: Collection[int]) -> float:
    return NAMED if passage.document in named else 1.0


def _typing_on(question: Question, known: dict[str, int], index: Index) -> tuple[Question, dict[str, int]]:
    """A last word that no passage holds is the beginning of one: she is still typing."""
    if not question.last or known.get(question.last) or question.last not in question.weights:
        return question, known
    for term in [t for t in question.weights if t.rpartition("_")[2] == question.last and not known.get(t)]:
        question = question.beginning(term)
    begun = [term for term in question.weights if term.endswith("*")]
    return question, {**known, **index.frequencies(begun)}


def _candidates(
    question: Question, known: dict[str, int], idf: dict[str, float], index: Index, most: int
) -> list[Passage]:
    """The passages worth scoring: those that hold most of the worth of the rarest terms. most: more where a
    law is named, for its passages may come up from far behind."""
    needed = {term for phrase in question.phrases for term in _terms(phrase)}
    rarest = sorted((number, term) for term, number in known.items() if number and term in question.weights)
    if needed:
        rarest = [(number, term) for number, term in rarest if term in needed][:1] or rarest[:1]
    if rarest[0][0] > LOOKED_UP:
        return index.shortest(rarest[0][1], LOOKED_UP)
    chosen, total = [], 0
    for number, term in rarest:
        total += number
        if total > LOOKED_UP and chosen:
            break
        chosen.append(term)
    told: dict[int, float] = defaultdict(float)
    for term, ids in index.holding(chosen).items():
        for one in ids:
            told[one] += idf[term]
    best = sorted(told, key=lambda one: (-round(told[one], 9), one))
    return index.passages(best if needed else best[:most])


def _terms(phrase: tuple[str, ...]) -> list[str]:
    return [f"{a}_{b}" for a, b in zip(phrase, phrase[1:], strict=False)] or list(phrase)


def _holds(passage: Passage, phrases: tuple[tuple[str, ...], ...]) -> bool:
    return all(f" {' '.join(phrase)} " in f" {passage.words} " for phrase in phrases)


def _bm25(held: list[tuple[float, Sequence[int]]], length: float) -> float:
    """held: what each term tells, and its places; length: that of the passage as a share of the average."""
    slack = K1 * (1 - B + B * length)
    return sum(value * len(places) * (K1 + 1) / (len(places) + slack) for value, places in held)


def _seen(score: float, passage: Passage, terms: Terms, factor: float) -> Seen:
    """A passage line by line: where each term of the question stands tells the lines that hold it."""
    taken = parsed(passage.words)
    lengths, ends = list(taken.lengths()), taken.ends
    told, covered = [0.0] * len(lengths), [0.0] * len(lengths)
    slacks = [K1 * (1 - B + B * max(0, length - 1) / LINE_LENGTH) for length in lengths]
    for value, places in taken.holds(terms):
        lines = [bisect(ends, place) for place in places]
        for line in set(lines) if len(lines) > 1 else lines:
            count = lines.count(line)
            told[line] += value * count * (K1 + 1) / (count + slacks[line])
            covered[line] += value / terms.total
    best = max(told)
    return Seen(
        Ranked(passage, score + factor * LINE * best, told.index(best) if best else 0),
        tuple(covered),
        taken.at,
    )
