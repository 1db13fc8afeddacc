"""Who was told what: policy x unit for a group of people, as asked on a day; and what is still to be told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lantoa.coverage.cells import Cell, CellTelling, cell_telling, make_cell
from lantoa.coverage.counting import Axis, Counting, Told, newest_of
from lantoa.coverage.ground import (
    Asked,
    Ground,
    Payments,
    audiences_of,
    ground_of,
    group_of,
    landed,
    lines_of,
    payments_of,
)
from lantoa.coverage.remembered import remembered
from lantoa.coverage.restating import names_of
from lantoa.deliveries.models import Delivery
from lantoa.library.models import Policy
from lantoa.library.rules.standing_of_a_citation import PinState
from lantoa.people.queries import Scope

AT_ONCE = 20_000  # lines whose names are fetched by one statement
CellsOf = dict[tuple[int, int], Cell]  # by policy id and ward id


@dataclass(frozen=True)
class Row:
    """One ward with its cells, in the order of the policies."""

    unit_id: int
    name: str
    size: int | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Matrix:
    """policies are the columns, rows the wards; states: how each policy itself stands on the day; ground: the
    facts that it was made of."""

    asked: Asked
    policies: tuple[Policy, ...]
    states: Mapping[int, PinState]
    rows: tuple[Row, ...]
    ground: Ground = field(repr=False, compare=False)

    def cell(self, policy_id: int, unit_id: int) -> Cell | None:
        """The cell of a policy and a unit, None when it is not in the matrix."""
        for row in self.rows:
            if row.unit_id == unit_id:
                return next((cell for cell in row.cells if cell.policy_id == policy_id), None)
        return None

    def count(self, state: str) -> int:
        """How many cells stand so."""
        return sum(cell.state == state for row in self.rows for cell in row.cells)


def matrix(
    mine: Scope, asked: Asked, unit_ids: Iterable[int] | None = None, *, from_ledger: bool = False
) -> Matrix:
    """The matrix of the wards inside a scope (only `unit_ids` of them when given).

    from_ledger: read every line instead of the sums, so that the tellings of a cell are the lines themselves.
    """
    wanted = None if unit_ids is None else frozenset(unit_ids)
    if from_ledger:
        ground = ground_of(mine, asked, wanted)
        rows = _rows(ground, _cells_from_lines(mine, ground))
    else:
        ground, rows = remembered("matrix", lambda: ground_of(mine, asked, wanted), _rows_from_sums)
    return Matrix(asked, ground.policies, ground.states, rows, ground)


def _rows_from_sums(ground: Ground) -> tuple[Row, ...]:
    return _rows(ground, _cells_from_sums(ground))


def _rows(ground: Ground, cells: CellsOf) -> tuple[Row, ...]:
    audience = ground.asked.audience
    return tuple(
        Row(
            ward.unit_id,
            ward.full_name,
            ground.sizes.of(ward.unit_id, frozenset({audience.pk})) if audience else None,
            tuple(cells[policy.pk, ward.unit_id] for policy in ground.policies),
        )
        for ward in ground.wards
    )


def _cells_from_sums(ground: Ground) -> CellsOf:
    told = Counting(ground, (Axis.POLICY, Axis.UNIT), [ground.asked.audience]).cells()
    payments = payments_of(ground)
    found: CellsOf = {}
    for policy in ground.policies:
        group = group_of(ground.own_audiences[policy.pk], ground.asked.audience)
        for ward_id in ground.ward_ids:
            one = told.get((policy.pk, ward_id))
            found[policy.pk, ward_id] = _cell(policy, ward_id, group, one, payments, ground)
    return found


def _cell(
    policy: Policy,
    ward_id: int,
    group: frozenset[int] | None,
    told: Told | None,
    payments: Payments,
    ground: Ground,
) -> Cell:
    size = ground.sizes.of(ward_id, group) if group else None
    if nobody := _concerns_nobody(policy, ward_id, group, size):
        return nobody
    if told is None:
        return make_cell(policy.pk, ward_id, [], size, None)
    count = told.at(ward_id)
    last = newest_of(count, policy.pk, ground)
    return Cell(
        policy.pk,
        ward_id,
        "told" if told.true else "stale",
        size,
        (),
        last,
        count.bounds(size),
        _cost(payments.get((policy.pk, ward_id), []), group),
        count.guessed,
        last.truth.says,
        told.deeds(ward_id),
    )


def _concerns_nobody(
    policy: Policy, ward_id: int, group: frozenset[int] | None, size: int | None
) -> Cell | None:
    if group is None:
        return Cell(policy.pk, ward_id, "na", why="Chính sách không dành cho nhóm này.")
    if size == 0:
        return Cell(policy.pk, ward_id, "na", 0, why="Nơi này không có hộ, người thuộc nhóm.")
    return None


def _cost(paid: Iterable[tuple[Delivery, dict[int, int]]], group: frozenset[int] | None) -> int | None:
    """Đồng of the payments that name lines of a cell, each payment once; None when none does."""
    payments: dict[int, int] = {}
    for line, named in paid:
        if not group or audiences_of(line) & group:
            payments |= named
    return sum(payments.values()) if payments else None


def _cells_from_lines(mine: Scope, ground: Ground) -> CellsOf:
    """The same from every line of the ledger, one by one."""
    told: dict[tuple[int, int], list[tuple[Delivery, bool]]] = defaultdict(list)
    lines = list(lines_of(mine, ground.asked).iterator(chunk_size=AT_ONCE))
    for line, ward_id, exact in landed(lines, ground):
        for policy in line.policies.all():
            told[policy.pk, ward_id].append((line, exact))
    names = names_of(ground.territories, {line.unit_id for line in lines}, ground.asked.day)
    payments = payments_of(ground)
    found: CellsOf = {}
    for policy in ground.policies:
        group = group_of(ground.own_audiences[policy.pk], ground.asked.audience)
        for ward_id in ground.ward_ids:
            place = policy.pk, ward_id
            size = ground.sizes.of(ward_id, group) if group else None
            if nobody := _concerns_nobody(policy, ward_id, group, size):
                found[place] = nobody
                continue
            tellings = _tellings(policy.pk, ward_id, group or frozenset(), told[place], ground, names)
            cost_vnd = _cost(payments.get(place, []), group) if tellings else None
            found[place] = make_cell(policy.pk, ward_id, tellings, size, cost_vnd)
    return found


def _tellings(
    policy_id: int,
    ward_id: int,
    group: frozenset[int],
    told: Iterable[tuple[Delivery, bool]],
    ground: Ground,
    names: Mapping[int, str],
) -> list[CellTelling]:
    """What told a group in a ward of a policy; group: the audiences, empty for whomever the line names."""
    found: list[CellTelling] = []
    for line, exact in told:
        named = audiences_of(line)
        if group and not named & group:
            continue  # told to others: officials who learn of a policy are not the households it is for
        found.append(
            cell_telling(
                line,
                ground.truth_of(line.version_id, policy_id, line.happened_on),
                group=group or named,
                named=named,
                unit_id=ward_id,
                exact=exact,
                elsewhere=names[line.unit_id] if line.unit_id != ward_id else "",
                sizes=ground.sizes,
            )
        )
    return found
