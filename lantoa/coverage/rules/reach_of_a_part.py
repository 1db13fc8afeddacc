"""Số đếm chung cho nhiều nhóm hay nhiều phường không được chia đoán cho từng nhóm, từng phường.

Căn cứ: DESIGN 1 (promise 4), 3 (a share that is unknown is marked, never guessed).
What holds for a part of a count: its upper bound is at most the whole's. Its lower bound is what remains when
everyone else of the whole is thought to have been reached first; unknown when nobody counted those others.
"""

from typing import NamedTuple


class Part(NamedTuple):
    """The two counts of one delivery, as far as they hold for the part asked about; None is unknown."""

    reach_low: int | None
    reach_high: int | None


def part_of(low: int | None, high: int | None, others: int | None = 0, *, same_people: bool = True) -> Part:
    """The bounds for a part of those counted.

    others: how many the rest of the counted groups has (0: the part is all of it, None: nobody counted).
    same_people: the territory asked about is wholly that of the delivery; if not, its share is unknown.
    """
    return Part(low_of_a_part(low, others, same_people=same_people), high)


def low_of_a_part(low: int | None, others: int | None, *, same_people: bool) -> int | None:
    """The lower bound alone."""
    if not same_people or low is None or others is None:
        return None
    return max(low - others, 0)
