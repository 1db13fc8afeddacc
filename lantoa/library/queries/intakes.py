"""What came in and waits: intakes, their files by outcome, and where the mentions of a paper lead."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from lantoa.library.comparing import Difference, differences
from lantoa.library.models import Document, Effect, Intake, IntakeFile, Provision
from lantoa.library.queries.citations import Target, eid_named_by, resolve_all
from lantoa.library.queries.documents import same_document
from lantoa.library.reading import parts_of
from lantoa.library.roles import WRITE
from lantoa.library.understanding import Cited, Proposal, strongest
from lantoa.people.models import User
from lantoa.people.queries import scope

State = IntakeFile.State
EFFECTS = {
    "thay_the": Effect.Kind.REPLACE,
    "het_hieu_luc": Effect.Kind.REPEAL,
    "bai_bo": Effect.Kind.REPEAL,
    "huy_bo": Effect.Kind.REPEAL,
    "sua_doi_bo_sung": Effect.Kind.AMEND,
    "bo_sung": Effect.Kind.AMEND,
    "ngung_hieu_luc": Effect.Kind.SUSPEND,
    "dinh_chinh": Effect.Kind.CORRECT,
}
# A whole document is not marked as changed because some article of it is.
_NEED_A_PLACE = {Effect.Kind.AMEND, Effect.Kind.CORRECT}


@dataclass(frozen=True)
class Stated:
    """A relation that a paper states, and what of the library it is to ("" effect: it changes nothing).

    target: the document or provision, None when the library does not hold the document. exact: the place
    named is the target itself, not only its document. added_eid: a new place that the target shall get.
    """

    index: int
    cited: Cited
    target: Target | None
    exact: bool
    effect: str
    added_eid: str = ""

    def on(self, effective_on: date | None) -> date | None:
        """The day of the effect: the sentence's own, else that of the paper; None when it names an event."""
        if self.cited.since:
            return None
        return date.fromisoformat(self.cited.on) if self.cited.on else effective_on


@dataclass(frozen=True)
class Tally:
    """The account of an intake: read = proposed + refused + known; proposed ones were since decided."""

    read: int = 0
    proposed: int = 0
    refused: int = 0
    known: int = 0
    waiting: int = 0
    confirmed: int = 0
    discarded: int = 0


def visible_intakes(user: User) -> QuerySet[Intake]:
    """Those who write the library see every intake: law belongs to no unit."""
    intakes = Intake.objects.select_related("by")
    return intakes if scope(user).roles & WRITE else intakes.none()


def visible_intake_files(user: User) -> QuerySet[IntakeFile]:
    """The files of the intakes that exist for this person."""
    files = IntakeFile.objects.select_related("intake__by", "document", "file", "decided_by")
    return files if scope(user).roles & WRITE else files.none()


def files_waiting(user: User) -> QuerySet[IntakeFile]:
    """Proposals that wait for a person, the oldest first."""
    waiting = visible_intake_files(user).filter(state=State.PROPOSED)
    return waiting.order_by("id")


def tallies(intakes: Iterable[Intake]) -> dict[int, Tally]:
    """Intake id -> its account. One query for any number."""
    rows = IntakeFile.objects.filter(intake__in=list(intakes)).order_by()
    counts: dict[int, dict[str, int]] = {}
    for row in rows.values("intake_id", "state").annotate(n=Count("pk")):
        counts.setdefault(row["intake_id"], {})[row["state"]] = row["n"]
    return {pk: tally(states) for pk, states in counts.items()}


def tally(states: dict[str, int]) -> Tally:
    """The account of files counted by state."""
    waiting, confirmed = states.get(State.PROPOSED, 0), states.get(State.CONFIRMED, 0)
    discarded = states.get(State.DISCARDED, 0)
    refused, known = states.get(State.REFUSED, 0), states.get(State.KNOWN, 0)
    proposed = waiting + confirmed + discarded
    return Tally(proposed + refused + known, proposed, refused, known, waiting, confirmed, discarded)


def stated_relations(proposal: Proposal) -> list[Stated]:
    """The relations of a paper with their targets, the strongest for each target. At most six queries."""
    cited = strongest(proposal.cited)
    issuer = proposal.get("issuer")
    targets = resolve_all([one.citation for one in cited], citing=issuer)
    parents = resolve_all([_above(one.citation) for one in cited], citing=issuer)
    return [_stated(at, *one) for at, one in enumerate(zip(cited, targets, parents, strict=True))]


def not_in_library(proposal: Proposal) -> list[str]:
    """Documents that the paper names and the library does not hold, each once, as "Luật 11/2030/QH18"."""
    targets = resolve_all([one.citation for one in proposal.cited], citing=proposal.get("issuer"))
    named = [
        name_of(one.citation) for one, target in zip(proposal.cited, targets, strict=True) if target is None
    ]
    return list(dict.fromkeys(named))


def name_of(c: dict[str, Any]) -> str:
    """A document as a citation names it: "Luật 11/2030/QH18"; fields that were not read may be missing."""
    full = c.get("full") or "/".join(str(c[k]) for k in ("number", "year", "symbol") if c.get(k))
    said = [c.get("type"), full, "" if full else c.get("name")]
    if not full and c.get("year"):
        said.append(f"năm {c['year']}")
    return " ".join(str(part) for part in said if part)


def paper_of(proposal: Proposal) -> Document | None:
    """The document that a paper seems to be, not saved; None when too little is known of it."""
    facts = proposal.facts()
    if not facts["kind"] or not (facts["number"] or facts["title"]):
        return None
    if facts["number"] and not facts["symbol"]:
        return None
    named = ("kind", "number", "year", "symbol", "issuer", "issued_on", "title")
    paper = Document(**{name: facts[name] for name in named})
    paper.derive()
    return paper


def held_of(proposal: Proposal) -> Document | None:
    """The document of the library that a paper is, or may be."""
    paper = paper_of(proposal)
    return same_document(paper) if paper else None


def differences_from(held: Document, proposal: Proposal) -> list[Difference]:
    """Where a paper says otherwise than the document that is held."""
    return differences(held, parts_of(proposal.text), proposal.facts())


def _above(citation: dict[str, Any]) -> dict[str, Any]:
    """What the place that a citation names lies in."""
    lowest = next((part for part in ("point", "clause", "article") if citation[part]), "")
    return {**citation, lowest: None} if lowest else citation


def _stated(index: int, cited: Cited, target: Target | None, parent: Target | None) -> Stated:
    exact = _is_exact(cited, target)
    kind = EFFECTS.get(cited.relation, "")
    if cited.relation == "bo_sung" and not exact and _is_exact(Cited(_above(cited.citation)), parent):
        return Stated(index, cited, parent, True, Effect.Kind.SUPPLEMENT, eid_named_by(cited.citation))
    whole = isinstance(target, Document) and not cited.old_phrase  # a phrase may change wherever it stands
    if not exact or (whole and (kind in _NEED_A_PLACE or cited.partly)):
        kind = ""
    return Stated(index, cited, target, exact, str(kind))


def _is_exact(cited: Cited, target: Target | None) -> bool:
    """Whether the target is the very place that the words name."""
    c = cited.citation
    if c["article_to"] or c["appendix"] or c["form"]:
        return False
    if c["article"]:
        return isinstance(target, Provision)
    return isinstance(target, Document) and not any(
        c.get(p) for p in ("part", "chapter", "section", "subsection", "clause", "point")
    )
