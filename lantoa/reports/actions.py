"""Verbs of reports: freeze the figures of a plan's year."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.models import LedgerCounter
from lantoa.common.problems import refuse
from lantoa.people.models import User
from lantoa.people.naming import must_name_nobody
from lantoa.plans.models import Plan
from lantoa.reports.figures import year_figures
from lantoa.reports.models import Report
from lantoa.reports.permissions import may_report


@transaction.atomic
def freeze_report(
    plan: Plan,
    *,
    by: User,
    title: str,
    from_on: date,
    to_on: date,
    units_of: date | None = None,
    person_named_why: str = "",
) -> Report:
    """Freeze the figures between two days (both included) with their records. Later data alter nothing.

    units_of: the day whose units are listed; the last day of the period on which the plan's place existed.
    """
    if not may_report(by, plan):
        raise PermissionDenied
    if to_on < from_on:
        refuse("period", "Ngày kết thúc kỳ báo cáo phải sau ngày bắt đầu.", "to_on")
    if to_on > dates.today():
        refuse("period_ahead", "Kỳ báo cáo chưa kết thúc. Chọn ngày cuối kỳ đến hôm nay.", "to_on")
    units_of = units_of or _last_day_of(plan, to_on)
    audit.seal()
    counter = LedgerCounter.objects.filter(name="deliveries").first()
    report = Report.objects.create(
        title=title.strip(),
        unit=plan.unit,
        plan=plan,
        from_on=from_on,
        to_on=to_on,
        units_of=units_of,
        figures=[figure.as_dict() for figure in year_figures(plan, from_on, to_on, units_of)],
        ledger_position=counter.last if counter else 0,
        audit_head=audit.head(),
        frozen_by=by,
        frozen_at=dates.now(),
    )
    must_name_nobody(report, report.title, by=by, why=person_named_why, what="Báo cáo")
    audit.log(by, "freeze_report", report, unit_id=plan.unit_id)
    return report


def _last_day_of(plan: Plan, to_on: date) -> date:
    """A city that was dissolved in the middle of the year is reported by the wards it had until then."""
    version = plan.territory.version_on(to_on)
    ended = version.valid_to if version else None
    return ended if ended and ended < to_on else to_on
