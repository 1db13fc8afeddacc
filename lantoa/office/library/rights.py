"""Screens that only those who write the library may enter."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from lantoa.library.permissions import may_write
from lantoa.office.access import office_login

View = Callable[..., HttpResponse]


def only_writers(view: View) -> View:
    """Signed in and writing the library; others who may read it are told that this step is not theirs."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not may_write(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return office_login(guarded)
