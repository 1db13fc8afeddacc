"""Dừng phát khi luật đổi: the timer that writes down what content already answers.

No list waits for it: calendars and run-sheets ask for themselves. It leaves the record and the audit line.
"""

from datetime import date, time

from lantoa.broadcast.actions import record_stop
from lantoa.broadcast.models import Airing
from lantoa.broadcast.queries import Standing, standings, with_names
from lantoa.broadcast.rules.airing_inside_the_hours import at


def due_stops(day: date) -> list[Standing]:
    """Airings of this day and later whose script may not go out on their own day, not yet recorded so."""
    open_ones = Airing.objects.filter(
        starts_at__gte=at(day, time.min), stopped_at__isnull=True, delivery__isnull=True
    )
    return [one for one in standings(with_names(open_ones), day) if not one.airs]


def record_stops(day: date) -> int:
    """Record the stop, with its reason and an audit line, of what may no longer air; how many.

    Safe to run twice: what is recorded is not recorded again, what was logged meanwhile is left alone.
    """
    recorded = 0
    for one in due_stops(day):
        record_stop(one.airing, one.says)
        recorded += 1
    return recorded
