"""So sánh hai ngày: what an audience gains, loses, sees changed between two days, by which clause."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lantoa.library.models import Effect, PolicyParameter
from lantoa.library.queries.policies import Entitlement, policies_for
from lantoa.people.models import AudienceKind

ChangeKind = Literal["gained", "lost", "unsure", "changed"]
ORDER: tuple[ChangeKind, ...] = ("gained", "lost", "changed", "unsure")
REWORDING = {Effect.Kind.AMEND, Effect.Kind.SUPPLEMENT, Effect.Kind.CORRECT}


@dataclass(frozen=True)
class AmountChange:
    """An amount of one name on two days; None where there was no checked one."""

    name: str
    before: PolicyParameter | None
    after: PolicyParameter | None


@dataclass(frozen=True)
class PolicyChange:
    """What becomes of a policy between two days.

    gained, lost: it may be told on one of them only. changed: on both, with other amounts. unsure: it could
    be told before; afterwards its clause reads otherwise and a person has to say whether it still holds.
    says: why, in Vietnamese, "" for a change of amounts.
    """

    kind: ChangeKind
    before: Entitlement
    after: Entitlement
    amounts: tuple[AmountChange, ...] = ()
    says: str = ""


def changes_between(
    before: date, after: date, audience: AudienceKind | None = None, area: str = ""
) -> list[PolicyChange]:
    """The policies of an audience (None: of all) that differ between two days, gained first."""
    then = policies_for(audience, before, area)
    now = {one.policy.pk: one for one in policies_for(audience, after, area)}
    found = [change for one in then if (change := _change(one, now[one.policy.pk]))]
    return sorted(found, key=lambda change: ORDER.index(change.kind))


def _change(then: Entitlement, now: Entitlement) -> PolicyChange | None:
    told = (then.state.may_be_told, now.state.may_be_told)
    if told == (False, True):
        return PolicyChange("gained", then, now, says=then.state.says)
    if told == (True, False):
        return PolicyChange("unsure" if _may_still_hold(now) else "lost", then, now, says=now.state.says)
    amounts = tuple(_amounts(then, now))
    return PolicyChange("changed", then, now, amounts) if all(told) and amounts else None


def _may_still_hold(now: Entitlement) -> bool:
    """Its clause was reworded, not ended; or nobody knows."""
    causes = now.state.causes
    return now.state.kind == "unknown" or (bool(causes) and all(one.kind in REWORDING for one in causes))


def _amounts(then: Entitlement, now: Entitlement) -> Iterator[AmountChange]:
    old = {one.name: one for one in then.amounts}
    new = {one.name: one for one in now.amounts}
    for name in dict.fromkeys([*old, *new]):
        before, after = old.get(name), new.get(name)
        if (before and before.value) != (after and after.value):
            yield AmountChange(name, before, after)
