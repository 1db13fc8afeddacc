"""A file of 200 MB through the real web server and browser: a sentence within seconds, nothing kept."""

import re
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, expect

from tests.config.serving import served

pytestmark = pytest.mark.journey
SECONDS = 10


@pytest.fixture(scope="module")
def web_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The product behind its own web server, with an empty data folder."""
    data = tmp_path_factory.mktemp("data")
    with served(LANTOA_DATA=str(data), DJANGO_SETTINGS_MODULE=settings.SETTINGS_MODULE) as port:
        yield f"http://127.0.0.1:{port}", data


@pytest.mark.parametrize("megabytes", [30, 200])
def test_a_file_far_too_large_reads_a_sentence_within_seconds(
    browser: Browser, web_server: tuple[str, Path], tmp_path: Path, megabytes: int
) -> None:
    address, data = web_server
    large = tmp_path / "quét cả năm.pdf"
    with large.open("wb") as made:
        made.truncate(megabytes * 1024 * 1024)
    page = browser.new_page()
    page.set_content(
        f'<form method="post" enctype="multipart/form-data" action="{address}/viec-cua-toi/">'
        '<input type="file" name="file"><button>Gửi</button></form>'
    )
    page.locator("input").set_input_files(large)
    started = time.monotonic()
    page.get_by_role("button", name="Gửi").click(timeout=60_000)
    expect(page.get_by_role("heading", level=1)).to_have_text("Tệp quá lớn, chưa nhận được", timeout=60_000)
    assert time.monotonic() - started < SECONDS
    expect(page.get_by_text(re.compile("tối đa 20 MB"))).to_be_visible()
    page.close()
    assert not list((data / "files").rglob("*"))
    assert urllib.request.urlopen(f"{address}/tai-khoan/dang-nhap/", timeout=5).status == 200
