"""Báo cáo trên giấy: gửi đúng nơi, ký đúng thể thức, kể theo đơn vị của thời gian kế hoạch."""

from datetime import date, timedelta

import pytest

from lantoa.common import dates
from lantoa.paper.structure import Table
from lantoa.people.models import Succession, UnitKind
from lantoa.plans.models import Plan
from lantoa.reports import actions
from lantoa.reports.models import Report
from lantoa.reports.printing import report_paper
from tests.factories import people, plans
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def frozen(world: World, plan: Plan, by: object = None) -> Report:
    first = date(dates.today().year, 1, 1)
    title = "Kết quả thực hiện kế hoạch"
    return actions.freeze_report(plan, by=by or world.minh, title=title, from_on=first, to_on=dates.today())


def test_an_office_reports_to_the_committee_of_its_place_and_signs_as_in_its_plan(world: World) -> None:
    paper = report_paper(frozen(world, plans.plan(world)))

    assert paper.addressees == ["Ủy ban nhân dân thành phố Sông Phố"]
    assert paper.signers[0].lines == ["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"]
    assert paper.symbol == "BC-PLĐXH"
    assert "Phòng Lao động - Xã hội thành phố Sông Phố báo cáo kết quả" in paper.opening[0].text


def test_a_ward_reports_to_whoever_issued_the_plan_that_it_follows(world: World) -> None:
    ward = plans.ward_plan(world, plans.plan(world))

    paper = report_paper(frozen(world, ward, by=world.tam))

    assert paper.addressees == ["Phòng Lao động - Xã hội thành phố Sông Phố"]


def test_a_place_that_ended_within_the_period_is_told_by_the_units_it_had(world: World) -> None:
    """Đơn vị chấm dứt giữa kỳ thì báo cáo kể theo các đơn vị của ngày cuối cùng còn tồn tại."""
    made = plans.plan(world)
    today = dates.today()
    ended = date(today.year, 1, 1)
    world.city.versions.update(valid_to=ended)
    people.unit("Mới Lập", "phường", UnitKind.WARD, world.city, valid_from=today)

    report = frozen(world, made)

    wards = next(f for f in report.figures if f["key"] == "wards")
    assert (report.units_of, wards["value"]) == (ended, 3)


def test_few_people_are_not_counted_on_paper(world: World) -> None:
    """Số người, hộ dưới 5 không ra ngoài cơ quan; số lượt, số tiền thì vẫn ghi."""
    report = frozen(world, plans.plan(world))
    for figure in report.figures:
        figure["value"] = 3 if figure["key"] in ("reach_low", "reach_high", "wards") else figure["value"]

    told = {
        row[1]: row[3]
        for section in report_paper(report).sections
        for table in section.blocks
        if isinstance(table, Table)
        for row in ([cell.text for cell in cells] for cells in table.rows)
        if len(row) == 5
    }

    assert (told["Đến được ít nhất"], told["Đến được nhiều nhất"]) == ("ẩn số", "ẩn số")
    assert "3" in told.values()


def test_a_report_of_an_ended_office_is_that_of_the_office_that_carries_on(world: World) -> None:
    """Cơ quan đã kết thúc không đứng tên báo cáo chốt sau đó."""
    today = dates.today()
    made = plans.plan(
        world, issuer_name="PHÒNG LAO ĐỘNG", superior_name="UBND THÀNH PHỐ", signer_name="Trần Ngọc Lan"
    )
    heir = people.unit("Kinh tế", "phòng", UnitKind.OFFICE, world.city, valid_from=today)
    before = report_paper(frozen(world, made))
    world.office.versions.update(valid_to=today - timedelta(days=1))
    Succession.objects.create(predecessor=world.office, successor=heir, on=today)

    after = report_paper(frozen(world, made))

    assert (before.issuer, before.signers[0].name) == ("PHÒNG LAO ĐỘNG", "Trần Ngọc Lan")
    assert (after.superior, after.issuer) == ("ỦY BAN NHÂN DÂN THÀNH PHỐ SÔNG PHỐ", "PHÒNG KINH TẾ")
    assert (after.symbol, after.signers[0].name) == ("BC", "")
    assert "phòng Kinh tế báo cáo kết quả" in after.opening[0].text
