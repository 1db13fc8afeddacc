"""Trang gửi đi được nén: a wide table of a city is mostly marks that repeat, and lines are poor."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

WORDS = ("text/", "application/json", "application/atom+xml", "image/svg+xml")


class PackPages(GZipMiddleware):
    """Compresses pages for whoever reads them so. Files stay as they are, with the length by which a browser
    shows progress: photos, PDF and sound are packed already.

    Its length tells nobody what a page hides: Django masks the CSRF token anew in each answer, and adds a
    random number of bytes to a packed one.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.streaming or not response.get("Content-Type", "").startswith(WORDS):
            return response
        return super().process_response(request, response)
