"""Is what people were told still true on a day? Asked of library and content for all that is in view."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lantoa.common.dates import VIETNAM, say
from lantoa.content.models import Citation, Clearing, EditionVersion
from lantoa.content.states import EditionState
from lantoa.library.queries import state_of
from lantoa.library.rules.standing_of_a_citation import Pin, PinState


@dataclass(frozen=True)
class Truth:
    """since: the day from which it is no longer true (None when that day is unknown). until: the first day
    on which it will not be, as far as known. says: why, in Vietnamese, "" when it simply holds."""

    holds: bool
    since: date | None = None
    until: date | None = None
    says: str = ""


def truths_of(version_ids: Iterable[int], day: date) -> dict[int, Truth]:
    """Version id -> is what it said still true on `day`? A constant number of queries.

    Citations of the same words, cleared of the same causes, are judged once.
    """
    ids = set(version_ids)
    gone = EditionVersion.objects.filter(
        pk__in=ids, edition__state=EditionState.WITHDRAWN, edition__withdrawn_at__isnull=False
    )
    withdrawn = {
        one.pk: (one.edition.withdrawn_at.astimezone(VIETNAM).date(), one.edition.withdrawn_says)
        for one in gone.select_related("edition").defer("canonical")
        if one.edition.withdrawn_at
    }
    cleared: dict[int, set[int]] = defaultdict(set)
    clearings = Clearing.objects.filter(citation__version_id__in=ids)
    for citation_id, cause_id in clearings.values_list("citation_id", "cause_id"):
        cleared[citation_id].add(cause_id)
    cited: dict[int, list[Pin]] = defaultdict(list)
    pins: dict[tuple[int, str, frozenset[int]], Pin] = {}
    rows = Citation.objects.filter(version_id__in=ids).order_by("pk")
    for pk, version_id, provision_id, mark in rows.values_list(
        "pk", "version_id", "provision_id", "fingerprint"
    ):
        alike = (provision_id, mark, frozenset(cleared.get(pk, ())))
        pin = pins.get(alike) or pins.setdefault(alike, Pin(alike, *alike))
        cited[version_id].append(pin)
    states = state_of(pins.values(), day)
    return {pk: _truth(withdrawn.get(pk), [states[pin.key] for pin in cited[pk]], day) for pk in ids}


def _truth(withdrawn: tuple[date, str] | None, states: list[PinState], day: date) -> Truth:
    """withdrawn: since when, and why."""
    if withdrawn and withdrawn[0] <= day:
        return Truth(False, withdrawn[0], None, f"Bài đã rút từ {say(withdrawn[0])}: {withdrawn[1]}")
    broken = [state for state in states if not state.may_be_told]
    if broken:
        days = [state.on for state in broken if state.on]
        says = "; ".join(dict.fromkeys(state.says for state in broken))
        return Truth(False, min(days) if days else None, None, says)
    coming = [state for state in states if state.kind == "ending_on" and state.on]
    if coming:
        first = min(coming, key=lambda state: state.on or date.max)
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
