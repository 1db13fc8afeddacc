"""Add, change and remove the parts of a draft: bases, sections, audiences, topics, channels, tasks ..."""

from typing import Any

from django.db import transaction
from django.db.models import Max

from lantoa.common import audit
from lantoa.common.problems import must_hold, refuse
from lantoa.paper.structure import to_plain
from lantoa.people.models import User
from lantoa.plans.actions.doing import editable, put, tidy
from lantoa.plans.citing import citation_in, documents_named
from lantoa.plans.models import (
    FundingSource,
    ItemMoney,
    LegalBasis,
    Plan,
    PlanAudience,
    PlanChannel,
    PlanPart,
    PlanSection,
    PlanTask,
    PlanTopic,
    Recipient,
)
from lantoa.plans.queries import resting_on_source, same_pot_before
from lantoa.plans.rules.money_within_source import problems_with_money
from lantoa.plans.rules.used_items_are_carried_over import problems_with_removing_source
from lantoa.plans.wording import opening_from_parts, sections_from_parts

# key in addresses and forms -> (model, fields that a person writes; the first is the one that must be there)
PARTS: dict[str, tuple[type[PlanPart], tuple[str, ...]]] = {
    "can-cu": (LegalBasis, ("text", "citation", "document")),
    "muc": (PlanSection, ("title", "level", "number", "blocks")),
    "doi-tuong": (PlanAudience, ("name", "kind")),
    "chu-de": (PlanTopic, ("name", "topic")),
    "kenh": (PlanChannel, ("name", "channel")),
    "nhiem-vu": (PlanTask, ("text", "lead", "coordinating")),
    "nguon": (FundingSource, ("name", "amount_vnd")),
    "noi-nhan": (Recipient, ("name",)),
}
KEYS = {model: key for key, (model, _) in PARTS.items()}


def rows_of(plan: Plan, key: str) -> Any:
    """The rows of one part of a plan, in order."""
    return PARTS[key][0]._default_manager.filter(plan=plan)


@transaction.atomic
def add_part(plan: Plan, key: str, *, by: User, **fields: Any) -> PlanPart:
    """A new row at the end of a part of the draft. key: one of PARTS."""
    plan = editable(plan.pk, by)
    model, allowed = PARTS[key]
    last = rows_of(plan, key).aggregate(last=Max("order"))["last"]
    part = model(plan=plan, order=0 if last is None else last + 1)
    fields = _with_citation(model, fields)
    put(part, fields, frozenset(allowed))
    _must_say_something(part, allowed[0])
    _join_pot(part)
    part.save()
    audit.log(by, "add_plan_part", plan, unit_id=plan.unit_id, part=key, row=part.pk, says=str(part)[:300])
    return part


@transaction.atomic
def change_part(part: PlanPart, *, by: User, **fields: Any) -> PlanPart:
    """Change a row of a part of the draft. What it was read from stays beside it."""
    plan = editable(part.plan_id, by)
    key = KEYS[type(part)]
    _, allowed = PARTS[key]
    fields = _with_citation(type(part), fields)
    changed = put(part, fields, frozenset(allowed))
    _must_say_something(part, allowed[0])
    if isinstance(part, FundingSource):
        must_hold(_money_problems(part))
    if changed and _join_pot(part):
        changed.append("continues")
    if changed:
        part.save(update_fields=changed)
        audit.log(by, "change_plan_part", plan, unit_id=plan.unit_id, part=key, row=part.pk, fields=changed)
    return part


@transaction.atomic
def remove_part(part: PlanPart, *, by: User) -> None:
    """Take a row out of the draft. A source that items spend from stays until they spend no more."""
    plan = editable(part.plan_id, by)
    if isinstance(part, FundingSource):
        if part.item_money.exists():
            refuse("source_in_use", "Nguồn này đang có dự kiến chi. Bỏ dự kiến chi ở các nội dung trước.")
        must_hold(problems_with_removing_source(resting_on_source(part)))
    told = {"part": KEYS[type(part)], "row": part.pk, "says": str(part)[:300]}
    part.delete()
    audit.log(by, "remove_plan_part", plan, unit_id=plan.unit_id, **told)


@transaction.atomic
def write_out_sections(plan: Plan, *, by: User) -> list[PlanSection]:
    """Write the sections that a print would make from the parts into the draft, to be worded by a person."""
    plan = editable(plan.pk, by)
    if plan.sections.exists():
        refuse("sections_exist", "Kế hoạch đã có mục. Sửa trực tiếp từng mục.")
    made = sections_from_parts(plan)
    if not made:
        refuse(
            "nothing_to_write", "Chưa có gì để viết thành mục. Khai đối tượng, nội dung, phương thức trước."
        )
    rows = [
        PlanSection(
            plan=plan, order=n, level=s.level, number=s.number, title=s.title, blocks=to_plain(s.blocks)
        )
        for n, s in enumerate(made)
    ]
    PlanSection.objects.bulk_create(rows)
    if not plan.opening and (opening := opening_from_parts(plan)):
        plan.opening = opening
        plan.save(update_fields=["opening"])
    audit.log(by, "add_plan_part", plan, unit_id=plan.unit_id, part="muc", rows=len(rows))
    return rows


def _with_citation(model: type[PlanPart], fields: dict[str, Any]) -> dict[str, Any]:
    """The words of a basis are read again when they are given without their citation."""
    if model is not LegalBasis or "text" not in fields or "citation" in fields:
        return fields
    citation = citation_in(tidy(fields["text"]))
    return {**fields, "citation": citation, "document": documents_named([citation])[0]}


def _must_say_something(part: PlanPart, field: str) -> None:
    if isinstance(part, PlanSection) and part.blocks:
        return  # a section may stand without a title
    if not getattr(part, field):
        refuse("part_is_empty", "Ô này đang trống. Ghi nội dung rồi lưu lại.", field)


def _join_pot(part: PlanPart) -> bool:
    """A source of the name of one before is the same pot, whoever wrote it anew. Did it join one now?"""
    if not isinstance(part, FundingSource) or part.continues_id:
        return False
    part.continues = same_pot_before(part)
    return part.continues is not None


def _money_problems(source: FundingSource) -> list[Any]:
    problems = problems_with_money([source], ItemMoney.objects.filter(source=source))
    return [type(p)(p.code, p.says, "amount_vnd") for p in problems]
