"""Find provisions by a question, by words, by a number: ranked, each with the words that answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from lantoa.library.models import Document, Policy, PolicyBasis, Provision, Topic
from lantoa.library.queries.references import Asked, Reference, asked_in
from lantoa.library.queries.standing import state_of
from lantoa.library.queries.status import statuses
from lantoa.library.rules.standing_of_a_citation import Pin, PinState
from lantoa.library.search.highlight import excerpt
from lantoa.library.search.question import Question, read_question
from lantoa.library.search.ranking import Ranked, rank
from lantoa.library.search.stored import StoredIndex, parts_of_passages
from lantoa.people.models import AudienceKind


@dataclass(frozen=True)
class Found:
    """A provision that answers; passage: (words, is a hit) in order; named: it is the very one typed."""

    provision: Provision
    passage: list[tuple[str, bool]]
    named: bool = False


@dataclass(frozen=True)
class Answer:
    """What a search found: the provisions that were named, then those that answer the words, best first.

    asked: what was typed, read; to_the_word: quoted words were found together.
    """

    found: list[Found]
    asked: Asked
    to_the_word: bool = True

    @property
    def carriers(self) -> tuple[Document, ...]:
        """The documents that bear a number that was typed: all that was looked into."""
        return self.asked.documents

    @property
    def unborne(self) -> list[Reference]:
        """The numbers that no document bears."""
        return [one for one in self.asked.references if not one.documents]

    @property
    def without_place(self) -> list[Reference]:
        """The references whose document is held and whose place is not."""
        return [one for one in self.asked.references if one.is_without_place]


def search_provisions(text: str, among: QuerySet[Document] | None = None, limit: int = 20) -> Answer:
    """The provisions that a text names, then the best provision of each article that answers its words,
    best first, inside the documents `among`.

    A document number in the text restricts the search to the documents that carry exactly this number:
    with a wrong one nothing is found, never another document. A law that is named comes before the others.
    The number of queries does not grow with what is found.
    """
    asked = asked_in(text, among)
    inside: list[int] | QuerySet[Document, int] | None = None
    if asked.by_number:
        inside = [one.pk for one in asked.documents]
    elif among is not None:
        inside = among.order_by().values_list("pk", flat=True)
    question = read_question(asked.words)
    named = [_as_named(one, question) for one in asked.provisions[:limit]]
    if not question.weights or (asked.by_number and not inside) or len(named) == limit:
        return Answer(named, asked)
    index = StoredIndex(inside)
    ranked = rank(question, index, limit, asked.laws)
    to_the_word = bool(ranked) or not question.phrases
    if not to_the_word:
        question = question.loosely()
        ranked = rank(question, index, limit, asked.laws)
    known = {one.provision.pk for one in named}
    found = [one for one in _shown(ranked, question) if one.provision.pk not in known]
    return Answer([*named, *found][:limit], asked, to_the_word)


def _as_named(provision: Provision, question: Question) -> Found:
    return Found(provision, excerpt(_said(provision), question), named=True)


def _said(provision: Provision) -> str:
    return ". ".join(filter(None, (provision.heading, provision.words)))


def standing_of(found: Iterable[Found], day: date) -> dict[int, PinState]:
    """How the words found stand on a day, by provision id: what changes, ends or adds them says so, also when
    its day lies ahead. Six queries, one more where phrases change.
    """
    pins = [Pin(one.provision.pk, one.provision.pk, one.provision.fingerprint) for one in found]
    return state_of(pins, day)  # type: ignore[return-value]  # the keys are those given


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


def provisions_matching(text: str, limit: int = 20) -> list[Found]:
    """The provisions that a text names, then those that answer its words, best first."""
    return search_provisions(text, limit=limit).found


def _shown(ranked: Iterable[Ranked], question: Question) -> list[Found]:
    ranked = list(ranked)
    documents = Document.objects.defer("folded").in_bulk({one.passage.document for one in ranked})
    parts = parts_of_passages([one.passage.key for one in ranked])
    best = [parts[one.passage.key][min(one.line, len(parts[one.passage.key]) - 1)] for one in ranked]
    provisions = Provision.objects.defer("folded").in_bulk(best)
    found = []
    for one, pk in zip(ranked, best, strict=True):
        provision = provisions[pk]
        provision.document = documents[one.passage.document]
        found.append(Found(provision, excerpt(_said(provision), question)))
    return found
