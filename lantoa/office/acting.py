"""Làm việc cho đơn vị nào: the unit in whose name a person of several duties now acts.

It narrows no right (rights come from all duties); it is the first guess of forms and the name in the header.
"""

from dataclasses import dataclass

from django.http import HttpRequest

from lantoa.people.models import Role
from lantoa.people.queries import Scope, unit_names

KEY = "acting_unit"


@dataclass(frozen=True)
class Place:
    """A unit where she holds duties today, and as what."""

    unit_id: int
    name: str
    roles: str


def places(mine: Scope) -> list[Place]:
    """Her places, in the order in which the duties were given. One query for the names."""
    roles: dict[int, list[str]] = {}
    for duty in mine.duties:
        held = roles.setdefault(duty.unit_id, [])
        if (label := Role(duty.role).label) not in held:
            held.append(label)
    names = unit_names(mine.day, roles)
    return [
        Place(unit_id, _capital(names.get(unit_id, "")), " · ".join(held)) for unit_id, held in roles.items()
    ]


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def chosen(request: HttpRequest, mine: list[Place]) -> Place | None:
    """The place chosen in the header, else the first."""
    wanted = request.session.get(KEY)
    return next((p for p in mine if p.unit_id == wanted), mine[0] if mine else None)
