"""By what name and from where failed sign-ins are counted."""

from allauth.account.adapter import get_adapter
from django.http import HttpRequest


def name_of(request: HttpRequest | None, credentials: dict | None = None) -> str:
    """The user name that somebody tries, the same for every spelling in capitals."""
    given = (credentials or {}).get("username") or (request.POST.get("login", "") if request else "")
    return str(given).strip().casefold()[:150]


def address_of(request: HttpRequest) -> str | None:
    """The caller's address: behind our proxy the one that it adds, never one that the caller claims.

    None for a sign-in that came over no network (a test, a command).
    """
    if not request.META.get("REMOTE_ADDR"):
        return None
    return get_adapter(request).get_client_ip(request)
