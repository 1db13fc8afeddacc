"""What the print shop sets: each approved passage in the form of its kind, none lost."""

from datetime import date

import pytest

from lantoa.common import dates
from lantoa.content import actions
from lantoa.displays.artwork import Said, sheet_of
from tests.factories import content
from tests.factories.people import World

pytestmark = [pytest.mark.django_db]
DAY = date(2025, 6, 10)


@pytest.fixture(autouse=True)
def a_day() -> None:
    dates.move_today(DAY)


def test_passages_are_set_as_what_they_are(world: World) -> None:
    blocks = [
        actions.Block("Ai được cấp thẻ?", "tiêu đề bài", kind="heading"),
        actions.Block("- Hộ nghèo\n- Hộ cận nghèo", "chờ dẫn luật", kind="list"),
        actions.Block("Đến phường.", "nơi hỏi thêm", kind="call"),
    ]

    sheet = sheet_of(approved(world, blocks), (148, 210), DAY, "")

    assert sheet.headline == "Ai được cấp thẻ?"
    assert sheet.body == (Said(("Hộ nghèo", "Hộ cận nghèo"), "list"), Said(("Đến phường.",), "call"))


def test_a_leaflet_that_begins_with_a_list_loses_no_line(world: World) -> None:
    blocks = [actions.Block("Hộ nghèo\nHộ cận nghèo", "chờ dẫn luật", kind="list")]

    sheet = sheet_of(approved(world, blocks), (148, 210), DAY, "")

    assert (sheet.headline, sheet.body) == ("Hộ nghèo", (Said(("Hộ cận nghèo",), "list"),))


def approved(world: World, blocks: list[actions.Block]):
    edition = actions.add_edition(content.article(world), "leaflet", by=world.binh)
    actions.save_draft(edition, blocks, by=world.binh)
    return content.carry(world, edition)
