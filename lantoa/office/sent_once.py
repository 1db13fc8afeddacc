"""Gửi một lần: the same form sent twice does its work once, and the second sending meets the first's result.

Every form carries a key of its own (the tag `csrf_token`, `templatetags/pieces.py`). A press too many, or a
send again on a poor line, has the same key and the same words; changed words are a sending of their own.
"""

import hashlib
import time
from collections.abc import Callable
from datetime import timedelta

from django.contrib import messages
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from lantoa.common import dates
from lantoa.common.models import UsedKey
from lantoa.common.once import FORM_FIELD, own_key

AT_WORK = timedelta(minutes=2)  # a first sending that has said nothing for so long was cut off
WAIT_SECONDS, LOOK_AGAIN_SECONDS = 5.0, 0.1
SENT_ALREADY = "Biểu mẫu này đã được nhận từ lần gửi trước, không ghi thêm lần nữa."


def answered_once(request: HttpRequest, view: Callable[[], HttpResponse]) -> HttpResponse:
    """What the view answers; for a sending that was answered by a redirect before, that redirect again."""
    key = _key_of(request)
    if not key:
        return view()
    until = time.monotonic() + WAIT_SECONDS
    while not (mine := _begin(key)):
        first = UsedKey.objects.filter(key=key).first()
        if first and first.result:
            messages.info(request, SENT_ALREADY)
            return HttpResponseRedirect(first.result)
        if time.monotonic() > until:
            return render(request, "office/still_at_work.html", status=409)
        time.sleep(LOOK_AGAIN_SECONDS)
    kept = False
    try:
        answer = view()
        done = isinstance(answer, HttpResponseRedirect) and not getattr(request, "refused", False)
        kept = done and _keep(mine, answer.url)
        return answer
    finally:
        if not kept:
            UsedKey.objects.filter(pk=mine.pk).delete()


def _begin(key: str) -> UsedKey | None:
    """The row by which this sending goes first, or None when another one does or did."""
    now = dates.now()
    UsedKey.objects.filter(key=key, result="", at__lt=now - AT_WORK).delete()
    row, new = UsedKey.objects.get_or_create(key=key, defaults={"at": now})
    return row if new else None


def _keep(row: UsedKey, address: str) -> bool:
    if len(address) > UsedKey._meta.get_field("result").max_length:
        return False
    row.result = address
    try:
        row.save(update_fields=["result"])
    except DatabaseError:  # the work is done: it is not called undone for want of this mark
        return False
    return True


def _key_of(request: HttpRequest) -> str:
    """Of this person, this address, this form and these words; "" for a sending without a key."""
    given = request.POST.get(FORM_FIELD, "") if request.method == "POST" else ""
    if not given:
        return ""
    words = hashlib.sha256(f"{request.get_full_path()}\0".encode())
    for name, values in sorted(request.POST.lists()):
        if name != "csrfmiddlewaretoken":
            words.update(repr((name, values)).encode("utf-8", "surrogatepass"))
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            words.update(repr((name, file.name)).encode("utf-8", "surrogatepass"))
            for piece in file.chunks():
                words.update(piece)
            file.seek(0)
    return own_key("sent", request.user, words.hexdigest())
