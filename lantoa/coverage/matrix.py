"""The matrix of any two of policy, audience, unit, channel, month; what is no axis is a filter.

A cell gathers wards: their people are different people, so bounds and sizes add up over wards, never over
channels. Asked with policy and unit it says what `queries.matrix` says.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import TextChoices

from lantoa.coverage.cells import Telling, telling_of
from lantoa.coverage.queries import Asked, Ground, audiences_of, ground_of, group_of, paid_for, truth_of
from lantoa.coverage.rules.bounds_of_wards_add_up import together
from lantoa.deliveries.rules.reach_is_two_bounds import Bounds, reach_bounds
from lantoa.library.models import Policy
from lantoa.people.models import AudienceKind
from lantoa.people.queries import Scope

Key = int | date


class Axis(TextChoices):
    """Chiều của bảng."""

    POLICY = "chinh-sach", "Chính sách"
    AUDIENCE = "doi-tuong", "Đối tượng"
    UNIT = "don-vi", "Phường, xã"
    CHANNEL = "kenh", "Kênh"
    MONTH = "thang", "Tháng"


@dataclass(frozen=True)
class Head:
    """One row or column: what it is asked by, and its name."""

    key: Key
    name: str


@dataclass(frozen=True)
class Square:
    """One cell. told, stale: wards that heard what is still true, only what no longer is; of: wards that it
    concerns. last: the newest telling. size, cost_vnd: None when unknown."""

    told: int
    stale: int
    of: int
    last: Telling | None
    deeds: int
    bounds: Bounds
    estimated: bool
    cost_vnd: int | None

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
    """rows and columns in order; cells by (row key, column key), those that concern nobody left out."""

    asked: Asked
    axes: tuple[Axis, Axis]
    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    cells: dict[tuple[Key, Key], Square]


@dataclass
class _Gathered:
    """What one cell gathers before it is reckoned."""

    group: frozenset[int] = frozenset()
    wards: set[int] = field(default_factory=set)
    tellings: dict[int, dict[int, Telling]] = field(default_factory=lambda: defaultdict(dict))
    payments: dict[int, int] = field(default_factory=dict)


def crossed(
    mine: Scope, axes: tuple[Axis, Axis], asked: Asked, unit_ids: Iterable[int] | None = None
) -> Crossed:
    """The matrix of two different axes over the wards of a scope. A constant number of queries.

    ValueError: the same axis twice.
    """
    if axes[0] == axes[1]:
        raise ValueError("two different axes")
    ground = ground_of(mine, asked, unit_ids, by_channel=Axis.CHANNEL in axes, by_month=Axis.MONTH in axes)
    audiences = _audiences(ground, axes)
    gathered = _gather(ground, axes, audiences)
    heads = [_heads(axis, ground, audiences) for axis in axes]
    cells = {key: _square(one, ground) for key, one in gathered.items()}
    return Crossed(asked, axes, heads[0], heads[1], cells)


def _audiences(ground: Ground, axes: tuple[Axis, Axis]) -> list[AudienceKind | None]:
    """The groups that are told apart; None: whomever a policy is for."""
    if ground.asked.audience or Axis.AUDIENCE not in axes:
        return [ground.asked.audience]
    return list(AudienceKind.objects.all())


def _gather(
    ground: Ground, axes: tuple[Axis, Axis], audiences: list[AudienceKind | None]
) -> dict[tuple[Key, Key], _Gathered]:
    found: dict[tuple[Key, Key], _Gathered] = defaultdict(_Gathered)
    everyone = frozenset(kind.pk for policy in ground.policies for kind in policy.audiences.all())
    open_heads = [_open_heads(axis, ground) for axis in axes]
    for policy in ground.policies:
        for audience in audiences:
            group = group_of(policy, audience)
            if group is None:
                continue
            wide_group = group if audience or Axis.POLICY in axes else everyone
            for ward in ground.wards:
                if ground.sizes.of(ward.unit_id, group) == 0:
                    continue
                fixed = _fixed(axes, policy, audience, ward.unit_id)
                for row in [fixed[0]] if fixed[0] is not None else open_heads[0]:
                    for column in [fixed[1]] if fixed[1] is not None else open_heads[1]:
                        one = found[row, column]
                        one.group = wide_group
                        one.wards.add(ward.unit_id)
                _tell(found, axes, fixed, ground, policy, group, wide_group, ward.unit_id)
    return found


def _fixed(
    axes: tuple[Axis, Axis], policy: Policy, audience: AudienceKind | None, unit_id: int
) -> list[Key | None]:
    """The keys of the axes that do not hang on a telling; None for channel and month."""
    known: dict[Axis, Key | None] = {
        Axis.POLICY: policy.pk,
        Axis.AUDIENCE: audience.pk if audience else None,
        Axis.UNIT: unit_id,
    }
    return [known.get(axis) for axis in axes]


def _tell(
    found: dict[tuple[Key, Key], _Gathered],
    axes: tuple[Axis, Axis],
    fixed: list[Key | None],
    ground: Ground,
    policy: Policy,
    group: frozenset[int],
    wide_group: frozenset[int],
    unit_id: int,
) -> None:
    """Put what was told of a policy in a ward into its cells; a line of two policies counts once a cell."""
    for line, exact in ground.landed.get((policy.pk, unit_id), []):
        named = audiences_of(line)
        if group and not named & group:
            continue
        telling = telling_of(
            line,
            truth_of(line, policy.pk, ground),
            group=wide_group or named,
            named=named,
            unit_id=unit_id,
            exact=exact,
            elsewhere=ground.names[line.unit_id] if line.unit_id != unit_id else "",
            sizes=ground.sizes,
        )
        told = found[_place(axes, fixed, line)].tellings[unit_id]
        if id(line) not in told or not telling.truth.holds:
            told[id(line)] = telling
    for line, payments in paid_for(policy.pk, unit_id, group, ground):
        found[_place(axes, fixed, line)].payments.update(payments)


def _place(axes: tuple[Axis, Axis], fixed: list[Key | None], line: object) -> tuple[Key, Key]:
    keys = []
    for axis, key in zip(axes, fixed, strict=True):
        if key is None:
            key = line.channel.pk if axis == Axis.CHANNEL else line.happened_on.replace(day=1)  # type: ignore[attr-defined]
        keys.append(key)
    return keys[0], keys[1]


def _open_heads(axis: Axis, ground: Ground) -> list[Key]:
    return [head.key for head in _heads(axis, ground, [])] if axis in (Axis.CHANNEL, Axis.MONTH) else []


def _heads(axis: Axis, ground: Ground, audiences: list[AudienceKind | None]) -> tuple[Head, ...]:
    if axis == Axis.POLICY:
        return tuple(Head(policy.pk, policy.title) for policy in ground.policies)
    if axis == Axis.UNIT:
        return tuple(Head(ward.unit_id, ward.full_name) for ward in ground.wards)
    if axis == Axis.AUDIENCE:
        return tuple(Head(kind.pk, kind.name) for kind in audiences if kind)
    if axis == Axis.CHANNEL:
        wanted = ground.asked.channel_ids
        return tuple(Head(c.pk, c.name) for c in ground.channels if not wanted or c.pk in wanted)
    return tuple(Head(month, f"{month:%m/%Y}") for month in _months(ground.asked))


def _months(asked: Asked) -> list[date]:
    found, month, last = [], asked.from_on.replace(day=1), min(asked.to_on, asked.day)
    while month <= last:
        found.append(month)
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return found


def _square(one: _Gathered, ground: Ground) -> Square:
    told = stale = deeds = 0
    estimated = False
    last: Telling | None = None
    bounds: list[Bounds] = []
    for unit_id in one.wards:
        tellings = list(one.tellings[unit_id].values()) if unit_id in one.tellings else []
        true_ones = [telling for telling in tellings if telling.truth.holds]
        deciding = true_ones or tellings
        told += bool(true_ones)
        stale += bool(tellings and not true_ones)
        deeds += sum(telling.deeds for telling in tellings)
        estimated = estimated or any(not telling.exact for telling in deciding)
        bounds.append(reach_bounds([t.part for t in deciding], ground.sizes.of(unit_id, one.group)))
        for telling in tellings:
            if last is None or _newer(telling, last):
                last = telling
    cost = sum(one.payments.values()) if one.payments else None
    return Square(told, stale, len(one.wards), last, deeds, together(bounds), estimated, cost)


def _newer(one: Telling, other: Telling) -> bool:
    return (one.line.happened_on, one.line.position) > (other.line.happened_on, other.line.position)
