"""The author never approves: by no duty, no delegation, no version, no paper."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common import dates
from lantoa.common.files import Upload
from lantoa.common.problems import RuleBroken
from lantoa.content import actions
from lantoa.content.models import Approval
from lantoa.people.actions import delegate_duty
from lantoa.people.models import Role, User
from tests.factories import content, people
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = date(2025, 6, 10)
SCAN = Upload("phieu-duyet.pdf", b"%PDF-1.4 phieu duyet co chu ky")


@pytest.fixture(autouse=True)
def a_day() -> None:
    dates.move_today(TODAY)


def delegated(of: User, to: User) -> User:
    delegate_duty(
        of.duties.get(), to, by=of, valid_from=TODAY, valid_to=date(2025, 12, 31), why="Đi công tác"
    )
    return content.again(to)


def codes(broken: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return [p.code for p in broken.value.problems]


def test_an_author_without_the_duty_may_not(world: World) -> None:
    version = content.version_of(content.edition(world, approved=False))

    with pytest.raises(PermissionDenied):
        actions.approve(version, by=world.binh)


def test_an_author_with_the_leaders_duty_delegated_to_him_is_refused(world: World) -> None:
    """Người viết được ủy quyền duyệt thì vẫn không duyệt được bài của mình."""
    version = content.version_of(content.edition(world, approved=False))
    binh = delegated(world.lan, world.binh)

    with pytest.raises(RuleBroken) as broken:
        actions.approve(version, by=binh)

    assert codes(broken) == ["author_approves"]
    assert not Approval.objects.filter(step="leader").exists()


def test_whoever_edited_one_version_is_an_author_of_all(world: World) -> None:
    """Chỉ sửa một bản cũng là người viết của mọi bản sau."""
    edition = content.edition(world, checked=False, approved=False)
    version = content.version_of(edition)
    actions.check(version, content.verdicts(version, "Sai mức hỗ trợ"), by=world.hung)
    actions.revise(edition, by=world.minh)
    actions.save_draft(edition, [actions.Block("Bản của Minh", "Lời chào mở đầu")], by=world.minh)
    second = actions.submit(edition, by=world.binh)
    people.duty(world.minh, Role.APPROVER, world.office)
    people.duty(world.minh, Role.POLICY_CHECKER, world.office)
    minh = content.again(world.minh)

    with pytest.raises(RuleBroken) as checking:
        actions.check(second, content.verdicts(second), by=minh)
    actions.check(second, content.verdicts(second), by=world.hung)
    with pytest.raises(RuleBroken) as approving:
        actions.approve(second, by=minh)

    assert codes(checking) == codes(approving) == ["author_approves"]


def test_the_writer_of_the_article_is_a_writer_of_every_edition(world: World) -> None:
    """Tên bài cũng được ký, nên ai viết bài thì không duyệt bản thể hiện nào của bài."""
    article = content.article(world)
    edition = content.draft(world, of=article, by=world.minh)

    assert set(edition.writers.values_list("user", flat=True)) == {world.binh.pk, world.minh.pk}


def test_whoever_checked_does_not_approve(world: World) -> None:
    """Người kiểm tra chính sách không làm bước lãnh đạo duyệt."""
    version = content.version_of(content.edition(world, approved=False))
    hung = delegated(world.lan, world.hung)

    with pytest.raises(RuleBroken) as broken:
        actions.approve(version, by=hung)

    assert codes(broken) == ["two_steps"]


def test_whoever_returned_a_version_does_not_approve_the_next(world: World) -> None:
    edition = content.edition(world, checked=False, approved=False)
    first = content.version_of(edition)
    actions.check(first, content.verdicts(first, "Sai mức"), by=world.hung)
    actions.revise(edition, by=world.binh)
    people.duty(world.kha, Role.POLICY_CHECKER, world.office)
    second = actions.submit(edition, by=world.binh)
    actions.check(second, content.verdicts(second), by=content.again(world.kha))

    with pytest.raises(RuleBroken) as broken:
        actions.approve(second, by=delegated(world.lan, world.hung))

    assert codes(broken) == ["two_steps"]


def test_the_leader_who_approved_does_not_sign_for_a_ward(world: World) -> None:
    version = content.version_of(content.edition(world))
    people.duty(world.lan, Role.APPROVER, world.ward)

    with pytest.raises(RuleBroken) as broken:
        actions.approve_for_ward(version, world.ward, by=content.again(world.lan))

    assert codes(broken) == ["two_steps"]


def test_the_author_does_not_sign_for_a_ward_either(world: World) -> None:
    version = content.version_of(content.edition(world))
    people.duty(world.binh, Role.APPROVER, world.ward)

    with pytest.raises(RuleBroken) as broken:
        actions.approve_for_ward(version, world.ward, by=content.again(world.binh))

    assert codes(broken) == ["author_approves"]


def test_the_leader_of_a_ward_does_not_approve_in_place_of_the_office(world: World) -> None:
    """Lãnh đạo phường duyệt phát tại phường, không thay bước duyệt của cơ quan."""
    edition = content.edition(
        world, by=world.tam, of=content.article(world, unit=world.ward, by=world.tam), approved=False
    )

    with pytest.raises(PermissionDenied):
        actions.approve(content.version_of(edition), by=world.yen)


def test_whoever_checked_or_approved_does_not_write_in_it(world: World) -> None:
    """Chiều ngược lại cũng vậy: đã kiểm tra hoặc duyệt thì không sửa chữ."""
    edition = content.edition(world)
    people.duty(world.lan, Role.PROGRAMME_OFFICER, world.office)

    with pytest.raises(RuleBroken) as broken:
        actions.revise(edition, by=content.again(world.lan), why="Sửa một chữ")

    assert codes(broken) == ["approver_writes"]


def test_an_approval_on_paper_is_entered_with_its_scan(world: World) -> None:
    """Duyệt trên giấy: văn thư ghi lại kèm bản chụp; người ký vẫn là lãnh đạo."""
    version = content.version_of(content.edition(world, approved=False))

    with pytest.raises(RuleBroken) as without:
        actions.approve(version, by=world.thu, signed_by=world.lan)
    approval = actions.approve(version, by=world.thu, signed_by=world.lan, paper_scan=SCAN)

    assert codes(without) == ["scan_missing"]
    assert (approval.by, approval.recorded_by, approval.paper_scan.name) == (
        world.lan,
        world.thu,
        "phieu-duyet.pdf",
    )


def test_an_author_does_not_enter_the_paper_approval_of_his_own_text(world: World) -> None:
    edition = content.edition(
        world, approved=False, of=content.article(world, by=world.minh, unit=world.office)
    )

    with pytest.raises(RuleBroken) as broken:
        actions.approve(content.version_of(edition), by=world.minh, signed_by=world.lan, paper_scan=SCAN)

    assert codes(broken) == ["author_approves"]


def test_a_paper_signed_by_somebody_who_may_not_approve_is_refused(world: World) -> None:
    version = content.version_of(content.edition(world, approved=False))

    with pytest.raises(PermissionDenied):
        actions.approve(version, by=world.thu, signed_by=world.kha, paper_scan=SCAN)
