"""Tệp: bytes kept by their sha256 under the data folder; kind told by the bytes, never by the name."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Q

from lantoa.common import dates
from lantoa.common.looks import FLAT, MOST_APART, apart, bands_of, look_of
from lantoa.common.models import LookBand, StoredFile
from lantoa.common.photos import FORMATS, BrokenPictureError, Photo, redrawn
from lantoa.common.problems import Problem, RuleBroken
from lantoa.common.text import file_name

MAGIC: list[tuple[bytes, str, str]] = [
    (b"%PDF-", "application/pdf", ".pdf"),
    (b"\xff\xd8\xff", "image/jpeg", ".jpg"),
    (b"\x89PNG\r\n\x1a\n", "image/png", ".png"),
    (b"II*\x00", "image/tiff", ".tif"),
    (b"MM\x00*", "image/tiff", ".tif"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword", ".doc"),
    (b"{\\rtf", "application/rtf", ".rtf"),
    (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
    (b"RIFF", "audio/wav", ".wav"),
    (b"ID3", "audio/mpeg", ".mp3"),
]
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAPERS = {"application/pdf", "image/jpeg", "image/png"}
PHOTOS = {"image/jpeg", "image/png"}
DOCUMENTS = PAPERS | {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/msword",
    "application/rtf",
    "image/tiff",
    "text/html",
    "text/plain",
}
_HTML = re.compile(rb"<(?:!doctype html|html|head|body|table|meta)\b", re.I)
SAID = {
    "application/pdf": "PDF",
    "image/jpeg": "ảnh JPEG",
    "image/png": "ảnh PNG",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
    "application/msword": "DOC",
    "application/rtf": "RTF",
    "image/tiff": "ảnh TIFF",
    "text/html": "HTML",
    "text/plain": "văn bản thường",
    SHEET: "XLSX",
}


@dataclass(frozen=True)
class Upload:
    """What came in: the name it was given, and its bytes."""

    name: str
    content: bytes

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", file_name(self.name))


def kind_of(content: bytes) -> str:
    """The MIME type that the first bytes tell; text/plain for readable UTF-8; "" when unknown."""
    if content.startswith(b"PK\x03\x04") and b"xl/workbook.xml" in content and b"word/" not in content:
        return SHEET  # names stand in the open in a ZIP; a DOCX may hold a whole sheet inside
    for magic, mime, _ in MAGIC:
        if content.startswith(magic):
            return mime
    if _HTML.search(content[:4096]) and b"\0" not in content[:4096]:
        return "text/html"
    try:
        content[:4096].decode("utf-8", errors="strict")
    except UnicodeDecodeError as broken:
        if broken.start < min(len(content), 4096) - 4:
            return ""
    return "" if b"\0" in content[:4096] else "text/plain"


def problems_with(upload: Upload, allowed: set[str] | None, field: str = "file") -> list[Problem]:
    """Why this file cannot be kept, or nothing. allowed: None when its reader has accepted the kind."""
    limit = settings.UPLOAD_LIMIT_BYTES
    if not upload.content:
        return [Problem("file_empty", f"Tệp “{upload.name}” rỗng. Hãy chọn lại tệp.", field)]
    if len(upload.content) > limit:
        return [Problem("file_too_large", f"Tệp “{upload.name}” quá {limit // 1024 // 1024} MB.", field)]
    if allowed is not None and kind_of(upload.content) not in allowed:
        names = ", ".join(sorted(SAID[m] for m in allowed if m in SAID))
        return [Problem("file_kind", f"Tệp “{upload.name}” không đúng loại. Chỉ nhận: {names}.", field)]
    return []


def keep(upload: Upload, by: Any, allowed: set[str] | None = PAPERS, field: str = "file") -> StoredFile:
    """Store the bytes once by their hash and return the row that names them. Raises RuleBroken.

    Every picture is drawn anew, whatever it is kept as: what its camera wrote (place, device, owner) leaves
    the file; day and place stay on the row. What lies inside a PDF or a DOCX is kept as it came.
    """
    problems = problems_with(upload, allowed, field)
    if problems:
        raise RuleBroken(problems)
    received = hashlib.sha256(upload.content).hexdigest()
    photo = _drawn_anew(upload, field)
    upload = Upload(upload.name, photo.content)
    mime = kind_of(upload.content)
    sha256 = hashlib.sha256(upload.content).hexdigest()
    path = path_of(sha256)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_bytes(upload.content)
        part.rename(path)  # whole or not at all
    stored = StoredFile.objects.create(
        sha256=sha256,
        received_sha256=received,
        name=upload.name,
        mime=mime or "application/octet-stream",
        size=len(upload.content),
        taken_on=photo.taken_on,
        latitude=photo.latitude,
        longitude=photo.longitude,
        look=look_of(upload.content) if mime in FORMATS else "",
        uploaded_by=by,
        uploaded_at=dates.now(),
    )
    if stored.look not in ("", FLAT):
        bands = enumerate(bands_of(stored.look))
        LookBand.objects.bulk_create(LookBand(file=stored, band=band, value=value) for band, value in bands)
    return stored


def _drawn_anew(upload: Upload, field: str) -> Photo:
    """The picture without what its camera wrote; any other file as it is."""
    mime = kind_of(upload.content)
    if mime not in FORMATS:
        return Photo(upload.content)
    try:
        return redrawn(upload.content, mime)
    except BrokenPictureError as why:
        raise RuleBroken(Problem("picture_broken", f"Tệp “{upload.name}”: {why}", field)) from why


def alike(look: str) -> list[StoredFile]:
    """The stored pictures that look like this one, itself too when it is stored. "" and FLAT look like none.

    One query, through the index of bands.
    """
    if look in ("", FLAT):
        return []
    same = Q()
    for band, value in enumerate(bands_of(look)):
        same |= Q(band=band, value=value)
    found = StoredFile.objects.filter(pk__in=LookBand.objects.filter(same).values("file_id")).order_by("pk")
    return [one for one in found if apart(look, one.look) <= MOST_APART]


def path_of(sha256: str) -> Path:
    """Where the bytes of this hash lie."""
    return Path(settings.MEDIA_ROOT) / sha256[:2] / sha256


def read(stored: StoredFile) -> bytes:
    """The bytes of a stored file. Raises FileNotFoundError when the folder lost them."""
    return path_of(stored.sha256).read_bytes()
