"""How the citations of editions stand on a day, and which editions no longer rest on good words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Prefetch, QuerySet

from lantoa.content.models import Approval, Citation, Clearing, Edition, EditionVersion
from lantoa.content.queries.versions import current_and_newest, with_all_that_is_signed
from lantoa.content.rules.a_tick_carries_what_is_unchanged import CarriedTick, carried_ticks
from lantoa.content.states import EditionState
from lantoa.library.models import Effect, Provision
from lantoa.library.queries import may_not_stand, provisions_touched_by, state_of
from lantoa.library.rules.standing_of_a_citation import Pin, PinState
from lantoa.people.queries import Scope


def states_of(
    citations: Iterable[Citation], day: date, supposing: Iterable[Effect] = ()
) -> dict[int, PinState]:
    """How citations stand on a day, by citation id. One query more than `state_of`, for any number.

    supposing: effects counted in as if they were recorded (a rehearsal).
    """
    citations = list(citations)
    cleared = _cleared(c.pk for c in citations)
    pins = [Pin(c.pk, c.provision_id, c.fingerprint, cleared[c.pk]) for c in citations]
    return {int(str(key)): state for key, state in state_of(pins, day, supposing).items()}


def _cleared(citation_ids: Iterable[int]) -> dict[int, frozenset[int]]:
    """Citation id -> ids of the causes that a person has cleared for it."""
    found: dict[int, frozenset[int]] = defaultdict(frozenset)
    rows = Clearing.objects.filter(citation_id__in=list(citation_ids))
    for citation_id, cause_id in rows.values_list("citation_id", "cause_id"):
        found[citation_id] |= {cause_id}
    return found


def ticks_carried_to(version: EditionVersion, day: date) -> dict[str, CarriedTick]:
    """What of a version need not be judged again, by the name of its verdict: nothing of it has changed since
    it was found right. version: whole. A constant number of queries."""
    before = EditionVersion.objects.filter(
        edition_id=version.edition_id, number__lt=version.number, submitted_at__isnull=False
    )
    whole = with_all_that_is_signed(before).prefetch_related(
        Prefetch("approvals", Approval.objects.select_related("by"))
    )
    return carried_ticks(version, whole, states_of(version.citations.all(), day))


@dataclass(frozen=True)
class Suspect:
    """A version that rests on words which no longer hold (or will end), with the citations that say so."""

    version: EditionVersion
    citations: tuple[tuple[Citation, PinState], ...]

    @property
    def edition(self) -> Edition:
        return self.version.edition


def suspects(day: date, mine: Scope, *, ending: bool = False, most: int | None = None) -> list[Suspect]:
    """Editions of the units inside a scope whose current version has a suspect (or unknown) citation.

    ending: also those that are good on the day but will end. most: only the first so many. A constant number
    of queries.
    """
    editions = Edition.objects.filter(article__unit_id__in=mine.inside()).exclude(
        state=EditionState.WITHDRAWN
    )
    return suspects_among(editions, day, ending=ending, most=most)


def suspects_among(
    editions: QuerySet[Edition] | Iterable[Edition],
    day: date,
    *,
    ending: bool = False,
    most: int | None = None,
) -> list[Suspect]:
    """The same for given editions: of each, its newest approved version and its newest one.

    Citations are judged by their bare facts, and only where a fact may speak against one; only those that
    are hit are fetched with what is shown.
    """
    within = editions.values("pk") if isinstance(editions, QuerySet) else [e.pk for e in editions]
    doubts = doubted(Citation.objects.filter(version__edition__in=within), day)
    states = state_of(pins_of(doubts), day)
    wanted = {"suspect", "unknown", "ending_on"} if ending else {"suspect", "unknown"}
    hit = [one for one in doubts if states[one.fact].kind in wanted]
    current = current_and_newest({one.version_id for one in hit})
    first = sorted((edition_id, pk) for pk, edition_id in current.items())[:most]
    versions = {pk for _, pk in first}
    return _with_names({one.pk: states[one.fact] for one in hit if one.version_id in versions})


def _with_names(shown: Mapping[int, PinState]) -> list[Suspect]:
    """The citations of these ids with their versions and provisions, each of those fetched once."""
    order = ("version__edition_id", "version__number", "block", "pk")
    citations = list(Citation.objects.filter(pk__in=shown).order_by(*order))
    law = Provision.objects.select_related("document").defer("words", "folded")
    provisions = {one.pk: one for one in law.filter(pk__in={c.provision_id for c in citations})}
    whole = EditionVersion.objects.select_related("edition__article").defer("canonical")
    versions = {one.pk: one for one in whole.filter(pk__in={c.version_id for c in citations})}
    found: dict[EditionVersion, list[tuple[Citation, PinState]]] = defaultdict(list)
    for citation in citations:
        citation.provision, citation.version = (
            provisions[citation.provision_id],
            versions[citation.version_id],
        )
        found[citation.version].append((citation, shown[citation.pk]))
    return [Suspect(version, tuple(some)) for version, some in found.items()]


class Fact(NamedTuple):
    """What the standing of a citation hangs on, as a `Pin` has it."""

    provision_id: int
    fingerprint: str
    cleared: frozenset[int]


class Doubted(NamedTuple):
    """A citation that a recorded fact may speak against, and all that its standing hangs on."""

    pk: int
    version_id: int
    fact: Fact


def pins_of(doubts: Iterable[Doubted]) -> list[Pin]:
    """What to judge of them, by their facts. Facts are few: those of the same words, cleared of the same
    causes, need judging once."""
    return [Pin(fact, *fact) for fact in {one.fact for one in doubts}]


def doubted(citations: QuerySet[Citation], day: date) -> list[Doubted]:
    """Those of the citations that do not plainly stand, oldest first. Four queries."""
    rows = citations.filter(may_not_stand(day)).order_by("pk")
    found: dict[int, Doubted] = {}
    for pk, version_id, provision_id, mark, cause_id in rows.values_list(
        "pk", "version_id", "provision_id", "fingerprint", "clearings__cause_id"
    ):
        cleared = found[pk].fact.cleared if pk in found else frozenset()
        cleared |= {cause_id} if cause_id else frozenset()
        found[pk] = Doubted(pk, version_id, Fact(provision_id, mark, cleared))
    return list(found.values())


def citations_struck_by(
    supposing: Iterable[Effect], day: date
) -> dict[EditionVersion, list[tuple[Citation, PinState]]]:
    """Versions with the citations that supposed effects would put in doubt on a day (suspect or unknown).

    Every version that cites what they touch is asked, old ones too: they may hang or be on paper. A citation
    that stands badly already counts when a supposed effect is one more cause. A constant number of
    queries.
    """
    supposing = list(supposing)
    supposed = {effect.pk for effect in supposing}
    citations = list(
        Citation.objects.filter(provisions_touched_by(supposing))
        .select_related("provision__document", "version__edition__article")
        .order_by("version_id", "pk")
    )
    states = states_of(citations, day, supposing)
    struck: dict[EditionVersion, list[tuple[Citation, PinState]]] = defaultdict(list)
    for one in citations:
        state = states[one.pk]
        if state.kind in ("suspect", "unknown") and supposed & {cause.pk for cause in state.causes}:
            struck[one.version].append((one, state))
    return struck
