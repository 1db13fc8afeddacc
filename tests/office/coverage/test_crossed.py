"""Bảng hai chiều tùy chọn trên màn hình: mỗi người thấy phường của mình, mỗi ô dẫn đến lượt đã ghi."""

import re
from datetime import date
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from lantoa.common import dates
from lantoa.coverage.matrix import Axis
from lantoa.people.models import User
from tests.factories import deliveries as make
from tests.factories import library
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture(autouse=True)
def told(world: World) -> None:
    dates.move_today(date(2025, 3, 10))
    policy = library.policy(audiences=[world.poor], title="Thẻ bảo hiểm y tế")
    script = make.version(world, policies=[policy], audiences=[world.poor])
    make.delivery(world, version=script, reach_low=10, reach_high=20)


def page(by: User, query: str = "", at: str = "") -> str:
    client = Client()
    client.force_login(by, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = client.get(at or f"{reverse('office:coverage_crossed')}?{query}")
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_every_pair_of_axes_has_a_page(world: World) -> None:
    for row in Axis:
        for column in Axis:
            assert "Độ phủ theo hai chiều" in page(world.minh, f"hang={row}&cot={column}")


def test_what_cannot_be_read_is_as_if_not_asked(world: World) -> None:
    assert "Tháng theo Kênh" in page(world.minh, "hang=x&cot=y&don_vi=z&ngay=hom-qua&kenh=khong")


def test_each_cell_leads_to_what_is_behind_it(world: World) -> None:
    """Từ tháng và kênh, đến chính sách và phường, đến từng lượt đã ghi."""
    first = page(world.minh, "hang=thang&cot=kenh")
    link = next(a for a in re.findall(r'href="([^"]+)"', first) if "tu=01%2F03%2F2025" in a and "kenh=" in a)
    wards = page(world.minh, at=unescape(link))
    inside = next(a for a in re.findall(r'href="([^"]+)"', wards) if f"don_vi={world.ward.pk}" in a)

    assert "Phát bài thẻ bảo hiểm" in page(world.minh, at=unescape(inside))


def test_policy_and_ward_lead_straight_to_the_records(world: World) -> None:
    shown = page(world.minh, f"hang=chinh-sach&cot=don-vi&don_vi={world.ward.pk}")

    assert reverse("office:coverage_cell") in shown


def test_ward_sees_only_itself(world: World) -> None:
    shown = page(world.van, "hang=don-vi&cot=thang")

    assert "Cù Lao" in shown
    assert "Bến Gỗ" not in shown
