"""Every page of the demo year that a person reaches by links: accessible, Vietnamese, fit for a phone."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from lantoa.common import dates
from lantoa.demo import people, year
from lantoa.library.reference import load_topics
from lantoa.people.actions import load_shipped_centres, load_shipped_units
from lantoa.people.models import User
from lantoa.people.reference import load_audience_kinds
from lantoa.plans.reference import load_reference
from tests.journeys.browser import DESK, PHONE, axe_violations, english_on, too_wide

pytestmark = pytest.mark.journey

# Asks for her password again, or ends her session: walked by journeys of their own.
NOT_WALKED = {"account_logout", "account_reauthenticate", "mfa_reauthenticate"}
FILE = re.compile(r"\.\w{2,6}$")  # an address that ends like a file is a download
LINKS = """() => [...document.querySelectorAll("a[href]")].filter(a => !a.hasAttribute("download"))
  .map(a => new URL(a.getAttribute("href"), document.baseURI).href)"""


@pytest.fixture
def told(transactional_db: None) -> Iterator[people.Cast]:
    """The demo year, for a real server."""
    for load in (load_shipped_units, load_shipped_centres, load_audience_kinds, load_topics, load_reference):
        load()
    cast = people.gather({row[0]: "chi-de-thu-nghiem" for row in people.PEOPLE})
    year.tell(cast)
    yield cast
    dates.move_today(None)


ENOUGH = 2  # people who have walked a kind of page; the next ones have others to show


class Walk:
    """Goes along links on a phone, once to each kind of page; keeps what is wrong instead of stopping."""

    def __init__(self, page: Page, seen: Counter[str]):
        self.page, self.seen = page, seen
        self.kinds: set[str] = set()
        self.wrong: list[str] = []

    def from_(self, start: str) -> None:
        ahead, host = [start], urlsplit(self.page.url).netloc
        while ahead:
            address = ahead.pop(0)
            kind = self._kind(address)
            if kind is None or kind in self.kinds or (self.seen[kind] >= ENOUGH and address != start):
                continue
            self.kinds.add(kind)
            answer = self.page.goto(address, wait_until="domcontentloaded")
            if answer is None or answer.status != 200:
                self.wrong.append(f"{address}: {answer and answer.status}")
                continue
            self._look(kind)
            ahead += [link for link in self.page.evaluate(LINKS) if urlsplit(link).netloc in ("", host)]

    def _look(self, kind: str) -> None:
        where = urlsplit(self.page.url).path
        if not self.seen[kind]:
            self.page.set_viewport_size(DESK)
            self.wrong += [f"{where}: {violation}" for violation in axe_violations(self.page)]
            self.page.set_viewport_size(PHONE)
        self.seen[kind] += 1
        self.wrong += [f"{where}: {words!r}" for words in english_on(self.page)]
        if (wide := too_wide(self.page)) > 0:
            self.wrong.append(f"{where}: {wide} px too wide on a phone")

    def _kind(self, address: str) -> str | None:
        """The name of the page; None for papers, files and what is not walked."""
        try:
            found = resolve(urlsplit(address).path)
        except Resolver404:
            return None
        name = found.view_name
        paper = bool(FILE.search(urlsplit(address).path)) or name == "office:file"
        return None if paper or name in NOT_WALKED else name


def test_every_page_that_links_lead_to_is_fit_to_be_seen(
    told: people.Cast, open_window: Callable[..., Page]
) -> None:
    seen: Counter[str] = Counter()
    wrong: list[str] = []
    for username in [None, "minh", "quan", "kha", "binh", "tam", "lan"]:
        user = User.objects.get(username=username) if username else None
        page = open_window(user)
        page.set_viewport_size(PHONE)
        page.goto("/viec-cua-toi/" if user else "/")
        walk = Walk(page, seen)
        walk.from_(page.url)
        wrong += [f"{username or 'khách'} {said}" for said in walk.wrong]

    assert len(seen) > 100, sorted(seen)
    assert not wrong, "\n".join(wrong)
