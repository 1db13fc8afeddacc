"""Anyone who may see a version may ask whether it is what was signed, and carry the proof away."""

import io
import zipfile

import pytest
from django.urls import reverse

from lantoa.content.models import Article
from tests.factories import content
from tests.factories.people import World
from tests.office.as_person import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_the_page_tells_what_was_found(world: World) -> None:
    version = content.version_of(content.edition(world))
    where = reverse("office:version_proof", args=[version.pk])

    before = as_(world.lan).get(where).content.decode()
    Article.objects.filter(pk=version.edition.article_id).update(title="Tên khác")
    after = as_(world.lan).get(where).content.decode()

    assert "Nội dung hiện nay khớp mã." in before and version.sha256 in before
    assert "Nội dung hiện nay KHÔNG khớp mã đã ký." in after


def test_the_package_is_for_what_was_approved(world: World) -> None:
    approved = content.version_of(content.edition(world))
    draft = content.version_of(content.draft(world))
    lan = as_(world.lan)

    answer = lan.get(reverse("office:version_package", args=[approved.pk]))

    assert "kiem-tra.py" in zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert answer["Cache-Control"] == "private, no-store"
    assert lan.get(reverse("office:version_package", args=[draft.pk])).status_code == 404
