"""Random histories of merges, splits, renamings and an abolished city, with everybody followed one by one.

The list of people is the oracle: it knows where each lives on each day, and nothing about shares.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from lantoa.people.timeline import Succession, Timeline, UnitVersion

START = date(2020, 1, 1)
CITY = "city"


@dataclass(frozen=True)
class History:
    """homes: day of change -> the unit of each inhabitant from that day on (the first day is START)."""

    timeline: Timeline
    homes: dict[date, tuple[str, ...]]

    @property
    def days(self) -> list[date]:
        """START and each day of change."""
        return sorted(self.homes)

    def homes_on(self, day: date) -> tuple[str, ...]:
        return self.homes[max(d for d in self.homes if d <= day)]

    def units_on(self, day: date) -> set[str]:
        return set(self.homes_on(day))

    def moves(self, unit_id: str, from_day: date, to_day: date) -> Counter[str]:
        """How many of those who lived in a unit on one day live where on another (earlier or later)."""
        pairs = zip(self.homes_on(from_day), self.homes_on(to_day), strict=True)
        return Counter(there for here, there in pairs if here == unit_id)


class _Builder:
    def __init__(self, homes: list[str]):
        self.homes = homes
        self.kept = {START: tuple(homes)}
        self.open = {unit: UnitVersion(unit, unit, "phường", "ward", parent_id=CITY) for unit in homes}
        self.city = UnitVersion(CITY, "Sông Phố", "thành phố", "city")
        self.closed: list[UnitVersion] = []
        self.steps: list[Succession] = []

    def close(self, unit: str, day: date) -> UnitVersion:
        old = self.open.pop(unit)
        ended = UnitVersion(**{**old.__dict__, "valid_to": day - timedelta(days=1)})
        self.closed.append(ended)
        return ended

    def rename(self, unit: str, day: date) -> None:
        old = self.close(unit, day)
        changed = {"name": old.name + "x", "valid_from": day, "valid_to": None, "legal_basis": f"QĐ {day}"}
        self.open[unit] = UnitVersion(**{**old.__dict__, **changed})

    def abolish_city(self, day: date) -> None:
        self.city = UnitVersion(**{**self.city.__dict__, "valid_to": day - timedelta(days=1)})
        for unit in list(self.open):
            old = self.close(unit, day)
            changed = {"parent_id": None, "valid_from": day, "valid_to": None}
            self.open[unit] = UnitVersion(**{**old.__dict__, **changed})

    def reorganise(self, old: list[str], new: list[str], choices: list[int], day: date) -> Counter:
        """Everybody of the old units moves to one of the new; returns who moved between which."""
        movers = [i for i, unit in enumerate(self.homes) if unit in old]
        moved: Counter[tuple[str, str]] = Counter()
        for person, choice in zip(movers, choices, strict=False):
            target = new[choice % len(new)]
            moved[self.homes[person], target] += 1
            self.homes[person] = target
        parent = None if self.city.valid_to else CITY
        for unit in old:
            self.close(unit, day)
        for unit in {target for _, target in moved}:
            self.open[unit] = UnitVersion(unit, unit, "phường", "ward", parent_id=parent, valid_from=day)
        return moved


@st.composite
def histories(draw: st.DrawFn, *, only_counted_splits: bool = False) -> History:
    """Up to four changes, a year apart. only_counted_splits: single units split, every part counted."""
    sizes = draw(st.lists(st.integers(1, 6), min_size=1, max_size=4))
    build = _Builder([f"a{i}" for i, size in enumerate(sizes) for _ in range(size)])
    kinds = ["split"] if only_counted_splits else ["change", "change", "change", "rename", "abolish"]
    for year in range(1, draw(st.integers(0, 4)) + 1):
        day = START + timedelta(days=365 * year)
        living = sorted(set(build.homes))
        kind = draw(st.sampled_from(kinds))
        if kind == "rename":
            build.rename(draw(st.sampled_from(living)), day)
        elif kind == "abolish" and not build.city.valid_to:
            build.abolish_city(day)
        else:
            most = 1 if kind == "split" else 3
            old = draw(st.lists(st.sampled_from(living), min_size=1, max_size=most, unique=True))
            new = [f"{'bcde'[year - 1]}{i}" for i in range(draw(st.integers(1, 3)))]
            choices = draw(st.lists(st.integers(0, 2), min_size=len(build.homes), max_size=len(build.homes)))
            moved = build.reorganise(old, new, choices, day)
            parts = Counter(source for source, _ in moved)
            for (source, target), count in sorted(moved.items()):
                counted = only_counted_splits or draw(st.booleans())
                build.steps.append(
                    Succession(
                        source, target, day, people=count if counted else None,
                        known=counted or parts[source] == 1, resolution=f"NQ {day}",
                    )
                )  # fmt: skip
        build.kept[day] = tuple(build.homes)
    versions = [build.city, *build.closed, *build.open.values()]
    return History(Timeline(versions, build.steps), build.kept)
