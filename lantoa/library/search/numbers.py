"""A document's number as people type it: "07/2021/NĐ-CP", "nd 07 2021", "nghị định 7/2021", "90/QĐ-TTg"."""

import re
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from lantoa.language.folding import fold, nfc
from lantoa.library.models import Document
from lantoa.library.wording import DASHES

# What people type for a kind, folded -> the kind as its documents have it, folded.
_KINDS = {
    "nd": "nghi dinh",
    "tt": "thong tu",
    "ttlt": "thong tu lien tich",
    "qd": "quyet dinh",
    "nq": "nghi quyet",
    "ct": "chi thi",
    "kh": "ke hoach",
    "cv": "cong van",
    "tb": "thong bao",
    "hd": "huong dan",
    "pl": "phap lenh",
}
_KIND_NAMES = sorted({*_KINDS, *_KINDS.values(), "bo luat", "luat"}, key=len, reverse=True)
_YEAR = r"(?:19|20)\d\d"
_SYMBOL = r"[a-z][a-z0-9]*(?:\s?[-/]\s?[a-z][a-z0-9]*)*"
_NUMBER = re.compile(
    rf"(?<![\w/.-])(?<!thang )(?:(?P<kind>{'|'.join(_KIND_NAMES)})(?:-cp|-ttg)?\s+)?(?:so\s*:?\s*)?"
    rf"(?P<number>\d{{1,5}}[a-z]?)"
    rf"(?:\s*[/ ]\s*(?P<year>{_YEAR}))?(?:\s*[/-]\s*(?P<symbol>{_SYMBOL}))?(?![\w/-])"
)


@dataclass(frozen=True)
class NumberAsked:
    """A number that a person typed; what she left out is empty."""

    number: str
    year: int | None = None
    symbol: str = ""
    kind: str = ""

    def documents(self) -> QuerySet[Document]:
        """The documents that carry this number, and no other."""
        bare = self.number.lstrip("0")
        wanted = Q(number__in=[bare.rjust(width, "0") for width in range(len(bare), len(bare) + 4)])
        if self.year:
            wanted &= Q(year=self.year) | Q(year=None, issued_on__year=self.year)
        if self.symbol:
            wanted &= Q(folded__contains=f" {self.symbol.replace('/', ' ').replace('-', ' ')} ")
        if self.kind:
            wanted &= Q(folded__startswith=f" {self.kind} ")
        return Document.objects.filter(wanted)


def read_number(text: str) -> tuple[NumberAsked | None, str]:
    """The number of a document in what was typed, and the text without it.

    A number alone ("7", "31%") is none: it needs a kind before it, or a year or symbol after a stroke.
    """
    text = nfc(DASHES.sub("-", text))
    for found in _NUMBER.finditer(fold(text)):
        kind, number, year, symbol = found.group("kind", "number", "year", "symbol")
        written = text[slice(*found.span("symbol"))] if symbol else ""
        if not (kind or (year and "/" in found[0]) or "-" in written or written.isupper()):
            continue  # "2 2021", "50/người"
        asked = NumberAsked(
            number, int(year) if year else None, re.sub(r"\s", "", symbol or ""), _KINDS.get(kind, kind or "")
        )
        return asked, f"{text[: found.start()]} {text[found.end() :]}"
    return None, text
