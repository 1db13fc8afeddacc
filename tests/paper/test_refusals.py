"""Tệp không đọc được thì nói rõ vì sao, bằng một câu tiếng Việt; nothing else comes out."""

import struct
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from lantoa.paper.reading import MOST_BYTES, Unreadable, read_official
from lantoa.paper.writing import to_docx, to_pdf
from tests.paper.samples import ward_plan

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def archive(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def docx_of(document: bytes) -> bytes:
    return archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": document})


def bomb() -> bytes:
    return docx_of(b"<a>" + b" " * (24 * 1024 * 1024) + b"</a>")


def bomb_that_lies_about_its_size() -> bytes:
    content = bomb()
    entry = content.rfind(b"PK\x01\x02")
    return content[: entry + 24] + struct.pack("<I", 1000) + content[entry + 28 :]


def locked_archive() -> bytes:
    content = bytearray(to_docx(ward_plan()))
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(content)


def old_word(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + stream.encode("utf-16-le")


def pdf_without_words() -> bytes:
    pdf = pdfium.PdfDocument.new()
    pdf.new_page(595, 842)
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def with_entity() -> bytes:
    return docx_of(b'<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>')


def nested_tables() -> bytes:
    table, end = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    body = table * 5000 + "<w:p/>" + end * 5000
    return docx_of(f"<w:document {W}><w:body>{body}</w:body></w:document>".encode())


JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8

CASES = {
    "empty": (b"", "ke-hoach.docx", "rỗng"),
    "only blanks": (b" \r\n\t", "ke-hoach.md", "rỗng"),
    "noise": (bytes(range(256)) * 20, "ke-hoach.md", "không phải văn bản"),
    "half a DOCX": (to_docx(ward_plan())[:3000], "a.docx", "DOCX bị hỏng"),
    "another Office file": (archive({"xl/workbook.xml": b"<a/>"}), "a.docx", "không phải văn bản Word"),
    "a DOCX with an entity": (with_entity(), "a.docx", "DOCX bị hỏng"),
    "a locked archive": (locked_archive(), "a.docx", "mật khẩu"),
    "a locked Word file": (old_word("EncryptedPackage"), "a.docx", "mật khẩu"),
    "a broken old Word file": (old_word("WordDocument"), "a.doc", "lưu lại thành .docx"),
    "tables in tables without end": (nested_tables(), "a.docx", "quá nhiều bộ nhớ"),
    "noise behind a PDF mark": (b"%PDF-1.7\n" + bytes(range(256)) * 9, "a.pdf", "PDF bị hỏng"),
    "a PDF without anything": (pdf_without_words(), "a.pdf", "trống"),
    "an unknown encoding": ("Решение о плане работы".encode("koi8-r") * 9, "a.txt", "bảng mã"),
    "too long": ("Một đoạn rất dài. ".encode() * 60_000, "a.txt", "quá dài"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "name", "says"), CASES.values(), ids=CASES)
def test_bad_input_is_refused_with_a_sentence(content: bytes, name: str, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_official(content, name)

    assert says in str(refused.value)
    assert str(refused.value)[0].isupper() and str(refused.value).endswith(".")


@pytest.mark.parametrize("make", [bomb, bomb_that_lies_about_its_size])
def test_a_zip_bomb_is_refused_within_seconds(make: object) -> None:
    content = make()  # type: ignore[operator]
    started = time.monotonic()

    with pytest.raises(Unreadable):
        read_official(content, "a.docx")

    assert time.monotonic() - started < 8


def test_a_file_above_the_limit_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "to.docx"
    with path.open("wb") as out:
        out.truncate(MOST_BYTES + 1)  # a hole: no byte of it is written or read

    with pytest.raises(Unreadable, match="quá giới hạn 20 MB"):
        read_official(path)


def test_a_locked_pdf_is_refused() -> None:
    # The smallest PDF with a standard security handler and a password that is not empty.
    encrypted = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
        b"4 0 obj<</Filter/Standard/V 1/R 2/P -4/O(" + b"A" * 32 + b")/U(" + b"B" * 32 + b")>>endobj\n"
        b"trailer<</Root 1 0 R/Encrypt 4 0 R/ID[(aaaaaaaaaaaaaaaa)(aaaaaaaaaaaaaaaa)]/Size 5>>\n%%EOF"
    )

    with pytest.raises(Unreadable, match="mật khẩu"):
        read_official(encrypted, "a.pdf")


def test_the_kind_is_told_by_the_bytes_not_by_the_name() -> None:
    assert read_official(to_pdf(ward_plan()), "ke-hoach.docx").file_kind == "pdf"
    assert read_official(to_docx(ward_plan()), "ke-hoach.pdf").file_kind == "docx"
