"""How the sums of one unit in one month are kept: numbers packed one after the other, read in one go.

A matrix reads a hundred thousand sums: as rows of a table each of them would cost more than its reckoning.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from struct import Struct
from typing import NamedTuple

_PACKED = Struct("<BBHIQIQiQI")
POSITION = 40  # bits of `newest` that hold a position: more lines than an office can write
NO_COUNT = -1
NO_VERSION = 0


class Sum(NamedTuple):
    """What one version did over a channel, on a day or in the month, by one grade of proof or by any.

    day: of the month, 0 for all of it. grade: that of the newest, where sums are not apart by grade. subject:
    number of the line in `Tally.subjects`. version_id: NO_VERSION for a deed without one. newest: see
    `newest`. low: the largest lower count, NO_COUNT when none is known; high: the known upper counts
    together; unknown: how many lines have no upper count.
    """

    day: int
    grade: int
    subject: int
    channel_id: int
    version_id: int
    deeds: int
    newest: int
    low: int
    high: int
    unknown: int


def packed(sums: Iterable[Sum]) -> bytes:
    """The bytes of some sums, in their order."""
    return b"".join(_PACKED.pack(*one) for one in sums)


def unpacked(stored: bytes | memoryview) -> Iterator[tuple[int, ...]]:
    """The sums in these bytes, as bare tuples of the fields of `Sum`: they are many."""
    return _PACKED.iter_unpack(stored)


def newest(day: date, position: int) -> int:
    """A number that is larger the later the day, on one day the later the line."""
    return day.toordinal() << POSITION | position


def read_newest(number: int) -> tuple[date, int]:
    """The day and the position of the line that `newest` tells of."""
    return date.fromordinal(number >> POSITION), number & ((1 << POSITION) - 1)
