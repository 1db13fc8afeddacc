"""Plans and their items: visible to whom, with what a list or page shows, in a constant number of queries."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from lantoa.common.models import AuditLine
from lantoa.library.models import Document, Policy
from lantoa.people.models import Role, User
from lantoa.people.queries import scope
from lantoa.plans.citing import documents_named
from lantoa.plans.models import (
    ItemMoney,
    LegalBasis,
    Plan,
    PlanAudience,
    PlanChannel,
    PlanItem,
    PlanTopic,
)
from lantoa.plans.states import EDITABLE, IN_FORCE, OUT, PlanState

# The audit verbs by which a person becomes a writer of a plan: she does not sign it.
WRITING = [
    "start_plan",
    "import_plan",
    "follow_plan",
    "amend_plan",
    "change_plan_head",
    "add_plan_part",
    "change_plan_part",
    "remove_plan_part",
    "add_plan_item",
    "change_plan_item",
    "remove_plan_item",
    "set_item_money",
    "submit_plan",
]


def visible_plans(user: User, day: date | None = None) -> QuerySet[Plan]:
    """All plans of the units she works for; of those she observes and of the units above what was issued."""
    mine = scope(user, day)
    seen = Q(unit_id__in=mine.inside()) | Q(unit_id__in=mine.above | mine.watched, state__in=OUT)
    return with_names(Plan.objects.filter(seen))


def with_names(plans: QuerySet[Plan]) -> QuerySet[Plan]:
    """Plans with what a list names. Two queries more."""
    people = ("written_by", "submitted_by", "signed_by", "issued_by")
    return plans.select_related(
        "programme", "parent", "changes", "unit", "territory", *people
    ).prefetch_related("unit__versions", "territory__versions")


def with_parts(plans: QuerySet[Plan]) -> QuerySet[Plan]:
    """Plans whole: parts, items and their money. A constant number of queries."""
    return with_names(plans).prefetch_related(
        Prefetch("legal_bases", LegalBasis.objects.select_related("document")),
        "sections",
        Prefetch("audiences", PlanAudience.objects.select_related("kind")),
        Prefetch("topics", PlanTopic.objects.select_related("topic")),
        Prefetch("channels", PlanChannel.objects.select_related("channel")),
        "tasks",
        "funding_sources",
        "recipients",
        Prefetch("items", items_whole(PlanItem.objects.all())),
    )


def items_whole(items: QuerySet[PlanItem]) -> QuerySet[PlanItem]:
    """Items with all that a row of the table of activities shows."""
    return items.select_related("channel", "counting_unit", "follows").prefetch_related(
        "topics",
        Prefetch("policies", Policy.objects.select_related("topic")),
        "audiences",
        "units__versions",
        Prefetch("money", ItemMoney.objects.select_related("source")),
    )


def whole_plan(user: User, pk: int) -> Plan | None:
    """One plan whole, or None when it does not exist for this person."""
    return with_parts(visible_plans(user)).filter(pk=pk).first()


def visible_items(user: User) -> QuerySet[PlanItem]:
    """The items of the plans she sees."""
    return items_whole(PlanItem.objects.filter(plan__in=visible_plans(user).values("pk")))


def open_items(user: User) -> QuerySet[PlanItem]:
    """Items of plans in force that she sees: what work may be booked on."""
    mine = scope(user)
    seen = PlanItem.objects.filter(
        plan__unit_id__in=mine.inside() | mine.above, plan__state__in=IN_FORCE
    ).select_related("plan", "channel", "counting_unit")
    return seen.order_by("-plan__year", "plan_id", "order", "id")


def items_in_force(plan: Plan) -> QuerySet[PlanItem]:
    """The items of a plan with those that its issued amendments added."""
    added = Q(plan__changes=plan, plan__change_kind=Plan.Change.AMENDS, plan__state__in=IN_FORCE)
    return items_whole(PlanItem.objects.filter(Q(plan=plan) | added)).order_by("plan_id", "order", "id")


def lineage(plan: Plan) -> set[int]:
    """Ids of the plan, of what it replaced, and of the amendments of all these, as one family. One query."""
    return lineages([plan])[plan.pk]


def lineages(plans: Iterable[Plan]) -> dict[int, set[int]]:
    """The lineage of each plan, by its id. One query for all of them."""
    plans = list(plans)
    kept = Plan.objects.filter(unit_id__in={plan.unit_id for plan in plans})
    rows = list(kept.values_list("pk", "changes_id", "change_kind"))
    older = {pk: changes for pk, changes, kind in rows if kind == Plan.Change.REPLACES}
    amends = {pk: changes for pk, changes, kind in rows if kind == Plan.Change.AMENDS}
    return {plan.pk: _family(plan.pk, older, amends) for plan in plans}


def _family(pk: int, older: Mapping[int, int | None], amends: Mapping[int, int | None]) -> set[int]:
    family: set[int] = set()
    one: int | None = amends.get(pk, pk)
    while one is not None and one not in family:
        family.add(one)
        one = older.get(one)
    return family | {amendment for amendment, changes in amends.items() if changes in family}


def open_amendment(plan: Plan) -> Plan | None:
    """The draft that amends this plan, if somebody began one."""
    drafts = Plan.objects.filter(changes=plan, change_kind=Plan.Change.AMENDS, state__in=EDITABLE)
    return drafts.order_by("-id").first()


def ward_plan_of(parent: Plan, unit_id: int) -> Plan | None:
    """The plan by which a ward follows this plan (or an older one of its family), newest first."""
    followers = Plan.objects.filter(parent_id__in=lineage(parent), unit_id=unit_id)
    return followers.exclude(state__in=[PlanState.REPLACED, PlanState.CLOSED]).order_by("-id").first()


def followable_plans(user: User) -> QuerySet[Plan]:
    """Issued plans of the levels above for which a ward officer may write her ward's plan."""
    mine = scope(user)
    if Role.WARD_OFFICER not in mine.roles:
        return Plan.objects.none()
    above = Plan.objects.filter(unit_id__in=mine.above - mine.inside(), state__in=IN_FORCE)
    return with_names(above.exclude(change_kind=Plan.Change.AMENDS))


def writers_of(plan: Plan) -> set[int]:
    """Ids of everyone who wrote, edited or submitted a plan, by its own columns and by the audit log."""
    lines = AuditLine.objects.filter(
        object_type=Plan._meta.label_lower, object_id=str(plan.pk), action__in=WRITING
    )
    found = set(lines.values_list("by_id", flat=True)) | {plan.written_by_id, plan.submitted_by_id}
    return {pk for pk in found if pk is not None}


def documents_of_bases(bases: Iterable[LegalBasis]) -> dict[int, Document]:
    """Legal basis id -> the document of the library that it names, also one registered since the plan."""
    bases = list(bases)
    found = documents_named([basis.citation for basis in bases])
    return {basis.pk: one for basis, one in zip(bases, found, strict=True) if one is not None}
