"""Gửi một lần: a write that a client may send twice, and that happens once."""

import hashlib
from collections.abc import Callable
from typing import Any

from django.db import transaction

from lantoa.common import dates
from lantoa.common.models import UsedKey

FORM_FIELD = "sent_key"  # the name under which every form carries the key of its own


def once(key: str, write: Callable[[], str]) -> str:
    """Run `write` unless `key` was used before; the result of the first time either way.

    An empty key means the client does not care. All in one transaction.
    """
    if not key:
        return write()
    with transaction.atomic():
        used, new = UsedKey.objects.select_for_update().get_or_create(key=key, defaults={"at": dates.now()})
        if new:
            used.result = write()
            used.save(update_fields=["result"])
        return used.result


def own_key(what: str, by: Any, key: str) -> str:
    """A client's key as kept: of one kind of write and one person, so nobody reads another's by guessing.

    64 characters; "" stays "".
    """
    return hashlib.sha256(f"{what}:{by.pk}:{key}".encode()).hexdigest() if key else ""
