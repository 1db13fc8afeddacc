"""The file for the print shop: PDF at real size with bleed, crop marks, trim and bleed boxes."""

import io
import json
from dataclasses import asdict, dataclass
from itertools import accumulate
from pathlib import Path

import pypdfium2 as pdfium
import segno
import typst

from lantoa.displays.artwork.formats import LONGEST_MM, design_of
from lantoa.paper.writing.pdf import fonts

TEMPLATE = Path(__file__).with_name("artwork.typ")
BLEED_MM, MARKS_MM = 3.0, 7.0
POINTS = 72 / 25.4


@dataclass(frozen=True)
class Said:
    """One passage below the headline: its lines, and its form (paragraph, heading, list, call)."""

    lines: tuple[str, ...]
    form: str = "paragraph"


@dataclass(frozen=True)
class Sheet:
    """What is printed. width_mm, height_mm: the trimmed size. headline and body: the approved words.

    sources: the provisions the words rest on, one short line each. true_until: the sentence that says until
    when the words hold, "" when no end is known. address: of the public page that says whether this
    sheet still holds; the QR code leads there; "" leaves both out. sides: on how many the words are set.
    """

    width_mm: int
    height_mm: int
    headline: str
    body: tuple[Said, ...]
    issuer: str
    sources: tuple[str, ...] = ()
    true_until: str = ""
    address: str = ""
    sides: int = 1

    @property
    def pages(self) -> list[tuple[Said, ...]]:
        """The words below the headline, side by side: whole passages, a heading with what it heads."""
        if self.sides == 1 or len(self.body) < 2:
            return [self.body]
        lengths = list(accumulate(len(" ".join(one.lines)) for one in self.body))
        cut = next(n for n, so_far in enumerate(lengths, 1) if 2 * so_far >= lengths[-1])
        cut -= cut == len(self.body)  # the last passage alone is half of it
        cut -= cut > 1 and self.body[cut - 1].form == "heading"
        return [self.body[:cut], self.body[cut:]]

    @property
    def scale(self) -> int:
        """1, or 10 for what is longer than a page of PDF may be: drawn at a tenth and marked so."""
        return 10 if max(self.width_mm, self.height_mm) > LONGEST_MM else 1


def artwork_pdf(sheet: Sheet) -> bytes:
    """The sheet as PDF. Its TrimBox is the size asked for (a tenth of it where `scale` is 10)."""
    data = {
        "width": sheet.width_mm / sheet.scale,
        "height": sheet.height_mm / sheet.scale,
        "scale": sheet.scale,
        "bleed": BLEED_MM,
        "marks": MARKS_MM,
        "design": design_of(sheet.width_mm, sheet.height_mm),
        "headline": sheet.headline,
        "pages": [[asdict(one) for one in page] for page in sheet.pages],
        "issuer": sheet.issuer,
        "sources": list(sheet.sources),
        "until": sheet.true_until,
        "address": sheet.address.removeprefix("https://").removeprefix("http://"),
        "qr": _modules(sheet.address) if sheet.address else [],
    }
    drawn = typst.compile(
        TEMPLATE.read_bytes(),
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"sheet": json.dumps(data, ensure_ascii=False)},
    )
    return _with_boxes(drawn)


def _modules(address: str) -> list[str]:
    """The QR code row by row, "1" for a dark module; error correction M: a fifth may be scratched."""
    code = segno.make(address, error="m", micro=False, boost_error=False)
    return ["".join("1" if dark else "0" for dark in row) for row in code.matrix]


def _with_boxes(drawn: bytes) -> bytes:
    """Tell the print shop's programs where to cut: TrimBox and BleedBox."""
    document = pdfium.PdfDocument(drawn)
    try:
        for page in document:
            width, height = page.get_size()
            bleed, trim = MARKS_MM * POINTS, (MARKS_MM + BLEED_MM) * POINTS
            page.set_bleedbox(bleed, bleed, width - bleed, height - bleed)
            page.set_trimbox(trim, trim, width - trim, height - trim)
        kept = io.BytesIO()
        document.save(kept)
        return kept.getvalue()
    finally:
        document.close()
