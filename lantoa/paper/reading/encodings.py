"""Bytes of a text or HTML file to words: Unicode first, then what Vietnamese offices wrote before it."""

import re
import unicodedata

from lantoa.paper.legacy_letters import from_legacy, is_syllable, told_by_words
from lantoa.paper.reading.file_kind import is_utf_16
from lantoa.paper.refusal import Unreadable

UNKNOWN = (
    "Không nhận ra bảng mã của tệp nên không đọc đúng dấu tiếng Việt. "
    "Hãy lưu lại bằng Unicode (UTF-8), hoặc gửi tệp DOCX."
)
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 0.85


def decode(content: bytes) -> str:
    """The text of these bytes: UTF-8, UTF-16, Windows-1258, TCVN3 or VNI.

    Not cleaned: an invisible character may be a letter of a font. Raises Unreadable when none of
    them makes Vietnamese of it: marks are never guessed.
    """
    text = _unicode(content)
    if text is None:
        text = _single_bytes(content)
    # A file saved as Unicode by a newer program may still hold letters of an old font.
    return from_legacy(text)


def _unicode(content: bytes) -> str | None:
    try:
        if is_utf_16(content):
            marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
            low = content[1:4096:2].count(0) >= content[0:4096:2].count(0)
            return content.decode("utf-16" if marked else "utf-16-le" if low else "utf-16-be")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _single_bytes(content: bytes) -> str:
    latin = content.decode("cp1252", "replace").replace("\ufffd", " ")
    if told_by_words(latin):
        return latin
    windows = unicodedata.normalize("NFC", content.decode("cp1258", "replace"))
    words = [word for word in _WORD.findall(windows) if not word.isascii()]
    if "\ufffd" in windows or not words or sum(map(is_syllable, words)) < _ENOUGH * len(words):
        raise Unreadable(UNKNOWN)
    return windows
