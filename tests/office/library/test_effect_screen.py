"""Luật đổi: trang của một thay đổi nêu đúng những gì còn dựa vào lời cũ."""

from datetime import timedelta

import pytest

from lantoa.common import dates
from lantoa.content import actions
from lantoa.library.models import Effect
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


def test_a_new_clause_is_written_by_hand_with_its_number_and_stands_from_its_day(world: World) -> None:
    article = make.provision(make.document(), "khoản 2 Điều 3", "Hộ cận nghèo.").parent
    page, client = url("effect_new", article.document_id), as_(world.minh)
    typed = {"kind": "supplement", "on": "01/01/2026", "provisions": [article.pk]}

    refused = body(client.post(page, {**typed, "new_words": "Hộ mới thoát nghèo."}))
    assert "Chưa rõ bổ sung chỗ nào" in refused and not Effect.objects.exists()

    client.post(page, {**typed, "new_words": "2a. Hộ mới thoát nghèo."})
    shown = body(client.get(url("document", article.document_id), {"ngay": "01/01/2026"}))
    before = body(client.get(url("document", article.document_id), {"ngay": "31/12/2025"}))
    assert 'id="art_3__para_2a"' in shown and "<ins>Hộ mới thoát nghèo.</ins>" in shown
    assert 'id="art_3__para_2a"' not in before and "Lời từ 01/01/2026" in before
