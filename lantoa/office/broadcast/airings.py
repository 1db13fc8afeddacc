"""Lượt phát: schedule one, see how it stands, stop it, write down what aired."""

from datetime import time

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from lantoa.broadcast.actions import record_airing, schedule_airing, stop_airing
from lantoa.broadcast.models import Airing
from lantoa.broadcast.pace import minutes_of, paces_on
from lantoa.broadcast.permissions import may_log, may_schedule
from lantoa.broadcast.queries import standings, visible_airings, visible_stations
from lantoa.common import dates
from lantoa.office.access import of_records, office_login
from lantoa.office.broadcast.forms import AiringForm, RecordForm, StopForm
from lantoa.office.broadcast.stations import day_asked, plausible
from lantoa.office.deliveries.evidence import waits_says
from lantoa.office.deliveries.forms import HourField, new_key
from lantoa.office.outcome import attempt, say


@of_records
def airing_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose an approved script for a time; another day is asked by ``?ngay=``."""
    station = get_object_or_404(visible_stations(request.user), pk=pk)
    typed = plausible(dates.read_date(request.POST.get("day", "")))
    day = typed or day_asked(request)
    start = {"day": day, "time": _hour(request.GET.get("gio", "")), "key": new_key()}
    form = AiringForm(station, day, request.POST or None, initial=start)

    def schedule() -> Airing:
        said = form.cleaned_data
        return schedule_airing(
            station,
            said["version"],
            starts_at=form.starts_at(),
            minutes=said["minutes"],
            by=request.user,
            key=said["key"],
        )

    if request.method == "POST":
        ok, made = attempt(form, request, schedule)
        if ok:
            takes = minutes_of(made.version, paces_on([station], made.day)[pk])
            too_short = (
                f" Bài đọc khoảng {takes} phút, dài hơn số phút đã xếp." if takes > made.minutes else ""
            )
            say(request, f"Đã xếp bài vào {made.local_start:%H:%M} ngày {dates.say(made.day)}.{too_short}")
            return redirect(f"{reverse('office:airing_calendar')}?dai={pk}&ngay={made.day:%d/%m/%Y}")
    context = {"form": form, "station": station, "day": day, "may": may_schedule(request.user, station)}
    return render(request, "office/broadcast/airing_form.html", context)


def _hour(words: str) -> time | None:
    """The hour that the address proposes, if it is one."""
    try:
        return HourField(required=False).clean(words)
    except ValidationError:
        return None


def _page(request: HttpRequest, found: Airing, template: str, **more: object) -> HttpResponse:
    standing = standings([found], dates.today())[0]
    context = {
        "airing": found,
        "standing": standing,
        "may_schedule": may_schedule(request.user, found.station),
        "may_log": may_log(request.user, found),
        "has_come": found.starts_at <= dates.now(),
        "stop_form": StopForm(),
        **more,
    }
    return render(request, template, context)


@office_login
def airing(request: HttpRequest, pk: int) -> HttpResponse:
    """One airing: how it stands and the next step."""
    return _page(
        request, get_object_or_404(visible_airings(request.user), pk=pk), "office/broadcast/airing.html"
    )


@of_records
def airing_record(request: HttpRequest, pk: int) -> HttpResponse:
    """What became of it: result, time, photo or scanned log. Made for a phone beside the loudspeaker."""
    found = get_object_or_404(visible_airings(request.user), pk=pk)
    form = RecordForm(request.POST or None, request.FILES or None, initial=RecordForm.of(found))
    if request.method == "POST":
        ok, line = attempt(form, request, lambda: record_airing(found, by=request.user, **form.values()))
        if ok:
            late = f" Ghi muộn {line.days_late} ngày." if line.is_late else ""
            say(request, f"Đã ghi vào sổ truyền thông, dòng số {line.position}.{late}{waits_says(line)}")
            return redirect("office:airing", pk=pk)
    return _page(request, found, "office/broadcast/record.html", form=form)


@of_records
@require_POST
def airing_stop(request: HttpRequest, pk: int) -> HttpResponse:
    """It will not air, by decision of whoever runs the station."""
    found = get_object_or_404(visible_airings(request.user), pk=pk)
    form = StopForm(request.POST)
    ok, _ = attempt(form, request, lambda: stop_airing(found, form.cleaned_data["why"], by=request.user))
    if not ok:
        return _page(request, found, "office/broadcast/airing.html", stop_form=form)
    say(request, "Đã dừng lượt phát.")
    return redirect("office:airing", pk=pk)
