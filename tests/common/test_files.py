"""Tệp: kind by the bytes, refusals in plain words, the same bytes on disk once."""

from pathlib import Path

import pytest
from django.test import override_settings

from lantoa.common import files
from lantoa.common.files import Upload
from lantoa.common.problems import RuleBroken
from tests.factories.people import World

PDF = b"%PDF-1.7 bien ban"
PNG = b"\x89PNG\r\n\x1a\n anh"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, "application/pdf"),
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0 anh", "image/jpeg"),
        (b"PK\x03\x04 word", DOCX),
        (b"PK\x03\x04 xl/workbook.xml", files.SHEET),
        (b"PK\x03\x04 word/document.xml PK\x03\x04 xl/workbook.xml", DOCX),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 word", "application/msword"),
        (b"II*\x00 anh", "image/tiff"),
        (b"{\\rtf1 word", "application/rtf"),
        (b"<!DOCTYPE html><p>H\xe9 ngh\xcco", "text/html"),
        ("Biên bản đối thoại".encode(), "text/plain"),
        (b"MZ\x90\x00 chuong trinh", ""),
        (b"\x80\x81\x82\x83\x84\x85", ""),
    ],
)
def test_the_kind_is_told_by_the_bytes(content: bytes, kind: str) -> None:
    assert files.kind_of(content) == kind


@pytest.mark.parametrize("kind", ["application/msword", "image/tiff", "text/html", "application/rtf", DOCX])
def test_what_the_reader_reads_is_taken_as_a_document(kind: str) -> None:
    assert kind in files.DOCUMENTS


def test_a_letter_cut_by_the_window_is_still_text() -> None:
    assert files.kind_of(b"a" * 4095 + "ế".encode()) == "text/plain"


def code_and_words(upload: Upload, allowed: set[str] = files.PAPERS) -> tuple[str, str]:
    (problem,) = files.problems_with(upload, allowed)
    return problem.code, problem.says


def test_a_picture_that_is_called_a_paper_is_not_one() -> None:
    """Tên tệp không nói lên loại tệp: chương trình đổi tên thành .pdf vẫn bị từ chối."""
    code, says = code_and_words(Upload("quyet-dinh.pdf", b"MZ\x90\x00 chuong trinh"))

    assert code == "file_kind"
    assert says == "Tệp “quyet-dinh.pdf” không đúng loại. Chỉ nhận: PDF, ảnh JPEG, ảnh PNG."


def test_an_empty_file_is_refused() -> None:
    assert code_and_words(Upload("trong.pdf", b"")) == (
        "file_empty",
        "Tệp “trong.pdf” rỗng. Hãy chọn lại tệp.",
    )


@override_settings(UPLOAD_LIMIT_BYTES=1024 * 1024)
def test_a_file_above_the_limit_is_refused() -> None:
    at_limit = PDF + b" " * (1024 * 1024 - len(PDF))

    assert files.problems_with(Upload("vua.pdf", at_limit), files.PAPERS) == []
    assert code_and_words(Upload("to.pdf", at_limit + b" ")) == ("file_too_large", "Tệp “to.pdf” quá 1 MB.")


@pytest.mark.django_db
@pytest.mark.db
class TestKept:
    """What is kept lies on disk under its hash."""

    @pytest.fixture(autouse=True)
    def folder(self, tmp_path: Path, settings: object) -> Path:
        settings.MEDIA_ROOT = tmp_path
        return tmp_path

    def test_the_same_bytes_lie_on_disk_once(self, world: World, folder: Path) -> None:
        first = files.keep(Upload("mot.pdf", PDF), world.minh)
        second = files.keep(Upload("hai.pdf", PDF), world.tam)

        on_disk = [path for path in folder.rglob("*") if path.is_file()]
        assert (first.sha256, len(on_disk)) == (second.sha256, 1)
        assert [first.name, second.name] == ["mot.pdf", "hai.pdf"]
        assert files.read(second) == PDF

    def test_a_refused_file_leaves_nothing(self, world: World, folder: Path) -> None:
        with pytest.raises(RuleBroken):
            files.keep(Upload("anh.png", PNG), world.minh, allowed={"application/pdf"})

        assert [path for path in folder.rglob("*") if path.is_file()] == []

    def test_a_name_with_folders_keeps_its_last_part(self, world: World, folder: Path) -> None:
        kept = files.keep(Upload("../../etc/bien-ban.pdf", PDF), world.minh)

        assert kept.name == "bien-ban.pdf"
        assert files.path_of(kept.sha256).is_relative_to(folder)

    def test_lost_bytes_are_said_to_be_lost(self, world: World) -> None:
        kept = files.keep(Upload("mot.pdf", PDF), world.minh)
        files.path_of(kept.sha256).unlink()

        with pytest.raises(FileNotFoundError):
            files.read(kept)
