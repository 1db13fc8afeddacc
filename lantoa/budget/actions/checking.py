"""Look at a payment as the second person: found complete, or sent back with words."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.budget import queries
from lantoa.budget.models import Spending, SpendingCheck
from lantoa.budget.permissions import may_check
from lantoa.budget.rules.a_second_person_checks import problems_with_checker, problems_with_verdict
from lantoa.common import audit, dates, ledger
from lantoa.common.problems import must_hold, refuse
from lantoa.people.models import User


@transaction.atomic
def check_spending(spending: Spending, *, by: User, accepted: bool, note: str = "") -> SpendingCheck:
    """Say that a payment has its papers and its proof, or what it lacks (note). Never one's own."""
    if not may_check(by, spending):
        raise PermissionDenied
    ledger.next_position("spending")  # what is proven is shared out among payments one by one
    spending = Spending.objects.select_for_update().select_related("item__plan").get(pk=spending.pk)
    payment = queries.standings([spending])[spending.pk]
    if not payment.stands:
        refuse("corrected", "Khoản chi này đã có dòng điều chỉnh nên không soát nữa.")
    must_hold(
        problems_with_checker(by.pk, payment.hands) or problems_with_verdict(accepted, note, payment.lacking)
    )
    check = SpendingCheck.objects.create(
        spending=spending,
        accepted=accepted,
        note=note.strip()[:300],
        papers_seen=spending.papers.count(),
        tellings_seen=spending.paid_tellings.count(),
        by=by,
        at=dates.now(),
    )
    audit.log(by, "check_spending", check, unit_id=spending.unit_id, accepted=accepted, note=check.note)
    return check
