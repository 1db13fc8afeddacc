"""Nơi treo đến ngày hạ: a reminder three days before, and one a day once the day is over."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from lantoa.common.dates import say
from lantoa.displays.models import Display
from lantoa.displays.permissions import HANGERS
from lantoa.displays.queries import standing_as
from lantoa.people.models import User
from lantoa.people.queries import scope

REMIND_BEFORE = timedelta(days=3)  # a ladder and two people want some notice


def to_take_down(day: date) -> QuerySet[Display]:
    """What hangs and is reminded of on a day."""
    reminded = Q(take_down_on=day + REMIND_BEFORE) | Q(take_down_on__lt=day)
    return standing_as(Display.objects.filter(reminded), "up", day)


def hers_to_take_down(user: User, day: date) -> list[Display]:
    """Of these, what hangs where she may take it down; the longest overdue first."""
    inside = scope(user, day).inside(*HANGERS)
    return list(to_take_down(day).filter(unit_id__in=inside).order_by("take_down_on", "pk"))


def reminder(display: Display, day: date) -> str:
    """One sentence for a notice."""
    assert display.take_down_on is not None, "only what has its day is reminded of"
    over = (day - display.take_down_on).days
    return f"{display}: {f'quá ngày hạ {over} ngày' if over > 0 else f'hạ ngày {say(display.take_down_on)}'}"
