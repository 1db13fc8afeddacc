"""Record what changes a document or its provisions and from which day; withdraw what was recorded wrongly."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet

from lantoa.common import audit, dates
from lantoa.common.problems import must_hold, refuse
from lantoa.library.actions.added import enact_again, place_added
from lantoa.library.actions.checking import changed_around
from lantoa.library.actions.relations import withdraw_relation
from lantoa.library.models import Document, Effect, Instruction, Provision, Relation
from lantoa.library.new_words import new_place
from lantoa.library.permissions import may_write
from lantoa.library.queries.checking import effects_for_the_public
from lantoa.library.rules import effect_before_its_source, effect_names_its_target
from lantoa.library.rules.standing_of_a_citation import change
from lantoa.library.rules.status_of_a_document import ENDING
from lantoa.library.search.keeping import keep_searchable
from lantoa.people.models import User


def record_effect(
    document: Document,
    *,
    by: User,
    kind: str,
    on: date | None,
    provision: Provision | None = None,
    source: Document | None = None,
    new_words: str = "",
    replaced_by: Provision | None = None,
    note: str = "",
    relation: Relation | None = None,
    added_eid: str = "",
    phrase: tuple[str, str] = ("", ""),
    instruction: Instruction | None = None,
    retroactive_why: str = "",
) -> Effect:
    """What changes a document (or one provision of it) from a day, which may lie ahead or be unknown.

    relation: the one that states it, where one does; its source is the effect's unless another is given.
    added_eid: the new place of a "supplement" in `provision`, read from new_words when they begin with its
    mark. phrase: (old, new) where only one phrase changes. instruction: the one of an amending paper that it
    carries out (or keeps in doubt, when it is UNSETTLED). retroactive_why: where it is written that it holds
    from before its source was issued.

    From the moment it is saved, every citation it touches is ending or suspect (`queries.state_of`).
    """
    if not may_write(by):
        raise PermissionDenied
    source = source or (relation.source if relation else None)
    effect = Effect(
        kind=Effect.Kind(kind),
        source=source,
        relation=relation,
        instruction=instruction,
        document=document,
        provision=provision,
        on=on,
        new_words=new_words.strip(),
        added_eid=added_eid or (new_place(provision, new_words) if kind == Effect.Kind.SUPPLEMENT else ""),
        old_phrase=phrase[0],
        new_phrase=phrase[1],
        replaced_by=replaced_by,
        note=note.strip(),
        retroactive_why=retroactive_why.strip()[:300],
        recorded_by=by,
        recorded_at=dates.now(),
    )
    if not effect.is_retroactive:
        effect.retroactive_why = ""
    must_hold(
        [*effect_names_its_target.problems_with(effect), *effect_before_its_source.problems_with(effect)]
    )
    with transaction.atomic():
        Document.objects.select_for_update().get(pk=document.pk)
        if same_effect(effect):
            refuse("effect_known", f"Thay đổi này đã được ghi: {change(effect)}.")
        effect.save()
        place_added(effect)
        if effect.on and (effect.kind in ENDING or effect.new_words):
            enact_again(effect)
        changed_around(by, effect.recorded_at, (document, source))
        if instruction and effect.kind != Effect.Kind.UNSETTLED:
            settle(instruction, by=by, state=Instruction.State.APPLIED)
        audit.log(by, "record_effect", effect, kind=effect.kind, on=str(on or ""))
    return effect


def same_effect(effect: Effect) -> Effect | None:
    """The effect of the same kind, source, target and day that stands already, if there is one."""
    return standing_like(effect).filter(on=effect.on).first()


def standing_like(effect: Effect) -> QuerySet[Effect]:
    """Effects of the same kind, source and target that stand, from whatever day."""
    return Effect.objects.filter(
        kind=effect.kind,
        source=effect.source,
        document=effect.document,
        provision=effect.provision,
        added_eid=effect.added_eid,
        old_phrase=effect.old_phrase,
        new_phrase=effect.new_phrase,
        withdrawn_at__isnull=True,
        **({"instruction": effect.instruction} if effect.kind == Effect.Kind.UNSETTLED else {}),
    )


def record_effects(
    document: Document, provisions: Sequence[Provision], *, by: User, new_words: str = "", **more: object
) -> list[Effect]:
    """The same change of several provisions (of the whole document when none is named), all or nothing."""
    if new_words and len(provisions) > 1:
        refuse(
            "new_words_of_many",
            "Lời mới chỉ ghi cho một điều khoản. Ghi từng điều khoản một, hoặc bỏ trống lời mới.",
            "new_words",
        )
    with transaction.atomic():
        targets: list[Provision | None] = [*provisions] or [None]
        return [
            record_effect(document, by=by, provision=one, new_words=new_words, **more)  # type: ignore[arg-type]
            for one in targets
        ]


def date_effect(effect: Effect, *, by: User, on: date, reason: str) -> Effect:
    """Settle from which day an effect holds whose day was not known. The undated one stays on record."""
    if effect.on is not None:
        refuse("already_dated", f"Thay đổi này đã có ngày: {change(effect)}.")
    if not reason.strip():
        refuse("why_missing", "Ghi lý do chọn ngày này, ví dụ: Điều 5 của văn bản mới định ngày.", "reason")
    with transaction.atomic():
        told = f"Đã xác định ngày {dates.say(on)}: {reason.strip()}"
        take_back(effect, by=by, why=told, relation_stays=True)
        return record_effect(
            effect.document,
            by=by,
            kind=effect.kind,
            on=on,
            provision=effect.provision,
            source=effect.source,
            new_words=effect.new_words,
            replaced_by=effect.replaced_by,
            note=reason.strip()[:300],
            relation=effect.relation,
            added_eid=effect.added_eid,
            phrase=(effect.old_phrase, effect.new_phrase),
            instruction=effect.instruction,
            retroactive_why=reason,
        )


def withdraw_effect(effect: Effect, *, by: User, why: str) -> Effect:
    """Take back an effect that was recorded wrongly. It stays on record with the reason.

    A relation that it alone carried out is withdrawn with it. What carried out an instruction of an amending
    paper puts that back on the work list.
    """
    if not may_write(by):
        raise PermissionDenied
    if not why.strip():
        refuse("why_missing", "Ghi lý do rút, ví dụ: nhầm điều khoản.", "why")
    if effect.kind == Effect.Kind.UNSETTLED and effect.instruction:
        source = effect.instruction.source
        says = f"Chỗ này chờ quyết định trong danh sách sửa đổi của {source}. Quyết định ở đó."
        refuse("settle_the_instruction", says)
    with transaction.atomic():
        effect = take_back(effect, by=by, why=why)
        told = effect.instruction
        if told and not told.effects.filter(withdrawn_at__isnull=True).exists():
            settle(told, by=by, state=Instruction.State.RESOLVED, says=f"Đã rút thay đổi ghi trước đó: {why}")
    return effect


def take_back(effect: Effect, *, by: User, why: str, relation_stays: bool = False) -> Effect:
    """The withdrawal itself. relation_stays: another effect is to carry out the same relation."""
    if not may_write(by):
        raise PermissionDenied
    with transaction.atomic():
        effect = Effect.objects.select_for_update(of=("self",)).get(pk=effect.pk)
        if effect.withdrawn_at:
            refuse("already_withdrawn", "Thay đổi này đã được rút trước đó.")
        effect.was_told = effects_for_the_public().filter(pk=effect.pk).exists()
        effect.withdrawn_at, effect.withdrawn_why = dates.now(), why.strip()[:300]
        effect.save(update_fields=["withdrawn_at", "withdrawn_why", "was_told"])
        changed_around(by, effect.withdrawn_at, (effect.document, effect.source))
        if effect.adds.exists():
            keep_searchable([effect.document_id])
        audit.log(by, "withdraw_effect", effect, why=why)
        told = effect.relation
        stays = told is None or told.withdrawn_at or relation_stays
        if told and not stays and not told.effects.filter(withdrawn_at__isnull=True).exists():
            withdraw_relation(told, by=by, why=why)
    return effect


def settle(instruction: Instruction, *, by: User, state: str, says: str = "") -> Instruction:
    """What became of an instruction. Whatever kept its place in doubt meanwhile is withdrawn."""
    with transaction.atomic():
        instruction = Instruction.objects.select_for_update(of=("self",)).get(pk=instruction.pk)
        free(instruction, by=by, why=says or "Đã xác định đúng chỗ và ghi thay đổi.")
        instruction.state, instruction.says = state, says.strip()[:500]
        instruction.settled_by, instruction.settled_at = by, dates.now()
        instruction.save(update_fields=["state", "says", "settled_by", "settled_at"])
        audit.log(by, "settle_instruction", instruction, state=str(state), why=says)
    return instruction


def free(instruction: Instruction, *, by: User, why: str) -> None:
    """Nothing is suspect any more on account of this instruction's place not being known."""
    for effect in instruction.effects.filter(kind=Effect.Kind.UNSETTLED, withdrawn_at__isnull=True):
        take_back(effect, by=by, why=why)
