"""Who may enter the office: signed in, still working, holding a duty today."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.common import dates
from lantoa.office import kept_text
from lantoa.office.sent_once import answered_once
from lantoa.people.queries import scope

View = Callable[..., HttpResponse]


def office_login(view: View) -> View:
    """Let the view answer only a person with a duty; others go to sign in or read why not.

    What she was writing when the session ended waits for her after sign-in (`kept_text`).
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        user = request.user
        if not (user.is_authenticated and user.is_active):
            if request.method == "POST" and not getattr(view, "keeps_nothing", False):
                return redirect_to_login(kept_text.keep(request))
            return redirect_to_login(request.get_full_path())
        if not scope(user, dates.today()).duties:
            return render(request, "office/no_duty.html", status=403)
        if request.method == "POST":
            kept_text.forget_sent(request)
        if getattr(view, "keeps_nothing", False):
            return view(request, *args, **kwargs)
        return answered_once(request, lambda: view(request, *args, **kwargs))

    guarded.office_login = True  # the guard over all routes looks for this mark
    return guarded


def of_records(view: View) -> View:
    """A page of records with names, papers or drafts: an onlooker, who sees counts, is told so."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if scope(request.user, dates.today()).only_watches:
            return render(request, "office/only_watches.html", status=403)
        return view(request, *args, **kwargs)

    return office_login(guarded)


def keeps_nothing(view: View) -> View:
    """What is typed here is personal: not even a form sent too late is kept. Stands under `office_login`."""
    view.keeps_nothing = True  # type: ignore[attr-defined]
    return view
