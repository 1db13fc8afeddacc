"""What a change leaves to check: facts and words anew, or only that something was recorded around them."""

from collections.abc import Iterable
from datetime import date, datetime

from lantoa.common import dates
from lantoa.common.problems import refuse
from lantoa.library.models import Document
from lantoa.people.models import User
from lantoa.people.two_people import record_writer


def rewritten(document: Document, by: User) -> None:
    """Its words changed: nobody has checked what they are now. Facts are saved by their own action."""
    record_writer(by, document)
    Document.objects.filter(pk=document.pk).update(
        checked_on=None, checked_by=None, wording="", changed_since=None
    )


def changed_around(by: User, at: datetime, documents: Iterable[Document | None]) -> None:
    """Something was recorded at that instant about documents whose own facts and words stand.

    It holds from then on wherever an edition could go out; the public is told once another person saw it.
    """
    concerned = [one for one in documents if one is not None]
    record_writer(by, *concerned)
    seen = Document.objects.filter(pk__in=[one.pk for one in concerned], checked_on__isnull=False)
    seen.filter(changed_since__isnull=True).update(changed_since=at)


def day_of_check(on: date | None) -> date:
    """The day given, or today; never one that lies ahead."""
    on = on or dates.today()
    if on > dates.today():
        refuse("checked_ahead", "Ngày kiểm chứng không thể ở sau hôm nay.", "on")
    return on
