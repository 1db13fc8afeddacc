"""Printing an official document as DOCX and PDF (Nghị định 30/2020/NĐ-CP, Phụ lục I).

Imported inside the functions: who only prints DOCX does not load the PDF engine.
"""

from lantoa.paper.structure import OfficialDocument

__all__ = ["to_docx", "to_pdf"]


def to_docx(document: OfficialDocument) -> bytes:
    """The document as the bytes of a DOCX, in Times New Roman, ready to be opened and signed."""
    from lantoa.paper.writing.docx import to_docx as write

    return write(document)


def to_pdf(document: OfficialDocument) -> bytes:
    """The document as the bytes of a PDF. Raises pdf.NoFont where the typeface is not installed."""
    from lantoa.paper.writing.pdf import to_pdf as write

    return write(document)
