"""The last answers, kept in memory: given again only for exactly the same facts.

The key of an answer is everything that it is made of: the position up to which the ledger and its late
evidence were summed, which sums those are, and all facts of `Ground.key` (the day and period asked, units and
their successions, policies and audiences, sizes, payments, channels, and how each version and policy stands).
Those facts are fetched for each question; so whatever is written by whichever process, the next question has
another key, and two processes never give two answers.
"""

import gc
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TypeVar

from lantoa.coverage.ground import Ground
from lantoa.coverage.roll_up import brought_up_to_date

KEPT = 8  # answers; the largest, of 120 wards and 40 policies, takes some 5 MB
Answer = TypeVar("Answer")

_lock = Lock()
_answers: OrderedDict[Hashable, object] = OrderedDict()


def remembered(
    what: Hashable, fetch: Callable[[], Ground], reckon: Callable[[Ground], Answer]
) -> tuple[Ground, Answer]:
    """What the facts are and what follows from them. what: which question, beside its facts.

    An answer is kept only when the ledger stood still while it was reckoned; of an empty one nothing is.
    """
    with _collector_at_rest():
        while True:
            before = _stand()
            ground = fetch()
            key = (what, before, ground.key)
            with _lock:
                if key in _answers:
                    _answers.move_to_end(key)
                    return ground, _answers[key]  # type: ignore[return-value]
            answer = reckon(ground)
            if _stand() == before:
                break
    if before is None:
        return ground, answer
    with _lock:
        _answers[key] = answer
        while len(_answers) > KEPT:
            _answers.popitem(last=False)
    return ground, answer


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Without looking for rings of objects: a matrix makes a hundred thousand small ones and no ring, and the
    collector would walk through the whole program again and again for half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _stand() -> tuple[Hashable, int, int] | None:
    """Which sums there are, up to where; None of an empty ledger."""
    rolled = brought_up_to_date()
    return (rolled.made, rolled.through, rolled.proved_through) if rolled.pk else None


def forget() -> None:
    """Let go of all answers, as in a process that has just begun."""
    with _lock:
        _answers.clear()
