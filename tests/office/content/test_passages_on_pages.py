"""A passage looks like what it is, in the editor, beside the law, and on the portal."""

import pytest

from lantoa.content import actions
from tests.factories import content
from tests.factories.people import World
from tests.office.content.signed_in import as_

pytestmark = [pytest.mark.django_db]


def test_the_editor_keeps_the_form_of_each_passage(world: World) -> None:
    edition = actions.add_edition(content.article(world), "web", by=world.binh)
    binh, address = as_(world.binh), f"/ban-the-hien/{edition.pk}/soan/"
    sent = {"count": "2", "kind_1": "heading", "text_1": "Ai được cấp thẻ?", "no_source_why_1": "tiêu đề"}
    sent |= {
        "kind_2": "list",
        "text_2": "- Hộ nghèo\n- Hộ <b>cận</b> nghèo",
        "no_source_why_2": "chờ dẫn luật",
    }

    kept = binh.post(address, sent | {"autosave": "1"}).json()
    again = binh.post(address, sent | {"autosave": "1", "seen": "cũ"}).json()

    version = content.version_of(edition)
    assert [block.get("kind") for block in version.blocks] == ["heading", "list"]
    assert kept["saved"]
    assert again["saved"], "the same words sent twice are no conflict"
    page = binh.get(f"/phien-ban/{version.pk}/").content.decode()
    assert '<p class="p-head">Ai được cấp thẻ?</p>' in page
    assert "<ul><li>Hộ nghèo</li><li>Hộ &lt;b&gt;cận&lt;/b&gt; nghèo</li></ul>" in page


def test_a_point_without_minutes_is_told_at_its_box(world: World) -> None:
    edition = actions.add_edition(content.article(world), "talk", by=world.binh)
    binh, address = as_(world.binh), f"/ban-the-hien/{edition.pk}/soan/"
    sent = {"count": "1", "kind_1": "point", "text_1": "Ai được cấp thẻ?", "no_source_why_1": "chờ dẫn luật"}

    page = binh.post(address, sent | {"submit": "1"}).content.decode()

    assert 'href="#id_minutes_1"' in page
    binh.post(address, {**sent, "minutes_1": "10", "block_1": "1", "submit": "1"})
    edition.refresh_from_db()
    assert edition.state == "submitted"


def test_a_banner_has_one_box(world: World) -> None:
    edition = content.draft(world, kind="banner")

    page = as_(world.binh).get(f"/ban-the-hien/{edition.pk}/soan/?them=1").content.decode()

    assert "Lưu và thêm đoạn" not in page
    assert 'name="text_2"' not in page
    assert 'name="kind_1"' not in page


def test_typed_signs_are_shown_as_typed_and_paragraphs_as_paragraphs(world: World) -> None:
    """Dấu < gõ trong bài hiện đúng là dấu <; đoạn văn là đoạn, không phải chữ <p>."""
    edition = content.draft(world, texts=["Dưới <b>3</b> chỉ số.\n\nHỏi tại phường."])

    page = as_(world.binh).get(f"/phien-ban/{content.version_of(edition).pk}/").content.decode()

    assert "<p>Dưới &lt;b&gt;3&lt;/b&gt; chỉ số.</p>" in page
    assert "<p>Hỏi tại phường.</p>" in page
    assert "&lt;p&gt;" not in page
