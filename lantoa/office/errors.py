"""Trang lỗi: what went wrong and the next step, in Vietnamese, for every kind of failure."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Also for a form with more text than a page of ours ever sends."""
    long = isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent)
    return render(request, "office/errors/400.html", {"too_long": long}, status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "office/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "office/errors/404.html", status=404)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's proof of origin is missing or old: what she typed is still in the page before."""
    return render(request, "office/errors/csrf.html", status=403)


def too_large(limit_bytes: int) -> HttpResponse:
    """Answer to a body beyond the limit; knows no session and no user, for none was read."""
    page = render_to_string("office/errors/413.html", {"limit": limit_bytes // 1024 // 1024})
    return HttpResponse(page, status=413)


def server_error(request: HttpRequest) -> HttpResponse:
    """Nothing may fail here: no database, no user."""
    return HttpResponse(render_to_string("office/errors/500.html"), status=500)
