"""Đề cương nói chuyện trên giấy: points in order with their minutes, each with the clause that bears it."""

from datetime import date

import pytest

from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.content import actions
from lantoa.content.models import EditionKind, EditionVersion
from lantoa.content.outlines import talk_outline
from lantoa.content.passages import PassageKind
from lantoa.paper.structure import OfficialDocument, Paragraph
from tests.factories import content, library
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = date(2025, 6, 10)


@pytest.fixture(autouse=True)
def a_day() -> None:
    dates.move_today(TODAY)


def talk(world: World, **more: bool) -> EditionVersion:
    """A heading and two points; the second stands on a clause of its own."""
    law = library.provision(library.document(number="75"), "khoản 2 Điều 9", words="Được cấp thẻ. " * 40)
    edition = actions.add_edition(content.article(world), EditionKind.TALK, by=world.binh)
    why = "Lời dẫn"
    blocks = [
        actions.Block("Chào bà con", why),
        actions.Block("Ai được cấp thẻ", why, kind=PassageKind.HEADING),
        actions.Block("Hộ nghèo\nNêu ví dụ ở khu phố", why, kind=PassageKind.POINT, minutes=10),
        actions.Block("Mang theo gì", provisions=[law], kind=PassageKind.POINT, minutes=5),
    ]
    actions.save_draft(edition, blocks, by=world.binh)
    content.carry(world, edition, **more)
    return content.version_of(edition)


def lines(paper: OfficialDocument) -> list[str]:
    blocks = [*paper.opening, *(block for section in paper.sections for block in section.blocks)]
    return [block.whole for block in blocks if isinstance(block, Paragraph)]


def test_points_stand_in_order_with_their_minutes_and_their_clause(world: World) -> None:
    """Ý nói đánh số liền, có số phút; dưới mỗi ý là điều khoản và lời ngắn của nó."""
    version = talk(world)

    paper = talk_outline(version, TODAY)

    assert (paper.kind, paper.title) == ("ĐỀ CƯƠNG NÓI CHUYỆN", version.edition.article.title)
    assert [(section.number, section.title) for section in paper.sections] == [("I", "Ai được cấp thẻ")]
    said = lines(paper)
    assert "- Thời lượng: 15 phút." in said
    assert said[2:6] == [
        "Chào bà con",
        "1. Hộ nghèo (10 phút)",
        "Nêu ví dụ ở khu phố",
        "2. Mang theo gì (5 phút)",
    ]
    assert said[6].startswith("- Căn cứ khoản 2 Điều 9") and said[6].endswith("…”")
    assert version.sha256[:16] in paper.note


def test_the_day_from_which_it_no_longer_holds_stands_on_the_paper(world: World) -> None:
    version = talk(world)
    library.effect(version.citations.get().provision, date(2025, 7, 1))

    assert any("trước 01/07/2025" in line for line in lines(talk_outline(version, TODAY)))
    with pytest.raises(RuleBroken):
        talk_outline(version, date(2025, 7, 1))


def test_only_an_approved_talk_has_an_outline(world: World) -> None:
    with pytest.raises(RuleBroken) as early:
        talk_outline(talk(world, approved=False), TODAY)
    with pytest.raises(RuleBroken) as other:
        talk_outline(content.version_of(content.edition(world)), TODAY)

    assert [problem.code for problem in early.value.problems] == ["not_airable"]
    assert [problem.code for problem in other.value.problems] == ["no_talk"]
