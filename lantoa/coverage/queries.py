"""Who was told what: policy x unit for a group of people, as asked on a day; and what is still to be told.

Read from the sums of the ledger; whether it is still true is asked of library and content each time. The
number of queries does not grow with the rows.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from lantoa.budget.models import Spending
from lantoa.coverage.cells import Cell, GroupSizes, Telling, make_cell, telling_of
from lantoa.coverage.heard import Heard, Window, fold, rows_of
from lantoa.coverage.restating import LOCAL, Territories, names_of
from lantoa.coverage.truth import Truth, truth_by_policy, truths_of
from lantoa.deliveries.models import Delivery
from lantoa.deliveries.queries import told
from lantoa.library.models import Policy
from lantoa.library.queries import policy_states
from lantoa.library.queries.policies import with_bases
from lantoa.library.rules.standing_of_a_citation import PinState
from lantoa.people.models import AudienceGroup, AudienceKind, UnitVersion
from lantoa.people.queries import Scope, audience_sizes, units_on
from lantoa.plans.models import Channel

AT_ONCE = 20_000  # lines whose names are fetched by one statement
WIDE_MEDIA = {Channel.Medium.BROADCAST, Channel.Medium.POST}


@dataclass(frozen=True)
class Asked:
    """What the matrix was asked: on which day, for which period, for whom.

    audience: None is every group that a policy is for. policy_ids: empty is all published. least_grade: a
    delivery proved less does not count. channel_ids: empty is all. Units are those of `day`.
    """

    day: date
    from_on: date
    to_on: date
    audience: AudienceKind | None = None
    policy_ids: frozenset[int] = frozenset()
    least_grade: int = 1
    channel_ids: frozenset[int] = frozenset()


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


Line = Delivery | Heard
Landed = Mapping[tuple[int, int], list[tuple[Line, bool]]]


@dataclass(frozen=True)
class Ground:
    """All that was fetched for one matrix. costs: first line of a chain -> {payment id: đồng}.

    landed, paid: by (policy id, ward id) the lines that reached people living there, and whether they alone;
    paid are those that a payment names, as lines of the ledger.
    """

    asked: Asked
    wards: tuple[UnitVersion, ...]
    policies: tuple[Policy, ...]
    states: Mapping[int, PinState]
    truths: Mapping[int, Truth]
    sizes: GroupSizes
    costs: Mapping[int, dict[int, int]]
    landed: Landed
    paid: Landed
    names: Mapping[int, str]
    channels: tuple[Channel, ...]


def matrix(
    mine: Scope, asked: Asked, unit_ids: Iterable[int] | None = None, *, from_ledger: bool = False
) -> Matrix:
    """The matrix of the wards inside a scope (only `unit_ids` of them when given).

    from_ledger: read every line instead of the sums, so that the tellings of a cell are the lines themselves.
    """
    ground = ground_of(mine, asked, unit_ids, from_ledger=from_ledger)
    rows = [
        Row(
            ward.unit_id,
            ward.full_name,
            ground.sizes.of(ward.unit_id, [asked.audience.pk]) if asked.audience else None,
            tuple(_cell(policy, ward.unit_id, ground) for policy in ground.policies),
        )
        for ward in ground.wards
    ]
    return Matrix(asked, ground.policies, ground.states, tuple(rows), ground.names)


def ground_of(
    mine: Scope,
    asked: Asked,
    unit_ids: Iterable[int] | None = None,
    *,
    from_ledger: bool = False,
    by_channel: bool = False,
    by_month: bool = False,
) -> Ground:
    """All that a matrix is made of. by_channel, by_month: keep apart what went over other channels, in other
    months."""
    only = None if unit_ids is None else set(unit_ids)
    wards = [v for v in units_on(asked.day, LOCAL, mine.inside()) if only is None or v.unit_id in only]
    ward_ids = {v.unit_id for v in wards}
    policies = _policies(asked)
    territories = Territories()
    channels = {channel.pk: channel for channel in Channel.objects.all()}
    lines: list[Line]
    if from_ledger:
        lines = list(_lines(mine, asked).iterator(chunk_size=AT_ONCE))
        truths = truths_of({line.version_id for line in lines if line.version_id}, asked.day)
    else:
        window = Window(
            frozenset(mine.inside()),
            frozenset(mine.above) - frozenset(mine.inside()),
            asked.from_on,
            min(asked.to_on, asked.day),
            asked.least_grade,
            asked.channel_ids,
        )
        rows = rows_of(window, territories)
        truths = truths_of({row[3] for row in rows if row[3]}, asked.day)
        lines = list(
            fold(
                rows, window, territories, truths, channels, WIDE_MEDIA,
                by_channel=by_channel, by_month=by_month,
            )
        )  # fmt: skip
    paid, costs = _paid(mine, asked)
    sizes = audience_sizes(ward_ids, asked.day)
    return Ground(
        asked,
        tuple(wards),
        tuple(policies),
        policy_states(policies, asked.day),
        truths,
        GroupSizes({key: size.count for key, size in sizes.items()}),
        costs,
        _landed(lines, territories, asked.day, ward_ids),
        _landed(paid, territories, asked.day, ward_ids),
        names_of(territories, {line.unit_id for line in lines} | ward_ids, asked.day),
        tuple(channels.values()),
    )


def _policies(asked: Asked) -> list[Policy]:
    chosen = Policy.objects.filter(state=Policy.State.PUBLISHED)
    if asked.policy_ids:
        chosen = chosen.filter(pk__in=asked.policy_ids)
    return list(with_bases(chosen).order_by("topic__order", "title", "pk"))


def _lines(mine: Scope, asked: Asked) -> QuerySet[Delivery]:
    """Told lines of the period at her units, and what went out over wider places above them."""
    where = Q(unit_id__in=mine.inside()) | Q(unit_id__in=mine.above, channel__medium__in=WIDE_MEDIA)
    if asked.channel_ids:
        where &= Q(channel_id__in=asked.channel_ids)
    if asked.policy_ids:
        named = Delivery.policies.through.objects.filter(policy_id__in=asked.policy_ids)
        where &= Q(pk__in=named.values("delivery_id"))
    lines = told(Delivery.objects.filter(where), asked.least_grade).filter(
        happened_on__gte=asked.from_on, happened_on__lte=min(asked.to_on, asked.day)
    )
    return lines.select_related("channel").prefetch_related("policies", "audiences")


def policies_of(line: Line) -> Iterable[int]:
    """The ids of the policies that a line tells of."""
    return line.policies if isinstance(line, Heard) else [policy.pk for policy in line.policies.all()]


def audiences_of(line: Line) -> frozenset[int]:
    """The ids of the audiences that a line names."""
    return line.audiences if isinstance(line, Heard) else frozenset(kind.pk for kind in line.audiences.all())


def _landed(lines: Iterable[Line], territories: Territories, day: date, wards: set[int]) -> Landed:
    """(policy id, ward id) -> the lines that reached people living there, and whether they alone."""
    found: dict[tuple[int, int], list[tuple[Line, bool]]] = defaultdict(list)
    for line in lines:
        wide = line.channel.medium in WIDE_MEDIA
        on = line.on if isinstance(line, Heard) else line.happened_on
        for landing in territories.landings(line.unit_id, on, day, wide):
            if landing.unit_id in wards:
                for policy_id in policies_of(line):
                    found[policy_id, landing.unit_id].append((line, landing.exact))
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


def _cell(policy: Policy, unit_id: int, ground: Ground) -> Cell:
    group = group_of(policy, ground.asked.audience)
    if group is None:
        return Cell(policy.pk, unit_id, "na", why="Chính sách không dành cho nhóm này.")
    size = ground.sizes.of(unit_id, group)
    if size == 0:
        return Cell(policy.pk, unit_id, "na", 0, why="Nơi này không có hộ, người thuộc nhóm.")
    tellings = tellings_of(policy.pk, unit_id, group, ground)
    cost_vnd = _cost(policy.pk, unit_id, group, ground) if tellings else None
    return make_cell(policy.pk, unit_id, tellings, size, cost_vnd)


def tellings_of(policy_id: int, unit_id: int, group: frozenset[int], ground: Ground) -> list[Telling]:
    """What told a group in a ward of a policy; group: the audiences, empty for whomever the line names."""
    found: list[Telling] = []
    for line, exact in ground.landed.get((policy_id, unit_id), []):
        named = audiences_of(line)
        if group and not named & group:
            continue  # told to others: officials who learn of a policy are not the households it is for
        found.append(
            telling_of(
                line,
                truth_of(line, policy_id, ground),
                group=group or named,
                named=named,
                unit_id=unit_id,
                exact=exact,
                elsewhere=ground.names[line.unit_id] if line.unit_id != unit_id else "",
                sizes=ground.sizes,
            )
        )
    return found


def truth_of(line: Line, policy_id: int, ground: Ground) -> Truth:
    """Is what a line told of a policy still true on the day asked?"""
    if line.version_id:
        return ground.truths[line.version_id]
    return truth_by_policy(ground.states[policy_id], line.happened_on)


def _paid(mine: Scope, asked: Asked) -> tuple[list[Line], dict[int, dict[int, int]]]:
    """The lines that a payment names, and by first line of a chain {payment id: đồng}.

    A payment stays whole: what it paid for several deliveries together is not divided among them. Lines that
    take a payment back count with it. A payment that names a line corrected later names the newest one.
    """
    links = Spending.deliveries.through.objects
    firsts = links.values(first=Coalesce("delivery__original_id", "delivery_id"))
    lines = list(_lines(mine, asked).filter(Q(pk__in=firsts) | Q(original_id__in=firsts)))
    wanted = {line.first_id for line in lines}
    named: dict[int, dict[int, int]] = defaultdict(dict)
    rows = links.values_list("delivery_id", "delivery__original_id", "spending_id", "spending__amount_vnd")
    for delivery_id, original_id, spending_id, amount in rows if wanted else []:
        if (original_id or delivery_id) in wanted:
            named[original_id or delivery_id][spending_id] = amount
    payments = {spending_id for ones in named.values() for spending_id in ones}
    taken_back = Spending.objects.filter(corrects__isnull=False)
    back = {
        row.corrects_id: row for row in taken_back if row.corrects_id in payments and row.pk not in payments
    }
    for ones in named.values():
        ones.update({back[one].pk: back[one].amount_vnd for one in list(ones) if one in back})
    return list(lines), named


def paid_for(
    policy_id: int, unit_id: int, group: frozenset[int], ground: Ground
) -> list[tuple[Delivery, dict[int, int]]]:
    """The lines of a cell that payments name, each with {payment id: đồng}."""
    return [
        (line, ground.costs[line.first_id])
        for line, _ in ground.paid.get((policy_id, unit_id), [])
        if isinstance(line, Delivery) and (not group or audiences_of(line) & group)
    ]


def _cost(policy_id: int, unit_id: int, group: frozenset[int], ground: Ground) -> int | None:
    """Đồng of the payments that name lines of a cell, each payment once; None when none does."""
    payments: dict[int, int] = {}
    for _, named in paid_for(policy_id, unit_id, group, ground):
        payments |= named
    return sum(payments.values()) if payments else None
