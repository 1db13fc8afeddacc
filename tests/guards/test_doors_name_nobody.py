"""No sign of a household passes a door to the public; a new door has to ask, or this fails."""

import pytest

from lantoa.common.problems import RuleBroken
from lantoa.people import naming
from lantoa.people.models import ClearedName
from tests.factories import plans
from tests.factories.people import World
from tests.guards.door_stories import STORIES, Put
from tests.guards.public_doors import DOORS, Door
from tests.guards.public_pages import read_by_everyone
from tests.guards.test_public_doors import key_of, of_every_duty
from tests.reports.test_actions import freeze

pytestmark = [pytest.mark.django_db, pytest.mark.db]

HOUSEHOLD = "Hộ NGUYỄN THỊ SÁU, CCCD 075190001234, tổ 5 khu phố 3"


@pytest.mark.parametrize("door", DOORS, ids=lambda door: f"{door.model}.{door.fields[0]}")
def test_a_household_stops_at_every_door(world: World, door: Door) -> None:
    """Lời có tên, số căn cước, địa chỉ thì dừng, lúc ghi hoặc lúc kiểm; cổng không hiện."""
    story, by = STORIES[key_of(door)], of_every_duty(world.minh, world)
    put = Put(None)

    with pytest.raises(RuleBroken) as refused:
        put = story.put(world, by, HOUSEHOLD)
        story.check(world, put, world.hung)

    assert [p.code for p in refused.value.problems] == ["household_named"]
    pages = read_by_everyone([HOUSEHOLD], [put.code] if put.code else [])
    assert [page for page, text in pages.items() if HOUSEHOLD in text] == []


def test_a_report_is_frozen_under_no_name_of_a_household(world: World) -> None:
    plans.channel()

    with pytest.raises(RuleBroken) as refused:
        freeze(world, title=HOUSEHOLD)

    assert [p.code for p in refused.value.problems] == ["household_named"]


def test_what_is_let_through_is_recorded_word_by_word(world: World) -> None:
    put = STORIES["questions.Question", "public_text"].put(world, world.tam, "Khi nào có thẻ bảo hiểm mới?")

    naming.must_name_nobody(put.thing, HOUSEHOLD, by=world.tam, why="phiếu đồng ý ngày 02/06/2026")

    assert {row.why for row in ClearedName.objects.all()} == {"phiếu đồng ý ngày 02/06/2026"}
    assert "075190001234" in {row.words for row in ClearedName.objects.all()}
