"""A DOCX is a ZIP archive of XML; this opens one without believing a word of it."""

import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

from lantoa.paper.refusal import Unreadable

MOST_FILES = 2_000
MOST_EXPANDED = 120 * 1024 * 1024
MOST_RATIO = 200  # honest Word XML packs about 10 to 1, rarely 60
SMALL = 1024 * 1024  # below this a high ratio harms nobody

BROKEN = "Tệp DOCX bị hỏng nên không mở được. Hãy mở bằng Word hoặc LibreOffice, lưu lại rồi thử lại."
BOMB = "Tệp DOCX này nở ra quá lớn khi mở (có thể là tệp gây hại) nên không đọc."
LOCKED = "Tệp DOCX có mật khẩu. Hãy bỏ mật khẩu, lưu lại rồi thử lại."
NOT_WORD = "Tệp nén này không phải văn bản Word (DOCX). Hãy gửi tệp DOCX, PDF có chữ, hoặc Markdown."


class Archive:
    """The parts of a DOCX, each read with its size watched. Raises Unreadable when it is not sound."""

    def __init__(self, content: bytes):
        try:
            self.zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise Unreadable(BROKEN) from None
        self.left = MOST_EXPANDED
        members = self.zip.infolist()
        if len(members) > MOST_FILES or sum(m.file_size for m in members) > MOST_EXPANDED:
            raise Unreadable(BOMB)
        for member in members:
            if member.flag_bits & 1:
                raise Unreadable(LOCKED)
            if member.file_size > SMALL and member.file_size > MOST_RATIO * max(member.compress_size, 1):
                raise Unreadable(BOMB)
        self.names = {m.filename for m in members}

    def xml(self, name: str) -> ET.Element | None:
        """The root of this XML part, None where the archive has no such part."""
        if name not in self.names:
            return None
        content = self._bytes(name)
        if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content:
            raise Unreadable(BROKEN)  # Office Open XML has neither; entities are how XML explodes
        try:
            return ET.fromstring(content)  # noqa: S314 - no DTD gets here, and the process is bounded
        except (ET.ParseError, ValueError):
            raise Unreadable(BROKEN) from None

    def _bytes(self, name: str) -> bytes:
        # The directory's sizes may lie: count what really comes out.
        try:
            with self.zip.open(name) as part:
                content = part.read(self.left + 1)
        except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
            raise Unreadable(BROKEN) from None
        except Exception as broke:
            if type(broke).__module__ in ("zlib", "lzma"):
                raise Unreadable(BROKEN) from None
            raise
        self.left -= len(content)
        if self.left < 0:
            raise Unreadable(BOMB)
        return content
