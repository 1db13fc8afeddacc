"""Dáng ảnh: by which two pictures of one scene are known though their bytes differ (another size, other
compression, other light).

A difference hash: the picture in grey, 9 by 8; one bit for each two neighbours in a row, which is brighter.
Two pictures look alike when at most MOST_APART of the 64 bits differ. Eight bands of eight bits are indexed:
of two hashes that differ in at most seven bits at least one band is equal, so no such pair is missed.
"""

from io import BytesIO

from PIL import Image

MOST_APART = 7  # a band more than this could be missed: see above
FLAT = "flat"
_WIDE, _HIGH = 9, 8
_FLAT = 12  # of 255: less between the brightest and the darkest is a sheet of one colour


def look_of(content: bytes) -> str:
    """The hash of a picture, 16 hex digits; FLAT of one colour only: nothing can be told apart on it.

    Bytes of a picture that was drawn here (`photos.redrawn`).
    """
    with Image.open(BytesIO(content)) as picture:
        small = picture.convert("L").resize((_WIDE, _HIGH), Image.Resampling.BOX)
    grey = list(small.tobytes())
    if max(grey) - min(grey) < _FLAT:
        return FLAT
    bits = 0
    for row in range(_HIGH):
        for at in range(row * _WIDE, row * _WIDE + _WIDE - 1):
            bits = bits << 1 | (grey[at] > grey[at + 1])
    return f"{bits:016x}"


def bands_of(look: str) -> list[int]:
    """The eight bands of a hash, each 0 to 255."""
    return list(bytes.fromhex(look))


def apart(one: str, other: str) -> int:
    """In how many bits two hashes differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()
