"""Nối tiếp: one item and one pot of money through the plans that amend or replace each other.

A replacing plan writes its items and sources anew, each naming the one that it continues. What was spent or
done on any row of such a chain was spent or done on all of it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q

from lantoa.language.folding import fold
from lantoa.plans.models import FundingSource, Plan, PlanItem
from lantoa.plans.queries.plans import items_in_force
from lantoa.plans.states import OUT

Edge = tuple[int, int | None]
NAMED = 3  # things of one kind that a sentence names; the rest it counts


@dataclass(frozen=True)
class Resting:
    """What areas above hang on an item or a source: the word for it, how many, and some of them by name."""

    word: str
    count: int
    names: tuple[str, ...]

    def __str__(self) -> str:
        named = ", ".join(f"“{name}”" for name in self.names)
        more = self.count - len(self.names)
        return f"{self.count} {self.word}: {named}" + (f" và {more} {self.word} khác" if more > 0 else "")


def chain_of(*plans: Plan) -> set[int]:
    """Ids of all plans joined to these by amending or replacing, older, newer and drafts. One query."""
    rows = Plan.objects.filter(unit_id__in={plan.unit_id for plan in plans})
    joined = _joined(rows.values_list("pk", "changes_id"))
    return set().union(*(joined[plan.pk] for plan in plans))


def plan_in_force(plan: Plan) -> Plan:
    """The plan that tells the money of this one: what it amends, and what replaced that, as far as issued."""
    (found,) = plans_in_force([plan])
    return found


def plans_in_force(plans: Iterable[Plan]) -> list[Plan]:
    """For each of these the plan that tells its money, once. One query."""
    plans = list(plans)
    rows = {p.pk: p for p in Plan.objects.filter(unit_id__in={p.unit_id for p in plans}, state__in=OUT)}
    newer = {p.changes_id: p.pk for p in rows.values() if p.change_kind == Plan.Change.REPLACES}
    found = {}
    for plan in plans:
        issued = rows.get(plan.pk)
        pk = plan.pk
        if issued and issued.changes_id and issued.change_kind == Plan.Change.AMENDS:
            pk = issued.changes_id
        while pk in newer:
            pk = newer[pk]
        found[pk] = plan if pk == plan.pk else rows[pk]
    return list(found.values())


def with_amendments(*plans: Plan) -> set[int]:
    """Ids of these plans and of their amendments that were issued. One query."""
    amendments = Plan.objects.filter(changes__in=plans, change_kind=Plan.Change.AMENDS, state__in=OUT)
    return {*(plan.pk for plan in plans), *amendments.values_list("pk", flat=True)}


def same_items(plan_ids: Collection[int]) -> dict[int, set[int]]:
    """Item id -> ids of the items that are the same one, among all items of these plans. One query.

    An item of a ward that follows the city's is another item: it stands in another chain of plans.
    """
    rows = PlanItem.objects.filter(plan_id__in=plan_ids).order_by()
    edges = rows.values_list("pk", "follows_id", "follows__plan_id")
    return _joined((pk, before if plan in plan_ids else None) for pk, before, plan in edges)


def same_sources(plan_ids: Collection[int]) -> dict[int, set[int]]:
    """Source id -> ids of the sources that are the same pot, among all sources of these plans. One query."""
    rows = FundingSource.objects.filter(plan_id__in=plan_ids).order_by()
    return _joined(rows.values_list("pk", "continues_id"))


def with_followers(item_ids: Iterable[int]) -> dict[int, int]:
    """Item id -> the one of these items that it is or that it follows, over any number of steps.

    Work booked on a ward's item fulfils the city's item that it follows. A query for each step.
    """
    found = {pk: pk for pk in item_ids}
    fresh = set(found)
    while fresh:
        rows = PlanItem.objects.filter(follows_id__in=fresh).order_by().values_list("pk", "follows_id")
        added = {pk: found[before] for pk, before in rows if pk not in found}
        found |= added
        fresh = set(added)
    return found


def chain_of_item(item: PlanItem) -> set[int]:
    """Ids of the items that are this one in the plans of its chain. Two queries."""
    return same_items(chain_of(item.plan))[item.pk]


def pot_of(source: FundingSource) -> set[int]:
    """Ids of the sources that are the same pot as this one. Two queries."""
    return same_sources(chain_of(source.plan))[source.pk]


def amount_of_pot(pot: Collection[int], plan_ids: Collection[int]) -> int | None:
    """Đồng in a pot by a plan and what its amendments add (the ids of these plans); None: not set."""
    rows = FundingSource.objects.filter(pk__in=pot, plan_id__in=plan_ids).order_by("plan_id", "pk")
    return sum_of_pot(rows.values_list("amount_vnd", flat=True))


def sum_of_pot(amounts: Iterable[int | None]) -> int | None:
    """What sources of one pot hold together, the first plan's first; None where that one does not say."""
    amounts = list(amounts)
    if not amounts or amounts[0] is None:
        return None
    return sum(amount for amount in amounts if amount is not None)


def same_pot_before(source: FundingSource) -> FundingSource | None:
    """The source of that name in the plan that this source's plan changes, or in its amendments."""
    if source.plan.changes_id is None:
        return None
    before = Q(plan=source.plan.changes_id)
    if source.plan.change_kind == Plan.Change.REPLACES:
        before |= Q(plan__changes=source.plan.changes_id, plan__change_kind=Plan.Change.AMENDS)
    named = FundingSource.objects.filter(before, plan__state__in=OUT).order_by("plan_id", "pk")
    return next((one for one in named if _plain(one.name) == _plain(source.name)), None)


def _plain(name: str) -> str:
    return " ".join(fold(name).split())


def items_left_out(plan: Plan) -> list[tuple[PlanItem, list[Resting]]]:
    """The items of the replaced plan (and its amendments) that this one does not go on with and on which
    something rests."""
    before = list(items_in_force(plan.changes)) if plan.changes else []
    chains = same_items(chain_of(plan))
    kept = set(plan.items.values_list("pk", flat=True))
    left = [item for item in before if not chains[item.pk] & kept]
    told = [(item, resting_on(PlanItem, chains[item.pk])) for item in left]
    return [(item, resting) for item, resting in told if resting]


def resting_on_items(item: PlanItem) -> list[Resting]:
    """What would lose its item when this one leaves its draft: its own, and that of the item it continues
    unless another there continues it too."""
    chain = chain_of_item(item)
    continued = item.plan.items.filter(pk__in=chain - {item.pk}).exists()
    return resting_on(PlanItem, {item.pk} if continued else chain)


def resting_on_source(source: FundingSource) -> list[Resting]:
    """What was spent from the pot of a draft's source, unless another source there continues it."""
    pot = pot_of(source) - {source.pk}
    if source.plan.funding_sources.filter(pk__in=pot).exists():
        return []
    return resting_on(FundingSource, pot)


def resting_on(model: type[Model], ids: Collection[int]) -> list[Resting]:
    """What areas above hang on these rows of `model`. A query for each kind of thing.

    A kind of which only some rows count says which: `RESTS`, a condition on its model.
    """
    found = []
    for relation in model._meta.related_objects:
        above: Any = relation.related_model
        if relation.many_to_many or above._meta.app_label == model._meta.app_label:
            continue
        rows = above._default_manager.filter(
            getattr(above, "RESTS", Q()), **{f"{relation.field.name}__in": ids}
        )
        if count := rows.count():
            names = tuple(str(row) for row in rows.order_by("pk")[:NAMED])
            found.append(Resting(str(above._meta.verbose_name), count, names))
    return found


def _joined(edges: Iterable[Edge]) -> dict[int, set[int]]:
    """Each end of an edge -> all that it is joined to over any number of edges, itself too."""
    near: dict[int, set[int]] = defaultdict(set)
    for one, other in edges:
        near[one].add(one)
        if other is not None:
            near[one].add(other)
            near[other].add(one)
    joined: dict[int, set[int]] = {}
    for start in near:
        if start in joined:
            continue
        group, waiting = {start}, [start]
        while waiting:
            fresh = near[waiting.pop()] - group
            group |= fresh
            waiting += fresh
        joined |= dict.fromkeys(group, group)
    return joined
