"""Documents and provisions: found by folded words, with their status on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from lantoa.language.citations import read_typed
from lantoa.library.identity import identity
from lantoa.library.models import Document, Effect
from lantoa.library.queries.references import carrying
from lantoa.library.queries.status import statuses
from lantoa.library.states import Status
from lantoa.library.wording import search_terms
from lantoa.people.models import User
from lantoa.people.queries import scope

AHEAD_DAYS = 90


@dataclass(frozen=True)
class Listed:
    """A document in a list, with its status on the day asked."""

    document: Document
    status: Status


def visible_documents(user: User) -> QuerySet[Document]:
    """The law belongs to everyone who holds a duty."""
    documents = Document.objects.select_related("checked_by", "recorded_by", "file")
    return documents if scope(user).duties else documents.none()


def documents_matching(text: str) -> QuerySet[Document]:
    """Documents that carry a number typed in any form, or whose kind, title or issuer hold every word;
    newest first."""
    typed = read_typed(text)
    documents = carrying(typed.numbered) if typed.numbered else Document.objects.all()
    wanted = Q()
    for term in search_terms(typed.rest if typed.numbered else text):
        wanted &= Q(folded__contains=term)
    return documents.filter(wanted)


def listed(documents: Iterable[Document], day: date, status: str = "") -> list[Listed]:
    """Documents with their status on a day; only those of this status (one of Status, "" for all)."""
    documents = list(documents)
    told = statuses(documents, day)
    return [Listed(d, told[d.pk]) for d in documents if status in ("", told[d.pk])]


def same_document(
    kind: str, number: str, year: int | None, symbol: str, issued_on: date | None = None, title: str = ""
) -> Document | None:
    """The document that the library already holds under this identity."""
    return Document.objects.filter(identity=identity(kind, number, year, symbol, issued_on, title)).first()


def changes_ahead(day: date, days: int = AHEAD_DAYS) -> list[Effect]:
    """Effects that begin after `day` and within so many days, soonest first, with what they fall on."""
    effects = Effect.objects.filter(withdrawn_at__isnull=True, on__gt=day, on__lte=day + timedelta(days=days))
    return list(effects.select_related("document", "source", "provision__document").order_by("on", "id"))
