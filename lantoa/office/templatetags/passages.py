"""Lời của một bản: its passages on a page, each in the form of its kind. Templates need not load these."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.defaultfilters import linebreaks_filter
from django.utils.html import format_html, format_html_join

from lantoa.content.passages import PassageKind, items, kind_of

register = template.Library()


@register.simple_tag
def passage(block: Mapping[str, Any] | None, level: str = "") -> str:
    """One passage of an edition in the form of its kind. level: h2, h3 where its headings head a section of
    the page; "" where the page has its own."""
    if block is None or not block["text"]:
        return ""
    kind, lines = kind_of(block), items(block)
    if kind == PassageKind.HEADING:
        name = level if level in ("h2", "h3") else "p"
        return format_html('<{} class="p-head">{}</{}>', name, block["text"], name)
    if kind == PassageKind.LIST:
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((line,) for line in lines)))
    words = linebreaks_filter(block["text"])
    if kind == PassageKind.CALL:
        return format_html('<div class="p-call">{}</div>', words)
    if kind == PassageKind.POINT and block.get("minutes"):
        return format_html('{}<p class="small muted">Nói trong {} phút.</p>', words, block["minutes"])
    return words


@register.simple_tag
def passages(version: Any, level: str = "") -> str:
    """All passages of a version."""
    return format_html_join("", "{}", ((passage(block, level),) for block in version.blocks))
