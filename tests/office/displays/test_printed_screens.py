"""Printed matter, its stock, and the file for the print shop."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lantoa.common import dates
from lantoa.content.models import EditionKind
from lantoa.displays import actions as displays
from lantoa.displays.models import HandOut, PrintRun
from lantoa.displays.queries import left_of
from tests.displays.test_actions import banner, display
from tests.displays.test_printed_matter import printed
from tests.factories import content, library, plans
from tests.factories.people import World
from tests.factories.pictures import photo, picture
from tests.office.as_person import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_a_run_is_printed_handed_out_and_its_stock_counted(world: World) -> None:
    plans.channel()
    leaflet = content.version_of(content.edition(world, kind=EditionKind.LEAFLET))
    today, tam = dates.say(dates.today()), as_(world.tam)

    tam.post(
        reverse("office:print_run_new"),
        {"version": leaflet.pk, "unit": world.ward.pk, "copies": 500, "printed_on": today},
    )
    run = PrintRun.objects.get()
    tam.post(
        reverse("office:print_run_hand_out", args=[run.pk]),
        {"unit": world.ward.pk, "copies": 120, "on": today, "place": "Chợ Bến Gỗ"},
    )
    page = tam.get(reverse("office:print_run", args=[run.pk])).content.decode()

    assert left_of(run) == 380
    assert "Chợ Bến Gỗ" in page and ">380<" in page


def test_a_line_written_by_mistake_is_taken_back_with_its_reason(world: World) -> None:
    run = printed(world)
    tam = as_(world.tam)
    tam.post(
        reverse("office:print_run_hand_out", args=[run.pk]),
        {"unit": world.ward.pk, "copies": 40, "on": dates.say(dates.today())},
    )
    given = HandOut.objects.get()

    tam.post(reverse("office:hand_out_take_back", args=[given.pk]), {"why": ""})
    assert left_of(run) == 60
    tam.post(reverse("office:hand_out_take_back", args=[given.pk]), {"why": "Ghi nhầm ngày"})

    assert left_of(run) == 100
    assert "Ghi nhầm ngày" in tam.get(reverse("office:print_run", args=[run.pk])).content.decode()


def test_leaflets_in_stock_whose_words_ended_come_first_in_the_morning(world: World) -> None:
    run = printed(world)
    library.effect(run.version.citations.get().provision, dates.today())

    work = as_(world.tam).get(reverse("office:my_work")).content.decode()

    assert "Tờ rơi in sẵn không còn đúng" in work and "còn 100 tờ" in work


def test_the_file_for_the_print_shop_is_a_pdf_of_the_size_asked_for(world: World) -> None:
    version = banner(world)
    where = reverse("office:artwork_file", args=[version.pk, "pdf"])

    answer = as_(world.tam).get(where, {"size": "2 m x 0,5 m"})

    assert answer.content[:5] == b"%PDF-"
    assert answer["Content-Disposition"].endswith('2000x500mm.pdf"')
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("size", ["", "to", "1 m", "900 m x 900 m"])
def test_a_size_that_is_none_is_told_on_the_page(world: World, size: str) -> None:
    answer = as_(world.tam).get(
        reverse("office:artwork_file", args=[banner(world).pk, "pdf"]), {"size": size}
    )

    assert answer.status_code == 400
    assert "Không đọc được khổ in" in answer.content.decode()


def test_words_that_ended_get_no_file(world: World) -> None:
    version = banner(world)
    library.effect(version.citations.get().provision, dates.today())

    answer = as_(world.tam).get(reverse("office:artwork_file", args=[version.pk, "pdf"]), {"size": "A3"})

    assert answer.status_code == 400
    assert "Chưa xuất được bản in" in answer.content.decode()


def test_a_draft_has_no_address_for_the_print_shop(world: World) -> None:
    draft = content.version_of(content.draft(world, kind=EditionKind.BANNER))

    assert as_(world.lan).get(reverse("office:artwork", args=[draft.pk])).status_code == 404


def test_measured_places_are_on_the_map_and_the_others_are_listed(world: World) -> None:
    version = banner(world)
    display(world, version, place="Ngã ba Bến Gỗ", latitude=Decimal("10.9"), longitude=Decimal("106.9"))
    display(world, version, place="Đầu hẻm 12")

    page = as_(world.tam).get(reverse("office:display_map")).content.decode()

    assert "1 nơi treo, hướng bắc ở trên" in page
    assert "1 nơi treo chưa ghi tọa độ" in page and "Đầu hẻm 12" in page


def test_coordinates_are_typed_as_a_phone_copies_them(world: World) -> None:
    version, today = banner(world), dates.say(dates.today())
    plans.channel()
    form = {"kind": "banner", "version": version.pk, "unit": world.ward.pk, "place": "Cổng chợ", "copies": 1,
            "put_up_on": today}  # fmt: skip
    tam = as_(world.tam)

    swapped = tam.post(reverse("office:display_new"), {**form, "point": "106.82031, 10.95012"})
    tam.post(reverse("office:display_new"), {**form, "point": "10.95012, 106.82031"})

    assert "đang đổi chỗ" in swapped.content.decode()
    assert str(version.displays.get().latitude) == "10.95012"


def test_a_photo_sent_twice_over_a_poor_line_counts_once(world: World) -> None:
    made = display(world, banner(world))
    where = reverse("office:display_put_up", args=[made.pk])

    for _ in range(2):
        answer = as_(world.tam).post(
            where,
            {"on": dates.say(dates.today()), "key": "khoa-cua-may",
             "photo": SimpleUploadedFile("anh.png", picture(kind="PNG"))},
        )  # fmt: skip
        assert answer.status_code == 302

    assert made.photos.count() == 1


def test_who_signed_the_reason_is_named_beside_it(world: World) -> None:
    """Treo, in quá ngày hết đúng: lý do đi cùng tên người ký."""
    plans.channel()
    why = "Sẽ dán đè chữ mới trước ngày đó"
    hung = banner(world)
    library.effect(hung.citations.get().provision, dates.today() + timedelta(days=30))
    made = display(world, hung, beyond_end_why=why)
    run = displays.print_copies(
        version=hung, unit=world.ward, copies=5, printed_on=dates.today(), beyond_end_why=why, by=world.tam
    )
    tam = as_(world.tam)

    for name, thing in (("display", made), ("print_run", run)):
        page = tam.get(reverse(f"office:{name}", args=[thing.pk])).content.decode()
        assert f"{why} ({world.tam.full_name} ký)" in page


@pytest.mark.parametrize(
    ("public", "warned"),
    [
        ("", True),
        ("http://192.168.1.20:8000", True),
        ("http://may-chu.local", True),
        ("https://giamngheo.donvi.vn", False),
    ],
)
def test_a_square_code_that_opens_on_no_phone_is_warned_about(
    world: World, settings: Any, public: str, warned: bool
) -> None:
    """In nghìn tờ rồi mới biết mã vuông dẫn về máy của cơ quan thì đã muộn."""
    settings.PUBLIC_ADDRESS = public

    page = as_(world.tam).get(reverse("office:artwork", args=[banner(world).pk])).content.decode()

    assert ("Mã vuông chưa mở được ngoài cơ quan" in page) == warned
    assert f"{public}/tam-in/" in page


def test_the_photo_of_a_place_is_seen_on_its_page(world: World) -> None:
    hung = displays.record_put_up(display(world, banner(world)), photo(), by=world.tam)

    page = as_(world.tam).get(reverse("office:display", args=[hung.pk])).content.decode()

    assert f'<img src="/tep/{hung.photos.get().file_id}/"' in page
