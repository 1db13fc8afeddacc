"""Verbs of evidence: hand it in with a line or afterwards, take it over into a line that corrects."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates, files, ledger
from lantoa.common.files import Upload
from lantoa.common.problems import Problem, must_hold
from lantoa.deliveries.models import GRADE_OF, Delivery, Evidence, LateEvidence
from lantoa.deliveries.permissions import may_add_evidence
from lantoa.deliveries.rules.evidence_has_its_file import TAKES, problems_with_evidence
from lantoa.deliveries.tellings import lock
from lantoa.people.models import User

LATE_PROOFS = "late_evidence"


@dataclass(frozen=True)
class NewEvidence:
    """Evidence handed in with a record. upload is needed for every kind but a statement."""

    kind: str
    upload: Upload | None = None
    note: str = ""


def add_evidence(
    delivery: Delivery, kind: str, *, by: User, upload: Upload | None = None, note: str = ""
) -> Evidence:
    """Add evidence to the newest line of a chain. Raises PermissionDenied, RuleBroken."""
    if not may_add_evidence(by, delivery):
        raise PermissionDenied
    piece = NewEvidence(kind, upload, note)
    with transaction.atomic():
        lock([delivery.telling_id])
        line = Delivery.objects.get(pk=delivery.pk)
        newer = Delivery.objects.filter(corrects=line).first()
        problems = problems_with_all([piece])
        if newer is not None:
            says = f"Dòng này đã được sửa bằng dòng số {newer.position}. Nộp bằng chứng cho dòng mới nhất."
            problems.append(Problem("line_already_corrected", says))
        must_hold(problems)
        added = attach(line, piece, by)
        LateEvidence.objects.create(position=ledger.next_position(LATE_PROOFS), evidence=added)
        audit.log(by, "add_evidence", line, unit_id=line.unit_id, kind=kind, grade=int(added.grade))
        return added


def problems_with_all(evidence: Iterable[NewEvidence]) -> list[Problem]:
    """What is missing from the pieces that are handed in."""
    found = []
    for piece in evidence:
        problems = problems_with_evidence(piece.kind, piece.upload is not None, piece.note)
        if not problems and piece.upload is not None:
            problems = files.problems_with(piece.upload, TAKES[Evidence.Kind(piece.kind)])
        found += problems
    return found


def attach(line: Delivery, piece: NewEvidence, by: User) -> Evidence:
    """Keep the file of a piece and name it as evidence of a line."""
    kind = Evidence.Kind(piece.kind)
    file = files.keep(piece.upload, by, TAKES[kind]) if piece.upload is not None and kind in TAKES else None
    return Evidence.objects.create(
        delivery=line,
        kind=kind,
        grade=GRADE_OF[kind],
        file=file,
        note=piece.note.strip()[:300],
        added_by=by,
        added_at=dates.now(),
    )


def take_over_evidence(old: Delivery, fresh: Delivery, by: User) -> None:
    """The same files stand behind the new line; each says which line it was handed in for."""
    for piece in old.evidence.all():
        said = f"{piece.note} (nộp cho dòng số {old.position})".strip()
        Evidence.objects.create(
            delivery=fresh,
            kind=piece.kind,
            grade=piece.grade,
            file=piece.file,
            note=said[:300],
            added_by=by,
            added_at=dates.now(),
        )
