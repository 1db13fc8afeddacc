"""Duyệt gấp and the check that follows it: by the pages, flagged wherever the edition appears."""

from datetime import date

import pytest

from lantoa.common import dates
from lantoa.content import actions
from lantoa.content.queries import airable_one
from lantoa.content.states import EditionState
from lantoa.office.choices import VersionField, approved_for
from tests.factories import broadcast, content
from tests.factories.people import World
from tests.office.content.signed_in import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = date(2025, 6, 10)
FLAG = "Duyệt gấp, chờ hậu kiểm trước 12/06/2025"


@pytest.fixture(autouse=True)
def a_day() -> None:
    dates.move_today(TODAY)


def test_a_leader_approves_urgently_and_the_checker_follows(world: World) -> None:
    edition = content.edition(world, checked=False, approved=False)
    version, lan, hung = content.version_of(edition), as_(world.lan), as_(world.hung)
    address = f"/phien-ban/{version.pk}/duyet-gap/"
    data = {"seen": version.sha256, "reason": "Mai phát gạo.", "review_by": "12/06/2025"}

    offered = lan.get(f"/bai-viet/{edition.article_id}/").content.decode()
    silent = lan.post(address, data | {"reason": ""}).content.decode()
    done = lan.post(address, data, follow=True).content.decode()
    checks = hung.get(f"/phien-ban/{version.pk}/hau-kiem/").content.decode()
    verdicts = {"seen": version.sha256} | {f"ok_c{c.pk}": "ok" for c in version.citations.all()}
    after = hung.post(f"/phien-ban/{version.pk}/hau-kiem/", verdicts, follow=True).content.decode()

    assert address in offered
    assert "Vì sao không chờ được kiểm tra chính sách?" in silent
    assert FLAG in done
    assert FLAG in checks
    assert FLAG not in after
    assert airable_one(version, TODAY).ok


def test_a_refusal_after_takes_the_edition_back(world: World) -> None:
    edition = content.edition(world, checked=False, approved=False)
    version = content.version_of(edition)
    actions.approve_urgently(version, by=world.lan, reason="Mai phát gạo.")
    data = {"seen": version.sha256}
    for c in version.citations.all():
        data |= {f"ok_c{c.pk}": "back", f"why_c{c.pk}": "Sai mức hỗ trợ"}

    page = as_(world.hung).post(f"/phien-ban/{version.pk}/hau-kiem/", data, follow=True).content.decode()

    edition.refresh_from_db()
    assert edition.state == EditionState.WITHDRAWN
    assert "Hậu kiểm không đạt" in page
    assert as_(world.hung).get(f"/phien-ban/{version.pk}/hau-kiem/").status_code == 302


def test_the_author_gets_no_urgent_door(world: World) -> None:
    version = content.version_of(content.edition(world, checked=False, approved=False))
    binh, hung = as_(world.binh), as_(world.hung)

    assert binh.get(f"/phien-ban/{version.pk}/duyet-gap/").status_code == 403
    assert hung.post(f"/phien-ban/{version.pk}/duyet-gap/", {"reason": "Gấp"}).status_code == 403


def test_the_flag_stands_in_lists_choices_and_the_air_schedule(world: World) -> None:
    version = content.version_of(content.edition(world, checked=False, approved=False))
    actions.approve_urgently(version, by=world.lan, reason="Mai phát gạo.", review_by=date(2025, 6, 12))
    signing = as_(world.yen).get(f"/phien-ban/{version.pk}/duyet-phat/{world.ward.pk}/").content.decode()
    actions.approve_for_ward(version, world.ward, by=world.yen)
    station = broadcast.ward_station(world)
    airing = broadcast.airing(world, station, version, date(2025, 6, 11))
    field = VersionField()
    field.queryset = approved_for(content.again(world.tam))

    listed = as_(world.minh).get("/bai-viet/").content.decode()
    on_air = as_(world.tam).get(f"/phat-thanh/luot/{airing.pk}/").content.decode()

    assert "Duyệt gấp, chờ hậu kiểm" in listed
    assert FLAG in [label for _, label in field.choices][1]
    assert FLAG in on_air
    assert FLAG in signing
