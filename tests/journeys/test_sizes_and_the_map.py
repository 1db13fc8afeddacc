"""Bảng số liệu và ranh giới thành bản đồ: nhập, xem trước, ghi; mỗi phường trên bản đồ mở ra ô của nó."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.factories import deliveries as make
from tests.factories import library
from tests.factories.people import World, make_world
from tests.journeys.browser import check_page, follow, press
from tests.people.outlines.shapes import collection, feature, square
from tests.people.sizes.sheets import workbook

pytestmark = [pytest.mark.journey, pytest.mark.db]


@pytest.fixture
def world(transactional_db: None) -> World:
    world = make_world()
    clause = library.provision(library.document(), "khoản 2 Điều 9")
    policy = library.policy(audiences=[world.poor], bases=[clause], title="Thẻ bảo hiểm y tế")
    make.delivery(
        world, version=make.version(world, policies=[policy], cites=[clause]), reach_low=60, reach_high=180
    )
    return world


def outlines_are_taken_in(page: Page, folder: Path) -> None:
    names = ("Bến Gỗ", "Cù Lao", "Đồng Cát", "Nơi Khác")
    land = folder / "phuong.geojson"
    land.write_bytes(
        collection(*(feature(square(106.8 + n / 50, 10.9), ten=one) for n, one in enumerate(names)))
    )
    page.goto("/don-vi/ranh-gioi/")
    check_page(page)
    page.get_by_label("Tệp GeoJSON").set_input_files(land)
    page.get_by_label("Nguồn ranh giới").fill("Bản thử")
    press(page, "Đọc thử")
    check_page(page)
    expect(page.locator(".bar")).to_contain_text("Đọc 4 = khớp 3 + không đổi 0 + không khớp 1")
    press(page, "Ghi 3 hình")


def sizes_are_taken_in(page: Page, folder: Path) -> None:
    sheet = folder / "so-lieu.xlsx"
    sheet.write_bytes(
        workbook(("Bến Gỗ", "Hộ nghèo", 240), ("Cù Lao", "Hộ nghèo", 3), ("Xa Lạ", "Hộ nghèo", 9))
    )
    page.goto("/quy-mo/nhap/")
    page.get_by_label("Bảng số liệu (XLSX)").set_input_files(sheet)
    page.get_by_label("Số liệu ngày").fill("01/01/2025")
    page.get_by_label("Nguồn số liệu").fill("Rà soát thử")
    press(page, "Đọc thử")
    check_page(page)
    expect(page.locator(".bar")).to_contain_text("Đọc 3 = ghi 2 + không đổi 0 + trả lại 1.")
    press(page, "Ghi 2 số liệu")
    check_page(page)


def test_sheets_and_outlines_become_a_map_that_leads_to_its_cells(
    world: World, open_window: Callable[..., Page], tmp_path: Path
) -> None:
    outlines_are_taken_in(open_window(world.quan), tmp_path)
    page = open_window(world.minh)
    sizes_are_taken_in(page, tmp_path)

    page.goto("/do-phu/ban-do/?doi_tuong=ho-ngheo&tu=01/01/2025")
    check_page(page)
    with page.expect_navigation():
        page.locator("svg.wards a").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Thẻ bảo hiểm y tế: phường Bến Gỗ")
    expect(page.locator("dl.facts").first).to_contain_text("Rà soát thử, số liệu ngày 01/01/2025")

    page.goto("/do-phu/ban-do/?doi_tuong=ho-ngheo&tu=01/01/2025")
    follow(page, "Bản để in")
    check_page(page)
    expect(page.locator("main")).to_contain_text("ẩn số")
