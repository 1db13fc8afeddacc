"""The matrix of any two of policy, audience, unit, channel, month; what is no axis is a filter.

A cell gathers wards: their people are different people, so bounds and sizes add up over wards, never over
channels. Asked with policy and unit it says what `queries.matrix` says.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice, product
from operator import attrgetter

from lantoa.coverage.counting import Axis, Concern, Counting, Key, Line, Told, line_of
from lantoa.coverage.ground import Asked, Ground, audiences_of, ground_of, payments_of
from lantoa.coverage.remembered import remembered
from lantoa.coverage.rules.bounds_of_wards_add_up import together
from lantoa.coverage.rules.small_cells_are_hidden import any_small
from lantoa.deliveries.models import Delivery
from lantoa.deliveries.rules.reach_is_two_bounds import Bounds
from lantoa.people.models import AudienceKind
from lantoa.people.queries import Scope

Place = tuple[Key, Key]
_newest = attrgetter("newest")
NOTHING = Told({}, {})
Fixed = tuple[Key | None, Key | None]  # of a place what does not hang on a telling; None: channel or month


@dataclass(frozen=True)
class Head:
    """One row or column: what it is asked by, and its name."""

    key: Key
    name: str


@dataclass
class Concerned:
    """Whom some cells concern: the audiences, and the wards where there are such people."""

    group: frozenset[int]
    wards: set[int]


@dataclass(frozen=True)
class Square:
    """One cell. told, stale: wards that heard what is still true, only what no longer is. last: the newest
    telling. cost_vnd: None when unknown. concerns: whom; of_few: some ward by itself was reached in so small
    a number that it names people.
    """

    told: int
    stale: int
    last: Line | None
    deeds: int
    bounds: Bounds
    estimated: bool
    cost_vnd: int | None
    concerns: "Concerned"
    of_few: bool

    @property
    def of(self) -> int:
        """In how many wards there are such people."""
        return len(self.concerns.wards)

    @property
    def state(self) -> str:
        """na, gap (nobody was told), stale (somewhere it must be told again), told."""
        if not self.of:
            return "na"
        if self.stale:
            return "stale"
        return "told" if self.told else "gap"


@dataclass(frozen=True)
class Crossed:
    """rows and columns in order; cells by (row key, column key), those that concern nobody left out.

    ward_ids: all wards that were asked about.
    """

    asked: Asked
    axes: tuple[Axis, Axis]
    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    cells: dict[tuple[Key, Key], Square]
    ward_ids: frozenset[int]


def crossed(
    mine: Scope, axes: tuple[Axis, Axis], asked: Asked, unit_ids: Iterable[int] | None = None
) -> Crossed:
    """The matrix of two different axes over the wards of a scope. A constant number of queries.

    ValueError: the same axis twice.
    """
    if axes[0] == axes[1]:
        raise ValueError("two different axes")
    wanted = None if unit_ids is None else frozenset(unit_ids)
    audiences = [asked.audience]
    if Axis.AUDIENCE in axes and not asked.audience:
        audiences = list(AudienceKind.objects.all())
    ground, cells = remembered(
        ("crossed", axes, tuple((kind.pk, kind.group) if kind else None for kind in audiences)),
        lambda: ground_of(mine, asked, wanted),
        lambda ground: _squares(Counting(ground, axes, audiences)),
    )
    heads = [_heads(axis, ground, audiences) for axis in axes]
    return Crossed(asked, axes, heads[0], heads[1], cells, ground.ward_ids)


def _squares(counting: Counting) -> dict[Place, Square]:
    told, paid = counting.cells(), _paid(counting)
    found: dict[Place, Square] = {}
    for fixed, concerned in _concerned(counting).items():
        sizes = {ward: counting.ground.sizes.of(ward, concerned.group) for ward in concerned.wards}
        for place in _places(fixed, counting):
            one = _square(told.get(place, NOTHING), sizes, paid.get(place), concerned, counting.ground)
            found[place] = one
    return found


def _concerned(counting: Counting) -> dict[Fixed, Concerned]:
    found: dict[Fixed, Concerned] = {}
    for one in counting.concerned:
        for ward_id in counting.ground.ward_ids:
            if (ward_id, one.group) not in counting.nobody:
                fixed = _fixed(counting.axes, one, ward_id)
                found.setdefault(fixed, Concerned(one.cell_group, set())).wards.add(ward_id)
    return found


def _fixed(axes: tuple[Axis, Axis], one: Concern, ward_id: int) -> Fixed:
    known: dict[Axis, Key | None] = {
        Axis.POLICY: one.policy_id,
        Axis.AUDIENCE: one.audience.pk if one.audience else None,
        Axis.UNIT: ward_id,
    }
    return known.get(axes[0]), known.get(axes[1])


def _places(fixed: Fixed, counting: Counting) -> Iterator[Place]:
    """The cells of these keys: with every channel and month where those are axes."""
    choices = [
        [key] if key is not None else [head.key for head in _heads(axis, counting.ground, [])]
        for axis, key in zip(counting.axes, fixed, strict=True)
    ]
    return ((row, column) for row, column in product(*choices))


def _paid(counting: Counting) -> dict[Place, dict[int, int]]:
    """Cell -> {payment id: đồng} of the payments that name what was told there."""
    found: dict[Place, dict[int, int]] = defaultdict(dict)
    payments = payments_of(counting.ground)
    for one in counting.concerned if payments else ():
        for ward_id in counting.ground.ward_ids:
            fixed = _fixed(counting.axes, one, ward_id)
            for line, named in payments.get((one.policy_id, ward_id), ()):
                concerns = not one.group or audiences_of(line) & one.group
                if concerns and (ward_id, one.group) not in counting.nobody:
                    found[_place(fixed, counting.axes, line)].update(named)
    return found


def _place(fixed: Fixed, axes: tuple[Axis, Axis], line: Delivery) -> Place:
    by_line: dict[Axis, Key] = {Axis.CHANNEL: line.channel_id, Axis.MONTH: line.happened_on.replace(day=1)}
    row, column = (by_line[axis] if key is None else key for axis, key in zip(axes, fixed, strict=True))
    return row, column


def _heads(axis: Axis, ground: Ground, audiences: list[AudienceKind | None]) -> tuple[Head, ...]:
    if axis == Axis.POLICY:
        return tuple(Head(policy.pk, policy.title) for policy in ground.policies)
    if axis == Axis.UNIT:
        return tuple(Head(ward.unit_id, ward.full_name) for ward in ground.wards)
    if axis == Axis.AUDIENCE:
        return tuple(Head(kind.pk, kind.name) for kind in audiences if kind)
    if axis == Axis.CHANNEL:
        wanted = ground.asked.channel_ids
        return tuple(Head(c.pk, c.name) for c in ground.channels.values() if not wanted or c.pk in wanted)
    return tuple(Head(month, f"{month:%m/%Y}") for month in _months(ground.asked))


def _months(asked: Asked) -> list[date]:
    found, month, last = [], asked.from_on.replace(day=1), min(asked.to_on, asked.day)
    while month <= last:
        found.append(month)
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return found


def _square(
    told: Told,
    sizes: Mapping[int, int | None],
    paid: dict[int, int] | None,
    concerned: Concerned,
    ground: Ground,
) -> Square:
    """sizes: of every ward that the cell concerns."""
    deciding = told.deciding()
    reached = [count.bounds(sizes[ward_id]) for ward_id, count in deciding.items()]
    few = any(map(any_small, islice(zip(*reached, strict=True), 2)))  # lower bounds, upper bounds
    if len(deciding) < len(sizes):
        reached.append(Bounds(0, 0))
    counts = [*told.true.values(), *told.false.values()]
    known = [size for size in sizes.values() if size is not None]
    return Square(
        len(told.true),
        len(deciding) - len(told.true),
        line_of(max(counts, key=_newest), ground) if counts else None,
        sum([count.deeds for count in counts]),
        together(reached)._replace(of=sum(known) if len(known) == len(sizes) else None),
        any(count.guessed for count in deciding.values()),
        sum(paid.values()) if paid else None,
        concerned,
        few,
    )
