"""Ranh giới đơn vị: a GeoJSON taken in after a look at which unit each of its shapes is."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from lantoa.common import dates
from lantoa.common.files import Upload
from lantoa.common.problems import Problem, RuleBroken
from lantoa.office import pending
from lantoa.office.access import office_login
from lantoa.office.outcome import attempt, say
from lantoa.office.people.forms import OutlineForm
from lantoa.paper.refusal import Unreadable
from lantoa.people import actions
from lantoa.people.models import User
from lantoa.people.outlines.matching import Matching, State
from lantoa.people.permissions import may_import_outlines


@office_login
def outline_import_new(request: HttpRequest) -> HttpResponse:
    """Choose a file. Nothing is written before she has seen what its shapes are."""
    if not may_import_outlines(request.user):
        raise PermissionDenied
    form = OutlineForm(request.POST or None, request.FILES or None, initial={"day": dates.today()})
    if request.method == "POST":
        ok, token = attempt(form, request, lambda: _lay_aside(form, request.user))
        if ok:
            return redirect("office:outline_reading", token=token)
    return render(request, "office/people/outline_import_new.html", {"form": form})


def _lay_aside(form: OutlineForm, by: User) -> str:
    said = form.cleaned_data
    about = [said["day"].isoformat(), said["source"]]
    _read(said["file"], by, about)
    return pending.keep(said["file"], about, by)


def _read(upload: Upload, by: User, about: list[str], *, dry_run: bool = True) -> Matching:
    """Which unit each shape is, or one sentence on the form why the file cannot be read."""
    day, source = date.fromisoformat(about[0]), about[1]
    try:
        return actions.import_outlines(upload, by=by, day=day, source=source, dry_run=dry_run)
    except Unreadable as why:
        raise RuleBroken(Problem("unreadable", str(why), "file")) from why


@office_login
def outline_reading(request: HttpRequest, token: str) -> HttpResponse:
    """Every shape of the file accounted for; confirming writes those that match."""
    found = pending.waiting(token, request.user)
    if found is None:
        raise Http404
    upload, about = found
    if request.method == "POST":
        ok, done = attempt(None, request, lambda: _read(upload, request.user, about, dry_run=False))
        if ok:
            pending.forget(upload)
            say(request, f"Đã ghi ranh giới của {done.account.matched} đơn vị.")
            return redirect("office:coverage_map")
        return redirect("office:outline_import_new")
    matching = _read(upload, request.user, about)
    context = {
        "upload": upload,
        "source": about[1],
        "day": matching.day,
        "account": matching.account,
        "matched": matching.of(State.NEW, State.REPLACED),
        "others": matching.of(State.UNMATCHED, State.AMBIGUOUS, State.REFUSED),
    }
    return render(request, "office/people/outline_reading.html", context)
