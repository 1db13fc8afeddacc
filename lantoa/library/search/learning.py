"""Learn how much each feature counts, from questions whose answers are known.

Softmax over the passages of the second look, the answer against the others; gradient ascent with a pull back
towards nothing. Few weights, so that they serve laws that were never seen.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from lantoa.library.search.evaluation import Asked, Shelf, Text, mrr
from lantoa.library.search.features import NAMES
from lantoa.library.search.named import named_in
from lantoa.library.search.question import read_question
from lantoa.library.search.ranking import ORDERED, scored, told_of
from lantoa.library.search.weights import UNLEARNED, Weights

STEPS, PACE, MOMENTUM, PULL = 90, 1.5, 0.9, 0.001
START = {"score": 5.0}


@dataclass(frozen=True)
class Example:
    """The features of each passage found, and which of them answer."""

    told: list[tuple[float, ...]]
    answers: list[bool]


@dataclass(frozen=True)
class Tried:
    """What weights bring to questions that they were not learned from. part: which; before: unlearned."""

    part: str
    questions: int
    before: float
    after: float
    unmarked: float


def learn(examples: Sequence[Example]) -> Weights:
    """The weights under which the answers stand first most surely."""
    examples = [one for one in examples if any(one.answers)]
    weights = [START.get(name, 0.0) for name in NAMES]
    pace = [0.0] * len(weights)
    for _ in range(STEPS):
        slope = [0.0] * len(weights)
        for example in examples:
            _add_slope(example, weights, slope)
        for at, weight in enumerate(weights):
            pace[at] = MOMENTUM * pace[at] + slope[at] / max(1, len(examples)) - PULL * weight
            weights[at] = weight + PACE * pace[at]
    return Weights(tuple(round(weight, 4) for weight in weights))


def example(question: Asked, shelf: Shelf) -> Example:
    """What the second look finds for a question."""
    read, named = read_question(question.text), named_in(question.text, shelf.names)
    seen, idf = scored(read, shelf.index, named)
    seen = seen[:ORDERED]
    told = [one.values for one in told_of(read, seen, idf, shelf.index, named)]
    return Example(told, [shelf.corpus[one.ranked.passage.key].id in question.relevant for one in seen])


def _add_slope(example: Example, weights: list[float], slope: list[float]) -> None:
    scores = [sum(w * v for w, v in zip(weights, told, strict=True)) for told in example.told]
    highest, answers = max(scores), sum(example.answers)
    powers = [math.exp(score - highest) for score in scores]
    total = sum(powers)
    for told, power, answer in zip(example.told, powers, example.answers, strict=True):
        miss = answer / answers - power / total
        if abs(miss) > 1e-5:
            for at, value in enumerate(told):
                slope[at] += miss * value


def tried_on_other_half(questions: Sequence[Asked], corpus: Sequence[Text]) -> tuple[Weights, Tried]:
    """The weights of every other question, and what they bring to the questions between."""
    shelf = Shelf.of(corpus)
    weights = learn([example(one, shelf) for one in questions[0::2]])
    return weights, _tried("nửa không dùng để học", questions[1::2], shelf, weights)


def tried_on_each_document(questions: Sequence[Asked], corpus: Sequence[Text]) -> list[Tried]:
    """For each document: weights learned on questions of all others, tried on its own."""
    shelf = Shelf.of(corpus)
    document_of = {one.id: one.document for one in corpus}
    asked = [({document_of[key] for key in one.relevant}, one, example(one, shelf)) for one in questions]
    found = []
    for document in dict.fromkeys(one.document for one in corpus):
        own = [one for documents, one, _ in asked if document in documents]
        others = [told for documents, _, told in asked if document not in documents]
        if own and others:
            found.append(_tried(document, own, shelf, learn(others)))
    return found


def _tried(part: str, questions: Sequence[Asked], shelf: Shelf, weights: Weights) -> Tried:
    return Tried(
        part,
        len(questions),
        mrr(questions, shelf, UNLEARNED),
        mrr(questions, shelf, weights),
        mrr(questions, shelf, weights, unmarked=True),
    )
