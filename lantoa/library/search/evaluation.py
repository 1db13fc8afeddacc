"""How well search answers a set of questions: recall and mean reciprocal rank."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from lantoa.language.folding import fold
from lantoa.library.search.memory import MemoryIndex
from lantoa.library.search.named import name_of, named_in
from lantoa.library.search.passages import Top
from lantoa.library.search.question import read_question
from lantoa.library.search.ranking import rank
from lantoa.library.search.weights import Weights
from lantoa.library.search.words import words_of

DEPTHS = (1, 5, 10, 20)
MRR_DEPTH = 10


@dataclass(frozen=True)
class Text:
    """One passage of a corpus. document: the name or number of what it stands in, empty if not told."""

    id: str
    title: str
    text: str
    document: str = ""

    @property
    def lines(self) -> list[str]:
        """The title and the lines of the text, which often begins with the title itself."""
        lines = [line for line in self.text.splitlines() if line.strip()]
        repeated = bool(lines) and lines[0].strip() == self.title.strip()
        return lines if repeated or not self.title.strip() else [self.title, *lines]

    @property
    def top(self) -> Top:
        """Its heading and, where the id ends in one behind "@", its number."""
        number = re.search(r"@(\d{1,4})\D*$", self.id)
        return Top(" ".join(words_of(self.title)), int(number[1]) if number else 0)


@dataclass(frozen=True)
class Asked:
    """A question and the ids of the texts that answer it."""

    text: str
    relevant: frozenset[str]


@dataclass(frozen=True)
class Shelf:
    """A corpus, ready to be asked."""

    corpus: Sequence[Text]
    index: MemoryIndex
    names: dict[int, str]

    @classmethod
    def of(cls, corpus: Sequence[Text]) -> "Shelf":
        """The corpus with its index."""
        documents = {
            name: number for number, name in enumerate(dict.fromkeys(one.document for one in corpus))
        }
        index = MemoryIndex(
            (one.lines for one in corpus),
            [documents[one.document] for one in corpus],
            [one.top for one in corpus],
        )
        return cls(corpus, index, {number: name_of("", name) for name, number in documents.items()})

    def found(self, text: str, weights: Weights | None = None) -> list[str]:
        """The ids of the texts that answer, best first, as the product finds them."""
        question, most = read_question(text), max(DEPTHS)
        named = named_in(text, self.names)
        ranked = rank(question, self.index, most, named, weights)
        ranked = ranked or rank(question.loosely(), self.index, most, named, weights)
        return [self.corpus[one.passage.key].id for one in ranked]


def evaluate(questions: Sequence[Asked], corpus: Sequence[Text]) -> dict[str, float]:
    """{"questions": how many, "recall@1", "recall@5", "recall@10", "recall@20", "mrr@10", "mrr@10 unmarked"}.

    Recall of a question is the share of its answers that stand among the first; the figures are means. The
    last one asks the same without marks.
    """
    shelf = Shelf.of(corpus)
    asked = [(one, shelf.found(one.text)) for one in questions]
    figures = {
        f"recall@{depth}": _mean(_recall(one.relevant, found[:depth]) for one, found in asked)
        for depth in DEPTHS
    }
    figures[f"mrr@{MRR_DEPTH}"] = _mean(reciprocal(one.relevant, found) for one, found in asked)
    figures[f"mrr@{MRR_DEPTH} unmarked"] = mrr(questions, shelf, unmarked=True)
    return {"questions": len(questions), **figures}


def mrr(
    questions: Iterable[Asked], shelf: Shelf, weights: Weights | None = None, unmarked: bool = False
) -> float:
    """The mean reciprocal rank of the first answer."""
    return _mean(
        reciprocal(one.relevant, shelf.found(fold(one.text) if unmarked else one.text, weights))
        for one in questions
    )


def _recall(relevant: Collection[str], found: Sequence[str]) -> float:
    return len(set(found).intersection(relevant)) / len(relevant)


def reciprocal(relevant: Collection[str], found: Sequence[str]) -> float:
    """1 for an answer in the first place, 1/2 in the second ... 0 from the eleventh on."""
    found = found[:MRR_DEPTH]
    return next((1 / place for place, one in enumerate(found, start=1) if one in relevant), 0.0)


def _mean(values: Iterable[float]) -> float:
    every = list(values)
    return round(sum(every) / len(every), 4) if every else 0.0
