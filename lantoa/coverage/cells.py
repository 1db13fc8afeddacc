"""One cell of the matrix: what a ward's people of one group were told of one policy, as asked on a day."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Protocol

from lantoa.coverage.rules.reach_of_a_part import Part, part_of
from lantoa.coverage.truth import Truth
from lantoa.deliveries.models import Delivery
from lantoa.deliveries.rules.reach_is_two_bounds import Bounds, reach_bounds
from lantoa.plans.models import Channel

NOTHING = Bounds(0, 0)


class Line(Protocol):
    """What a cell shows of a line of the ledger."""

    @property
    def happened_on(self) -> date: ...

    @property
    def position(self) -> int: ...

    @property
    def channel(self) -> Channel: ...

    @property
    def grade(self) -> int: ...


class CellTelling(NamedTuple):
    """One telling as it counts for one cell.

    exact: it was counted for these very people; if not, its share here is unknown. elsewhere: the name of
    the unit it was written down at, when that is another one.
    """

    line: Line
    truth: Truth
    part: Part
    exact: bool
    elsewhere: str = ""

    @property
    def grade(self) -> int:
        return self.line.grade


class Cell(NamedTuple):
    """state: told (and still true), stale (told, no longer true), gap (never told), na (does not concern).

    size: how many the group has here, None when nobody counted. bounds: how many of them were reached by what
    is still true (of a stale cell: by what was told). cost_vnd: the payments that name these deliveries, None
    when none does. last: the newest telling that decides the state. estimated: some share is unknown. deeds:
    how many deliveries count here. tellings: they themselves, the newest first, where every line was read.
    """

    policy_id: int
    unit_id: int
    state: str
    size: int | None = None
    tellings: tuple[CellTelling, ...] = ()
    last: CellTelling | None = None
    bounds: Bounds = NOTHING
    cost_vnd: int | None = None
    estimated: bool = False
    why: str = ""
    deeds: int = 0

    @property
    def told_on(self) -> date | None:
        return self.last.line.happened_on if self.last else None

    @property
    def grade(self) -> int | None:
        return self.last.grade if self.last else None

    @property
    def stale_since(self) -> date | None:
        """The day from which it must be told again; None also when that day is unknown."""
        return self.last.truth.since if self.last and self.state == "stale" else None

    @property
    def holds_until(self) -> date | None:
        """The first day on which it will no longer be true, as far as known."""
        return self.last.truth.until if self.last and self.state == "told" else None

    @property
    def percents(self) -> tuple[int, int] | None:
        """Lower and upper bound as shares of the group, 0 to 100; None when a part of it is unknown."""
        if not self.size or self.bounds.high is None:
            return None
        return round(100 * (self.bounds.low or 0) / self.size), round(100 * self.bounds.high / self.size)

    @property
    def needs_telling(self) -> bool:
        return self.state in ("gap", "stale")


@dataclass
class GroupSizes:
    """How many each group has in each unit, by (unit id, audience kind id); what is missing is unknown."""

    counts: dict[tuple[int, int], int] = field(default_factory=dict)
    _known: dict[tuple[int, frozenset[int]], int | None] = field(default_factory=dict)

    def of(self, unit_id: int, kinds: frozenset[int]) -> int | None:
        """The groups together; None as soon as one is unknown, or when there is none."""
        key = unit_id, kinds
        if key not in self._known:
            self._known[key] = self._sum(unit_id, kinds)
        return self._known[key]

    def _sum(self, unit_id: int, kinds: Iterable[int]) -> int | None:
        found = [self.counts.get((unit_id, kind)) for kind in kinds]
        if not found or any(count is None for count in found):
            return None
        return sum(count for count in found if count is not None)


def cell_telling(
    line: Delivery,
    truth: Truth,
    *,
    group: frozenset[int],
    named: frozenset[int],
    unit_id: int,
    exact: bool,
    elsewhere: str,
    sizes: GroupSizes,
) -> CellTelling:
    """How a delivery to the audiences `named` counts for the audiences `group` of a unit."""
    rest = named - group
    others = sizes.of(unit_id, rest) if rest else 0
    part = part_of(line.reach_low, line.reach_high, others, same_people=exact)
    return CellTelling(line, truth, part, exact, elsewhere)


def make_cell(
    policy_id: int, unit_id: int, tellings: list[CellTelling], size: int | None, cost_vnd: int | None
) -> Cell:
    """The cell of a policy that concerns the group, from all that was told there in the period."""
    if not tellings:
        return Cell(policy_id, unit_id, "gap", size, bounds=Bounds(0, 0, size))
    tellings = sorted(tellings, key=lambda t: (t.line.happened_on, t.line.position), reverse=True)
    true_ones = [t for t in tellings if t.truth.holds]
    deciding = true_ones or tellings
    last = deciding[0]
    return Cell(
        policy_id,
        unit_id,
        "told" if true_ones else "stale",
        size,
        tuple(tellings),
        last,
        reach_bounds([t.part for t in deciding], size),
        cost_vnd,
        any(not t.exact for t in deciding),
        last.truth.says,
        len(tellings),
    )
