"""Màn hình phát thanh: lịch tuần, xếp bài, ghi kết quả, phiếu phát; phường khác không thấy gì."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lantoa.broadcast.models import Airing, Station
from lantoa.common import dates
from lantoa.deliveries.models import Delivery
from lantoa.library.models import Provision
from lantoa.people.models import User
from tests.factories import broadcast as make
from tests.factories import library
from tests.factories.deliveries import PNG, version
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
def airing(world: World, station: Station, clause: Provision) -> Airing:
    script = version(world, cites=[clause], wards=(world.ward,), title="Thẻ bảo hiểm y tế")
    return make.airing(world, station, script, TODAY)


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def url(name: str, *args: object) -> str:
    return reverse(f"office:{name}", args=args)


def body(response: object) -> str:
    return response.content.decode()


def test_week_shows_what_airs_and_what_is_free(world: World, airing: Airing) -> None:
    page = body(as_(world.tam).get(url("airing_calendar")))

    assert "Lịch loa, tuần 10/03 đến 16/03/2025" in page
    assert "Thẻ bảo hiểm y tế · 10 phút" in page
    assert page.count("Còn 45 phút") == 13  # fourteen sessions, one of them with ten minutes taken
    assert page.count("Còn 35 phút") == 1


def test_week_says_what_stopped_since_when_and_by_which_clause(
    world: World, station: Station, airing: Airing, clause: Provision
) -> None:
    """Hôm nay vẫn phát và báo sẽ hết đúng; lượt ngày mai hiện đã dừng, nêu điều khoản."""
    make.airing(world, station, airing.version, TOMORROW)
    library.effect(clause, TOMORROW)

    page = body(as_(world.tam).get(url("airing_calendar")))

    assert "Sẽ hết đúng từ 11/03/2025." in page
    assert f"Đã dừng từ 11/03/2025 vì {clause} thay đổi." in page
    assert "<s>Thẻ bảo hiểm y tế</s>" in page


def test_day_in_the_address_that_is_no_day_shows_this_week(world: World, airing: Airing) -> None:
    for wrong in ("32/13/2025", "31/12/9999", "01/01/0001", "<b>"):
        page = body(as_(world.tam).get(url("airing_calendar"), {"ngay": wrong, "dai": ""}))
        assert "tuần 10/03" in page


@pytest.mark.parametrize("wanted", ["9999", "abc", "²", "1e3"])
def test_station_that_is_not_there_is_not_found(world: World, station: Station, wanted: str) -> None:
    assert as_(world.tam).get(url("airing_calendar") + f"?dai={wanted}").status_code == 404


def test_without_a_station_the_page_says_what_to_do(world: World) -> None:
    page = body(as_(world.tam).get(url("airing_calendar")))

    assert "Chưa có đài nào" in page
    assert url("station_new") in page


def test_outsider_of_another_ward_finds_nothing(world: World, station: Station, airing: Airing) -> None:
    """Phường khác không thấy đài, lượt phát, phiếu phát nào: 404 ở mọi địa chỉ."""
    client = as_(world.van)
    reads = [
        url("airing_calendar") + f"?dai={station.pk}",
        url("station_change", station.pk),
        url("run_sheet", station.pk, "docx"),
        url("airing_new", station.pk),
        url("airing", airing.pk),
        url("airing_record", airing.pk),
    ]

    assert [client.get(one).status_code for one in reads] == [404] * len(reads)
    writes = [url("airing_new", station.pk), url("airing_record", airing.pk), url("airing_stop", airing.pk)]
    assert [client.post(one, {"why": "x"}).status_code for one in writes] == [404] * len(writes)


def test_stranger_is_sent_to_sign_in(station: Station) -> None:
    for name in ("airing_calendar", "station_list", "station_new"):
        assert Client().get(url(name)).status_code == 302


def test_officer_above_sees_the_calendar_but_has_no_step_in_it(world: World, airing: Airing) -> None:
    client = as_(world.minh)
    page = body(client.get(url("airing", airing.pk)))

    assert "Ghi kết quả" not in page
    assert "Dừng lượt" not in page
    assert client.post(url("airing_stop", airing.pk), {"why": "Không thích."}).status_code == 403


def schedule(client: Client, station: Station, script: object, **more: str):
    said = {"day": "11/03/2025", "time": "17:00", "minutes": "10", "version": script.pk, "key": "k1", **more}
    return client.post(url("airing_new", station.pk), said)


def test_script_is_put_on_the_calendar(world: World, station: Station) -> None:
    script = version(world, wards=(world.ward,))

    sent = schedule(as_(world.tam), station, script)

    assert sent["Location"] == url("airing_calendar") + f"?dai={station.pk}&ngay=11/03/2025"
    assert Airing.objects.get().day == TOMORROW


def test_only_scripts_that_may_air_there_are_offered(world: World, station: Station) -> None:
    version(world, wards=(world.ward,), title="Được phát")
    draft = version(world, approved=False, title="Bản nháp")
    client = as_(world.tam)

    page = body(client.get(url("airing_new", station.pk)))
    forced = schedule(client, station, draft)

    assert "Được phát" in page
    assert "Bản nháp" not in page
    assert forced.status_code == 200  # not among the choices: by address it is refused as well
    assert not Airing.objects.exists()


def test_clash_is_told_on_the_form_with_the_next_free_time(world: World, station: Station) -> None:
    client, script = as_(world.tam), version(world, wards=(world.ward,))
    schedule(client, station, script)

    page = body(schedule(client, station, script, key="k2", time="17h05"))

    assert "Trùng giờ với" in page
    assert "Giờ trống gần nhất trong buổi: 17:10." in page


def test_form_sent_twice_schedules_once(world: World, station: Station) -> None:
    client, script = as_(world.tam), version(world, wards=(world.ward,))

    schedule(client, station, script)
    schedule(client, station, script)

    assert Airing.objects.count() == 1


@pytest.mark.parametrize(
    "said",
    [
        {"day": "hôm qua"},
        {"day": "31/12/9999"},
        {"day": "01/01/0001"},
        {"time": "25:00"},
        {"minutes": "mười"},
        {"version": "x"},
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_kept(
    world: World, station: Station, said: dict[str, str]
) -> None:
    page = schedule(as_(world.tam), station, version(world, wards=(world.ward,)), **said)

    assert page.status_code == 200
    assert "errors" in body(page)
    assert not Airing.objects.exists()


def record(client: Client, airing: Airing, **more: object):
    said = {"outcome": "done", "happened_on": "10/03/2025", "time": "17:02", "key": "p1", **more}
    return client.post(url("airing_record", airing.pk), said)


def test_phone_records_what_aired_with_a_photo(world: World, airing: Airing) -> None:
    photo = SimpleUploadedFile("loa.png", PNG, "image/png")

    record(as_(world.tam), airing, evidence_kind="photo", file=photo, reach_low="40", reach_high="90")

    line = Delivery.objects.get()
    assert (line.unit, line.reach_low, line.reach_high) == (world.ward, 40, 90)
    assert line.happened_at is not None
    assert line.happened_at.astimezone(dates.VIETNAM).strftime("%H:%M") == "17:02"
    assert line.evidence.get().grade == 5


def test_record_without_a_reason_is_mended_on_the_form(world: World, airing: Airing) -> None:
    page = body(record(as_(world.tam), airing, outcome="not_done"))

    assert "Ghi lý do không thực hiện được" in page
    assert not Delivery.objects.exists()


def test_file_that_is_no_photo_is_refused(world: World, airing: Airing) -> None:
    fake = SimpleUploadedFile("loa.jpg", b"MZ\x00\xff\xfe", "image/jpeg")

    page = body(record(as_(world.tam), airing, evidence_kind="photo", file=fake))

    assert "không đúng loại" in page
    assert not Delivery.objects.exists()


def test_recorded_airing_leads_to_its_line_and_the_correction(world: World, airing: Airing) -> None:
    client = as_(world.tam)
    record(client, airing)

    page = body(client.get(url("airing", airing.pk)))

    line = Delivery.objects.get()
    assert url("delivery", line.pk) in page
    assert url("delivery_correct", line.pk) in page


def test_run_sheet_prints_what_airs_and_leaves_out_what_stopped(
    world: World, station: Station, airing: Airing, clause: Provision
) -> None:
    from lantoa.broadcast.printing import run_sheet

    library.effect(clause, TOMORROW)
    make.airing(world, station, version(world, wards=(world.ward,), title="Nước sạch"), TOMORROW)
    Airing.objects.create(
        station=station,
        version=airing.version,
        starts_at=make.evening(TOMORROW, 5),
        minutes=5,
        scheduled_by=world.tam,
        scheduled_at=dates.now(),
    )

    def titles(day: date) -> list[str]:
        return [annex.title for annex in run_sheet(station, day, TODAY).annexes]

    assert titles(TODAY) == ["THẺ BẢO HIỂM Y TẾ"]
    assert titles(TOMORROW) == ["NƯỚC SẠCH"]


@pytest.mark.parametrize(("form", "start"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_run_sheet_leaves_as_a_paper(
    world: World, station: Station, airing: Airing, form: str, start: bytes
) -> None:
    sent = as_(world.tam).get(url("run_sheet", station.pk, form) + "?ngay=10/03/2025")

    assert sent["Content-Disposition"] == f'attachment; filename="phieu-phat-{station.pk}-20250310.{form}"'
    assert sent.content.startswith(start)


def test_the_filled_in_minutes_are_told_as_practice_not_as_law(world: World) -> None:
    assert "không phải quy định" in body(as_(world.tam).get(url("station_new")))


def test_station_is_opened_and_its_rule_changed(world: World) -> None:
    client = as_(world.tam)
    rule = {
        "name": "Đài truyền thanh phường Bến Gỗ",
        "morning_from": "05:00",
        "morning_to": "06:30",
        "evening_from": "17:00",
        "evening_to": "18:30",
        "minutes_a_session": "15",
    }

    client.post(url("station_new"), {**rule, "serves": world.ward.pk, "needs_ward_approval": "on"})
    station = Station.objects.get()
    client.post(url("station_change", station.pk), {**rule, "minutes_a_session": "20", "clusters": "14"})

    station.refresh_from_db()
    assert (station.serves, station.minutes_a_session, station.clusters) == (world.ward, 20, 14)
    assert station.needs_ward_approval is False  # the box was not ticked the second time


def test_calendar_costs_the_same_with_one_and_with_three(world: World, station: Station) -> None:
    def more(minute: int) -> None:
        script = version(world, wards=(world.ward,))
        make.airing(world, station, script, TODAY, 17, minute)
        make.airing(world, station, script, TODAY + timedelta(days=2), 17, minute)

    def count(ask: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as seen:
            ask()
        return len(seen)

    client = as_(world.tam)
    more(0)
    client.get(url("airing_calendar"))
    with_one = count(lambda: client.get(url("airing_calendar")))
    more(10)
    more(20)

    assert count(lambda: client.get(url("airing_calendar"))) == with_one


def test_list_of_stations_costs_the_same_with_one_and_with_three(world: World, station: Station) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as seen:
            client.get(url("station_list"))
        return len(seen)

    client = as_(world.minh)
    count()
    with_one = count()
    make.ward_station(world, other=True)
    make.city_station(world)

    assert count() == with_one
