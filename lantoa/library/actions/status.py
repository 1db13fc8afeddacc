"""Keep what others say of a document's status; settle where the facts disagree, with the reason."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.problems import refuse
from lantoa.library.actions.checking import changed_around
from lantoa.library.actions.effects import date_effect, withdraw_effect
from lantoa.library.models import Document, StatusDeclaration, StatusRuling
from lantoa.library.permissions import may_check, may_write
from lantoa.library.queries.effects import effects_on
from lantoa.library.queries.status import said_of
from lantoa.library.rules.facts_that_disagree import Candidate, conflicts_in, facts_of
from lantoa.library.states import Status
from lantoa.people.models import User


def declare_status(
    document: Document, *, by: User, status: str, source: str, seen_on: date
) -> StatusDeclaration:
    """What a paper or a site says of a document's status, read on a day. It changes no date by itself."""
    if not may_write(by):
        raise PermissionDenied
    if not source.strip():
        refuse("source_missing", "Ghi nơi công bố, ví dụ: Công báo điện tử.", "source")
    if seen_on > dates.today():
        refuse("seen_ahead", "Ngày xem không thể ở sau hôm nay.", "seen_on")
    with transaction.atomic():
        declaration = StatusDeclaration.objects.create(
            document=document,
            status=Status(status),
            source=source.strip()[:300],
            seen_on=seen_on,
            by=by,
            at=dates.now(),
        )
        changed_around(by, declaration.at, [document])
        audit.log(by, "declare_status", declaration, status=status, seen_on=str(seen_on))
    return declaration


def settle_conflict(document: Document, *, by: User, answer: str, reason: str) -> None:
    """Settle where the facts about a document disagree by one of the candidates (`Candidate.key`).

    An answer about one effect dates or withdraws that effect; any other is kept as a ruling, which holds
    until further facts are recorded.
    """
    if not may_check(by):
        raise PermissionDenied
    if not reason.strip():
        refuse("reason_missing", "Ghi lý do kết luận và nơi đã đối chiếu.", "reason")
    with transaction.atomic():
        document = Document.objects.select_for_update().get(pk=document.pk)
        effects = effects_on([document.pk])
        on_it = effects.get(document.pk, [])
        said = said_of([document], effects)[document.pk]
        candidates = [c for conflict in conflicts_in(document, on_it, said) for c in conflict.candidates]
        chosen = next((c for c in candidates if c.key == answer), None)
        if chosen is None:
            says = "Dữ kiện đã đổi hoặc không có khả năng này. Xem lại rồi chọn trong các khả năng đang nêu."
            refuse("not_a_candidate", says, "answer")
        elif chosen.deed == "date" and chosen.effect:
            date_effect(chosen.effect, by=by, on=chosen.on, reason=reason)
        elif chosen.deed == "withdraw" and chosen.effect:
            withdraw_effect(chosen.effect, by=by, why=reason)
        else:
            _rule(document, chosen, facts_of(document, on_it, said), by, reason)


def _rule(document: Document, chosen: Candidate, facts: str, by: User, reason: str) -> None:
    ruling = StatusRuling.objects.create(
        document=document,
        status=chosen.status,
        on=chosen.on,
        reason=reason.strip()[:500],
        facts=facts,
        by=by,
        made_on=dates.today(),
        at=dates.now(),
    )
    changed_around(by, ruling.at, [document])
    audit.log(by, "rule_on_status", ruling, status=chosen.status, on=str(chosen.on), why=reason)
