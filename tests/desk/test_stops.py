"""Việc định kỳ ghi lại những lượt phát phải dừng vì luật đổi."""

from datetime import date, timedelta

import pytest

from lantoa.broadcast.actions import record_airing, stop_airing
from lantoa.broadcast.models import Airing
from lantoa.commands import tick
from lantoa.common import audit, dates
from lantoa.common.models import AuditLine
from lantoa.deliveries.models import Outcome
from lantoa.desk.stops import due_stops, record_stops
from lantoa.library.models import Provision
from tests.factories import broadcast as make
from tests.factories import library
from tests.factories.deliveries import version
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]

TODAY = date(2025, 3, 10)
TOMORROW = date(2025, 3, 11)


@pytest.fixture
def clause(db: None) -> Provision:
    return library.provision(library.document(), "khoản 2 Điều 9")


@pytest.fixture
def planned(world: World, clause: Provision) -> list[Airing]:
    """Today, tomorrow and in ten days; the clause is replaced from tomorrow."""
    dates.move_today(TODAY)
    station = make.ward_station(world)
    script = version(world, cites=[clause], wards=(world.ward,))
    made = [make.airing(world, station, script, day) for day in (TODAY, TOMORROW, TODAY + timedelta(days=10))]
    library.effect(clause, TOMORROW)
    return made


def stopped() -> list[bool]:
    return [airing.stopped_at is not None for airing in Airing.objects.order_by("starts_at")]


def test_todays_stays_and_later_ones_are_recorded_as_stopped(
    planned: list[Airing], clause: Provision
) -> None:
    """Luật đổi từ mai: lượt hôm nay giữ nguyên, lượt từ mai ghi dừng kèm lý do, do hệ thống ghi."""
    assert record_stops(TODAY) == 2

    assert stopped() == [False, True, True]
    planned[1].refresh_from_db()
    assert (planned[1].stopped_why, planned[1].stopped_by) == (
        f"Đã dừng từ 11/03/2025 vì {clause} thay đổi.",
        None,
    )
    lines = AuditLine.objects.filter(action="stop_airing")
    assert {(line.object_id, line.by, line.by_name) for line in lines} == {
        (str(airing.pk), None, "Hệ thống") for airing in planned[1:]
    }


def test_running_twice_records_once(planned: list[Airing]) -> None:
    record_stops(TODAY)

    assert record_stops(TODAY) == 0
    assert AuditLine.objects.filter(action="stop_airing").count() == 2


def test_next_day_the_airing_of_the_day_before_is_left_to_be_logged(planned: list[Airing]) -> None:
    """Sang ngày mai mới chạy: lượt hôm qua vẫn chờ ghi kết quả, không bị gọi là dừng."""
    dates.move_today(TOMORROW)

    assert record_stops(TOMORROW) == 2
    assert stopped() == [False, True, True]


def test_what_was_logged_or_stopped_already_stays_as_it_is(world: World, planned: list[Airing]) -> None:
    record_airing(planned[0], outcome=Outcome.DONE, by=world.tam)
    stop_airing(planned[1], "Bảo trì máy.", by=world.tam)

    assert record_stops(TODAY) == 1
    planned[1].refresh_from_db()
    assert planned[1].stopped_why == "Bảo trì máy."


def test_nothing_is_due_while_every_clause_holds(world: World) -> None:
    dates.move_today(TODAY)
    make.airing(world, make.ward_station(world), version(world, wards=(world.ward,)), TOMORROW)

    assert due_stops(TODAY) == []


def test_tick_stops_and_seals(planned: list[Airing], capsys: pytest.CaptureFixture[str]) -> None:
    assert tick.run([]) == 0

    assert capsys.readouterr().out.startswith("Đã dừng 2 lượt phát vì căn cứ thay đổi.\nĐã niêm ")
    assert audit.first_broken() is None
    assert AuditLine.objects.filter(seal__isnull=True).count() == 0
