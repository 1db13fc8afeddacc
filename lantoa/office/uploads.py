"""Chặn tệp quá lớn: no request body beyond the limit is kept, and its sender reads a sentence."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]


class RefuseOversizedBody:
    """Placeholder until the counting stream lands."""

    def __init__(self, get_response: Answer):
        self.get_response = get_response
        self.limit = settings.UPLOAD_LIMIT_BYTES

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)
