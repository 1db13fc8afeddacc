"""From draft to approval: what each step asks, and what it leaves behind."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction

from lantoa.common import dates
from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.content import actions
from lantoa.content.models import Approval, Citation, EditionKind
from lantoa.content.queries import leaders_over, returned_to, to_approve, to_check, to_sign_for_ward
from lantoa.content.rules.canonical_form import hash_now
from lantoa.content.states import EditionState
from tests.factories import content, library
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = date(2025, 6, 10)


@pytest.fixture(autouse=True)
def a_day() -> None:
    dates.move_today(TODAY)


def says(broken: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return [p.says for p in broken.value.problems]


def codes(broken: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return [p.code for p in broken.value.problems]


def test_the_path_of_an_edition_through_one_return(world: World) -> None:
    """Bài bị trả lại một lần, bản thứ hai qua kiểm tra rồi được duyệt."""
    edition = content.edition(world, checked=False, approved=False)
    first = content.version_of(edition)

    actions.check(first, content.verdicts(first, "Mức hỗ trợ ghi sai"), by=world.hung)
    edition.refresh_from_db()
    assert edition.state == EditionState.RETURNED
    assert first.approvals.get().reason == "Mức hỗ trợ ghi sai"
    assert list(returned_to(world.binh)) == [edition]

    second = actions.revise(edition, by=world.binh)
    assert (second.number, second.blocks) == (2, first.blocks)
    content.carry(world, edition)
    edition.refresh_from_db()
    assert edition.state == EditionState.APPROVED


def test_what_is_submitted_is_signed_by_its_hash_all_along(world: World) -> None:
    version = content.version_of(content.edition(world, ward_approved=[world.ward]))

    signed = set(version.approvals.values_list("sha256", flat=True))

    assert signed == {version.sha256}
    assert len(version.sha256) == 64


def test_a_block_without_a_source_is_not_sent(world: World) -> None:
    """Không gửi được đoạn không dẫn căn cứ, trừ khi ghi lý do."""
    edition = content.draft(world)
    version = content.version_of(edition)
    blocks = [
        actions.Block(content.TEXT, id=version.blocks[0]["id"]),
        actions.Block("Mời bà con đến phường."),
    ]
    actions.save_draft(edition, blocks, by=world.binh)

    with pytest.raises(RuleBroken) as broken:
        actions.submit(edition, by=world.binh)
    assert codes(broken) == ["claim_without_source"]

    with_reason = [blocks[0], actions.Block("Mời bà con đến phường.", "Lời mời, không nêu chính sách")]
    actions.save_draft(edition, with_reason, by=world.binh)
    actions.submit(edition, by=world.binh)


def test_a_text_that_names_a_household_is_not_sent(world: World) -> None:
    edition = content.draft(world, texts=["Hộ bà Trần Thị Sậy được cấp thẻ."])

    with pytest.raises(RuleBroken) as broken:
        actions.submit(edition, by=world.binh)

    assert codes(broken) == ["household_named"]


def test_a_banner_that_is_too_long_is_not_sent(world: World) -> None:
    edition = content.draft(world, kind=EditionKind.BANNER, texts=["Giảm nghèo bền vững. " * 7])

    with pytest.raises(RuleBroken) as broken:
        actions.submit(edition, by=world.binh)

    assert codes(broken) == ["too_long_for_channel"]


def test_words_that_no_longer_hold_are_not_sent(world: World) -> None:
    law = library.provision(library.document())
    edition = content.draft(world, provisions=[law])
    library.effect(law, TODAY)

    with pytest.raises(RuleBroken) as broken:
        actions.submit(edition, by=world.binh)

    assert codes(broken) == ["cited_words_changed"]


def test_a_law_that_changes_between_check_and_approval_stops_the_approval(world: World) -> None:
    law = library.provision(library.document())
    version = content.version_of(content.edition(world, provisions=[law], approved=False))
    library.effect(law, TODAY)

    with pytest.raises(RuleBroken) as broken:
        actions.approve(version, by=world.lan)

    assert codes(broken) == ["cited_words_changed"]


def test_every_citation_needs_a_verdict(world: World) -> None:
    """Thiếu một kết luận là chưa kiểm tra xong."""
    edition = content.edition(world, texts=["Đoạn một.", "Đoạn hai."], checked=False, approved=False)
    version = content.version_of(edition)

    with pytest.raises(RuleBroken) as broken:
        actions.check(version, content.verdicts(version)[:1], by=world.hung)

    assert codes(broken) == ["verdict_missing"]


def test_a_return_without_words_is_refused(world: World) -> None:
    version = content.version_of(content.edition(world, checked=False, approved=False))

    with pytest.raises(RuleBroken) as broken:
        actions.check(
            version,
            [actions.Verdict(False, " ", v.citation) for v in content.verdicts(version)],
            by=world.hung,
        )

    assert codes(broken) == ["reason_missing"]


def test_an_unchecked_version_is_not_approved(world: World) -> None:
    version = content.version_of(content.edition(world, checked=False, approved=False))

    with pytest.raises(RuleBroken) as broken:
        actions.approve(version, by=world.lan)

    assert says(broken) == ["Không duyệt được vì bản này đang là “chờ kiểm tra”. Mở lại trang để xem."]


def test_a_leader_signs_only_what_she_saw(world: World) -> None:
    """Mã trên trang đang xem phải là mã được ký."""
    version = content.version_of(content.edition(world, approved=False))

    with pytest.raises(RuleBroken) as broken:
        actions.approve(version, by=world.lan, seen_sha256="0" * 64)

    assert codes(broken) == ["hash_differs"]


def test_a_step_is_taken_once(world: World) -> None:
    version = content.version_of(content.edition(world))

    with pytest.raises(RuleBroken):
        actions.approve(version, by=world.lan)
    with pytest.raises(DatabaseError), transaction.atomic():
        Approval.objects.create(
            version=version, step="leader", decision="passed", unit=world.city, by=world.kha,
            at=dates.now(), sha256=version.sha256,
        )  # fmt: skip


def test_a_leader_returns_what_was_checked(world: World) -> None:
    edition = content.edition(world, approved=False)
    version = content.version_of(edition)

    actions.return_for_changes(version, by=world.lan, reason="Viết ngắn lại cho dễ nghe")

    edition.refresh_from_db()
    assert (edition.state, version.approvals.last().step) == (EditionState.RETURNED, "leader")


def test_a_ward_signs_after_the_leader_and_only_once(world: World) -> None:
    """Phường duyệt phát sau khi lãnh đạo cơ quan duyệt."""
    edition = content.edition(world, approved=False)
    version = content.version_of(edition)
    with pytest.raises(PermissionDenied):  # what is not approved is not yet the ward's to see
        actions.approve_for_ward(version, world.ward, by=world.yen)
    actions.approve(version, by=world.lan)

    actions.approve_for_ward(version, world.ward, by=world.yen)
    with pytest.raises(RuleBroken) as again:
        actions.approve_for_ward(version, world.ward, by=world.yen)

    assert codes(again) == ["ward_signed"]
    assert version not in to_sign_for_ward(world.ward.pk)
    assert version in to_sign_for_ward(world.other_ward.pk)


def test_nobody_signs_for_another_ward(world: World) -> None:
    version = content.version_of(content.edition(world))

    for person in (world.oanh, world.lan, world.tam):
        with pytest.raises(PermissionDenied):
            actions.approve_for_ward(version, world.ward, by=person)


def test_what_waits_is_shown_to_those_who_may_do_it(world: World) -> None:
    first = content.edition(world, checked=False, approved=False)
    second = content.edition(world, approved=False)

    assert [v.edition for v in to_check(world.hung)] == [first]
    assert [v.edition for v in to_approve(world.lan)] == [second]
    for other in (world.yen, world.van, world.oanh, world.binh, world.thu):
        assert (list(to_check(other)), list(to_approve(other))) == ([], [])


def test_a_withdrawal_names_why_and_what_replaces_it(world: World) -> None:
    old, new = content.edition(world), content.edition(world)
    unapproved = content.edition(world, approved=False)
    with pytest.raises(RuleBroken) as silent:
        actions.withdraw(old, by=world.lan, why=" ")
    with pytest.raises(RuleBroken) as wrong:
        actions.withdraw(old, by=world.lan, why="Đã cũ", replaced_by=unapproved)

    gone = actions.withdraw(old, by=world.lan, why="Đã cũ", replaced_by=new)

    assert (codes(silent), codes(wrong)) == (["reason_missing"], ["replacement_not_approved"])
    assert (gone.state, gone.replaced_by) == (EditionState.WITHDRAWN, new)


def test_a_writer_takes_back_a_draft_but_not_what_was_approved(world: World) -> None:
    with pytest.raises(PermissionDenied):
        actions.withdraw(content.edition(world), by=world.binh, why="Viết nhầm")

    drafted = actions.withdraw(content.draft(world), by=world.binh, why="Viết nhầm")

    assert drafted.state == EditionState.WITHDRAWN


def test_an_author_does_not_clear_his_own_citation(world: World) -> None:
    law = library.provision(library.document())
    edition = content.edition(
        world, provisions=[law], by=world.minh, of=content.article(world, by=world.minh, unit=world.office)
    )
    cause = library.effect(law, TODAY)
    citation = content.version_of(edition).citations.get()

    with pytest.raises(PermissionDenied):
        actions.clear_citation(citation, cause, by=world.minh, why="Không đổi gì")
    with pytest.raises(RuleBroken) as unrelated:
        actions.clear_citation(citation, library.effect(library.document(), TODAY), by=world.hung, why="Nhầm")

    assert codes(unrelated) == ["not_a_cause"]


def test_two_people_do_not_overwrite_each_other(world: World) -> None:
    """Bản nháp đã có người khác lưu thì không ghi đè."""
    edition = content.draft(world)
    began_from = hash_now(content.version_of(edition))
    actions.save_draft(edition, [actions.Block("Minh sửa trước", "Lời chào mở đầu")], by=world.minh)

    with pytest.raises(RuleBroken) as broken:
        actions.save_draft(edition, [actions.Block("Bình lưu sau")], by=world.binh, seen=began_from)

    assert codes(broken) == ["draft_moved"]


def test_a_block_that_is_taken_out_takes_its_citations_along(world: World) -> None:
    edition = content.draft(world, texts=["Đoạn một.", "Đoạn hai."])
    version = content.version_of(edition)
    second = version.blocks[1]["id"]

    actions.save_draft(edition, [actions.Block("Đoạn hai.", id=second)], by=world.binh)

    assert [c.block for c in version.citations.all()] == [second]


def test_citing_again_pins_the_words_of_now(world: World) -> None:
    law = library.provision(library.document(), words="Mức vay tối đa 100 triệu đồng.")
    edition = content.draft(world, provisions=[law])
    version = content.version_of(edition)
    law.words = "Mức vay tối đa 200 triệu đồng."
    law.save()

    actions.cite(version, version.blocks[0]["id"], law, by=world.binh)

    assert [c.quoted for c in version.citations.all()] == ["Mức vay tối đa 200 triệu đồng."]


def test_sending_the_form_twice_makes_one_thing(world: World) -> None:
    policy = library.policy()

    first, second = (content.article(world, policies=[policy], key="k1") for _ in range(2))
    editions = {actions.add_edition(first, "radio", by=world.binh, key="k1") for _ in range(2)}

    assert first == second
    assert len(editions) == 1


def test_what_is_signed_about_the_article_stands_still(world: World) -> None:
    """Tên, đối tượng, chính sách không đổi được khi bản thể hiện đang chờ hoặc đã duyệt."""
    article = content.edition(world).article
    same = (list(article.audiences.all()), list(article.policies.all()))

    with pytest.raises(RuleBroken) as broken:
        actions.edit_article(article, "Tên khác", *same, by=world.binh)
    later = actions.edit_article(article, article.title, *same, by=world.binh, due_on=date(2025, 7, 1))

    assert codes(broken) == ["article_is_signed"]
    assert later.due_on == date(2025, 7, 1)


def test_an_unpublished_policy_carries_no_article(world: World) -> None:
    with pytest.raises(RuleBroken) as broken:
        content.article(world, policies=[library.policy(published=False)])

    assert codes(broken) == ["policy_not_published"]


@pytest.mark.parametrize("who", ["hung", "lan", "thu", "yen", "van", "quan"])
def test_only_writers_write(world: World, who: str) -> None:
    with pytest.raises(PermissionDenied):
        content.article(world, by=getattr(world, who))


def test_every_step_leaves_its_line(world: World) -> None:
    edition = content.edition(world, ward_approved=[world.ward])
    actions.withdraw(edition, by=world.lan, why="Đã cũ")

    done = list(AuditLine.objects.order_by("id").values_list("action", "by__username"))

    assert done == [
        ("write_article", "binh"),
        ("add_edition", "binh"),
        ("save_draft", "binh"),
        ("submit_edition", "binh"),
        ("check_edition", "hung"),
        ("approve_edition", "lan"),
        ("approve_for_ward", "yen"),
        ("withdraw_edition", "lan"),
    ]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE content_editionversion SET spoken = 'khác' WHERE id = {version}",
        "DELETE FROM content_editionversion WHERE id = {version}",
        "UPDATE content_citation SET fingerprint = 'khác' WHERE version_id = {version}",
        "DELETE FROM content_citation WHERE version_id = {version}",
        "UPDATE content_approval SET reason = 'khác' WHERE version_id = {version}",
        "DELETE FROM content_approval WHERE version_id = {version}",
        "DELETE FROM content_clearing",
        "UPDATE content_clearing SET why = 'khác'",
        "DELETE FROM content_versionwriter",
        "INSERT INTO content_citation "
        "(version_id, block, passage, provision_id, fingerprint, quoted, pinned_on) "
        "SELECT version_id, 99, '', provision_id, fingerprint, '', pinned_on FROM content_citation",
        "INSERT INTO content_editionversion_files (editionversion_id, storedfile_id) VALUES ({version}, 1)",
    ],
)
def test_the_database_itself_refuses_to_change_what_was_submitted(world: World, sql: str) -> None:
    """Bản đã gửi, ý kiến duyệt, xác nhận: sửa thẳng trong cơ sở dữ liệu cũng bị từ chối."""
    law = library.provision(library.document())
    version = content.version_of(content.edition(world, provisions=[law]))
    cause = library.effect(law, date(2025, 7, 1))
    actions.clear_citation(version.citations.get(), cause, by=world.hung, why="Không đổi mức")

    with (
        pytest.raises(DatabaseError, match="append-only|submitted"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql.format(version=version.pk))


def test_a_draft_may_still_change(world: World) -> None:
    edition = content.draft(world)
    citation = Citation.objects.get(version__edition=edition)

    actions.uncite(citation, by=world.binh)

    assert not Citation.objects.exists()


def test_the_leaders_over_a_unit_are_those_of_offices_above_it(world: World) -> None:
    assert list(leaders_over(world.ward.pk, TODAY)) == [world.lan]
    assert list(leaders_over(world.culture.pk, TODAY)) == [world.lan]
