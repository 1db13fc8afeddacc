"""Find provisions by a question, by words, by a number: ranked, each with the words that answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from lantoa.library.models import Document, Policy, PolicyBasis, Provision, Topic
from lantoa.library.queries.standing import state_of
from lantoa.library.queries.status import statuses
from lantoa.library.rules.standing_of_a_citation import Pin, PinState
from lantoa.library.search.highlight import excerpt
from lantoa.library.search.keeping import parts_of_passages
from lantoa.library.search.named import KINDS, may_name_a_law, name_of, named_in
from lantoa.library.search.numbers import NumberAsked, read_number
from lantoa.library.search.question import Question, read_question
from lantoa.library.search.ranking import Ranked, rank
from lantoa.library.search.stored import StoredIndex
from lantoa.people.models import AudienceKind

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
    with a wrong one nothing is found, never another document. A law that is named comes before the others.
    A constant number of queries.
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
    index, named = StoredIndex(inside), _laws_named_in(words)
    ranked = rank(question, index, limit, named)
    to_the_word = bool(ranked) or not question.phrases
    if not to_the_word:
        question = question.loosely()
        ranked = rank(question, index, limit, named)
    return Answer(_shown(ranked, question), number, carriers, to_the_word)


def standing_of(found: Iterable[Found], day: date) -> dict[int, PinState]:
    """How the words found stand on a day, by provision id: what changes, ends or adds them says so, also when
    its day lies ahead. Six queries, one more where phrases change.
    """
    pins = [Pin(one.provision.pk, one.provision.pk, one.provision.fingerprint) for one in found]
    return state_of(pins, day)  # type: ignore[return-value]  # the keys are those given


def _laws_named_in(text: str) -> set[int]:
    if not may_name_a_law(text):
        return set()
    laws = Document.objects.filter(kind__in=KINDS).order_by().values_list("pk", "kind", "title")
    return named_in(text, {pk: name_of(kind, title) for pk, kind, title in laws})


def documents_among(
    day: date,
    *,
    status: str = "",
    kind: str = "",
    issuer: str = "",
    topic: Topic | None = None,
    audience: AudienceKind | None = None,
) -> QuerySet[Document] | None:
    """The documents to search in; None when nothing narrows them.

    status: one of Status, on the day. Topic and audience are those of the policies that rest on a document.
    """
    documents = Document.objects.order_by()
    if kind:
        documents = documents.filter(kind=kind)
    if issuer:
        documents = documents.filter(issuer=issuer)
    if topic or audience:
        bases = PolicyBasis.objects.exclude(policy__state=Policy.State.WITHDRAWN)
        bases = bases.filter(policy__topic=topic) if topic else bases
        bases = bases.filter(policy__audiences=audience) if audience else bases
        documents = documents.filter(pk__in=bases.order_by().values("provision__document"))
    if status:
        told = statuses(documents, day)
        documents = documents.filter(pk__in=[pk for pk, of in told.items() if of == status])
    return documents if any((status, kind, issuer, topic, audience)) else None


def provisions_matching(text: str, limit: int = 20, document: Document | None = None) -> list[Found]:
    """Provisions that answer a text, best first; of one document only, if it is given."""
    among = None if document is None else Document.objects.filter(pk=document.pk)
    return search_provisions(text, among, limit).found


def _shown(ranked: Iterable[Ranked], question: Question) -> list[Found]:
    ranked = list(ranked)
    documents = Document.objects.in_bulk({one.passage.document for one in ranked})
    parts = parts_of_passages([one.passage.key for one in ranked], documents.keys())
    found = []
    for one in ranked:
        lines = parts[one.passage.key]
        best = lines[min(one.line, len(lines) - 1)]
        best.document = documents[one.passage.document]
        found.append(Found(best, excerpt(". ".join(filter(None, (best.heading, best.words))), question)))
    return found
