"""Pano, áp phích, băng rôn: what hangs where, and what must come down."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.common import dates
from lantoa.common.models import StoredFile
from lantoa.deliveries.checks import waits_for_another
from lantoa.displays import actions
from lantoa.displays.map import plan_of
from lantoa.displays.models import Display
from lantoa.displays.permissions import HANGERS, may_change_display
from lantoa.displays.queries import hanging_on, place_in_photo, standing_as, visible_displays
from lantoa.office.access import of_records, office_login
from lantoa.office.deliveries.evidence import waits_says
from lantoa.office.deliveries.forms import new_key
from lantoa.office.displays.forms import DisplayForm, PutUpForm, TakenDownForm
from lantoa.office.file_access import CHECKS
from lantoa.office.outcome import attempt, say
from lantoa.people.models import User
from lantoa.people.queries import scope

MOST_ON_MAP = 500
FILTERS = {
    "": ("", "Tất cả"),
    "dang-treo": ("up", "Đang treo"),
    "qua-ngay-ha": ("over", "Quá ngày hạ"),
    "chua-co-anh": ("unproven", "Chưa có ảnh"),
    "da-ha": ("down", "Đã hạ"),
}


@of_records
def display_list(request: HttpRequest) -> HttpResponse:
    """What hangs, hung and will hang in her units."""
    wanted = request.GET.get("loc", "")
    wanted = wanted if wanted in FILTERS else ""
    displays, day = visible_displays(request.user), dates.today()
    if wanted:
        displays = standing_as(displays, FILTERS[wanted][0], day)
    page = Paginator(displays, 30).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "rows": hanging_on(page.object_list, day),
        "may_hang": bool(scope(request.user).roles & HANGERS),
        "filters": {key: label for key, (_, label) in FILTERS.items()},
        "wanted": wanted,
    }
    return render(request, "office/displays/list.html", context)


@of_records
def display_map(request: HttpRequest) -> HttpResponse:
    """What hangs now, where: measured places as points, the others as a list."""
    up = visible_displays(request.user).filter(taken_down_on__isnull=True)[:MOST_ON_MAP]
    rows = hanging_on(up, dates.today())
    unmeasured = [row for row in rows if row.display.latitude is None]
    context = {"plan": plan_of(rows), "unmeasured": unmeasured, "rows": rows}
    return render(request, "office/displays/map.html", context)


@office_login
def display_worker(request: HttpRequest) -> HttpResponse:
    """The script that lets these pages open without a connection; it stands at the address it serves."""
    script = finders.find("office/pano-worker.js")
    response = HttpResponse(Path(str(script)).read_bytes(), content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response


@office_login
def display_new(request: HttpRequest) -> HttpResponse:
    """Where an approved edition will hang."""
    form = DisplayForm(request.user, request.POST or None, initial={"key": new_key()})
    if request.method == "POST":
        ok, made = attempt(form, request, lambda: actions.plan_display(by=request.user, **form.values()))
        if ok:
            say(request, "Đã ghi nơi treo. Khi treo xong, nộp ảnh ở đây.")
            return redirect("office:display", pk=made.pk)
    return render(request, "office/displays/form.html", {"form": form})


def _page(request: HttpRequest, found: Display, **forms: object) -> HttpResponse:
    (row,) = hanging_on([found], dates.today())
    context = {
        "row": row,
        "display": found,
        "may_change": may_change_display(request.user, found),
        "photo_place": place_in_photo(found),
        "waits": found.delivery is not None and waits_for_another(found.delivery),
        "put_up_form": forms.get("put_up") or PutUpForm(initial={"on": found.put_up_on, "key": new_key()}),
        "taken_down_form": forms.get("taken_down")
        or TakenDownForm(initial={"on": dates.today(), "key": new_key()}),
    }
    return render(request, "office/displays/display.html", context)


@office_login
def display(request: HttpRequest, pk: int) -> HttpResponse:
    """One place with its photos and the next step."""
    return _page(request, get_object_or_404(visible_displays(request.user), pk=pk))


@office_login
@require_POST
def display_put_up(request: HttpRequest, pk: int) -> HttpResponse:
    """It hangs, with a photo."""
    found = get_object_or_404(visible_displays(request.user), pk=pk)
    form = PutUpForm(request.POST, request.FILES)
    ok, hung = attempt(
        form,
        request,
        lambda: actions.record_put_up(found, by=request.user, **form.cleaned_data),
    )
    if not ok:
        return _page(request, found, put_up=form)
    say(request, f"Đã ghi nhận treo và nộp ảnh vào sổ truyền thông.{waits_says(hung.delivery)}")
    return redirect("office:display", pk=pk)


@office_login
@require_POST
def display_take_place(request: HttpRequest, pk: int) -> HttpResponse:
    """The camera stood where it hangs: a person says so."""
    found = get_object_or_404(visible_displays(request.user), pk=pk)
    ok, _ = attempt(None, request, lambda: actions.take_place_of_photo(found, by=request.user))
    if ok:
        say(request, "Đã lấy tọa độ của ảnh làm nơi treo.")
    return redirect("office:display", pk=pk)


@office_login
@require_POST
def display_taken_down(request: HttpRequest, pk: int) -> HttpResponse:
    """It no longer hangs."""
    found = get_object_or_404(visible_displays(request.user), pk=pk)
    form = TakenDownForm(request.POST, request.FILES)
    ok, _ = attempt(
        form,
        request,
        lambda: actions.record_taken_down(found, by=request.user, **form.cleaned_data),
    )
    if not ok:
        return _page(request, found, taken_down=form)
    say(request, "Đã ghi ngày hạ.")
    return redirect("office:display", pk=pk)


def may_open_photo(user: User, stored: StoredFile) -> bool:
    """A photo of a place that she may see."""
    return visible_displays(user).filter(photos__file=stored).exists()


CHECKS.append(may_open_photo)
