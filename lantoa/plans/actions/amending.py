"""Amend or replace an issued plan by another that names it; the old one stays as it was printed."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.dates import say
from lantoa.common.problems import must_hold, refuse
from lantoa.library.models import Policy
from lantoa.people.models import AudienceKind, Unit, User
from lantoa.plans.actions.copying import EVERYTHING, basis_on, copy_item_whole, copy_parts
from lantoa.plans.actions.doing import locked
from lantoa.plans.actions.drafting import new_draft
from lantoa.plans.actions.items import add_item
from lantoa.plans.models import Channel, FundingSource, LegalBasis, Plan, PlanItem, PlanSection, Recipient
from lantoa.plans.names_of_the_day import NamesOfTheDay
from lantoa.plans.permissions import may_write
from lantoa.plans.queries import chain_of, items_in_force, open_amendment, same_sources
from lantoa.plans.rules.can_be_submitted import problems_with_changing
from lantoa.plans.states import IN_FORCE

HEAD = (
    "programme",
    "parent",
    "superior_name",
    "issuer_name",
    "symbol",
    "place",
    "wards_due_on",
    "on_behalf_of",
    "signing_mode",
    "head_title",
    "signer_title",
    "signer_name",
)


@transaction.atomic
def amend_plan(plan: Plan, kind: str, *, by: User) -> Plan:
    """A new draft that amends (`Plan.Change.AMENDS`) or replaces (`REPLACES`) an issued plan.

    An amendment begins empty and adds items; a replacement begins with everything the old plan and its
    amendments say, and ends them when it is issued. One open draft of each kind.
    """
    plan = _may_be_changed(plan, by)
    kind = Plan.Change(kind)
    if plan.changed_by.filter(change_kind=kind, state__in=["draft", "submitted", "signed"]).exists():
        refuse(
            "already_changing", f"Đã có bản {kind.label} của kế hoạch này đang làm. Mở bản đó để tiếp tục."
        )
    if kind == Plan.Change.AMENDS:
        return _amendment(plan, by)
    return _replacement(plan, by)


@transaction.atomic
def draft_amendment_with_item(
    plan: Plan,
    *,
    title: str,
    channel: Channel,
    audiences: Iterable[AudienceKind],
    policies: Iterable[Policy],
    units: Iterable[Unit],
    by: User,
) -> PlanItem:
    """Append an item to the open draft amendment of an issued plan; begin one where there is none.

    Quantity, dates and money stay open: they are for a person to say.
    """
    plan = _may_be_changed(plan, by)
    draft = open_amendment(plan) or _amendment(plan, by)
    policies = list(policies)
    return add_item(
        draft,
        by=by,
        title=title,
        channel=channel,
        audiences=audiences,
        policies=policies,
        topics={policy.topic_id: policy.topic for policy in policies}.values(),
        units=units,
    )


def _may_be_changed(plan: Plan, by: User) -> Plan:
    """The plan itself, locked; for an amendment the plan that it amends."""
    plan = locked(plan.pk)
    if plan.changes and plan.change_kind == Plan.Change.AMENDS:
        plan = locked(plan.changes.pk)
    if not may_write(by, plan.unit_id):
        raise PermissionDenied
    must_hold(problems_with_changing(plan))
    return plan


def _new(plan: Plan, kind: Plan.Change, title: str, by: User) -> Plan:
    kept = {name: getattr(plan, name) for name in HEAD}
    names = NamesOfTheDay(plan, dates.today())
    kept |= {name: names.in_text(kept[name]) for name in ("superior_name", "issuer_name")}
    draft = new_draft(plan.unit, plan.year, by, **kept, title=title, changes=plan, change_kind=kind)
    draft.territory_id = plan.territory_id
    draft.save()
    audit.log(by, "amend_plan", draft, unit_id=plan.unit_id, changes=plan.pk, kind=str(kind))
    return draft


def _amendment(plan: Plan, by: User) -> Plan:
    named = f"Kế hoạch số {plan.full_number} ngày {say(plan.issued_on)}"
    draft = _new(plan, Plan.Change.AMENDS, f"Sửa đổi, bổ sung {named}", by)
    LegalBasis.objects.create(plan=draft, **basis_on(plan))
    copy_parts(plan, draft, (FundingSource, Recipient))
    _name_recipients(draft)
    draft.funding_sources.update(amount_vnd=None)  # how much more money is for a person to say
    told = f"Bổ sung vào {named} các nội dung tại Phụ lục kèm theo. Các nội dung khác giữ nguyên."
    PlanSection.objects.create(
        plan=draft, number="I", title="NỘI DUNG SỬA ĐỔI, BỔ SUNG", blocks=[{"text": told}]
    )
    return draft


def _name_recipients(draft: Plan) -> None:
    """Who gets the paper, as they are called today."""
    names = NamesOfTheDay(draft, dates.today())
    for one in draft.recipients.all():
        one.name = names.in_text(one.name)
        one.save(update_fields=["name"])


def _replacement(plan: Plan, by: User) -> Plan:
    draft = _new(plan, Plan.Change.REPLACES, plan.title, by)
    draft.opening, draft.closing, draft.annexes = plan.opening, plan.closing, plan.annexes
    draft.save(update_fields=["opening", "closing", "annexes"])
    sources = _with_amendments(plan, draft, copy_parts(plan, draft, EVERYTHING))
    _name_recipients(draft)
    LegalBasis.objects.create(plan=draft, order=draft.legal_bases.count(), **basis_on(plan))
    for item in items_in_force(plan):
        copy_item_whole(item, draft, sources)
    return draft


def _with_amendments(plan: Plan, draft: Plan, copies: dict[int, FundingSource]) -> dict[int, FundingSource]:
    """Old source id -> its copy, with those of the amendments: what they add to a pot, pots of their own."""
    amendments = Plan.objects.filter(changes=plan, change_kind=Plan.Change.AMENDS, state__in=IN_FORCE)
    added = list(FundingSource.objects.filter(plan__in=amendments).order_by("plan_id", "order", "pk"))
    pots = same_sources(chain_of(plan))
    for source in added:
        same = next((copies[pk] for pk in copies if pk in pots[source.pk]), None)
        if same is None:
            same = FundingSource.objects.create(
                plan=draft,
                order=len(copies),
                name=source.name,
                amount_vnd=source.amount_vnd,
                continues=source,
            )
        elif same.amount_vnd is not None and source.amount_vnd is not None:
            same.amount_vnd += source.amount_vnd
            same.save(update_fields=["amount_vnd"])
        copies[source.pk] = same
    return copies
