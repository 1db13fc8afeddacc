"""Chọn đơn vị: the units that a person may choose from, by their names of today."""

from typing import Any

from django import forms

from lantoa.common import dates
from lantoa.people.models import Unit, UnitKind, UnitVersion, User
from lantoa.people.queries import existing_units, scope, units_on

PLACES = (UnitKind.WARD, UnitKind.COMMUNE, UnitKind.CITY, UnitKind.PROVINCE)


class UnitField(forms.ChoiceField):
    """One unit of those offered, a `Unit`."""

    default_error_messages = {"required": "Chưa chọn đơn vị. Hãy chọn một đơn vị."}

    def choose_from(self, versions: list[UnitVersion]) -> None:
        """Offer these versions, in their order; a single one is chosen already."""
        blank = [("", "Chọn đơn vị")] if len(versions) != 1 else []
        self.choices = blank + [(str(v.unit_id), v.full_name) for v in versions]

    def clean(self, value: Any) -> Unit | None:
        value = super().clean(value)
        return existing_units().get(pk=value) if value else None


def wards_of(user: User) -> list[UnitVersion]:
    """The wards and communes of today that lie in her scope, in Vietnamese order."""
    day = dates.today()
    return list(units_on(day, (UnitKind.WARD, UnitKind.COMMUNE), scope(user, day).watched))


def places_of(user: User) -> list[UnitVersion]:
    """All places of today in her scope: wards, communes, city, province."""
    day = dates.today()
    return list(units_on(day, PLACES, scope(user, day).watched))


def offices_of(user: User) -> list[Unit]:
    """The units of her duties, in the order in which they were given."""
    seen: dict[int, Unit] = {}
    for duty in scope(user).duties:
        seen.setdefault(duty.unit_id, duty.unit)
    return list(seen.values())
