"""Maket in: an approved edition as a file for the print shop, at real size, with bleed and a QR code."""

from lantoa.displays.artwork.formats import FORMATS, Format, formats_for, size_in
from lantoa.displays.artwork.of_version import sheet_of, sources_of
from lantoa.displays.artwork.sheet import Said, Sheet, artwork_pdf

__all__ = [
    "FORMATS",
    "Format",
    "Said",
    "Sheet",
    "artwork_pdf",
    "formats_for",
    "sheet_of",
    "size_in",
    "sources_of",
]
