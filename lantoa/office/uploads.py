"""Chặn tệp quá lớn: no request body beyond the limit is kept, and its sender reads a sentence.

A browser shows our answer only when its sending was not cut off at once. So what is too large is read
and thrown away for a while (at most twice the limit, at most DRAIN_SECONDS), then refused with 413.
"""

import tempfile
import time
from collections.abc import Callable
from typing import IO, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from lantoa.office.errors import too_large

Answer = Callable[[HttpRequest], HttpResponse]
FORM_OVERHEAD_BYTES = 1024 * 1024  # the other fields of the form, and the borders between its parts
CHUNK_BYTES = 256 * 1024
DRAIN_SECONDS = 20.0


class RefuseOversizedBody:
    """Stands before everything that reads a body. Counts by the announced length, or while reading."""

    def __init__(self, get_response: Answer):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        limit = settings.UPLOAD_LIMIT_BYTES + FORM_OVERHEAD_BYTES
        announced = _announced(request)
        if announced is None:
            if _is_chunked(request) and not _take_in(request, limit):
                return too_large(settings.UPLOAD_LIMIT_BYTES)
        elif announced > limit:
            _drain(request.META["wsgi.input"], min(announced, 2 * limit))
            return too_large(settings.UPLOAD_LIMIT_BYTES)
        return self.get_response(request)


def _announced(request: HttpRequest) -> int | None:
    """The length that the sender announces, or None when there is none that can be read."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or "")
    except ValueError:
        return None


def _is_chunked(request: HttpRequest) -> bool:
    return "chunked" in request.META.get("HTTP_TRANSFER_ENCODING", "").lower()


def _drain(body: Any, at_most: int) -> None:
    """Read and throw away, so that the sender comes to the point where it reads our answer."""
    started = time.monotonic()
    while at_most > 0 and time.monotonic() - started < DRAIN_SECONDS:
        chunk = body.read(min(CHUNK_BYTES, at_most))
        if not chunk:
            return
        at_most -= len(chunk)


def _take_in(request: HttpRequest, limit: int) -> bool:
    """Read a body of unknown length, counting; hand it on with its length. False beyond the limit."""
    body = request.META["wsgi.input"]
    kept: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=settings.FILE_UPLOAD_MAX_MEMORY_SIZE)  # noqa: SIM115
    size = 0
    while chunk := body.read(CHUNK_BYTES):
        size += len(chunk)
        if size > limit:
            kept.close()
            _drain(body, 2 * limit - size)
            return False
        kept.write(chunk)
    kept.seek(0)
    request.META["CONTENT_LENGTH"] = str(size)
    request.META["wsgi.input"] = kept
    request._stream = kept  # where Django reads the body from
    return True
