"""Classes, conferences, dialogues: approved materials only; held with head-counts, never names."""

from datetime import date, datetime, time, timedelta

import pypdfium2 as pdfium
import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.deliveries.queries import grade_of
from lantoa.gatherings import actions
from lantoa.gatherings.models import Gathering
from lantoa.gatherings.printing import invitation, sign_in_sheet
from lantoa.paper.structure import Table
from lantoa.paper.writing import to_pdf
from tests.factories import content, library, plans
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def gathering(world: World, **more: object) -> Gathering:
    """Tâm plans a dialogue in her ward for tomorrow morning."""
    plans.channel()
    tomorrow = dates.today() + timedelta(days=1)
    values = {
        "kind": Gathering.Kind.DIALOGUE, "title": "Đối thoại với hộ nghèo", "unit": world.ward,
        "territory": world.ward, "place": "Nhà văn hóa khu phố 3", "policies": [library.policy()],
        "starts_at": datetime.combine(tomorrow, time(8), dates.VIETNAM), "by": world.tam, **more,
    }  # fmt: skip
    return actions.plan_gathering(**values)


def held(world: World, made: Gathering, **more: object) -> Gathering:
    dates.move_today(dates.today() + timedelta(days=2))
    return actions.record_held(made, {world.poor: 31, world.near_poor: 12}, by=world.tam, **more)


def test_a_draft_cannot_be_handed_out(world: World) -> None:
    draft = content.version_of(content.draft(world))

    with pytest.raises(RuleBroken) as refused:
        gathering(world, materials=[draft])

    assert [p.code for p in refused.value.problems] == ["material_not_airable"]
    assert not Gathering.objects.exists()


def test_an_approved_text_can_be_handed_out(world: World) -> None:
    approved = content.version_of(content.edition(world))

    assert gathering(world, materials=[approved]).materials.get() == approved


def test_being_held_makes_one_line_of_the_ledger(world: World) -> None:
    done = held(world, gathering(world))

    line = done.delivery
    assert (line.reach_low, line.reach_high, line.unit) == (43, 43, world.ward)
    assert {k.key for k in line.audiences.all()} == {"ho-ngheo", "ho-can-ngheo"}
    assert done.state == Gathering.State.HELD
    with pytest.raises(RuleBroken):
        actions.record_held(done, {world.poor: 1}, by=world.tam)


def test_the_signed_sheet_proves_more_than_words(world: World) -> None:
    with_sheet = held(world, gathering(world), sheet=plans.scan("danh-sach.pdf"))
    dates.move_today(None)
    without = held(world, gathering(world))

    assert (grade_of(with_sheet.delivery), grade_of(without.delivery)) == (5, 1)


def test_what_has_not_begun_has_no_result(world: World) -> None:
    made = gathering(world)

    with pytest.raises(RuleBroken) as refused:
        actions.record_held(made, {world.poor: 3}, by=world.tam)

    assert [p.code for p in refused.value.problems] == ["not_yet"]


def test_an_empty_hall_is_not_held(world: World) -> None:
    made = gathering(world)
    dates.move_today(dates.today() + timedelta(days=2))

    with pytest.raises(RuleBroken) as refused:
        actions.record_held(made, {}, by=world.tam)

    assert [p.code for p in refused.value.problems] == ["nobody"]


def test_only_the_place_itself_and_the_city_hold(world: World) -> None:
    made = gathering(world)

    with pytest.raises(PermissionDenied):
        actions.cancel_gathering(made, "Không phải việc của tôi", by=world.van)
    actions.cancel_gathering(made, "Trùng lịch họp", by=world.minh)

    made.refresh_from_db()
    assert made.state == Gathering.State.CANCELLED


def test_the_sheet_has_a_row_for_everyone_invited_and_no_audience_beside_a_name(world: World) -> None:
    sheet = sign_in_sheet(gathering(world, invited=40))

    table = next(b for b in sheet.sections[0].blocks if isinstance(b, Table))
    assert len(table.rows) - 1 >= 40
    assert [cell.text for cell in table.rows[0]] == ["TT", "Họ và tên", "Đơn vị hoặc khu phố, ấp", "Ký tên"]


def test_the_invitation_says_when_and_where(world: World) -> None:
    starts = datetime.combine(date(2027, 3, 5), time(7, 30), dates.VIETNAM)

    paper = invitation(gathering(world, starts_at=starts))

    words = "\n".join(p.text for p in paper.opening)
    assert "07 giờ 30 phút, ngày 05 tháng 3 năm 2027" in words
    assert "Nhà văn hóa khu phố 3" in words


def test_the_invitation_carries_the_letterhead_of_the_unit(world: World) -> None:
    """Cơ quan mời viết đúng chữ hoa, chữ thường; người ký và ký hiệu như trong kế hoạch của đơn vị."""
    city = plans.plan(world, issuer_name="PHÒNG LAO ĐỘNG - XÃ HỘI")

    paper = invitation(gathering(world, unit=world.office, plan_item=city.items.get(), by=world.minh))

    assert paper.opening[0].text == "Phòng Lao động - Xã hội thành phố Sông Phố trân trọng kính mời:"
    assert (paper.issuer, paper.symbol) == ("PHÒNG LAO ĐỘNG - XÃ HỘI", "GM-PLĐXH")
    assert paper.signers[0].lines == ["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"]


def test_a_ward_without_a_plan_invites_in_the_name_of_its_committee(world: World) -> None:
    paper = invitation(gathering(world))

    assert paper.opening[0].text == "Ủy ban nhân dân phường Bến Gỗ trân trọng kính mời:"
    assert paper.signers[0].lines == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


@pytest.mark.parametrize("invited", [None, 30, 44, 60, 69, 100])
def test_the_signatures_never_stand_alone_on_the_last_page(world: World, invited: int | None) -> None:
    made = gathering(world, invited=invited)

    pdf = pdfium.PdfDocument(to_pdf(sign_in_sheet(made)))
    last = pdf[len(pdf) - 1].get_textpage().get_text_bounded()
    pdf.close()

    assert "NGƯỜI LẬP" in last
    assert "Họ và tên" in last  # the head of the table is repeated where rows go on
