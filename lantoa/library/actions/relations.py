"""Record how two documents stand to each other; withdraw what was recorded wrongly."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.problems import must_hold, refuse
from lantoa.library.actions.checking import changed_around
from lantoa.library.models import Document, Provision, Relation
from lantoa.library.permissions import may_write
from lantoa.library.rules import relation_names_two
from lantoa.people.models import User


def record_relation(
    source: Document,
    target: Document,
    *,
    by: User,
    kind: str,
    source_provision: Provision | None = None,
    target_provision: Provision | None = None,
    words: str = "",
) -> Relation:
    """What `source` is to `target`, one row read both ways. words: those of the source that say so.

    The same relation once more gives the one that stands, unchanged. It ends or changes nothing by itself:
    `record_effect(..., relation=...)` does.
    """
    if not may_write(by):
        raise PermissionDenied
    relation = Relation(
        kind=Relation.Kind(kind),
        source=source,
        source_provision=source_provision,
        target=target,
        target_provision=target_provision,
        words=words.strip(),
        recorded_by=by,
        recorded_at=dates.now(),
    )
    must_hold(relation_names_two.problems_with(relation))
    with transaction.atomic():
        Document.objects.select_for_update().get(pk=source.pk)
        known = Relation.objects.filter(
            kind=relation.kind,
            source=source,
            source_provision=source_provision,
            target=target,
            target_provision=target_provision,
            withdrawn_at__isnull=True,
        ).first()
        if known:
            return known
        relation.save()
        changed_around(by, relation.recorded_at, [source])
        audit.log(by, "record_relation", relation, kind=relation.kind)
    return relation


def withdraw_relation(relation: Relation, *, by: User, why: str) -> Relation:
    """Take back a relation that was recorded wrongly. It stays on record with the reason."""
    if not may_write(by):
        raise PermissionDenied
    if not why.strip():
        refuse("why_missing", "Ghi lý do rút, ví dụ: nhầm văn bản cùng số.", "why")
    with transaction.atomic():
        relation = Relation.objects.select_for_update().get(pk=relation.pk)
        if relation.withdrawn_at:
            refuse("already_withdrawn", "Quan hệ này đã được rút trước đó.")
        if relation.effects.filter(withdrawn_at__isnull=True).exists():
            refuse(
                "relation_has_effects",
                "Còn thay đổi ghi theo quan hệ này. Rút các thay đổi đó trước, rồi rút quan hệ.",
            )
        relation.withdrawn_at, relation.withdrawn_why = dates.now(), why.strip()[:300]
        relation.save(update_fields=["withdrawn_at", "withdrawn_why"])
        changed_around(by, relation.withdrawn_at, [relation.source])
        audit.log(by, "withdraw_relation", relation, why=why)
    return relation
