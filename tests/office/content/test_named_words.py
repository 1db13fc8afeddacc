"""Who checks the reason sees the very words that it lets through."""

import pytest
from django.urls import reverse

from lantoa.content import actions
from lantoa.content.actions import Block
from lantoa.content.models import EditionKind
from tests.factories import library
from tests.factories.people import World
from tests.office.as_person import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.screen]


def test_the_checker_reads_the_words_beside_the_reason(world: World) -> None:
    policy = library.policy(audiences=[world.poor])
    article = actions.write_article("Nhà mới", world.culture, [world.poor], [policy], by=world.binh)
    edition = actions.add_edition(article, EditionKind.WEB, by=world.binh)
    block = Block("Hộ bà Lê Thị Út, số 0912 345 678.", provisions=[policy.bases.get().provision])
    actions.save_draft(edition, [block], by=world.binh, person_named_why="Phiếu đồng ý 02/06/2026")
    version = actions.submit(edition, by=world.binh)

    page = as_(world.hung).get(reverse("office:version_review", args=[version.pk])).content.decode()

    assert "“bà Lê Thị Út”, “0912 345 678”" in page
    assert "Phiếu đồng ý 02/06/2026" in page
