"""Chữ người dùng gõ, dán, gửi lên: every form and every address passes the one door of texts here.

After the check of the token, which is the first to read a body, and before any view.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict

from lantoa.common.text import file_name, tidy

Answer = Callable[[HttpRequest], HttpResponse]


class TidyWhatIsTyped:
    """Puts tidy texts and file names in the place of what the browser sent. Passwords stay as typed."""

    def __init__(self, get_response: Answer):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        request.GET = _tidied(request.GET)
        if request.method == "POST":
            request.POST = _tidied(request.POST)
            for _, files in request.FILES.lists():
                for one in files:
                    one.name = file_name(one.name or "")


def _typed(value: str) -> str:
    """Nobody types a NUL: what holds one is left for its field to refuse, never taken for an emptied one."""
    return value if "\0" in value else tidy(value)


def _tidied(sent: QueryDict) -> QueryDict:
    if all(value.isascii() and value.isprintable() for _, values in sent.lists() for value in values):
        return sent
    made = QueryDict(mutable=True, encoding=sent.encoding)
    for name, values in sent.lists():
        made.setlist(name, values if "password" in name else [_typed(value) for value in values])
    made._mutable = False
    return made
