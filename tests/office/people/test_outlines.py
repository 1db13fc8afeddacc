"""Nhập ranh giới trên màn hình: xem trước, xác nhận, rồi bản đồ vẽ theo."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lantoa.people.models import UnitShape
from tests.factories.people import World
from tests.office.as_person import as_
from tests.people.outlines.shapes import collection, feature, square

pytestmark = [pytest.mark.django_db, pytest.mark.db]
SAID = {"day": "04/05/2026", "source": "Bản thử"}
HOSTILE = '"/><script>alert(1)</script>'


def post(world: World, content: bytes):
    file = SimpleUploadedFile("phuong.geojson", content)
    return as_(world.quan).post(reverse("office:outline_import_new"), {"file": file, **SAID})


def test_shapes_are_shown_before_they_are_written(world: World) -> None:
    content = collection(
        feature(square(106.8, 10.9), ten="Bến Gỗ"), feature(square(106.9, 10.9), ten=HOSTILE)
    )
    address = post(world, content).url
    quan = as_(world.quan)

    page = quan.get(address).content.decode()
    assert "Đọc 2 = khớp 1 + không đổi 0 + không khớp 1 + chưa chắc 0 + hỏng 0." in page
    assert "<script>alert" not in page
    assert not UnitShape.objects.exists()

    assert "Đã ghi ranh giới của 1 đơn vị." in quan.post(address, follow=True).content.decode()
    assert UnitShape.objects.get().unit == world.ward


def test_others_find_neither_the_form_nor_the_reading(world: World) -> None:
    address = post(world, collection(feature(square(106.8, 10.9), ten="Bến Gỗ"))).url

    assert as_(world.minh).get(reverse("office:outline_import_new")).status_code == 403
    assert as_(world.minh).get(address).status_code == 404


def test_what_is_no_map_says_so_on_the_form(world: World) -> None:
    page = post(world, b"ten;ma\nBen Go;1")

    assert page.status_code == 200
    assert "Tệp không phải GeoJSON" in page.content.decode()
