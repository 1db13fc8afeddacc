"""One press on the page of an article begins another edition with the words that are there."""

import pytest

from lantoa.content.models import Edition
from tests.factories import content
from tests.factories.people import World
from tests.office.content.signed_in import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_one_press_makes_a_first_draft_that_says_what_it_is(world: World) -> None:
    source = content.version_of(content.edition(world))
    article = source.edition.article
    binh = as_(world.binh)
    assert "Gợi ý bản đầu cho kênh khác" in binh.get(f"/bai-viet/{article.pk}/").content.decode()

    answer = binh.post(f"/bai-viet/{article.pk}/goi-y/", {"kind": "banner", "source": source.pk, "key": "k"})

    banner = Edition.objects.get(kind="banner")
    assert answer.headers["Location"] == f"/ban-the-hien/{banner.pk}/soan/"
    page = binh.get(f"/ban-the-hien/{banner.pk}/soan/").content.decode()
    assert "Bản gợi ý, cần người viết hoàn thiện" in page
    assert content.TEXT in page


def test_an_article_without_words_offers_nothing_to_take(world: World) -> None:
    article = content.article(world)

    assert "Gợi ý bản đầu" not in as_(world.binh).get(f"/bai-viet/{article.pk}/").content.decode()


def test_an_outsider_finds_no_article_to_take_words_from(world: World) -> None:
    source = content.version_of(content.draft(world))
    address = f"/bai-viet/{source.edition.article_id}/goi-y/"

    assert as_(world.van).post(address, {"kind": "banner", "source": source.pk}).status_code == 404
