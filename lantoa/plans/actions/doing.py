"""What every verb of this area begins with: the row locked, the right asked, the state looked at."""

import unicodedata
from typing import Any

from django.core.exceptions import PermissionDenied

from lantoa.common.problems import must_hold, refuse
from lantoa.people.models import User
from lantoa.plans.models import Plan
from lantoa.plans.permissions import may_write
from lantoa.plans.rules.issued_plan_is_never_edited import problems_with_editing


def locked(pk: int) -> Plan:
    """The plan, its row held until the transaction ends."""
    return Plan.objects.select_for_update().get(pk=pk)


def editable(pk: int, by: User) -> Plan:
    """The plan locked, for a person who may write it and while it is a draft."""
    plan = locked(pk)
    if not may_write(by, plan.unit_id):
        raise PermissionDenied
    must_hold(problems_with_editing(plan))
    return plan


def tidy(value: Any) -> Any:
    """Words in NFC without blanks at the ends; everything else as it is."""
    return unicodedata.normalize("NFC", value).strip() if isinstance(value, str) else value


def put(thing: Any, fields: dict[str, Any], allowed: frozenset[str]) -> list[str]:
    """Set these fields on a row, tidied; the names of those that changed.

    Refused when words are longer than their place. TypeError for a strange name.
    """
    if strange := set(fields) - allowed:
        raise TypeError(f"Not a field that this action changes: {', '.join(sorted(strange))}")
    changed = []
    for name, value in fields.items():
        value = tidy(value)
        _must_fit(thing, name, value)
        if getattr(thing, name, None) != value:
            setattr(thing, name, value)
            changed.append(name)
    return changed


def _must_fit(thing: Any, name: str, value: Any) -> None:
    field = thing._meta.get_field(name)
    most = getattr(field, "max_length", None)
    if most is not None and isinstance(value, str) and len(value) > most:
        says = f"Ô “{field.verbose_name}” dài {len(value)} chữ cái, tối đa {most}. Rút gọn lại."
        refuse("too_long", says, name)
