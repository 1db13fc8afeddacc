"""Chặn tệp quá lớn: no request body beyond the limit is read, and its sender reads a sentence.

The gateway (`config/gateway.py`) has taken the body in, counted it, and thrown away what was too large.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from lantoa.office.errors import too_large

Answer = Callable[[HttpRequest], HttpResponse]
FORM_OVERHEAD_BYTES = 1024 * 1024  # the other fields of the form, and the borders between its parts


def body_limit() -> int:
    """The most bytes of a request body that are kept."""
    return settings.UPLOAD_LIMIT_BYTES + FORM_OVERHEAD_BYTES


class RefuseOversizedBody:
    """Stands before everything that reads a body."""

    def __init__(self, get_response: Answer):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or ""
        if length.isascii() and length.isdigit() and int(length) > body_limit():
            return too_large(settings.UPLOAD_LIMIT_BYTES)
        return self.get_response(request)
