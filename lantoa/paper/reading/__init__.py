"""Reading an official document from DOCX, PDF with text, Markdown or plain text."""

from pathlib import Path

from lantoa.paper.bounded import USUAL, Limits, run
from lantoa.paper.reading.file_kind import kind_of_file
from lantoa.paper.reading.official import Reading, SourceLine
from lantoa.paper.refusal import Unreadable

MOST_BYTES = 20 * 1024 * 1024

__all__ = ["MOST_BYTES", "Reading", "SourceLine", "Unreadable", "read_official"]


def read_official(source: Path | bytes, filename: str = "", *, limits: Limits = USUAL) -> Reading:
    """The official document in this file, with the words that each part rests on.

    The kind of file is told by its bytes, never by its name. Parsing runs in a bounded child process.
    Raises Unreadable with one Vietnamese sentence: empty, too large, wrong kind, broken, encrypted,
    a scan without text, an archive that explodes, or over a limit of time or memory.
    """
    name = filename or (source.name if isinstance(source, Path) else "")
    content = _bytes_of(source)
    file_kind = kind_of_file(content, name)
    return Reading.from_dict(
        run("lantoa.paper.reading.parse:parse", content, limits=limits, file_kind=file_kind)
    )


def _bytes_of(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        size = len(source)
    else:
        size = source.stat().st_size
    if size > MOST_BYTES:
        raise Unreadable(
            f"Tệp nặng {size / 1024 / 1024:.0f} MB, quá giới hạn {MOST_BYTES // 1024 // 1024} MB. "
            "Hãy bớt ảnh trong tệp hoặc chỉ gửi phần văn bản chính."
        )
    return source if isinstance(source, bytes) else source.read_bytes()
