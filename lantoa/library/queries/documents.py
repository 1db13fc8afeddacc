"""Documents and provisions: found by folded words, with their status on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from lantoa.language.citations import read_typed
from lantoa.library.issuers import same_issuer
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


def namesakes(paper: Document) -> list[Document]:
    """The documents of the library that bear its number and may be the same paper: those of its issuer, and
    those of which one name or the other leaves the place open. Surest first."""
    paper.derive()
    held = Document.objects.filter(identity=paper.identity).exclude(pk=paper.pk).order_by("pk")
    told = [(is_same_paper(one, paper), one) for one in held]
    return [one for wanted in (True, None) for same, one in told if same is wanted]


def is_same_paper(held: Document, paper: Document) -> bool | None:
    """Whether two documents of one number are one paper; None when their issuers do not tell."""
    if not paper.is_local:
        return True
    units = [key.partition("@")[2] for key in (held.issuer_key, paper.issuer_key)]
    if all(units) and units[0] != units[1]:
        return False  # the name passed to another unit between the two
    return same_issuer(held.issuer, paper.issuer)


def same_document(paper: Document) -> Document | None:
    """The document that the library already holds of this number and issuer, or may hold."""
    return next(iter(namesakes(paper)), None)


def changes_ahead(day: date, days: int = AHEAD_DAYS) -> list[Effect]:
    """Effects that begin after `day` and within so many days, soonest first, with what they fall on."""
    effects = Effect.objects.filter(withdrawn_at__isnull=True, on__gt=day, on__lte=day + timedelta(days=days))
    return list(effects.select_related("document", "source", "provision__document").order_by("on", "id"))
