"""Keep the work list of an amending paper: every change that it states, until a person has settled each."""

from collections.abc import Collection, Iterable
from dataclasses import asdict
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from lantoa.common.problems import RuleBroken, refuse
from lantoa.library.actions.effects import record_effect, settle, take_back
from lantoa.library.actions.relations import record_relation
from lantoa.library.models import Document, Effect, Instruction, Provision, Relation
from lantoa.library.models.relations import CITED
from lantoa.library.permissions import may_write
from lantoa.library.queries.stated import Stated, resolve_stated
from lantoa.library.understanding import Cited
from lantoa.people.models import User

State = Instruction.State


def note_instructions(
    source: Document, stated: Iterable[Stated], *, by: User, kept: Collection[int], why_left_out: str = ""
) -> list[Instruction]:
    """Every change that a paper states becomes a row of its work list, applied or in doubt at once.

    kept: indices of those that a person keeps. One left out with a reason does not apply; one left out
    without a reason stays on the list, so that it is not lost.
    """
    provisions = list(source.provisions.all())
    made = []
    with transaction.atomic():
        for one in stated:
            if not one.changes:
                continue
            instruction = _listed(source, one)
            made.append(instruction)
            if one.index not in kept and one.document is not None and why_left_out.strip():
                settle(instruction, by=by, state=State.NOT_APPLICABLE, says=why_left_out)
            elif one.index in kept or one.is_open:
                carry_out(instruction, one, by=by, provisions=provisions)
    return made


def list_instruction(source: Document, stated: dict[str, Any]) -> Instruction:
    """One row for a change as it was read (`Cited` as JSON), not carried out yet."""
    return _listed(source, resolved(source, stated))


def resolved(source: Document, stated: dict[str, Any]) -> Stated:
    """What one change of a paper, as it was read, is to by now."""
    return resolve_stated([Cited.from_dict(stated)], source.issuer)[0]


def _listed(source: Document, one: Stated) -> Instruction:
    return Instruction.objects.create(
        source=source,
        order=one.index,
        stated=asdict(one.cited),
        place=one.place[:300],
        document=one.document,
        state=State.RESOLVED if one.effect else State.READ,
        says=one.says[:500],
    )


def carry_out(
    instruction: Instruction, one: Stated, *, by: User, provisions: Collection[Provision] | None = None
) -> None:
    """Record what an instruction tells to do; where its place is not found, keep the nearest suspect.

    one: the instruction as it resolves now. provisions: of its source, if they are at hand.
    """
    source, document = instruction.source, one.document
    if document is None or document.pk == source.pk:
        return
    if provisions is None:
        provisions = list(source.provisions.all())
    exact = one.target if one.exact and not one.added_eid and isinstance(one.target, Provision) else None
    relation = record_relation(
        source,
        document,
        by=by,
        kind=CITED[one.cited.relation][0],
        source_provision=where_told(one.cited, provisions),
        target_provision=exact,
        words=one.cited.words,
    )
    with transaction.atomic():
        told = {"document": document, "place": one.place[:300]}
        Instruction.objects.filter(pk=instruction.pk).update(**told)
        refused = _apply(instruction, one, relation, by) if one.effect else one.says
        if refused:
            Instruction.objects.filter(pk=instruction.pk).update(state=State.READ, says=refused[:500])
            _keep_suspect(instruction, one, relation, by)


def _apply(instruction: Instruction, one: Stated, relation: Relation, by: User) -> str:
    """ "" once the effect stands, else why it cannot be recorded."""
    try:
        with transaction.atomic():
            record_effect(
                relation.target,
                by=by,
                kind=one.effect,
                on=one.on(instruction.source.effective_on),
                provision=one.target if isinstance(one.target, Provision) else None,
                source=instruction.source,
                relation=relation,
                note=one.cited.words[:300],
                new_words=one.cited.new_words,
                added_eid=one.added_eid,
                phrase=(one.cited.old_phrase, one.cited.new_phrase),
                instruction=instruction,
                retroactive_why=f"Văn bản ghi: {one.cited.words}",
            )
    except RuleBroken as broken:
        if any(problem.code != "effect_known" for problem in broken.problems):
            return " ".join(problem.says for problem in broken.problems)
        settle(instruction, by=by, state=State.APPLIED)  # another sentence states the same change
    return ""


def _keep_suspect(instruction: Instruction, one: Stated, relation: Relation, by: User) -> None:
    """The nearest place that is held, from the day of the change on; as it was if that is the same place."""
    near = one.near or one.target
    place = near if isinstance(near, Provision) else None
    doubts = instruction.effects.filter(kind=Effect.Kind.UNSETTLED, withdrawn_at__isnull=True)
    if doubts.filter(document=relation.target, provision=place).exists():
        return
    for effect in doubts:
        why = "Kho có thêm lời văn nên đã xét lại chỗ thay đổi."
        take_back(effect, by=by, why=why, relation_stays=True)
    record_effect(
        relation.target,
        by=by,
        kind=Effect.Kind.UNSETTLED,
        on=one.on(instruction.source.effective_on),
        provision=place,
        source=instruction.source,
        relation=relation,
        note=one.cited.words[:300],
        instruction=instruction,
        retroactive_why=f"Văn bản ghi: {one.cited.words}",
    )


def where_told(cited: Cited, provisions: Collection[Provision]) -> Provision | None:
    """The provision whose own words hold the sentence; None for the căn cứ, which stand before the tree."""
    for provision in reversed(list(provisions)):
        first = (provision.heading or provision.words).split("\n")[0].strip()
        if len(first) >= 12 and first in cited.words:
            return provision
    return None


def take_up_again(document: Document, *, by: User) -> None:
    """The library knows more of a document now: what amending papers told about it is resolved anew."""
    waiting = Instruction.objects.filter(state=State.READ).filter(Q(document=document) | Q(document=None))
    told = list(waiting.exclude(source=document).select_related("source").order_by("source_id", "order"))
    by_paper: dict[int, list[Instruction]] = {}
    for instruction in told:
        by_paper.setdefault(instruction.source_id, []).append(instruction)
    for some in by_paper.values():
        found = resolve_stated([Cited.from_dict(one.stated) for one in some], some[0].source.issuer)
        for instruction, one in zip(some, found, strict=True):
            if one.document == document:
                carry_out(instruction, one, by=by)


def set_instruction_aside(instruction: Instruction, *, by: User, why: str) -> Instruction:
    """It does not apply to us, or was misread; what it kept suspect is free again. The reason stays."""
    if not may_write(by):
        raise PermissionDenied
    if not why.strip():
        refuse(
            "why_missing", "Ghi lý do không áp dụng, ví dụ: chỗ này do văn bản khác đã sửa từ trước.", "why"
        )
    with transaction.atomic():
        instruction = Instruction.objects.select_for_update(of=("self",)).get(pk=instruction.pk)
        if not instruction.is_open:
            says = f"Chỗ này đã được quyết định: {instruction.get_state_display().lower()}."
            refuse("instruction_settled", says)
        return settle(instruction, by=by, state=State.NOT_APPLICABLE, says=why)
