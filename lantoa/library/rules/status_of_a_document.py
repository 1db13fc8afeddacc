"""Tình trạng của văn bản suy ra từ ngày hiệu lực và các thay đổi đã ghi; không rõ thì nói không rõ.

Căn cứ: Luật Ban hành văn bản quy phạm pháp luật, chương về hiệu lực (hết hiệu lực toàn bộ, một phần; ngưng).
An amended document has partly ended: what was amended no longer applies as it was written.
"""

from collections.abc import Iterable
from datetime import date

from lantoa.common.dates import say
from lantoa.common.problems import Problem
from lantoa.library.models import Document, Effect
from lantoa.library.states import Status

ENDING = {Effect.Kind.REPLACE, Effect.Kind.REPEAL}
CHANGING = ENDING | {Effect.Kind.AMEND, Effect.Kind.SUSPEND}


def status_on(document: Document, effects: Iterable[Effect], day: date) -> Status:
    """The status on a day. effects: those on this document or its provisions that are not withdrawn."""
    effects = list(effects)
    if document.ended_on and document.ended_on <= day:
        return Status.ENDED
    held = [e for e in effects if e.on and e.on <= day]
    whole = [e for e in held if e.provision_id is None]
    if any(e.kind in ENDING for e in whole):
        return Status.ENDED
    if document.effective_on is None:
        return Status.UNKNOWN
    if document.effective_on > day:
        return Status.NOT_YET
    if any(e.kind == Effect.Kind.SUSPEND for e in whole):
        return Status.SUSPENDED
    if any(e.on is None and e.kind in CHANGING for e in effects):
        return Status.UNKNOWN
    if any(e.kind in CHANGING for e in held):
        return Status.PARTLY_ENDED
    return Status.IN_FORCE


def conflicts_in(document: Document, effects: Iterable[Effect]) -> list[Problem]:
    """Where what the document declares and what was recorded do not agree; shown, for a person to settle."""
    found = []
    ends = sorted(e.on for e in effects if e.on and e.provision_id is None and e.kind in ENDING)
    if document.ended_on and ends and ends[0] != document.ended_on:
        found.append(
            Problem(
                "two_ends",
                f"Ngày hết hiệu lực ghi là {say(document.ended_on)}, nhưng thay đổi đã ghi làm văn bản hết"
                f" hiệu lực từ {say(ends[0])}. Xem lại văn bản gốc rồi sửa một trong hai.",
                "ended_on",
            )
        )
    return found
