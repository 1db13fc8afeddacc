"""Khổ in: the usual sizes of posters, pano, banners and leaflets, and sizes as a person types them.

Usual sizes of the trade, not law: an office types its own size where it differs.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from lantoa.content.models import EditionKind
from lantoa.displays.models import Display

# A page of PDF is at most 14,400 points long (ISO 32000-1, annex C); what is larger is drawn at a tenth.
LONGEST_MM = 5000
SMALLEST_MM, LARGEST_MM = 80, 30_000


@dataclass(frozen=True)
class Format:
    """One size of paper or canvas, trimmed, in millimetres, with the design that suits it."""

    key: str
    name: str
    width_mm: int
    height_mm: int
    design: str  # "band" for long banners, "sheet" for everything that stands or hangs as a page
    sides: int = 1  # 2: printed on both, one page of PDF each


FORMATS = (
    Format("bang-ron-3m", "Băng rôn 3 m × 0,7 m", 3000, 700, "band"),
    Format("bang-ron-4m", "Băng rôn 4 m × 0,8 m", 4000, 800, "band"),
    Format("bang-ron-6m", "Băng rôn 6 m × 0,8 m", 6000, 800, "band"),
    Format("ap-phich-a3", "Áp phích A3 (297 × 420 mm)", 297, 420, "sheet"),
    Format("ap-phich-a2", "Áp phích A2 (420 × 594 mm)", 420, 594, "sheet"),
    Format("ap-phich-a1", "Áp phích A1 (594 × 841 mm)", 594, 841, "sheet"),
    Format("pano-3x2", "Pano 3 m × 2 m", 3000, 2000, "sheet"),
    Format("pano-4x3", "Pano 4 m × 3 m", 4000, 3000, "sheet"),
    Format("bang-tin-a4", "Bảng tin A4 (210 × 297 mm)", 210, 297, "sheet"),
    Format("to-roi-a5", "Tờ rơi A5 một mặt (148 × 210 mm)", 148, 210, "sheet"),
    Format("to-roi-a5-hai-mat", "Tờ rơi A5 hai mặt (148 × 210 mm)", 148, 210, "sheet", 2),
)
_SUITED = {
    EditionKind.BANNER: ("bang-ron",),
    EditionKind.POSTER: ("ap-phich", "pano", "bang-tin"),
    EditionKind.LEAFLET: ("to-roi", "bang-tin"),
}
_BY_DISPLAY = {
    Display.Kind.BANNER: ("bang-ron",),
    Display.Kind.POSTER: ("ap-phich",),
    Display.Kind.PANO: ("pano",),
    Display.Kind.NOTICE: ("bang-tin",),
}
_METRES = {"m": 1000, "cm": 10, "mm": 1}
_SIZE = re.compile(
    r"^\s*(?P<w>\d+(?:[.,]\d+)?)\s*(?P<wu>mm|cm|m)?\s*[x×*]\s*(?P<h>\d+(?:[.,]\d+)?)\s*(?P<hu>mm|cm|m)?\s*$",
    re.IGNORECASE,
)
_PAPER = re.compile(r"^\s*(?:khổ\s+)?A(?P<n>[0-5])\s*(?P<lying>ngang)?\s*$", re.IGNORECASE)
_A_SERIES = {0: (841, 1189), 1: (594, 841), 2: (420, 594), 3: (297, 420), 4: (210, 297), 5: (148, 210)}


def formats_for(edition_kind: str, display_kind: str = "") -> list[Format]:
    """The usual sizes for an edition, of one kind of display when that is said."""
    starts = _BY_DISPLAY.get(Display.Kind(display_kind)) if display_kind else None
    starts = starts or _SUITED.get(EditionKind(edition_kind), ())
    return [one for one in FORMATS if one.key.startswith(starts)] if starts else []


def size_in(words: str) -> tuple[int, int] | None:
    """Width and height in mm of "6 m × 0,8 m", "60x90 cm", "A3", "A4 ngang"; None for anything else.

    A unit said once counts for both. Sizes that nobody prints (under 8 cm, over 30 m) are not read.
    """
    if paper := _PAPER.match(words):
        width, height = _A_SERIES[int(paper["n"])]
        return (height, width) if paper["lying"] else (width, height)
    found = _SIZE.match(words)
    if not found or not (found["wu"] or found["hu"]):
        return None
    width_unit = (found["wu"] or found["hu"]).lower()
    height_unit = (found["hu"] or found["wu"]).lower()
    size = (_millimetres(found["w"], width_unit), _millimetres(found["h"], height_unit))
    return size if all(SMALLEST_MM <= side <= LARGEST_MM for side in size) else None


def design_of(width_mm: int, height_mm: int) -> str:
    """A long strip is set as a band, everything else as a page."""
    return "band" if width_mm >= 2.6 * height_mm else "sheet"


def _millimetres(number: str, unit: str) -> int:
    return round(Decimal(number.replace(",", ".")) * _METRES[unit])
