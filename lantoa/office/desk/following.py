"""Tôi theo dõi: choose what to be told of; read the notice of a day."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from lantoa.common import dates
from lantoa.desk.digest import NAMES, STEPS, by_distance, read_notice, summary, visible_notices
from lantoa.library import actions
from lantoa.library.models import Document, Policy, Topic
from lantoa.library.queries import followed_by, followed_changes, visible_documents, visible_policies
from lantoa.office.access import office_login
from lantoa.office.lists import page_of
from lantoa.office.outcome import say


@office_login
@require_GET
def following(request: HttpRequest) -> HttpResponse:
    """What she follows, what comes of it in ninety days, and her notices."""
    follows = list(followed_by(request.user))
    topics = {one.topic_id for one in follows}
    ahead = by_distance(followed_changes(follows), dates.today())
    page = page_of(request, visible_notices(request.user))
    context = {
        "follows": follows,
        "topics": [topic for topic in Topic.objects.all() if topic.pk not in topics],
        "ahead": [(STEPS[step], some) for step, some in ahead.items()],
        "page": page,
        "notices": [(notice, summary(notice)) for notice in page.object_list],
    }
    return render(request, "office/desk/following.html", context)


@office_login
@require_POST
def follow_add(request: HttpRequest) -> HttpResponse:
    """Follow one thing; back to where she was."""
    thing = _thing(request)
    actions.start_following(thing, by=request.user)
    say(request, f"Đã theo dõi {thing}. Có thay đổi thì tin hiện ở Việc của tôi.")
    return redirect(_back(request))


def _thing(request: HttpRequest) -> Topic | Document | Policy:
    shelves = {
        "topic": Topic.objects.all(),
        "document": visible_documents(request.user),
        "policy": visible_policies(request.user),
    }
    shelf, pk = shelves.get(request.POST.get("kind", "")), request.POST.get("pk", "")
    if shelf is None or not pk.isdecimal() or len(pk) > 18:
        raise Http404
    return get_object_or_404(shelf, pk=pk)


@office_login
@require_POST
def follow_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop following."""
    one = get_object_or_404(followed_by(request.user), pk=pk)
    actions.stop_following(one, by=request.user)
    say(request, f"Đã thôi theo dõi {one}.")
    return redirect(_back(request))


def _back(request: HttpRequest) -> str:
    target = request.POST.get("next", "")
    inside = url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure())
    return target if inside else reverse("office:following")


@office_login
@require_GET
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """One notice as it was told."""
    one = get_object_or_404(visible_notices(request.user), pk=pk)
    ours = [(NAMES[name], count) for name, count in one.told["rests"].items()]
    context = {
        "notice": one,
        "summary": summary(one),
        "ahead": [(STEPS[int(step)], some) for step, some in one.told["ahead"].items() if some],
        "ours": ours,
    }
    return render(request, "office/desk/notice.html", context)


@office_login
@require_POST
def notice_read(request: HttpRequest, pk: int) -> HttpResponse:
    """It leaves "Việc của tôi"."""
    read_notice(get_object_or_404(visible_notices(request.user), pk=pk), by=request.user)
    say(request, "Đã ghi là đã đọc.")
    return redirect("office:my_work")
