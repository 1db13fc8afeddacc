"""Nhịp đọc: a station's own figure, from a day on; the default and its source where it has none."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.broadcast.actions import set_pace
from lantoa.broadcast.pace import Pace, minutes_of, pace_at, paces_on
from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from tests.factories import broadcast, content
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]
MAY, JUNE = date(2025, 5, 1), date(2025, 6, 1)
SCRIPT = "nghèo " * 400


def test_a_station_reads_at_its_own_pace_from_the_day_it_says(world: World) -> None:
    """Trước ngày ghi thì theo mức mặc định; ghi lại cùng một ngày thì dòng sau thay dòng trước."""
    station = broadcast.ward_station(world)
    set_pace(station, 90, valid_from=MAY, source="gõ nhầm", by=world.tam)
    set_pace(station, 150, valid_from=MAY, source="đo từ ba bài đã phát", by=world.tam)

    assert paces_on([station], date(2025, 4, 30))[station.pk] == Pace()
    assert paces_on([station], MAY)[station.pk].says == (
        f"150 từ một phút, {station.name} từ 01/05/2025 (đo từ ba bài đã phát)"
    )


def test_a_place_with_one_station_is_read_at_its_pace(world: World) -> None:
    """Phường có một đài thì bài của phường tính theo đài ấy; nhiều đài thì hỏi từng đài lúc xếp lịch."""
    station = broadcast.ward_station(world)
    set_pace(station, 150, valid_from=MAY, source="đo từ bài đã phát", by=world.tam)

    assert pace_at(world.ward.pk, JUNE).words_a_minute == 150
    assert pace_at(world.other_ward.pk, JUNE) == Pace()
    broadcast.ward_station(world)
    assert pace_at(world.ward.pk, JUNE) == Pace()


def test_an_airing_without_minutes_takes_what_the_script_takes(world: World) -> None:
    """Để trống thời lượng: 400 từ đọc 100 từ một phút là 4 phút."""
    dates.move_today(JUNE)
    station = broadcast.ward_station(world, needs_ward_approval=False)
    set_pace(station, 100, valid_from=MAY, source="đo từ bài đã phát", by=world.tam)
    script = content.version_of(content.edition(world, texts=[SCRIPT]))

    airing = broadcast.airing(world, station, script, JUNE, minutes=None)

    assert airing.minutes == 4
    assert minutes_of(script, Pace()) == 3


@pytest.mark.parametrize(("words", "source"), [(59, "đo"), (301, "đo"), (150, "  ")])
def test_a_pace_is_one_that_a_person_reads_and_has_its_source(world: World, words: int, source: str) -> None:
    with pytest.raises(RuleBroken):
        set_pace(broadcast.ward_station(world), words, valid_from=MAY, source=source, by=world.tam)


def test_another_ward_does_not_say_how_fast_this_station_reads(world: World) -> None:
    with pytest.raises(PermissionDenied):
        set_pace(broadcast.ward_station(world), 150, valid_from=MAY, source="đo", by=world.van)
