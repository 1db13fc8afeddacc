"""Find provisions by a question, by words, by a number: ranked, each with the words that answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from lantoa.library.models import Document, Provision
from lantoa.library.search.highlight import excerpt
from lantoa.library.search.keeping import parts_of_passages
from lantoa.library.search.numbers import NumberAsked, read_number
from lantoa.library.search.question import Question, read_question
from lantoa.library.search.ranking import Ranked, rank
from lantoa.library.search.stored import StoredIndex

MOST_TYPED = 500


@dataclass(frozen=True)
class Found:
    """A provision that answers; passage: (words, is a hit) in order."""

    provision: Provision
    passage: list[tuple[str, bool]]


@dataclass(frozen=True)
class Answer:
    """What a search found. number: the document number that was typed; carriers: the documents that bear
    it, all that was looked into; to_the_word: quoted words were found together."""

    found: list[Found]
    number: NumberAsked | None = None
    carriers: tuple[Document, ...] = ()
    to_the_word: bool = True


def search_provisions(text: str, among: QuerySet[Document] | None = None, limit: int = 20) -> Answer:
    """The best provision of each article that answers, best first, inside the documents `among`.

    A document number in the text restricts the search to the documents that carry exactly this number:
    with a wrong one nothing is found, never another document. A constant number of queries.
    """
    number, words = read_number(text[:MOST_TYPED])
    carriers: tuple[Document, ...] = ()
    inside: list[int] | QuerySet[Document, int] | None = None
    if number:
        documents = number.documents() if among is None else number.documents() & among
        carriers = tuple(documents.distinct())
        inside = [one.pk for one in carriers]
    elif among is not None:
        inside = among.order_by().values_list("pk", flat=True)
    question = read_question(words)
    if not question.weights or (number and not carriers):
        return Answer([], number, carriers)
    index = StoredIndex(inside)
    ranked = rank(question, index, limit)
    to_the_word = bool(ranked) or not question.phrases
    if not to_the_word:
        question = question.loosely()
        ranked = rank(question, index, limit)
    return Answer(_shown(ranked, question), number, carriers, to_the_word)


def provisions_matching(text: str, limit: int = 20, document: Document | None = None) -> list[Found]:
    """Provisions that answer a text, best first; of one document only, if it is given."""
    among = None if document is None else Document.objects.filter(pk=document.pk)
    return search_provisions(text, among, limit).found


def _shown(ranked: Iterable[Ranked], question: Question) -> list[Found]:
    ranked = list(ranked)
    parts = parts_of_passages([one.passage.key for one in ranked])
    found = []
    for one in ranked:
        lines = parts[one.passage.key]
        best = lines[min(one.line, len(lines) - 1)]
        found.append(Found(best, excerpt(f"{best.heading} {best.words}", question)))
    return found
