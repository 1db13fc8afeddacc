"""Reports: frozen with their records, each figure leading to them; later data alter nothing."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.paper.writing import to_docx
from lantoa.reports import actions
from lantoa.reports.models import Report
from lantoa.reports.printing import report_paper
from lantoa.reports.queries import behind
from tests.factories import plans
from tests.factories.deliveries import delivery
from tests.factories.people import World
from tests.office.as_person import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture(autouse=True)
def channels(db: None) -> None:
    plans.channel()


def freeze(world: World, **more: object) -> Report:
    day = dates.today()
    plan = more.pop("plan", None) or plans.plan(world, items=[{"amount_vnd": 1_000_000}])
    values = {"by": world.minh, "title": "Kết quả năm", "from_on": date(2025, 1, 1), "to_on": day}
    return actions.freeze_report(plan, **{**values, **more})


def figure(report: Report, key: str) -> dict:
    return next(f for f in report.figures if f["key"] == key)


def test_each_figure_leads_to_its_records(world: World) -> None:
    line = delivery(world)

    report = freeze(world)

    here = figure(report, f"unit_{world.ward.pk}")
    assert (here["value"], behind(report, here["key"]).things) == (1, [line])


def test_later_data_alter_nothing(world: World) -> None:
    delivery(world)
    report = freeze(world)

    delivery(world)
    report.refresh_from_db()

    assert figure(report, f"unit_{world.ward.pk}")["value"] == 1


def test_what_nobody_set_is_unknown_not_zero(world: World) -> None:
    plan = plans.plan(world, items=[{"quantity": None}])

    report = freeze(world, plan=plan)

    channel = plan.items.get().channel_id
    assert figure(report, f"channel_{channel}_planned")["value"] is None
    assert figure(report, "estimate_vnd")["value"] is None


def test_a_period_that_has_not_ended_is_refused(world: World) -> None:
    with pytest.raises(RuleBroken) as refused:
        freeze(world, to_on=dates.today() + timedelta(days=1))

    assert [p.code for p in refused.value.problems] == ["period_ahead"]


def test_only_officers_of_the_plan_report(world: World) -> None:
    for somebody in (world.tam, world.hung):
        with pytest.raises(PermissionDenied):
            freeze(world, by=somebody)


def test_the_database_refuses_to_change_a_report(world: World) -> None:
    freeze(world)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE reports_report SET title = 'x'")


def test_the_report_prints_its_numbers_and_the_head_of_the_log(world: World) -> None:
    delivery(world)
    report = freeze(world)

    paper = report_paper(report)

    assert report.audit_head[:16] in paper.closing
    assert to_docx(paper)[:2] == b"PK"


def test_a_report_and_the_way_to_its_records_are_not_there_for_another_ward(world: World) -> None:
    delivery(world)
    report = freeze(world)
    pages = [
        reverse("office:report", args=[report.pk]),
        reverse("office:report_figure", args=[report.pk, f"unit_{world.ward.pk}"]),
        reverse("office:report_print", args=[report.pk, "docx"]),
    ]

    assert [as_(world.minh).get(p).status_code for p in pages] == [200, 200, 200]
    assert [as_(world.van).get(p).status_code for p in pages] == [404, 404, 404]
