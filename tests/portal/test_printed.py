"""The page behind the QR code: whoever holds a printed sheet learns whether it still holds."""

import pytest
from django.test import Client
from django.urls import reverse

from lantoa.common import dates
from lantoa.content import actions
from lantoa.content.models import EditionKind
from tests.factories import content, library
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def page(pk: int) -> tuple[int, str]:
    answer = Client().get(reverse("portal:printed", args=[pk]))
    return answer.status_code, answer.content.decode()


def test_a_sheet_whose_words_hold_shows_them_with_the_law(world: World) -> None:
    version = content.version_of(content.edition(world, kind=EditionKind.POSTER))

    status, said = page(version.pk)

    assert status == 200
    assert "Còn đúng" in said and version.blocks[0]["text"] in said
    assert str(version.citations.get().provision.document.number) in said


def test_a_sheet_whose_law_changed_warns_and_repeats_nothing(world: World) -> None:
    version = content.version_of(content.edition(world, kind=EditionKind.POSTER))
    library.effect(version.citations.get().provision, dates.today())

    status, said = page(version.pk)

    assert status == 200
    assert "Bà con đừng làm theo tấm này" in said
    assert version.blocks[0]["text"] not in said


def test_a_withdrawn_sheet_warns_too(world: World) -> None:
    edition = content.edition(world, kind=EditionKind.BANNER)
    version = content.version_of(edition)
    actions.withdraw(edition, by=world.lan, why="Sai số tiền")

    assert "Bà con đừng làm theo tấm này" in page(version.pk)[1]


@pytest.mark.parametrize("kind", [EditionKind.POSTER, EditionKind.ANSWER])
def test_what_was_never_approved_or_is_no_print_does_not_exist(world: World, kind: str) -> None:
    draft = content.version_of(content.draft(world, kind=EditionKind.POSTER))
    answer = content.version_of(content.edition(world, kind=EditionKind.ANSWER))

    assert page(draft.pk if kind == EditionKind.POSTER else answer.pk)[0] == 404


def test_citizens_see_headings_lists_and_calls_as_what_they_are(world: World) -> None:
    """Trang tin của bà con có tiêu đề, danh sách thật, không phải chữ dồn một đoạn."""
    edition = actions.add_edition(content.article(world), "web", by=world.binh)
    blocks = [
        actions.Block("Ai được cấp thẻ?", "tiêu đề bài", kind="heading"),
        actions.Block("Hộ nghèo\nHộ cận nghèo", "chờ dẫn luật", kind="list"),
        actions.Block("Đến phường.", "nơi hỏi thêm", kind="call"),
    ]
    actions.save_draft(edition, blocks, by=world.binh)
    version = content.carry(world, edition)

    said = Client().get(reverse("portal:article", args=[version.pk])).content.decode()

    assert '<h2 class="p-head">Ai được cấp thẻ?</h2>' in said
    assert "<ul><li>Hộ nghèo</li><li>Hộ cận nghèo</li></ul>" in said
    assert '<div class="p-call"><p>Đến phường.</p></div>' in said
