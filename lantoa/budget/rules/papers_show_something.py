"""Tệp chứng từ là ảnh thì phải đủ lớn để đọc và không phải ảnh trống.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.4. Cỡ ảnh nhỏ nhất là cách làm của sản phẩm.
Only the shape of the input is asked: what a picture shows, and whether it is a paper at all, is for the
second person to see.
"""

import io

from PIL import Image, ImageStat, UnidentifiedImageError

from lantoa.common.files import PHOTOS, Upload, kind_of
from lantoa.common.problems import Problem

SHORTEST_SIDE = 300  # pixels: an A6 receipt at 75 dots an inch is just readable
LARGEST = 50_000_000  # pixels: nothing larger is opened
FLAT = 3.0  # of 255: how much the shades of a picture spread on which nothing stands


def problems_with_picture(upload: Upload) -> list[Problem]:
    """Why this picture can be no paper that anybody reads; other kinds of file are not judged."""
    if kind_of(upload.content) not in PHOTOS:
        return []
    try:
        with Image.open(io.BytesIO(upload.content)) as picture:
            if picture.width * picture.height > LARGEST:
                return [_problem("paper_too_large", upload, "quá lớn. Chụp hoặc quét lại ở cỡ nhỏ hơn")]
            if min(picture.size) < SHORTEST_SIDE:
                says = (
                    f"chỉ có {picture.width} x {picture.height} điểm ảnh, không đọc được. Chụp hoặc quét lại"
                )
                return [_problem("paper_too_small", upload, says)]
            picture.draft("L", (400, 400))
            (spread,) = ImageStat.Stat(picture.convert("L").resize((400, 400))).stddev
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return [_problem("paper_too_large", upload, "quá lớn. Chụp hoặc quét lại ở cỡ nhỏ hơn")]
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return [_problem("paper_unreadable", upload, "không mở được. Chụp hoặc quét lại")]
    if spread < FLAT:
        return [_problem("paper_blank", upload, "trống, không có chữ hay hình nào. Chụp hoặc quét lại")]
    return []


def _problem(code: str, upload: Upload, says: str) -> Problem:
    return Problem(code, f"Ảnh “{upload.name}” {says}.", "file")
