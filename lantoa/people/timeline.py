"""Units through time as plain data: which units there were on a day, and what became of their territory.

Knows no database. A unit id is a surrogate; names and codes are reused and never identify.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from lantoa.language.folding import fold

TYPE_WORDS = (
    "thành phố",
    "thị trấn",
    "thị xã",
    "phường",
    "quận",
    "huyện",
    "tỉnh",
    "tp.",
    "tp",
    "xã",
    "p.",
    "x.",
)
TERRITORIES = ("province", "city", "ward", "commune", "quarter")


@dataclass(frozen=True)
class UnitVersion:
    """A unit between two days (both included; None: not known, or still valid)."""

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
    verified: bool = True
    note: str = ""

    def covers(self, day: date) -> bool:
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)

    @property
    def full_name(self) -> str:
        return f"{self.type_word} {self.name}".strip()


@dataclass(frozen=True)
class Succession:
    """(Part of) the territory of a unit passed to another on a day; known: the share is known."""

    from_id: str
    to_id: str
    on: date
    people: int | None = None
    households: int | None = None
    known: bool = False
    resolution: str = ""
    verified: bool = True
    note: str = ""


@dataclass(frozen=True)
class Passed:
    """Where a territory went: people and households only when every part that went there is known."""

    unit_id: str
    on: date | None
    people: int | None
    households: int | None
    known: bool
    resolution: str


def plain_name(name: str) -> str:
    """Folded, without a leading type word: "P. Tân Phong" and "phường tân phong" are the same."""
    folded = " ".join(fold(name).split())
    for word in TYPE_WORDS:
        start = fold(word)
        if folded.startswith(start + " ") or (start.endswith(".") and folded.startswith(start)):
            return folded[len(start) :].strip()
    return folded


class Timeline:
    """Versions and successions, with the questions asked of them. Raises ValueError for broken data."""

    def __init__(self, versions: Iterable[UnitVersion], successions: Iterable[Succession]):
        self.versions = list(versions)
        self.successions = sorted(successions, key=lambda s: (s.on, s.from_id, s.to_id))
        self._validate()

    @cached_property
    def _by_unit(self) -> dict[str, list[UnitVersion]]:
        found: dict[str, list[UnitVersion]] = defaultdict(list)
        for version in self.versions:
            found[version.unit_id].append(version)
        for listed in found.values():
            listed.sort(key=lambda v: v.valid_from or date.min)
        return dict(found)

    def _validate(self) -> None:
        for unit_id, listed in self._by_unit.items():
            for before, after in zip(listed, listed[1:], strict=False):
                if before.valid_to is None or after.valid_from is None or before.valid_to >= after.valid_from:
                    raise ValueError(f"versions of {unit_id} overlap")
        for step in self.successions:
            if step.from_id not in self._by_unit or step.to_id not in self._by_unit:
                raise ValueError(f"succession of an unknown unit: {step.from_id} -> {step.to_id}")
            if step.from_id == step.to_id:
                raise ValueError(f"{step.from_id} succeeds itself")
            begins = self._by_unit[step.to_id][0].valid_from
            if begins and step.on < begins:
                raise ValueError(f"{step.to_id} takes over before it exists")

    # -- Questions ---------------------------------------------------------------------------
    def version_on(self, unit_id: str, day: date) -> UnitVersion | None:
        return next((v for v in self._by_unit.get(unit_id, []) if v.covers(day)), None)

    def newest(self, unit_id: str) -> UnitVersion:
        return self._by_unit[unit_id][-1]

    def units_on(
        self, day: date, kinds: Iterable[str] = TERRITORIES, within: str | None = None
    ) -> list[UnitVersion]:
        """The versions valid on a day, of these kinds, below the unit `within` (its id)."""
        wanted = set(kinds)
        return [
            v
            for v in self.versions
            if v.covers(day) and v.kind in wanted and (within is None or self._lies_in(v, within, day))
        ]

    def _lies_in(self, version: UnitVersion, unit_id: str, day: date) -> bool:
        above, seen = version.parent_id, set[str]()
        while above and above not in seen:
            if above == unit_id:
                return True
            seen.add(above)
            parent = self.version_on(above, day)
            above = parent.parent_id if parent else None
        return False

    def find(self, name: str, day: date) -> list[UnitVersion]:
        """The versions of that name on a day. A type word in the name narrows the choice when it fits."""
        wanted = plain_name(name)
        fitting = [v for v in self.versions if v.covers(day) and plain_name(v.name) == wanted]
        typed = " ".join(fold(name).split())
        exact = [v for v in fitting if fold(v.full_name) == typed]
        return exact or fitting

    def successors(self, unit_id: str, from_day: date, to_day: date | None = None) -> list[Passed]:
        """Where the territory, as valid on `from_day`, passed to: at its next change, or through all changes
        up to `to_day`. A unit that did not change in that time answers with itself."""
        ended = self.newest(unit_id).valid_to
        if ended and ended >= from_day and not any(s.from_id == unit_id for s in self.successions):
            return self._successors_of_parts(unit_id, ended, from_day, to_day)
        parts = [Passed(unit_id, None, None, None, True, "")]
        whole = {unit_id}  # ids whose part is the whole unit: its shares are those of the resolution
        after = from_day
        while True:
            step_day = self._next_change({p.unit_id for p in parts}, after, to_day)
            if step_day is None:
                return parts
            parts, whole = self._pass_on(parts, whole, step_day)
            after = step_day
            if to_day is None:
                return parts

    def _successors_of_parts(
        self, unit_id: str, ended: date, from_day: date, to_day: date | None
    ) -> list[Passed]:
        """A level that was abolished (a city, a district) passed on nothing by itself: the units that lay in
        it on its last day did. How much of each successor it makes up is not known."""
        change = ended + timedelta(days=1)
        if to_day is not None and to_day < change:
            return [Passed(unit_id, None, None, None, True, "")]
        inside = [v for v in self.units_on(ended, within=unit_id) if v.kind in ("ward", "commune")]
        found: dict[str, Passed] = {}
        for version in inside:
            for part in self.successors(version.unit_id, ended, to_day or change):
                resolution = part.resolution or (self.version_on(part.unit_id, change) or version).legal_basis
                found[part.unit_id] = Passed(part.unit_id, part.on or change, None, None, False, resolution)
        return list(found.values())

    def _next_change(self, ids: set[str], after: date, until: date | None) -> date | None:
        days = [
            s.on
            for s in self.successions
            if s.from_id in ids and s.on > after and (until is None or s.on <= until)
        ]
        return min(days, default=None)

    def _pass_on(self, parts: list[Passed], whole: set[str], day: date) -> tuple[list[Passed], set[str]]:
        steps: dict[str, list[Succession]] = defaultdict(list)
        for step in self.successions:
            if step.on == day:
                steps[step.from_id].append(step)
        moved: list[Passed] = []
        still_whole: set[str] = set()
        for part in parts:
            taken = steps.get(part.unit_id, [])
            if not taken:
                moved.append(part)
                still_whole |= {part.unit_id} & whole
            for step in taken:
                moved.append(self._one(part, step, part.unit_id in whole, alone=len(taken) == 1))
        return _together(moved), still_whole

    @staticmethod
    def _one(part: Passed, step: Succession, part_is_whole: bool, *, alone: bool) -> Passed:
        if alone and not part_is_whole:  # the part goes on whole, with the share it had
            return Passed(step.to_id, step.on, part.people, part.households, part.known, step.resolution)
        if part_is_whole:
            return Passed(step.to_id, step.on, step.people, step.households, step.known, step.resolution)
        # A part of a unit that is split again: how the part was cut is not known.
        return Passed(step.to_id, step.on, None, None, False, step.resolution)


def _together(parts: list[Passed]) -> list[Passed]:
    """Parts that meet again in one unit: their shares add up only when all are known."""
    met: dict[str, list[Passed]] = defaultdict(list)
    for part in parts:
        met[part.unit_id].append(part)
    result = []
    for unit_id, same in met.items():
        resolutions = list(dict.fromkeys(p.resolution for p in same if p.resolution))
        days = [p.on for p in same if p.on]
        result.append(
            Passed(
                unit_id,
                max(days, default=None),
                _sum([p.people for p in same]),
                _sum([p.households for p in same]),
                all(p.known for p in same),
                "; ".join(resolutions),
            )
        )
    return result


def _sum(values: list[int | None]) -> int | None:
    known = [v for v in values if v is not None]
    return sum(known) if len(known) == len(values) else None
