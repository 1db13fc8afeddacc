"""Whose people a delivery reached, told by the units of another day.

A ward's loudspeaker of March is asked about by the wards of December: its people live on in the successor.
Where a unit was split, which part heard is not known; the answer is then marked, never divided.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from lantoa.people.models import Succession, UnitKind, UnitVersion

LOCAL = {UnitKind.WARD, UnitKind.COMMUNE}
WIDE = {UnitKind.CITY, UnitKind.PROVINCE}
ORGANISATIONS = {UnitKind.OFFICE, UnitKind.STATION}


@dataclass(frozen=True)
class Landing:
    """A unit in which people reached by a delivery live. exact: all whom it could count live there."""

    unit_id: int
    exact: bool


class Territories:
    """All units and successions in memory: two queries, some hundred rows.

    key: all that landings follow from.
    """

    def __init__(self) -> None:
        self.versions: dict[int, list[UnitVersion]] = defaultdict(list)
        for version in UnitVersion.objects.order_by("unit_id", "valid_from"):
            self.versions[version.unit_id].append(version)
        self.steps: list[tuple[date, int, list[int]]] = []
        moves: dict[tuple[date, int], list[int]] = defaultdict(list)
        for old, new, on in Succession.objects.order_by("on", "id").values_list(
            "predecessor_id", "successor_id", "on"
        ):
            moves[on, old].append(new)
        self.steps = [(on, old, news) for (on, old), news in sorted(moves.items())]
        self.changes = self._days_of_change()
        self.key = (
            tuple(
                (v.unit_id, v.kind, v.parent_id, v.valid_from, v.valid_to)
                for versions in self.versions.values()
                for v in versions
            ),
            tuple((on, old, tuple(news)) for on, old, news in self.steps),
        )
        self._known: dict[tuple[int, date, date, bool], list[Landing]] = {}

    def _days_of_change(self) -> list[date]:
        """The days, in order, from which something about territories is different."""
        starts = {v.valid_from for versions in self.versions.values() for v in versions if v.valid_from}
        ends = {v.valid_to for versions in self.versions.values() for v in versions if v.valid_to}
        return sorted(starts | {end + timedelta(days=1) for end in ends} | {on for on, _, _ in self.steps})

    def era(self, day: date) -> date:
        """The newest day of change up to `day`: on all days of one era people live in the same units."""
        before = bisect_right(self.changes, day)
        return self.changes[before - 1] if before else date.min

    def version_on(self, unit_id: int, day: date) -> UnitVersion | None:
        """The version valid on a day, or None."""
        return next((v for v in self.versions.get(unit_id, []) if v.covers(day)), None)

    def wards_on(self, day: date, among: Iterable[int]) -> list[UnitVersion]:
        """The wards and communes of a day among these units (by id), in Vietnamese order."""
        found = [self.version_on(unit_id, day) for unit_id in among]
        return sorted((v for v in found if v and v.kind in LOCAL), key=lambda v: (v.sort_key, v.pk))

    def landings(self, unit_id: int, happened_on: date, day: date, wide: bool) -> list[Landing]:
        """The wards and communes of `day` whose people a delivery at a unit reached on an earlier day.

        wide: the channel carries over the whole territory of a city (broadcast, posts), so its wards are
        reached too, each with an unknown share.
        """
        key = (unit_id, self.era(happened_on), day, wide)
        if key not in self._known:
            start = self._local(unit_id, happened_on, wide)
            self._known[key] = [
                Landing(one, exact) for one, exact in self._forward(start, happened_on, day).items()
            ]
        return self._known[key]

    def _local(self, unit_id: int, day: date, wide: bool) -> dict[int, bool]:
        """The wards that a unit stands for on a day."""
        version = self.version_on(unit_id, day) or self.newest(unit_id)
        if version is None:
            return {}
        if version.kind in LOCAL:
            return {unit_id: True}
        if version.kind in WIDE:
            return dict.fromkeys(self._below(unit_id, day), False) if wide else {}
        # A quarter, or an office or station of a ward: its people are people of that ward, counted as such.
        return self._local(version.parent_id, day, wide) if version.parent_id else {}

    def newest(self, unit_id: int) -> UnitVersion | None:
        """Its newest version."""
        return self.versions[unit_id][-1] if self.versions.get(unit_id) else None

    def _below(self, unit_id: int, day: date) -> list[int]:
        """The wards under a city or province on a day, at any depth."""
        found, waiting, seen = [], [unit_id], {unit_id}
        while waiting:
            parent = waiting.pop()
            for child_id, versions in self.versions.items():
                under = any(v.parent_id == parent and v.covers(day) for v in versions)
                if not under or child_id in seen:
                    continue
                seen.add(child_id)
                version = self.version_on(child_id, day)
                if version and version.kind in LOCAL:
                    found.append(child_id)
                elif version and version.kind not in ORGANISATIONS:
                    waiting.append(child_id)
        return found

    def _forward(self, start: dict[int, bool], after: date, until: date) -> dict[int, bool]:
        """Follow the successions after one day until another. A split, or a part lost, is not exact."""
        where = dict(start)
        for on, old, news in self.steps:
            if not after < on <= until or old not in where:
                continue
            lives_on = self.version_on(old, on) is not None
            whole = where.pop(old) and len(news) == 1 and not lives_on
            if lives_on:
                where[old] = False
            for new in news:
                where[new] = whole and new not in where
        return where


def names_of(territories: Territories, unit_ids: Iterable[int], day: date) -> dict[int, str]:
    """Unit id -> its name on a day, else its newest name. No query."""
    names = {}
    for unit_id in unit_ids:
        version = territories.version_on(unit_id, day) or territories.newest(unit_id)
        names[unit_id] = version.full_name if version else ""
    return names
