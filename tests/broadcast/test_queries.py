"""Dừng khi luật đổi: hỏi đúng ngày phát, không phải nhớ; lịch tuần, phiếu phát."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.broadcast.actions import record_airing
from lantoa.broadcast.models import Airing, Station
from lantoa.broadcast.queries import (
    airings_between,
    run_sheet,
    scripts_for,
    standings,
    to_log,
    visible_airings,
    visible_stations,
    week_of,
)
from lantoa.common import dates
from lantoa.content.models import Edition, EditionKind
from lantoa.content.states import EditionState
from lantoa.deliveries.models import Outcome
from lantoa.library.models import Provision
from tests.factories import broadcast as make
from tests.factories import library
from tests.factories.deliveries import noon, version
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]

TODAY = date(2025, 3, 10)  # a Monday
TOMORROW = date(2025, 3, 11)


@pytest.fixture(autouse=True)
def on_the_day() -> None:
    dates.move_today(TODAY)


@pytest.fixture
def station(world: World) -> Station:
    return make.ward_station(world)


@pytest.fixture
def clause(db: None) -> Provision:
    return library.provision(library.document(), "khoản 2 Điều 9")


@pytest.fixture
def planned(world: World, station: Station, clause: Provision) -> list[Airing]:
    """The same script today, tomorrow and in ten days."""
    script = version(world, cites=[clause], wards=(world.ward,), title="Vay vốn việc làm")
    return [make.airing(world, station, script, day) for day in (TODAY, TOMORROW, TODAY + timedelta(days=10))]


def states(today: date = TODAY) -> list[str]:
    return [one.state for one in standings(airings_between(TODAY, TODAY + timedelta(days=30)), today)]


def test_todays_stays_and_tomorrows_is_stopped(planned: list[Airing], clause: Provision) -> None:
    """Luật đổi từ mai: lượt hôm nay vẫn phát, lượt từ mai trở đi dừng, ngay khi ghi thay đổi."""
    assert states() == ["planned"] * 3

    library.effect(clause, TOMORROW)

    assert states() == ["planned", "stopped", "stopped"]


def test_todays_says_until_when_and_tomorrows_says_why(planned: list[Airing], clause: Provision) -> None:
    library.effect(clause, TOMORROW)

    today, tomorrow, _ = standings(planned, TODAY)

    assert today.says == "Sẽ hết đúng từ 11/03/2025."
    assert tomorrow.says == f"Đã dừng từ 11/03/2025 vì {clause} thay đổi."
    assert tomorrow.stopped_since == TOMORROW


def test_nothing_is_stored_by_asking(planned: list[Airing], clause: Provision) -> None:
    change = library.effect(clause, TOMORROW)
    assert states() == ["planned", "stopped", "stopped"]

    change.withdrawn_at, change.withdrawn_why = dates.now(), "Ghi nhầm văn bản."
    change.save()

    assert states() == ["planned"] * 3


def test_run_sheet_leaves_out_what_is_stopped(
    planned: list[Airing], station: Station, clause: Provision
) -> None:
    library.effect(clause, TOMORROW)

    assert [one.airing for one in run_sheet(station, TODAY, TODAY)] == [planned[0]]
    assert run_sheet(station, TOMORROW, TODAY) == []


def test_change_that_comes_later_stops_only_what_comes_later(
    planned: list[Airing], clause: Provision
) -> None:
    library.effect(clause, TODAY + timedelta(days=5))

    assert [one.says for one in standings(planned, TODAY)][:2] == ["Sẽ hết đúng từ 15/03/2025."] * 2
    assert states() == ["planned", "planned", "stopped"]


def test_withdrawn_script_stops_with_its_reason(planned: list[Airing]) -> None:
    Edition.objects.update(
        state=EditionState.WITHDRAWN,
        withdrawn_at=dates.now(),
        withdrawn_kind="other",
        withdrawn_why="Sai số tiền.",
    )

    assert {one.says for one in standings(planned, TODAY)} == {"Bài đã rút: Sai số tiền."}


def test_past_airing_without_a_record_waits_and_is_not_called_stopped(
    planned: list[Airing], clause: Provision
) -> None:
    library.effect(clause, TOMORROW)

    assert states(today=TOMORROW) == ["waiting", "stopped", "stopped"]


def test_script_in_force_only_later_is_asked_for_each_day(world: World, station: Station) -> None:
    """Văn bản có hiệu lực từ ngày mai: lượt hôm nay không phát, lượt ngày mai phát."""
    law = library.document(effective_on=TOMORROW)
    script = version(world, cites=[library.provision(law)], wards=(world.ward,))
    late = make.airing(world, station, script, TOMORROW)
    early = Airing.objects.create(
        station=station,
        version=script,
        starts_at=noon(TODAY, 17),
        minutes=5,
        scheduled_by=world.tam,
        scheduled_at=dates.now(),
    )

    assert [one.state for one in standings([early, late], TODAY)] == ["stopped", "planned"]


def test_logged_airing_shows_its_newest_line_and_grade(world: World, planned: list[Airing]) -> None:
    record_airing(planned[0], outcome=Outcome.DONE, by=world.tam)
    planned[0].refresh_from_db()

    one = standings(planned, TODAY)[0]

    assert (one.state, one.grade, one.airs) == ("done", 1, True)


def test_week_has_seven_days_with_two_sessions_and_free_minutes(
    world: World, station: Station, planned: list[Airing]
) -> None:
    week = week_of(station, TODAY, TODAY)

    assert [one.day for one in week] == [TODAY + timedelta(days=n) for n in range(7)]
    assert [(s.session.name, len(s.standings), s.free_minutes, s.free_from) for s in week[1].sessions] == [
        ("Sáng", 0, 45, noon(TOMORROW, 5)),
        ("Chiều", 1, 35, noon(TOMORROW, 17, 10)),
    ]


def test_stopped_airing_gives_its_minutes_back(
    station: Station, planned: list[Airing], clause: Provision
) -> None:
    library.effect(clause, TOMORROW)

    assert week_of(station, TODAY, TODAY)[1].sessions[1].free_minutes == 45


def test_airing_outside_changed_hours_is_still_shown(station: Station, planned: list[Airing]) -> None:
    Station.objects.update(evening_from="17:30")

    week = week_of(Station.objects.get(), TODAY, TODAY)

    assert [one.airing for one in week[0].other] == [planned[0]]


def test_only_approved_scripts_that_hold_there_that_day_are_offered(
    world: World, station: Station, clause: Provision
) -> None:
    good = version(world, wards=(world.ward,), title="Đèn")
    version(world, wards=(world.other_ward,), title="Phường khác ký")
    version(world, approved=False, title="Chưa duyệt")
    version(world, wards=(world.ward,), kind=EditionKind.POSTER, title="Áp phích")
    version(world, wards=(world.ward,), territory=world.other_ward, title="Bài của phường khác")
    ending = version(world, wards=(world.ward,), cites=[clause], title="Êm")
    library.effect(clause, TOMORROW)

    assert [v for v, _ in scripts_for(station, TODAY)] == [good, ending]
    assert [v for v, _ in scripts_for(station, TOMORROW)] == [good]


def test_what_waits_to_be_logged_is_that_of_her_own_stations(world: World, planned: list[Airing]) -> None:
    assert [one.airing for one in to_log(world.tam, TODAY)] == [planned[0]]
    assert to_log(world.van, TODAY) == []


def test_outsider_sees_neither_station_nor_airing(world: World, station: Station) -> None:
    make.airing(world, station, version(world, wards=(world.ward,)), TODAY)

    assert not visible_stations(world.van).exists()
    assert not visible_airings(world.van).exists()
    assert visible_stations(world.minh).get() == station


def test_ward_reads_the_calendar_of_the_city_station(world: World) -> None:
    assert visible_stations(world.tam).contains(make.city_station(world))


def queries_of(ask: Callable[[], object]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        ask()
    return len(seen)


def test_week_costs_the_same_with_one_and_with_many_airings(world: World, station: Station) -> None:
    def logged(minute: int) -> None:
        script = version(world, wards=(world.ward,))
        one = make.airing(world, station, script, TODAY, 17, minute, minutes=2)
        record_airing(one, outcome=Outcome.DONE, by=world.tam)
        make.airing(world, station, script, TOMORROW, 17, minute, minutes=2)

    def ask() -> object:
        return [
            (one.airing.version.edition.article.title, one.grade, one.line and str(one.line.unit))
            for day in week_of(station, TODAY, TODAY)
            for session in day.sessions
            for one in session.standings
        ]

    logged(0)
    with_one = queries_of(ask)
    for minute in (10, 20, 30):
        logged(minute)

    assert queries_of(ask) == with_one
