"""Nhịp đọc: at how many words a minute a station reads, and how long a script takes there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil

from lantoa.broadcast.models import Station, StationPace
from lantoa.common.dates import say
from lantoa.content.measures import WORDS_A_MINUTE, measure
from lantoa.content.models import EditionVersion


@dataclass(frozen=True)
class Pace:
    """words_a_minute, and in words whose pace it is and where the figure comes from."""

    words_a_minute: int = WORDS_A_MINUTE
    whose: str = "mức mặc định của phần mềm, đọc chậm cho loa"

    @property
    def says(self) -> str:
        """180 từ một phút, mức mặc định của phần mềm, đọc chậm cho loa."""
        return f"{self.words_a_minute} từ một phút, {self.whose}"


def paces_on(stations: Iterable[Station], day: date) -> dict[int, Pace]:
    """Station id -> its pace on a day; the default where it has set none. One query."""
    stations = list(stations)
    found = {station.pk: Pace() for station in stations}
    rows = StationPace.objects.filter(station__in=stations, valid_from__lte=day).select_related("station")
    for row in rows:  # the newest last
        whose = f"{row.station.name} từ {say(row.valid_from)} ({row.source})"
        found[row.station_id] = Pace(row.words_a_minute, whose)
    return found


def pace_at(territory_id: int, day: date) -> Pace:
    """The pace at which a script for a place is read: that of the one station that serves this very place.

    The default where none or several serve it: each is then asked when the script is scheduled there.
    """
    working = [s for s in Station.objects.filter(serves_id=territory_id) if _works(s, day)]
    return paces_on(working, day)[working[0].pk] if len(working) == 1 else Pace()


def minutes_of(version: EditionVersion, pace: Pace) -> int:
    """Whole minutes that a script takes, at least one; the spoken form counts where there is one."""
    return max(1, ceil(measure(version.spoken or version.text, pace.words_a_minute).seconds / 60))


def _works(station: Station, day: date) -> bool:
    return not (station.valid_to and station.valid_to < day)
