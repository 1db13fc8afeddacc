"""What of a matrix may leave the office: every number of people goes through here first.

Sizes are judged in one table of all wards that lie together and all groups, whatever a reader asked for: so
two sheets of different cuts never tell apart what one of them hides. Reach is told only beside a told size.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from lantoa.common.dates import say
from lantoa.coverage.cells import Cell
from lantoa.coverage.ground import Asked, group_of, own_audiences
from lantoa.coverage.matrix import Crossed, Square
from lantoa.coverage.queries import Matrix
from lantoa.coverage.restating import LOCAL
from lantoa.coverage.rules.small_cells_are_hidden import HIDDEN, Hidden, Shown, ShownTable, shown, shown_table
from lantoa.people.models import AudienceKind, AudienceSize, UnitVersion
from lantoa.people.queries import audience_sizes, units_on


@dataclass(frozen=True)
class Told:
    """The numbers of one cell as they may leave: a number, None when unknown, or hidden."""

    size: Shown
    low: Shown
    high: Shown

    @property
    def percents(self) -> tuple[int, int] | None:
        """Bounds as shares of the group, 0 to 100; None where a number is unknown or hidden."""
        if not (isinstance(self.size, int) and isinstance(self.low, int) and isinstance(self.high, int)):
            return None
        return (round(100 * self.low / self.size), round(100 * self.high / self.size)) if self.size else None


def inside(cell: Cell) -> Told:
    """The numbers of a cell as the office itself sees them."""
    return Told(cell.size, cell.bounds.low, cell.bounds.high)


class Outward:
    """The numbers of a matrix as they may leave the office. Three queries whatever its size."""

    def __init__(self, table: Matrix):
        self.table = table
        self.sizes = _safe_sizes(table.asked, {row.unit_id for row in table.rows})
        self.groups = {
            policy.pk: group_of(own_audiences(policy), table.asked.audience) for policy in table.policies
        }

    def of(self, cell: Cell) -> Told:
        """The numbers of a cell of this matrix."""
        size = self.sizes.of(cell.unit_id, self.groups[cell.policy_id] or ())
        if cell.size == 0:
            size = 0
        if isinstance(size, Hidden):
            return Told(HIDDEN, HIDDEN, HIDDEN)
        return Told(size, shown(cell.bounds.low), shown(cell.bounds.high))

    def size(self, unit_id: int) -> Shown:
        """How many the asked group has in a ward; None when no single group was asked for."""
        audience = self.table.asked.audience
        return self.sizes.of(unit_id, [audience.pk]) if audience else None

    def total(self, policy_id: int) -> Shown:
        """How many a policy is for in all wards of the matrix together."""
        return self.sizes.total({row.unit_id for row in self.table.rows}, self.groups[policy_id] or ())

    def sources(self, cell: Cell) -> str:
        """Where the size of a cell comes from: "Rà soát cuối năm, 31/12/2025", each source once."""
        kinds = sorted(self.groups[cell.policy_id] or ())
        known = [
            self.sizes.known[cell.unit_id, kind] for kind in kinds if (cell.unit_id, kind) in self.sizes.known
        ]
        return "; ".join(dict.fromkeys(f"{size.source}, {say(size.counted_on)}" for size in known))

    @property
    def hides(self) -> bool:
        """Is any number of this matrix hidden?"""
        return any(
            HIDDEN in (t.size, t.low, t.high) for row in self.table.rows for t in map(self.of, row.cells)
        )


class OutwardCrossed:
    """The numbers of a table of two axes as they may leave the office. Three queries whatever its size.

    Where a cell gathers several wards their reach adds up; so it is told only when that of each of them may
    be told by itself. Otherwise, taken from the sum, the others would tell of the one.
    """

    def __init__(self, table: Crossed):
        self.table = table
        self.sizes = _safe_sizes(table.asked, set(table.ward_ids))

    def of(self, square: Square) -> Told:
        """The numbers of a cell of this table."""
        group, wards = square.concerns.group, square.concerns.wards
        size = self._size(square)
        hidden = any(isinstance(self.sizes.of(ward_id, group), Hidden) for ward_id in wards)
        if isinstance(size, Hidden) or hidden or square.of_few:
            return Told(size, HIDDEN, HIDDEN)
        return Told(size, shown(square.bounds.low), shown(square.bounds.high))

    def _size(self, square: Square) -> Shown:
        group, wards = square.concerns.group, square.concerns.wards
        if len(wards) == 1:
            return self.sizes.of(min(wards), group)
        return self.sizes.total(self.table.ward_ids, group)  # those left out have nobody of the group

    @property
    def hides(self) -> bool:
        """Is any number of this table hidden?"""
        return any(HIDDEN in (t.size, t.low, t.high) for t in map(self.of, self.table.cells.values()))


@dataclass(frozen=True)
class _SafeSizes:
    """Sizes by (unit id, group id), and by group for the wards that lie together, as they may leave."""

    told: Mapping[tuple[int, int], Shown]
    totals: Mapping[tuple[frozenset[int], int], Shown]
    known: Mapping[tuple[int, int], AudienceSize]

    def of(self, unit_id: int, kinds: Iterable[int]) -> Shown:
        return _together([self.told.get((unit_id, kind)) for kind in set(kinds)])

    def total(self, unit_ids: Collection[int], kinds: Iterable[int]) -> Shown:
        """Of wards that are not all that lie together no total is told: it would tell of the others."""
        return _together([self.totals.get((frozenset(unit_ids), kind)) for kind in set(kinds)])


def _together(counts: list[Shown]) -> Shown:
    """Several groups as one: nothing that is not told of each of them is told of all."""
    if not counts or None in counts:
        return None
    known = [count for count in counts if isinstance(count, int)]
    return sum(known) if len(known) == len(counts) else HIDDEN


def _safe_sizes(asked: Asked, unit_ids: set[int]) -> _SafeSizes:
    families: dict[int | None, list[UnitVersion]] = defaultdict(list)
    for version in units_on(asked.day, LOCAL):
        families[version.parent_id].append(version)
    asked_for = [family for family in families.values() if unit_ids & {v.unit_id for v in family}]
    everyone = [version.unit_id for family in asked_for for version in family]
    sizes = audience_sizes(everyone, asked.day)
    kinds = list(AudienceKind.objects.values_list("pk", flat=True))
    told: dict[tuple[int, int], Shown] = {}
    totals: dict[tuple[frozenset[int], int], Shown] = {}
    for family in asked_for:
        counts = [
            [size.count if (size := sizes.get((version.unit_id, kind))) else None for kind in kinds]
            for version in family
        ]
        safe: ShownTable = shown_table(counts)
        together = frozenset(version.unit_id for version in family)
        for n, version in enumerate(family):
            told |= {(version.unit_id, kind): safe.cells[n][m] for m, kind in enumerate(kinds)}
        totals |= {(together, kind): safe.columns[m] for m, kind in enumerate(kinds)}
    return _SafeSizes(told, totals, sizes)
