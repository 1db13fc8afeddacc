"""The connection goes, the page is loaded anew, two pages are open at once: no written word is lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from lantoa.common.models import AuditLine
from tests.factories import content
from tests.factories.people import make_world
from tests.journeys.browser import check_page, press

pytestmark = [pytest.mark.journey, pytest.mark.db]


def texts(edition: content.Edition) -> list[str]:
    return [block["text"] for block in content.version_of(edition).blocks]


def test_words_written_without_a_connection_are_saved_once_it_is_back(
    open_window: Callable[..., Page], transactional_db: None
) -> None:
    world = make_world()
    edition = content.draft(world, texts=["Lời cũ."])
    page = open_window(world.binh)
    page.goto(f"/ban-the-hien/{edition.pk}/soan/")
    box = page.get_by_label("Lời của đoạn này")
    status = page.locator("[data-draft-status]")

    box.fill("Viết khi còn mạng.")
    expect(status).to_contain_text("Đã lưu lúc")
    assert texts(edition) == ["Viết khi còn mạng."]
    page.context.set_offline(True)
    box.fill("Viết khi mất mạng.")
    expect(status).to_contain_text("Chưa gửi được, còn giữ trong máy")
    page.context.set_offline(False)
    expect(status).to_contain_text("Đã lưu lúc")
    assert texts(edition) == ["Viết khi mất mạng."]
    saves = AuditLine.objects.filter(action="save_draft").count()
    page.route("**/soan/", lambda route: route.abort())  # lost again, and no sign when it is back
    box.fill("Viết rồi tải lại trang.")
    expect(status).to_contain_text("Chưa gửi được, còn giữ trong máy")
    page.unroute("**/soan/")
    page.reload()

    expect(box).to_have_value("Viết rồi tải lại trang.")
    expect(status).to_contain_text("Đã lưu lúc")
    page.reload()
    expect(box).to_have_value("Viết rồi tải lại trang.")
    assert texts(edition) == ["Viết rồi tải lại trang."]
    assert AuditLine.objects.filter(action="save_draft").count() - saves == 1
    check_page(page)


def test_two_open_pages_show_both_texts_and_let_the_person_choose(
    open_window: Callable[..., Page], transactional_db: None
) -> None:
    world = make_world()
    edition = content.draft(world, texts=["Lời cũ."])
    first, second = open_window(world.binh), open_window(world.binh)
    for page in (first, second):
        page.goto(f"/ban-the-hien/{edition.pk}/soan/")
    first.get_by_label("Lời của đoạn này").fill("Lời ở trang thứ nhất.")
    expect(first.locator("[data-draft-status]")).to_contain_text("Đã lưu lúc")
    second.get_by_label("Lời của đoạn này").fill("Lời ở trang thứ hai.")
    expect(second.locator("[data-draft-status]")).to_contain_text("Chưa lưu, còn giữ trong máy")
    assert texts(edition) == ["Lời ở trang thứ nhất."]

    press(second, "Lưu nháp")
    expect(second.get_by_text("Lời ở trang thứ nhất.")).to_be_visible()
    expect(second.get_by_label("Lời của đoạn này")).to_have_value("Lời ở trang thứ hai.")
    expect(second.locator("[data-draft-found]")).to_be_hidden()
    check_page(second)
    press(second, "Giữ lời của tôi")

    assert texts(edition) == ["Lời ở trang thứ hai."]


def test_words_left_in_the_machine_are_offered_when_the_draft_moved_on(
    open_window: Callable[..., Page], transactional_db: None
) -> None:
    world = make_world()
    edition = content.draft(world, texts=["Lời cũ."])
    mine, other = open_window(world.binh), open_window(world.binh)
    for page in (mine, other):
        page.goto(f"/ban-the-hien/{edition.pk}/soan/")
    mine.context.set_offline(True)
    mine.get_by_label("Lời của đoạn này").fill("Lời còn trong máy.\nDòng thứ hai.")
    expect(mine.locator("[data-draft-status]")).to_contain_text("Chưa gửi được")
    other.get_by_label("Lời của đoạn này").fill("Lời lưu ở nơi khác.")
    expect(other.locator("[data-draft-status]")).to_contain_text("Đã lưu lúc")
    mine.context.set_offline(False)
    mine.reload()

    expect(mine.get_by_label("Lời của đoạn này")).to_have_value("Lời lưu ở nơi khác.")
    check_page(mine)
    press(mine, "Xem chữ trong máy")
    expect(mine.get_by_text("Bản đang lưu", exact=True)).to_be_visible()
    expect(mine.get_by_label("Lời của đoạn này")).to_have_value("Lời còn trong máy.\nDòng thứ hai.")
    assert texts(edition) == ["Lời lưu ở nơi khác."]
