"""Bảng nhiệt và bản đồ: sắc độ luôn kèm dấu và chữ; mỗi phường dẫn đến ô của mình; bản in ẩn số nhỏ."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lantoa.common import dates
from lantoa.library.models import Policy
from lantoa.office.coverage.pictures import label
from lantoa.office.coverage.shades import LEGEND
from lantoa.people.models import AudienceSize, UnitShape
from tests.factories import deliveries as make
from tests.factories import library
from tests.factories.people import World
from tests.office.as_person import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = date(2025, 3, 10)
SQUARE = [[[10_680_000, 1_090_000], [10_690_000, 1_090_000], [10_690_000, 1_100_000]]]


@pytest.fixture(autouse=True)
def on_the_day() -> None:
    dates.move_today(TODAY)


@pytest.fixture
def policy(world: World) -> Policy:
    """Told in one ward to 60-180 of 240, in another to 2 of 3, never in the third."""
    clause = library.provision(library.document(), "khoản 2 Điều 9")
    for unit, count in ((world.ward, 240), (world.other_ward, 3), (world.third_ward, 60)):
        AudienceSize.objects.create(
            unit=unit, kind=world.poor, count=count, counted_on=date(2025, 1, 1), source="Rà soát thử"
        )
    for unit, lon in ((world.ward, 106.8), (world.other_ward, 106.9)):
        UnitShape.objects.create(unit=unit, longitude=lon, latitude=10.9, source="Ước lượng")
    found = library.policy(audiences=[world.poor], bases=[clause], title="Thẻ bảo hiểm")
    script = make.version(world, policies=[found], cites=[clause])
    make.delivery(world, version=script, reach_low=60, reach_high=180)
    make.delivery(world, version=script, unit=world.other_ward, by=world.van, reach_low=2, reach_high=3)
    return found


def page(by, name: str, **asked: object) -> str:
    return as_(by).get(reverse(f"office:{name}"), asked).content.decode()


def test_every_shade_has_a_sign_and_words_of_its_own() -> None:
    assert len({shade.sign for shade in LEGEND}) == len({shade.says for shade in LEGEND}) == len(LEGEND)


def test_a_cell_says_its_share_in_words_and_numbers(world: World, policy: Policy) -> None:
    told = page(world.minh, "coverage_heat")

    assert "25–75 %" in told
    assert "chắc chắn từ 25 %" in told
    assert 'class="h2"' in told


def test_each_ward_on_the_map_leads_to_its_cell(world: World, policy: Policy) -> None:
    told = page(world.minh, "coverage_map")
    drawing = told[told.index('<svg class="wards') : told.index("</figure>")]
    addresses = [one.replace("&amp;", "&") for one in re.findall(r'<a href="([^"]+)"', drawing)]

    assert len(addresses) == 2
    assert [as_(world.minh).get(address).status_code for address in addresses] == [200, 200]
    assert 'aria-label="phường Bến Gỗ: chắc chắn từ 25 %, 25–75 %"' in drawing
    assert "Chưa có vị trí trên bản đồ:" in told


def test_a_ward_that_a_policy_does_not_concern_leads_to_its_reason(world: World, policy: Policy) -> None:
    told = page(world.minh, "coverage_map", doi_tuong="ho-can-ngheo")
    drawing = told[told.index('<svg class="wards') : told.index("</figure>")]
    address = re.findall(r'<a href="([^"]+)"', drawing)[0].replace("&amp;", "&")

    assert "không áp dụng" in drawing
    assert "Chính sách không dành cho nhóm này" in as_(world.minh).get(address).content.decode()


def test_the_map_is_drawn_by_outlines_where_most_are_known(world: World, policy: Policy) -> None:
    """Một phần ba có ranh giới: vẽ ô bằng nhau, ranh giới khi bấm xem; hai phần ba: ngược lại."""
    by_outline, by_tile = "Ranh giới do đơn vị nhập", "mỗi phường, xã một ô bằng nhau"
    UnitShape.objects.filter(unit=world.ward).update(outline=[SQUARE])
    assert by_tile in page(world.minh, "coverage_map")
    assert by_outline in page(world.minh, "coverage_map", **{"ranh-gioi": 1})

    UnitShape.objects.update(outline=[SQUARE])
    assert by_outline in page(world.minh, "coverage_map")
    assert by_tile in page(world.minh, "coverage_map", **{"o-vuong": 1})


@pytest.mark.parametrize("picture", ["table", "heat", "map"])
def test_on_paper_small_counts_are_hidden(world: World, policy: Policy, picture: str) -> None:
    inside = page(world.minh, {"table": "coverage", "heat": "coverage_heat", "map": "coverage_map"}[picture])
    paper = page(world.minh, "coverage_print", hinh=picture)

    assert "67–100 %" in inside or "2 đến 3" in inside
    assert "67–100 %" not in paper and "2 đến 3" not in paper
    assert "ẩn số" in paper


def test_an_officer_of_another_ward_sees_only_that_ward(world: World, policy: Policy) -> None:
    for name in ("coverage_heat", "coverage_map", "coverage_print"):
        told = page(world.van, name)

        assert "Cù Lao" in told
        assert "Bến Gỗ" not in told


def test_an_empty_office_gets_a_page_too(world: World) -> None:
    for name in ("coverage_heat", "coverage_map", "coverage_print"):
        assert as_(world.minh).get(reverse(f"office:{name}"), {"hinh": "map"}).status_code == 200


def test_more_policies_cost_no_more_queries(world: World, policy: Policy) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as counted:
            page(world.minh, "coverage_heat")
            page(world.minh, "coverage_map")
        return len(counted)

    asked()
    one = asked()
    for n in range(2):
        library.policy(
            audiences=[world.poor], bases=[library.provision(library.document(), f"Điều {n + 20}")]
        )
    asked()  # whoever asks first reckons

    assert asked() == one


def test_names_break_into_short_lines() -> None:
    assert label("phường Long Bình Tân") == ("Long Bình", "Tân")
    assert label("phường 12") == ("Phường 12",)
