"""The pace is written on the page of the station and used where one writes and schedules."""

from datetime import date

import pytest

from lantoa.broadcast.models import Airing
from lantoa.common import dates
from tests.factories import broadcast, content
from tests.factories.people import World
from tests.office.content.signed_in import as_

pytestmark = [pytest.mark.django_db]
DAY = date(2025, 6, 10)


@pytest.fixture(autouse=True)
def a_day() -> None:
    dates.move_today(DAY)


def test_a_pace_written_at_the_station_counts_in_the_editor_and_on_the_schedule(world: World) -> None:
    station = broadcast.ward_station(world, needs_ward_approval=False)
    tam, address = as_(world.tam), f"/phat-thanh/dai/{station.pk}"
    said = {"nhip-words_a_minute": "100", "nhip-valid_from": "01/06/2025", "nhip-source": "đo từ ba bài"}

    tam.post(f"{address}/nhip-doc/", said)

    assert "100 từ một phút" in tam.get(f"{address}/quy-che/").content.decode()
    ward_article = content.article(world, unit=world.ward, by=world.tam)
    draft = content.draft(world, of=ward_article, texts=["nghèo " * 250], by=world.tam)
    assert "đọc khoảng 2 phút 30 giây (100 từ một phút" in (
        tam.get(f"/ban-the-hien/{draft.pk}/soan/").content.decode()
    )
    script = content.version_of(content.edition(world, texts=["nghèo " * 250]))
    page = tam.get(f"{address}/xep-bai/?ngay=10/06/2025").content.decode()
    assert "đọc khoảng 3 phút" in page
    sent = {"day": "10/06/2025", "time": "17:00", "minutes": "", "version": script.pk, "key": "k"}
    tam.post(f"{address}/xep-bai/", sent)
    assert Airing.objects.get().minutes == 3


def test_a_pace_without_its_source_is_told_at_its_box(world: World) -> None:
    station = broadcast.ward_station(world)
    said = {"nhip-words_a_minute": "20", "nhip-valid_from": "01/06/2025", "nhip-source": "đo từ ba bài"}

    page = as_(world.tam).post(f"/phat-thanh/dai/{station.pk}/nhip-doc/", said).content.decode()

    assert "Nhịp đọc phải từ 60 đến 300 từ một phút." in page
    assert 'href="#id_nhip-words_a_minute"' in page
