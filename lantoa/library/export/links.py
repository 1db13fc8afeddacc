"""Identifiers that others can read: Akoma Ntoso addresses of documents and of places in them."""

import re

from lantoa.language.folding import fold
from lantoa.library.models import Document, Provision

UNKNOWN_YEAR = "0001"  # the standard asks for a year; this one cannot be mistaken for a real one


def work_uri(document: Document) -> str:
    """/akn/vn/act/nghi-dinh/2021/07-2021-nd-cp: the document, whatever its version or file. The number of a
    local paper follows its author: /akn/vn/act/quyet-dinh/uy-ban-nhan-dan-tinh-x/2026/05-2026-qd-ubnd."""
    year = document.year or (document.issued_on.year if document.issued_on else UNKNOWN_YEAR)
    name = _slug(document.full_number) or _slug(document.title)[:80].strip("-") or "khong-so"
    whose = f"{_slug(document.issuer)}/" if document.is_local and _slug(document.issuer) else ""
    apart = f"-{_slug(document.apart)}" if _slug(document.apart) else ""
    return f"/akn/vn/act/{_slug(document.kind)}/{whose}{year}/{name}{apart}"


def expression_uri(document: Document) -> str:
    """The Vietnamese text as issued: the words that the library holds."""
    when = document.issued_on.isoformat() if document.issued_on else ""
    return f"{work_uri(document)}/vie@{when}"


def id_of(provision: Provision) -> str:
    """art_3__para_2; art_3__para_2~2 in its second life: one id for each element of an expression."""
    return provision.eid if provision.life == 1 else f"{provision.eid}~{provision.life}"


def place_uri(target: Document | Provision, seen_from: Document | None = None) -> str:
    """A document, or a place in it: /akn/.../~art_3__para_2; "#art_3" seen from the document itself."""
    if isinstance(target, Document):
        return work_uri(target)
    if seen_from is not None and target.document_id == seen_from.pk:
        return f"#{id_of(target)}"
    return f"{work_uri(target.document)}/~{id_of(target)}"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
