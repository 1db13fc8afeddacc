"""One document as a text names it, before its date and issuer are read."""

from dataclasses import dataclass

from .dates import Day
from .symbols import NumberSymbol


@dataclass(frozen=True, slots=True)
class Document:
    """One document as named at [start, end); `end` closes the number or name, before date and issuer."""

    start: int
    end: int
    type: str | None
    number: NumberSymbol | None = None
    name: str | None = None
    year: int | None = None
    date: Day | None = None
    self: bool = False
    anaphora: bool = False
    sure: bool = True  # False: only with a place in front of it ("Điều 5 Quy chế")

    @property
    def is_marked(self) -> bool:
        """Whether number, date or year tell it from its namesakes."""
        return bool(self.number or self.date or self.year)

    @property
    def is_numbered(self) -> bool:
        return self.number is not None
