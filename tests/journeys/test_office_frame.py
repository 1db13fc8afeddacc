"""The frame of the office in a real browser: sign-in by password, the kit, the phone, the too large file."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.factories.people import World, make_world
from tests.journeys.browser import check_page, press, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.db]
PASSWORD = "bến gỗ mùa nước nổi"


@pytest.fixture
def world(transactional_db: None) -> World:
    return make_world()


def test_signs_in_by_password_and_stands_before_her_work(browser_page: Page, world: World) -> None:
    world.lan.set_password(PASSWORD)
    world.lan.save()
    page = browser_page
    page.goto("/viec-cua-toi/")
    expect(page).to_have_title("Đăng nhập - Lan Tỏa")
    check_page(page)
    page.get_by_label("Tên đăng nhập").fill("lan")
    page.get_by_label("Mật khẩu").fill("sai rồi")
    press(page, "Đăng nhập")
    expect(page.get_by_role("alert")).to_contain_text("Tên đăng nhập hoặc mật khẩu chưa đúng")
    check_page(page)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    press(page, "Đăng nhập")
    expect(page.get_by_role("heading", level=1)).to_have_text("Việc của tôi")
    check_page(page)


@pytest.mark.parametrize("address", ["/bo-thanh-phan/", "/tat-ca/", "/viec-cua-toi/", "/khong-co-trang-nay/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_frame_page_is_accessible_vietnamese_and_fits_a_phone(
    browser_page: Page, live_server: Any, world: World, address: str, scheme: str
) -> None:
    sign_in(browser_page, live_server, world.tam)
    browser_page.emulate_media(color_scheme=scheme)
    browser_page.goto(address)
    check_page(browser_page)


@pytest.mark.parametrize("address", ["doi-mat-khau/", "hai-lop/", "hai-lop/bat/", "dang-xuat/"])
def test_account_pages_are_accessible_vietnamese_and_fit_a_phone(
    browser_page: Page, live_server: Any, world: World, address: str
) -> None:
    world.lan.set_password(PASSWORD)
    world.lan.save()
    page = browser_page
    page.goto("/tai-khoan/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill("lan")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    press(page, "Đăng nhập")
    page.goto(f"/tai-khoan/{address}")
    check_page(page)


def test_the_page_says_what_is_wrong_with_a_file_before_sending_it(
    browser_page: Page, live_server: Any, world: World, tmp_path: Path
) -> None:
    sign_in(browser_page, live_server, world.lan)
    page = browser_page
    page.goto("/bo-thanh-phan/")
    chooser = page.get_by_label("Tệp kế hoạch")
    large = tmp_path / "quá lớn.pdf"
    with large.open("wb") as made:
        made.truncate(21 * 1024 * 1024)
    chooser.set_input_files(large)
    expect(page.get_by_text("nặng 21 MB, quá 20 MB")).to_be_visible()
    other = tmp_path / "bảng tính.xlsx"
    other.write_bytes(b"PK")
    chooser.set_input_files(other)
    expect(page.get_by_text("không đúng loại. Chỉ nhận")).to_be_visible()
    good = tmp_path / "kế hoạch.pdf"
    good.write_bytes(b"%PDF-1.7")
    chooser.set_input_files(good)
    expect(page.get_by_text("không đúng loại. Chỉ nhận")).to_have_count(0)
