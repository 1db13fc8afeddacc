"""Giấy của ngày nào gọi đơn vị theo tên của ngày ấy: tỉnh đã thành thành phố thì không còn “UBND tỉnh”."""

from datetime import timedelta

import pytest

from lantoa.common import dates
from lantoa.people.models import UnitVersion
from lantoa.plans import actions
from lantoa.plans.letterhead import letterhead_on
from lantoa.plans.models import Plan, Recipient
from lantoa.plans.names_of_the_day import NamesOfTheDay
from lantoa.plans.printing import to_official
from lantoa.plans.queries import with_parts
from lantoa.reports import actions as reports
from lantoa.reports.printing import report_paper
from tests.factories import plans
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def renamed(world: World) -> None:
    """Until yesterday the city was a town (thị xã)."""
    today = dates.today()
    (now,) = world.city.versions.all()
    UnitVersion.objects.create(
        unit=world.city, name=now.name, type_word="thị xã", kind=now.kind, valid_to=today - timedelta(days=1)
    )
    UnitVersion.objects.filter(pk=now.pk).update(valid_from=today)


def paper_of(plan: Plan):
    return to_official(with_parts(Plan.objects.filter(pk=plan.pk)).get())


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("UBND THỊ XÃ SÔNG PHỐ", "UBND THÀNH PHỐ SÔNG PHỐ"),
        ("Ủy ban nhân dân thị xã Sông Phố (để báo cáo)", "Ủy ban nhân dân thành phố Sông Phố (để báo cáo)"),
        ("Thị xã Sông Phố", "Thành phố Sông Phố"),
        ("UBND tỉnh Sông Phố", "UBND tỉnh Sông Phố"),
        ("Sở Tài chính", "Sở Tài chính"),
        ("", ""),
    ],
)
def test_a_name_of_another_time_becomes_that_of_the_day(world: World, typed: str, told: str) -> None:
    plan = plans.plan(world, issued=False)
    renamed(world)

    assert NamesOfTheDay(plan, dates.today()).in_text(typed) == told
    assert NamesOfTheDay(plan, dates.today() - timedelta(days=9)).in_text("UBND THỊ XÃ SÔNG PHỐ") == (
        "UBND THỊ XÃ SÔNG PHỐ"
    )


def test_a_draft_is_printed_with_the_names_of_its_day_and_what_was_issued_as_it_was(world: World) -> None:
    head = {"superior_name": "UBND THỊ XÃ SÔNG PHỐ"}
    draft, issued = plans.plan(world, issued=False, **head), plans.plan(world, **head)
    Recipient.objects.create(plan=draft, order=9, name="Ủy ban nhân dân thị xã Sông Phố")
    renamed(world)

    paper = paper_of(draft)

    assert paper.superior == "UBND THÀNH PHỐ SÔNG PHỐ"
    assert "Ủy ban nhân dân thành phố Sông Phố" in paper.recipients
    assert paper_of(issued).superior == "UBND THỊ XÃ SÔNG PHỐ"


@pytest.mark.parametrize("kind", list(Plan.Change))
def test_an_amendment_begins_with_the_names_of_today(world: World, kind: str) -> None:
    plan = plans.plan(world, superior_name="UBND THỊ XÃ SÔNG PHỐ")
    renamed(world)

    draft = actions.amend_plan(plan, kind, by=world.minh)

    assert draft.superior_name == "UBND THÀNH PHỐ SÔNG PHỐ"
    assert letterhead_on(plan, dates.today()).superior.endswith("THÀNH PHỐ SÔNG PHỐ")


def test_a_report_is_sent_to_the_committee_as_it_is_called_on_its_day(world: World) -> None:
    plan = plans.plan(world)
    renamed(world)
    report = reports.freeze_report(
        plan, by=world.minh, title="Kết quả", from_on=dates.today() - timedelta(days=9), to_on=dates.today()
    )
    yesterday = dates.today() - timedelta(days=1)

    assert world.city.name_on(yesterday) == "thị xã Sông Phố"
    assert report_paper(report).addressees == ["Ủy ban nhân dân thành phố Sông Phố"]


def test_who_signs_in_the_system_stands_under_the_paper(world: World) -> None:
    """Không kế hoạch nào ký mà không có tên người ký; tên đã ghi thì giữ."""
    city = plans.plan(world)
    ward = plans.ward_plan(world, city)

    assert (ward.signed_by, ward.signer_name) == (world.yen, world.yen.full_name)
    assert paper_of(ward).signers[0].name == world.yen.full_name
