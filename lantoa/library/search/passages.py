"""What is ranked, and where it lies."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Passage:
    """An article with all that lies in it. words: `lines_of` its provisions."""

    key: int
    document: int
    words: str
    length: int


@dataclass(frozen=True, slots=True)
class Top:
    """The head of a passage: the words of its heading, its number (0: none)."""

    heading: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage with its score; line: which of its lines answers best, from 0."""

    passage: Passage
    score: float
    line: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A passage looked at line by line: its score, the share of the question's worth that each of its lines
    holds, and its words."""

    ranked: Ranked
    covered: tuple[float, ...]
    present: Collection[str]


class Index(Protocol):
    """Where passages lie. A term that ends in "*" stands for every term that begins so."""

    def size(self) -> tuple[int, float]:
        """How many passages there are, and how many words they have on average."""

    def frequencies(self, terms: Collection[str]) -> dict[str, int]:
        """How many passages hold each term; those that no passage holds may be left out."""

    def holding(self, terms: Collection[str]) -> dict[str, list[int]]:
        """The passages that hold each term, by ids of the index's own."""

    def passages(self, ids: Collection[int]) -> list[Passage]:
        """The passages of these ids."""

    def shortest(self, term: str, most: int) -> list[Passage]:
        """The shortest passages that hold a term."""

    def tops(self, keys: Collection[int]) -> dict[int, Top]:
        """The heads of these passages, by their keys."""
