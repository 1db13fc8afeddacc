"""Steps 1-4 of the thread: the plan comes in, is corrected, signed, numbered and printed; wards follow."""

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document as Docx
from playwright.sync_api import Page, expect

from lantoa.common import dates
from lantoa.people.models import Unit, User
from lantoa.plans.models import Plan
from tests.journeys.browser import check_page, press
from tests.journeys.papers import plan_file, scan_file

if TYPE_CHECKING:
    from tests.journeys.test_the_thread import Office


def city_plan_comes_in(office: "Office") -> Plan:
    """Minh uploads, corrects and submits; Lan signs; Thư records number and date."""
    world = office.world
    page = office.at(world.minh, "/ke-hoach/doc/")
    page.get_by_label("Tệp kế hoạch").set_input_files(plan_file(office.folder))
    press(page, "Đọc tệp")
    check_page(page)
    expect(page.get_by_text("Chưa có").first).to_be_visible()
    expect(page.get_by_text("Kế hoạch số 11/KH-SLĐXH ngày 08/01/2026").first).to_be_visible()
    assert not Plan.objects.exists()
    press(page, "Xác nhận và lưu nháp")
    plan = Plan.objects.get()
    assert (plan.number, plan.issued_on) == ("", None)
    assert [a.name for a in plan.audiences.all()][:3] == [
        "công chức làm công tác giảm nghèo",
        "hộ nghèo",
        "hộ cận nghèo",
    ]
    check_page(page)
    add_item(page, plan, world.ward, world.other_ward, world.third_ward)
    page.goto(f"/ke-hoach/{plan.pk}/")
    check_page(page)
    press(page, "Trình ký")
    signed_and_issued(office, plan, world.lan, world.thu)
    plan.refresh_from_db()
    prints_as_it_was_issued(office.at(world.minh, f"/ke-hoach/{plan.pk}/"), plan)
    return plan


def add_item(page: Page, plan: Plan, *wards: Unit) -> None:
    page.goto(f"/ke-hoach/{plan.pk}/noi-dung/them/")
    check_page(page)
    page.get_by_label("Nội dung").fill("Phát thanh về thẻ bảo hiểm y tế")
    page.get_by_label("Kênh", exact=True).select_option(label="Đài truyền thanh cơ sở")
    page.get_by_label("Hộ nghèo", exact=True).check()
    page.get_by_label("Số lượng").fill("12")
    page.get_by_label("Từ ngày").fill(f"01/01/{plan.year}")
    page.get_by_label("Đến ngày").fill(f"31/12/{plan.year}")
    for ward in wards:
        page.get_by_label(str(ward), exact=True).check()
    press(page, "Lưu nội dung")
    check_page(page)


def signed_and_issued(office: "Office", plan: Plan, leader: User, clerk: User) -> None:
    page = office.at(leader, f"/ke-hoach/{plan.pk}/")
    press(page, "Ký kế hoạch")
    check_page(page)
    page = office.at(clerk, f"/ke-hoach/{plan.pk}/ban-hanh/")
    if not page.get_by_label("Ký hiệu").input_value():
        page.get_by_label("Ký hiệu").fill("KH-UBND")
    page.get_by_label("Ngày ban hành").fill(dates.say(dates.today()))
    page.get_by_label("Bản quét đã ký").set_input_files(scan_file(office.folder))
    press(page, re.compile("Ban hành|Ghi số"))
    check_page(page)
    expect(page.get_by_text("Đã ban hành").first).to_be_visible()


def prints_as_it_was_issued(page: Page, plan: Plan) -> None:
    """The paper carries the number that the clerk gave, the bases in their lines, the recipients."""
    for form, magic in (("DOCX", b"PK"), ("PDF", b"%P")):
        with page.expect_download() as paper:
            page.get_by_role("link", name=form).first.click()
        content = Path(paper.value.path()).read_bytes()
        assert content[:2] == magic
        if form == "DOCX":
            document = Docx(io.BytesIO(content))
            words = "\n".join(
                [p.text for p in document.paragraphs]
                + [cell.text for table in document.tables for row in table.rows for cell in row.cells]
            )
            assert f"Số: {plan.number}/{plan.symbol}" in words
            assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in words
            assert "Lưu: VT" in words


def wards_follow(office: "Office", plan: Plan) -> None:
    """Two wards follow and issue; the city sees the third that has not."""
    world = office.world
    for officer, leader, ward in (
        (world.tam, world.yen, world.ward),
        (world.van, world.oanh, world.other_ward),
    ):
        page = office.at(officer, f"/ke-hoach/{plan.pk}/")
        press(page, f"Lập kế hoạch của {ward}")
        check_page(page)
        own = Plan.objects.get(parent=plan, unit=ward)
        page.goto(f"/ke-hoach/{own.pk}/")
        press(page, "Trình ký")
        signed_and_issued(office, own, leader, officer)
    page = office.at(world.minh, f"/ke-hoach/{plan.pk}/phuong-xa/")
    expect(page.get_by_role("row", name="Bến Gỗ").first).to_contain_text("Đã ban hành")
    expect(page.get_by_role("row", name="Đồng Cát").first).to_contain_text("Chưa")
