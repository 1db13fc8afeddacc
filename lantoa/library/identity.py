"""Danh tính văn bản: kind + number + year + symbol make one key, however they were spelt."""

import re
from datetime import date

from lantoa.language.citations import identity_key
from lantoa.language.folding import fold
from lantoa.library.wording import DASHES


def number_key(kind: str, number: str, symbol: str) -> str:
    """ "nghị định|7|nđcp": what a citation must match to the letter; ND-CP is NĐ-CP, 07 is 7, and the
    number of a Party paper is the same whether its type stands with the number or with the symbol."""
    if party := re.fullmatch(r"\s*(\d+)\s*-\s*(\D.*)", DASHES.sub("-", number)):
        number, symbol = party[1], f"{party[2]}/{symbol}"
    return "|".join(identity_key(kind, number, DASHES.sub("-", symbol), None)[:3])


def identity(
    kind: str, number: str, year: int | None, symbol: str, issued_on: date | None = None, title: str = ""
) -> str:
    """The key under which a document stands once in the library.

    A number without a year starts anew every January, so the year of issue belongs to it. A document
    without a number (a law cited by name) is told apart by its title and year.
    """
    when = str(year or (issued_on.year if issued_on else ""))
    if not number.strip():
        return f"{' '.join(fold(kind).split())}||{' '.join(fold(title).split())[:80]}|{when}"
    return f"{number_key(kind, number, symbol)}|{when}"


def split_number(typed: str) -> tuple[str, int | None, str]:
    """ "07/2021/NĐ-CP" -> ("07", 2021, "NĐ-CP"); "90/QĐ-TTg" -> ("90", None, "QĐ-TTg"); "05-NQ/TU" ->
    ("05", None, "NQ/TU"). What has another shape stays whole in the number."""
    plain = re.sub(r"\s*([/-])\s*", r"\1", DASHES.sub("-", " ".join(typed.split())))
    shape = re.fullmatch(r"(\d+[^\W\d_]?)(?:/((?:19|20)\d\d))?(?:[/-](\D.*))?", plain)
    if not shape:
        return plain, None, ""
    number, year, symbol = shape.groups()
    return number, int(year) if year else None, symbol or ""
