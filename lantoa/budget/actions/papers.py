"""Hand in the papers of a payment."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.budget.models import Spending, SpendingPaper
from lantoa.budget.permissions import may_spend
from lantoa.budget.rules.papers_are_of_their_day import problems_with_paper_day
from lantoa.budget.rules.papers_show_something import problems_with_picture
from lantoa.common import audit, dates, files
from lantoa.common.files import PAPERS, Upload
from lantoa.common.problems import must_hold
from lantoa.people.models import User


@transaction.atomic
def add_paper(
    spending: Spending,
    upload: Upload,
    *,
    by: User,
    kind: str,
    number: str = "",
    dated: date | None = None,
    payee: str = "",
) -> SpendingPaper:
    """Attach an invoice, contract, roster ... to a payment. payee: whom the paper names, when another."""
    if not may_spend(by, spending.item):
        raise PermissionDenied
    must_hold(
        problems_with_paper_day(kind, dated, spending.item.plan.year, dates.today())
        + (files.problems_with(upload, PAPERS) or problems_with_picture(upload))
    )
    Spending.objects.select_for_update().get(
        pk=spending.pk
    )  # a check under way sees all papers or none of it
    stored = files.keep(upload, by)
    paper = SpendingPaper.objects.create(
        spending=spending,
        kind=kind,
        number=number.strip(),
        dated=dated,
        payee=payee.strip(),
        file=stored,
        added_by=by,
        added_at=dates.now(),
    )
    audit.log(by, "add_spending_paper", paper, unit_id=spending.unit_id, paper=kind, number=number)
    return paper
