"""Kết luận cũ còn giá trị đúng cho những gì không đổi một byte, và chỉ cho những gì ấy."""

from collections.abc import Sequence
from datetime import date

import pytest

from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.content import actions
from lantoa.content.models import Approval, Edition, EditionVersion
from lantoa.content.queries import ticks_carried_to
from lantoa.content.verification import verify
from lantoa.library.models import Provision
from lantoa.people.models import User
from tests.factories import content, library
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = date(2025, 6, 10)
CARD, LOAN, ASK = "Hộ nghèo được cấp thẻ.", "Hộ cận nghèo được vay vốn.", "Bà con hỏi tại phường."


@pytest.fixture(autouse=True)
def a_day() -> None:
    dates.move_today(TODAY)


@pytest.fixture
def laws() -> list[Provision]:
    document = library.document()
    words = ["Cấp thẻ bảo hiểm y tế.", "Vay tối đa 100 triệu đồng."]
    return [library.provision(document, f"khoản {n} Điều 9", words=one) for n, one in enumerate(words, 1)]


def returned(world: World, laws: list[Provision], *, wrong: int = 1) -> Edition:
    """Two cited passages and one that cites nothing; Hùng sent it back for the one at `wrong`."""
    edition = content.draft(world, provisions=laws, texts=[CARD, LOAN])
    version = content.version_of(edition)
    blocks = [actions.Block(b["text"], id=b["id"]) for b in version.blocks]
    actions.save_draft(edition, [*blocks, actions.Block(ASK, "chỗ hỏi thêm")], by=world.binh)
    version = actions.submit(edition, by=world.binh)
    given = content.verdicts(version)
    given[wrong] = actions.Verdict(False, "Nói rõ mức vay.", given[wrong].citation, given[wrong].block)
    actions.check(version, given, by=world.hung)
    actions.revise(edition, by=world.binh)
    return edition


def rewrite(edition: Edition, texts: Sequence[str], by: User) -> EditionVersion:
    """The open draft with these words in its passages, sent."""
    draft = content.version_of(edition)
    blocks = [
        actions.Block(text, block["no_source_why"], block["id"])
        for text, block in zip(texts, draft.blocks, strict=True)
    ]
    actions.save_draft(edition, blocks, by=by)
    return actions.submit(edition, by=by)


def judged(version: EditionVersion, about: str) -> str:
    """The words of the passage that a verdict is about."""
    block = int(about[1:]) if about[0] == "b" else version.citations.get(pk=int(about[1:])).block
    return next(b["text"] for b in version.blocks if b["id"] == block)


def carried(version: EditionVersion) -> set[str]:
    return {judged(version, about) for about in ticks_carried_to(version, TODAY)}


def test_only_the_passage_that_changed_needs_a_new_tick(world: World, laws: list[Provision]) -> None:
    """Sửa một đoạn: hai đoạn kia giữ kết luận, ghi rõ ai kết luận, ở bản nào; duyệt vẫn ký toàn bản mới."""
    edition = returned(world, laws)
    version = rewrite(edition, [CARD, "Hộ cận nghèo được vay tối đa 100 triệu đồng.", ASK], world.binh)
    assert carried(version) == {CARD, ASK}
    reworded = version.citations.get(block=2)

    approval = actions.check(version, [actions.Verdict(True, citation=reworded.pk)], by=world.hung)

    assert approval.decision == Approval.Decision.PASSED
    assert approval.carried == 2
    kept = [verdict["carried"] for verdict in approval.verdicts if "carried" in verdict]
    assert {(one["by"], one["version"]) for one in kept} == {(world.hung.pk, 1)}
    assert approval.sha256 == version.sha256
    actions.approve(version, by=world.lan)
    assert any("giữ 2 kết luận của bản trước" in one.says for one in verify(version))


def test_the_claim_that_was_sent_back_is_never_carried(world: World, laws: list[Provision]) -> None:
    """Đoạn bị trả lại mà gửi y nguyên thì phải kết luận lại."""
    version = rewrite(returned(world, laws), [CARD, LOAN, ASK], world.binh)

    assert carried(version) == {CARD, ASK}
    with pytest.raises(RuleBroken, match="chưa có kết luận"):
        actions.check(version, [], by=world.hung)


def test_a_clause_cited_anew_needs_a_new_tick(world: World, laws: list[Provision]) -> None:
    """Điều khoản đổi lời, người viết dẫn lại: chỉ trích dẫn ấy phải kiểm tra lại."""
    edition = returned(world, laws)
    Provision.objects.filter(pk=laws[0].pk).update(words="Cấp thẻ trong 7 ngày.", fingerprint="f" * 64)
    draft = content.version_of(edition)
    actions.cite(draft, 1, laws[0], by=world.binh)

    assert carried(rewrite(edition, [CARD, LOAN + " Nay rõ.", ASK], world.binh)) == {ASK}


def test_what_will_end_needs_a_new_look(world: World, laws: list[Provision]) -> None:
    """Kết luận cũ không biết điều khoản sắp hết hiệu lực."""
    edition = returned(world, laws)
    library.effect(laws[0], date(2026, 1, 1))

    assert carried(rewrite(edition, [CARD, LOAN + " Nay rõ.", ASK], world.binh)) == {ASK}


def test_another_audience_makes_every_claim_new(world: World, laws: list[Provision]) -> None:
    """Cùng một câu nhưng nói với nhóm khác thì phải kiểm tra lại hết."""
    edition = returned(world, laws)
    article = edition.article
    actions.edit_article(article, article.title, [world.poor], article.policies.all(), by=world.binh)

    assert carried(rewrite(edition, [CARD, LOAN, ASK], world.binh)) == set()


def test_the_first_person_who_found_it_right_is_named_however_often_it_is_carried(
    world: World, laws: list[Provision]
) -> None:
    edition = returned(world, laws)
    second = rewrite(edition, [CARD, LOAN + " Nay rõ.", ASK], world.binh)
    about = [a for a in (f"c{c.pk}" for c in second.citations.all()) if judged(second, a).endswith("rõ.")]
    actions.check(second, [actions.Verdict(True, citation=int(about[0][1:]))], by=world.hung)
    actions.return_for_changes(second, by=world.lan, reason="Thêm nơi hỏi.")
    actions.revise(edition, by=world.binh)

    third = rewrite(edition, [CARD, LOAN + " Nay rõ.", ASK + " Mang theo căn cước."], world.binh)

    ticks = ticks_carried_to(third, TODAY)
    assert {judged(third, about): tick.version for about, tick in ticks.items()} == {
        CARD: 1,
        LOAN + " Nay rõ.": 2,
    }


def test_a_checker_may_send_back_what_was_carried(world: World, laws: list[Provision]) -> None:
    version = rewrite(returned(world, laws), [CARD, LOAN + " Nay rõ.", ASK], world.binh)
    card, loan = (version.citations.get(block=n).pk for n in (1, 2))

    approval = actions.check(
        version,
        [actions.Verdict(True, citation=loan), actions.Verdict(False, "Sai nhóm.", citation=card)],
        by=world.hung,
    )

    assert approval.decision == Approval.Decision.RETURNED
    assert approval.carried == 1


def test_an_end_that_was_known_when_it_was_ticked_asks_for_no_new_look(
    world: World, laws: list[Provision]
) -> None:
    """Điều khoản sẽ hết đúng: người kiểm tra đã biết ngày ấy thì kết luận giữ; biết sau thì kiểm tra lại."""
    library.effect(laws[0], date(2025, 9, 1))
    edition = returned(world, laws)
    version = rewrite(edition, [CARD, "Hộ cận nghèo được vay tối đa 100 triệu đồng.", ASK], world.binh)
    known = carried(version)
    library.effect(laws[0], date(2025, 10, 1))

    assert known == {CARD, ASK}
    assert carried(version) == {ASK}
