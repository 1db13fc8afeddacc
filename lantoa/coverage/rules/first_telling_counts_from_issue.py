"""Thời gian báo đầu tính từ ngày ban hành văn bản mới nhất mà chính sách dựa vào đến lượt đầu có chứng minh.

Căn cứ: Kế hoạch truyền thông 2025, mục I.1 (cập nhật kịp thời chính sách mới); DESIGN 10.
What was told before that day told of older law. A document of which no issue day is known counts from the day
it takes effect; where one of the documents has neither, nobody can say since when, and the answer is unknown.
A ward that was set up later counts from its own first day: nobody could tell anything there before.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lantoa.deliveries.models import Grade
from lantoa.library.models import Document

PROVEN = Grade.E3  # what counts as told here: a register or machine says so, not a person alone


@dataclass(frozen=True)
class Begin:
    """Since when a policy could be told of. by: the document; is_issue: its day of issue, else of effect."""

    on: date
    by: Document
    is_issue: bool


def begin_of(documents: Iterable[Document]) -> Begin | None:
    """The day from which the telling of a policy on these documents counts; None when it is unknown."""
    begins: list[Begin] = []
    for document in documents:
        on = document.issued_on or document.effective_on
        if on is None:
            return None
        begins.append(Begin(on, document, document.issued_on is not None))
    return max(begins, key=lambda begin: (begin.on, begin.by.pk), default=None)


@dataclass(frozen=True)
class FirstTelling:
    """A policy in a ward on a day. begin, told_on: None when unknown, not told yet. ward_since: the first day
    of the ward, None where it was always there."""

    begin: Begin | None
    told_on: date | None
    asked_on: date
    ward_since: date | None = None

    @property
    def since(self) -> date | None:
        """The day from which it counts here: what was told to those who lived there before the ward was set
        up counts from the issue."""
        if self.begin is None:
            return None
        if self.ward_since is None or (self.told_on and self.told_on < self.ward_since):
            return self.begin.on
        return max(self.begin.on, self.ward_since)

    @property
    def days(self) -> int | None:
        """From issue to the first proven telling; None when it was not told or since when is unknown."""
        return (self.told_on - self.since).days if self.since and self.told_on else None

    @property
    def waiting(self) -> int | None:
        """For how many days nobody has been told; None when somebody was, or since when is unknown."""
        if self.since is None or self.told_on or self.asked_on < self.since:
            return None
        return (self.asked_on - self.since).days
