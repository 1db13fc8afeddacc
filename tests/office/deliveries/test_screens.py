"""Màn hình sổ truyền thông: dòng, các dòng đã sửa, bằng chứng; phường khác không thấy."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lantoa.broadcast.actions import record_airing
from lantoa.common import dates
from lantoa.deliveries.actions import NewEvidence, correct_delivery
from lantoa.deliveries.models import Delivery, Evidence, Outcome
from lantoa.people.models import Role, User
from tests.factories import broadcast
from tests.factories import deliveries as make
from tests.factories.people import World, duty, person
from tests.factories.pictures import photo

pytestmark = [pytest.mark.django_db, pytest.mark.db]

TODAY = date(2025, 3, 10)


@pytest.fixture(autouse=True)
def on_the_day() -> None:
    dates.move_today(TODAY)


@pytest.fixture
def line(world: World) -> Delivery:
    proof = [NewEvidence(Evidence.Kind.PHOTO, photo("anh-loa.png"))]
    return make.delivery(world, reach_low=40, reach_high=1200, evidence=proof)


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def url(name: str, *args: object) -> str:
    return reverse(f"office:{name}", args=args)


def body(response: object) -> str:
    return response.content.decode()


CORRECTED = {
    "why": "Đếm nhầm cụm loa.",
    "outcome": "done",
    "happened_on": "10/03/2025",
    "reach_low": "30",
    "reach_high": "60",
    "keep_evidence": "on",
    "key": "s1",
}


def test_line_shows_its_facts_and_evidence(world: World, line: Delivery) -> None:
    page = body(as_(world.tam).get(url("delivery", line.pk)))

    assert "40 đến 1.200" in page
    assert "anh-loa.png" in page
    assert "phường Bến Gỗ" in page


def test_late_line_says_how_late(world: World, line: Delivery) -> None:
    dates.move_today(date(2025, 3, 11))
    late = make.delivery(world, happened_on=TODAY)

    assert "Ghi muộn 1 ngày" in body(as_(world.tam).get(url("delivery", late.pk)))
    assert "(ghi muộn 1 ngày)" in body(as_(world.tam).get(url("delivery_list")))


def test_correction_leads_to_the_new_line_and_keeps_the_old_in_view(world: World, line: Delivery) -> None:
    client = as_(world.tam)

    sent = client.post(url("delivery_correct", line.pk), CORRECTED)

    fresh = Delivery.objects.get(corrects=line)
    assert sent["Location"] == url("delivery", fresh.pk)
    page = body(client.get(url("delivery", line.pk)))
    assert "Dòng này đã được sửa; dưới đây là dòng mới nhất, số 2." in page
    assert "Đếm nhầm cụm loa." in page
    assert "30 đến 60" in page
    assert "40 đến 1.200" in page


def test_list_shows_only_the_line_that_holds(world: World, line: Delivery) -> None:
    correct_delivery(line, "Nhầm.", by=world.tam, reach_low=7, reach_high=9)

    page = body(as_(world.tam).get(url("delivery_list")))

    assert "7 đến 9" in page
    assert "1.200" not in page


def test_correction_without_a_reason_is_mended_on_the_form(world: World, line: Delivery) -> None:
    page = body(as_(world.tam).post(url("delivery_correct", line.pk), {**CORRECTED, "why": ""}))

    assert "Lý do sửa" in page
    assert Delivery.objects.count() == 1


def test_correction_sent_twice_writes_one_line(world: World, line: Delivery) -> None:
    client = as_(world.tam)
    client.post(url("delivery_correct", line.pk), CORRECTED)

    client.post(url("delivery_correct", line.pk), CORRECTED)

    assert Delivery.objects.count() == 2


def test_line_of_an_airing_is_corrected_through_its_airing(world: World) -> None:
    script = make.version(world, wards=(world.ward,))
    airing = broadcast.airing(world, broadcast.ward_station(world), script, TODAY)
    line = record_airing(airing, outcome=Outcome.DONE, by=world.tam)

    # Minh may correct lines of the ward, but a ward's airing is the ward's own to write down.
    assert as_(world.minh).post(url("delivery_correct", line.pk), CORRECTED).status_code == 403
    as_(world.tam).post(url("delivery_correct", line.pk), CORRECTED)

    assert Delivery.objects.get(corrects=line).reach_low == 30


def test_evidence_is_added_afterwards(world: World, line: Delivery) -> None:
    log = SimpleUploadedFile("nhat-ky.pdf", make.PDF, "application/pdf")

    as_(world.tam).post(url("delivery_evidence", line.pk), {"evidence_kind": "signed_log", "file": log})

    assert [piece.kind for piece in line.evidence.all()] == ["photo", "signed_log"]


def test_evidence_without_its_file_is_told(world: World, line: Delivery) -> None:
    page = body(as_(world.tam).post(url("delivery_evidence", line.pk), {"evidence_kind": "roster"}))

    assert "phải kèm tệp" in page


def test_file_of_evidence_opens_for_the_ward_and_for_nobody_else(world: World, line: Delivery) -> None:
    """Ảnh, danh sách ký chỉ mở cho người làm việc tại phường và cấp trên; người theo dõi chỉ thấy số."""
    watcher = person("Lưu Hà Giang", "giang")
    duty(watcher, Role.OBSERVER, world.ward)
    address = url("file", line.evidence.get().file_id)

    assert as_(world.tam).get(address).status_code == 200
    assert as_(world.minh).get(address).status_code == 200
    assert as_(world.van).get(address).status_code == 404
    assert as_(watcher).get(address).status_code == 404
    assert "anh-loa.png" not in body(as_(watcher).get(url("delivery", line.pk)))


def test_outsider_of_another_ward_finds_nothing(world: World, line: Delivery) -> None:
    client = as_(world.van)

    assert "Phát bài thẻ bảo hiểm" not in body(client.get(url("delivery_list")))
    for name in ("delivery", "delivery_correct"):
        assert client.get(url(name, line.pk)).status_code == 404
    for name in ("delivery_correct", "delivery_evidence"):
        assert client.post(url(name, line.pk), CORRECTED).status_code == 404


def test_list_is_narrowed_and_says_when_nothing_fits(world: World, line: Delivery) -> None:
    client = as_(world.minh)

    found = body(client.get(url("delivery_list") + f"?unit={world.ward.pk}&from_on=01/03/2025"))
    none = body(client.get(url("delivery_list") + "?to_on=01/01/2025"))
    garbage = client.get(url("delivery_list") + "?unit=999&from_on=abc&trang=-4")

    assert line.what in found
    assert "Không có dòng nào khớp" in none
    assert garbage.status_code == 200


def test_list_costs_the_same_with_one_and_with_three(world: World, line: Delivery) -> None:
    def count(ask: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as seen:
            ask()
        return len(seen)

    client = as_(world.tam)
    client.get(url("delivery_list"))
    with_one = count(lambda: client.get(url("delivery_list")))
    for _ in range(2):
        proof = [NewEvidence(Evidence.Kind.PHOTO, photo())]
        make.delivery(world, evidence=proof)

    assert count(lambda: client.get(url("delivery_list"))) == with_one
