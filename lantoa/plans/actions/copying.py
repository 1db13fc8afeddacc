"""Copy the skeleton of one plan into the draft of another."""

from collections.abc import Iterable

from lantoa.common.dates import say
from lantoa.people.models import Unit
from lantoa.plans.models import (
    FundingSource,
    ItemMoney,
    LegalBasis,
    Plan,
    PlanAudience,
    PlanChannel,
    PlanItem,
    PlanPart,
    PlanSection,
    PlanTask,
    PlanTopic,
    Recipient,
)

SKELETON = (PlanAudience, PlanTopic, PlanChannel)
EVERYTHING = (LegalBasis, PlanSection, *SKELETON, PlanTask, FundingSource, Recipient)


def copy_parts(old: Plan, new: Plan, models: Iterable[type[PlanPart]]) -> dict[int, FundingSource]:
    """Copy these parts in order. What they were read from stays with the old plan.

    Returns old funding source id -> its copy.
    """
    sources = {}
    for model in models:
        for row in model._default_manager.filter(plan=old):
            before = row.pk
            row.pk, row.plan, row.read_from = None, new, ""
            row._state.adding = True
            if isinstance(row, FundingSource):
                row.continues_id = before
                sources[before] = row
            row.save()
    return sources


def copy_item(old: PlanItem, new: Plan, units: Iterable[Unit], **fields: object) -> PlanItem:
    """A new item that follows the old one: what is told to whom; how much, when and where only if given."""
    copy = PlanItem.objects.create(
        plan=new,
        follows=old,
        title=old.title,
        channel=old.channel,
        counting_unit=old.counting_unit,
        order=old.order,
        **fields,
    )
    copy.topics.set(old.topics.all())
    copy.policies.set(old.policies.all())
    copy.audiences.set(old.audiences.all())
    copy.units.set(units)
    return copy


def copy_item_whole(old: PlanItem, new: Plan, sources: dict[int, FundingSource]) -> PlanItem:
    """A new item with everything that the old one says, its money on the copied sources."""
    said = ("quantity", "starts_on", "ends_on", "place", "lead", "coordinating")
    copy = copy_item(old, new, old.units.all(), **{name: getattr(old, name) for name in said})
    for money in old.money.all():
        if money.source_id in sources:
            ItemMoney.objects.create(item=copy, source=sources[money.source_id], amount_vnd=money.amount_vnd)
    return copy


def basis_on(plan: Plan) -> dict[str, object]:
    """The legal basis that names an issued plan, with the citation as `language.citations` would read it."""
    issuer = issuer_in_words(plan)
    named = f"Kế hoạch số {plan.full_number} ngày {say(plan.issued_on)}"
    title = plan.title[:1].lower() + plan.title[1:]
    citation = {
        "text": named,
        "type": "Kế hoạch",
        "number": plan.number,
        "symbol": plan.symbol,
        "issuer": issuer,
        "date": plan.issued_on.isoformat() if plan.issued_on else None,
    }
    return {"text": f"Căn cứ {named} của {issuer} về {title}", "citation": citation}


def issuer_in_words(plan: Plan) -> str:
    """The issuer as it stands in running text; printed capitals do not tell which words keep theirs."""
    if plan.issuer_name and not plan.issuer_name.isupper():
        return plan.issuer_name
    name = plan.unit.name_on(plan.issued_on)
    return name if plan.unit_id != plan.territory_id else f"Ủy ban nhân dân {name}"
