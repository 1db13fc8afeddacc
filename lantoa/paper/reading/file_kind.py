"""Which kind of file these bytes are, by the bytes themselves."""

import re

from lantoa.paper.refusal import Unreadable

_TAKES = "Chỉ nhận DOCX, DOC, RTF, PDF, ảnh quét (JPEG, PNG, TIFF), HTML, Markdown hoặc văn bản thường."
IMAGES = ("jpeg", "png", "tiff")
_IMAGES = {b"\xff\xd8\xff": "jpeg", b"\x89PNG\r\n\x1a\n": "png", b"II*\x00": "tiff", b"MM\x00*": "tiff"}
_OTHERS = [
    (b"GIF8", "ảnh GIF"),
    (b"BM", "ảnh BMP"),
    (b"RIFF", "tệp âm thanh hoặc hình ảnh"),
    (b"ID3", "tệp âm thanh MP3"),
    (b"OggS", "tệp âm thanh"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"),
    (b"\x1f\x8b", "tệp nén GZIP"),
    (b"MZ", "chương trình Windows"),
    (b"\x7fELF", "chương trình"),
    (b"%!PS", "tệp PostScript"),
    (b"SQLite format 3", "cơ sở dữ liệu"),
]
_HTML = re.compile(rb"<(!doctype html|html|head|body|table|div|p|meta)\b[^<]*>", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kind_of_file(content: bytes, filename: str = "") -> str:
    """ "docx", "doc", "rtf", "pdf", "jpeg", "png", "tiff", "html", "markdown" or "text".

    Raises Unreadable for anything else, naming what it is.
    """
    shown = f"“{filename}” " if filename else ""
    if not content.strip(b"\x00 \t\r\n"):
        raise Unreadable(f"Tệp {shown}rỗng, không có gì để đọc. Hãy chọn lại tệp.")
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(_OLE):
        if b"E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00" in content:
            raise Unreadable(f"Tệp {shown}có mật khẩu. Hãy bỏ mật khẩu, lưu lại rồi thử lại.")
        return "doc"
    if content.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    for magic, kind in _IMAGES.items():
        if content.startswith(magic):
            return kind
    for magic, name in _OTHERS:
        if content.startswith(magic) and (len(magic) > 2 or not _is_text(content)):
            raise Unreadable(f"Tệp {shown}thực ra là {name}, không phải văn bản. {_TAKES}")
    wide = is_utf_16(content)
    if not wide and not _is_text(content):
        raise Unreadable(f"Tệp {shown}không phải văn bản. {_TAKES}")
    if _HTML.search(content[:4096].replace(b"\x00", b"")):
        return "html"
    return "markdown" if filename.lower().endswith((".md", ".markdown")) else "text"


def is_utf_16(content: bytes) -> bool:
    """Marked as UTF-16, or every other byte of its beginning is nearly always nought."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    sample = content[:4096]
    noughts = max(sample[0::2].count(0), sample[1::2].count(0))
    return len(sample) > 20 and noughts > 0.3 * len(sample) and b"\x00\x00" not in sample


def _is_text(content: bytes) -> bool:
    """No byte that text never holds; which encoding it is in, the reader says."""
    sample = content[:65536]
    strange = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b" for byte in sample)
    return b"\x00" not in sample and strange <= len(sample) // 200
