"""The gatherings' screens: from the calendar to the signed sheet, for those of the place and nobody else."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lantoa.common import dates
from lantoa.gatherings.models import Gathering
from tests.factories import library
from tests.factories.people import World
from tests.gatherings.test_actions import gathering, held
from tests.office.as_person import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]

PDF = b"%PDF-1.7 danh sach"


def page(world: World, made: Gathering, who: str = "tam") -> str:
    return as_(getattr(world, who)).get(reverse("office:gathering", args=[made.pk])).content.decode()


def test_one_is_put_on_the_calendar_by_the_form(world: World) -> None:
    policy = library.policy()
    tomorrow = dates.today() + timedelta(days=1)

    sent = as_(world.tam).post(
        reverse("office:gathering_new"),
        {"kind": "dialogue", "title": "Đối thoại khu phố 3", "territory": world.ward.pk,
         "day": dates.say(tomorrow), "starts": "7h30", "place": "Nhà văn hóa", "policies": [policy.pk]},
    )  # fmt: skip

    made = Gathering.objects.get()
    assert sent.url == reverse("office:gathering", args=[made.pk])
    assert (
        made.starts_at.astimezone(dates.VIETNAM).strftime("%d/%m/%Y %H:%M") == f"{dates.say(tomorrow)} 07:30"
    )
    assert (made.unit, list(made.policies.all())) == (world.ward, [policy])


def test_an_hour_that_cannot_be_read_comes_back_with_its_sentence(world: World) -> None:
    answer = as_(world.tam).post(
        reverse("office:gathering_new"), {"title": "Đối thoại", "starts": "sáng sớm"}
    )

    assert "Không đọc được giờ này. Nhập giờ dạng 08:00." in answer.content.decode()
    assert not Gathering.objects.exists()


def test_the_result_is_asked_only_after_it_began(world: World) -> None:
    made = gathering(world)
    action = reverse("office:gathering_held", args=[made.pk])

    before = page(world, made)
    dates.move_today(dates.today() + timedelta(days=2))

    assert action not in before
    assert action in page(world, made)


def test_head_counts_and_the_sheet_become_a_line_of_the_ledger(world: World) -> None:
    made = gathering(world)
    dates.move_today(dates.today() + timedelta(days=2))

    as_(world.tam).post(
        reverse("office:gathering_held", args=[made.pk]),
        {f"kind_{world.poor.pk}": 31, "sheet": SimpleUploadedFile("danh-sach.pdf", PDF)},
    )

    made.refresh_from_db()
    assert (made.state, made.delivery.reach_low) == ("held", 31)
    sheet = reverse("office:file", args=[made.sheet_file_id])
    assert (as_(world.tam).get(sheet).status_code, as_(world.van).get(sheet).status_code) == (200, 404)


def test_the_minutes_come_later(world: World) -> None:
    made = held(world, gathering(world))

    as_(world.tam).post(
        reverse("office:gathering_minutes", args=[made.pk]), {"minutes": SimpleUploadedFile("bb.pdf", PDF)}
    )

    made.refresh_from_db()
    assert made.minutes_file.name == "bb.pdf"


def test_it_is_called_off_with_a_reason(world: World) -> None:
    made = gathering(world)

    as_(world.tam).post(reverse("office:gathering_cancel", args=[made.pk]), {"why": "Mưa lớn"})

    assert "Mưa lớn" in page(world, made)


@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("name", ["gathering_invitation", "gathering_sheet"])
def test_the_papers_are_printed(world: World, name: str, form: str) -> None:
    answer = as_(world.tam).get(reverse(f"office:{name}", args=[gathering(world).pk, form]))

    assert answer.content[:2] == {"docx": b"PK", "pdf": b"%P"}[form]
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_for_another_ward_it_does_not_exist(world: World) -> None:
    made = gathering(world)
    van = as_(world.van)
    reads = [("gathering", []), ("gathering_invitation", ["pdf"]), ("gathering_sheet", ["pdf"])]
    deeds = ["gathering_held", "gathering_minutes", "gathering_cancel"]

    seen = [van.get(reverse(f"office:{n}", args=[made.pk, *more])).status_code for n, more in reads]
    done = [van.post(reverse(f"office:{n}", args=[made.pk]), {"why": "x"}).status_code for n in deeds]

    assert set(seen + done) == {404}
    assert made.title not in van.get(reverse("office:gathering_list")).content.decode()
    made.refresh_from_db()
    assert made.state == "planned"


def test_the_list_costs_the_same_for_one_and_for_three(world: World) -> None:
    def cost() -> int:
        tam = as_(world.tam)
        with CaptureQueriesContext(connection) as asked:
            assert tam.get(reverse("office:gathering_list")).status_code == 200
        return len(asked)

    held(world, gathering(world))
    one = cost()
    gathering(world, title="Thứ hai")
    held(world, gathering(world, title="Thứ ba"))

    assert cost() == one
