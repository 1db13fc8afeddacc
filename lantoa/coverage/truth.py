"""Is what people were told still true on a day? Asked of library and content for all that is in view."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lantoa.common.dates import VIETNAM, say
from lantoa.content.models import Citation, EditionVersion
from lantoa.content.queries import doubted, pins_of
from lantoa.content.states import EditionState
from lantoa.library.models import Policy
from lantoa.library.queries import policy_states, state_of
from lantoa.library.queries.policies import pin_of
from lantoa.library.rules.standing_of_a_citation import PinState


@dataclass(frozen=True)
class Truth:
    """since: the day from which it is no longer true (None when that day is unknown). until: the first day
    on which it will not be, as far as known. says: why, in Vietnamese, "" when it simply holds."""

    holds: bool
    since: date | None = None
    until: date | None = None
    says: str = ""


HOLDS = Truth(True)


def standing_on(day: date, policies: Iterable[Policy]) -> tuple[dict[int, PinState], dict[int, Truth]]:
    """How each policy stands on a day, by its id; and by version id whether what it said is still true.

    policies: with their bases. A version that is not there simply holds (HOLDS). Constant number of queries.
    Only citations that a fact may speak against are judged, those of the same words and cleared of the same
    causes once, and together with what the policies rest on.
    """
    policies = list(policies)
    gone = EditionVersion.objects.filter(
        edition__state=EditionState.WITHDRAWN, edition__withdrawn_at__isnull=False
    )
    withdrawn = {
        one.pk: (one.edition.withdrawn_at.astimezone(VIETNAM).date(), one.edition.withdrawn_says)
        for one in gone.select_related("edition").defer("canonical", "blocks", "spoken").order_by()
        if one.edition.withdrawn_at
    }
    doubts = doubted(Citation.objects.all(), day)
    bases = [pin_of(basis) for policy in policies for basis in policy.bases.all()]
    states = state_of([*pins_of(doubts), *bases], day)
    not_good: dict[int, list[PinState]] = defaultdict(list)
    for one in doubts:
        if not states[one.fact].is_good:
            not_good[one.version_id].append(states[one.fact])
    found = {
        pk: _truth(withdrawn.get(pk), not_good.get(pk, []), day) for pk in withdrawn.keys() | not_good.keys()
    }
    truths = {pk: truth for pk, truth in found.items() if truth is not HOLDS}
    return policy_states(policies, day, states), truths


def _truth(withdrawn: tuple[date, str] | None, states: list[PinState], day: date) -> Truth:
    """withdrawn: since when, and why. HOLDS when nothing speaks against it."""
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
    return HOLDS


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
