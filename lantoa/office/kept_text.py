"""Chữ giữ lại: what was sent after the session ended comes back after sign-in, to be sent again.

Kept in the session of this browser for a quarter of an hour, text only, never files or secrets.
"""

import time

from django.http import HttpRequest
from django.urls import reverse

from lantoa.common.once import FORM_FIELD

KEY = "kept_text"
SECONDS = 15 * 60
CHARACTERS = 200_000
NEVER = {"csrfmiddlewaretoken", FORM_FIELD, "password", "oldpassword", "password1", "password2", "code"}


def keep(request: HttpRequest) -> str:
    """Keep the text of this POST and return the address where she may send it again."""
    fields = [(name, value) for name, values in request.POST.lists() for value in values if name not in NEVER]
    if sum(len(name) + len(value) for name, value in fields) > CHARACTERS:
        return request.path
    request.session[KEY] = {
        "to": request.get_full_path(),
        "fields": fields,
        "files": sorted(request.FILES),
        "at": int(time.time()),
    }
    return reverse("office:send_again")


def kept(request: HttpRequest) -> dict | None:
    """What waits to be sent again, or None; too old is gone."""
    waiting = request.session.get(KEY)
    if waiting and time.time() - waiting["at"] > SECONDS:
        forget(request)
        return None
    return waiting


def forget(request: HttpRequest) -> None:
    """Drop what was kept."""
    request.session.pop(KEY, None)


def forget_sent(request: HttpRequest) -> None:
    """Drop it once it has been sent again: from here on the form itself carries the text."""
    waiting = request.session.get(KEY)
    if waiting and waiting["to"] == request.get_full_path():
        forget(request)
