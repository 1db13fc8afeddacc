"""Bytes to a reading, inside the bounded child."""

from pathlib import Path
from typing import Any

from lantoa.paper.reading.official import assemble
from lantoa.paper.reading.pieces import Piece, flat
from lantoa.paper.refusal import Unreadable
from lantoa.paper.wording import clean

MOST_CHARACTERS = 800_000  # some 250 pages


def parse(content: bytes, file_kind: str) -> dict[str, Any]:
    """`Reading.as_dict()` of these bytes of a known kind, or {"scanned": [page, ...]}. Raises Unreadable."""
    if file_kind == "pdf":
        from lantoa.paper.reading.pdf import Scan, read_pdf

        try:
            return _reading(read_pdf(content), file_kind)
        except Scan as scan:
            return {"scanned": scan.pages}
    return _reading(_pieces(content, file_kind), file_kind)


def parse_scan(content: bytes, file_kind: str, pages: list[dict[str, Any]]) -> dict[str, Any]:
    """`Reading.as_dict()` of tesseract's words on these pages; the other pages of a PDF are in "input"."""
    from lantoa.paper.reading.pdf import pieces_of_pages, read_pages
    from lantoa.paper.reading.scan import pages_of_words

    recognised = {page.number: page for page in pages_of_words(content.decode("utf-8", "replace"), pages)}
    if file_kind == "pdf":
        for page in read_pages(Path("input").read_bytes()):
            recognised.setdefault(page.number, page)
    pieces = pieces_of_pages([recognised[number] for number in sorted(recognised)])
    for line in (line for piece in pieces for line in flat(piece) if line.sureness):
        line.bold, line.italic, line.lead = None, None, 0  # letters that were recognised tell no looks
    return _reading(pieces, file_kind)


def _reading(pieces: list[Piece], file_kind: str) -> dict[str, Any]:
    length = sum(len(line.text) for piece in pieces for line in flat(piece))
    if length > MOST_CHARACTERS:
        raise Unreadable("Văn bản trong tệp quá dài (trên 250 trang). Hãy chỉ gửi phần văn bản chính.")
    if length < 3:
        raise Unreadable("Tệp không có chữ nào để đọc. Hãy chọn lại tệp.")
    return assemble(pieces, file_kind).as_dict()


def _pieces(content: bytes, file_kind: str) -> list[Piece]:
    # Imported here: the library of one kind is not loaded, and not exposed, for a file of another.
    if file_kind == "docx":
        from lantoa.paper.reading.docx import read_docx

        return read_docx(content)
    if file_kind == "doc":
        from lantoa.paper.reading.html import read_docbook

        return read_docbook(content.decode("utf-8", "replace"))
    if file_kind == "rtf":
        from lantoa.paper.reading.html import read_html
        from lantoa.paper.reading.rtf import as_html

        return read_html(as_html(content))
    from lantoa.paper.reading.encodings import decode

    if file_kind == "html":
        from lantoa.paper.reading.html import read_html

        return read_html(decode(content))
    from lantoa.paper.reading.markdown import read_text

    return read_text(clean(decode(content)))
