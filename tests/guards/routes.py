"""Every address of the application, as the guards walk over them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Route:
    """One address: its full name ("office:plan"), its view and the names of its parameters."""

    name: str
    view: Callable[..., Any]
    parameters: tuple[str, ...]

    @property
    def area(self) -> str:
        return self.view.__module__


def every_route() -> list[Route]:
    """All of them, in the order in which they are looked up."""
    return list(_walk(get_resolver(), ""))


def _walk(node: URLResolver, space: str) -> Iterator[Route]:
    for entry in node.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _walk(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        else:
            assert isinstance(entry, URLPattern)
            yield Route(f"{space}{entry.name}", entry.callback, tuple(entry.pattern.converters))
