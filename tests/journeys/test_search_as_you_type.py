"""The library answers while she types; without script the button does the same."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.factories import library
from tests.factories.people import make_world
from tests.journeys.browser import check_page

pytestmark = [pytest.mark.journey, pytest.mark.db]


def test_the_list_narrows_while_she_types(open_window: Callable[..., Page], transactional_db: None) -> None:
    world = make_world()
    library.document(number="188", year=2025)
    library.document(number="49", year=2024)
    page = open_window(world.minh)
    page.goto("/van-ban/")

    page.get_by_label("Tìm số hiệu hoặc lời").press_sequentially("188/2025")

    expect(page.get_by_role("link", name="Nghị định 49/2024/NĐ-CP")).to_have_count(0)
    expect(page.get_by_role("link", name="Nghị định 188/2025/NĐ-CP")).to_be_visible()
    expect(page).to_have_url(re.compile("tim=188"))
    check_page(page)
