"""Luật đổi: trang của một thay đổi nêu đúng những gì còn dựa vào lời cũ."""

from datetime import timedelta

import pytest

from lantoa.common import dates
from lantoa.content import actions
from tests.factories import content
from tests.factories import library as make
from tests.factories.people import World
from tests.office.library.test_document_screens import as_, body, url

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.mark.parametrize("ahead", [0, 30])
def test_it_names_what_rests_on_the_changed_words_alone(world: World, ahead: int) -> None:
    law = make.document()
    changed, kept = make.provision(law, "Điều 1"), make.provision(law, "Điều 2")
    make.policy(bases=[changed], title="Vay vốn thử")
    edition = content.edition(world, provisions=[changed])
    other = content.edition(
        world, provisions=[kept], of=content.article(world, title="Bài dựa vào chỗ không đổi")
    )
    made = make.effect(changed, dates.today() + timedelta(days=ahead))

    page = body(as_(world.hung).get(url("effect", made.pk)))

    assert "Vay vốn thử" in page and str(edition) in page
    assert str(other) not in page


def test_what_was_cleared_leaves_the_page(world: World) -> None:
    law = make.provision(make.document())
    edition = content.edition(world, provisions=[law])
    made = make.effect(law, dates.today())
    citation = content.version_of(edition).citations.get()
    assert str(edition) in body(as_(world.hung).get(url("effect", made.pk)))

    actions.clear_citation(citation, made, by=world.hung, why="Chỉ đổi tên mẫu đơn")

    assert str(edition) not in body(as_(world.hung).get(url("effect", made.pk)))


def test_a_change_that_was_withdrawn_has_no_page(world: World) -> None:
    made = make.effect(make.provision(make.document()), dates.today(), withdrawn_at=dates.now())

    assert as_(world.hung).get(url("effect", made.pk)).status_code == 404
