"""Từ kế hoạch thành phố đến kế hoạch phường, xã: who has issued, who has not, what was forgotten.

Asked by the units of a day: a ward that was merged away since is shown with its successors, which have
rows of their own. The number of queries does not grow with the wards.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from django.db.models import Prefetch

from lantoa.library.models import Policy
from lantoa.people.models import AudienceKind, Succession, UnitKind, UnitVersion
from lantoa.people.queries import Tree, tree
from lantoa.plans.models import ItemMoney, Plan, PlanItem
from lantoa.plans.queries.plans import items_in_force, lineage
from lantoa.plans.states import IN_FORCE, OUT, PlanState

T = TypeVar("T")
WARDS = (UnitKind.WARD, UnitKind.COMMUNE)
NEWEST_FIRST = [
    PlanState.ISSUED,
    PlanState.SIGNED,
    PlanState.SUBMITTED,
    PlanState.DRAFT,
    PlanState.CLOSED,
    PlanState.REPLACED,
]


@dataclass(frozen=True)
class OverSource:
    """A ward's items plan more than a source holds. Đồng."""

    source: str
    planned_vnd: int
    amount_vnd: int


@dataclass(frozen=True)
class OverItem:
    """The wards together plan more for an item than the city does. Đồng."""

    item: PlanItem
    city_vnd: int
    wards_vnd: int


@dataclass
class WardRow:
    """One ward or commune on the day asked.

    state: "issued", "waiting" (submitted or signed), "draft", "nothing" or "merged". days_late: against the
    deadline, 0 when in time or when there is none. What is forgotten is told only of wards that have a plan.
    """

    unit_id: int
    name: str
    state: str = "nothing"
    plan: Plan | None = None
    due_on: date | None = None
    days_late: int = 0
    forgotten_audiences: list[AudienceKind] = field(default_factory=list)
    forgotten_policies: list[Policy] = field(default_factory=list)
    over_sources: list[OverSource] = field(default_factory=list)
    merged_on: date | None = None
    successors: list[str] = field(default_factory=list)

    @property
    def forgets(self) -> bool:
        return bool(self.forgotten_audiences or self.forgotten_policies)


@dataclass
class Cascade:
    """How the wards stand towards one plan on a day."""

    plan: Plan
    day: date
    rows: list[WardRow]
    over_items: list[OverItem]

    def counted(self, *states: str) -> int:
        """How many of the wards that exist on the day are in one of these states."""
        return sum(row.state in states for row in self.rows)

    @property
    def wards(self) -> int:
        """How many wards exist on the day: those merged away are not among them."""
        return sum(row.state != "merged" for row in self.rows)

    @property
    def issued(self) -> int:
        return self.counted("issued")


def cascade(plan: Plan, day: date) -> Cascade:
    """The wards of the plan's territory on a day. A fixed number of queries."""
    units = tree()
    rows = _rows(plan, day, units)
    asked = _demanding(items_in_force(plan))
    plans = _ward_plans(plan, [row.unit_id for row in rows])
    for row in rows:
        _fill(row, plan, day, asked, plans.get(row.unit_id, []), units)
    return Cascade(plan, day, rows, _over_items(asked, plans))


def _rows(plan: Plan, day: date, units: Tree) -> list[WardRow]:
    """The wards of the day in Vietnamese order, then those that existed when the plan was issued."""
    below = units.below(plan.territory_id) - {plan.territory_id}
    since = plan.issued_on or day
    steps = list(Succession.objects.order_by("on", "id"))
    began = _wards(since, below, UnitVersion.objects.filter(kind__in=WARDS, unit_id__in=below))
    heirs = _heirs(began, steps, day)
    today = below | _all(heirs)
    versions = UnitVersion.objects.filter(kind__in=WARDS, unit_id__in=today).order_by("sort_key", "id")
    now = _wards(day, today, versions)
    rows = [WardRow(unit_id, version.full_name) for unit_id, version in now.items()]
    for unit_id, version in began.items():
        if unit_id not in now:
            row = WardRow(unit_id, version.full_name, "merged")
            row.merged_on = version.valid_to + timedelta(days=1) if version.valid_to else None
            row.successors = [now[heir].full_name for heir in sorted(heirs[unit_id]) if heir in now]
            rows.append(row)
    return rows


def _wards(day: date, within: set[int], versions: Iterable[UnitVersion]) -> dict[int, UnitVersion]:
    return {v.unit_id: v for v in versions if v.unit_id in within and v.covers(day)}


def _heirs(wards: Iterable[int], steps: list[Succession], day: date) -> dict[int, set[int]]:
    """Ward id -> the units that (parts of) it passed to, step after step, until the day."""
    passed: dict[int, list[Succession]] = defaultdict(list)
    for step in steps:
        if step.on <= day:
            passed[step.predecessor_id].append(step)
    found = {}
    for ward in wards:
        seen: set[int] = set()
        waiting = [ward]
        while waiting:
            for step in passed[waiting.pop()]:
                if step.successor_id not in seen:
                    seen.add(step.successor_id)
                    waiting.append(step.successor_id)
        found[ward] = seen
    return found


def _all(heirs: dict[int, set[int]]) -> set[int]:
    return set().union(*heirs.values())


def _demanding(items: Iterable[PlanItem]) -> list[tuple[PlanItem, set[int]]]:
    """Items with the ids of the wards they ask; none named means all."""
    return [(item, {unit.pk for unit in item.units.all()}) for item in items]


def _ward_plans(plan: Plan, unit_ids: list[int]) -> dict[int, list[Plan]]:
    """Unit id -> its plans that follow this one or an older one of the family."""
    items = PlanItem.objects.select_related("follows").prefetch_related(
        "audiences", "policies", Prefetch("money", ItemMoney.objects.select_related("source"))
    )
    followers = Plan.objects.filter(parent_id__in=lineage(plan), unit_id__in=unit_ids).prefetch_related(
        Prefetch("items", items), "funding_sources"
    )
    found: dict[int, list[Plan]] = defaultdict(list)
    for follower in followers.order_by("-id"):
        found[follower.unit_id].append(follower)
    return found


def _fill(
    row: WardRow,
    city: Plan,
    day: date,
    asked: list[tuple[PlanItem, set[int]]],
    plans: list[Plan],
    units: Tree,
) -> None:
    originals = [p for p in plans if p.change_kind != Plan.Change.AMENDS]
    row.plan = min(originals, key=lambda p: NEWEST_FIRST.index(PlanState(p.state)), default=None)
    row.due_on = (row.plan.due_on if row.plan else None) or city.wards_due_on
    if row.state == "merged":
        return
    row.state = _state(row.plan)
    row.days_late = _days_late(row, day)
    if row.plan is None:
        return
    counted = [row.plan, *(p for p in plans if p.changes_id == row.plan.pk and p.state in IN_FORCE)]
    items = [item for one in counted for item in one.items.all()]
    area = units.below(row.unit_id)
    wanted = [item for item, wards in asked if not wards or wards & area]
    row.forgotten_audiences = _missing(_audiences(wanted), _audiences(items))
    row.forgotten_policies = _missing(_policies(wanted), _policies(items))
    row.over_sources = _over_sources(counted)


def _state(plan: Plan | None) -> str:
    if plan is None:
        return "nothing"
    if plan.state in OUT:
        return "issued"
    return "draft" if plan.state == PlanState.DRAFT else "waiting"


def _days_late(row: WardRow, day: date) -> int:
    if row.due_on is None:
        return 0
    until = row.plan.issued_on if row.plan and row.state == "issued" and row.plan.issued_on else day
    return max(0, (until - row.due_on).days)


def _audiences(items: Iterable[PlanItem]) -> dict[int, AudienceKind]:
    return {kind.pk: kind for item in items for kind in item.audiences.all()}


def _policies(items: Iterable[PlanItem]) -> dict[int, Policy]:
    return {policy.pk: policy for item in items for policy in item.policies.all()}


def _missing(wanted: dict[int, T], present: dict[int, T]) -> list[T]:
    return [thing for pk, thing in wanted.items() if pk not in present]


def _over_sources(plans: list[Plan]) -> list[OverSource]:
    planned: dict[int, int] = defaultdict(int)
    for plan in plans:
        for item in plan.items.all():
            for money in item.money.all():
                planned[money.source_id] += money.amount_vnd
    return [
        OverSource(source.name, planned[source.pk], source.amount_vnd)
        for plan in plans
        for source in plan.funding_sources.all()
        if source.amount_vnd is not None and planned[source.pk] > source.amount_vnd
    ]


def _over_items(asked: list[tuple[PlanItem, set[int]]], plans: dict[int, list[Plan]]) -> list[OverItem]:
    """Items whose followers in all wards together plan more money than the city does."""
    wards: dict[int, int] = defaultdict(int)
    for of_ward in plans.values():
        for plan in of_ward:
            if plan.state in (PlanState.REPLACED, PlanState.CLOSED):
                continue
            for item in plan.items.all():
                if item.follows_id:
                    wards[item.follows_id] += sum(m.amount_vnd for m in item.money.all())
    found = []
    for item, _ in asked:
        city = sum(money.amount_vnd for money in item.money.all())
        followed = wards[item.pk] + (wards[item.follows_id] if item.follows_id else 0)
        if item.money.all() and followed > city:
            found.append(OverItem(item, city, followed))
    return found
