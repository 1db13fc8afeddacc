"""Quy mô nhóm trên màn hình: xem trước rồi mới ghi; chỉ người gửi thấy tệp của mình."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from lantoa.paper.sheets import read_sheets
from lantoa.people.models import AudienceSize, SizeImport
from tests.factories.people import World
from tests.office.as_person import as_
from tests.people.sizes.sheets import workbook

pytestmark = [pytest.mark.django_db, pytest.mark.db]

SAID = {"counted_on": "31/12/2025", "source": "Rà soát cuối năm 2025"}
ROWS = (("Bến Gỗ", "Hộ nghèo", "1.250"), ("Nơi Khác", "Hộ nghèo", 5))


def sent(client: Client, content: bytes) -> str:
    """The address of the page that shows what was read."""
    file = SimpleUploadedFile("so-lieu.xlsx", content)
    return client.post(reverse("office:size_import_new"), {"file": file, **SAID}).url


def test_a_sheet_is_shown_before_it_is_written(world: World) -> None:
    minh = as_(world.minh)
    address = sent(minh, workbook(*ROWS))

    page = minh.get(address).content.decode()
    assert "Đọc 2 = ghi 1 + không đổi 0 + trả lại 1." in page
    assert "không có đơn vị nào tên “Nơi Khác”" in page
    assert not AudienceSize.objects.exists()

    done = minh.post(address, follow=True).content.decode()
    assert "Đã ghi 1 số liệu." in done
    size = AudienceSize.objects.get()
    assert (size.count, size.counted_on, size.source) == (1250, date(2025, 12, 31), SAID["source"])
    assert minh.get(address).status_code == 404  # confirmed once, it is gone


def test_the_rejected_rows_are_a_file_before_and_after(world: World) -> None:
    minh = as_(world.minh)
    address = sent(minh, workbook(*ROWS))
    token = address.rstrip("/").rsplit("/", 1)[1]

    before = minh.get(reverse("office:size_reading_returned", args=[token])).content
    minh.post(address)
    after = b"".join(minh.get(reverse("office:file", args=[SizeImport.objects.get().returned_id])))

    for content in (before, after):
        rows = read_sheets(content)[0].rows
        assert (len(rows), rows[1][1][1]) == (2, "Nơi Khác")


def test_another_person_finds_neither_the_reading_nor_the_import(world: World) -> None:
    """Tệp có thể có điều ngoài số liệu: chỉ người gửi mở được."""
    minh = as_(world.minh)
    address = sent(minh, workbook(*ROWS))
    assert as_(world.quan).get(address).status_code == 404
    minh.post(address)
    done = SizeImport.objects.get()

    for address in (
        reverse("office:size_import", args=[done.pk]),
        reverse("office:file", args=[done.file_id]),
        reverse("office:file", args=[done.returned_id]),
    ):
        assert (minh.get(address).status_code, as_(world.quan).get(address).status_code) == (200, 404)


def test_who_does_not_count_sees_the_table_but_takes_nothing_in(world: World) -> None:
    lan = as_(world.lan)

    assert lan.get(reverse("office:size_table")).status_code == 200
    assert lan.get(reverse("office:size_import_new")).status_code == 403
    assert lan.get(reverse("office:size_template")).status_code == 403


def test_the_template_is_filled_in_and_taken_as_it_is(world: World) -> None:
    content = as_(world.tam).get(reverse("office:size_template")).content
    rows = read_sheets(content)[0].rows

    assert rows[0][1] == (
        "Mã", "Đơn vị", "Hộ nghèo", "Hộ cận nghèo", "Công chức làm công tác giảm nghèo",
        "Số liệu ngày", "Nguồn số liệu",
    )  # fmt: skip
    assert [row[1] for _, row in rows[1:]] == ["phường Bến Gỗ"]

    filled = workbook((None, "phường Bến Gỗ", 0, "1.250", 3, "31/12/2025", "Rà soát"), heads=rows[0][1])
    tam = as_(world.tam)
    tam.post(sent(tam, filled))

    assert sorted(AudienceSize.objects.values_list("kind__key", "count")) == [
        ("cong-chuc-giam-ngheo", 3),
        ("ho-can-ngheo", 1250),
        ("ho-ngheo", 0),
    ]


def test_what_is_no_sheet_says_so_on_the_form(world: World) -> None:
    minh = as_(world.minh)
    for content in (b"STT,Ten\n1,An", b"PK\x03\x04 xl/workbook.xml"):
        file = SimpleUploadedFile("so-lieu.xlsx", content)
        page = minh.post(reverse("office:size_import_new"), {"file": file, **SAID})

        assert page.status_code == 200
        assert "XLSX" in page.content.decode()


def test_the_table_names_source_and_day_and_costs_the_same_for_more(
    world: World, django_assert_max_num_queries
) -> None:
    for unit in (world.ward, world.other_ward, world.third_ward):
        AudienceSize.objects.create(
            unit=unit, kind=world.poor, count=7, counted_on=date(2025, 12, 31), source=SAID["source"]
        )
    minh = as_(world.minh)

    with django_assert_max_num_queries(16):
        page = minh.get(reverse("office:size_table")).content.decode()

    assert "(1) Rà soát cuối năm 2025, số liệu ngày 31/12/2025" in page
    assert page.count("phường") >= 3 or page.count("Phường") >= 3
