"""From a citation as read in running text to the document or provision of the library, or nothing.

A wrong number never leads to another document: what does not match to the letter is not in the library.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from lantoa.language.folding import fold
from lantoa.library.identity import number_key
from lantoa.library.issuers import is_local, issuer_cited, same_issuer
from lantoa.library.models import Document, Provision

Target = Document | Provision
STEPS = (("article", "art"), ("clause", "para"), ("point", "point"))
LARGE = {"appendix": "annex", "part": "part", "chapter": "chp", "section": "sec"}


def resolve(citation: Any) -> Target | None:
    """What one citation names (see `resolve_all`)."""
    return resolve_all([citation])[0]


def resolve_all(citations: Sequence[Any], citing: str = "") -> list[Target | None]:
    """What each citation names: the provision, else the document, else None. At most three queries.

    citation: a dict or object with type, number, symbol, year, date, issuer, name, article, clause, point. A
    number without its year or symbol counts only where exactly one document fits, and so does that of a local
    paper without its issuer. citing: who issued the paper that cites. A place that the document does not hold
    gives the document.
    """
    shelf = _Shelf(citing)
    ids = [shelf.find(citation) for citation in citations]
    documents = {d.pk: d for d in Document.objects.filter(pk__in={pk for pk in ids if pk})}
    places = [eid_named_by(citation) for citation in citations]
    wanted = {eid for pk, eid in zip(ids, places, strict=True) if pk and eid}
    provisions = {}
    if wanted:
        standing = Q(added_by=None) | Q(added_by__withdrawn_at=None)
        found = Provision.objects.filter(standing, document_id__in=documents, eid__in=wanted)
        found = found.select_related("document").order_by("life")  # the last life is the one that is meant
        provisions = {(p.document_id, p.eid): p for p in found}
    return [
        provisions.get((pk, eid), documents[pk]) if pk else None for pk, eid in zip(ids, places, strict=True)
    ]


def _read(citation: Any, name: str) -> Any:
    return citation.get(name) if isinstance(citation, dict) else getattr(citation, name, None)


def eid_named_by(citation: Any) -> str:
    """art_3__para_2__point_a; in a plan sec_II__para_1__point_a; "" when the citation names no place."""
    read = {name: _place(citation, name) for name in (*LARGE, *(name for name, _ in STEPS))}
    steps = [] if read["article"] else _large_steps(read)
    if read["article"]:
        steps.append(f"art_{read['article']}")
    clause, point = read["clause"], read["point"]
    if not clause and not read["article"] and point.isdigit():
        clause, point = point, ""  # "điểm 2 mục III" of a plan
    if "." in clause:  # "khoản 1.1 Điều 10" is printed under khoản 1
        clause, point = clause.partition(".")[0], point or clause
    if clause:
        steps.append(f"para_{clause}")
    if point and steps:
        steps.append(f"point_{point.replace('đ', 'dd')}")
    return "__".join(steps)


def _place(citation: Any, name: str) -> str:
    return "".join(str(_read(citation, name) or "").lower().split())


def _large_steps(read: dict[str, str]) -> list[str]:
    """part_1, chp_II__sec_1, annex_I; "mục II.2" of a plan is sec_II__para_2."""
    steps = [f"{prefix}_{read[name].upper()}" for name, prefix in LARGE.items() if read[name]]
    if read["section"] and "." in read["section"]:
        section, *inside = read["section"].split(".")
        steps[-1] = f"sec_{section.upper()}"
        read["clause"] = read["clause"] or ".".join(inside)
    return steps


def _year(citation: Any) -> str:
    if year := _read(citation, "year"):
        return str(year)
    day = _read(citation, "date")
    if isinstance(day, date):
        return str(day.year)
    return str(day)[:4] if day else ""


def _name(text: str) -> str:
    return " ".join(fold(text).split())


@dataclass(frozen=True)
class _Held:
    """A document as citations tell it from others."""

    pk: int
    year: str
    issued_on: date | None
    issuer: str
    local: bool


class _Shelf:
    """The identities of the library, in memory: one query, short rows."""

    def __init__(self, citing: str) -> None:
        self.citing = citing
        self.by_number: dict[str, list[_Held]] = defaultdict(list)
        self.by_name: dict[str, list[_Held]] = defaultdict(list)
        columns = ("pk", "kind", "number", "symbol", "year", "issued_on", "title", "issuer")
        rows = Document.objects.values_list(*columns).order_by("pk")
        for pk, kind, number, symbol, year, issued_on, title, issuer in rows:
            when = str(year or (issued_on.year if issued_on else ""))
            held = _Held(pk, when, issued_on, issuer, bool(number) and is_local(symbol))
            if number:
                self.by_number[number_key(kind, number, symbol)].append(held)
                self.by_number[number_key(kind, number, "")].append(held)
            self.by_name[_name(_with_kind(kind, title))].append(held)

    def find(self, citation: Any) -> int | None:
        """The id of the one document that the citation names, or None."""
        if _read(citation, "self") or _read(citation, "anaphora"):
            return None
        kind, when = str(_read(citation, "type") or ""), _year(citation)
        if number := str(_read(citation, "number") or ""):
            symbol = str(_read(citation, "symbol") or "")
            if not symbol and not when:
                return None
            found = self.by_number.get(number_key(kind, number, symbol), [])
            return _only(self._of_its_issuer([one for one in found if _fits(one, when)], citation))
        if name := str(_read(citation, "name") or ""):
            found = self.by_name.get(_name(_with_kind(kind, name)), [])
            return _only([one for one in found if _fits(one, when)])
        return None

    def _of_its_issuer(self, found: list[_Held], citation: Any) -> list[_Held]:
        """Of local papers with one number those of the body that is named; of one body, that of the day."""
        if not any(one.local for one in found):
            return found
        printed = str(_read(citation, "issuer") or "")
        cited = issuer_cited(printed, self.citing) if printed or len(found) == 1 else ""
        told = [(same_issuer(one.issuer, cited), one) for one in found]
        fitting = [one for same, one in told if same] or [one for same, one in told if same is None]
        day = str(_read(citation, "date") or "")
        return [one for one in fitting if day and str(one.issued_on) == day] or fitting


def _with_kind(kind: str, name: str) -> str:
    return name if _name(name).startswith(_name(kind) + " ") else f"{kind} {name}"


def _fits(held: _Held, when: str) -> bool:
    return not when or held.year == when


def _only(fitting: list[_Held]) -> int | None:
    """The one there is; None where it is not certain."""
    keys = {one.pk for one in fitting}
    return keys.pop() if len(keys) == 1 else None
