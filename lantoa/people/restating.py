"""Figures of the units of one day, told by the units of another: added up where units merged, kept where
nothing changed, shared out only by counted parts, and left open where a share is not known.

Of what is left open two bounds remain. A unit of which a part has no figure has no figure either.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lantoa.people.timeline import Restatement, Timeline


@dataclass(frozen=True)
class Portion:
    """What the figure of one unit gives to another. value None: how much of it is not known."""

    from_id: str
    figure: int
    value: int | None
    estimated: bool = False


@dataclass(frozen=True)
class Restated:
    """A figure for a unit of the other day. missing: units that lie in it but came without a figure."""

    parts: tuple[Portion, ...]
    missing: tuple[str, ...] = ()

    @property
    def value(self) -> int | None:
        """The sum; None when a portion is open or a figure is missing."""
        known = [part.value for part in self.parts if part.value is not None]
        return sum(known) if len(known) == len(self.parts) and not self.missing else None

    @property
    def estimated(self) -> bool:
        """Does the value rest on sharing out by people or households?"""
        return any(part.estimated for part in self.parts)

    @property
    def at_least(self) -> int:
        """What surely belongs here: whole figures only."""
        return sum(part.value for part in self.parts if part.value is not None and not part.estimated)

    @property
    def at_most(self) -> int | None:
        """The most it can be; None when a figure is missing."""
        if self.missing:
            return None
        return sum(p.figure if p.estimated or p.value is None else p.value for p in self.parts)


def restate(
    figures: Mapping[str, int], timeline: Timeline, from_day: date, to_day: date
) -> dict[str | None, Restated]:
    """Figures by unit id of `from_day`, restated to the units of `to_day`, earlier or later.

    Figures are counts (households, people, đồng), not negative. A part that went where nobody recorded stands
    under None, so that no figure is lost. Raises ValueError when a unit was not there on `from_day`, or lies
    in another that has a figure too: it would count twice.
    """
    _must_not_count_twice(figures, timeline, from_day)
    forward = to_day >= from_day
    portions: dict[str | None, list[Portion]] = defaultdict(list)
    for unit_id, figure in figures.items():
        follow = timeline.successors if forward else timeline.predecessors
        for target, portion in _shared_out(unit_id, figure, follow(unit_id, from_day, to_day)):
            portions[target].append(portion)
    restated = {}
    for target, parts in portions.items():
        missing = _without_figure(target, figures, timeline, from_day, to_day) if target else ()
        restated[target] = Restated(tuple(parts), missing)
    return restated


def _must_not_count_twice(figures: Mapping[str, int], timeline: Timeline, day: date) -> None:
    for unit_id, figure in figures.items():
        version = timeline.version_on(unit_id, day)
        if version is None:
            raise ValueError(f"{unit_id} was not there on {day}")
        if figure < 0:
            raise ValueError(f"{unit_id} has a negative figure")
        if any(timeline.lies_below(version, other, day) for other in figures):
            raise ValueError(f"{unit_id} lies in another unit that has a figure")


def _shared_out(unit_id: str, figure: int, places: list[Restatement]) -> list[tuple[str | None, Portion]]:
    if not places:
        return [(None, Portion(unit_id, figure, None))]
    if len(places) == 1:
        value = figure if places[0].unit_id else None
        return [(places[0].unit_id, Portion(unit_id, figure, value))]
    weights = _counted([p.people for p in places]) or _counted([p.households for p in places])
    if weights is None:
        return [(place.unit_id, Portion(unit_id, figure, None)) for place in places]
    values = _in_proportion(figure, weights)
    return [
        (place.unit_id, Portion(unit_id, figure, value, estimated=True))
        for place, value in zip(places, values, strict=True)
    ]


def _counted(shares: list[int | None]) -> list[int] | None:
    counted = [share for share in shares if share is not None]
    return counted if len(counted) == len(shares) and sum(counted) > 0 else None


def _in_proportion(figure: int, weights: list[int]) -> list[int]:
    """Whole numbers in proportion to the weights that add up to the figure (largest remainder)."""
    total = sum(weights)
    values = [figure * weight // total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(figure * weights[i] % total), i))
    for index in by_remainder[: figure - sum(values)]:
        values[index] += 1
    return values


def _without_figure(
    target: str, figures: Mapping[str, int], timeline: Timeline, from_day: date, to_day: date
) -> tuple[str, ...]:
    """The units of `from_day` that lie (partly) in the target and have no figure, alone or within another."""
    follow = timeline.predecessors if to_day >= from_day else timeline.successors
    found = []
    for place in follow(target, to_day, from_day):
        version = timeline.version_on(place.unit_id, from_day) if place.unit_id else None
        inside = version and any(timeline.lies_below(version, other, from_day) for other in figures)
        if version and version.unit_id not in figures and not inside:
            found.append(version.unit_id)
    return tuple(found)
