"""Danh sách: one page of a long list, by ``?trang=2``."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

CELLS, FEWEST_ROWS = 600, 5  # of a table on one page


def page_of(request: HttpRequest, things: Any, size: int = 25) -> Page:
    """The page that the address asks for; the nearest one when it asks for none that exists."""
    return Paginator(things, size).get_page(request.GET.get("trang"))


def rows_of(request: HttpRequest, rows: Sequence[Any], columns: int) -> Page:
    """The page of a table that the address asks for: as many rows as a phone on a poor line can take."""
    return page_of(request, rows, max(FEWEST_ROWS, CELLS // max(columns, 1)))
