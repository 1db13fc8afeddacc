"""Which unit each outline of a file is: by the code that was valid on a day, else by its name."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from lantoa.common.dates import say
from lantoa.paper.bounded import Limits, run
from lantoa.people.models import Role, UnitKind, UnitShape, UnitVersion, User
from lantoa.people.places import Places
from lantoa.people.scope import scope
from lantoa.people.unit_names import name_match

TERRITORIES = (UnitKind.WARD, UnitKind.COMMUNE, UnitKind.QUARTER, UnitKind.CITY, UnitKind.PROVINCE)
LOCAL = (UnitKind.WARD, UnitKind.COMMUNE)
_CODE = re.compile(r"^\d{1,5}$")
LIMITS = Limits(cpu=30, wall=45.0)


class State(StrEnum):
    NEW = "new"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    UNMATCHED = "unmatched"
    AMBIGUOUS = "ambiguous"
    REFUSED = "refused"


@dataclass(frozen=True)
class Outlined:
    """One feature of a file. named: what it calls itself. unit: which it is, None while nobody can tell."""

    number: int
    named: str
    state: State
    says: str = ""
    unit: UnitVersion | None = None
    outline: tuple[Any, ...] = ()
    centre: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Account:
    """read = matched + unchanged + unmatched + ambiguous + refused; matched = new + replaced."""

    read: int
    new: int
    replaced: int
    unchanged: int
    unmatched: int
    ambiguous: int
    refused: int

    @property
    def matched(self) -> int:
        return self.new + self.replaced


@dataclass(frozen=True)
class Matching:
    """All features of a file with the units they are, in the order of the file. day: of the units."""

    day: date
    rows: tuple[Outlined, ...]

    @property
    def account(self) -> Account:
        counts = Counter(row.state for row in self.rows)
        return Account(len(self.rows), *(counts[state] for state in State))

    def of(self, *states: str) -> list[Outlined]:
        return [row for row in self.rows if row.state in states]


def read_outlines(content: bytes) -> list[dict[str, Any]]:
    """What `geojson.parse` tells, from a bounded child. Raises Unreadable."""
    return run("lantoa.people.outlines.geojson:parse", content, limits=LIMITS)  # type: ignore[no-any-return]


def match(features: list[dict[str, Any]], *, day: date, by: User) -> Matching:
    """The unit of each feature on a day, and whether that changes what is kept. A handful of queries."""
    places = Places()
    code_key, name_key = _keys(features, places, day)
    mine = scope(by).inside(Role.ADMINISTRATOR)
    rows = []
    for number, feature in enumerate(features, 1):
        properties = feature["properties"]
        code, name = properties.get(code_key, ""), properties.get(name_key, "")
        row = Outlined(
            number, name or code or f"hình {number}", State.NEW, feature["says"],
            outline=tuple(feature["outline"]), centre=tuple(feature["centre"] or (0, 0)),
        )  # fmt: skip
        rows.append(_unit_of(row, code, name, places, day, mine))
    return Matching(day, tuple(_against_what_is_kept(_one_outline_each(rows))))


def _keys(features: list[dict[str, Any]], places: Places, day: date) -> tuple[str, str]:
    """The properties that tell codes and names: those whose values are those of the most units that day.

    Ward by ward, so that a column "tỉnh" or "thành phố", the same everywhere, is never taken for the name.
    """
    codes: dict[str, set[int]] = defaultdict(set)
    names: dict[str, set[int]] = defaultdict(set)
    for feature in features:
        for key, value in feature["properties"].items():
            if _CODE.match(value):
                codes[key] |= {version.unit_id for version in _with_code(places, value, day)}
            else:
                names[key] |= {v.unit_id for v in places.named(value, day) if v.kind in TERRITORIES}
    return _fullest(codes), _fullest(names)


def _fullest(found: dict[str, set[int]]) -> str:
    told = [key for key in found if found[key]]
    return max(told, key=lambda key: (len(found[key]), -len(key), key), default="")


def _with_code(places: Places, code: str, day: date) -> list[UnitVersion]:
    known = places.by_code.get(code) or places.by_code.get(code.zfill(5)) or []
    return [version for version in known if version.covers(day)]


def _unit_of(row: Outlined, code: str, name: str, places: Places, day: date, mine: set[int]) -> Outlined:
    if row.says:
        return replace(row, state=State.REFUSED)
    fits = _with_code(places, code, day) if _CODE.match(code) else []
    if fits and name and not any(name_match(name, v.name, v.type_word) for v in fits):
        says = f"Mã {code} ngày {say(day)} là của {fits[0].full_name}, không phải “{name}”. Kiểm tra ngày."
        return replace(row, state=State.AMBIGUOUS, says=says)
    if not fits and name:
        fits = places.named(name, day)
        fits = [v for v in fits if v.kind in LOCAL] or fits
    if not fits:
        says = f"Ngày {say(day)} không có đơn vị nào mang tên hoặc mã này."
        return replace(row, state=State.UNMATCHED, says=says)
    if len({v.unit_id for v in fits}) > 1:
        names = ", ".join(v.full_name for v in fits[:4])
        says = f"Ứng với {len(fits)} đơn vị: {names}. Cần mã đơn vị trong tệp."
        return replace(row, state=State.AMBIGUOUS, says=says)
    if fits[0].unit_id not in mine:
        says = f"{fits[0].full_name} nằm ngoài phạm vi anh chị quản trị."
        return replace(row, state=State.UNMATCHED, says=says[:1].upper() + says[1:])
    return replace(row, unit=fits[0])


def _one_outline_each(rows: list[Outlined]) -> Iterable[Outlined]:
    met = Counter(row.unit.unit_id for row in rows if row.unit)
    for row in rows:
        if row.unit and met[row.unit.unit_id] > 1:
            says = f"{met[row.unit.unit_id]} hình cùng ứng với {row.unit.full_name}. Gộp lại thành một hình."
            yield replace(row, state=State.AMBIGUOUS, says=says, unit=None)
        else:
            yield row


def _against_what_is_kept(rows: Iterable[Outlined]) -> Iterable[Outlined]:
    rows = list(rows)
    wanted = [row.unit.unit_id for row in rows if row.unit]
    kept = {shape.unit_id: shape for shape in UnitShape.objects.filter(unit_id__in=wanted)}
    for row in rows:
        shape = kept.get(row.unit.unit_id) if row.unit else None
        if shape is None or (row.outline and not shape.outline) or row.state != State.NEW:
            yield row
        elif _same(row, shape):
            yield replace(row, state=State.UNCHANGED)
        else:
            yield replace(row, state=State.REPLACED)


def _same(row: Outlined, shape: UnitShape) -> bool:
    if row.outline:
        return list(row.outline) == shape.outline
    return (round(shape.longitude * 100_000), round(shape.latitude * 100_000)) == row.centre
