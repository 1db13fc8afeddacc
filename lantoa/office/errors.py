"""Trang lỗi: what went wrong and the next step, in Vietnamese, for every kind of failure."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

from lantoa.office import kept_text

ACCOUNTS = "/tai-khoan/"  # what is typed there is secret and never kept


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Also for a form with more text than a page of ours ever sends."""
    long = isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent)
    return render(request, "office/errors/400.html", {"too_long": long}, status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "office/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "office/errors/404.html", status=404)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's proof of origin is old (a sign-in in another tab) or missing (a forged form).

    The browser itself tells whether the form stood on a page of ours; then her text waits to be sent again.
    """
    ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    if ours and request.user.is_authenticated and not request.path.startswith(ACCOUNTS):
        return redirect(kept_text.keep(request))
    return render(request, "office/errors/csrf.html", status=403)


def too_large(limit_bytes: int) -> HttpResponse:
    """Answer to a body beyond the limit; knows no session and no user, for none was read."""
    page = render_to_string("office/errors/413.html", {"limit": limit_bytes // 1024 // 1024})
    return HttpResponse(page, status=413)


def server_error(request: HttpRequest) -> HttpResponse:
    """Nothing may fail here: no database, no user."""
    return HttpResponse(render_to_string("office/errors/500.html"), status=500)
