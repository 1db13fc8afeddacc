"""Danh sách: one page of a long list, by ``?trang=2``."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest


def page_of(request: HttpRequest, things: Any, size: int = 25) -> Page:
    """The page that the address asks for; the nearest one when it asks for none that exists."""
    return Paginator(things, size).get_page(request.GET.get("trang"))
