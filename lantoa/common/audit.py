"""Nhật ký: every action writes its line in its own transaction; one job seals the lines in order.

Tamper-evident, not tamper-proof: the head of the chain is printed in every frozen report.
"""

import hashlib
import json
from typing import Any

from django.db import models, transaction

from lantoa.common import dates
from lantoa.common.models import AuditLine, AuditSeal

FIRST = "0" * 64


def log(
    by: Any, action: str, thing: models.Model, *, unit_id: Any = "", why: str = "", **details: Any
) -> AuditLine:
    """Write one line about `thing`. Call inside the transaction of the change itself.

    by: a user, or None for a timer. details: before/after values, never personal ones; JSON-able.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("An audit line belongs into the transaction of the change it tells.")
    return AuditLine.objects.create(
        at=dates.now(),
        by=by,
        by_name=getattr(by, "full_name", "") or "Hệ thống",
        action=action,
        object_type=thing._meta.label_lower,
        object_id=str(thing.pk),
        object_name=str(thing)[:300],
        unit_id=str(unit_id or ""),
        details=details,
        why=why,
    )


def told(line: AuditLine) -> dict[str, Any]:
    """Every field of a line that its seal covers."""
    return {
        "at": round(line.at.timestamp() * 1_000_000),
        "by": line.by_id,
        "by_name": line.by_name,
        "action": line.action,
        "object": [line.object_type, line.object_id, line.object_name],
        "unit": line.unit_id,
        "details": line.details,
        "why": line.why,
    }


def digest(line: AuditLine, before: str) -> str:
    """sha256 over the seal before and every field of the line, in one canonical form."""
    words = json.dumps(told(line), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{before}\n{words}".encode()).hexdigest()


@transaction.atomic
def seal() -> int:
    """Seal what is not sealed yet, in order; how many lines. Safe to run twice."""
    last = AuditSeal.objects.select_for_update().order_by("-id").first()
    before = last.sha256 if last else FIRST
    lines = AuditLine.objects.filter(seal__isnull=True).order_by("id")
    sealed = 0
    for line in lines.iterator(chunk_size=500):
        before = digest(line, before)
        AuditSeal.objects.create(line=line, sha256=before)
        sealed += 1
    return sealed


def first_broken() -> AuditLine | None:
    """The first sealed line whose words no longer fit the chain, or None when all fit."""
    before = FIRST
    for sealed in AuditSeal.objects.select_related("line").order_by("id").iterator(chunk_size=500):
        if digest(sealed.line, before) != sealed.sha256:
            return sealed.line
        before = sealed.sha256
    return None


def sealed_about(thing: models.Model) -> list[dict[str, Any]]:
    """The sealed lines about one object, oldest first: {line, before, seal}; `before` is the seal before it.

    Two queries.
    """
    seals = AuditSeal.objects.filter(
        line__object_type=thing._meta.label_lower, line__object_id=str(thing.pk)
    ).select_related("line")
    earlier = AuditSeal.objects.filter(pk__lt=models.OuterRef("pk")).order_by("-pk").values("sha256")[:1]
    return [
        {"line": told(one.line), "before": one.earlier or FIRST, "seal": one.sha256}
        for one in seals.annotate(earlier=models.Subquery(earlier)).order_by("pk")
    ]


def head() -> str:
    """The newest seal, or zeros."""
    last = AuditSeal.objects.order_by("-id").first()
    return last.sha256 if last else FIRST
