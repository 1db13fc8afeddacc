"""A banner is hung where there is no connection: the photo waits on the phone and is sent once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from lantoa.displays.models import Display
from tests.displays.test_actions import banner, display
from tests.factories.people import World, make_world
from tests.factories.pictures import picture
from tests.journeys.browser import PHONE, check_page

pytestmark = [pytest.mark.journey, pytest.mark.db]
PHOTO = picture("người treo", kind="PNG")


@pytest.fixture
def world(transactional_db: None) -> World:
    return make_world()


def choose(page: Page, folder: Path) -> None:
    photo = folder / "anh.png"
    photo.write_bytes(PHOTO)
    page.get_by_label("Ảnh nơi treo").set_input_files(photo)
    page.get_by_role("button", name="Ghi nhận đã treo").click()


def test_a_photo_taken_without_a_connection_is_kept_and_sent_once(
    world: World, open_window: Callable[..., Page], tmp_path: Path
) -> None:
    made = display(world, banner(world), place="Cầu Bến Gỗ")
    page = open_window(world.tam)
    page.set_viewport_size(PHONE)
    page.goto(f"/pano/{made.pk}/")
    check_page(page)
    page.evaluate(
        "() => navigator.serviceWorker.ready.then(() => new Promise((done) => setTimeout(done, 800)))"
    )

    page.context.set_offline(True)
    choose(page, tmp_path)
    expect(page.get_by_role("status")).to_contain_text("đã giữ trên máy này")
    assert Display.objects.get().delivery is None

    page.reload()  # the page itself opens without a connection
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cầu Bến Gỗ")
    expect(page.get_by_role("status")).to_contain_text("Đang giữ 1 ảnh")

    page.context.set_offline(False)
    expect(page.locator("main")).to_contain_text("Đang treo", timeout=20_000)
    hung = Display.objects.get()
    assert hung.delivery is not None and hung.photos.count() == 1
    page.reload()
    expect(page.locator("#kept")).to_have_count(0)
    assert Display.objects.get().photos.count() == 1
