"""The reports' screens: figures frozen by the form, printed, each leading to its records."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lantoa.common import dates
from lantoa.plans.models import Plan
from lantoa.reports.models import Report
from tests.factories import plans
from tests.factories.deliveries import delivery
from tests.factories.people import World
from tests.office.as_person import as_
from tests.reports.test_actions import freeze

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def ward_report(world: World) -> Report:
    plan = plans.ward_plan(world, plans.plan(world))
    return freeze(world, plan=plan, by=world.tam)


def test_figures_are_frozen_by_the_form(world: World) -> None:
    plan, today = plans.plan(world), dates.today()

    sent = as_(world.minh).post(
        reverse("office:report_freeze", args=[plan.pk]),
        {"title": "Kết quả năm", "from_on": f"01/01/{today.year}", "to_on": dates.say(today)},
    )

    report = Report.objects.get()
    assert sent.url == reverse("office:report", args=[report.pk])
    assert (report.units_of, report.frozen_by) == (today, world.minh)


def test_a_period_ahead_comes_back_with_its_sentence(world: World) -> None:
    plan, tomorrow = plans.plan(world), dates.today() + timedelta(days=1)

    page = as_(world.minh).post(
        reverse("office:report_freeze", args=[plan.pk]),
        {"title": "Kết quả năm", "from_on": "01/01/2025", "to_on": dates.say(tomorrow)},
    )

    assert "Kỳ báo cáo chưa kết thúc. Chọn ngày cuối kỳ đến hôm nay." in page.content.decode()
    assert not Report.objects.exists()


def test_each_figure_of_the_page_opens_its_records(world: World) -> None:
    plans.channel()
    line = delivery(world)
    report = freeze(world)
    minh = as_(world.minh)
    address = reverse("office:report_figure", args=[report.pk, f"unit_{world.ward.pk}"])

    page = minh.get(reverse("office:report", args=[report.pk])).content.decode()
    records = minh.get(address).content.decode()

    assert address in page
    assert reverse("office:delivery", args=[line.pk]) in records


def test_every_figure_opens(world: World) -> None:
    plans.channel()
    delivery(world)
    report = freeze(world)
    minh = as_(world.minh)

    codes = {
        minh.get(reverse("office:report_figure", args=[report.pk, f["key"]])).status_code
        for f in report.figures
    }

    assert codes == {200}
    assert minh.get(reverse("office:report_figure", args=[report.pk, "khong-co"])).status_code == 404


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_it_is_printed(world: World, form: str) -> None:
    answer = as_(world.minh).get(reverse("office:report_print", args=[freeze(world).pk, form]))

    assert answer.content[:2] == {"docx": b"PK", "pdf": b"%P"}[form]


def test_the_report_of_one_ward_does_not_exist_for_another(world: World) -> None:
    report = ward_report(world)
    addresses = [
        reverse("office:report", args=[report.pk]),
        reverse("office:report_print", args=[report.pk, "pdf"]),
        reverse("office:report_figure", args=[report.pk, "wards"]),
        reverse("office:report_freeze", args=[report.plan_id]),
    ]
    van, tam = as_(world.van), as_(world.tam)

    assert {van.get(address).status_code for address in addresses} == {404}
    assert {tam.get(address).status_code for address in addresses} == {200}
    assert report.title not in van.get(reverse("office:report_list")).content.decode()


def test_who_only_reads_does_not_freeze(world: World) -> None:
    plan = plans.plan(world)
    kha = as_(world.kha)

    assert (
        reverse("office:report_freeze", args=[plan.pk])
        not in kha.get(reverse("office:report_list")).content.decode()
    )
    assert kha.get(reverse("office:report_freeze", args=[plan.pk])).status_code == 403


def test_lists_cost_the_same_for_one_and_for_three(world: World) -> None:
    def cost(report: Report) -> tuple[int, int]:
        minh = as_(world.minh)
        with CaptureQueriesContext(connection) as listed:
            assert minh.get(reverse("office:report_list")).status_code == 200
        with CaptureQueriesContext(connection) as opened:
            assert minh.get(reverse("office:report", args=[report.pk])).status_code == 200
        return len(listed), len(opened)

    plan = plans.plan(world)
    one = cost(freeze(world, plan=plan))
    more: list[Plan] = [plans.ward_plan(world, plan, ward) for ward in (world.ward, world.other_ward)]
    last = [freeze(world, plan=one_more) for one_more in [plan, *more]][-1]

    assert cost(last) == one
