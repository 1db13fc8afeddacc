"""Is what people were told still true on a day? Asked of library and content for all that is in view."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lantoa.common.dates import VIETNAM, say
from lantoa.content.models import Citation, EditionVersion
from lantoa.content.queries import states_of
from lantoa.content.states import EditionState
from lantoa.library.rules.standing_of_a_citation import PinState


@dataclass(frozen=True)
class Truth:
    """since: the day from which it is no longer true (None when that day is unknown). until: the first day
    on which it will not be, as far as known. says: why, in Vietnamese, "" when it simply holds."""

    holds: bool
    since: date | None = None
    until: date | None = None
    says: str = ""


def truths_of(version_ids: Iterable[int], day: date) -> dict[int, Truth]:
    """Version id -> is what it said still true on `day`? A constant number of queries."""
    versions = EditionVersion.objects.filter(pk__in=set(version_ids)).select_related("edition")
    citations = list(Citation.objects.filter(version__in=versions).select_related("provision__document"))
    states = states_of(citations, day)
    cited: dict[int, list[tuple[Citation, PinState]]] = defaultdict(list)
    for citation in citations:
        cited[citation.version_id].append((citation, states[citation.pk]))
    return {version.pk: _truth(version, cited[version.pk], day) for version in versions}


def _truth(version: EditionVersion, cited: list[tuple[Citation, PinState]], day: date) -> Truth:
    edition = version.edition
    if edition.state == EditionState.WITHDRAWN and edition.withdrawn_at:
        since = edition.withdrawn_at.astimezone(VIETNAM).date()
        if since <= day:
            return Truth(False, since, None, f"Bài đã rút từ {say(since)}: {edition.withdrawn_why}")
    broken = [(c, s) for c, s in cited if not s.may_be_told]
    if broken:
        days = [s.on for _, s in broken if s.on]
        says = "; ".join(dict.fromkeys(s.says for _, s in broken))
        return Truth(False, min(days) if days else None, None, says)
    coming = [s for _, s in cited if s.kind == "ending_on" and s.on]
    if coming:
        first = min(coming, key=lambda s: s.on or date.max)
        return Truth(True, None, first.on, first.says)
    return Truth(True)


def truth_by_policy(state: PinState, told_on: date) -> Truth:
    """Of a deed without a version (a class, a talk): is what its policy rested on that day still so?

    A change that came before the deed is taken to have been told with it.
    """
    if state.kind == "suspect" and (state.on is None or state.on > told_on):
        return Truth(False, state.on, None, state.says)
    if state.kind == "unknown":
        return Truth(False, None, None, state.says)
    if state.kind == "ending_on":
        return Truth(True, None, state.on, state.says)
    return Truth(True)
