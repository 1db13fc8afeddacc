"""Counts what was heard into the cells of a matrix: for each ward what still holds, and what no longer."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from django.db.models import TextChoices

from lantoa.coverage.cells import CellTelling
from lantoa.coverage.ground import Ground, group_of
from lantoa.coverage.heard import Heard, Place, Row, heard, read_subject
from lantoa.coverage.rules.reach_of_a_part import Part, low_of_a_part
from lantoa.coverage.sums import NO_COUNT, read_newest
from lantoa.deliveries.rules.reach_is_two_bounds import Bounds, bounds_of
from lantoa.people.models import AudienceKind
from lantoa.plans.models import Channel

Key = int | date


class Axis(TextChoices):
    """Chiều của bảng."""

    POLICY = "chinh-sach", "Chính sách"
    AUDIENCE = "doi-tuong", "Đối tượng"
    UNIT = "don-vi", "Phường, xã"
    CHANNEL = "kenh", "Kênh"
    MONTH = "thang", "Tháng"


class Line(NamedTuple):
    """The newest of some deliveries that count alike, as far as a cell shows it."""

    happened_on: date
    position: int
    channel: Channel
    grade: int


class Count:
    """What told one group in one ward, as far as it was reckoned. guessed: some share is unknown.

    low: how many of the group one heard surely reached at most, or NO_COUNT. last: the row with the newest.
    """

    __slots__ = ("deeds", "guessed", "high", "last", "low", "newest", "unknown")

    def __init__(self, one: Row, low: int, exact: bool) -> None:
        _, _, self.newest, _, _, _, self.deeds, _, self.high, self.unknown = self.last = one
        self.low = low
        self.guessed = not exact

    def add(self, one: Row, low: int, exact: bool) -> None:
        """Count what else was heard."""
        _, _, newest, _, _, _, deeds, _, high, unknown = one
        self.deeds += deeds
        self.high += high
        self.unknown += unknown
        if low > self.low:
            self.low = low
        if not exact:
            self.guessed = True
        if newest > self.newest:
            self.newest, self.last = newest, one

    def bounds(self, size: int | None) -> Bounds:
        low = None if self.low == NO_COUNT else self.low
        return bounds_of(low, None if self.unknown else self.high, size)


Counts = dict[int, Count]  # by ward id


class Told(NamedTuple):
    """What the wards of one cell were told: apart what still holds and what no longer does."""

    true: Counts
    false: Counts

    def deciding(self) -> Counts:
        """What counts for each ward: what holds, if anything does."""
        return {**self.false, **self.true}

    def at(self, ward_id: int) -> Count:
        """The same for one ward. Raises KeyError where nothing was told."""
        return self.true.get(ward_id) or self.false[ward_id]

    def deeds(self, ward_id: int) -> int:
        """How many deliveries told a ward something, whether it still holds or not."""
        return sum(counts[ward_id].deeds for counts in self if ward_id in counts)


def line_of(count: Count, ground: Ground) -> Line:
    """The newest delivery of what was counted."""
    one = Heard._make(count.last)
    happened_on, position = read_newest(one.newest)
    return Line(happened_on, position, ground.channels[one.channel_id], one.grade)


def newest_of(count: Count, policy_id: int, ground: Ground) -> CellTelling:
    """The newest telling of a count, as a cell of a policy shows it."""
    line = line_of(count, ground)
    truth = ground.truth_of(Heard._make(count.last).version_id, policy_id, line.happened_on)
    return CellTelling(line, truth, Part(None, None), not count.guessed)


@dataclass(frozen=True)
class Concern:
    """A policy and an audience asked about: the group it concerns, and that of the cells where they stand."""

    policy_id: int
    audience: AudienceKind | None
    group: frozenset[int]
    cell_group: frozenset[int]


class Hit(NamedTuple):
    """A kind of cell that a subject tells something. others: the audiences it names beside those of the cell.
    of: the policies told of, each with the group that it is for there."""

    policy_id: int | None
    audience_id: int | None
    others: frozenset[int]
    of: tuple[tuple[int, frozenset[int]], ...]


Cells = dict[tuple[Key, Key], Told]


class Counting:
    """Counts what was heard for the cells of two axes.

    audiences: the groups that are told apart, None for whomever a policy is for. A delivery of two policies
    counts once where policy is no axis, and holds there only if it holds of both.
    """

    def __init__(self, ground: Ground, axes: tuple[Axis, Axis], audiences: list[AudienceKind | None]) -> None:
        self.ground, self.axes, self.audiences = ground, axes, audiences
        self._place_of = itemgetter(*(list(Axis).index(axis) for axis in axes))
        self._untrue = {pk for pk, truth in ground.truths.items() if not truth.holds}
        self._hits: dict[str, list[Hit]] = {}
        everyone = frozenset().union(*ground.own_audiences.values())
        self.concerned = [
            Concern(policy_id, audience, group, group if audience or Axis.POLICY in axes else everyone)
            for policy_id, own in ground.own_audiences.items()
            for audience in audiences
            if (group := group_of(own, audience)) is not None
        ]
        self._of_policy: dict[int, list[Concern]] = defaultdict(list)
        for one in self.concerned:
            self._of_policy[one.policy_id].append(one)
        self.nobody = {
            (ward_id, group)
            for group in {one.group for one in self.concerned}
            for ward_id in ground.ward_ids
            if ground.sizes.of(ward_id, group) == 0
        }

    def cells(self) -> Cells:
        """(row key, column key) -> what its wards were told. Only what was told anything."""
        found: Cells = defaultdict(lambda: Told({}, {}))
        by_channel, by_month = Axis.CHANNEL in self.axes, Axis.MONTH in self.axes
        for place, lines in heard(self.ground, by_channel=by_channel, by_month=by_month).items():
            for ward_id, exact in self.wards_reached(place):
                self._tell(found, lines, ward_id, exact)
        return found

    def wards_reached(self, place: Place) -> list[tuple[int, bool]]:
        """(ward id, whether all reached live there) of the wards asked about in which it reached people."""
        unit_id, since, wide = place
        places = self.ground.territories.landings(unit_id, since, self.ground.asked.day, wide)
        return [(one.unit_id, one.exact) for one in places if one.unit_id in self.ground.ward_ids]

    def hits_of(self, subject: str) -> list[Hit]:
        """The kinds of cells that a subject tells something."""
        if subject not in self._hits:
            self._hits[subject] = list(self._find_hits(*read_subject(subject)))
        return self._hits[subject]

    def _find_hits(self, policies: tuple[int, ...], named: frozenset[int]) -> Iterator[Hit]:
        met: dict[AudienceKind | None, list[Concern]] = defaultdict(list)
        for one in (one for policy_id in policies for one in self._of_policy.get(policy_id, ())):
            # told to others: officials who learn of a policy are not the households it is for
            if not one.group or one.group & named:
                met[one.audience].append(one)
        for audience, some in met.items():
            key = audience.pk if audience else None
            apart = [[one] for one in some] if Axis.POLICY in self.axes else [some]
            for of in apart:
                policy_id = of[0].policy_id if Axis.POLICY in self.axes else None
                others = named - (of[0].cell_group or named)
                yield Hit(policy_id, key, others, tuple((one.policy_id, one.group) for one in of))

    def _tell(self, cells: Cells, lines: list[Row], ward_id: int, exact: bool) -> None:
        """Count what reached a ward into its cells. exact: all of it reached people of that ward."""
        place_of, nobody, untrue, hits = self._place_of, self.nobody, self._untrue, self._hits
        for one in lines:
            subject, month, newest, channel_id, version_id, _, _, low_of_all, _, _ = one
            for hit in hits.get(subject) or self.hits_of(subject):
                policy_id, audience_id, others, of = hit
                if nobody:
                    of = tuple(each for each in of if (ward_id, each[1]) not in nobody)
                    if not of:
                        continue
                low = low_of_all
                if low != NO_COUNT and (others or not exact):
                    low = self._low_of_the_group(low, others, ward_id, exact)
                holds = version_id not in untrue if version_id else self._holds(newest, of)
                cell = cells[place_of((policy_id, audience_id, ward_id, channel_id, month))]
                counts = cell.true if holds else cell.false
                if ward_id in counts:
                    counts[ward_id].add(one, low, exact)
                else:
                    counts[ward_id] = Count(one, low, exact)

    def _low_of_the_group(self, low: int, others: frozenset[int], ward_id: int, exact: bool) -> int:
        count = self.ground.sizes.of(ward_id, others) if others else 0
        found = low_of_a_part(low, count, same_people=exact)
        return NO_COUNT if found is None else found

    def _holds(self, newest: int, of: tuple[tuple[int, frozenset[int]], ...]) -> bool:
        """Of a deed without a version: does every policy told of still stand as it did that day?"""
        told_on, _ = read_newest(newest)
        return all(self.ground.truth_of(None, policy_id, told_on).holds for policy_id, _ in of)
