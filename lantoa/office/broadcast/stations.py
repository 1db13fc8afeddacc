"""Đài và lịch: the stations, one station's week, its operating rule, the printed run-sheet."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.broadcast import printing
from lantoa.broadcast.actions import change_station, open_station, set_pace
from lantoa.broadcast.models import Station
from lantoa.broadcast.pace import paces_on
from lantoa.broadcast.permissions import OPENERS, may_change_station, may_schedule
from lantoa.broadcast.queries import monday_of, visible_stations, week_of
from lantoa.broadcast.rules.airing_inside_the_hours import hours_in_words
from lantoa.common import dates
from lantoa.office.access import of_records, office_login
from lantoa.office.broadcast.forms import PaceForm, StationForm, StationRuleForm
from lantoa.office.outcome import attempt, say
from lantoa.office.papers import download
from lantoa.people.queries import scope


def day_asked(request: HttpRequest, name: str = "ngay") -> date:
    """The day that the address names, today when it names none that makes sense."""
    return plausible(dates.read_date(request.GET.get(name, ""))) or dates.today()


def plausible(day: date | None) -> date | None:
    """The day, unless its year is a slip of the keyboard."""
    return day if day and 2000 <= day.year <= 2100 else None


@office_login
def airing_calendar(request: HttpRequest) -> HttpResponse:
    """One station's week: what airs, what stopped and why, what waits to be logged, what is free."""
    stations = list(visible_stations(request.user))
    station = _chosen(request, stations)
    if station is None:
        may_open = bool(scope(request.user).roles & OPENERS)
        return render(request, "office/broadcast/no_station.html", {"may_open": may_open})
    today = dates.today()
    monday = monday_of(day_asked(request))
    week = week_of(station, monday, today)
    shown = [one for day in week for part in (*day.sessions, day) for one in _standings(part)]
    context = {
        "station": station,
        "stations": stations,
        "week": week,
        "today": today,
        "monday": monday,
        "sunday": monday + timedelta(days=6),
        "before": monday - timedelta(days=7),
        "after": monday + timedelta(days=7),
        "sheet_day": today if monday <= today <= monday + timedelta(days=6) else monday,
        "stopped": [one for one in shown if not one.airs],
        "hours": hours_in_words(station),
        "may_schedule": may_schedule(request.user, station),
    }
    return render(request, "office/broadcast/calendar.html", context)


def _standings(part: Any) -> tuple:
    return part.other if hasattr(part, "other") else part.standings


def _chosen(request: HttpRequest, stations: list[Station]) -> Station | None:
    """The station that the address names, else the first that she runs and still works, else the first."""
    wanted = request.GET.get("dai", "")
    if wanted:
        return get_object_or_404(
            visible_stations(request.user), pk=wanted if wanted.isascii() and wanted.isdigit() else 0
        )
    own, today = scope(request.user).inside(), dates.today()
    working = [s for s in stations if s.valid_to is None or s.valid_to >= today]
    return next((s for s in working if s.unit_id in own), (working or stations or [None])[0])


@office_login
def station_list(request: HttpRequest) -> HttpResponse:
    """The stations of her units and those above, with their hours."""
    rows = [(station, hours_in_words(station)) for station in visible_stations(request.user)]
    may_open = bool(scope(request.user).roles & OPENERS)
    return render(request, "office/broadcast/stations.html", {"rows": rows, "may_open": may_open})


@office_login
def station_new(request: HttpRequest) -> HttpResponse:
    """Open a station."""
    form = StationForm(request.user, request.POST or None)

    def open_it() -> Station:
        said = dict(form.cleaned_data)
        serves = said.pop("serves")
        return open_station(unit=serves, serves=serves, by=request.user, **said)

    if request.method == "POST":
        ok, made = attempt(form, request, open_it)
        if ok:
            say(request, f"Đã mở {made.name}.")
            return redirect("office:station_list")
    return render(request, "office/broadcast/station_form.html", {"form": form})


@of_records
def station_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the operating rule."""
    station = get_object_or_404(visible_stations(request.user), pk=pk)
    form = StationRuleForm(request.POST or None, initial=StationRuleForm.of(station))
    if request.method == "POST":
        ok, _ = attempt(form, request, lambda: change_station(station, by=request.user, **form.cleaned_data))
        if ok:
            say(request, f"Đã sửa quy chế của {station.name}. Lượt đã xếp giữ nguyên.")
            return redirect("office:station_list")
    return _rule_page(request, station, form, PaceForm(prefix="nhip", initial={"valid_from": dates.today()}))


@of_records
@require_POST
def station_pace(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how fast the station reads from a day on."""
    station = get_object_or_404(visible_stations(request.user), pk=pk)
    form = PaceForm(request.POST, prefix="nhip")
    ok, pace = attempt(form, request, lambda: set_pace(station, by=request.user, **form.cleaned_data))
    if not ok:
        return _rule_page(request, station, StationRuleForm(initial=StationRuleForm.of(station)), form)
    say(request, f"Đã ghi nhịp đọc {pace.words_a_minute} từ một phút. Bài xếp từ nay tính theo nhịp này.")
    return redirect("office:station_change", pk=pk)


def _rule_page(
    request: HttpRequest, station: Station, form: StationRuleForm, pace_form: PaceForm
) -> HttpResponse:
    context = {
        "form": form,
        "station": station,
        "may_change": may_change_station(request.user, station),
        "pace_form": pace_form,
        "pace": paces_on([station], dates.today())[station.pk],
        "paces": station.paces.select_related("set_by").order_by("-valid_from", "-id"),
    }
    return render(request, "office/broadcast/station_form.html", context)


@office_login
def run_sheet(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The run-sheet of a day as DOCX or PDF; nothing that is stopped stands on it."""
    station = get_object_or_404(visible_stations(request.user), pk=pk)
    day = day_asked(request)
    return download(printing.run_sheet(station, day, dates.today()), f"phieu-phat-{pk}-{day:%Y%m%d}", form)
