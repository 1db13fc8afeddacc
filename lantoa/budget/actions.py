"""Verbs about money: record a payment, add its papers, correct a payment by a line of its own."""

from collections.abc import Collection, Iterable
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, Sum

from lantoa.budget import queries
from lantoa.budget.models import Spending, SpendingPaper
from lantoa.budget.permissions import may_spend
from lantoa.budget.rules.only_issued_plans_are_paid import problems_with_plan
from lantoa.budget.rules.paid_not_above_proven import Proof, problems_with_payment
from lantoa.budget.rules.spending_within_its_source import problems_with_spending
from lantoa.common import audit, dates, files, ledger
from lantoa.common.files import Upload
from lantoa.common.problems import Problem, must_hold, refuse
from lantoa.deliveries.models import Delivery
from lantoa.deliveries.tellings import lock, tellings
from lantoa.people.models import User
from lantoa.people.queries import scope
from lantoa.plans.models import FundingSource, ItemMoney, Plan, PlanItem
from lantoa.plans.queries import amount_of_pot, chain_of_item, plan_in_force, pot_of, with_amendments


def _proofs(telling_ids: Collection[int]) -> list[Proof]:
    """One for each telling, by the line that holds now; paid for whichever item and line it was."""
    lock(telling_ids)
    paid = {pk for named in queries.payments_naming(telling_ids).values() for pk in named}
    return [
        Proof(done=one.counts, grade=one.grade, paid_before=one.id in paid, name=str(one.line))
        for one in tellings(telling_ids).values()
    ]


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
    """Pay `amount_vnd` đồng for an item from a source. Refused beyond estimate, source or proof."""
    if not may_spend(by, item):
        raise PermissionDenied
    position = ledger.next_position(
        "spending"
    )  # one payment at a time: what follows is read and written alone
    plan = _locked(item.plan)
    must_hold(problems_with_plan(plan, plan_in_force(plan)))
    problems: list[Problem] = []
    if amount_vnd <= 0:
        problems.append(Problem("amount", "Nhập số tiền lớn hơn 0, ví dụ 1.250.000.", "amount_vnd"))
    if spent_on > dates.today():
        problems.append(Problem("future", "Ngày chi không thể ở tương lai. Nhập ngày đã chi.", "spent_on"))
    problems += _problems_with_pot(item, source, amount_vnd)
    wanted = {d.pk for d in deliveries}
    chosen = list(Delivery.objects.filter(pk__in=wanted, unit_id__in=scope(by).inside()))
    if len(chosen) != len(wanted):
        raise PermissionDenied
    problems += problems_with_payment(quantity, _proofs({line.telling_id for line in chosen}))
    must_hold(problems)
    line = Spending.objects.create(
        position=position,
        item=item,
        source=source,
        unit_id=item.plan.unit_id,
        what=what,
        payee=payee,
        quantity=quantity,
        amount_vnd=amount_vnd,
        spent_on=spent_on,
        recorded_by=by,
        recorded_at=dates.now(),
    )
    line.deliveries.set(chosen)
    audit.log(by, "record_spending", line, unit_id=line.unit_id, amount_vnd=amount_vnd, source=source.name)
    return line


def _locked(plan: Plan) -> Plan:
    """The plan, and the one that it amends: neither is replaced while money is written to it."""
    rows = {
        one.pk: one for one in Plan.objects.select_for_update().filter(Q(pk=plan.pk) | Q(pk=plan.changes_id))
    }
    return rows[plan.pk]


def _problems_with_pot(item: PlanItem, source: FundingSource, amount_vnd: int) -> list[Problem]:
    """The item with those that it continues, the source with the pot that it is part of."""
    items, pot = chain_of_item(item), pot_of(source)
    here = with_amendments(plan_in_force(item.plan))
    estimates = ItemMoney.objects.filter(item_id__in=items, item__plan_id__in=here, source_id__in=pot)
    return problems_with_spending(
        amount_vnd,
        item_amount_vnd=estimates.aggregate(vnd=Sum("amount_vnd"))["vnd"],
        item_spent_vnd=queries.spent(pot, items),
        source_amount_vnd=amount_of_pot(pot, here),
        source_spent_vnd=queries.spent(pot),
    )


@transaction.atomic
def add_paper(
    spending: Spending, upload: Upload, *, by: User, kind: str, number: str = "", dated: date | None = None
) -> SpendingPaper:
    """Attach an invoice, contract, roster ... to a payment."""
    if not may_spend(by, spending.item):
        raise PermissionDenied
    stored = files.keep(upload, by)
    paper = SpendingPaper.objects.create(
        spending=spending,
        kind=kind,
        number=number,
        dated=dated,
        file=stored,
        added_by=by,
        added_at=dates.now(),
    )
    audit.log(by, "add_spending_paper", paper, unit_id=spending.unit_id, paper=kind, number=number)
    return paper


@transaction.atomic
def take_back_spending(spending: Spending, *, by: User, why: str) -> Spending:
    """Undo a wrong payment by a line of the opposite amount that names it and says why."""
    if not may_spend(by, spending.item):
        raise PermissionDenied
    spending = Spending.objects.select_for_update().get(pk=spending.pk)
    if hasattr(spending, "corrected_by") or spending.corrects_id:
        refuse("corrected", "Khoản chi này đã có dòng điều chỉnh. Xem dòng mới nhất.")
    if not why.strip():
        refuse("why", "Ghi lý do điều chỉnh khoản chi.", "why")
    line = Spending.objects.create(
        position=ledger.next_position("spending"),
        item=spending.item,
        source=spending.source,
        unit_id=spending.unit_id,
        what=f"Điều chỉnh: {why}"[:300],
        amount_vnd=-spending.amount_vnd,
        spent_on=dates.today(),
        corrects=spending,
        recorded_by=by,
        recorded_at=dates.now(),
    )
    audit.log(by, "take_back_spending", line, unit_id=line.unit_id, why=why)
    return line
