"""Duyệt gấp: a leader signs before the policy check; flagged until another person has checked it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.content import actions
from lantoa.content.models import EditionVersion
from lantoa.content.queries import airable_one, overdue_reviews, to_review
from lantoa.content.states import EditionState
from lantoa.content.verification import verify
from lantoa.deliveries.queries import airable_then
from lantoa.desk.queries import my_work
from lantoa.people.actions import delegate_duty
from lantoa.people.models import Role, User
from tests.factories import content, people
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = date(2025, 6, 10)
DUE = date(2025, 6, 13)
WHY = "Sáng mai phát gạo cứu trợ."


@pytest.fixture(autouse=True)
def a_day() -> None:
    dates.move_today(TODAY)


def codes(raised: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return [problem.code for problem in raised.value.problems]


def submitted(world: World) -> EditionVersion:
    return content.version_of(content.edition(world, checked=False, approved=False))


def urgent(world: World) -> EditionVersion:
    version = submitted(world)
    actions.approve_urgently(version, by=world.lan, reason=WHY)
    return version


def groups(user: User, day: date) -> dict[str, bool]:
    return {group.title: group.hot for group in my_work(content.again(user), day)}


def test_it_airs_at_once_under_its_flag_until_another_has_checked_it(world: World) -> None:
    """Duyệt gấp được phát ngay, mang cảnh báo; hậu kiểm đạt thì hết cảnh báo."""
    version = urgent(world)
    flagged = airable_one(version, TODAY)

    actions.review_after(version, content.verdicts(version), by=world.hung)
    after = airable_one(version, TODAY)

    assert (flagged.ok, flagged.flag) == (True, "Duyệt gấp, chờ hậu kiểm trước 13/06/2025")
    assert (after.ok, after.flag) == (True, "")
    assert airable_then(version, TODAY).ok


def test_it_needs_a_reason_a_near_day_and_the_duty_of_a_leader(world: World) -> None:
    version = submitted(world)
    for person in (world.hung, world.minh, world.binh, world.yen, world.van):
        with pytest.raises(PermissionDenied):
            actions.approve_urgently(version, by=person, reason=WHY)
    with pytest.raises(RuleBroken) as silent:
        actions.approve_urgently(version, by=world.lan, reason="  ")
    with pytest.raises(RuleBroken) as late:
        actions.approve_urgently(version, by=world.lan, reason=WHY, review_by=TODAY + timedelta(days=8))
    with pytest.raises(RuleBroken) as other_text:
        actions.approve_urgently(version, by=world.lan, reason=WHY, seen_sha256="0" * 64)

    assert [codes(one) for one in (silent, late, other_text)] == [
        ["reason_missing"],
        ["review_day"],
        ["hash_differs"],
    ]
    assert not airable_one(version, TODAY).ok


def test_the_author_is_neither_the_leader_nor_the_reviewer(world: World) -> None:
    """Người viết được ủy quyền duyệt, giao thêm nhiệm vụ kiểm tra: vẫn không ký gấp, không hậu kiểm."""
    version = submitted(world)
    duty = world.lan.duties.get()
    delegate_duty(
        duty, world.binh, by=world.lan, valid_from=TODAY, valid_to=date(2025, 7, 1), why="Nghỉ phép"
    )
    people.duty(world.binh, Role.POLICY_CHECKER, world.office)
    binh = content.again(world.binh)

    with pytest.raises(RuleBroken) as signs:
        actions.approve_urgently(version, by=binh, reason=WHY)
    actions.approve_urgently(version, by=world.lan, reason=WHY)
    with pytest.raises(RuleBroken) as reviews:
        actions.review_after(version, content.verdicts(version), by=binh)

    assert (codes(signs), codes(reviews)) == (["author_approves"], ["author_approves"])


def test_who_signed_urgently_does_not_review_it_and_who_reviewed_does_not_write(world: World) -> None:
    version = urgent(world)
    people.duty(world.lan, Role.POLICY_CHECKER, world.office)
    people.duty(world.hung, Role.EDITOR, world.office)

    with pytest.raises(RuleBroken) as both:
        actions.review_after(version, content.verdicts(version), by=content.again(world.lan))
    actions.review_after(version, content.verdicts(version), by=world.hung)
    with pytest.raises(RuleBroken) as twice:
        actions.review_after(version, content.verdicts(version), by=world.hung)

    assert (codes(both), codes(twice)) == (["two_steps"], ["no_review"])
    assert version not in to_review(content.again(world.lan), TODAY)


def test_a_refused_review_withdraws_the_edition(world: World) -> None:
    version = urgent(world)
    actions.review_after(version, content.verdicts(version, "Mức hỗ trợ đã đổi."), by=world.hung)

    version.edition.refresh_from_db()
    answer = airable_one(version, TODAY)
    assert (version.edition.state, version.edition.withdrawn_kind) == (EditionState.WITHDRAWN, "wrong")
    assert not answer.ok
    assert any("Mức hỗ trợ đã đổi." in says for says in answer.reasons)
    assert airable_then(version, TODAY).ok  # what rightly went out that day stays


def test_a_refused_review_of_an_old_version_leaves_the_one_approved_since(world: World) -> None:
    first = urgent(world)
    actions.revise(first.edition, by=world.binh, why="Thêm địa chỉ")
    second = content.carry(world, first.edition)

    actions.review_after(first, content.verdicts(first, "Sai đối tượng."), by=world.hung)

    assert airable_one(second, TODAY).ok
    assert not airable_one(first, TODAY).ok


def test_only_what_waits_for_its_check_is_approved_urgently(world: World) -> None:
    checked = content.version_of(content.edition(world, approved=False))

    with pytest.raises(RuleBroken) as refused:
        actions.approve_urgently(checked, by=world.lan, reason=WHY)

    assert codes(refused) == ["wrong_step"]


def test_an_overdue_review_is_loud_for_the_checker_and_for_who_signed(world: World) -> None:
    """Quá hạn: việc đỏ của người kiểm tra và của lãnh đạo đã ký gấp; bản kiểm chứng cũng nói."""
    version = urgent(world)

    actions.approve_for_ward(version, world.ward, by=world.yen)
    assert groups(world.hung, TODAY)["Chờ tôi hậu kiểm bài duyệt gấp"]
    assert not overdue_reviews(DUE - timedelta(days=1)).exists()
    dates.move_today(DUE)
    late = "Bài quá hạn duyệt"
    assert groups(world.hung, dates.today())[late] and groups(world.lan, dates.today())[late]
    assert not any(late in groups(one, dates.today()) for one in (world.binh, world.yen))
    assert list(overdue_reviews(dates.today())) == [version]
    assert airable_one(version, TODAY).flag == "Duyệt gấp, quá hạn hậu kiểm từ 13/06/2025"
    assert any("quá hạn hậu kiểm" in one.says for one in verify(version) if not one.ok)
