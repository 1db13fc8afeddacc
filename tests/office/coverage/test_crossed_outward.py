"""Bảng hai chiều đưa ra ngoài: số dưới 5 không lộ, cũng không tính ngược được từ tổng của nhiều phường."""

from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from lantoa.common import dates
from lantoa.coverage.matrix import Axis, crossed
from lantoa.coverage.outward import OutwardCrossed
from lantoa.coverage.queries import Asked
from lantoa.coverage.rules.small_cells_are_hidden import HIDDEN
from lantoa.library.models import Policy
from lantoa.people.models import AudienceSize, User
from lantoa.people.queries import scope
from tests.factories import deliveries as make
from tests.factories import library
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]

TODAY = date(2025, 3, 10)
QUESTION = Asked(TODAY, date(2025, 1, 1), TODAY)
WARDS = {"ward": 214, "other_ward": 90, "third_ward": 60}


@pytest.fixture(autouse=True)
def policy(world: World) -> Policy:
    dates.move_today(TODAY)
    made = library.policy(audiences=[world.poor], title="Thẻ bảo hiểm y tế")
    for name, count in WARDS.items():
        AudienceSize.objects.create(
            unit=getattr(world, name), kind=world.poor, count=count, counted_on=TODAY, source="Rà soát thử"
        )
    script = make.version(world, policies=[made], audiences=[world.poor])
    make.delivery(world, version=script, reach_low=60, reach_high=180)
    make.delivery(world, version=script, unit=world.other_ward, by=world.van, reach_low=20, reach_high=30)
    return made


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def sheet(user: User, name: str, **query: object) -> list[tuple[object, ...]]:
    answer = as_(user).get(reverse("office:coverage_crossed_export"), query)
    assert answer.status_code == 200
    book = load_workbook(BytesIO(b"".join(answer.streaming_content) if answer.streaming else answer.content))
    return [tuple(row) for row in book[name].iter_rows(values_only=True)]


def reach(world: World, axes: tuple[Axis, Axis]) -> set[tuple[object, object, object]]:
    table = crossed(scope(world.minh), axes, QUESTION)
    out = OutwardCrossed(table)
    return {(t.size, t.low, t.high) for t in (out.of(one) for one in table.cells.values() if one.last)}


def test_what_all_wards_heard_leaves_while_no_ward_is_small(world: World) -> None:
    assert reach(world, (Axis.MONTH, Axis.CHANNEL)) == {(364, 80, 210)}


def test_a_small_ward_hides_the_sum_that_would_tell_of_it(world: World, policy: Policy) -> None:
    """Tổng của các phường trừ các phường kia ra phường có 3 hộ: nên tổng cũng không đưa ra."""
    script = make.version(world, policies=[policy], audiences=[world.poor])
    make.delivery(world, version=script, unit=world.third_ward, by=world.minh, reach_low=3, reach_high=40)

    assert reach(world, (Axis.MONTH, Axis.CHANNEL)) == {(364, HIDDEN, HIDDEN)}
    assert reach(world, (Axis.UNIT, Axis.MONTH)) == {(214, 60, 180), (90, 20, 30), (60, HIDDEN, HIDDEN)}


def test_a_ward_of_few_hides_its_own_size_and_the_sum_of_reach(world: World) -> None:
    AudienceSize.objects.filter(unit=world.third_ward).update(count=3)

    [(_, low, high)] = reach(world, (Axis.MONTH, Axis.CHANNEL))

    assert (low, high) == (HIDDEN, HIDDEN)


def test_the_sheet_has_the_table_and_every_cell(world: World) -> None:
    rows = sheet(world.minh, "Từng ô", hang="don-vi", cot="thang")
    short = sheet(world.minh, "Bảng hai chiều", hang="don-vi", cot="thang")

    march = [row for row in rows if row[1] == "03/2025"]
    assert [(row[0], row[2], *row[6:9]) for row in march] == [
        ("Phường Bến Gỗ", "Đã báo, còn đúng", 214, 60, 180),
        ("Phường Cù Lao", "Đã báo, còn đúng", 90, 20, 30),
        ("Phường Đồng Cát", "Chưa báo", 60, None, None),
    ]
    assert "60 đến 180" in str(next(row for row in short if row[0] == "Phường Bến Gỗ")[3])


def test_ward_finds_only_itself_in_the_sheet_and_on_paper(world: World) -> None:
    assert "Bến Gỗ" not in str(sheet(world.van, "Từng ô", hang="don-vi", cot="thang"))
    page = as_(world.van).get(reverse("office:coverage_crossed_print"), {"hang": "don-vi", "cot": "thang"})
    assert "Cù Lao" in page.content.decode()
    assert "Bến Gỗ" not in page.content.decode()


def test_paper_leaves_out_empty_channels_and_months_and_names_them(world: World) -> None:
    make.channel("phat-to-roi", name="Tờ rơi")

    page = as_(world.minh).get(reverse("office:coverage_crossed_print"), {"kenh": ""}).content.decode()

    assert "Tháng chưa có lượt nào: 01/2025, 02/2025." in page
    assert "Kênh chưa có lượt nào: Tờ rơi." in page
    assert "80 đến 210" in page
