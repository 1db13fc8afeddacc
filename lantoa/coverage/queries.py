"""Who was told what: policy x unit for a group of people, as asked on a day; and what is still to be told.

Read from the ledger on every asking; nothing is kept. The number of queries does not grow with the rows.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from lantoa.budget.models import Spending
from lantoa.coverage.cells import Cell, GroupSizes, Telling, make_cell, telling_of
from lantoa.coverage.restating import LOCAL, Territories, names_of
from lantoa.coverage.truth import Truth, truth_by_policy, truths_of
from lantoa.deliveries.models import Delivery
from lantoa.deliveries.queries import told
from lantoa.library.models import Policy
from lantoa.library.queries import policy_states
from lantoa.library.queries.policies import with_bases
from lantoa.library.rules.standing_of_a_citation import PinState
from lantoa.people.models import AudienceGroup, AudienceKind
from lantoa.people.queries import Scope, audience_sizes, units_on
from lantoa.plans.models import Channel

WIDE_MEDIA = {Channel.Medium.BROADCAST, Channel.Medium.POST}


@dataclass(frozen=True)
class Asked:
    """What the matrix was asked: on which day, for which period, for whom.

    audience: None is every group that a policy is for. policy_ids: empty is all published. least_grade: a
    delivery proved less does not count. Units are those of `day`.
    """

    day: date
    from_on: date
    to_on: date
    audience: AudienceKind | None = None
    policy_ids: frozenset[int] = frozenset()
    least_grade: int = 1


@dataclass(frozen=True)
class Row:
    """One ward with its cells, in the order of the policies."""

    unit_id: int
    name: str
    size: int | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Matrix:
    """policies are the columns, rows the wards; states: how each policy itself stands on the day."""

    asked: Asked
    policies: tuple[Policy, ...]
    states: Mapping[int, PinState]
    rows: tuple[Row, ...]
    names: Mapping[int, str] = field(default_factory=dict)

    def cell(self, policy_id: int, unit_id: int) -> Cell | None:
        """The cell of a policy and a unit, None when it is not in the matrix."""
        for row in self.rows:
            if row.unit_id == unit_id:
                return next((cell for cell in row.cells if cell.policy_id == policy_id), None)
        return None

    def count(self, state: str) -> int:
        """How many cells stand so."""
        return sum(cell.state == state for row in self.rows for cell in row.cells)


@dataclass(frozen=True)
class _Ground:
    """All that was fetched for one matrix."""

    asked: Asked
    states: Mapping[int, PinState]
    truths: Mapping[int, Truth]
    sizes: GroupSizes
    costs: Mapping[int, dict[int, int]]
    landed: Mapping[tuple[int, int], list[tuple[Delivery, bool]]]
    names: Mapping[int, str]


def matrix(mine: Scope, asked: Asked, unit_ids: Iterable[int] | None = None) -> Matrix:
    """The matrix of the wards inside a scope (only `unit_ids` of them when given). Writes nothing."""
    only = None if unit_ids is None else set(unit_ids)
    wards = [v for v in units_on(asked.day, LOCAL, mine.inside()) if only is None or v.unit_id in only]
    ward_ids = {v.unit_id for v in wards}
    policies = _policies(asked)
    territories = Territories()
    lines = _lines(mine, asked)
    sizes = audience_sizes(ward_ids, asked.day)
    ground = _Ground(
        asked,
        policy_states(policies, asked.day),
        truths_of({line.version_id for line in lines if line.version_id}, asked.day),
        GroupSizes({key: size.count for key, size in sizes.items()}),
        _costs(lines),
        _landed(lines, territories, asked.day, ward_ids),
        names_of(territories, {line.unit_id for line in lines} | ward_ids, asked.day),
    )
    rows = [
        Row(
            ward.unit_id,
            ward.full_name,
            ground.sizes.of(ward.unit_id, [asked.audience.pk]) if asked.audience else None,
            tuple(_cell(policy, ward.unit_id, ground) for policy in policies),
        )
        for ward in wards
    ]
    return Matrix(asked, tuple(policies), ground.states, tuple(rows), ground.names)


def _policies(asked: Asked) -> list[Policy]:
    chosen = Policy.objects.filter(state=Policy.State.PUBLISHED)
    if asked.policy_ids:
        chosen = chosen.filter(pk__in=asked.policy_ids)
    return list(with_bases(chosen).order_by("topic__order", "title", "pk"))


def _lines(mine: Scope, asked: Asked) -> list[Delivery]:
    """Told lines of the period at her units, and what went out over wider places above them."""
    where = Q(unit_id__in=mine.inside()) | Q(unit_id__in=mine.above, channel__medium__in=WIDE_MEDIA)
    lines = told(Delivery.objects.filter(where), asked.least_grade).filter(
        happened_on__gte=asked.from_on, happened_on__lte=min(asked.to_on, asked.day)
    )
    return list(
        lines.select_related("channel", "version__edition__article").prefetch_related("policies", "audiences")
    )


def _landed(
    lines: list[Delivery], territories: Territories, day: date, wards: set[int]
) -> dict[tuple[int, int], list[tuple[Delivery, bool]]]:
    """(policy id, ward id) -> the lines that reached people living there, and whether they alone."""
    found: dict[tuple[int, int], list[tuple[Delivery, bool]]] = defaultdict(list)
    for line in lines:
        wide = line.channel.medium in WIDE_MEDIA
        for landing in territories.landings(line.unit_id, line.happened_on, day, wide):
            if landing.unit_id in wards:
                for policy in line.policies.all():
                    found[policy.pk, landing.unit_id].append((line, landing.exact))
    return found


def group_of(policy: Policy, audience: AudienceKind | None) -> frozenset[int] | None:
    """The audiences of the cell; None when the policy does not concern the one asked for.

    Officials must know every policy (mục I.1), whomever it is for.
    """
    own = frozenset(kind.pk for kind in policy.audiences.all())
    if audience is None:
        return own
    concerns = audience.pk in own or audience.group == AudienceGroup.OFFICIAL
    return frozenset({audience.pk}) if concerns else None


def _cell(policy: Policy, unit_id: int, ground: _Ground) -> Cell:
    group = group_of(policy, ground.asked.audience)
    if group is None:
        return Cell(policy.pk, unit_id, "na", why="Chính sách không dành cho nhóm này.")
    size = ground.sizes.of(unit_id, group)
    if size == 0:
        return Cell(policy.pk, unit_id, "na", 0, why="Nơi này không có hộ, người thuộc nhóm.")
    tellings: list[Telling] = []
    for line, exact in ground.landed.get((policy.pk, unit_id), []):
        named = frozenset(kind.pk for kind in line.audiences.all())
        if group and not named & group:
            continue  # told to others: officials who learn of a policy are not the households it is for
        if line.version_id:
            truth = ground.truths[line.version_id]
        else:
            truth = truth_by_policy(ground.states[policy.pk], line.happened_on)
        tellings.append(
            telling_of(
                line,
                truth,
                group=group or named,
                named=named,
                unit_id=unit_id,
                exact=exact,
                elsewhere=ground.names[line.unit_id] if line.unit_id != unit_id else "",
                sizes=ground.sizes,
            )
        )
    cost_vnd = _cost((t.line for t in tellings), ground.costs)
    return make_cell(policy.pk, unit_id, tellings, size, cost_vnd)


def _costs(lines: list[Delivery]) -> dict[int, dict[int, int]]:
    """First line of a chain -> {payment id: đồng} of the payments that name a line of it. Two queries.

    A payment stays whole: what it paid for several deliveries together is not divided among them. Lines that
    take a payment back count with it.
    """
    firsts = {line.first_id for line in lines}
    named: dict[int, dict[int, int]] = defaultdict(dict)
    paid = Spending.deliveries.through.objects.filter(
        Q(delivery_id__in=firsts) | Q(delivery__original_id__in=firsts)
    ).values_list("delivery_id", "delivery__original_id", "spending_id", "spending__amount_vnd")
    for delivery_id, original_id, spending_id, amount in paid:
        named[original_id or delivery_id][spending_id] = amount
    payments = {spending_id for ones in named.values() for spending_id in ones}
    taken_back = Spending.objects.filter(corrects_id__in=payments).exclude(pk__in=payments)
    back = {row.corrects_id: row for row in taken_back}
    for ones in named.values():
        ones.update({back[one].pk: back[one].amount_vnd for one in list(ones) if one in back})
    return named


def _cost(lines: Iterable[Delivery], costs: Mapping[int, dict[int, int]]) -> int | None:
    """Đồng of the payments that name any of these lines, each payment once; None when none does."""
    payments: dict[int, int] = {}
    for line in lines:
        payments |= costs.get(line.first_id, {})
    return sum(payments.values()) if payments else None
