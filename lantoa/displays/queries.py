"""Reads over displays; whether one may still hang is asked of content, never stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from lantoa.content.queries import Airable, airable
from lantoa.displays.models import Display
from lantoa.people.models import User
from lantoa.people.queries import scope


def visible_displays(user: User) -> QuerySet[Display]:
    """Those of her units, newest first, with what a list shows."""
    return (
        Display.objects.filter(unit_id__in=scope(user).inside())
        .select_related("version__edition__article", "unit", "delivery", "plan_item")
        .prefetch_related("unit__versions", "photos__file")
    )


@dataclass(frozen=True)
class Hanging:
    """A display with what is true of it on a day."""

    display: Display
    airable: Airable
    is_up: bool

    @property
    def must_come_down(self) -> bool:
        return self.is_up and not self.airable.ok


def hanging_on(displays: Iterable[Display], day: date) -> list[Hanging]:
    """Each display with whether it hangs on `day` and whether its words may stand. One bulk question."""
    displays = list(displays)
    answers = airable([d.version for d in displays], day)
    return [
        Hanging(
            d,
            answers[d.version_id],
            d.put_up_on <= day and (d.taken_down_on is None or d.taken_down_on > day),
        )
        for d in displays
    ]
