"""Take papers in: read each into a proposal; a person confirms it into the library or discards it."""

import hashlib
from collections.abc import Collection
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates, files
from lantoa.common.problems import must_hold, refuse
from lantoa.library.actions.documents import enter_document
from lantoa.library.actions.instructions import note_instructions, take_up_again, where_told
from lantoa.library.actions.provisions import put_in_tree
from lantoa.library.actions.relations import record_relation
from lantoa.library.archives import is_archive, unpacked
from lantoa.library.comparing import same_words
from lantoa.library.mentions import mentions_become, note_mentions
from lantoa.library.models import Document, Intake, IntakeFile, Provision
from lantoa.library.models.relations import CITED
from lantoa.library.permissions import may_write
from lantoa.library.queries.documents import is_same_paper, same_document
from lantoa.library.queries.intakes import differences_from, paper_of
from lantoa.library.queries.stated import Stated, open_changes, stated_relations
from lantoa.library.reading import parts_of
from lantoa.library.rules import open_changes_are_signed
from lantoa.library.understanding import Proposal, understand
from lantoa.paper.reading import read_official
from lantoa.paper.refusal import Unreadable
from lantoa.people.models import User

State = IntakeFile.State


def open_intake(*, by: User, key: str, source: str = "") -> Intake:
    """The batch of this key, made when it is new."""
    if not may_write(by):
        raise PermissionDenied
    with transaction.atomic():
        intake, new = Intake.objects.get_or_create(
            key=key, defaults={"by": by, "at": dates.now(), "source": source.strip()[:300]}
        )
        if new:
            audit.log(by, "open_intake", intake)
    return intake


def take_in(intake: Intake, upload: files.Upload, *, by: User) -> list[IntakeFile]:
    """Read one file, or every file of a ZIP, each into its outcome. Enters nothing into the library."""
    if not may_write(by):
        raise PermissionDenied
    if not is_archive(upload.content):
        return [_take_one(intake, upload, by)]
    taken: list[IntakeFile] = []
    try:
        for inner in unpacked(upload.content):
            taken.append(_take_one(intake, files.Upload(f"{upload.name}/{inner.name}", inner.content), by))
    except Unreadable as why:
        taken.append(_note(intake, upload, by, State.REFUSED, says=str(why)))
    if not taken:
        taken.append(_note(intake, upload, by, State.REFUSED, says="Tệp ZIP không có tệp nào bên trong."))
    return taken


def _take_one(intake: Intake, upload: files.Upload, by: User) -> IntakeFile:
    if known := _same_bytes(intake, upload, by):
        return known
    try:
        proposal = understand(read_official(upload.content, upload.name))
    except Unreadable as why:
        return _note(intake, upload, by, State.REFUSED, says=str(why))
    paper = paper_of(proposal)
    key = paper.identity[:160] if paper else ""
    with transaction.atomic():
        Intake.objects.select_for_update().get(pk=intake.pk)
        document = same_document(paper) if paper else None
        if document and not differences_from(document, proposal):
            says = f"Kho đã có {document}. Mở văn bản đó nếu cần bổ sung tệp hoặc lời văn."
            return _note(intake, upload, by, State.KNOWN, says=says, document=document, identity=key)
        waiting = _waiting_like(paper, proposal) if paper else None
        if waiting and waiting[1]:
            says = f"Cùng văn bản với tệp “{waiting[0].name}” đang chờ xác nhận."
            return _note(intake, upload, by, State.KNOWN, says=says, identity=key)
        says = f"Cùng số với tệp “{waiting[0].name}” đang chờ xác nhận, nhưng lời khác." if waiting else ""
        if document:
            says = f"Kho đã có {document}, nhưng lời khác. Xem từng chỗ rồi quyết định."
        stored = files.keep(upload, by, allowed=None)
        read = {"file": stored, "identity": key, "proposal": proposal.as_dict()}
        taken = _note(intake, upload, by, State.PROPOSED, says=says, **read)
        note_mentions(taken, (one.citation for one in proposal.cited))
        return taken


def _waiting_like(paper: Document, proposal: Proposal) -> tuple[IntakeFile, bool] | None:
    """(a file that waits and seems to be this paper, whether it has the same words); the alike first."""
    parts, other = parts_of(proposal.text), None
    for waiting in _waiting().filter(identity=paper.identity[:160]):
        theirs = Proposal.from_dict(waiting.proposal)
        named = paper_of(theirs)
        if named is None or is_same_paper(named, paper) is False:
            continue
        if same_words(parts, parts_of(theirs.text)):
            return waiting, True
        other = other or waiting
    return (other, False) if other else None


def _waiting() -> Any:
    return IntakeFile.objects.filter(state=State.PROPOSED).order_by("id")


def _same_bytes(intake: Intake, upload: files.Upload, by: User) -> IntakeFile | None:
    """The outcome when these very bytes are in the library or wait already."""
    sha256 = hashlib.sha256(upload.content).hexdigest()
    if document := Document.objects.filter(file__received_sha256=sha256).order_by("pk").first():
        says = f"Kho đã có đúng tệp này, là tệp gốc của {document}."
        return _note(intake, upload, by, State.KNOWN, says=says, document=document)
    if waiting := _waiting().filter(sha256=sha256).first():
        return _note(
            intake, upload, by, State.KNOWN, says=f"Đúng tệp này đang chờ xác nhận: “{waiting.name}”."
        )
    return None


def _note(
    intake: Intake, upload: files.Upload, by: User, state: str, *, says: str = "", **more: Any
) -> IntakeFile:
    with transaction.atomic():
        taken = IntakeFile.objects.create(
            intake=intake,
            name=upload.name[-300:],
            sha256=hashlib.sha256(upload.content).hexdigest(),
            state=state,
            says=says[:500],
            **more,
        )
        audit.log(by, "take_in_file", taken, state=str(state))
    return taken


def confirm_file(
    taken: IntakeFile,
    *,
    by: User,
    facts: dict[str, Any],
    relations: Collection[int] = (),
    text: str | None = None,
    signed: bool = False,
    why_left_out: str = "",
) -> Document:
    """Enter what a person read beside its words: document, tree, relations and effects in one transaction.

    facts: what `register_document` takes. relations: indices of `stated_relations` that she keeps. text: the
    words for the tree when she mended them. signed: she saw which changes do not resolve exactly; they become
    suspect and stay on the work list of the paper. why_left_out: why the changes that she did not keep do not
    apply. What she entered another person checks. Asked twice, it answers with the same document.
    """
    if not may_write(by):
        raise PermissionDenied
    with transaction.atomic():
        taken = IntakeFile.objects.select_for_update().get(pk=taken.pk)
        if taken.document and taken.state == State.CONFIRMED:
            return taken.document
        must_wait(taken)
        proposal = Proposal.from_dict(taken.proposal)
        stated = stated_relations(proposal)
        left_out = set() if not why_left_out.strip() else {one.index for one in stated} - set(relations)
        unclear = [one.place for one in open_changes(stated) if one.document and one.index not in left_out]
        must_hold(open_changes_are_signed.problems_with_open_changes(unclear, signed))
        document = enter_document(by=by, **facts)
        document.file = taken.file
        document.save(update_fields=["file"])
        words = proposal.text if text is None else text
        if parts_of(words):
            put_in_tree(document, words, by=by)
        kept = [one for one in stated if one.index in relations]
        _record_relations(document, kept, by)
        told = note_instructions(document, stated, by=by, kept=relations, why_left_out=why_left_out)
        take_up_again(document, by=by)
        decide(taken, State.CONFIRMED, by, document)
        mentions_become(taken, document)
        audit.log(
            by,
            "confirm_intake_file",
            taken,
            document=document.pk,
            relations=len(kept),
            instructions=len(told),
            unclear=len(unclear),
        )
    return document


def discard_file(taken: IntakeFile, *, by: User, why: str) -> IntakeFile:
    """The file is no law of ours, or came by mistake. It stays on record with the reason."""
    if not may_write(by):
        raise PermissionDenied
    if not why.strip():
        refuse("why_missing", "Ghi lý do bỏ, ví dụ: không phải văn bản của chương trình.", "why")
    with transaction.atomic():
        taken = IntakeFile.objects.select_for_update().get(pk=taken.pk)
        must_wait(taken)
        taken.says = why.strip()[:500]
        decide(taken, State.DISCARDED, by, None)
        audit.log(by, "discard_intake_file", taken, why=why)
    return taken


def must_wait(taken: IntakeFile) -> None:
    """Only what waits for a person can be decided."""
    if taken.state != State.PROPOSED:
        refuse("not_waiting", f"Tệp này không còn chờ xác nhận ({taken.get_state_display().lower()}).")


def decide(taken: IntakeFile, state: str, by: User, document: Document | None) -> None:
    """Record what a person made of a file."""
    taken.state, taken.document = state, document
    taken.decided_by, taken.decided_at = by, dates.now()
    taken.save(update_fields=["state", "document", "says", "decided_by", "decided_at"])


def _record_relations(document: Document, kept: list[Stated], by: User) -> None:
    """The relations that she kept and that change nothing; a change brings its own (`carry_out`)."""
    provisions = list(document.provisions.all())
    for one in kept:
        kind, forward = CITED[one.cited.relation]
        if one.document is None or one.changes or not forward:
            continue
        place = one.target if isinstance(one.target, Provision) and one.exact else None
        record_relation(
            document,
            one.document,
            by=by,
            kind=kind,
            source_provision=where_told(one.cited, provisions),
            target_provision=place,
            words=one.cited.words,
        )
