"""Ảnh: what a camera wrote into a photo is read once (day, place, which way is up) and then taken out.

Only the container is walked, no pixel is decoded. A photo that cannot be walked to its end stays as it came.
Sources: JPEG ITU-T T.81 annex B, Exif 2.32 (TIFF 6.0 directories), PNG (W3C) chunks.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

_ORIENTATION, _EXIF, _GPS, _TAKEN = 0x0112, 0x8769, 0x8825, 0x9003
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1}
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_SAYS = {b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"}
_MOST_ENTRIES = 200


@dataclass(frozen=True)
class Photo:
    """A photo without what its camera wrote. latitude, longitude: degrees WGS 84, both or neither."""

    content: bytes
    taken_on: date | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None


def cleaned(content: bytes) -> Photo:
    """The photo without camera data, and what that data said. Never raises; other files come back whole."""
    try:
        if content.startswith(b"\xff\xd8\xff"):
            return _jpeg(content)
        if content.startswith(_PNG):
            return Photo(_png(content))
    except (struct.error, IndexError, ValueError, ArithmeticError):
        pass  # broken on purpose or on the way: shown only as a download, never decoded here
    return Photo(content)


def _jpeg(content: bytes) -> Photo:
    kept, tags = [content[:2]], _Tags(b"")
    for marker, start, end in _segments(content):
        body = content[start + 4 : end]
        if marker == 0xDA:  # the picture itself, up to its end; what hangs behind it is left out
            last = content.index(b"\xff\xd9", start) + 2
            after = 2 if kept[1:] and kept[1][1] == 0xE0 else 1  # JFIF's own segment stays first
            head = [*kept[:after], tags.upright(), *kept[after:]]
            return Photo(b"".join(head) + content[start:last], tags.taken_on(), *tags.place())
        if marker == 0xE1 and body.startswith(b"Exif\0\0"):
            tags = _Tags(body[6:])
        elif _is_needed(marker, body):
            kept.append(content[start:end])
    raise ValueError("no picture")


def _segments(content: bytes) -> Iterator[tuple[int, int, int]]:
    """(marker, start, end) of each segment before the picture, and of the picture's own header."""
    at = 2
    while True:
        if content[at] != 0xFF:
            raise ValueError("no marker")
        marker, (length,) = content[at + 1], struct.unpack(">H", content[at + 2 : at + 4])
        if length < 2 or at + 2 + length > len(content):
            raise ValueError("beyond the end")
        yield marker, at, at + 2 + length
        if marker == 0xDA:
            return
        at += 2 + length


def _is_needed(marker: int, body: bytes) -> bool:
    """Tables and frames, the colour profile and Adobe's note on colours; no words, no other camera data."""
    if 0xE0 <= marker <= 0xEF:
        return marker in (0xE0, 0xEE) or (marker == 0xE2 and body.startswith(b"ICC_PROFILE\0"))
    return marker != 0xFE


def _png(content: bytes) -> bytes:
    kept, at = [_PNG], len(_PNG)
    while True:
        (length,) = struct.unpack(">I", content[at : at + 4])
        kind, end = content[at + 4 : at + 8], at + 12 + length
        if end > len(content):
            raise ValueError("beyond the end")
        if kind not in _PNG_SAYS:
            kept.append(content[at:end])
        if kind == b"IEND":
            return b"".join(kept)
        at = end


class _Tags:
    """The directories of an Exif block: values by tag, as raw bytes."""

    def __init__(self, block: bytes):
        self.block = block
        self.order = "<" if block.startswith(b"II") else ">"
        self.first: dict[int, bytes] = {}
        self.camera: dict[int, bytes] = {}
        self.gps: dict[int, bytes] = {}
        try:
            if block[:2] in (b"II", b"MM"):
                self.first = self._directory(self._number(block[4:8]))
                self.camera = self._directory(self._number(self.first.get(_EXIF, b"")))
                self.gps = self._directory(self._number(self.first.get(_GPS, b"")))
        except (struct.error, IndexError):
            pass  # what could not be read is simply not known

    def _number(self, raw: bytes) -> int:
        """Of two or four bytes; 0 for none."""
        size = {2: "H", 4: "I"}.get(len(raw))
        return int(struct.unpack(self.order + size, raw)[0]) if size else 0

    def _directory(self, at: int) -> dict[int, bytes]:
        found: dict[int, bytes] = {}
        if not at:
            return found
        for n in range(min(self._number(self.block[at : at + 2]), _MOST_ENTRIES)):
            entry = self.block[at + 2 + 12 * n : at + 14 + 12 * n]
            tag, kind, count = struct.unpack(self.order + "HHI", entry[:8])
            size = _SIZES.get(kind, 0) * count
            where = self._number(entry[8:12]) if size > 4 else 0
            found[tag] = entry[8 : 8 + size] if size <= 4 else self.block[where : where + size]
        return found

    def taken_on(self) -> date | None:
        words = self.camera.get(_TAKEN, b"")[:10].decode("ascii", "replace")
        try:
            return date.fromisoformat(words.replace(":", "-"))
        except ValueError:
            return None

    def place(self) -> tuple[Decimal, Decimal] | tuple[None, None]:
        latitude = self._degrees(2, 1, b"S")
        longitude = self._degrees(4, 3, b"W")
        if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
            return None, None
        return latitude, longitude

    def _degrees(self, tag: int, ref: int, negative: bytes) -> Decimal | None:
        raw = self.gps.get(tag, b"")
        if len(raw) != 24:
            return None
        numbers = struct.unpack(self.order + "6I", raw)
        if not all(numbers[1::2]):
            return None
        parts = [Decimal(numbers[n]) / numbers[n + 1] for n in (0, 2, 4)]
        degrees = (parts[0] + parts[1] / 60 + parts[2] / 3600).quantize(Decimal("1.00000"))
        return -degrees if self.gps.get(ref, b"").startswith(negative) else degrees

    def upright(self) -> bytes:
        """A block that says only which way is up, where the camera lay on its side; else nothing."""
        turned = self._number(self.first.get(_ORIENTATION, b""))
        if not 2 <= turned <= 8:
            return b""
        block = b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, _ORIENTATION, 3, 1, turned, 0, 0)
        return b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block
