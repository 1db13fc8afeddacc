"""Ảnh: what a camera wrote into a picture (day, place) is read once, then the picture is drawn anew.

Of what came in nothing is kept but the picture itself: no camera data, no words, nothing behind its end. A
picture that cannot be drawn to its end is refused, whatever it is kept as.
Sources: Exif 2.32 (directories of TIFF 6.0).
"""

import math
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image, ImageOps, ImageSequence

FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/tiff": "TIFF"}
MOST_PIXELS = 64_000_000  # of all pages together: a good phone takes 50 million
MOST_PAGES = 100
_LARGE = f"Ảnh quá lớn (trên {MOST_PIXELS // 1_000_000} triệu điểm ảnh). Giảm cỡ ảnh rồi nộp lại."
_TAKEN = (ExifTags.Base.DateTimeOriginal, ExifTags.Base.DateTimeDigitized)
_PLAIN = {"JPEG": {"L", "RGB"}, "PNG": {"1", "L", "LA", "RGB", "RGBA"}, "TIFF": {"1", "L", "RGB"}}
# All that a decoder raises over bytes that were broken, on the way or on purpose.
_WRONG = (
    OSError, ValueError, TypeError, SyntaxError, LookupError, AttributeError, ArithmeticError, EOFError,
    MemoryError, AssertionError, struct.error, Image.DecompressionBombError, Warning,
)  # fmt: skip


class BrokenPictureError(ValueError):
    """The picture cannot be drawn to its end; the sentence says why and what to do."""


@dataclass(frozen=True)
class Photo:
    """A picture drawn anew. latitude, longitude: degrees WGS 84, both or neither."""

    content: bytes
    taken_on: date | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None


def redrawn(content: bytes, mime: str) -> Photo:
    """The picture without whatever else its file held, and what the camera said. mime: one of FORMATS.

    Raises BrokenPictureError.
    """
    try:
        with Image.open(BytesIO(content), formats=[FORMATS[mime]]) as picture:
            if _pixels(picture) > MOST_PIXELS:
                says = (
                    f"Ảnh quá lớn (trên {MOST_PIXELS // 1_000_000} triệu điểm ảnh). Giảm cỡ ảnh rồi nộp lại."
                )
                raise BrokenPictureError(says)
            picture.load()
            taken_on, latitude, longitude = _said(picture)
            return Photo(_drawn(picture, FORMATS[mime]), taken_on, latitude, longitude)
    except BrokenPictureError:
        raise
    except _WRONG as why:
        raise BrokenPictureError("Ảnh bị hỏng, không mở được đến cuối. Chụp hoặc quét lại.") from why


def _pixels(picture: Image.Image) -> int:
    pages = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
    if pages > MOST_PAGES:
        raise BrokenPictureError(f"Ảnh có trên {MOST_PAGES} trang. Tách tệp rồi nộp lại.")
    return picture.width * picture.height * pages


def _drawn(picture: Image.Image, kind: str) -> bytes:
    out = BytesIO()
    first, *others = _pages(picture, kind)
    how: dict[str, Any] = {"dpi": dpi} if (dpi := _dpi(picture)) else {}
    if kind == "JPEG":
        how |= {"quality": 90}
    if kind == "TIFF":
        how |= {"save_all": True, "append_images": others, "compression": "group4"}
        if any(page.mode != "1" for page in (first, *others)):
            how["compression"] = "tiff_deflate"
    tables = getattr(picture, "quantization", None)
    try:
        first.save(out, kind, **(how | {"qtables": tables} if kind == "JPEG" and tables else how))
    except ValueError:  # tables that only their own camera can write
        out = BytesIO()
        first.save(out, kind, **how)
    return out.getvalue()


def _pages(picture: Image.Image, kind: str) -> Iterator[Image.Image]:
    """The pages, upright, with nothing beside their pixels. Of anything but TIFF the first picture."""
    frames = ImageSequence.Iterator(picture) if kind == "TIFF" else [picture]
    pixels = 0
    for frame in frames:
        pixels += frame.width * frame.height
        if pixels > MOST_PIXELS:
            raise BrokenPictureError(_LARGE)
        upright = ImageOps.exif_transpose(frame)
        if upright.mode not in _PLAIN[kind]:
            clear = kind == "PNG" and "transparency" in upright.info
            upright = upright.convert("RGBA" if clear else "RGB")
        page = upright.copy()
        page.info = {}
        yield page


def _dpi(picture: Image.Image) -> tuple[float, float] | None:
    """How fine a scan is: recognition of letters asks for it."""
    try:
        across, down = (float(one) for one in picture.info["dpi"])
    except (KeyError, TypeError, ValueError):
        return None
    return (across, down) if 1 <= across <= 10_000 and 1 <= down <= 10_000 else None


def _said(picture: Image.Image) -> tuple[date | None, Decimal | None, Decimal | None]:
    """The day and the place that the camera wrote, as far as they can be read."""
    try:
        exif = picture.getexif()
        camera, gps = exif.get_ifd(ExifTags.IFD.Exif), exif.get_ifd(ExifTags.IFD.GPSInfo)
    except _WRONG:
        return None, None, None
    words = [place.get(tag) for place in (camera, exif) for tag in _TAKEN] + [
        exif.get(ExifTags.Base.DateTime)
    ]
    days = (_day(one) for one in words)
    return (next((day for day in days if day), None), *_place(gps))


def _day(words: Any) -> date | None:
    try:
        return date.fromisoformat(str(words)[:10].replace(":", "-"))
    except ValueError:
        return None


def _place(gps: dict[int, Any]) -> tuple[Decimal, Decimal] | tuple[None, None]:
    latitude = _degrees(gps.get(ExifTags.GPS.GPSLatitude), gps.get(ExifTags.GPS.GPSLatitudeRef), "S", 90)
    longitude = _degrees(gps.get(ExifTags.GPS.GPSLongitude), gps.get(ExifTags.GPS.GPSLongitudeRef), "W", 180)
    if latitude is None or longitude is None or latitude == longitude == 0:
        return None, None  # 0, 0 is what a camera writes that does not know
    return latitude, longitude


def _degrees(parts: Any, ref: Any, negative: str, most: int) -> Decimal | None:
    try:
        degrees, minutes, seconds = (float(one) for one in parts)
        found = degrees + minutes / 60 + seconds / 3600
        if not math.isfinite(found) or not 0 <= found <= most:
            return None
        exact = Decimal(str(found)).quantize(Decimal("1.00000"))
    except _WRONG:
        return None
    said = ref.decode("ascii", "replace") if isinstance(ref, bytes) else str(ref)
    return -exact if said.startswith(negative) else exact
