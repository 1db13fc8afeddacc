"""Bảng tính và bản in của độ phủ: số dưới 5 không ra ngoài, chữ là chữ."""

from datetime import date

import pytest
from django.urls import reverse

from lantoa.common import dates
from lantoa.library.models import Policy
from lantoa.paper.sheets import read_sheets
from lantoa.people.models import AudienceSize
from tests.factories import deliveries as make
from tests.factories import library
from tests.factories.people import World
from tests.office.as_person import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = date(2025, 3, 10)


@pytest.fixture(autouse=True)
def on_the_day() -> None:
    dates.move_today(TODAY)


@pytest.fixture
def policy(world: World) -> Policy:
    clause = library.provision(library.document(), "khoản 2 Điều 9")
    for unit, count in ((world.ward, 214), (world.other_ward, 3), (world.third_ward, 60)):
        AudienceSize.objects.create(
            unit=unit, kind=world.poor, count=count, counted_on=date(2025, 1, 1), source="Rà soát thử"
        )
    found = library.policy(audiences=[world.poor], bases=[clause], title="=Thẻ bảo hiểm")
    script = make.version(world, policies=[found], cites=[clause])
    make.delivery(world, version=script, reach_low=60, reach_high=180)
    return found


def rows_of(client, sheet: str) -> list[tuple]:
    content = client.get(reverse("office:coverage_export"), {"doi_tuong": "ho-ngheo"}).content
    (found,) = [one for one in read_sheets(content) if one.name == sheet]
    assert found.formulas == 0  # a title that begins with "=" is text
    return [row for _, row in found.rows]


def test_the_sheet_has_every_cell_with_small_counts_hidden(world: World, policy: Policy) -> None:
    rows = rows_of(as_(world.minh), "Từng ô")
    told = {row[0]: (row[2], row[6]) for row in rows if len(row) > 6}

    assert told["Phường Bến Gỗ"] == ("Đã báo, còn đúng", 214)
    assert told["Phường Cù Lao"] == ("Chưa báo", "ẩn số")
    assert told["Phường Đồng Cát"] == ("Chưa báo", "ẩn số")  # else 277 - 214 - 60 would be told


def test_the_sheet_has_the_records_and_the_gaps(world: World, policy: Policy) -> None:
    minh = as_(world.minh)

    records = rows_of(minh, "Các lượt")
    gaps = rows_of(minh, "Khoảng trống")

    assert [row[8:10] for row in records if row[0] == "Phường Bến Gỗ"] == [(60, 180)]
    assert {row[0] for row in gaps[4:6]} == {"Phường Cù Lao", "Phường Đồng Cát"}


def test_another_ward_finds_only_its_own_rows(world: World, policy: Policy) -> None:
    rows = rows_of(as_(world.van), "Từng ô")

    assert {row[0] for row in rows if len(row) > 2 and row[0] != "Phường, xã"} == {"Phường Cù Lao"}


def test_the_page_to_print_hides_small_counts_and_says_so(world: World, policy: Policy) -> None:
    page = as_(world.minh).get(reverse("office:coverage_print"), {"doi_tuong": "ho-ngheo"}).content.decode()

    assert "quy mô ẩn số" in page
    assert "không đưa ra ngoài cơ quan" in page
    assert "quy mô 3<" not in page
    assert "60 đến 180" in page
