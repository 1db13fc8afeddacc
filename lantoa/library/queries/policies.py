"""Policies: whom they are for, by which deciding clause, and whether that still stands on a day."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Prefetch, Q, QuerySet

from lantoa.library.models import BasisClearing, Document, Effect, Policy, PolicyBasis, PolicyParameter
from lantoa.library.queries.standing import state_of
from lantoa.library.roles import CHECK
from lantoa.library.rules.check_goes_stale import is_stale
from lantoa.library.rules.parameter_periods_join import in_force
from lantoa.library.rules.policy_within_its_period import state_of_period
from lantoa.library.rules.standing_of_a_citation import Pin, PinState
from lantoa.people.models import AudienceKind, User
from lantoa.people.queries import scope

WORST_FIRST = ("suspect", "unknown", "ending_on", "good")


@dataclass(frozen=True)
class Entitlement:
    """A published policy for an audience on a day.

    bases: its deciding clauses; state: how policy and clauses stand. amounts: the checked ones of that day.
    unsettled: names of amounts that have no checked value for that day.
    """

    policy: Policy
    bases: list[PolicyBasis]
    state: PinState
    amounts: list[PolicyParameter]
    unsettled: list[str]
    day: date

    @property
    def ends_on(self) -> date | None:
        """The first day on which it no longer is true as told, where one is known."""
        return self.state.on if self.state.kind == "ending_on" else None

    @property
    def check_is_old(self) -> bool:
        """Has nobody checked it within the six months before the day asked?"""
        return is_stale(self.policy.checked_on, self.day)


def visible_policies(user: User) -> QuerySet[Policy]:
    """The policies that exist for this person: drafts only for those who write or check them."""
    mine = scope(user)
    policies = with_bases(Policy.objects.all())
    if not mine.duties:
        return policies.none()
    return policies if mine.roles & CHECK else policies.exclude(state=Policy.State.DRAFT)


def policies_resting_on(document: Document, user: User) -> QuerySet[Policy]:
    """The policies, as far as they exist for this person, that rest on a provision of the document."""
    return visible_policies(user).filter(bases__provision__document=document).distinct()


def with_bases(policies: QuerySet[Policy]) -> QuerySet[Policy]:
    """Policies with all that a list or page of them names. Three queries more."""
    clearings = BasisClearing.objects.select_related("by")
    bases = PolicyBasis.objects.select_related("provision__document").prefetch_related(
        Prefetch("clearings", clearings)
    )
    return policies.select_related("topic", "checked_by", "written_by").prefetch_related(
        Prefetch("bases", bases), "audiences"
    )


def state_of_bases(
    bases: Sequence[PolicyBasis], day: date, supposing: Iterable[Effect] = ()
) -> dict[int, PinState]:
    """Basis id -> how it stands on a day. supposing: effects counted in as if they were recorded."""
    states = state_of([pin_of(basis) for basis in bases], day, supposing)
    return {basis.pk: states[pin_of(basis).key] for basis in bases}


def pin_of(basis: PolicyBasis) -> Pin:
    """What a policy rests on as the library sees it; its key tells it apart from citations of texts."""
    cleared = frozenset(clearing.cause_id for clearing in basis.clearings.all())
    return Pin(("basis", basis.pk), basis.provision_id, basis.fingerprint, cleared)


def policy_states(
    policies: Iterable[Policy], day: date, known: Mapping[Hashable, PinState] | None = None
) -> dict[int, PinState]:
    """Policy id -> the worst state among its bases (unknown when it has none) and its own period.

    Constant number of queries for policies that came with their bases (`with_bases`); none when known already
    has the state of each of their pins (`pin_of`).
    """
    policies = list(policies)
    bases = [basis for policy in policies for basis in policy.bases.all()]
    states = state_of([pin_of(basis) for basis in bases], day) if known is None else known
    return {
        policy.pk: _worst(
            [states[pin_of(basis).key] for basis in policy.bases.all()], state_of_period(policy, day)
        )
        for policy in policies
    }


def grounds_of(policies: QuerySet[Policy], day: date) -> list[tuple[Policy, PinState]]:
    """Policies that something rests on, each with how it stands on the day. Constant number of queries."""
    found = list(with_bases(policies).distinct())
    states = policy_states(found, day)
    return [(policy, states[policy.pk]) for policy in found]


def policy_is_true_on(policy: Policy, day: date) -> bool:
    """Is it published and does every provision it rests on stand on that day?"""
    return policy.state == Policy.State.PUBLISHED and policy_states([policy], day)[policy.pk].may_be_told


def policies_for(
    audience: AudienceKind | None, day: date, area: str = "", among: QuerySet[Policy] | None = None
) -> list[Entitlement]:
    """The published policies for an audience kind (None: for all) with their deciding clauses and amounts.

    What no longer stands on the day is listed too, with its state, for the asker to judge. area: leaves out
    what applies only in the other kind of area. among: only of these.
    """
    published = (Policy.objects.all() if among is None else among).filter(state=Policy.State.PUBLISHED)
    if audience is not None:
        published = published.filter(audiences=audience)
    if area:
        published = published.filter(area__in=["", area])
    amounts = PolicyParameter.objects.select_related("provision__document", "checked_by")
    policies = list(with_bases(published).prefetch_related(Prefetch("parameters", amounts)))
    states = policy_states(policies, day)
    return [_entitled(policy, states[policy.pk], day) for policy in policies]


def _entitled(policy: Policy, state: PinState, day: date) -> Entitlement:
    known = list(policy.parameters.all())
    amounts = [one for one in in_force(known, day) if one.verified]
    unsettled = {one.name for one in known} - {one.name for one in amounts}
    return Entitlement(policy, list(policy.bases.all()), state, amounts, sorted(unsettled), day)


def policies_to_recheck(day: date) -> list[Entitlement]:
    """Published policies whose basis has changed or soon will, worst first."""
    found = [one for one in policies_for(None, day) if not one.state.is_good]
    return sorted(found, key=lambda one: WORST_FIRST.index(one.state.kind))


def policies_unchecked_since(day: date) -> QuerySet[Policy]:
    """Published policies that nobody has checked on `day` or later, the longest unchecked first.

    One whose period was over before that day is history and waits for nobody.

    Six months back from a day: `rules.check_goes_stale.check_needed_since`.
    """
    unchecked = Q(checked_on__isnull=True) | Q(checked_on__lt=day)
    in_use = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    published = Policy.objects.filter(unchecked, in_use, state=Policy.State.PUBLISHED)
    return with_bases(published).order_by(F("checked_on").asc(nulls_first=True), "pk")


def _worst(bases: list[PinState], own: PinState) -> PinState:
    """The worst of these; reasons of that kind together. own: by the policy's own period."""
    states = [own, *bases] if bases else [own, PinState("unknown", says="Chưa có căn cứ nào")]
    worst = min(states, key=lambda s: (WORST_FIRST.index(s.kind), s.on or date.max))
    alike = [s for s in states if s.kind == worst.kind]
    causes = {cause.pk: cause for s in alike for cause in s.causes}
    says = list(dict.fromkeys(s.says for s in alike if s.says))
    return PinState(worst.kind, worst.on, tuple(causes.values()), "; ".join(says))
