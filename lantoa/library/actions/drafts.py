"""Rehearse what a draft paper says: read like any paper that comes in, its changes supposed, not recorded."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, files
from lantoa.common.problems import refuse
from lantoa.library.actions.rehearsals import open_rehearsal
from lantoa.library.archives import is_archive
from lantoa.library.models import Document, Effect, Provision, Rehearsal, SupposedEffect
from lantoa.library.permissions import may_write
from lantoa.library.queries.intakes import held_of
from lantoa.library.queries.stated import Stated, stated_relations
from lantoa.library.rules import effect_names_its_target
from lantoa.library.understanding import Proposal, understand
from lantoa.paper.reading import read_official
from lantoa.paper.refusal import Unreadable
from lantoa.people.models import User


def rehearse_draft(
    draft: files.Upload,
    *,
    by: User,
    title: str = "",
    source: Document | None = None,
    note: str = "",
    on: date | None = None,
) -> Rehearsal:
    """Open a rehearsal of all that a draft would change in the documents of the library.

    draft: one file of any kind that intakes read, in the same bounded child. title: "" takes that of the
    paper. source: the draft as a document, where the library holds it; found by its number else. on: the day
    of changes for which the paper gives none. The paper itself does not enter the library.
    """
    if not may_write(by):
        raise PermissionDenied
    if is_archive(draft.content):
        refuse(
            "one_draft", "Mỗi lần diễn tập một dự thảo. Gửi tệp DOCX hoặc PDF, không gửi tệp ZIP.", "draft"
        )
    try:
        proposal = understand(read_official(draft.content, draft.name))
    except Unreadable as why:
        refuse("draft_unreadable", str(why), "draft")
    source = source or held_of(proposal)
    day = proposal.day("effective_on") or on
    supposed, left_out = _changes(stated_relations(proposal), day, Rehearsal(source=source))
    if not supposed:
        refuse("nothing_supposed", _why_nothing(left_out), "draft")
    with transaction.atomic():
        rehearsal = open_rehearsal(by=by, title=title.strip() or _name(proposal), source=source, note=note)
        rehearsal.draft, rehearsal.left_out = files.keep(draft, by, allowed=None, field="draft"), left_out
        rehearsal.save(update_fields=["draft", "left_out"])
        for one in supposed:
            one.rehearsal = rehearsal
        SupposedEffect.objects.bulk_create(supposed)
        audit.log(by, "rehearse_draft", rehearsal, changes=len(supposed), left_out=len(left_out))
    return rehearsal


def _changes(
    stated: list[Stated], on: date | None, rehearsal: Rehearsal
) -> tuple[list[SupposedEffect], list[dict[str, Any]]]:
    """What can be supposed, each change once; and what does not resolve exactly, with why.

    The nearest place that is held is supposed to be in doubt, as it will be once the paper is taken in.
    """
    supposed: dict[tuple[object, ...], SupposedEffect] = {}
    left_out: dict[str, dict[str, Any]] = {}
    for one in stated:
        if not one.changes:
            continue
        change = _supposed(one, on, rehearsal)
        problems = effect_names_its_target.problems_with(change.as_effect()) if change else []
        if says := problems[0].says if problems else one.says:
            left_out.setdefault(f"{one.place}: {says}", _left_out(one, says))
        if change is not None and not problems:
            key = (change.document.pk, change.provision_id, change.kind, change.on, change.added_eid)
            told = one.place if change.kind == Effect.Kind.UNSETTLED else change.old_phrase
            supposed.setdefault((*key, told), change)
    return list(supposed.values()), list(left_out.values())


def _left_out(one: Stated, says: str) -> dict[str, Any]:
    return {"says": says, "words": one.cited.words, "stated": asdict(one.cited)}


def _supposed(one: Stated, on: date | None, rehearsal: Rehearsal) -> SupposedEffect | None:
    target = one.target if one.effect else one.near
    if target is None:
        return None
    provision = target if isinstance(target, Provision) else None
    document = target.document if isinstance(target, Provision) else target
    change = SupposedEffect(
        rehearsal=rehearsal,
        kind=Effect.Kind(one.effect or Effect.Kind.UNSETTLED),
        document=document,
        provision=provision,
        on=one.on(on),
        says=one.cited.words,
        stated=asdict(one.cited),
    )
    if one.effect:
        change.new_words, change.added_eid = one.cited.new_words, one.added_eid
        change.old_phrase, change.new_phrase = one.cited.old_phrase, one.cited.new_phrase
    return change


def _why_nothing(left_out: list[dict[str, Any]]) -> str:
    if not left_out:
        return (
            "Không đọc thấy dự thảo này sửa đổi, thay thế hay bãi bỏ văn bản nào."
            " Nếu có, lập diễn tập rồi dán danh sách điều khoản."
        )
    told = " ".join(one["says"] for one in left_out[:5])
    return f"Chưa giả định được thay đổi nào. {told} Nhập văn bản, đưa lời văn vào kho rồi gửi lại dự thảo."


def _name(proposal: Proposal) -> str:
    """Dự thảo Nghị định sửa đổi ..., as far as it was read."""
    kind, title = proposal.get("kind"), proposal.get("title")
    return " ".join(part for part in ("Dự thảo", kind, title[:1].lower() + title[1:]) if part)
