"""Rehearse what a draft paper says: read like any paper that comes in, its changes supposed, not recorded."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, files
from lantoa.common.problems import refuse
from lantoa.library.actions.rehearsals import open_rehearsal
from lantoa.library.archives import is_archive
from lantoa.library.models import Document, Effect, Provision, Rehearsal, SupposedEffect
from lantoa.library.permissions import may_write
from lantoa.library.queries.citations import eid_named_by
from lantoa.library.queries.intakes import EFFECTS, Stated, held_of, name_of, stated_relations
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
) -> tuple[list[SupposedEffect], list[dict[str, str]]]:
    """What can be supposed, each change once; and why the rest cannot, each reason once."""
    supposed: dict[tuple[object, ...], SupposedEffect] = {}
    left_out: dict[str, str] = {}
    for one in stated:
        if one.cited.relation not in EFFECTS:
            continue
        change = _supposed(one, on, rehearsal)
        problems = effect_names_its_target.problems_with(change.as_effect()) if change else []
        if change is None or problems:
            says = f"{change}: {problems[0].says}" if change else _why_not(one)
            if says:
                left_out.setdefault(says, one.cited.words)
            continue
        key = (change.document.pk, change.provision_id, change.kind, change.on, change.added_eid)
        supposed.setdefault((*key, change.old_phrase), change)
    return list(supposed.values()), [{"says": says, "words": words} for says, words in left_out.items()]


def _supposed(one: Stated, on: date | None, rehearsal: Rehearsal) -> SupposedEffect | None:
    if not one.effect or one.target is None:
        return None
    provision = one.target if isinstance(one.target, Provision) else None
    document = one.target.document if isinstance(one.target, Provision) else one.target
    return SupposedEffect(
        rehearsal=rehearsal,
        kind=Effect.Kind(one.effect),
        document=document,
        provision=provision,
        on=one.on(on),
        new_words=one.cited.new_words,
        added_eid=one.added_eid,
        old_phrase=one.cited.old_phrase,
        new_phrase=one.cited.new_phrase,
        says=one.cited.words,
    )


def _why_not(one: Stated) -> str:
    """Why a stated change cannot be supposed; "" for "sửa đổi một số điều của ...", which names no place."""
    if one.target is None:
        return f"Kho chưa có {name_of(one.cited.citation)}."
    if one.exact:
        return ""
    document = one.target.document if isinstance(one.target, Provision) else one.target
    eid = eid_named_by(one.cited.citation)
    place = Provision(eid=eid).place if eid else f"“{one.cited.citation['text']}”"
    return f"Lời văn {document} trong kho không có {place}."


def _why_nothing(left_out: list[dict[str, str]]) -> str:
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
