"""Comments on passages: open ones hold the approval, a person settles them, the writers see them."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.content import actions
from lantoa.content.models import Comment, EditionVersion
from lantoa.content.remarks import comments_of, open_passages, returns_of
from lantoa.content.states import EditionState
from tests.factories import content
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TEXTS = ("Hộ nghèo được cấp thẻ bảo hiểm y tế.", "Mang căn cước đến trạm y tế.")


@pytest.fixture(autouse=True)
def a_day() -> None:
    dates.move_today(date(2025, 6, 10))


def codes(raised: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return [problem.code for problem in raised.value.problems]


def checked(world: World) -> EditionVersion:
    return content.version_of(content.edition(world, approved=False, texts=TEXTS))


def second_block(version: EditionVersion) -> int:
    return version.blocks[1]["id"]


def test_an_open_comment_holds_the_approval_until_it_is_settled(world: World) -> None:
    """Còn góp ý thì lãnh đạo chưa ký được, và câu từ chối nói đoạn nào."""
    version = checked(world)
    said = actions.comment(version, second_block(version), "Trạm nào?", by=world.hung)

    with pytest.raises(RuleBroken) as held:
        actions.approve(version, by=world.lan)
    actions.resolve_comment(said, by=world.hung, how="Đoạn trên đã nói")
    actions.approve(version, by=world.lan)

    assert codes(held) == ["open_comment"]
    assert "đoạn 2" in held.value.problems[0].says


def test_a_comment_stays_open_at_its_passage_in_the_next_version(world: World) -> None:
    version = checked(world)
    said = actions.comment(version, second_block(version), "Trạm nào?", by=world.lan)
    actions.return_for_changes(version, by=world.lan, reason="Sửa theo góp ý.")
    second = actions.revise(version.edition, by=world.binh)

    assert comments_of(second) == {second_block(second): [said]}
    assert open_passages(second) == ["đoạn 2"]

    kept = [actions.Block(TEXTS[0], id=second.blocks[0]["id"])]
    shorter = actions.save_draft(second.edition, kept, by=world.binh)
    assert open_passages(shorter) == ["đoạn đã bỏ"]


def test_a_writer_does_not_settle_what_another_noted(world: World) -> None:
    version = checked(world)
    said = actions.comment(version, second_block(version), "Trạm nào?", by=world.hung)
    own = actions.comment(version, second_block(version), "Tôi hỏi lại trạm.", by=world.binh)

    with pytest.raises(RuleBroken) as refused:
        actions.resolve_comment(said, by=world.binh)
    actions.resolve_comment(own, by=world.binh)
    with pytest.raises(RuleBroken) as twice:
        actions.resolve_comment(own, by=world.hung)
    with pytest.raises(PermissionDenied):
        actions.resolve_comment(said, by=world.thu)

    assert (codes(refused), codes(twice)) == (["comment_not_hers"], ["comment_closed"])


def test_only_a_passage_of_what_waits_is_commented_by_who_works_on_it(world: World) -> None:
    version = checked(world)
    block = second_block(version)
    approved = content.version_of(content.edition(world))

    with pytest.raises(RuleBroken) as strange:
        actions.comment(version, 99, "Đoạn nào?", by=world.hung)
    with pytest.raises(RuleBroken) as silent:
        actions.comment(version, block, "  ", by=world.hung)
    with pytest.raises(RuleBroken) as late:
        actions.comment(approved, approved.blocks[0]["id"], "Muộn rồi", by=world.hung)
    for outsider in (world.van, world.yen, world.kha):
        with pytest.raises(PermissionDenied):
            actions.comment(version, block, "Sửa đi", by=outsider)

    assert [codes(one) for one in (strange, silent, late)] == [
        ["no_such_block"],
        ["reason_missing"],
        ["not_waiting"],
    ]


def test_sending_a_comment_twice_makes_one(world: World) -> None:
    version = checked(world)

    for _ in range(2):
        actions.comment(version, second_block(version), "Trạm nào?", by=world.hung, key="k1")

    assert Comment.objects.count() == 1


def test_the_words_of_a_comment_never_change_and_a_closed_one_stays_closed(world: World) -> None:
    version = checked(world)
    said = actions.comment(version, second_block(version), "Trạm nào?", by=world.hung)
    row = Comment.objects.filter(pk=said.pk)

    with pytest.raises(DatabaseError), transaction.atomic():
        row.update(text="Không có gì")
    actions.resolve_comment(said, by=world.hung)
    for change in ({"closed_how": "Khác"}, {"closed_at": None, "closed_by": None}):
        with pytest.raises(DatabaseError), transaction.atomic():
            row.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        row.delete()


def test_a_return_names_its_passage(world: World) -> None:
    """Lý do trả lại đi với đúng đoạn; kết luận của người kiểm tra cũng vậy."""
    version = checked(world)
    with pytest.raises(RuleBroken) as strange:
        actions.return_for_changes(version, by=world.lan, reason="Sai", block=99)
    actions.return_for_changes(version, by=world.lan, reason="Ghi tên trạm.", block=second_block(version))
    other = content.version_of(content.edition(world, checked=False, approved=False, texts=TEXTS))
    actions.check(other, content.verdicts(other, "Sai đối tượng."), by=world.hung)

    assert codes(strange) == ["no_such_block"]
    by_leader, by_checker = returns_of([version]), returns_of([other])
    assert [(b, one.reason) for b, some in by_leader.items() for one in some] == [
        (second_block(version), "Ghi tên trạm.")
    ]
    assert [one.reason for one in by_checker[other.blocks[0]["id"]]] == ["Sai đối tượng."]
    version.edition.refresh_from_db()
    assert version.edition.state == EditionState.RETURNED
