"""Pictures for tests, drawn here: no two alike unless asked, with what a camera writes where asked."""

import random
from datetime import date
from io import BytesIO
from itertools import count

from PIL import Image

from lantoa.common.files import Upload

_numbers = count(1)
OWNER = "Chủ máy không tên"


def drawing(seed: object, size: tuple[int, int] = (90, 64)) -> Image.Image:
    """Blocks of grey that follow from the seed."""
    chance = random.Random(str(seed))
    blocks = Image.new("L", (9, 8))
    blocks.putdata([chance.randrange(256) for _ in range(72)])
    return blocks.resize(size, Image.Resampling.NEAREST).convert("RGB")


def picture(
    seed: object = None,
    *,
    taken: date | None = None,
    at: tuple[float, float] | None = None,
    kind: str = "JPEG",
    turned: int = 1,
    size: tuple[int, int] = (90, 64),
    quality: int = 90,
) -> bytes:
    """A picture as a phone writes it. taken: the day, at: the degrees (north, east) that its camera wrote."""
    image = drawing(next(_numbers) if seed is None else seed, size)
    exif = Image.Exif()
    exif[0x0112], exif[0x013B] = turned, OWNER
    if taken is not None:
        exif.get_ifd(0x8769)[0x9003] = f"{taken:%Y:%m:%d} 08:09:10"
    if at is not None:
        gps = exif.get_ifd(0x8825)
        gps[1], gps[2], gps[3], gps[4] = "N", _parts(at[0]), "E", _parts(at[1])
    out = BytesIO()
    image.save(out, kind, exif=exif, **({"quality": quality} if kind == "JPEG" else {}))
    return out.getvalue()


def _parts(degrees: float) -> tuple[float, float, float]:
    minutes = (degrees - int(degrees)) * 60
    return float(int(degrees)), float(int(minutes)), round((minutes - int(minutes)) * 60, 2)


def photo(name: str = "anh.jpg", **more: object) -> Upload:
    """The same as a file that somebody hands in."""
    return Upload(name, picture(**more))
