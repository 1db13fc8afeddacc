"""Verbs of evidence: hand it in, take it over into a line that corrects, decide about what clashes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates, files, ledger
from lantoa.common.files import Upload
from lantoa.common.models import StoredFile
from lantoa.common.problems import Problem, RuleBroken, must_hold
from lantoa.deliveries.checks import clashes_of
from lantoa.deliveries.models import GRADE_OF, Delivery, Evidence, Grade, LateEvidence
from lantoa.deliveries.permissions import may_add_evidence, may_decide_evidence
from lantoa.deliveries.rules.another_accepts_what_clashes import problems_with_decision
from lantoa.deliveries.rules.evidence_fits_its_deed import Clash, problems_with_clashes
from lantoa.deliveries.rules.evidence_has_its_file import TAKES, problems_with_evidence
from lantoa.deliveries.tellings import lock, telling_of
from lantoa.people.models import User

LEDGER = "deliveries"
LATE_PROOFS = "late_evidence"


@dataclass(frozen=True)
class NewEvidence:
    """Evidence handed in with a record. upload is needed for every kind but a statement; clash_why: why it is
    used though its day, its place or an earlier use of it clashes."""

    kind: str
    upload: Upload | None = None
    note: str = ""
    clash_why: str = ""


def add_evidence(
    delivery: Delivery,
    kind: str,
    *,
    by: User,
    upload: Upload | None = None,
    note: str = "",
    clash_why: str = "",
) -> Evidence:
    """Add evidence to the newest line of a chain. clash_why: as in `NewEvidence`.

    Raises PermissionDenied, RuleBroken.
    """
    if not may_add_evidence(by, delivery):
        raise PermissionDenied
    piece = NewEvidence(kind, upload, note, clash_why)
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
    """Keep the file of a piece and name it as evidence of a line. What clashes needs a reason and is held."""
    kind = Evidence.Kind(piece.kind)
    if piece.upload is None or kind not in TAKES:
        return _name(line, kind, None, [], by, note=piece.note)
    ledger.hold(LEDGER)
    file = files.keep(piece.upload, by, TAKES[kind])
    clashes = clashes_of(kind, file, line)
    must_hold(problems_with_clashes(clashes, piece.clash_why))
    return _name(line, kind, file, clashes, by, note=piece.note, clash_why=piece.clash_why)


def take_over_evidence(old: Delivery, fresh: Delivery, why: str, by: User) -> None:
    """The same files stand behind the new line; each says which line it was handed in for.

    They are looked at again against what the new line says. What another person had accepted stays accepted
    while nothing else clashes. why: of the correction, the reason for a clash that it brings about.
    """
    for piece in old.evidence.filter(decides__isnull=True).select_related("decision", "file"):
        clashes = clashes_of(piece.kind, piece.file, fresh) if piece.file else []
        said = f"{piece.note} (nộp cho dòng số {old.position})".strip()
        reason = (piece.clash_why or why) if clashes else ""
        handed_in_by = piece.added_by or by  # whoever corrects did not hand it in: she may look at it
        made = _name(
            fresh, Evidence.Kind(piece.kind), piece.file, clashes, handed_in_by, note=said, clash_why=reason
        )
        decision = getattr(piece, "decision", None)
        if clashes and decision is not None and made.clashes == piece.clashes:
            _decision(made, decision.is_accepting, decision.note, decision.added_by)


def decide_evidence(evidence: Evidence, accept: bool, why: str, *, by: User) -> Evidence:
    """A second person has looked at evidence that clashes: it counts in full, or stays somebody's word.

    Raises PermissionDenied, RuleBroken.
    """
    line = evidence.delivery
    if not may_decide_evidence(by, line.unit_id):
        raise PermissionDenied
    with transaction.atomic():
        lock([line.telling_id])
        telling = telling_of(line)
        if telling.line.pk != line.pk:
            says = f"Dòng này đã được sửa bằng dòng số {telling.line.position}. Xem bằng chứng của dòng ấy."
            raise RuleBroken(Problem("line_already_corrected", says))
        involved = {evidence.added_by_id, *(one.recorded_by_id for one in (telling.line, *telling.older))}
        decided = Evidence.objects.filter(decides=evidence).exists()
        must_hold(problems_with_decision(evidence, decided, by.pk, involved, why))
        made = _decision(evidence, accept, why, by)
        LateEvidence.objects.create(position=ledger.next_position(LATE_PROOFS), evidence=made)
        audit.log(
            by, "decide_evidence", line, unit_id=line.unit_id, why=why, accepted=accept, evidence=evidence.pk
        )
        return made


def _name(
    line: Delivery,
    kind: Evidence.Kind,
    file: StoredFile | None,
    clashes: Sequence[Clash],
    by: User,
    *,
    note: str,
    clash_why: str = "",
) -> Evidence:
    return Evidence.objects.create(
        delivery=line,
        kind=kind,
        grade=Grade.E1 if clashes else GRADE_OF[kind],
        file=file,
        note=note.strip()[:300],
        clashes=[clash.as_dict() for clash in clashes],
        clash_why=clash_why.strip()[:300] if clashes else "",
        added_by=by,
        added_at=dates.now(),
    )


def _decision(evidence: Evidence, accept: bool, why: str, by: User | None) -> Evidence:
    return Evidence.objects.create(
        delivery=evidence.delivery,
        kind=evidence.kind,
        grade=GRADE_OF[Evidence.Kind(evidence.kind)] if accept else Grade.E1,
        file=evidence.file,
        note=why.strip()[:300],
        decides=evidence,
        added_by=by,
        added_at=dates.now(),
    )
