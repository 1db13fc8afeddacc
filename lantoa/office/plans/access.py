"""A plan for this person, or nothing: fetched and authorised in one line; what is not hers is 404."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from lantoa.common.problems import RuleBroken
from lantoa.people.models import User
from lantoa.plans.models import Plan
from lantoa.plans.permissions import may_write
from lantoa.plans.queries import whole_plan
from lantoa.plans.rules.issued_plan_is_never_edited import problems_with_editing


def plan_or_404(user: User, pk: int) -> Plan:
    """The plan with all its parts."""
    found = whole_plan(user, pk)
    if found is None:
        raise Http404
    return found


def draft_or_refusal(user: User, pk: int) -> Plan:
    """The plan, to be edited. 404 when she may not see it, 403 when she may not write it.

    Raises RuleBroken when it is no draft any more.
    """
    found = plan_or_404(user, pk)
    if not may_write(user, found.unit_id):
        raise PermissionDenied
    if problems := problems_with_editing(found):
        raise RuleBroken(problems)
    return found
