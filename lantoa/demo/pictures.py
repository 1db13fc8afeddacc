"""Pictures that stand for photos and scans in the demo: plain PNG made here, no file of anybody."""

import hashlib
import struct
import zlib

from lantoa.common.files import Upload

COLOURS = [(10, 91, 93), (163, 42, 18), (118, 110, 97), (224, 239, 236)]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def photo(name: str, width: int = 240, height: int = 160) -> Upload:
    """Blocks of colour that follow from its name: no two proofs are the same bytes, nor look alike."""
    blocks = hashlib.shake_256(name.encode()).digest(9 * 8)
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            rows += bytes(COLOURS[blocks[y * 8 // height * 9 + x * 9 // width] % len(COLOURS)])
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    label = _chunk(b"tEXt", b"Title\0" + name.encode("ascii", "replace"))
    image = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + label
    image += _chunk(b"IDAT", zlib.compress(bytes(rows))) + _chunk(b"IEND", b"")
    return Upload(f"{name}.png", image)


def sheet(name: str) -> Upload:
    """The same as large as a sheet that was scanned to be read."""
    return photo(name, 600, 840)
