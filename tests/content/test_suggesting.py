"""Gợi ý bản đầu: it carries its citations, keeps its writers, and is never sent by itself."""

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common.problems import RuleBroken
from lantoa.content import actions
from lantoa.content.models import Edition
from lantoa.content.states import EditionState
from lantoa.library.models import Provision
from tests.factories import content
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_a_first_draft_carries_the_citations_as_they_are_pinned(world: World) -> None:
    """Căn cứ đi theo câu, đúng lời đã ghim: điều khoản đã đổi thì bản gợi ý cũng phải kiểm lại."""
    source = content.version_of(content.edition(world))
    pinned = source.citations.get()
    Provision.objects.filter(pk=pinned.provision_id).update(fingerprint="f" * 64)

    made = actions.suggest_edition(source.edition.article, "leaflet", source, by=world.binh)

    version = content.version_of(made)
    carried = version.citations.get()
    assert (carried.provision_id, carried.fingerprint) == (pinned.provision_id, pinned.fingerprint)
    assert version.blocks == [{"id": carried.block, "text": content.TEXT, "no_source_why": ""}]
    assert version.suggestion.source == source


def test_a_first_draft_is_a_draft_and_nothing_more(world: World) -> None:
    source = content.version_of(content.edition(world))

    made = actions.suggest_edition(source.edition.article, "banner", source, by=world.binh)

    assert made.state == EditionState.DRAFT
    assert not content.version_of(made).sha256


def test_who_wrote_the_sentences_does_not_check_them_elsewhere(world: World) -> None:
    """Người viết bài gốc cũng là người viết bản lấy câu từ bài đó."""
    source = content.version_of(content.edition(world))
    made = actions.suggest_edition(source.edition.article, "leaflet", source, by=world.minh)
    writers = {row.user_id for row in made.writers.all()}

    assert writers == {world.binh.pk, world.minh.pk}


def test_pressing_twice_makes_one_edition(world: World) -> None:
    source = content.version_of(content.draft(world))

    for _ in range(2):
        actions.suggest_edition(source.edition.article, "banner", source, by=world.binh, key="k")

    assert Edition.objects.filter(kind="banner").count() == 1


def test_words_of_another_article_are_not_taken(world: World) -> None:
    source = content.version_of(content.draft(world))
    other = content.article(world, title="Vay vốn cho hộ cận nghèo")

    with pytest.raises(RuleBroken, match="chính bài này"):
        actions.suggest_edition(other, "banner", source, by=world.binh)


def test_an_empty_edition_lends_nothing(world: World) -> None:
    empty = content.version_of(actions.add_edition(content.article(world), "radio", by=world.binh))

    with pytest.raises(RuleBroken, match="chưa có chữ nào"):
        actions.suggest_edition(empty.edition.article, "banner", empty, by=world.binh)


def test_another_ward_suggests_nothing_here(world: World) -> None:
    source = content.version_of(content.draft(world))

    with pytest.raises(PermissionDenied):
        actions.suggest_edition(source.edition.article, "banner", source, by=world.van)
