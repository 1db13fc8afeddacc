"""Việc của tôi, and the small doors of the frame: all sections, acting for a unit, sending again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from lantoa.common import dates
from lantoa.desk.queries import my_work as work_of
from lantoa.office import acting, kept_text
from lantoa.office.access import office_login
from lantoa.office.outcome import say
from lantoa.people.queries import scope


@office_login
@require_GET
def my_work(request: HttpRequest) -> HttpResponse:
    """What waits for me, worst first."""
    day = dates.today()
    return render(request, "office/desk/my_work.html", {"groups": work_of(request.user, day), "day": day})


@office_login
@require_GET
def everything(request: HttpRequest) -> HttpResponse:
    """All sections on one page: the door behind "Tất cả" at the foot of a phone."""
    return render(request, "office/desk/everything.html")


@office_login
@require_POST
def act_for(request: HttpRequest) -> HttpResponse:
    """Act for another of one's units from now on."""
    wanted = request.POST.get("unit", "")
    place = next((p for p in acting.places(scope(request.user)) if str(p.unit_id) == wanted), None)
    if place:
        request.session[acting.KEY] = place.unit_id
        say(request, f"Từ giờ anh chị làm việc cho {place.name}.")
    target = request.POST.get("next", "")
    inside = url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure())
    return redirect(target if inside else "office:my_work")


@office_login
@require_GET
def send_again(request: HttpRequest) -> HttpResponse:
    """What was sent after the session ended, ready to be sent once more. Shown once."""
    waiting = kept_text.kept(request)
    if not waiting:
        return redirect("office:my_work")
    return render(request, "office/desk/send_again.html", {"waiting": waiting})
