"""Đài: xếp lịch, dừng, ghi kết quả, sửa kết quả."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.broadcast.actions import (
    change_station,
    correct_airing_record,
    open_station,
    record_airing,
    stop_airing,
)
from lantoa.broadcast.models import Airing, Station
from lantoa.common import dates
from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.content.models import EditionKind
from lantoa.deliveries.actions import NewEvidence
from lantoa.deliveries.models import Delivery, Evidence, Outcome
from lantoa.deliveries.queries import grade_of
from tests.factories import broadcast as make
from tests.factories import library
from tests.factories.deliveries import approve, channel, noon, submit, version
from tests.factories.people import World
from tests.factories.pictures import photo

pytestmark = [pytest.mark.django_db, pytest.mark.db]

DAY = date(2025, 3, 10)
NEXT = date(2025, 3, 11)


@pytest.fixture(autouse=True)
def on_the_day() -> None:
    dates.move_today(DAY)


@pytest.fixture
def station(world: World) -> Station:
    return make.ward_station(world)


def codes(broken: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return [problem.code for problem in broken.value.problems]


# -- Scheduling ---------------------------------------------------------------------------------


def test_approved_script_is_scheduled(world: World, station: Station) -> None:
    airing = make.airing(world, station, version(world, wards=(world.ward,)), NEXT)

    assert (airing.day, airing.local_start.time(), airing.scheduled_by) == (NEXT, time(17), world.tam)
    assert AuditLine.objects.filter(action="schedule_airing", object_id=str(airing.pk)).count() == 1


def test_unapproved_script_cannot_be_scheduled(world: World, station: Station) -> None:
    """Bài chưa duyệt không lên được lịch phát."""
    with pytest.raises(RuleBroken) as broken:
        make.airing(world, station, version(world, approved=False), NEXT)

    assert codes(broken) == ["script_not_airable"]
    assert not Airing.objects.exists()


def test_ward_station_needs_its_own_leaders_approval(world: World, station: Station) -> None:
    """Đài phường chỉ phát bài mà lãnh đạo phường đó đã duyệt; duyệt của phường khác không tính."""
    script = version(world, wards=(world.other_ward,))

    with pytest.raises(RuleBroken) as broken:
        make.airing(world, station, script, NEXT)
    assert codes(broken) == ["script_not_airable"]

    make.airing(world, make.ward_station(world, other=True), script, NEXT)


def test_city_station_airs_without_a_ward(world: World) -> None:
    station = make.city_station(world)

    assert make.airing(world, station, version(world), NEXT).scheduled_by == world.minh


def test_banner_cannot_be_aired(world: World, station: Station) -> None:
    banner = version(world, kind=EditionKind.BANNER, wards=(world.ward,))

    with pytest.raises(RuleBroken) as broken:
        make.airing(world, station, banner, NEXT)

    assert codes(broken) == ["not_a_script"]


def test_script_that_ends_before_its_day_cannot_be_scheduled(world: World, station: Station) -> None:
    clause = library.provision(library.document())
    script = version(world, cites=[clause], wards=(world.ward,))
    library.effect(clause, NEXT)

    make.airing(world, station, script, DAY)
    with pytest.raises(RuleBroken) as broken:
        make.airing(world, station, script, NEXT)
    assert codes(broken) == ["script_not_airable"]


@pytest.mark.parametrize("who", ["van", "minh", "lan", "binh", "kha"])
def test_a_wards_station_is_the_wards(world: World, station: Station, who: str) -> None:
    """Đài phường do phường xếp lịch; cấp trên và phường khác không xếp thay."""
    script = version(world, wards=(world.ward,))

    with pytest.raises(PermissionDenied):
        make.airing(world, station, script, NEXT, by=getattr(world, who))


def test_ward_cannot_schedule_on_the_city_station(world: World) -> None:
    with pytest.raises(PermissionDenied):
        make.airing(world, make.city_station(world), version(world), NEXT, by=world.tam)


@pytest.mark.parametrize(
    ("hour", "minute", "minutes", "code"),
    [
        (4, 59, 10, "outside_hours"),
        (12, 0, 10, "outside_hours"),
        (18, 25, 10, "outside_hours"),
        (18, 30, 5, "outside_hours"),
        (17, 0, 46, "session_full"),
        (17, 0, 0, "airing_minutes"),
        (17, 0, 9999, "airing_minutes"),
    ],
)
def test_airing_stays_inside_the_stations_hours(
    world: World, station: Station, hour: int, minute: int, minutes: int, code: str
) -> None:
    script = version(world, wards=(world.ward,))

    with pytest.raises(RuleBroken) as broken:
        make.airing(world, station, script, NEXT, hour, minute, minutes=minutes)

    assert codes(broken) == [code]


def test_minutes_of_a_session_are_counted_together(world: World, station: Station) -> None:
    script = version(world, wards=(world.ward,))
    make.airing(world, station, script, NEXT, 17, 0, minutes=30)
    make.airing(world, station, script, NEXT, 5, 0, minutes=30)

    make.airing(world, station, script, NEXT, 17, 30, minutes=15)
    with pytest.raises(RuleBroken) as broken:
        make.airing(world, station, script, NEXT, 18, 0, minutes=1)

    assert codes(broken) == ["session_full"]


def test_day_that_is_over_is_not_planned(world: World, station: Station) -> None:
    with pytest.raises(RuleBroken) as broken:
        make.airing(world, station, version(world, wards=(world.ward,)), date(2025, 3, 9))

    assert codes(broken) == ["airing_past"]


def test_day_years_ahead_is_a_slip(world: World, station: Station) -> None:
    with pytest.raises(RuleBroken) as broken:
        make.airing(world, station, version(world, wards=(world.ward,)), date(9999, 12, 31))

    assert codes(broken) == ["airing_far"]


def test_closed_station_takes_no_airing(world: World) -> None:
    station = make.ward_station(world, valid_to=DAY)

    with pytest.raises(RuleBroken) as broken:
        make.airing(world, station, version(world, wards=(world.ward,)), NEXT)

    assert codes(broken) == ["station_closed"]


@pytest.mark.parametrize(("minute", "clashes"), [(0, True), (5, True), (9, True), (10, False), (15, False)])
def test_intervals_are_half_open(world: World, station: Station, minute: int, clashes: bool) -> None:
    """Bài sau bắt đầu đúng lúc bài trước kết thúc thì không trùng; sớm một phút là trùng."""
    script = version(world, wards=(world.ward,), title="Thẻ bảo hiểm y tế")
    make.airing(world, station, script, NEXT, 17, 0)

    if not clashes:
        make.airing(world, station, script, NEXT, 17, minute)
        return
    with pytest.raises(RuleBroken) as broken:
        make.airing(world, station, script, NEXT, 17, minute)
    assert str(broken.value) == (
        "Trùng giờ với “Thẻ bảo hiểm y tế” (17:00 đến 17:10). Giờ trống gần nhất trong buổi: 17:10."
    )


def test_two_stations_may_air_at_the_same_time(world: World, station: Station) -> None:
    script = version(world, wards=(world.ward, world.other_ward))
    make.airing(world, station, script, NEXT)

    make.airing(world, make.ward_station(world, other=True), script, NEXT)

    assert Airing.objects.count() == 2


def test_sending_the_form_twice_schedules_once(world: World, station: Station) -> None:
    script = version(world, wards=(world.ward,))

    first = make.airing(world, station, script, NEXT, key="abc")
    again = make.airing(world, station, script, NEXT, key="abc")

    assert first == again


def test_stopped_airing_frees_its_time(world: World, station: Station) -> None:
    script = version(world, wards=(world.ward,))
    stop_airing(make.airing(world, station, script, NEXT), "Bảo trì máy.", by=world.tam)

    make.airing(world, station, script, NEXT)

    assert Airing.objects.filter(stopped_at__isnull=True).count() == 1


def test_giving_away_the_time_of_a_stale_airing_writes_its_stop_down(world: World, station: Station) -> None:
    """Bài đã hết đúng vào ngày phát thì giờ đó trống; xếp bài khác vào thì việc dừng được ghi lại."""
    clause = library.provision(library.document())
    stale = make.airing(world, station, version(world, cites=[clause], wards=(world.ward,)), NEXT)
    library.effect(clause, NEXT)

    make.airing(world, station, version(world, wards=(world.ward,)), NEXT)

    stale.refresh_from_db()
    assert stale.stopped_why == f"Đã dừng từ 11/03/2025 vì {clause} thay đổi."
    assert stale.stopped_by is None


# -- Stopping -----------------------------------------------------------------------------------


def test_stop_needs_a_reason_and_happens_once(world: World, station: Station) -> None:
    airing = make.airing(world, station, version(world, wards=(world.ward,)), NEXT)

    with pytest.raises(RuleBroken) as broken:
        stop_airing(airing, " ", by=world.tam)
    assert codes(broken) == ["stop_why"]
    stop_airing(airing, "Trùng lễ.", by=world.tam)
    with pytest.raises(RuleBroken) as broken:
        stop_airing(airing, "Trùng lễ.", by=world.tam)
    assert codes(broken) == ["already_stopped"]


def test_outsider_cannot_stop(world: World, station: Station) -> None:
    airing = make.airing(world, station, version(world, wards=(world.ward,)), NEXT)

    with pytest.raises(PermissionDenied):
        stop_airing(airing, "Vì thích.", by=world.van)


# -- Writing down what aired --------------------------------------------------------------------


@pytest.fixture
def airing(world: World, station: Station) -> Airing:
    return make.airing(world, station, version(world, wards=(world.ward,), title="Thẻ bảo hiểm"), DAY, 5)


def test_record_becomes_a_line_of_the_ledger(world: World, airing: Airing) -> None:
    proof = [NewEvidence(Evidence.Kind.PHOTO, photo())]

    line = record_airing(
        airing,
        outcome=Outcome.DONE,
        happened_at=noon(DAY, 5, 2),
        reach_low=40,
        reach_high=120,
        evidence=proof,
        by=world.tam,
    )

    airing.refresh_from_db()
    assert airing.delivery == line
    assert (line.unit, line.version, line.channel) == (world.ward, airing.version, channel())
    assert (line.planned_at, line.happened_at) == (noon(DAY, 5), noon(DAY, 5, 2))
    assert (line.reach_low, line.reach_high, grade_of(line)) == (40, 120, 5)
    assert line.what == "Thẻ bảo hiểm (Đài truyền thanh phường Bến Gỗ)"


def test_airing_is_recorded_once(world: World, airing: Airing) -> None:
    record_airing(airing, outcome=Outcome.DONE, by=world.tam)

    with pytest.raises(RuleBroken) as broken:
        record_airing(airing, outcome=Outcome.DONE, by=world.tam)

    assert codes(broken) == ["already_logged"]
    assert Delivery.objects.count() == 1


def test_phone_that_sends_twice_records_once(world: World, airing: Airing) -> None:
    first = record_airing(airing, outcome=Outcome.DONE, by=world.tam, key="dt-1")
    again = record_airing(airing, outcome=Outcome.DONE, by=world.tam, key="dt-1")

    assert first == again


def test_record_a_day_late_is_marked_and_corrected_by_a_new_line(world: World, airing: Airing) -> None:
    """Ghi muộn một ngày rồi sửa: dòng mới nêu dòng cũ, dòng cũ còn nguyên."""
    dates.move_today(NEXT)
    late = record_airing(airing, outcome=Outcome.DONE, happened_at=noon(DAY, 5), by=world.tam)

    fresh = correct_airing_record(
        airing,
        "Mất điện giữa chừng.",
        by=world.tam,
        outcome=Outcome.PARTIAL,
        outcome_why="Mất điện lúc 05:06.",
        minutes_played=6,
    )

    assert (late.days_late, fresh.corrects, fresh.outcome) == (1, late, Outcome.PARTIAL)
    airing.refresh_from_db()
    assert airing.delivery == late  # the airing keeps the first line; the chain leads to the newest
    again = correct_airing_record(airing, "Giờ mất điện khác.", by=world.tam, outcome_why="Lúc 05:08.")
    assert again.corrects == fresh


def test_airing_not_logged_cannot_be_corrected(world: World, airing: Airing) -> None:
    with pytest.raises(RuleBroken) as broken:
        correct_airing_record(airing, "Sửa.", by=world.tam, note="x")

    assert codes(broken) == ["nothing_logged"]


def test_stopped_airing_is_not_recorded_as_aired(world: World, airing: Airing) -> None:
    stop_airing(airing, "Bảo trì.", by=world.tam)

    with pytest.raises(RuleBroken) as broken:
        record_airing(airing, outcome=Outcome.DONE, by=world.tam)

    assert codes(broken) == ["was_stopped"]


def test_airing_ahead_is_not_recorded(world: World, station: Station) -> None:
    ahead = make.airing(world, station, version(world, wards=(world.ward,)), NEXT)

    with pytest.raises(RuleBroken) as broken:
        record_airing(ahead, outcome=Outcome.DONE, by=world.tam)

    assert codes(broken) == ["happened_ahead"]


def test_version_replaced_after_it_aired_is_still_recorded(world: World, airing: Airing) -> None:
    """Bài phát hôm trước, hôm sau có bản mới: vẫn ghi được lượt hôm trước."""
    dates.move_today(date(2025, 3, 12))
    newer = airing.version
    newer.pk, newer.number, newer.submitted_at, newer.sha256, newer._state.adding = None, 2, None, "", True
    newer.save()
    submit(newer, world, noon(NEXT))
    approve(newer, world, NEXT)

    line = record_airing(Airing.objects.get(), outcome=Outcome.DONE, by=world.tam)

    assert (line.version.number, line.days_late) == (1, 2)


@pytest.mark.parametrize("who", ["van", "minh"])
def test_only_the_ward_logs_its_station(world: World, airing: Airing, who: str) -> None:
    with pytest.raises(PermissionDenied):
        record_airing(airing, outcome=Outcome.DONE, by=getattr(world, who))


# -- The station itself -------------------------------------------------------------------------


def test_operating_rule_is_changed_with_its_trace(world: World, station: Station) -> None:
    change_station(station, by=world.tam, why="Quy chế mới.", minutes_a_session=15, evening_to=time(18))

    said = AuditLine.objects.get(action="change_station")
    assert said.details["changed"] == {"minutes_a_session": [45, 15], "evening_to": ["18:30:00", "18:00:00"]}


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ({"morning_to": time(4)}, "morning_hours"),
        ({"evening_from": time(6)}, "evening_after"),
        ({"evening_to": time(16)}, "evening_hours"),
        ({"minutes_a_session": 0}, "session_minutes"),
        ({"name": " "}, "station_name"),
        ({"valid_from": NEXT, "valid_to": DAY}, "station_dates"),
    ],
)
def test_operating_rule_out_of_order_is_refused(
    world: World, station: Station, rule: dict[str, object], code: str
) -> None:
    with pytest.raises(RuleBroken) as broken:
        change_station(station, by=world.tam, **rule)

    assert codes(broken) == [code]


def test_station_of_another_ward_is_not_opened(world: World) -> None:
    with pytest.raises(PermissionDenied):
        open_station(unit=world.ward, serves=world.ward, name="Đài lạ", by=world.van)
