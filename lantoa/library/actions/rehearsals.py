"""Rehearse the changes of a draft or a document ahead; make them real, or drop them."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.problems import must_hold, refuse
from lantoa.library.actions.effects import record_effect, same_effect, settle, standing_like
from lantoa.library.actions.instructions import carry_out, list_instruction, resolved
from lantoa.library.changed_clauses import read_changes
from lantoa.library.models import Document, Effect, Instruction, Rehearsal, SupposedEffect
from lantoa.library.permissions import may_write
from lantoa.people.models import User


def open_rehearsal(*, by: User, title: str, source: Document | None = None, note: str = "") -> Rehearsal:
    """Begin one. source: the document that makes the changes, once the library holds it."""
    if not may_write(by):
        raise PermissionDenied
    title = title.strip() or (str(source) if source else "")
    if not title:
        refuse("rehearsal_unnamed", "Đặt tên cho lần diễn tập, hoặc chọn văn bản làm thay đổi.", "title")
    rehearsal = Rehearsal(
        title=title[:300], source=source, note=note.strip(), opened_by=by, opened_at=dates.now()
    )
    with transaction.atomic():
        rehearsal.save()
        audit.log(by, "open_rehearsal", rehearsal)
    return rehearsal


def suppose_changes(
    rehearsal: Rehearsal,
    document: Document,
    changes: str,
    *,
    by: User,
    kind: str = Effect.Kind.AMEND,
    on: date | None = None,
) -> list[SupposedEffect]:
    """Suppose the changes of one document that pasted lines name; all or nothing (`read_changes`).

    kind, on: for lines that say none. What is supposed already is not supposed twice.
    """
    read, problems = read_changes(changes, document)
    if not read and not problems:
        refuse("no_changes", "Dán danh sách điều khoản thay đổi, mỗi dòng một chỗ.", "changes")
    must_hold(problems)
    with transaction.atomic():
        rehearsal = _open_one(rehearsal, by)
        if rehearsal.source_id == document.pk:
            refuse("changes_itself", "Chọn văn bản bị thay đổi, không phải văn bản làm thay đổi.", "document")
        known = set(rehearsal.supposed.filter(document=document).values_list("provision_id", "kind", "on"))
        wanted = [
            SupposedEffect(
                rehearsal=rehearsal,
                kind=one.kind or Effect.Kind(kind),
                document=document,
                provision=one.provision,
                on=one.on or on,
                new_words=one.new_words,
            )
            for one in read
        ]
        made = [one for one in wanted if (one.provision_id, one.kind, one.on) not in known]
        SupposedEffect.objects.bulk_create(made)
        audit.log(by, "suppose_changes", rehearsal, document=document.pk, changes=len(made))
    return made


def drop_supposed(supposed: SupposedEffect, *, by: User) -> None:
    """Take one supposed change out again."""
    with transaction.atomic():
        rehearsal = _open_one(supposed.rehearsal, by)
        audit.log(by, "drop_supposed", rehearsal, change=str(supposed))
        supposed.delete()


def make_rehearsal_real(rehearsal: Rehearsal, *, by: User, source: Document | None = None) -> list[Effect]:
    """Record every supposed change as an effect of `source` (else of the rehearsal's own), all or nothing.

    One without a day begins with the document. A change that this document makes on record already, be it
    from another day than the draft had, is taken as it stands. From now on it counts everywhere.
    """
    with transaction.atomic():
        rehearsal = _open_one(rehearsal, by)
        source = source or rehearsal.source
        if source is None:
            refuse(
                "no_source",
                "Ghi văn bản mới vào kho rồi chọn văn bản đó; bản dự thảo chưa làm thay đổi luật.",
                "source",
            )
        supposed = list(rehearsal.supposed.select_related("document", "provision", "rehearsal"))
        if not supposed:
            refuse("nothing_supposed", "Chưa có thay đổi giả định nào để ghi.")
        rehearsal.source = source
        has_list = source.instructions.exists()  # it was taken in: its work list is there already
        taken: set[int] = set()
        for one in supposed:
            one.rehearsal = rehearsal
            one.on = one.on or source.effective_on
            told = list_instruction(source, one.stated) if one.stated and not has_list else None
            one.became = _made_real(one, told, taken, by)
            taken |= {one.became.pk} if one.became else set()
            one.save(update_fields=["on", "became"])
        for left in rehearsal.left_out if not has_list else ():
            if left.get("stated") and not resolved(source, left["stated"]).document:
                list_instruction(source, left["stated"])
        rehearsal.made_real_at, rehearsal.made_real_by = dates.now(), by
        rehearsal.save(update_fields=["source", "made_real_at", "made_real_by"])
        audit.log(by, "make_rehearsal_real", rehearsal, source=rehearsal.source_id, changes=len(supposed))
    return [one.became for one in supposed if one.became]


def _made_real(one: SupposedEffect, told: Instruction | None, taken: set[int], by: User) -> Effect | None:
    """The effect that a supposed one becomes; None for a doubt that the paper's own work list keeps."""
    if one.kind == Effect.Kind.UNSETTLED:
        if told is None:
            return None
        carry_out(told, resolved(told.source, one.stated), by=by)
        return told.effects.filter(withdrawn_at__isnull=True).first()
    if known := _recorded(one, taken):
        if told:
            settle(told, by=by, state=Instruction.State.APPLIED)
        return known
    return record_effect(
        one.document,
        by=by,
        kind=one.kind,
        on=one.on,
        provision=one.provision,
        source=one.rehearsal.source,
        new_words=one.new_words,
        note=one.says[:300],
        added_eid=one.added_eid,
        phrase=(one.old_phrase, one.new_phrase),
        instruction=told,
        retroactive_why=one.says or one.rehearsal.note,
    )


def _recorded(one: SupposedEffect, taken: set[int]) -> Effect | None:
    """The recorded effect that this supposed one is: of the same day, else the one of another day."""
    effect = one.as_effect()
    if same := same_effect(effect):
        return same
    return standing_like(effect).exclude(pk__in=taken).order_by("pk").first()


def drop_rehearsal(rehearsal: Rehearsal, *, by: User, why: str) -> Rehearsal:
    """End one without making it real; it stays readable with the reason."""
    if not may_write(by):
        raise PermissionDenied
    if not why.strip():
        refuse("why_missing", "Ghi lý do bỏ, ví dụ: dự thảo đã rút.", "why")
    with transaction.atomic():
        rehearsal = _open_one(rehearsal, by)
        rehearsal.dropped_at, rehearsal.dropped_why = dates.now(), why.strip()[:300]
        rehearsal.save(update_fields=["dropped_at", "dropped_why"])
        audit.log(by, "drop_rehearsal", rehearsal, why=why)
    return rehearsal


def _open_one(rehearsal: Rehearsal, by: User) -> Rehearsal:
    """The row, locked, for a person who may write; refused once it has ended."""
    if not may_write(by):
        raise PermissionDenied
    rehearsal = (
        Rehearsal.objects.select_for_update(of=("self",)).select_related("source").get(pk=rehearsal.pk)
    )
    if not rehearsal.is_open:
        how = "đã thành thật" if rehearsal.made_real_at else "đã bỏ"
        refuse("rehearsal_ended", f"Lần diễn tập này {how}, không sửa được nữa.")
    return rehearsal
