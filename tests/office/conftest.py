"""Every form that a test of a screen sends is sent twice."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from lantoa.common.models import AuditLine
from lantoa.common.once import FORM_FIELD

LONGEST = 200  # an address that carries a whole reading is not kept: nothing has been written yet


@pytest.fixture(autouse=True)
def every_form_is_taken_once(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever was answered by a redirect is answered so again, and changes nothing more (each change leaves
    its line in the audit log).
    """
    send = Client.post

    def twice(self: Client, path: str, data: Any = None, *args: Any, **more: Any) -> HttpResponse:
        signed_in = "_auth_user_id" in self.session and not path.startswith("/tai-khoan/")
        if not signed_in or not isinstance(data, dict | None) or args or more:
            return send(self, path, data, *args, **more)
        form = {FORM_FIELD: uuid4().hex, **(data or {})}
        first = send(self, path, form)
        if first.status_code != 302 or first.wsgi_request.__dict__.get("refused"):
            return first
        lines = AuditLine.objects.count()
        for value in form.values():
            for file in value if isinstance(value, list) else [value]:
                if hasattr(file, "seek"):
                    file.seek(0)
        second = send(self, path, form)
        assert (second.status_code, AuditLine.objects.count()) == (302, lines), path
        assert second.url == first.url or len(first.url) > LONGEST, path
        return first

    monkeypatch.setattr(Client, "post", twice)
    yield
