"""Verbs about units: load the shipped ones, add an office, say how a unit writes amounts."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit
from lantoa.common.problems import must_hold, refuse
from lantoa.people import shipped
from lantoa.people.models import Succession, Unit, UnitShape, UnitVersion, User
from lantoa.people.permissions import may_give_duties, may_set_wording
from lantoa.people.rules.who_carries_on import problems_with_succession


@transaction.atomic
def load_shipped_units() -> int:
    """Put the shipped units and successions into the database; how many units are new. Safe to run twice."""
    timeline = shipped.load()
    units: dict[str, Unit] = {}
    new = 0
    for version in timeline.versions:
        if version.unit_id not in units:
            units[version.unit_id], made = Unit.objects.get_or_create(key=version.unit_id)
            new += made
    known = set(UnitVersion.objects.values_list("unit__key", "valid_from"))
    for version in timeline.versions:
        if (version.unit_id, version.valid_from) in known:
            continue
        UnitVersion.objects.create(
            unit=units[version.unit_id],
            name=version.name,
            type_word=version.type_word,
            kind=version.kind,
            code=version.code or "",
            parent=units.get(version.parent_id) if version.parent_id else None,
            is_urban=version.urban,
            valid_from=version.valid_from,
            valid_to=version.valid_to,
            legal_basis=version.legal_basis or "",
            verified=version.verified,
            note=version.note or "",
        )
    for step in timeline.successions:
        Succession.objects.get_or_create(
            predecessor=units[step.from_id],
            successor=units[step.to_id],
            on=step.on,
            defaults={
                "people": step.people,
                "households": step.households,
                "share_known": step.known,
                "resolution": step.resolution or "",
                "verified": step.verified,
                "note": step.note or "",
            },
        )
    return new


@transaction.atomic
def load_shipped_centres() -> int:
    """Give shipped units that have no shape their centre point; how many got one. Safe to run twice."""
    source, centres = shipped.centres()
    waiting = Unit.objects.filter(key__in=centres, shape__isnull=True)
    made = [
        UnitShape(unit=unit, longitude=centres[unit.key][0], latitude=centres[unit.key][1], source=source)
        for unit in waiting
    ]
    UnitShape.objects.bulk_create(made)
    return len(made)


@transaction.atomic
def add_office(
    name: str,
    type_word: str,
    parent: Unit,
    kind: str,
    key: str,
    valid_from: date | None = None,
    valid_to: date | None = None,
    legal_basis: str = "",
) -> Unit:
    """An office or station at a place. Returns the one that exists under the key, or a new one."""
    unit, made = Unit.objects.get_or_create(key=key)
    if made:
        UnitVersion.objects.create(
            unit=unit,
            name=name,
            type_word=type_word,
            kind=kind,
            parent=parent,
            valid_from=valid_from,
            valid_to=valid_to,
            legal_basis=legal_basis,
        )
    return unit


@transaction.atomic
def record_succession(old: Unit, new: Unit, *, on: date, basis: str, by: User) -> Succession:
    """Say who carries on the work of a unit that has ended. An administrator over both."""
    if not (may_give_duties(by, old) and may_give_duties(by, new)):
        raise PermissionDenied
    must_hold(problems_with_succession(old.version_on(None), new.version_on(on), on, basis))
    made, _ = Succession.objects.get_or_create(
        predecessor=old, successor=new, on=on, defaults={"resolution": basis.strip()[:300]}
    )
    audit.log(by, "record_succession", made, unit_id=new.pk, predecessor=old.pk, on=str(on))
    return made


@transaction.atomic
def set_zero_tens(unit: Unit, zero_tens: str, *, by: User) -> Unit:
    """How the papers of a unit write an empty ten in amounts. An administrator over it, or its accountant."""
    if not may_set_wording(by, unit):
        raise PermissionDenied
    if zero_tens not in Unit.ZeroTens.values:
        refuse("zero_tens", "Chọn “lẻ” hoặc “linh”.", "zero_tens")
    before, unit.zero_tens = unit.zero_tens, zero_tens
    unit.save(update_fields=["zero_tens"])
    audit.log(by, "set_zero_tens", unit, unit_id=unit.pk, zero_tens=[before, zero_tens])
    return unit
