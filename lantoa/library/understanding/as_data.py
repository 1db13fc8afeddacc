"""A change that comes as data (kind of relation, id of the place), as a paper would have stated it."""

from dataclasses import asdict, replace
from datetime import date

from lantoa.language.citations import Citation
from lantoa.library.models import Document, Relation
from lantoa.library.models.documents import place_of
from lantoa.library.models.relations import CITED
from lantoa.library.understanding.proposal import Cited

CODES = {
    Relation.Kind.REPLACE: "thay_the",
    Relation.Kind.REPEAL: "bai_bo",
    Relation.Kind.ANNUL: "huy_bo",
    Relation.Kind.AMEND: "sua_doi_bo_sung",
    Relation.Kind.SUPPLEMENT: "bo_sung",
    Relation.Kind.SUSPEND: "ngung_hieu_luc",
    Relation.Kind.CORRECT: "dinh_chinh",
}
FIELDS = {"art": "article", "para": "clause", "point": "point", "chp": "chapter", "sec": "section"}


def stated_as_data(
    document: Document, eid: str, kind: str, words: str, on: date | None, new_words: str
) -> Cited | None:
    """None for a relation that changes nothing, or an id that names no place of a tree."""
    code = CODES.get(Relation.Kind(kind)) if kind in Relation.Kind.values else None
    steps = [step.partition("_") for step in eid.split("__")]
    if code is None or any(prefix not in FIELDS for prefix, *_ in steps):
        return None
    place = place_of(eid)
    citation = Citation(
        text=f"{place} {document}",
        start=0,
        end=0,
        type=document.kind,
        number=document.number or None,
        symbol=document.symbol or None,
        year=document.year or (document.issued_on.year if document.issued_on else None),
        name=None if document.number else document.title,
        full=document.full_number or None,
        issuer=document.issuer or None,
        relation=code,
    )
    for prefix, _, number in steps:
        said = number.replace("dd", "đ") if prefix == "point" else number
        citation = replace(citation, **{FIELDS[prefix]: said})  # type: ignore[arg-type]  # all are words
    words = words or f"{CITED[code][0].label} {place}"
    return Cited(asdict(citation), code, words, on=on.isoformat() if on else "", new_words=new_words)
