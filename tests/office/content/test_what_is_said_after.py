"""Mỗi câu báo sau khi làm nói đúng việc vừa xảy ra, theo kênh và theo tình trạng thật của bản."""

import pytest

from lantoa.common import dates
from lantoa.content import actions
from lantoa.content.models import EditionKind
from tests.factories import content, library
from tests.factories.people import World
from tests.office.content.signed_in import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def said_after_approval(world: World, **more: object) -> str:
    version = content.version_of(content.edition(world, approved=False, **more))
    data = {"seen": version.sha256, "reason": ""}
    return as_(world.lan).post(f"/phien-ban/{version.pk}/duyet/", data, follow=True).content.decode()


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (EditionKind.RADIO, "Bài phát được từ hôm nay"),
        (EditionKind.POSTER, "In và treo được"),
        (EditionKind.TALK, "Dùng để nói chuyện"),
        (EditionKind.ANSWER, "Người được giao câu hỏi trả lời được bằng bản này"),
    ],
)
def test_an_approval_tells_what_it_opens_on_that_channel(world: World, kind: str, told: str) -> None:
    page = said_after_approval(world, kind=kind)

    assert f"Đã duyệt. {told}" in page
    assert ("phát được" in page.split("Đã duyệt. ")[1][:60]) is (kind == EditionKind.RADIO)


def test_a_version_after_a_return_does_not_speak_of_one_that_was_approved(world: World) -> None:
    edition = content.edition(world, checked=False, approved=False)
    actions.check(
        content.version_of(edition), content.verdicts(content.version_of(edition), "Sai mức."), by=world.hung,
        seen_sha256=content.version_of(edition).sha256,
    )  # fmt: skip

    page = as_(world.binh).post(f"/ban-the-hien/{edition.pk}/soan-lai/", follow=True).content.decode()

    assert "Đã mở bản mới. Chưa có bản nào được duyệt" in page
    assert "vẫn dùng được" not in page


def test_a_new_version_of_what_may_go_out_says_that_the_old_one_still_may(world: World) -> None:
    edition = content.edition(world)
    address = f"/ban-the-hien/{edition.pk}/soan-lai/"

    assert "Bản đã duyệt vẫn dùng được như trước" in as_(world.binh).get(address).content.decode()


def test_a_new_version_of_what_the_law_stopped_says_that_the_old_one_is_stopped(world: World) -> None:
    """Luật vừa đổi mới phải viết lại: bản cũ không còn được phát."""
    law = library.provision(library.document())
    edition = content.edition(world, provisions=[law])
    library.effect(law, dates.today())
    address, binh = f"/ban-the-hien/{edition.pk}/soan-lai/", as_(world.binh)

    before = binh.get(address).content.decode()
    after = binh.post(address, {"why": "Luật đổi."}, follow=True).content.decode()

    assert "Bản đã duyệt đang dừng: " in before and "Đã mở bản mới. Bản đã duyệt đang dừng: " in after
    assert "vẫn dùng được" not in before + after
