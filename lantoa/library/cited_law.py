"""Luật mà chính sản phẩm dựa vào: the documents that our rules and shipped facts name, and how each stands.

A small shipped table (`shipped/cited_law.json`), not the library of an office: it travels with the code that
rests on it. What no source gives is null and told as not known. An amended document has partly ended, as in
`rules.status_of_a_document`.
"""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from lantoa.language.citations import Citation, identity_key, read_citations
from lantoa.language.folding import fold
from lantoa.library.states import Status

_WORST_FIRST = (Status.ENDED, Status.NOT_YET, Status.UNKNOWN, Status.PARTLY_ENDED, Status.IN_FORCE)
MARKS = {"verified": "đã kiểm chứng", "partial": "kiểm chứng một phần", "unchecked": "chưa kiểm chứng"}


@dataclass(frozen=True)
class CitedLaw:
    """One document of the table. ended_on: the first day without force. unsure_from: nobody knows since.

    partly_in_force_on: some articles already hold from here, before the day of the whole; which ones is not
    known here, so until then nobody can say of the document how it stands.
    """

    document: str
    name: str
    partly_in_force_on: date | None
    in_force_on: date | None
    ended_on: date | None
    unsure_from: date | None
    amended: tuple[tuple[date, str], ...]
    replaced_by: tuple[str, ...]
    note: str
    source: str
    mark: str

    def standing(self, day: date) -> Status:
        if self.in_force_on is None:
            return Status.UNKNOWN
        if day < self.in_force_on:
            early = self.partly_in_force_on is not None and self.partly_in_force_on <= day
            return Status.UNKNOWN if early else Status.NOT_YET
        if self.ended_on and day >= self.ended_on:
            return Status.ENDED
        if self.unsure_from and day >= self.unsure_from:
            return Status.UNKNOWN
        return Status.PARTLY_ENDED if any(on <= day for on, _ in self.amended) else Status.IN_FORCE


@dataclass(frozen=True)
class Table:
    """The whole table: the day it was compiled, its documents, why a rule keeps one that no longer stands."""

    compiled_on: date
    documents: tuple[CitedLaw, ...]
    reasons: dict[tuple[str, str], str]  # (rule, document) -> why

    def turning_days(self) -> list[date]:
        """The day of the table and every later day on which the standing of a document changes."""
        turns = {one for law in self.documents for one in (law.ended_on, law.unsure_from) if one}
        return [self.compiled_on, *sorted(day for day in turns if day > self.compiled_on)]

    def find(self, citation: Citation) -> CitedLaw | None:
        """The document that is cited: by its number, else by a name that only one document bears."""
        fits = _same_number if citation.number else _same_name
        fitting = [law for law in self.documents if fits(law, citation)]
        return fitting[0] if len(fitting) == 1 else None


def documents_in(text: str) -> list[tuple[str, CitedLaw | None]]:
    """Each document that the text names, once, as it is printed; None: the table does not hold it."""
    found: dict[str, CitedLaw | None] = {}
    for citation in read_citations(text):
        if not (citation.self or citation.anaphora):
            law = table().find(citation)
            found.setdefault(law.document if law else " ".join(citation.text.split()), law)
    return list(found.items())


def worst(standings: list[Status]) -> Status:
    """The standing of what rests on several documents."""
    return next(one for one in _WORST_FIRST if one in standings)


@cache
def _read(law: CitedLaw) -> Citation:
    return read_citations(law.document)[0]


def _same_number(law: CitedLaw, citation: Citation) -> bool:
    """Equal in what both say of type, number, year and symbol: "Nghị định 13/2023" leaves the symbol out."""
    ours, asked = (identity_key(c.type, c.number, c.symbol, c.year) for c in (_read(law), citation))
    return ours[:2] == asked[:2] and all(
        not (a and b) or a == b for a, b in zip(ours[2:], asked[2:], strict=True)
    )


def _same_name(law: CitedLaw, citation: Citation) -> bool:
    named = f"{citation.type} {citation.name}" if citation.name else ""
    return fold(law.name) == fold(named) and (not citation.year or citation.year == _read(law).year)


@cache
def table() -> Table:
    """The shipped table."""
    path = files("lantoa.library.shipped") / "cited_law.json"
    kept = json.loads(path.read_text(encoding="utf-8"))
    return Table(
        date.fromisoformat(kept["compiled_on"]),
        tuple(_law(row) for row in kept["documents"]),
        {(row["rule"], row["document"]): row["why"] for row in kept["reasons"]},
    )


def _law(row: dict) -> CitedLaw:
    return CitedLaw(
        document=row["document"],
        name=row["name"],
        partly_in_force_on=_day(row.get("partly_in_force_on")),
        in_force_on=_day(row["in_force_on"]),
        ended_on=_day(row.get("ended_on")),
        unsure_from=_day(row.get("unsure_from")),
        amended=tuple((date.fromisoformat(one["on"]), one["by"]) for one in row.get("amended", ())),
        replaced_by=tuple(row.get("replaced_by", ())),
        note=row.get("note", ""),
        source=row["source"],
        mark=row["mark"],
    )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
