"""Papers of ours as a scanner or a camera would give them, and how far words are from words."""

import random
from io import BytesIO

import pypdfium2 as pdfium
from PIL import Image, ImageFilter

from lantoa.paper.structure import OfficialDocument
from lantoa.paper.writing import to_pdf


def scanned(
    document: OfficialDocument, dpi: int, *, tilt: float = 0.0, noise: float = 0.0, seed: int = 1
) -> list[Image.Image]:
    """Each page as a grey picture; tilt in degrees, noise as the share of stray grey (0 to 1)."""
    pdf = pdfium.PdfDocument(to_pdf(document))
    pages = [pdf[at].render(scale=dpi / 72, grayscale=True).to_pil() for at in range(len(pdf))]
    chance = random.Random(seed)
    out = []
    for page in pages:
        if tilt:
            page = page.rotate(tilt, Image.Resampling.BICUBIC, fillcolor=255)
        if noise:
            specks = Image.frombytes("L", page.size, chance.randbytes(page.width * page.height))
            page = Image.blend(page.filter(ImageFilter.GaussianBlur(0.4)), specks, noise)
        out.append(page)
    return out


def as_file(pages: list[Image.Image], kind: str, dpi: int | None) -> bytes:
    """The pictures as one PDF, TIFF, PNG or JPEG; without dpi the file does not tell it."""
    out = BytesIO()
    told = {} if dpi is None else {"resolution": float(dpi)} if kind == "PDF" else {"dpi": (dpi, dpi)}
    many = {"save_all": True, "append_images": pages[1:]} if kind in ("PDF", "TIFF") else {}
    pages[0].save(out, kind, **told, **many)
    return out.getvalue()


def errors_in(read: str, truth: str) -> float:
    """Character error rate: edits over the length of the truth, blanks folded."""
    a, b = " ".join(read.split()), " ".join(truth.split())
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1] / max(len(b), 1)
