"""By what name failed sign-ins are counted."""

from django.http import HttpRequest


def name_of(request: HttpRequest | None, credentials: dict | None = None) -> str:
    """The user name that somebody tries, the same for every spelling in capitals."""
    given = (credentials or {}).get("username") or (request.POST.get("login", "") if request else "")
    return str(given).strip().casefold()[:150]
