"""The list of what an office says of itself: its leader adds, its people read, an outsider finds nothing."""

import pytest
from django.urls import reverse

from lantoa.people.models import OpenName
from tests.factories.people import World
from tests.office.as_person import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.screen]

HOTLINE = {"words": "0251 3822 501", "why": "Đường dây nóng"}


def test_a_leader_lists_a_hotline_and_takes_it_back(world: World) -> None:
    address = reverse("office:open_names", args=[world.ward.pk])
    client = as_(world.yen)

    client.post(address, HOTLINE)
    shown = client.get(address).content.decode()
    client.post(reverse("office:open_name_end", args=[OpenName.objects.get().pk]))

    assert "0251 3822 501" in shown
    assert OpenName.objects.get().ended_by == world.yen


def test_others_read_or_find_nothing(world: World) -> None:
    address = reverse("office:open_names", args=[world.ward.pk])

    codes = [
        (as_(who).get(address).status_code, as_(who).post(address, HOTLINE).status_code)
        for who in (world.tam, world.van)
    ]

    assert codes == [(200, 403), (404, 404)]


def test_a_refusal_stands_at_its_field(world: World) -> None:
    address = reverse("office:open_names", args=[world.ward.pk])

    page = as_(world.yen).post(address, {"words": "An", "why": "người ký"}).content.decode()

    assert "Ghi đủ họ và tên" in page
