"""Units through time as plain records: versions of a unit, successions between units, answers about them.

Knows no database. A unit id is a surrogate: names and codes are given again to other territories and never
identify. A change of territory makes a new unit; a change of name, code, type or parent a new version.
"""

from dataclasses import dataclass
from datetime import date, timedelta

KINDS = ("province", "city", "ward", "commune", "quarter", "office", "station")
TERRITORIES = KINDS[:5]


@dataclass(frozen=True)
class UnitVersion:
    """What a unit was between two days, both included (`valid_from` None: since when is not known;
    `valid_to` None: still valid).

    name: without its type word. urban: for wards and communes; None where the question has no answer.
    legal_basis: the document by which this version began, "" when not known. verified: every field was
    checked against a source.
    """

    unit_id: str
    name: str
    type_word: str
    kind: str
    code: str = ""
    parent_id: str | None = None
    urban: bool | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    legal_basis: str = ""
    note: str = ""
    source: str = ""
    verified: bool = True

    def covers(self, day: date) -> bool:
        """Was this version valid on the day?"""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)

    @property
    def gone_on(self) -> date | None:
        """The first day on which this version is no longer valid; None: it does not end."""
        if (
            self.valid_to is None or self.valid_to == date.max
        ):  # 31/12/9999: how some data sets write "no end"
            return None
        return self.valid_to + timedelta(days=1)

    @property
    def full_name(self) -> str:
        """Type word and name, as printed: "phường Tân Phong"."""
        return f"{self.type_word} {self.name}".strip()


@dataclass(frozen=True)
class Succession:
    """The territory of a unit, or a part of it, passed to another unit on a day.

    people, households: how many passed, as the resolution counted them; None: it does not say.
    known: the share is known - the whole, or a part that was counted.
    """

    from_id: str
    to_id: str
    on: date
    people: int | None = None
    households: int | None = None
    known: bool = False
    resolution: str = ""
    note: str = ""
    source: str = ""
    verified: bool = True


@dataclass(frozen=True)
class Restatement:
    """How much of one unit lies in another on another day.

    unit_id: the other unit; None when where that part went is not known. on: the day of the (last) change,
    None when nothing changed. people, households: numbers only when every part that met there is counted.
    whole: the entire territory asked about. resolution: the documents of all steps, in order.
    """

    unit_id: str | None
    on: date | None
    people: int | None
    households: int | None
    whole: bool
    resolution: str
    verified: bool

    @property
    def known(self) -> bool:
        """Is the share known? The whole is, a counted part is; anything else stays unknown."""
        return self.whole or self.people is not None or self.households is not None
