"""A ZIP of papers: its files one by one, each with its size watched. Nothing is written by its name."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from lantoa.common.files import Upload
from lantoa.paper.reading import MOST_BYTES
from lantoa.paper.refusal import Unreadable

MOST_FILES = 3_000
MOST_EXPANDED = 400 * 1024 * 1024
MOST_RATIO = 200
SMALL = 1024 * 1024
_PARTS_OF_OFFICE_FILES = ("[Content_Types].xml", "mimetype")

BROKEN = "Tệp ZIP bị hỏng nên không mở được. Hãy nén lại rồi thử lại."
BOMB = "Tệp ZIP này nở ra quá lớn khi mở (có thể là tệp gây hại) nên không đọc."
LOCKED = "Tệp ZIP có mật khẩu. Hãy nén lại không đặt mật khẩu."


def is_archive(content: bytes) -> bool:
    """A ZIP that is not itself a Word or other office file."""
    if not content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            return not set(_PARTS_OF_OFFICE_FILES) & set(packed.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False  # the reader of papers says what is wrong with it


def unpacked(content: bytes) -> Iterator[Upload]:
    """Its files in order of name, hidden ones and folders left out. Raises Unreadable with one sentence.

    One file that is too large to be a paper comes with too many bytes, for its reader to refuse by name.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            members = sorted((m for m in packed.infolist() if _is_paper(m)), key=lambda m: m.filename)
            _check(members)
            for member in members:
                with packed.open(member) as part:
                    yield Upload(member.filename, part.read(MOST_BYTES + 1))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError, zlib.error):
        raise Unreadable(BROKEN) from None


def _is_paper(member: zipfile.ZipInfo) -> bool:
    steps = member.filename.split("/")
    return not member.is_dir() and not any(step.startswith((".", "__MACOSX", "~$")) for step in steps)


def _check(members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable(LOCKED)
    if len(members) > MOST_FILES:
        raise Unreadable(f"Tệp ZIP có {len(members)} tệp, quá {MOST_FILES}. Hãy chia thành nhiều tệp ZIP.")
    if sum(member.file_size for member in members) > MOST_EXPANDED:
        raise Unreadable(BOMB)
    for member in members:
        if member.file_size > SMALL and member.file_size > MOST_RATIO * max(member.compress_size, 1):
            raise Unreadable(BOMB)
