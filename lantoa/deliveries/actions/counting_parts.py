"""The office says from which share of a text on a part of it counts as told."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.once import once, own_key
from lantoa.common.problems import must_hold
from lantoa.deliveries.models import PartRule
from lantoa.deliveries.permissions import may_set_part_rule
from lantoa.deliveries.rules.a_part_counts_by_rule import problems_with_rule
from lantoa.people.models import Unit, User


@transaction.atomic
def set_part_rule(
    unit: Unit, least_percent: int | None, valid_from: date, *, by: User, basis: str, key: str = ""
) -> PartRule:
    """From a day on, a part counts as told from so many percent of the text; None: no part counts.

    For a unit and what lies below it, unless that has a rule of its own. What happened before keeps the
    rule of its day. key: of the client, sent twice it counts once. Raises PermissionDenied, RuleBroken.
    """
    if not may_set_part_rule(by, unit.pk):
        raise PermissionDenied

    def write() -> str:
        must_hold(problems_with_rule(least_percent, valid_from, basis, dates.today()))
        made = PartRule.objects.create(
            unit=unit,
            least_percent=least_percent,
            valid_from=valid_from,
            basis=basis.strip()[:300],
            set_by=by,
            set_at=dates.now(),
        )
        audit.log(by, "set_part_rule", made, unit_id=unit.pk, why=made.basis, least_percent=least_percent)
        return str(made.pk)

    return PartRule.objects.get(pk=once(own_key("part_rule", by, key), write))
