"""Pay for an item from a source, name the tellings that were paid, undo a payment by a line of its own."""

from collections.abc import Collection, Iterable
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Q, Sum

from lantoa.budget import queries
from lantoa.budget.models import PaidTelling, Spending
from lantoa.budget.permissions import keeps_money_of, may_spend
from lantoa.budget.rules.money_moves_in_its_year import problems_with_day
from lantoa.budget.rules.only_issued_plans_are_paid import problems_with_plan
from lantoa.budget.rules.only_living_units_pay import problems_with_payer
from lantoa.budget.rules.paid_not_above_proven import Proof, problems_with_payment
from lantoa.budget.rules.settlement_needs_documents import problems_with_payee
from lantoa.budget.rules.spending_within_its_source import problems_with_spending
from lantoa.common import audit, dates, ledger
from lantoa.common.problems import Problem, must_hold, refuse
from lantoa.deliveries.models import Delivery
from lantoa.deliveries.tellings import lock, tellings
from lantoa.people.models import User
from lantoa.people.queries import carriers_on, scope
from lantoa.plans.models import FundingSource, ItemMoney, Plan, PlanItem
from lantoa.plans.queries import (
    amount_of_pot,
    chain_of_item,
    plan_in_force,
    pot_of,
    with_amendments,
    with_followers,
)

LEDGER = "spending"


@transaction.atomic
def record_spending(
    item: PlanItem,
    source: FundingSource,
    *,
    by: User,
    what: str,
    amount_vnd: int,
    spent_on: date,
    payee: str = "",
    quantity: int | None = None,
    deliveries: Iterable[Delivery] = (),
) -> Spending:
    """Pay `amount_vnd` đồng for an item from a source. Refused beyond estimate, source, year or proof.

    deliveries: any lines of the tellings that are paid; what is paid before it can be proven names them later
    (`name_tellings`) and is not settled until then.
    """
    if not may_spend(by, item):
        raise PermissionDenied
    position = ledger.next_position(LEDGER)  # from here on no other payment is read or written
    plan = _locked(item.plan)
    must_hold(problems_with_plan(plan, plan_in_force(plan)))
    problems = [] if amount_vnd > 0 else [_no_amount()]
    problems += problems_with_payee(payee)
    day = problems_with_day(spent_on, plan.year, dates.today())
    payer = 0 if day else _payer(plan, spent_on, by)
    problems += day + _problems_with_pot(item, source, amount_vnd)
    named = _named(deliveries, by)
    problems += problems_with_payment(quantity, _proofs(named, chain_of_item(item)))
    must_hold(problems)
    line = Spending.objects.create(
        position=position,
        item=item,
        source=source,
        unit_id=payer,
        what=what,
        payee=payee.strip(),
        quantity=quantity,
        amount_vnd=amount_vnd,
        spent_on=spent_on,
        recorded_by=by,
        recorded_at=dates.now(),
    )
    _name(line, named, by)
    audit.log(by, "record_spending", line, unit_id=line.unit_id, amount_vnd=amount_vnd, source=source.name)
    return line


@transaction.atomic
def name_tellings(spending: Spending, deliveries: Iterable[Delivery], *, by: User) -> Spending:
    """Say later which tellings a payment was for. Each is paid once, whoever names it."""
    if not may_spend(by, spending.item):
        raise PermissionDenied
    ledger.next_position(LEDGER)
    spending = Spending.objects.get(pk=spending.pk)
    _must_stand(spending)
    named = _named(deliveries, by)
    if not named:
        refuse("no_telling", "Chọn ít nhất một lượt truyền thông.", "deliveries")
    must_hold(problems_with_payment(None, _proofs(named, chain_of_item(spending.item))))
    _name(spending, named, by)
    audit.log(by, "name_paid_tellings", spending, unit_id=spending.unit_id, tellings=sorted(named))
    return spending


@transaction.atomic
def take_back_spending(spending: Spending, *, by: User, why: str) -> Spending:
    """Undo a wrong payment by a line of the opposite amount that names it and says why."""
    if not may_spend(by, spending.item):
        raise PermissionDenied
    position = ledger.next_position(LEDGER)
    spending = Spending.objects.select_for_update().get(pk=spending.pk)
    _must_stand(spending)
    if not why.strip():
        refuse("why", "Ghi lý do điều chỉnh khoản chi.", "why")
    today, plan = dates.today(), spending.item.plan
    must_hold(problems_with_day(today, plan.year, today))
    line = Spending.objects.create(
        position=position,
        item=spending.item,
        source=spending.source,
        unit_id=_payer(plan, today, by),
        what=f"Điều chỉnh: {why}"[:300],
        amount_vnd=-spending.amount_vnd,
        spent_on=today,
        corrects=spending,
        recorded_by=by,
        recorded_at=dates.now(),
    )
    audit.log(by, "take_back_spending", line, unit_id=line.unit_id, why=why)
    return line


def _no_amount() -> Problem:
    return Problem("amount", "Nhập số tiền lớn hơn 0, ví dụ 1.250.000.", "amount_vnd")


def _must_stand(spending: Spending) -> None:
    if hasattr(spending, "corrected_by") or spending.corrects_id:
        refuse("corrected", "Khoản chi này đã có dòng điều chỉnh. Xem dòng mới nhất.")


def _locked(plan: Plan) -> Plan:
    """The plan, and the one that it amends: neither is replaced while money is written to it."""
    rows = Plan.objects.select_for_update().filter(Q(pk=plan.pk) | Q(pk=plan.changes_id)).order_by("pk")
    return {one.pk: one for one in rows}[plan.pk]


def _payer(plan: Plan, day: date, by: User) -> int:
    """Id of the unit that pays: the plan's own while it is there, else the one of hers that carries on."""
    there = carriers_on(plan.unit_id, day)
    hers = [version for version in there if version.unit_id in keeps_money_of(by)]
    if there and not hers:
        raise PermissionDenied
    names = [version.full_name for version in there]
    must_hold(problems_with_payer(plan.unit.name_on(plan.issued_on), day, names, len(hers)))
    return int(hers[0].unit_id)


def _problems_with_pot(item: PlanItem, source: FundingSource, amount_vnd: int) -> list[Problem]:
    """The item with those that it continues, the source with the pot that it is part of."""
    here = with_amendments(plan_in_force(item.plan))
    items, pot = chain_of_item(item), pot_of(source)
    estimates = ItemMoney.objects.filter(item_id__in=items, item__plan_id__in=here, source_id__in=pot)
    return problems_with_spending(
        amount_vnd,
        item_amount_vnd=estimates.aggregate(vnd=Sum("amount_vnd"))["vnd"] if source.plan_id in here else None,
        item_spent_vnd=queries.spent(pot, items),
        source_amount_vnd=amount_of_pot(pot, here),
        source_spent_vnd=queries.spent(pot),
    )


def _named(deliveries: Iterable[Delivery], by: User) -> set[int]:
    """The ids of the tellings to which these lines of her units belong."""
    wanted = {line.pk for line in deliveries}
    lines = list(Delivery.objects.filter(pk__in=wanted, unit_id__in=scope(by).inside()))
    if len(lines) != len(wanted):
        raise PermissionDenied
    return {line.telling_id for line in lines}


def _proofs(telling_ids: Collection[int], items: Collection[int]) -> list[Proof]:
    """One for each telling, held until the end, by the line that holds now; whoever paid for it before."""
    lock(telling_ids)
    paid = {pk for named in queries.payments_naming(telling_ids).values() for pk in named}
    told = tellings(telling_ids)
    own = with_followers(items) if told else {}
    return [
        Proof(one.counts, one.grade, one.id in paid, str(one.line), one.line.plan_item_id in own)
        for one in told.values()
    ]


def _name(spending: Spending, telling_ids: Collection[int], by: User) -> None:
    """Each in its next turn: of two who come here at once for one telling the database lets one through."""
    turns = PaidTelling.objects.filter(telling_id__in=telling_ids).order_by()
    taken = dict(turns.values_list("telling_id").annotate(Count("pk")))
    PaidTelling.objects.bulk_create(
        PaidTelling(
            spending=spending, telling_id=pk, turn=taken.get(pk, 0) + 1, named_by=by, named_at=dates.now()
        )
        for pk in sorted(telling_ids)
    )
