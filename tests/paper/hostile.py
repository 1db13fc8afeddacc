"""Three hundred malformed and hostile files from one seed: the same ones on every run."""

import random
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from lantoa.paper.reading.file_kind import IMAGES, kind_of_file
from lantoa.paper.reading.parse import parse
from lantoa.paper.refusal import Unreadable
from lantoa.paper.writing import to_docx, to_pdf
from tests.paper.samples import ward_plan
from tests.paper.test_other_kinds import PAGE
from tests.paper.test_refusals import (
    archive,
    bomb,
    bomb_that_lies_about_its_size,
    docx_of,
    locked_archive,
    nested_tables,
    with_entity,
)

FILES = Path(__file__).parent / "files"
EVIL = "../../../lantoa-was-here"


def broken_copies(whole: bytes, count: int, chance: random.Random) -> list[bytes]:
    """Copies cut short, with flipped bits, with blocks doubled, zeroed or filled with noise."""
    out = []
    for at in range(count):
        copy = bytearray(whole)
        place = chance.randrange(len(copy))
        size = chance.randrange(1, 400)
        match at % 5:
            case 0:
                del copy[place:]
            case 1:
                for _ in range(chance.randrange(1, 60)):
                    copy[chance.randrange(len(copy))] ^= 1 << chance.randrange(8)
            case 2:
                copy[place:place] = copy[place : place + size] * chance.randrange(1, 50)
            case 3:
                copy[place : place + size] = bytes(len(copy[place : place + size]))
            case 4:
                copy[place : place + size] = chance.randbytes(size)
        out.append(bytes(copy))
    return out


def broken_inside(whole: bytes, count: int, chance: random.Random) -> list[bytes]:
    """Sound archives whose parts are broken: what a broken copy of a ZIP never reaches."""
    with zipfile.ZipFile(BytesIO(whole)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    out = []
    for at in range(count):
        name = "word/document.xml" if at % 2 else chance.choice(sorted(parts))
        out.append(archive({**parts, name: broken_copies(parts[name], 5, chance)[at % 5]}))
    return out


def workbook() -> bytes:
    sheet = b"<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"
    return archive(
        {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>", "xl/sheet1.xml": sheet}
    )


def picture(kind: str) -> bytes:
    out = BytesIO()
    page = Image.linear_gradient("L").resize((1654, 2339))
    page.save(out, kind, dpi=(200, 200))
    return out.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def recursive_pdf() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R 3 0 R]/Count 999999>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9e9 9e9]/Contents 4 0 R"
        b"/Resources<</XObject<</A 4 0 R>>>>>>endobj\n"
        b"4 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 4 0 R>>>>/Length 6>>"
        b"stream\n/A Do \nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )


def attacks() -> dict[str, tuple[bytes, str]]:
    """Files made to harm, each with the name it comes under."""
    external = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    page = (
        '<html><script src="http://10.0.0.1/x.js"></script><img src="file:///etc/passwd"><p>Xin chào các bạn.'
    )
    traversal = {EVIL: b"x", "[Content_Types].xml": b"<T/>", "word/document.xml": b"<a/>"}
    return {
        "bomb": (bomb(), "a.docx"),
        "lying bomb": (bomb_that_lies_about_its_size(), "a.docx"),
        "locked": (locked_archive(), "a.docx"),
        "entity": (with_entity(), "a.docx"),
        "external entity": (docx_of(external), "a.docx"),
        "nested tables": (nested_tables(), "a.docx"),
        "path traversal": (archive(traversal), "a.docx"),
        "only path traversal": (archive({EVIL: b"x"}), "a.zip"),
        "zip in zip": (archive({"a.zip": bomb()}), "a.zip"),
        "many members": (archive({f"{n}": b"" for n in range(2_100)}), "a.docx"),
        "recursive PDF": (recursive_pdf(), "a.pdf"),
        "PDF of brackets": (b"%PDF-1.7\n" + b"[" * 200_000, "a.pdf"),
        "deep page": (("<div>" * 60_000 + "sâu").encode(), "a.html"),
        "deep table": (("<table><tr><td>" * 5_000 + "sâu").encode(), "a.html"),
        "page of many nodes": (("<html><p>" + "<b>a</b>" * 200_000).encode(), "a.html"),
        "page that asks for files": (page.encode(), "a.html"),
        "page of attributes": (b"<html><p " + b"a=b " * 100_000 + b">", "a.html"),
        "deep RTF": (b"{\\rtf1" + b"{" * 90_000 + b"x", "a.rtf"),
        "RTF of many words": (b"{\\rtf1 " + b"\\b x" * 900_000, "a.rtf"),
        "RTF that hides bytes": (b"{\\rtf1\\bin999999999 abc\\u-99999 \\'zz\\", "a.rtf"),
        "huge PNG": (png_that_claims(60_000, 60_000), "a.png"),
        "PNG of no size": (png_that_claims(0, 0), "a.png"),
        "PNG without its rows": (png_that_claims(1654, 2339), "a.png"),
        "picture named DOCX": (picture("PNG")[:900], "a.docx"),
        "DOCX named JPEG": (to_docx(ward_plan())[:2_000], "a.jpg"),
        "program": (b"\x7fELF" + bytes(500), "a.docx"),
        "one long line": (("a " * 350_000).encode(), "a.txt"),
        "bars": ((("| " * 3_000 + "\n") * 60).encode(), "a.md"),
    }  # fmt: skip


def fuzzed() -> list[tuple[bytes, str]]:
    """Broken copies of sound files of every kind."""
    chance = random.Random(20310304)
    docx, pdf = to_docx(ward_plan()), to_pdf(ward_plan())
    old_word = (FILES / "ke-hoach.doc").read_bytes()
    groups = [
        (broken_copies(docx, 30, chance), "a.docx"),
        (broken_inside(docx, 40, chance), "a.docx"),
        (broken_copies(pdf, 60, chance), "a.pdf"),
        (broken_copies(workbook(), 25, chance), "a.xlsx"),
        (broken_copies(PAGE.encode(), 45, chance), "a.html"),
        (broken_copies(archive({"a.txt": b"abc", "b/c.pdf": b"%PDF-"}), 20, chance), "a.zip"),
        (broken_copies(picture("PNG"), 15, chance), "a.png"),
        (broken_copies(picture("JPEG"), 15, chance), "a.jpg"),
        (broken_copies(picture("TIFF"), 10, chance), "a.tif"),
        (broken_copies(old_word, 15, chance), "a.doc"),
        (broken_copies((FILES / "ke-hoach.rtf").read_bytes(), 20, chance), "a.rtf"),
    ]
    return [(content, name) for contents, name in groups for content in contents]


def outcomes(content: bytes) -> list[Any]:
    """In a bounded child: what comes of each of the files that lie one behind the other in these bytes.

    Outcome: "read", a sentence, or ["broke", what] for what the caller would answer with its sentence for
    broken files. Old Word files need a program, and are left to the caller: None.
    """
    out: list[Any] = []
    at = 0
    while at < len(content):
        (size,) = struct.unpack_from(">I", content, at)
        out.append(_outcome(content[at + 4 : at + 4 + size]))
        at += 4 + size
    return out


def _outcome(content: bytes) -> Any:
    try:
        kind = kind_of_file(content)
        if kind == "doc":
            return None
        if kind in IMAGES:
            from lantoa.paper.reading.scan_pages import to_pages

            to_pages(content, kind, [])
        else:
            parse(content, kind)
        return "read"
    except Unreadable as refused:
        return str(refused)
    except Exception as broke:
        return ["broke", repr(broke)]
