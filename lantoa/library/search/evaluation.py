"""How well search answers a set of questions: recall and mean reciprocal rank."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from lantoa.library.search.memory import MemoryIndex
from lantoa.library.search.named import name_of, named_in
from lantoa.library.search.question import read_question
from lantoa.library.search.ranking import rank

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


@dataclass(frozen=True)
class Asked:
    """A question and the ids of the texts that answer it."""

    text: str
    relevant: frozenset[str]


def evaluate(questions: Sequence[Asked], corpus: Sequence[Text]) -> dict[str, float]:
    """{"questions": how many, "recall@1", "recall@5", "recall@10", "recall@20", "mrr@10"}.

    Recall of a question is the share of its answers that stand among the first; the figures are means.
    """
    documents = {name: number for number, name in enumerate(dict.fromkeys(one.document for one in corpus))}
    index = MemoryIndex((one.lines for one in corpus), [documents[one.document] for one in corpus])
    names = {number: name_of("", name) for name, number in documents.items()}
    answers = [_found(one.text, index, corpus, named_in(one.text, names)) for one in questions]
    asked = list(zip(questions, answers, strict=True))
    figures = {
        f"recall@{depth}": _mean(_recall(one.relevant, found[:depth]) for one, found in asked)
        for depth in DEPTHS
    }
    figures[f"mrr@{MRR_DEPTH}"] = _mean(_reciprocal(one.relevant, found[:MRR_DEPTH]) for one, found in asked)
    return {"questions": len(questions), **figures}


def _found(text: str, index: MemoryIndex, corpus: Sequence[Text], named: Collection[int]) -> list[str]:
    question, most = read_question(text), max(DEPTHS)
    ranked = rank(question, index, most, named) or rank(question.loosely(), index, most, named)
    return [corpus[one.passage.key].id for one in ranked]


def _recall(relevant: Collection[str], found: Sequence[str]) -> float:
    return len(set(found).intersection(relevant)) / len(relevant)


def _reciprocal(relevant: Collection[str], found: Sequence[str]) -> float:
    return next((1 / place for place, one in enumerate(found, start=1) if one in relevant), 0.0)


def _mean(values: Iterable[float]) -> float:
    every = list(values)
    return round(sum(every) / len(every), 4) if every else 0.0
