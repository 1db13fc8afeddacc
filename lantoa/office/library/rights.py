"""Who enters a screen of the library that changes something, and who checks what it shows."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse

from lantoa.library.permissions import may_check, may_write
from lantoa.office.access import office_login
from lantoa.people.models import User
from lantoa.people.two_people import writers_of

View = Callable[..., HttpResponse]


def only_writers(view: View) -> View:
    """Signed in and writing the library; others who may read it are told that this step is not theirs."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not may_write(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return office_login(guarded)


def may_check_this(user: User, thing: Model) -> bool:
    """Checking is hers, and she wrote no part of this."""
    return may_check(user) and user.pk not in writers_of(thing)
