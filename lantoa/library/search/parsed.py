"""A passage taken apart: where each of its words stands. Remembered: most searches look at the same ones."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lantoa.library.search.words import BREAK

_REMEMBERED = 2_048  # passages; about 12 kB each


@dataclass(frozen=True)
class Terms:
    """What each term of a question tells: words, pairs of words, and what is still being typed."""

    words: list[tuple[str, float]]
    pairs: list[tuple[str, str, float]]
    begun: list[tuple[str, str, float]]  # (the word before or "", the beginning, what they tell)
    total: float

    @classmethod
    def of(cls, worth: Mapping[str, float]) -> "Terms":
        """worth: term ("ho", "ho_ngheo", "ngh*", "ho_ngh*") -> what it tells."""
        words, pairs, begun = [], [], []
        for term, value in worth.items():
            first, _, second = term.rpartition("_")
            if term.endswith("*"):
                begun.append((first, second[:-1], value))
            elif first:
                pairs.append((first, second, value))
            else:
                words.append((term, value))
        return cls(words, pairs, begun, sum(worth.values()) or 1.0)


@dataclass(frozen=True, slots=True)
class Parsed:
    """at: word -> its places, counted in words and breaks, so that no pair reaches over a line; ends: the
    places of the breaks."""

    at: dict[str, tuple[int, ...]]
    ends: tuple[int, ...]
    length: int

    def holds(self, terms: Terms) -> list[tuple[float, Sequence[int]]]:
        """(what it tells, its places) of each term that stands in the passage."""
        at = self.at
        held: list[tuple[float, Sequence[int]]] = [
            (value, at[word]) for word, value in terms.words if word in at
        ]
        for first, second, value in terms.pairs:
            if first in at and second in at:
                after = at[second]
                if places := [place for place in at[first] if place + 1 in after]:
                    held.append((value, places))
        for first, begun, value in terms.begun:
            if places := self._begun(first, begun):
                held.append((value, places))
        return held

    def _begun(self, first: str, begun: str) -> list[int]:
        found = {place for word, places in self.at.items() if word.startswith(begun) for place in places}
        return [place for place in self.at.get(first, ()) if place + 1 in found] if first else sorted(found)

    def lengths(self) -> Iterator[int]:
        """How many words each line has."""
        start = -1
        for end in (*self.ends, self.length):
            yield end - start - 1
            start = end


@lru_cache(maxsize=_REMEMBERED)
def parsed(words: str) -> Parsed:
    """Of `lines_of` its provisions."""
    at: dict[str, list[int]] = {}
    ends: list[int] = []
    tokens = words.split()
    for place, token in enumerate(tokens):
        if token == BREAK:
            ends.append(place)
        elif token in at:
            at[token].append(place)
        else:
            at[sys.intern(token)] = [place]
    return Parsed({word: tuple(places) for word, places in at.items()}, tuple(ends), len(tokens))
