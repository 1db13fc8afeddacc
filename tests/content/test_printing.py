"""The sheet that a leader signs on paper, or that is printed from what was signed here."""

from datetime import date

import pytest

from lantoa.common import dates
from lantoa.content import actions
from lantoa.content.models import EditionVersion
from lantoa.content.printing import approval_sheet
from lantoa.content.queries import states_of
from lantoa.paper.structure import OfficialDocument, Paragraph
from tests.factories import content, library
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = date(2025, 6, 10)


@pytest.fixture(autouse=True)
def a_day() -> None:
    dates.move_today(TODAY)


def sheet(version: EditionVersion) -> OfficialDocument:
    return approval_sheet(version, states_of(version.citations.all(), TODAY), TODAY)


def lines(document: OfficialDocument) -> list[str]:
    return [b.whole for s in document.sections for b in s.blocks if isinstance(b, Paragraph)]


def test_an_unsigned_sheet_leaves_room_for_the_leader(world: World) -> None:
    paper = sheet(content.version_of(content.edition(world, approved=False)))

    assert paper.kind == "PHIẾU DUYỆT TIN, BÀI PHÁT THANH"
    assert paper.issuer == "PHÒNG VĂN HÓA VÀ THÔNG TIN THÀNH PHỐ SÔNG PHỐ"
    assert "- Ý kiến lãnh đạo: Duyệt □   Duyệt có sửa □   Không duyệt □" in lines(paper)
    assert [s.name for s in paper.signers] == ["Lý Việt Hùng", ""]


def test_a_signed_sheet_names_who_and_the_hash(world: World) -> None:
    version = content.version_of(content.edition(world))

    paper = sheet(version)

    assert [s.name for s in paper.signers] == ["Lý Việt Hùng", "Trần Ngọc Lan"]
    assert version.sha256 in lines(paper)
    assert content.TEXT in lines(paper)


def test_every_source_is_listed_with_its_standing_on_the_day(world: World) -> None:
    """Mỗi điều khoản được dẫn ghi kèm tình trạng hiệu lực ngày in."""
    law = library.provision(library.document(number="88"), "khoản 2 Điều 6")
    version = content.version_of(content.edition(world, provisions=[law]))
    library.effect(law, date(2025, 7, 1))

    table = sheet(version).sections[1].blocks[0]

    assert [cell.text for cell in table.rows[1]] == [
        "1",
        "khoản 2 Điều 6 Nghị định 88/2021/NĐ-CP",
        "sắp hết đúng: khoản 2 Điều 6 Nghị định 88/2021/NĐ-CP bị thay thế từ 01/07/2025",
    ]


def test_an_urgent_approval_says_so_and_leaves_room_for_its_check(world: World) -> None:
    """Duyệt gấp in ra đúng là duyệt gấp, còn chỗ cho người hậu kiểm; rút rồi thì phiếu cũng nói."""
    version = content.version_of(content.edition(world, checked=False, approved=False))
    actions.approve_urgently(version, by=world.lan, reason="Mai phát gạo.")
    waiting = lines(sheet(version))
    actions.review_after(version, content.verdicts(version, "Sai mức."), by=world.hung)
    version.refresh_from_db()

    assert "- Ý kiến hậu kiểm chính sách, trước ngày 13/06/2025:" in waiting
    assert any(one.startswith("- Lãnh đạo duyệt gấp: đồng ý.") for one in waiting)
    assert "- Bài đã rút ngày 10/06/2025. Sai nội dung: Hậu kiểm không đạt: Sai mức." in lines(sheet(version))
