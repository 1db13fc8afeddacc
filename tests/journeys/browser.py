"""A real browser for the journeys: opening it, signing in, and what must hold on every page."""

import re
from collections.abc import Callable
from typing import Any, Literal
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, Playwright

from lantoa.people.models import User

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
DESK = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"

# Words that stand in an English sentence and in no Vietnamese one ("in", "an", "to", "do" would).
ENGLISH = re.compile(
    r"\b(the|this|that|these|please|your|you|with|without|required|invalid|field|enter|select|choice|value|"
    r"error|submit|search|sign in|sign out|log in|log out|login|logout|username|password|cancel|delete|save|"
    r"edit|back|next|previous|page|must|valid|not found|forbidden|upload|download|and|or|of|is|are|was|has|"
    r"have|from|for|been|yes|none|null|true|false|monday|tuesday|january|february|am|pm)\b",
    re.IGNORECASE,
)
TEXT_OF_PAGE = """() => {
  const foreign = (node) => {
    const near = (node.nodeType === 1 ? node : node.parentElement).closest("[lang]");
    return near && near.lang && near.lang !== "vi";
  };
  const said = [document.title];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (node.parentElement.closest("script, style, noscript, textarea")) continue;
    if (node.data.trim() && !foreign(node)) said.push(node.data.trim());
  }
  for (const name of ["aria-label", "title", "placeholder", "alt"])
    for (const node of document.querySelectorAll(`[${name}]`))
      if (!foreign(node)) said.push(node.getAttribute(name));
  return said;
}"""


class Watch:
    """Listens to one page; `complaints` are things no page of ours may do."""

    def __init__(self, page: Page, address: str):
        self.host = urlsplit(address).netloc
        self.complaints: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("request", self._request)
        page.on("response", self._response)

    def _console(self, message: Any) -> None:
        # A refused page (404, 403, 413) is told by its response; CSP and script errors are told here.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(f"console: {message.text}")

    def _request(self, request: Any) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https") and parts.netloc != self.host:
            self.complaints.append(f"another host: {request.url}")

    def _response(self, response: Any) -> None:
        failed = response.status >= 400 and not response.request.is_navigation_request()
        if failed or response.status >= 500:
            self.complaints.append(f"{response.status}: {response.url}")


def launch(playwright: Playwright) -> Browser:
    """The system's Chromium, without a window and without talking to anyone."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)


def sign_in(page: Page, live_server: Any, user: User) -> None:
    """Give the browser a session of this person, without the sign-in page (which has its own journey)."""
    client = Client()
    client.force_login(user, backend=BACKEND)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies(
        [{"name": name, "value": client.cookies[name].value, "url": live_server.url, "httpOnly": True}]
    )


def press(page: Page, name: str | re.Pattern[str], role: Literal["button", "link"] = "button") -> None:
    """Press a button and wait for the page that answers: what is looked at next is never half a page."""
    with page.expect_navigation():
        page.get_by_role(role, name=name, exact=isinstance(name, str) and role == "button").first.click()


def follow(page: Page, name: str) -> None:
    """Follow the first link whose words hold this name, and wait for its page."""
    press(page, name, "link")


def check_page(page: Page) -> None:
    """What holds on every page: accessible, Vietnamese, no sideways scroll on a phone."""
    assert not (found := axe_violations(page)), f"{page.url}: {found}"
    assert not (words := english_on(page)), f"{page.url}: {words}"
    check_phone(page)


def axe_violations(page: Page) -> list[str]:
    """Each violation of WCAG that axe finds, with its places."""
    answer = Axe().run(page, options={"resultTypes": ["violations"]}).response
    return [
        f"{one['id']}: {', '.join(str(node['target']) for node in one['nodes'])}"
        for one in answer["violations"]
    ]


def english_on(page: Page) -> list[str]:
    """The texts of the page that hold an English word outside a `lang` of their own."""
    return [text for text in page.evaluate(TEXT_OF_PAGE) if ENGLISH.search(text)]


def check_phone(page: Page, after: Callable[[], None] | None = None) -> None:
    """No sideways scroll at 390 pixels; puts the window back as it was."""
    before = page.viewport_size
    page.set_viewport_size(PHONE)
    wide = too_wide(page)
    if after:
        after()
    if before:
        page.set_viewport_size(before)
    assert wide <= 0, f"{page.url}: {wide} px too wide on a phone"


def too_wide(page: Page) -> int:
    """How many pixels of the page lie outside the window, to the right."""
    return int(page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
