"""All that a matrix is made of beside the ledger: wards, policies, sizes, what still holds, payments.

Fetched anew for each question. The number of queries does not grow with the rows.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q, QuerySet

from lantoa.budget.models import PaidTelling
from lantoa.budget.queries import paid_links, paid_tellings
from lantoa.coverage.cells import GroupSizes
from lantoa.coverage.restating import Territories
from lantoa.coverage.truth import HOLDS, Truth, standing_on, truth_by_policy
from lantoa.deliveries.models import Delivery
from lantoa.deliveries.tellings import of_tellings, told
from lantoa.library.models import Policy
from lantoa.library.queries.policies import with_bases
from lantoa.library.rules.standing_of_a_citation import PinState
from lantoa.people.models import AudienceGroup, AudienceKind, AudienceSize, UnitVersion
from lantoa.people.queries import Scope
from lantoa.plans.models import Channel

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

    @property
    def last_on(self) -> date:
        """The last day that counts: nothing after the day asked has been told yet."""
        return min(self.to_on, self.day)


@dataclass(frozen=True)
class Ground:
    """What was fetched for one matrix.

    truths: of the versions whose words do not simply hold; see `truth_of`. paid: the lines of the ledger
    that a payment names; costs: telling -> {payment id: đồng}. units: whose lines are read;
    wide_only: those of them that count for her wards only by what carries over a whole city.
    """

    asked: Asked
    wards: tuple[UnitVersion, ...]
    policies: tuple[Policy, ...]
    states: Mapping[int, PinState]
    truths: Mapping[int, Truth]
    sizes: GroupSizes
    paid: tuple[Delivery, ...]
    costs: Mapping[int, dict[int, int]]
    channels: Mapping[int, Channel]
    territories: Territories
    units: frozenset[int]
    wide_only: frozenset[int]

    @cached_property
    def own_audiences(self) -> dict[int, frozenset[int]]:
        """Policy id -> the audiences it is for."""
        return {policy.pk: own_audiences(policy) for policy in self.policies}

    @cached_property
    def ward_ids(self) -> frozenset[int]:
        return frozenset(ward.unit_id for ward in self.wards)

    @cached_property
    def key(self) -> tuple:
        """Everything here that cells are made of: two grounds of one key give the same cells."""
        asked = self.asked
        audience = (asked.audience.pk, asked.audience.group) if asked.audience else None
        return (
            (asked.day, asked.from_on, asked.to_on, audience, asked.least_grade, asked.channel_ids),
            tuple((ward.unit_id, ward.pk, ward.full_name) for ward in self.wards),
            tuple(self.own_audiences.items()),
            tuple((pk, state.kind, state.on, state.says) for pk, state in self.states.items()),
            frozenset(self.truths.items()),
            frozenset(self.sizes.counts.items()),
            frozenset((first, frozenset(ones.items())) for first, ones in self.costs.items()),
            tuple((channel.pk, channel.name, channel.medium) for channel in self.channels.values()),
            self.territories.key,
            self.units,
            self.wide_only,
        )

    def truth_of(self, version_id: int | None, policy_id: int, told_on: date) -> Truth:
        """Is what was told of a policy still true on the day asked? version_id: None without an edition."""
        if version_id:
            return self.truths.get(version_id, HOLDS)
        return truth_by_policy(self.states[policy_id], told_on)

    def is_wide(self, channel_id: int) -> bool:
        return self.channels[channel_id].medium in WIDE_MEDIA


def ground_of(mine: Scope, asked: Asked, unit_ids: Iterable[int] | None = None) -> Ground:
    """What a matrix over the wards of a scope (only `unit_ids` of them when given) is made of."""
    only = None if unit_ids is None else set(unit_ids)
    inside, above = frozenset(mine.watched), frozenset(mine.above)
    territories = Territories()
    wards = territories.wards_on(asked.day, inside if only is None else inside & only)
    chosen = Policy.objects.filter(state=Policy.State.PUBLISHED)
    if asked.policy_ids:
        chosen = chosen.filter(pk__in=asked.policy_ids)
    policies = tuple(with_bases(chosen).order_by("topic__order", "title", "pk"))
    states, truths = standing_on(asked.day, policies)
    paid, costs = _paid(mine, asked)
    return Ground(
        asked,
        tuple(wards),
        policies,
        states,
        truths,
        _sizes([ward.unit_id for ward in wards], asked.day),
        paid,
        costs,
        {channel.pk: channel for channel in Channel.objects.all()},
        territories,
        inside | above,
        above - inside,
    )


def _sizes(ward_ids: Iterable[int], day: date) -> GroupSizes:
    """The newest counts known on a day. One query; bare numbers, they are many."""
    known = AudienceSize.objects.filter(unit_id__in=list(ward_ids), counted_on__lte=day)
    rows = known.order_by("counted_on", "id").values_list("unit_id", "kind_id", "count")
    return GroupSizes({(unit_id, kind_id): count for unit_id, kind_id, count in rows})


def own_audiences(policy: Policy) -> frozenset[int]:
    """The ids of the audiences that a policy is for."""
    return frozenset(kind.pk for kind in policy.audiences.all())


def group_of(own: frozenset[int], audience: AudienceKind | None) -> frozenset[int] | None:
    """The audiences of a cell, where the policy is for `own`; None when it does not concern those asked.

    Officials must know every policy (mục I.1), whomever it is for.
    """
    if audience is None:
        return own
    concerns = audience.pk in own or audience.group == AudienceGroup.OFFICIAL
    return frozenset({audience.pk}) if concerns else None


def lines_of(mine: Scope, asked: Asked) -> QuerySet[Delivery]:
    """Told lines of the period at her units, and what went out over wider places above them."""
    where = Q(unit_id__in=mine.watched) | Q(unit_id__in=mine.above, channel__medium__in=WIDE_MEDIA)
    if asked.channel_ids:
        where &= Q(channel_id__in=asked.channel_ids)
    if asked.policy_ids:
        named = Delivery.policies.through.objects.filter(policy_id__in=asked.policy_ids)
        where &= Q(pk__in=named.values("delivery_id"))
    lines = told(Delivery.objects.filter(where), asked.least_grade).filter(
        happened_on__gte=asked.from_on, happened_on__lte=asked.last_on
    )
    return lines.select_related("channel").prefetch_related("policies", "audiences")


def _paid(mine: Scope, asked: Asked) -> tuple[tuple[Delivery, ...], dict[int, dict[int, int]]]:
    """The lines that a payment names, and by telling {payment id: đồng}.

    A payment stays whole: what it paid for several deliveries together is not divided among them. Lines that
    take a payment back count with it. A payment that names a line corrected later names the newest one.
    """
    if not PaidTelling.objects.exists():
        return (), {}
    lines = tuple(lines_of(mine, asked).filter(of_tellings(paid_tellings())))
    return lines, paid_links(line.telling_id for line in lines) if lines else {}


Payments = dict[tuple[int, int], list[tuple[Delivery, dict[int, int]]]]


def payments_of(ground: Ground) -> Payments:
    """(policy id, ward id) -> the lines that reached people living there, each with {payment id: đồng}."""
    found: Payments = defaultdict(list)
    for line, ward_id, _ in landed(ground.paid, ground):
        for policy in line.policies.all():
            found[policy.pk, ward_id].append((line, ground.costs[line.telling_id]))
    return found


def landed(lines: Iterable[Delivery], ground: Ground) -> Iterable[tuple[Delivery, int, bool]]:
    """(line, ward id, whether all whom it counted live there), for each ward in which it reached people."""
    for line in lines:
        wide = ground.is_wide(line.channel_id)
        places = ground.territories.landings(line.unit_id, line.happened_on, ground.asked.day, wide)
        for place in places:
            if place.unit_id in ground.ward_ids:
                yield line, place.unit_id, place.exact


def audiences_of(line: Delivery) -> frozenset[int]:
    """The ids of the audiences that a line names."""
    return frozenset(kind.pk for kind in line.audiences.all())
