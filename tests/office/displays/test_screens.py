"""The displays' screens: where it hangs, the photo, and what must come down."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lantoa.common import dates
from lantoa.displays import actions
from lantoa.displays.models import Display
from tests.displays.test_actions import banner, display
from tests.factories import library, plans
from tests.factories.people import World
from tests.factories.pictures import photo
from tests.office.as_person import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def page(world: World, made: Display) -> str:
    return as_(world.tam).get(reverse("office:display", args=[made.pk])).content.decode()


def test_a_place_is_written_down_and_the_photo_makes_it_hang(world: World) -> None:
    plans.channel()
    version, today = banner(world), dates.say(dates.today())
    tam = as_(world.tam)

    sent = tam.post(
        reverse("office:display_new"),
        {"kind": "banner", "version": version.pk, "unit": world.ward.pk, "place": "Cổng chợ",
         "copies": 1, "put_up_on": today},
    )  # fmt: skip
    made = Display.objects.get()
    tam.post(
        reverse("office:display_put_up", args=[made.pk]),
        {"on": today, "photo": SimpleUploadedFile("anh.png", photo().content)},
    )

    made.refresh_from_db()
    assert sent.url == reverse("office:display", args=[made.pk])
    assert made.delivery.unit == world.ward
    assert "Đang treo" in page(world, made)


def test_without_a_photo_it_does_not_hang(world: World) -> None:
    made = display(world, banner(world))

    as_(world.tam).post(reverse("office:display_put_up", args=[made.pk]), {"on": dates.say(dates.today())})

    made.refresh_from_db()
    assert made.delivery is None


def test_what_is_no_longer_true_must_come_down_and_says_so(world: World) -> None:
    made = actions.record_put_up(display(world, banner(world)), photo(), by=world.tam)
    library.effect(made.version.citations.get().provision, dates.today())

    assert "Phải hạ xuống" in page(world, made)
    as_(world.tam).post(
        reverse("office:display_taken_down", args=[made.pk]), {"on": dates.say(dates.today())}
    )

    assert "Đã hạ" in page(world, made)
    assert "Phải hạ xuống" not in page(world, made)


def test_for_another_ward_it_does_not_exist(world: World) -> None:
    made = actions.record_put_up(display(world, banner(world)), photo(), by=world.tam)
    picture = reverse("office:file", args=[made.photos.get().file_id])
    van, tam = as_(world.van), as_(world.tam)

    seen = [van.get(reverse("office:display", args=[made.pk])).status_code, van.get(picture).status_code]
    deeds = ["display_put_up", "display_taken_down"]
    done = [van.post(reverse(f"office:{name}", args=[made.pk])).status_code for name in deeds]

    assert set(seen + done) == {404}
    assert tam.get(picture).status_code == 200
    assert "Cổng chợ" not in van.get(reverse("office:display_list")).content.decode()


def test_one_does_not_hang_in_another_ward(world: World) -> None:
    plans.channel()

    as_(world.van).post(
        reverse("office:display_new"),
        {"kind": "banner", "version": banner(world).pk, "unit": world.ward.pk, "place": "Cổng chợ",
         "copies": 1, "put_up_on": dates.say(dates.today())},
    )  # fmt: skip

    assert not Display.objects.exists()


def test_the_list_costs_the_same_for_one_and_for_three(world: World) -> None:
    def cost() -> int:
        tam = as_(world.tam)
        with CaptureQueriesContext(connection) as asked:
            assert tam.get(reverse("office:display_list")).status_code == 200
        return len(asked)

    actions.record_put_up(display(world, banner(world)), photo(), by=world.tam)
    one = cost()
    display(world, banner(world), place="Đầu hẻm")
    actions.record_put_up(display(world, banner(world), place="Trường học"), photo(), by=world.tam)

    assert cost() == one


def test_the_list_narrows_to_what_hangs_too_long_and_the_work_page_says_so(world: World) -> None:
    """Quá ngày hạ: có trong nhóm lọc, và nêu to ở Việc của tôi."""
    today = dates.today()
    dates.move_today(today - timedelta(days=30))
    made = display(world, banner(world), place="Cổng chợ", take_down_on=today - timedelta(days=4))
    actions.record_put_up(made, photo(), by=world.tam)
    dates.move_today(today)
    tam, address = as_(world.tam), reverse("office:display_list")

    over = tam.get(f"{address}?loc=qua-ngay-ha").content.decode()
    down = tam.get(f"{address}?loc=da-ha").content.decode()
    work = tam.get(reverse("office:my_work")).content.decode()

    assert "đã 4 ngày" in over
    assert "Không có nơi treo nào ở nhóm này" in down
    assert "Pano, băng rôn quá ngày hạ" in work
