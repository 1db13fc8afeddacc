"""Units through time: which units there were on a day, and what became of their territory.

Pure data in, answers out; knows no database. Shares are followed through every change, add up where parts
meet again, and stay unknown where a resolution does not count them: nothing is ever divided by guess.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lantoa.language.folding import sort_key
from lantoa.people.timeline_checks import TimelineError, problems_with_timeline
from lantoa.people.unit_names import name_match
from lantoa.people.unit_records import KINDS, TERRITORIES, Restatement, Succession, UnitVersion

__all__ = ["KINDS", "TERRITORIES", "Restatement", "Succession", "Timeline", "TimelineError", "UnitVersion"]

ONE_DAY = timedelta(days=1)
RANK = {"province": 0, "city": 1, "ward": 2, "commune": 2, "quarter": 3, "office": 4, "station": 5}


@dataclass(frozen=True)
class _Part:
    """A part of the territory asked about, now lying in some unit. pure: that unit holds nothing else."""

    people: int | None = None
    households: int | None = None
    pure: bool = True
    on: date | None = None
    bases: tuple[tuple[str, bool], ...] = ()  # (document, verified) of each step

    def moved(self, day: date, basis: str, verified: bool) -> "_Part":
        return replace(self, on=day, bases=(*self.bases, (basis, verified)))


class Timeline:
    """Versions and successions, with the questions asked of them.

    Raises TimelineError, which lists every contradiction, when they do not fit together.
    """

    def __init__(self, versions: Iterable[UnitVersion], successions: Iterable[Succession]):
        self.versions = tuple(versions)
        self.successions = tuple(sorted(successions, key=lambda s: (s.on, s.from_id, s.to_id)))
        self._units: dict[str, list[UnitVersion]] = defaultdict(list)
        for version in sorted(self.versions, key=lambda v: v.valid_from or date.min):
            self._units[version.unit_id].append(version)
        problems = problems_with_timeline(self._units, self.successions)
        if problems:
            raise TimelineError(problems)
        self._out: dict[str, list[Succession]] = defaultdict(list)
        self._in: dict[str, list[Succession]] = defaultdict(list)
        for step in self.successions:
            self._out[step.from_id].append(step)
            self._in[step.to_id].append(step)

    # -- Units on a day ------------------------------------------------------------------------
    def version_on(self, unit_id: str, day: date) -> UnitVersion | None:
        """The version of a unit valid on a day; None: the unit was not there that day (or never)."""
        return next((v for v in self._units.get(unit_id, ()) if v.covers(day)), None)

    def newest(self, unit_id: str) -> UnitVersion:
        """The last version of a unit, ended or not."""
        return self._units[unit_id][-1]

    def units_on(
        self, day: date, within: str | None = None, kinds: Collection[str] = TERRITORIES
    ) -> list[UnitVersion]:
        """The versions of these kinds valid on a day, from province to quarter, in Vietnamese order.

        within: the id of a unit; then only what lies below it on that day, at any depth, without itself.
        """
        found = [
            v
            for v in self.versions
            if v.covers(day) and v.kind in kinds and (within is None or self.lies_below(v, within, day))
        ]
        return sorted(found, key=lambda v: (RANK[v.kind], sort_key(v.name), v.code, v.unit_id))

    def find(self, typed: str, day: date) -> list[UnitVersion]:
        """The versions valid on a day that a typed name fits; several when it does not tell them apart.

        Takes "Tân Phong", "phường Tân Phong", "P. Tân Phong", "tan phong", with what it lies in after a comma
        ("Tân Phong, TP Biên Hòa"), or a unit id.
        """
        by_id = self.version_on(typed.strip(), day)
        if by_id:
            return [by_id]
        fits = self._fitting((v for v in self.versions if v.covers(day)), typed.split(",")[0])
        around = typed.split(",")[1:]
        return [v for v in fits if all(self._lies_in_named(v, name, day) for name in around)]

    def find_ever(self, typed: str) -> list[UnitVersion]:
        """The versions of any time that a typed name fits, in order of time."""
        fits = self._fitting(self.versions, typed.split(",")[0])
        return sorted(fits, key=lambda v: v.valid_from or date.min)

    @staticmethod
    def _fitting(versions: Iterable[UnitVersion], typed: str) -> list[UnitVersion]:
        scored = [(name_match(typed, v.name, v.type_word), v) for v in versions]
        best = max((score for score, _ in scored), default=0)
        return [v for score, v in scored if score == best > 0]

    def _above(self, version: UnitVersion, day: date) -> Iterator[UnitVersion]:
        while version.parent_id and (parent := self.version_on(version.parent_id, day)):
            yield parent
            version = parent

    def lies_below(self, version: UnitVersion, unit_id: str, day: date) -> bool:
        """Does it lie in that unit on the day, at any depth?"""
        return any(parent.unit_id == unit_id for parent in self._above(version, day))

    def _lies_in_named(self, version: UnitVersion, typed: str, day: date) -> bool:
        return any(name_match(typed, above.name, above.type_word) for above in self._above(version, day))

    # -- What became of a territory ------------------------------------------------------------
    def successors(self, unit_id: str, from_day: date, to_day: date | None = None) -> list[Restatement]:
        """Where the territory of a unit, as valid on `from_day`, lies after its next change of territory, or
        on `to_day` after all changes up to then.

        A part that keeps the name is listed with its own unit. A level that was abolished (a city) passed on
        through the units that lay in it. A unit whose territory did not change answers with itself, and `on`
        is the day on which its name, type or parent changed. Raises ValueError when it was not there.
        """
        if self.version_on(unit_id, from_day) is None:
            raise ValueError(f"{unit_id} was not there on {from_day}")
        parts: dict[str | None, _Part] = {unit_id: _Part()}
        gone_on = self.newest(unit_id).gone_on
        if to_day is None:
            days = [gone_on] if gone_on else []
        else:
            days = [day for day in self._days_of_change() if from_day < day <= to_day]
        for day in days:
            parts = self._pass_on(parts, day)
        return self._answer(parts, unit_id, from_day, to_day)

    def predecessors(self, unit_id: str, day: date, back_to: date | None = None) -> list[Restatement]:
        """The wards and other units in which the territory of a unit, as valid on `day`, lay before its last
        change of territory, or on `back_to`; each `unit_id` is the earlier unit.

        Shares say how much of the earlier unit is in this one (`whole`: all of it). A unit that began without
        a predecessor on record has none. Raises ValueError when it was not there on `day`.
        """
        if self.version_on(unit_id, day) is None:
            raise ValueError(f"{unit_id} was not there on {day}")
        if back_to is None:
            begins = self._units[unit_id][0].valid_from
            back_to = begins - ONE_DAY if begins else day
        found = []
        for old in self._origins(unit_id):
            if self.version_on(old, back_to):
                parts = self.successors(old, back_to, day)
                found += [replace(p, unit_id=old) for p in parts if p.unit_id == unit_id]
        return sorted(found, key=self._reading_order)

    def _origins(self, unit_id: str) -> set[str]:
        """The unit and all whose territory came into it over time."""
        seen: set[str] = set()
        waiting = [unit_id]
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting += [step.from_id for step in self._in[one]]
        return seen

    def _days_of_change(self) -> list[date]:
        return sorted({day for listed in self._units.values() if (day := listed[-1].gone_on)})

    def _pass_on(self, parts: dict[str | None, _Part], day: date) -> dict[str | None, _Part]:
        """The parts after what happened on a day."""
        before = self._open_abolished(parts, day)
        arriving: dict[str | None, list[_Part]] = defaultdict(list)
        for holder, part in before.items():
            if holder is None or self.version_on(holder, day):
                arriving[holder].append(part)
                continue
            steps = self._out[holder]
            if not steps:
                arriving[None].append(replace(part, people=None, households=None, on=day))
            for step in steps:
                arriving[step.to_id].append(_taken(part, step, alone=len(steps) == 1))
        after = {holder: _together(met) for holder, met in arriving.items()}
        for holder in after:
            if holder is not None and holder not in before:
                pure = all(s.from_id in before and before[s.from_id].pure for s in self._in[holder])
                after[holder] = replace(after[holder], pure=pure)
        return after

    def _open_abolished(self, parts: dict[str | None, _Part], day: date) -> dict[str | None, _Part]:
        """The parts with each unit that ended and handed on nothing by itself (a city, when the level was
        abolished) replaced by the units that lay in it on its last day."""
        opened: dict[str | None, _Part] = {}
        for holder, part in parts.items():
            inside = self._lay_in(holder, day) if holder is not None else []
            if not inside:
                opened[holder] = part
                continue
            share = part if len(inside) == 1 else replace(part, people=None, households=None)
            opened |= self._open_abolished({one: self._let_out(one, share, day) for one in inside}, day)
        return opened

    def _lay_in(self, holder: str, day: date) -> list[str]:
        if self.version_on(holder, day) or self._out[holder]:
            return []
        return [v.unit_id for v in self.units_on(day - ONE_DAY) if v.parent_id == holder]

    def _let_out(self, unit_id: str, share: _Part, day: date) -> _Part:
        """The share in a unit that comes out of an abolished one; its new version says by what document."""
        now = self.version_on(unit_id, day)
        if now and now.valid_from == day:
            return share.moved(day, now.legal_basis, now.verified)
        return replace(share, on=day)

    def _answer(
        self, parts: dict[str | None, _Part], asked: str, from_day: date, to_day: date | None
    ) -> list[Restatement]:
        whole = len(parts) == 1 and None not in parts
        answers = []
        for holder, part in parts.items():
            if holder == asked:
                part = self._renamed(asked, from_day, to_day)
            documents = dict.fromkeys(basis for basis, _ in part.bases if basis)
            verified = all(checked for _, checked in part.bases)
            answers.append(
                Restatement(
                    holder, part.on, part.people, part.households, whole, "; ".join(documents), verified
                )
            )
        return sorted(answers, key=self._reading_order)

    def _renamed(self, unit_id: str, from_day: date, to_day: date | None) -> _Part:
        """A unit that kept its territory: when and by what its name, type, code or parent changed."""
        part = _Part()
        for version in self._units[unit_id]:
            begins = version.valid_from
            if begins and from_day < begins <= (to_day or date.max):
                part = part.moved(begins, version.legal_basis, version.verified)
                if to_day is None:
                    break
        return part

    def _reading_order(self, answer: Restatement) -> tuple[bool, str, str]:
        name = self.newest(answer.unit_id).name if answer.unit_id else ""
        return (answer.unit_id is None, sort_key(name), answer.unit_id or "")


def _taken(part: _Part, step: Succession, *, alone: bool) -> _Part:
    """The share of a part that one succession carries on."""
    moved = part.moved(step.on, step.resolution, step.verified)
    if alone:  # it goes on whole: what was counted before stays true, else the new count is the first
        if part.pure and part.people is None and part.households is None:
            return replace(moved, people=step.people, households=step.households)
        return moved
    if part.pure:
        return replace(moved, people=step.people, households=step.households)
    # Of a unit that is split, who came from where is not known: neither is this share.
    return replace(moved, people=None, households=None)


def _together(met: list[_Part]) -> _Part:
    """Parts that meet in one unit: counts add up only when all are known."""
    if len(met) == 1:
        return met[0]
    return _Part(
        people=_sum([p.people for p in met]),
        households=_sum([p.households for p in met]),
        on=max((p.on for p in met if p.on), default=None),
        bases=tuple(dict.fromkeys(basis for p in met for basis in p.bases)),
    )


def _sum(values: list[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None
