"""Scans and photos to straight grey pages that letters can be recognised on. Runs in the bounded child."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image, ImageOps, ImageSequence

from lantoa.paper.refusal import Unreadable

MOST_PAGES = 20
LEAST_DPI = 175  # 180, less what rounding of sizes takes
BEST_DPI = 300
MOST_PIXELS = 45_000_000  # A3 at 400 dpi
_A4_HEIGHT, _LEAST_SIDE, _MOST_SIDE = 11.69, 5.0, 17.0  # inches

LOW = (
    "Bản quét mờ: chỉ khoảng {dpi} điểm/inch, dưới 180 thì chữ dễ bị nhận sai. "
    "Hãy quét lại ở 300 điểm/inch, hoặc chụp lại gần và rõ hơn."
)
MANY = (
    f"Bản quét dài quá {MOST_PAGES} trang nên không nhận chữ. Hãy tách tệp, hoặc chỉ gửi phần văn bản chính."
)
HUGE = "Ảnh quá lớn (trên 45 triệu điểm ảnh) nên không đọc. Hãy quét lại ở 300 điểm/inch, khổ A4."
BROKEN = "Ảnh bị hỏng nên không mở được. Hãy quét hoặc chụp lại rồi thử lại."
NOTHING = "Tệp PDF không có chữ và cũng không có ảnh quét nào để nhận chữ. Hãy chọn lại tệp."


def to_pages(content: bytes, file_kind: str, only: list[int]) -> list[dict[str, Any]]:
    """Leaves page-001.png … and their list pages.txt; returns {number, width, height, dpi} of each.

    file_kind: "pdf", "jpeg", "png" or "tiff"; only: the pages of a PDF to take; sizes in pixels. Raises
    Unreadable: broken, too large, too many pages, or too coarse for letters to be told apart.
    """
    pages = []
    pictures = _of_pdf(content, only) if file_kind == "pdf" else _of_image(content)
    for number, picture, dpi in pictures:
        if dpi < LEAST_DPI:
            raise Unreadable(LOW.format(dpi=round(dpi)))
        page, dpi = _straight(*_fitted(picture, dpi))
        name = f"page-{number:03d}.png"
        page.save(name, compress_level=1, dpi=(dpi, dpi))
        pages.append({"number": number, "width": page.width, "height": page.height, "dpi": dpi})
    if not pages:
        raise Unreadable(NOTHING)
    Path("pages.txt").write_text("".join(f"page-{page['number']:03d}.png\n" for page in pages))
    return pages


def _of_pdf(content: bytes, only: list[int]) -> Iterator[tuple[int, Image.Image, float]]:
    pdf = pdfium.PdfDocument(content)
    if len(only) > MOST_PAGES:
        raise Unreadable(MANY)
    for number in only:
        page = pdf[number - 1]
        dpi = _dpi_of_scan(page)
        if dpi is None:
            continue  # nothing was scanned onto this page
        scale = min(max(dpi, LEAST_DPI), BEST_DPI) / 72
        if page.get_width() * page.get_height() * scale * scale > MOST_PIXELS:
            raise Unreadable(HUGE)
        if dpi < LEAST_DPI:
            raise Unreadable(LOW.format(dpi=round(dpi)))
        yield number, page.render(scale=scale, grayscale=True).to_pil(), min(dpi, BEST_DPI)


def _dpi_of_scan(page: pdfium.PdfPage) -> float | None:
    """How finely the largest picture of this page was scanned; None without a picture."""
    best: tuple[float, float] | None = None
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        x0, _, x1, _ = thing.get_bounds()
        wide, high = thing.get_px_size()
        if x1 - x0 > 1:
            # A page that lies on its side has its picture turned.
            dpi = max(wide, high) * 72 / max(x1 - x0, thing.get_bounds()[3] - thing.get_bounds()[1])
            best = max(best or (0.0, 0.0), (float(wide * high), dpi))
    return best[1] if best else None


def _of_image(content: bytes) -> Iterator[tuple[int, Image.Image, float]]:
    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG", "TIFF")) as image:
            for at, frame in enumerate(ImageSequence.Iterator(image)):
                if at == MOST_PAGES:
                    raise Unreadable(MANY)
                if frame.width * frame.height > MOST_PIXELS:
                    raise Unreadable(HUGE)
                dpi = _dpi_of_image(frame)
                picture = ImageOps.exif_transpose(frame)
                if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
                    white = Image.new("RGBA", picture.size, "white")
                    picture = Image.alpha_composite(white, picture.convert("RGBA"))
                yield at + 1, picture.convert("L"), dpi
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, TypeError, KeyError, IndexError):
        raise Unreadable(BROKEN) from None


def _dpi_of_image(image: Image.Image) -> float:
    """What the file says when that makes a sheet of paper; else as if it showed a page of A4."""
    said = image.info.get("dpi", (0, 0))[0]
    sides = sorted((image.width, image.height))
    if said and float(said) >= 100:
        short, long = (side / float(said) for side in sides)
        if short >= _LEAST_SIDE and long <= _MOST_SIDE:
            return float(said)
    return sides[1] / _A4_HEIGHT


def _fitted(picture: Image.Image, dpi: float) -> tuple[Image.Image, int]:
    """At most BEST_DPI: finer takes longer and reads no better."""
    if dpi > BEST_DPI * 1.1:
        share = BEST_DPI / dpi
        size = (max(1, round(picture.width * share)), max(1, round(picture.height * share)))
        return picture.resize(size, Image.Resampling.LANCZOS), BEST_DPI
    return picture, round(dpi)


def _straight(picture: Image.Image, dpi: int) -> tuple[Image.Image, int]:
    """Turned until its rows of letters lie level, when they are off by 0.2 to 4 degrees."""
    small = ImageOps.invert(picture.resize((max(1, picture.width // 4), max(1, picture.height // 4))))
    coarse = max((angle / 2 for angle in range(-8, 9)), key=lambda angle: _levelness(small, angle))
    fine = max((coarse + step / 10 for step in range(-4, 5)), key=lambda angle: _levelness(small, angle))
    if abs(fine) < 0.15:
        return picture, dpi
    return picture.rotate(fine, Image.Resampling.BICUBIC, fillcolor=255), dpi


def _levelness(ink: Image.Image, angle: float) -> float:
    """How unevenly ink is spread over the rows when the page is turned by this angle: most when level."""
    turned = ink.rotate(angle, Image.Resampling.BILINEAR, fillcolor=0) if angle else ink
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return float(sum((below - above) ** 2 for above, below in zip(rows, rows[1:], strict=False)))
