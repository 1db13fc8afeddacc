"""Bài chờ duyệt và hạn của từng bước: what waits for a person and what is overdue, for work and notice."""

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lantoa.common.dates import say
from lantoa.content.models import Approval, Edition, EditionVersion, StepKind
from lantoa.content.permissions import gives_at
from lantoa.content.queries import (
    overdue_reviews,
    steps_taken_by,
    to_agree,
    to_approve,
    to_check,
    to_review,
)
from lantoa.content.rules.urgent_is_reviewed_after import flag
from lantoa.content.states import WAITING
from lantoa.content.terms import due_days, owed_steps
from lantoa.people.models import User
from lantoa.questions.queries import holidays

Step = Approval.Step
MOST = 30


@dataclass(frozen=True)
class Waiting:
    """One version that waits for one person: for which deed, until when."""

    version: EditionVersion
    deed: str
    url_name: str
    due_on: date | None
    note: str

    def is_late(self, day: date) -> bool:
        """The last day is over."""
        return self.due_on is not None and self.due_on < day

    @property
    def says(self) -> str:
        """One sentence for a notice."""
        return f"{self.version.edition}: {self.deed.lower()}, hạn {say(self.due_on)}"


def anything_waits(day: date) -> bool:
    """Does any edition anywhere wait for a step, or is a review overdue? Two cheap questions."""
    return Edition.objects.filter(state__in=WAITING).exists() or overdue_reviews(day).exists()


def waiting_for(user: User, day: date) -> list[Waiting]:
    """Every step that she may take now, each with its day. A constant number of queries."""
    off = holidays()
    check = list(to_check(user, day)[:MOST])
    leads, agrees = list(to_approve(user, day)[:MOST]), list(to_agree(user, day)[:MOST])
    owed = owed_steps([*leads, *agrees])
    approve = [one for one in leads if one.pk not in owed]
    return [
        *_each(check, "Kiểm tra bài", "office:version_review", due_days(check, Step.POLICY_CHECK, off)),
        *_agree(user, agrees, owed, off),
        *_each(approve, "Xem và duyệt", "office:version_approve", due_days(approve, Step.LEADER, off)),
        *_reviews(user, day),
    ]


def _agree(
    user: User, versions: list[EditionVersion], owed: dict[int, list[StepKind]], off: Container[date]
) -> list[Waiting]:
    """Those whose next further step is hers, and of which she took no other."""
    hers: dict[str, list[EditionVersion]] = defaultdict(list)
    kinds = {one.pk: owed[one.pk][0] for one in versions if one.pk in owed}
    took = steps_taken_by(user, [one.edition_id for one in versions if one.pk in kinds]) if kinds else {}
    for one in versions:
        kind = kinds.get(one.pk)
        if kind and took.get(one.edition_id, {kind.key}) == {kind.key} and gives_at(user, one.edition, kind):
            hers[kind.key].append(one)
    return [
        replace(waiting, note=f"{waiting.note} · {kinds[waiting.version.pk]}")
        for key, some in hers.items()
        for waiting in _each(some, "Xem và đồng ý", "office:version_agree", due_days(some, key, off))
    ]


def _each(
    versions: Iterable[EditionVersion], deed: str, url_name: str, due: dict[int, date]
) -> list[Waiting]:
    return [Waiting(v, deed, url_name, due.get(v.pk), f"Bản {v.number}") for v in versions]


def _reviews(user: User, day: date) -> list[Waiting]:
    """Urgent approvals that she is to check; and overdue ones that she signed herself."""
    found = [
        Waiting(v, "Hậu kiểm", "office:version_review_after", _last_day(v), flag(_review_by(v), day))
        for v in to_review(user, day)[:MOST]
    ]
    signed = overdue_reviews(day).filter(approvals__by=user, approvals__review_by__isnull=False)[:MOST]
    return found + [
        Waiting(
            v,
            "Nhắc người hậu kiểm",
            "office:version",
            _last_day(v),
            f"{flag(_review_by(v), day)} · anh chị đã ký duyệt gấp",
        )
        for v in signed
    ]


def _review_by(version: EditionVersion) -> date:
    return version.review_by  # type: ignore[attr-defined,no-any-return]


def _last_day(version: EditionVersion) -> date:
    """It is to be checked before the day that was set."""
    return _review_by(version) - timedelta(days=1)
