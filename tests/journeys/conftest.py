"""Fixtures of the journeys: one browser, a fresh window for everyone, and a watch over every window."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from playwright.sync_api import Browser, Page, sync_playwright

from lantoa.people.models import User
from tests.append_only_flush import flush_may_empty_ledgers
from tests.journeys.browser import DESK, Watch, launch, sign_in

# Playwright runs a loop of its own in this thread; Django's calls here are plain calls all the same.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest begins first: two processes then end together."""
    items.sort(key=lambda item: item.path.stem != "test_every_page")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all journeys."""
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


class Answering:
    """Counts the requests that the server is at work on."""

    def __init__(self) -> None:
        self.count, self.changed = 0, threading.Condition()

    def started(self, **_: Any) -> None:
        self._add(1)

    def finished(self, **_: Any) -> None:
        self._add(-1)

    def _add(self, number: int) -> None:
        with self.changed:
            self.count += number
            self.changed.notify_all()

    def wait_until_done(self) -> None:
        """A window that was closed may have left a request behind (search as she types): until it is
        answered, the tables must not be emptied under it."""
        time.sleep(0.02)  # what has just arrived is counted
        with self.changed:
            self.changed.wait_for(lambda: self.count <= 0, timeout=10)
            self.count = 0


@pytest.fixture(scope="session")
def answering() -> Iterator[Answering]:
    found = Answering()
    request_started.connect(found.started)
    request_finished.connect(found.finished)
    yield found
    request_started.disconnect(found.started)
    request_finished.disconnect(found.finished)


@pytest.fixture(autouse=True)
def ledgers_can_be_emptied(transactional_db: None) -> Iterator[None]:
    """Journeys write through a real server, so their tables are emptied afterwards."""
    yield


@pytest.fixture(scope="session", autouse=True)
def lift_triggers_for_flush(django_db_setup: None) -> Iterator[None]:
    with flush_may_empty_ledgers():
        yield


@pytest.fixture
def open_window(browser: Browser, live_server: Any, answering: Answering) -> Iterator[Callable[..., Page]]:
    """``open_window(user)``: a window of her own at 1366x768, signed in; ``open_window()`` is a visitor.

    After the test, no window may have complained: script errors, refused content, another host.
    """
    opened: list[tuple[Any, Watch]] = []

    def open_one(user: User | None = None) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport=DESK,
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        page = context.new_page()
        opened.append((context, Watch(page, live_server.url)))
        if user is not None:
            sign_in(page, live_server, user)
        return page

    yield open_one
    for context, _ in opened:
        context.close()
    answering.wait_until_done()
    complaints = [said for _, watch in opened for said in watch.complaints]
    assert not complaints, complaints


@pytest.fixture
def browser_page(open_window: Callable[..., Page]) -> Page:
    """A visitor's window; `sign_in(page, live_server, user)` makes it somebody's."""
    return open_window()
