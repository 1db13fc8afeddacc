"""Days as citations print them."""

import re
from dataclasses import dataclass
from datetime import date

_YEAR = r"((?:19|20)[ ]?\d[ ]?\d)(?!\d)"
_DAY = r"(\d{1,2})"
_BLANK = r"[ ]{0,2}"
_DATE = re.compile(
    rf"{_DAY}{_BLANK}tháng{_BLANK}(\d{{1,2}}){_BLANK},?{_BLANK}năm{_BLANK}{_YEAR}"
    rf"|{_DAY}{_BLANK}[/.-]{_BLANK}(\d{{1,2}}){_BLANK}(?:[/.-]|năm){_BLANK}{_YEAR}"
    rf"|{_DAY}[/](\d{{1,2}})[/](\d{{2}})(?![\d/])"
)
_DAY_WORD = re.compile(r"(?:ngày|ngầy|ngay)[ ]{0,3}(?:mùng|mồng)?[ ]{0,2}")
_YEAR_ONLY = re.compile(rf"(?:năm[ ]{{0,2}})?{_YEAR}(?![/.-]?\d)")


@dataclass(frozen=True, slots=True)
class Day:
    """A day read at [start, end); `iso` is None when the printed day does not exist."""

    start: int
    end: int
    iso: str | None
    year: int


def read_date(low: str, pos: int, word_needed: bool = False) -> Day | None:
    """The day printed at `pos` ("ngày 27/01/2021", "ngày 14tháng 02năm 2021"), else None."""
    word = _DAY_WORD.match(low, pos)
    if word_needed and not word:
        return None
    found = _DATE.match(low, word.end() if word else pos)
    if not found:
        return None
    day, month, year = (part for part in found.groups() if part is not None)
    full_year = int(year.replace(" ", ""))
    if full_year < 100:
        full_year += 1900 if full_year >= 45 else 2000
    try:
        iso = date(full_year, int(month), int(day)).isoformat()
    except ValueError:
        iso = None
    return Day(pos, found.end(), iso, full_year)


def read_year(low: str, pos: int) -> tuple[int, int] | None:
    """(year, end) for "năm 2013" or a bare "2013" at `pos`, else None."""
    found = _YEAR_ONLY.match(low, pos)
    if not found:
        return None
    return int(found[1].replace(" ", "")), found.end()
