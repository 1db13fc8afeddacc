"""A plan comes in, a message goes out, proof comes back: the whole thread in a real browser.

One story in the plan's own words, each step by the person whose work it is. Minh prepares, Lan signs, Thư
numbers, Bình writes, Hùng checks, Yến and Oanh lead their wards, Tâm and Vân work there; the third ward does
nothing and is found to have been left out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from lantoa.broadcast.models import Station
from lantoa.common import dates
from lantoa.content.models import Edition, EditionVersion
from lantoa.desk.stops import record_stops
from lantoa.library.models import Document, Policy
from lantoa.library.reference import load_topics
from lantoa.people.models import AudienceSize, User
from lantoa.plans.models import Plan
from lantoa.plans.reference import load_reference
from tests.factories.people import World, make_world
from tests.journeys.browser import check_page, follow, press
from tests.journeys.papers import DECREE, scan_file
from tests.journeys.plan_steps import city_plan_comes_in, wards_follow

pytestmark = [pytest.mark.journey, pytest.mark.db]

SCRIPT = "Thưa bà con, hộ nghèo được Nhà nước cấp thẻ bảo hiểm y tế và không phải đóng tiền."
MENDED = "Thưa bà con, hộ nghèo được Nhà nước cấp thẻ bảo hiểm y tế, nhà mình không phải đóng tiền."
BANNER = "Hộ nghèo được cấp thẻ bảo hiểm y tế, không phải đóng tiền"


@dataclass
class Office:
    """Everyone with a window of her own."""

    world: World
    window: Callable[[User], Page]
    folder: Path
    pages: dict[str, Page] = field(default_factory=dict)

    def of(self, user: User) -> Page:
        if user.username not in self.pages:
            self.pages[user.username] = self.window(user)
        return self.pages[user.username]

    def at(self, user: User, address: str) -> Page:
        """Her window, opened at an address; every page she sees is checked."""
        page = self.of(user)
        page.goto(address)
        check_page(page)
        return page


@pytest.fixture
def office(open_window: Callable[..., Page], transactional_db: None, tmp_path: Path) -> Office:
    world = make_world()
    load_reference()
    load_topics()
    day = dates.today() - timedelta(days=30)
    for ward, households in ((world.ward, 120), (world.other_ward, 80), (world.third_ward, 60)):
        AudienceSize.objects.create(
            unit=ward, kind=world.poor, count=households, counted_on=day, source="Rà soát cuối năm"
        )
        Station.objects.create(
            unit=ward,
            serves=ward,
            name=f"Đài truyền thanh {ward}",
            morning_from=time(0),
            morning_to=time(6, 30),
        )
    return Office(world, open_window, tmp_path)


def pick(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_label(name, exact=True).check()


def test_a_plan_comes_in_a_message_goes_out_proof_comes_back(office: Office) -> None:
    plan = city_plan_comes_in(office)
    wards_follow(office, plan)
    decree = law_is_registered(office)
    policy = policy_is_written(office, decree)
    bundle_is_handed_over(office, policy)
    script = message_is_written_and_approved(office)
    wards_air_it(office, script)
    coverage_shows_the_ward_left_out(office, policy)
    law_changes_tomorrow(office, decree, script, policy)
    the_year_is_reported(office)


# -- 5. Law in ---------------------------------------------------------------------------------------


def law_is_registered(office: Office) -> Document:
    page = office.at(office.world.minh, "/van-ban/ghi/")
    page.get_by_label("Loại văn bản").fill("Nghị định")
    page.get_by_label("Số, ký hiệu").fill("77/2024/NĐ-CP")
    page.get_by_label("Trích yếu").fill("Quy định hỗ trợ hộ nghèo, hộ cận nghèo")
    page.get_by_label("Cơ quan ban hành").fill("Chính phủ")
    page.get_by_label("Ngày ban hành").fill("05/06/2024")
    page.get_by_label("Có hiệu lực từ ngày").fill("01/08/2024")
    page.get_by_label("Nguồn").fill("Công báo")
    press(page, "Ghi vào kho")
    decree = Document.objects.get(number="77")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nghị định 77/2024/NĐ-CP")
    follow(page, "Đưa lời văn vào")
    page.get_by_label("Lời văn bản").fill(DECREE)
    press(page, "Đọc thử")
    check_page(page)
    press(page, "Lưu 4 điều khoản")
    checker = office.at(office.world.hung, f"/van-ban/{decree.pk}/")
    press(checker, "Đúng nguyên văn bản gốc")
    check_page(checker)
    return decree


def policy_is_written(office: Office, decree: Document) -> Policy:
    page = office.at(office.world.minh, "/chinh-sach/soan/")
    page.get_by_label("Tên chính sách").fill("Thẻ bảo hiểm y tế cho hộ nghèo")
    page.get_by_label("Chủ đề").select_option(label="Y tế, bảo hiểm y tế")
    pick(page, "Hộ nghèo")
    page.get_by_label("Được hưởng gì?").fill("Được cấp thẻ bảo hiểm y tế, không phải đóng tiền.")
    page.get_by_label("Nộp hồ sơ ở đâu?").fill("Ủy ban nhân dân phường, xã")
    page.get_by_label("Tìm điều khoản làm căn cứ").fill("thẻ bảo hiểm y tế")
    press(page, "Tìm điều khoản")
    article = page.locator("details.tree").filter(has_text="Điều 3")
    article.get_by_role("checkbox", name=re.compile("khoản 1", re.IGNORECASE)).first.check()
    press(page, "Lưu bản nháp")
    policy = Policy.objects.get()
    checker = office.at(office.world.hung, f"/chinh-sach/{policy.pk}/")
    press(checker, "Đã kiểm chứng")
    page = office.at(office.world.minh, f"/chinh-sach/{policy.pk}/")
    press(page, "Công bố")
    expect(page.get_by_text("Đã công bố").first).to_be_visible()
    return policy


def bundle_is_handed_over(office: Office, policy: Policy) -> None:
    world = office.world
    page = office.at(world.minh, "/bo-tai-lieu/giao/")
    page.get_by_label("Tên bộ tài liệu").fill("Tài liệu về thẻ bảo hiểm y tế")
    page.get_by_label("Giao cho").select_option(value=str(world.culture.pk))
    pick(page, policy.title)
    press(page, "Giao bộ tài liệu")
    editor = office.at(world.binh, "/viec-cua-toi/")
    follow(editor, "Xác nhận đã nhận")
    press(editor, "Ký nhận bộ tài liệu")
    check_page(editor)


# -- 6. Message: written, checked, returned once, approved -------------------------------------------


def message_is_written_and_approved(office: Office) -> EditionVersion:
    world = office.world
    editor = office.at(world.binh, "/bai-viet/viet/")
    editor.get_by_label("Tên bài").fill("Hộ nghèo được cấp thẻ bảo hiểm y tế")
    pick(editor, "Hộ nghèo")
    editor.get_by_role("checkbox", name="Thẻ bảo hiểm y tế cho hộ nghèo").check()
    press(editor, "Tạo bài")
    for kind, words in (("Bài phát thanh", SCRIPT), ("Băng rôn", BANNER)):
        editor.get_by_label(kind, exact=True).check()
        press(editor, "Viết bản này")
        write_passage(editor, words)
        press(editor, "Gửi kiểm tra")
        editor.goto("/bai-viet/")
        follow(editor, "Hộ nghèo được cấp thẻ bảo hiểm y tế")
        check_page(editor)
    script = EditionVersion.objects.get(edition__kind="radio")
    banner = EditionVersion.objects.get(edition__kind="banner")
    the_author_cannot_approve(office, script)
    check(office, script, "Câu này nên nói “nhà mình” cho gần gũi.")
    rewrite(office, script.edition)
    script = EditionVersion.objects.get(edition=script.edition, number=2)
    for version in (script, banner):
        check(office, version)
        leader = office.at(world.lan, f"/phien-ban/{version.pk}/duyet/")
        press(leader, "Duyệt bài")
        check_page(leader)
    for chief, ward in ((world.yen, world.ward), (world.oanh, world.other_ward)):
        page = office.at(chief, f"/phien-ban/{script.pk}/duyet-phat/{ward.pk}/")
        press(page, "Duyệt phát")
        check_page(page)
    return script


def write_passage(editor: Page, words: str) -> None:
    check_page(editor)
    editor.locator("textarea[name^=text_]").first.fill(words)
    editor.get_by_label("Dẫn điều khoản").first.fill("khoản 1 Điều 3 Nghị định 77/2024/NĐ-CP")
    press(editor, "Lưu nháp")
    expect(editor.get_by_text("không phải đóng tiền").first).to_be_visible()
    check_page(editor)


def the_author_cannot_approve(office: Office, script: EditionVersion) -> None:
    """By button there is none; by address the step does not exist for him."""
    editor = office.of(office.world.binh)
    for step in ("kiem-tra", "duyet"):
        answer = editor.goto(f"/phien-ban/{script.pk}/{step}/")
        assert answer is not None
        assert answer.status in (403, 404)


def check(office: Office, version: EditionVersion, wrong: str = "") -> None:
    page = office.at(office.world.hung, f"/phien-ban/{version.pk}/kiem-tra/")
    page.get_by_text("Trả lại" if wrong else "Đúng với văn bản", exact=True).first.click()
    if wrong:
        page.get_by_label("Cần sửa gì?").first.fill(wrong)
    press(page, "Gửi kết luận")
    check_page(page)


def rewrite(office: Office, edition: Edition) -> None:
    editor = office.at(office.world.binh, "/viec-cua-toi/")
    follow(editor, "Sửa bài")
    press(editor, "Sửa theo ý kiến trả lại")
    editor.locator("textarea[name^=text_]").first.fill(MENDED)
    press(editor, "Gửi kiểm tra")


# -- 7. Two wards air it, one does nothing -----------------------------------------------------------


def wards_air_it(office: Office, script: EditionVersion) -> None:
    world, today = office.world, dates.today()
    schedule(office, world.tam, today, "00:05")
    schedule(office, world.tam, today + timedelta(days=1), "00:05")
    schedule(office, world.van, today, "00:06")
    log(office, world.tam, "Đã thực hiện", 60, 110)
    log(office, world.van, "Đã thực hiện", 30, 70)
    correct(office)


def schedule(office: Office, user: User, day: date, hour: str) -> None:
    station = Station.objects.get(unit__duties__user=user, unit__duties__role="station_operator")
    page = office.at(user, f"/phat-thanh/dai/{station.pk}/xep-bai/?ngay={dates.say(day)}")
    page.get_by_label("Ngày phát").fill(dates.say(day))
    page.get_by_label("Giờ bắt đầu").fill(hour)
    page.get_by_role("radio", name="Hộ nghèo được cấp thẻ bảo hiểm y tế").first.check()
    press(page, "Xếp lên lịch")
    check_page(page)


def log(office: Office, user: User, outcome: str, low: int, high: int) -> None:
    page = office.at(user, "/viec-cua-toi/")
    follow(page, "Ghi kết quả")
    check_page(page)
    page.get_by_label(outcome, exact=True).check()
    page.get_by_label("Số hộ nghe được, ít nhất").fill(str(low))
    page.get_by_label("Số hộ nghe được, nhiều nhất").fill(str(high))
    page.get_by_label("Loại bằng chứng").select_option(label="Nhật ký có chữ ký")
    page.get_by_label("Ảnh hoặc bản chụp nhật ký").set_input_files(
        scan_file(office.folder, f"log-{user}.pdf")
    )
    press(page, "Ghi kết quả")
    check_page(page)


def correct(office: Office) -> None:
    """Vân counted wrongly: a new line names the old one, which stays."""
    page = office.at(office.world.van, "/so-truyen-thong/")
    follow(page, "Hộ nghèo được cấp thẻ bảo hiểm y tế")
    follow(page, "Sửa")
    page.get_by_label("Số hộ nghe được, ít nhất").fill("25")
    page.get_by_label("Lý do sửa").fill("Đếm nhầm tổ dân phố")
    press(page, "Ghi dòng sửa")
    check_page(page)
    expect(page.get_by_text("Đếm nhầm tổ dân phố").first).to_be_visible()


# -- 8. Coverage -------------------------------------------------------------------------------------


def coverage_shows_the_ward_left_out(office: Office, policy: Policy) -> None:
    page = office.at(office.world.minh, "/do-phu/")
    expect(page.get_by_role("row", name="Bến Gỗ")).to_contain_text("E5")
    expect(page.get_by_role("row", name="Đồng Cát")).to_contain_text("Chưa báo")
    one_click = re.compile("Đưa vào bản sửa đổi kế hoạch.*Đồng Cát")
    press(page, one_click)
    check_page(page)
    amendment = Plan.objects.get(changes__isnull=False)
    assert amendment.state == "draft"
    assert [str(u) for u in amendment.items.get().units.all()] == ["phường Đồng Cát"]


# -- 9. The law changes tomorrow ---------------------------------------------------------------------


def law_changes_tomorrow(office: Office, decree: Document, script: EditionVersion, policy: Policy) -> None:
    world, today = office.world, dates.today()
    tomorrow = today + timedelta(days=1)
    page = office.at(world.minh, f"/van-ban/{decree.pk}/thay-doi/")
    page.get_by_label("Thay thế", exact=True).check()
    page.get_by_label("Từ ngày").fill(dates.say(tomorrow))
    page.get_by_role("checkbox", name="khoản 1 Điều 3").first.check()
    press(page, "Ghi nhận thay đổi")
    page = office.at(world.minh, f"/phien-ban/{script.pk}/")
    expect(page.get_by_text(f"sẽ hết đúng từ {dates.say(tomorrow)}").first).to_be_visible()
    week = office.at(world.tam, "/phat-thanh/")
    expect(week.get_by_text(f"Đã dừng từ {dates.say(tomorrow)}").first).to_be_visible()
    page = office.at(world.minh, f"/do-phu/?ngay={dates.say(tomorrow)}")
    expect(page.get_by_role("row", name="Bến Gỗ")).to_contain_text("Cần truyền thông lại")
    dates.move_today(tomorrow)
    record_stops(tomorrow)
    work = office.at(world.minh, "/viec-cua-toi/")
    expect(work.get_by_text("Luật đổi, phải xử lý ngay")).to_be_visible()
    page = office.at(world.minh, "/do-phu/")
    expect(page.get_by_role("row", name="Bến Gỗ")).to_contain_text("Cần truyền thông lại")


# -- 10. The report ----------------------------------------------------------------------------------


def the_year_is_reported(office: Office) -> None:
    page = office.at(office.world.minh, "/bao-cao/")
    with page.expect_navigation():
        page.get_by_role("link", name="Kế hoạch").last.click()
    check_page(page)
    press(page, "Chốt số liệu")
    check_page(page)
    figure = page.get_by_role("link", name="xem bản ghi của phường Bến Gỗ")
    expect(figure).to_contain_text("1")
    report = page.url
    with page.expect_navigation():
        figure.click()
    check_page(page)
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Hộ nghèo được cấp thẻ bảo hiểm y tế")
    page.goto(report)
    with page.expect_download() as paper:
        page.get_by_role("link", name="In báo cáo (DOCX)").click()
    assert Path(paper.value.path()).read_bytes()[:2] == b"PK"
