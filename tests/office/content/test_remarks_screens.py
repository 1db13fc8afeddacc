"""Comments, returns at a passage, two versions side by side: by the pages."""

from datetime import date

import pytest

from lantoa.common import dates
from lantoa.content import actions
from lantoa.content.models import Comment, EditionVersion
from tests.factories import content
from tests.factories.people import World
from tests.office.content.signed_in import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture(autouse=True)
def a_day() -> None:
    dates.move_today(date(2025, 6, 10))


def checked(world: World) -> EditionVersion:
    return content.version_of(content.edition(world, approved=False))


def test_a_comment_is_given_beside_the_passage_and_holds_the_leader(world: World) -> None:
    version, hung, lan = checked(world), as_(world.hung), as_(world.lan)
    block = version.blocks[0]["id"]

    offered = hung.get(f"/phien-ban/{version.pk}/").content.decode()
    silent = hung.post(f"/phien-ban/{version.pk}/gop-y/", {"block": block, "text": ""}, follow=True)
    hung.post(f"/phien-ban/{version.pk}/gop-y/", {"block": block, "text": "Ghi rõ mức đóng."})
    said = Comment.objects.get()
    held = lan.get(f"/phien-ban/{version.pk}/duyet/").content.decode()
    hung.post(f"/gop-y/{said.pk}/xong/", {"how": "Đã hỏi lại"})
    free = lan.get(f"/phien-ban/{version.pk}/duyet/").content.decode()

    assert "Gửi góp ý" in offered
    assert "Góp ý cho đoạn này" in silent.content.decode()
    assert "Còn 1 góp ý chưa xử lý (đoạn 1)" in held
    assert 'form="f"' not in held
    assert 'form="f"' in free
    assert "Đã hỏi lại" in free


def test_the_writer_sees_reason_and_comment_beside_the_passage(world: World) -> None:
    version = checked(world)
    block = str(version.blocks[0]["id"])
    actions.comment(version, int(block), "Ghi rõ mức đóng.", by=world.hung)
    data = {"reason": "Viết ngắn lại", "seen": version.sha256, "block": block}

    as_(world.lan).post(f"/phien-ban/{version.pk}/tra-lai/", data)
    actions.revise(version.edition, by=world.binh)
    page = as_(world.binh).get(f"/ban-the-hien/{version.edition_id}/soan/").content.decode()

    passage = page[page.index('aria-labelledby="h1"') :]
    assert "Viết ngắn lại" in passage
    assert "Ghi rõ mức đóng." in passage


def test_who_reads_from_below_sees_no_comment_and_gives_none(world: World) -> None:
    version = checked(world)
    said = actions.comment(version, version.blocks[0]["id"], "Lời nội bộ.", by=world.hung)
    actions.resolve_comment(said, by=world.hung)
    actions.approve(version, by=world.lan)
    yen = as_(world.yen)

    assert "Lời nội bộ." not in yen.get(f"/phien-ban/{version.pk}/").content.decode()
    assert yen.post(f"/phien-ban/{version.pk}/gop-y/", {"block": 1, "text": "Sửa"}).status_code == 403
    assert as_(world.van).post(f"/gop-y/{said.pk}/xong/").status_code == 403


def test_any_two_versions_stand_side_by_side_with_words_for_a_reader(world: World) -> None:
    version = checked(world)
    edition = version.edition
    for words in ("khỏi đóng tiền", "được miễn đóng"):
        newest = content.version_of(edition)
        actions.return_for_changes(newest, by=world.lan if newest.number == 1 else world.hung, reason="Sửa")
        second = actions.revise(edition, by=world.binh)
        changed = content.TEXT.replace("không phải đóng tiền", words)
        actions.save_draft(edition, [actions.Block(changed, id=second.blocks[0]["id"])], by=world.binh)
        actions.submit(edition, by=world.binh)
        edition.refresh_from_db()
    third = content.version_of(edition)

    page = as_(world.hung).get(f"/phien-ban/{third.pk}/so-sanh/", {"voi": "1"}).content.decode()

    assert '<span class="vh">[bỏ: </span><del>' in page
    assert '<span class="vh">[thêm: </span><ins>' in page
    assert "<h4>Bản 1</h4>" in page and "<h4>Bản 3</h4>" in page
    assert '<option value="2"' in page
