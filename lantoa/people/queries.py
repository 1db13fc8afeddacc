"""Reads over units and people. Scopes live in `people.scope`, named here too for the areas above."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from lantoa.common.dates import say
from lantoa.language.folding import same_name
from lantoa.people.models import (
    AudienceSize,
    OpenName,
    Role,
    SizeImport,
    Succession,
    Unit,
    UnitKind,
    UnitShape,
    UnitVersion,
    User,
)
from lantoa.people.scope import COUNTERS, ORGANISATIONS, Scope, Tree, duties_on, scope, tree

__all__ = [
    "ORGANISATIONS",
    "Scope",
    "Tree",
    "audience_sizes",
    "carriers_on",
    "duties_on",
    "existing_units",
    "find_units",
    "holders",
    "open_names_of",
    "openly_named",
    "scope",
    "shapes_of",
    "tree",
    "unit_names",
    "units_on",
    "units_to_count",
    "visible_size_imports",
    "wards_within",
]


def units_on(
    day: date, kinds: Iterable[str] = (), within: Iterable[int] | None = None
) -> QuerySet[UnitVersion]:
    """The versions valid on a day, in Vietnamese order, of these kinds, among these unit ids."""
    versions = UnitVersion.objects.filter(
        Q(valid_from__isnull=True) | Q(valid_from__lte=day), Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    ).select_related("unit", "parent")
    if kinds:
        versions = versions.filter(kind__in=list(kinds))
    if within is not None:
        versions = versions.filter(unit_id__in=list(within))
    return versions.order_by("sort_key", "id")


def openly_named() -> frozenset[str]:
    """Keys of what offices have listed as their own: who signs, hotlines, houses."""
    return frozenset(OpenName.objects.filter(ended_at__isnull=True).values_list("key", flat=True))


def open_names_of(unit: Unit) -> QuerySet[OpenName]:
    """What this office lists, the newest first, what it took back too."""
    return OpenName.objects.filter(unit=unit).select_related("added_by", "ended_by").order_by("-pk")


def carriers_on(unit_id: int, day: date) -> list[UnitVersion]:
    """Who acts for a unit on a day: itself while it is there, then those that took over, step by step.

    Empty when it was not there yet, or when nobody is known to have taken over. Two queries.
    """
    passed: dict[int, set[int]] = defaultdict(set)
    for old, new in Succession.objects.filter(on__lte=day).values_list("predecessor_id", "successor_id"):
        passed[old].add(new)
    line, waiting = {unit_id}, [unit_id]
    while waiting:
        fresh = passed[waiting.pop()] - line
        line |= fresh
        waiting += fresh
    there = list(units_on(day, within=line))
    return [version for version in there if version.unit_id == unit_id] or there


def wards_within(unit_id: int, day: date) -> list[UnitVersion]:
    """The wards and communes that lie under a unit on a day."""
    return list(units_on(day, (UnitKind.WARD, UnitKind.COMMUNE), tree().below(unit_id) - {unit_id}))


def holders(role: Role, unit_id: int, day: date) -> QuerySet[User]:
    """Who holds a role at this very unit on a day."""
    return User.objects.filter(
        Q(duties__valid_to__isnull=True) | Q(duties__valid_to__gte=day),
        duties__role=role,
        duties__unit_id=unit_id,
        duties__valid_from__lte=day,
        is_active=True,
    ).distinct()


def audience_sizes(unit_ids: Iterable[int], day: date) -> dict[tuple[int, int], AudienceSize]:
    """The newest size known on a day, by (unit id, audience kind id). What is missing is unknown."""
    newest: dict[tuple[int, int], AudienceSize] = {}
    sizes = AudienceSize.objects.filter(unit_id__in=list(unit_ids), counted_on__lte=day).select_related(
        "kind"
    )
    for size in sizes.order_by("counted_on", "id"):
        newest[(size.unit_id, size.kind_id)] = size
    return newest


def shapes_of(unit_ids: Iterable[int]) -> dict[int, UnitShape]:
    """Unit id -> its centre and outline; a unit without a known place is left out."""
    return {shape.unit_id: shape for shape in UnitShape.objects.filter(unit_id__in=list(unit_ids))}


def unit_names(day: date, unit_ids: Iterable[int] | None = None) -> dict[int, str]:
    """Unit id -> its full name on a day (the newest name when the unit is not valid that day). One query.

    One that had ended says until when, where another among these bears the same name.
    """
    versions = UnitVersion.objects.order_by("valid_from")
    if unit_ids is not None:
        versions = versions.filter(unit_id__in=list(unit_ids))
    known: dict[int, UnitVersion] = {}
    for version in versions:
        if version.unit_id not in known or not known[version.unit_id].covers(day):
            known[version.unit_id] = version
    bearers = Counter(version.full_name for version in known.values())

    def told(version: UnitVersion) -> str:
        ended = version.valid_to is not None and version.valid_to < day
        alone = bearers[version.full_name] == 1
        return (
            version.full_name if alone or not ended else f"{version.full_name} (đến {say(version.valid_to)})"
        )

    return {pk: told(version) for pk, version in known.items()}


def existing_units() -> QuerySet[Unit]:
    """Units with their versions fetched, so that names cost no further query."""
    return Unit.objects.prefetch_related("versions")


def find_units(name_or_key: str, day: date) -> list[Unit]:
    """The units of that key, or of that name on a day (marks, case and "hòa/hoà" do not matter)."""
    by_key = list(existing_units().filter(key=name_or_key))
    if by_key:
        return by_key
    fitting = [
        version.unit_id
        for version in units_on(day)
        if same_name(version.name, name_or_key) or same_name(version.full_name, name_or_key)
    ]
    return list(existing_units().filter(pk__in=fitting))


def units_to_count(user: User) -> set[int]:
    """Ids of the units whose audience sizes a person writes down."""
    return scope(user).inside(*COUNTERS)


def visible_size_imports(user: User) -> QuerySet[SizeImport]:
    """The sheets that she took in herself: what a file holds beyond its figures is nobody else's."""
    return SizeImport.objects.filter(by=user).select_related("by", "file", "returned")
