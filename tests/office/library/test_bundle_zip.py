"""One ZIP of everything in a bundle: complete, the same every time, safe names, only for who may see it."""

import io
import zipfile
from datetime import timedelta

import pytest

from lantoa.common import dates, files
from lantoa.common.files import Upload
from lantoa.library import actions
from lantoa.library.models import Bundle
from tests.factories import library as make
from tests.factories.people import World
from tests.office.library.test_document_screens import as_, url

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def handed(world: World) -> Bundle:
    """A document with its file, one with words only, one policy."""
    paper = make.document(kind="Nghị định ../../etc", number="77")
    paper.file = files.keep(Upload("../../bản gốc.pdf", b"%PDF-1.7 ban goc"), world.minh)
    paper.save()
    words = make.document(number="78")
    make.provision(words, "Điều 1", "Hộ nghèo được vay.")
    return actions.hand_over_bundle(
        by=world.minh,
        from_unit=world.office,
        to_unit=world.ward,
        title="Tài liệu vay vốn",
        documents=[paper, words],
        policies=[make.policy(title="Vay vốn", audiences=[world.poor])],
    )


def test_it_holds_cover_list_policies_and_every_document_under_safe_names(
    world: World, settings: pytest.FixtureRequest, tmp_path: object
) -> None:
    settings.MEDIA_ROOT = tmp_path
    bundle = handed(world)

    answer = as_(world.tam).get(url("bundle_all", bundle.pk))
    packed = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))

    assert packed.testzip() is None
    assert packed.namelist() == [
        "00-phieu-gui.pdf",
        "01-chinh-sach.docx",
        "02-nghi-dinh-etc-77-2021-nd-cp.pdf",
        "03-nghi-dinh-78-2021-nd-cp.txt",
    ]
    assert packed.read("02-nghi-dinh-etc-77-2021-nd-cp.pdf") == b"%PDF-1.7 ban goc"
    assert "Hộ nghèo được vay." in packed.read("03-nghi-dinh-78-2021-nd-cp.txt").decode()


def test_the_same_bundle_gives_the_same_bytes(
    world: World, settings: pytest.FixtureRequest, tmp_path: object
) -> None:
    settings.MEDIA_ROOT = tmp_path
    bundle = handed(world)

    def sent() -> bytes:
        return b"".join(as_(world.tam).get(url("bundle_all", bundle.pk)).streaming_content)

    first = sent()
    dates.move_today(dates.today() + timedelta(days=1))
    assert sent() == first


def test_another_ward_gets_none_of_it(world: World) -> None:
    assert as_(world.van).get(url("bundle_all", handed(world).pk)).status_code == 404
