"""Who sees and does what: the scope that a person's duties give on a day. The only source of rights."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import Q, QuerySet

from lantoa.common import dates
from lantoa.people.models import Duty, Role, Succession, UnitKind, UnitVersion, User

ORGANISATIONS = {UnitKind.OFFICE, UnitKind.STATION}
WORKING = frozenset(set(Role) - {Role.OBSERVER})
COUNTERS = (Role.PROGRAMME_OFFICER, Role.WARD_OFFICER, Role.ADMINISTRATOR)  # who writes audience sizes down


@dataclass(frozen=True)
class Tree:
    """The units as a tree over all time, in memory: two queries, some hundred rows.

    parents: unit id -> ids of every parent it ever had. kinds: unit id -> its newest kind.
    came_from: unit id -> ids of the units whose territory it took over.
    """

    parents: dict[int, set[int]]
    kinds: dict[int, str]
    came_from: dict[int, set[int]]

    @cached_property
    def children(self) -> dict[int, set[int]]:
        below: dict[int, set[int]] = defaultdict(set)
        for child, parents in self.parents.items():
            for parent in parents:
                below[parent].add(child)
        return below

    def below(self, unit_id: int) -> set[int]:
        """The unit, all that ever lay under it, and all whose territory these took over."""
        seen: set[int] = set()
        waiting = [unit_id]
        while waiting:
            one = waiting.pop()
            if one in seen:
                continue
            seen.add(one)
            waiting += self.children.get(one, set()) | self.came_from.get(one, set())
        return seen

    def above(self, unit_id: int) -> set[int]:
        """All that the unit ever lay under, with the offices that stand at those."""
        seen: set[int] = set()
        waiting = list(self.parents.get(unit_id, set()))
        while waiting:
            one = waiting.pop()
            if one in seen:
                continue
            seen.add(one)
            seen |= {c for c in self.children.get(one, set()) if self.kinds.get(c) in ORGANISATIONS}
            waiting += self.parents.get(one, set())
        return seen

    def with_predecessors(self, unit_ids: Iterable[int]) -> set[int]:
        """These units and all that they took over from, step by step; nothing that lies below them."""
        seen: set[int] = set()
        waiting = list(unit_ids)
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting += self.came_from.get(one, set())
        return seen

    def territory(self, unit_id: int) -> int:
        """The place that an office or station works for: its parent; a place works for itself."""
        if self.kinds.get(unit_id) in ORGANISATIONS and self.parents.get(unit_id):
            return max(self.parents[unit_id])
        return unit_id


def tree() -> Tree:
    """All units over all time."""
    parents: dict[int, set[int]] = defaultdict(set)
    kinds: dict[int, str] = {}
    for unit_id, parent_id, kind in UnitVersion.objects.order_by("valid_from").values_list(
        "unit_id", "parent_id", "kind"
    ):
        kinds[unit_id] = kind
        parents.setdefault(unit_id, set())  # a unit without a parent has an entry too
        if parent_id:
            parents[unit_id].add(parent_id)
    came_from: dict[int, set[int]] = defaultdict(set)
    for old, new in Succession.objects.values_list("predecessor_id", "successor_id"):
        came_from[new].add(old)
    return Tree(dict(parents), kinds, dict(came_from))


@dataclass(frozen=True)
class Scope:
    """What one person may see and do on a day: the only source of rights.

    inside: the units she works for, and below. watched: those and the ones that she only observes, where she
    sees counts and what is issued or approved, never a record. above: what all these lie under (read only,
    and only what is issued or approved). Rights ask by role and unit.
    """

    user: User
    day: date
    duties: tuple[Duty, ...]
    tree: Tree
    _inside: dict[int, set[int]] = field(default_factory=dict)

    def _covered(self, duty: Duty) -> set[int]:
        if duty.unit_id not in self._inside:
            self._inside[duty.unit_id] = self.tree.below(self.tree.territory(duty.unit_id)) | {duty.unit_id}
        return self._inside[duty.unit_id]

    def inside(self, *roles: Role) -> set[int]:
        """Ids of the units covered by duties of these roles; by any but an observer's when none is named."""
        return self._units(roles or WORKING)

    @cached_property
    def watched(self) -> set[int]:
        """Ids of the units covered by any duty, an observer's too: for counts."""
        return self._units(tuple(Role))

    @property
    def only_watches(self) -> bool:
        """Does she hold no duty but an observer's?"""
        return self.roles == {Role.OBSERVER}

    def _units(self, roles: Collection[str]) -> set[int]:
        found: set[int] = set()
        for duty in self.duties:
            if duty.role in roles:
                found |= self._covered(duty)
        return found

    @cached_property
    def above(self) -> set[int]:
        found: set[int] = set()
        for duty in self.duties:
            found |= self.tree.above(self.tree.territory(duty.unit_id)) | self.tree.above(duty.unit_id)
        return found

    def has(self, roles: Iterable[Role] | Role, unit_id: int | None) -> bool:
        """Does she hold one of the roles over this unit?"""
        wanted = {roles} if isinstance(roles, str) else set(roles)
        return unit_id is not None and any(
            unit_id in self._covered(duty) for duty in self.duties if duty.role in wanted
        )

    def has_at(self, roles: Iterable[Role] | Role, unit_id: int) -> bool:
        """Does she hold one of the roles at this very unit or its office, not merely above it?"""
        wanted = {roles} if isinstance(roles, str) else set(roles)
        return any(
            duty.role in wanted and unit_id in (duty.unit_id, self.tree.territory(duty.unit_id))
            for duty in self.duties
        )

    @property
    def roles(self) -> set[str]:
        return {duty.role for duty in self.duties}


def duties_on(user: User, day: date) -> QuerySet[Duty]:
    """The duties (delegations too) that a person holds on a day; a delegation ends with what it came from."""
    current = Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))
    origin = Q(delegated_from__isnull=True) | (
        Q(delegated_from__valid_from__lte=day)
        & (Q(delegated_from__valid_to__isnull=True) | Q(delegated_from__valid_to__gte=day))
    )
    return Duty.objects.filter(current & origin, user=user).select_related("unit").order_by("id")


def scope(user: User, day: date | None = None) -> Scope:
    """The scope of a person on a day (today). Kept on the user object for the length of a request."""
    day = day or dates.today()
    kept: dict[date, Scope] = user.__dict__.setdefault("_scopes", {})
    if day not in kept:
        kept[day] = Scope(user, day, tuple(duties_on(user, day)), tree())
    return kept[day]
