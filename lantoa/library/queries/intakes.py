"""What came in and waits: intakes, their files by outcome, and what they name that is not here."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from lantoa.library.comparing import Difference, differences
from lantoa.library.models import Document, Intake, IntakeFile
from lantoa.library.queries.citations import resolve_all
from lantoa.library.queries.documents import same_document
from lantoa.library.queries.stated import name_of
from lantoa.library.reading import parts_of
from lantoa.library.roles import WRITE
from lantoa.library.understanding import Proposal
from lantoa.people.models import User
from lantoa.people.queries import scope

State = IntakeFile.State


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


def not_in_library(proposal: Proposal) -> list[str]:
    """Documents that the paper names and the library does not hold, each once, as "Luật 11/2030/QH18"."""
    targets = resolve_all([one.citation for one in proposal.cited], citing=proposal.get("issuer"))
    named = [
        name_of(one.citation) for one, target in zip(proposal.cited, targets, strict=True) if target is None
    ]
    return list(dict.fromkeys(named))


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
