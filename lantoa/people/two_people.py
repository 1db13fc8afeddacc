"""Hai người trước khi ra công chúng: who wrote a thing, and whether somebody else checked it.

One notion for whatever the public reads that is no edition: documents, policies, lines of a poverty
standard, public words of a question. An area records each writer and asks before a check; whoever shows
something to the public asks once more by the rows themselves.
"""

from django.db.models import Exists, Model, OuterRef, QuerySet

from lantoa.common import dates
from lantoa.common.problems import must_hold
from lantoa.people.models import User, Writer
from lantoa.people.rules.writer_never_checks import problems_with_checking


def record_writer(by: User | None, *things: Model) -> None:
    """Keep that this person wrote or edited some part of these things; once is enough."""
    if by is None:
        return
    rows = [Writer(thing=_kind(one), thing_id=one.pk, user=by, first_at=dates.now()) for one in things]
    Writer.objects.bulk_create(rows, ignore_conflicts=True)


def writers_of(thing: Model) -> set[int]:
    """Ids of all who wrote or edited any part of it."""
    rows = Writer.objects.filter(thing=_kind(thing), thing_id=thing.pk)
    return set(rows.values_list("user_id", flat=True))


def must_be_another(by: User, thing: Model) -> None:
    """Refuse the check of a thing by somebody who wrote in it."""
    must_hold(problems_with_checking(by.pk, writers_of(thing)))


def not_written_by(user: User, things: QuerySet) -> QuerySet:
    """Those of these things that she may check, as far as writing goes."""
    return things.filter(~Exists(_writers(things).filter(user=user)))


def checked_by_another(things: QuerySet) -> QuerySet:
    """Those that bear a check which no writer of them made: what the public may see."""
    own = _writers(things).filter(user=OuterRef("checked_by"))
    return things.filter(~Exists(own), checked_on__isnull=False)


def _writers(things: QuerySet) -> QuerySet[Writer]:
    return Writer.objects.filter(thing=things.model._meta.label_lower, thing_id=OuterRef("pk"))


def _kind(thing: Model) -> str:
    return thing._meta.label_lower
