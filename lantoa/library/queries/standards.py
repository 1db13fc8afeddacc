"""Poverty standards: the lines in use, for whom they are told, and what changes between two days."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet

from lantoa.common.dates import say
from lantoa.language.citations import read_citations
from lantoa.library.models import Area, Document, PovertyStandard, Provision
from lantoa.library.queries.checking import as_told, being_rechecked
from lantoa.library.queries.citations import resolve_all
from lantoa.library.queries.standing import state_of
from lantoa.library.rules.line_that_applies import Answer, Figures, LineRead, answers, covers, when_unsettled
from lantoa.library.rules.standing_of_a_citation import Pin, PinState
from lantoa.people.models import Unit, UnitKind, UnitVersion
from lantoa.people.queries import existing_units, tree


def standards_in_use() -> QuerySet[PovertyStandard]:
    """The lines that nobody took out of use, with all that a page of them names. Two queries."""
    return standards().filter(withdrawn_why="")


def standards() -> QuerySet[PovertyStandard]:
    """Every line, also what was taken out of use."""
    lines = PovertyStandard.objects.select_related("category", "territory", "checked_by")
    return lines.prefetch_related("territory__versions")


def standard_territories() -> list[Unit]:
    """The units that have a standard of their own in use."""
    own = PovertyStandard.objects.filter(withdrawn_why="", territory__isnull=False)
    return list(existing_units().filter(pk__in=own.values("territory")).order_by("pk"))


def territory_name(unit: Unit) -> str:
    """A unit with the day its area ended, where it did: a merged province keeps its old standard there."""
    version = unit.version_on(None)
    if version and version.valid_to:
        return f"{version.full_name} (địa bàn đến {say(version.valid_to)})"
    return unit.name_on(None)


def _short_name(unit: Unit) -> str:
    """ "Đồng Nai": what a territory goes by, without its kind."""
    version = unit.version_on(None)
    return version.name if version else unit.name_on(None)


@dataclass(frozen=True)
class Home:
    """A ward or commune on a day: urban or rural (None: not known for that day), whose standard besides the
    national one is told there (None: nobody's). unsettled: "năm 2026" where no
    line of that standard is known for then."""

    name: str
    day: date
    area: Area | None
    territory: Unit | None
    unsettled: str = ""

    @property
    def says(self) -> str:
        """ "phường Tam Hiệp ngày 01/01/2026: thành thị, có chuẩn riêng của tỉnh Đồng Nai"."""
        area = self.area.label.lower() if self.area else "chưa rõ thành thị hay nông thôn"
        return f"{self.name} ngày {say(self.day)}: {area}, {self._own_says}"

    @property
    def _own_says(self) -> str:
        if self.territory is None:
            return "theo chuẩn quốc gia"
        if not self.unsettled:
            return f"có chuẩn riêng của {territory_name(self.territory)}"
        return f"chuẩn riêng của {_short_name(self.territory)} {self.unsettled}: chưa xác định"


def home_on(unit: Unit, day: date) -> Home:
    """What a ward or commune is on a day, by the unit in force then. A constant number of queries.

    Before it existed: by those whose area it took over, where they were all alike.
    """
    known = tree()
    before = known.came_from.get(unit.pk, set())
    while more := {old for one in before for old in known.came_from.get(one, set())} - before:
        before = before | more
    versions = list(UnitVersion.objects.filter(unit_id__in={unit.pk, *before}).select_related("unit"))
    valid = [one for one in versions if one.covers(day)]
    own = [one for one in valid if one.unit_id == unit.pk]
    areas = {_area_of(one) for one in own or valid}
    above = {place for one in {unit.pk, *before} for place in known.above(one)} | {unit.pk}
    territories = [one for one in standard_territories() if one.pk in above]
    territory = territories[0] if len(territories) == 1 else None
    area = areas.pop() if len(areas) == 1 else None
    return Home(
        (own[0].full_name if own else unit.name_on(None)),
        day,
        area,
        territory,
        _unsettled(territory, area, day) if territory else "",
    )


def _unsettled(territory: Unit, area: Area | None, day: date) -> str:
    """When the standard of a territory is not known, in words; "" where a line of it covers the day."""
    lines = [one for one in standards_in_use().filter(territory=territory) if area in (None, one.area)]
    return "" if any(covers(one, day) for one in lines) else when_unsettled(lines, day)


def _area_of(version: UnitVersion) -> Area | None:
    """A ward is urban and a commune rural where its record does not say otherwise."""
    if version.is_urban is not None:
        return Area.URBAN if version.is_urban else Area.RURAL
    kinds = {UnitKind.WARD: Area.URBAN, UnitKind.COMMUNE: Area.RURAL}
    return kinds.get(UnitKind(version.kind))


def standards_unchecked_since(day: date) -> list[PovertyStandard]:
    """Lines in use on `day` or later that nobody has checked on `day` or later."""
    return [
        line
        for line in standards_in_use()
        if (line.checked_on is None or line.checked_on < day)
        and (line.valid_to is None or line.valid_to >= day)
    ]


@dataclass(frozen=True)
class LawBehind:
    """Where the library holds what a line refers to, and how that stands on the day asked.

    provision: None when only the document is there. state: None likewise.
    """

    document: Document
    provision: Provision | None = None
    state: PinState | None = None

    @property
    def place(self) -> Provision | Document:
        """What a chip names."""
        return self.provision or self.document

    def change_for(self, line: PovertyStandard) -> str:
        """What is known to speak against the clause on that day or later, as long as the line still runs."""
        if self.state is None or (self.state.on and line.valid_to and self.state.on > line.valid_to):
            return ""
        return self.state.says


def law_behind(lines: Iterable[PovertyStandard], day: date) -> dict[str, LawBehind]:
    """Reference -> its law, for references that the library holds. A constant number of queries.

    The reference is read as a citation; a wrong number leads nowhere, never to another document.
    """
    read = {one.reference: found[0] for one in lines if (found := read_citations(one.reference))}
    targets = dict(zip(read, resolve_all(list(read.values())), strict=True))
    pins = [Pin(t.pk, t.pk, t.fingerprint) for t in targets.values() if isinstance(t, Provision)]
    states = state_of(pins, day)
    return {
        reference: LawBehind(target.document, target, states[target.pk])
        if isinstance(target, Provision)
        else LawBehind(target)
        for reference, target in targets.items()
        if target
    }


@dataclass(frozen=True)
class Told:
    """An answer with the law behind it. rows: each line read, with its law where the library holds it."""

    answer: Answer
    rows: list[tuple[LineRead, LawBehind | None]]
    law: LawBehind | None

    @property
    def warnings(self) -> list[str]:
        """Why the answer may be old: checked before the day asked; a clause that changed since."""
        change = self.law.change_for(self.answer.line) if self.law and self.answer.line else ""
        return [one for one in (self.answer.warning, f"{change}." if change else "") if one]

    @property
    def sources(self) -> list[tuple[PovertyStandard, LawBehind | None]]:
        """Each reference and period once, with its law."""
        rows = {(r.line.reference, r.line.valid_from, r.line.valid_to): (r.line, law) for r, law in self.rows}
        return list(rows.values())


def lines_that_apply(figures: Figures, territory: Unit | None, *, public: bool = False) -> list[Told]:
    """Which line of each standard the figures fit, the territory's first. Writes nothing, logs nothing.

    public: what is known of the law behind a line only as far as two people have seen it.
    """
    named = _short_name(territory) if territory else ""
    given = answers(figures, list(standards_in_use()), territory, named)
    law = law_behind([read.line for one in given for read in one.lines], figures.day)
    if public:
        unseen = being_rechecked(one.document.pk for one in law.values())
        law = {reference: _as_told(one, unseen) for reference, one in law.items()}
    return [
        Told(
            one,
            [(read, law.get(read.line.reference)) for read in one.lines],
            law.get(one.line.reference) if one.line else None,
        )
        for one in given
    ]


def _as_told(law: LawBehind, unseen: set[int]) -> LawBehind:
    return replace(law, state=law.state and as_told(law.state, [law.document.pk], unseen))


@dataclass(frozen=True)
class StandardChange:
    """A line (territory, area, category) on two days: None where there was none."""

    before: PovertyStandard | None
    after: PovertyStandard | None

    @property
    def line(self) -> PovertyStandard:
        """The newer of the two, to name it by."""
        line = self.after or self.before
        assert line is not None  # one of the two always is there
        return line


def standards_between(before: date, after: date) -> list[StandardChange]:
    """Checked lines whose bounds differ between two days. A line only told by another document does not."""
    lines = [line for line in standards_in_use() if line.verified]
    then, now = _by_place(lines, before), _by_place(lines, after)
    pairs = [(then.get(key), now.get(key)) for key in dict.fromkeys([*then, *now])]
    return [StandardChange(old, new) for old, new in pairs if _bounds(old) != _bounds(new)]


def _by_place(lines: Iterable[PovertyStandard], day: date) -> dict[tuple, PovertyStandard]:
    return {(line.territory_id, line.area, line.category_id): line for line in lines if covers(line, day)}


def _bounds(line: PovertyStandard | None) -> tuple | None:
    if line is None:
        return None
    return (line.income_above_vnd, line.income_upto_vnd, line.deprived_from, line.deprived_below)
