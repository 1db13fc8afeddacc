"""Reading an official document from a file of any kind that offices send."""

from pathlib import Path
from typing import Any

from lantoa.paper.bounded import USUAL, Limits, Room
from lantoa.paper.reading.file_kind import IMAGES, kind_of_file
from lantoa.paper.reading.official import Reading, SourceLine
from lantoa.paper.refusal import Unreadable

MOST_BYTES = 20 * 1024 * 1024

__all__ = ["MOST_BYTES", "Reading", "SourceLine", "Unreadable", "read_official"]


def read_official(source: Path | bytes, filename: str = "", *, limits: Limits = USUAL) -> Reading:
    """The official document in this file, with the words that each part rests on.

    DOCX, old DOC, RTF, PDF, scans (PDF, JPEG, PNG, TIFF; recognised by tesseract), HTML, Markdown and plain
    text, also in TCVN3, VNI or Windows-1258. The kind of a file is told by its bytes, not its name. Parsing
    runs in bounded child processes. Raises Unreadable with one Vietnamese sentence: empty, too large, wrong
    kind, broken, encrypted, a scan too coarse, an archive that explodes, or over a limit of time or memory.
    """
    name = filename or (source.name if isinstance(source, Path) else "")
    content = _bytes_of(source)
    file_kind = kind_of_file(content, name)
    with Room(content) as room:
        if file_kind in IMAGES:
            return Reading.from_dict(_recognised(room, file_kind, limits))
        on = "input"
        if file_kind == "doc":
            from lantoa.paper.reading.old_word import open_old_word

            on = open_old_word(room, limits)
        answer = room.work("lantoa.paper.reading.parse:parse", on=on, limits=limits, file_kind=file_kind)
        if "scanned" in answer:
            answer = _recognised(room, file_kind, limits, answer["scanned"])
        return Reading.from_dict(answer)


def _recognised(room: Room, file_kind: str, limits: Limits, only: list[int] | None = None) -> dict[str, Any]:
    # Imported here: the child of a plain file need not load what draws pages.
    from lantoa.paper.reading.scan import recognise

    return recognise(room, file_kind, limits, only)


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
