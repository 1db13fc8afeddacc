"""What the forms of plans offer: units to write for, wards by the names of the plan's year."""

from datetime import date

from django.db.models import Q

from lantoa.people.models import Unit, UnitKind, UnitVersion, User
from lantoa.people.queries import existing_units, scope, tree
from lantoa.plans.models import Plan
from lantoa.plans.permissions import WRITERS

WARDS = (UnitKind.WARD, UnitKind.COMMUNE)


def units_to_write_for(user: User) -> list[Unit]:
    """The units whose plans she writes: those of her duties as a writer."""
    ids = dict.fromkeys(duty.unit_id for duty in scope(user).duties if duty.role in WRITERS)
    units = {unit.pk: unit for unit in existing_units().filter(pk__in=ids)}
    return [units[pk] for pk in ids]


def wards_of_plan(plan: Plan) -> list[tuple[str, str]]:
    """(id, name) of every ward of the territory at any time of the plan's year, in Vietnamese order.

    One that ended in that year says until when.
    """
    first, last = date(plan.year, 1, 1), date(plan.year, 12, 31)
    versions = UnitVersion.objects.filter(
        Q(valid_from__isnull=True) | Q(valid_from__lte=last),
        Q(valid_to__isnull=True) | Q(valid_to__gte=first),
        kind__in=WARDS,
        unit_id__in=tree().below(plan.territory_id),
    ).order_by("sort_key", "id")
    named: dict[int, UnitVersion] = {}
    for version in versions:
        known = named.get(version.unit_id)
        if known is None or (version.valid_from or date.min) > (known.valid_from or date.min):
            named[version.unit_id] = version
    return [(str(pk), _name(version, last)) for pk, version in named.items()]


def _name(version: UnitVersion, last: date) -> str:
    if version.valid_to is None or version.valid_to >= last:
        return version.full_name
    return f"{version.full_name} (đến {version.valid_to:%d/%m/%Y})"
