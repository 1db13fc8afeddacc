"""What is still to be told, ranked by how many it concerns, each with the next concrete thing to do."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple, overload

from django.db.models import Q

from lantoa.broadcast.models import Airing, Station
from lantoa.broadcast.queries import airings_between
from lantoa.broadcast.rules.airing_inside_the_hours import Session, sessions_on
from lantoa.broadcast.rules.airings_do_not_clash import next_free
from lantoa.common.dates import VIETNAM
from lantoa.content.models import EditionKind
from lantoa.content.queries import airable, approved_versions, passed_for_wards
from lantoa.coverage.cells import Cell
from lantoa.coverage.queries import Matrix
from lantoa.library.models import Policy
from lantoa.people.models import AudienceKind
from lantoa.people.queries import Tree, tree

LOOK_AHEAD_DAYS = 7
SHORT_PIECE_MIN = 10  # what a suggestion reserves when the length of a script is not known
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@dataclass(frozen=True)
class Gap:
    """A policy that a ward's group was never told (gap), or must be told again (stale).

    does: the concrete suggestion. script: id of an approved version that could be used, None when one must be
    written first. easy: nothing stands between the suggestion and the air.
    """

    policy: Policy
    unit_id: int
    unit_name: str
    cell: Cell
    audience: AudienceKind | None
    does: str
    script: int | None
    easy: bool

    @property
    def size(self) -> int | None:
        return self.cell.size


def ranked_gaps(table: Matrix) -> "Gaps":
    """The gaps of a matrix: the largest known groups first, of equals the easiest; unknown sizes last."""
    policies = {policy.pk: policy for policy in table.policies}
    places = [
        _Place(policies[cell.policy_id], row.unit_id, row.name, cell)
        for row in table.rows
        for cell in row.cells
        if cell.needs_telling
    ]
    if not places:
        return Gaps([], None)
    shelf = _Shelf(table, places)
    return Gaps(sorted(places, key=partial(_rank, shelf)), shelf)


class Gaps(Sequence[Gap]):
    """All gaps in order; those that are looked at get their suggestion, by scripts that really may go out."""

    def __init__(self, places: list["_Place"], shelf: "_Shelf | None") -> None:
        self._places, self._shelf = places, shelf

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, which: int) -> Gap: ...
    @overload
    def __getitem__(self, which: slice) -> list[Gap]: ...
    def __getitem__(self, which: int | slice) -> Gap | list[Gap]:
        if isinstance(which, int):
            return self[which : which + 1 or None][0]
        places = self._places[which]
        return self._shelf.gaps(places) if self._shelf and places else []

    def __iter__(self) -> Iterator[Gap]:
        return iter(self[:])


class _Place(NamedTuple):
    """Where a policy is to be told."""

    policy: Policy
    unit_id: int
    name: str
    cell: Cell


class _Script(NamedTuple):
    """A radio script that a leader passed: version id, its title, the unit it was written for."""

    pk: int
    title: str
    territory_id: int


def _rank(shelf: "_Shelf", place: _Place) -> tuple[bool, int, bool, str, str]:
    size = place.cell.size
    return (size is None, -(size or 0), not shelf.suggest(place).easy, place.policy.title, place.name)


class _Shelf:
    """Approved scripts, stations of the wards and their next days: fetched once for all gaps.

    Whether a script really may go out is asked only of those that are shown: it takes all their words.
    """

    def __init__(self, table: Matrix, places: list[_Place]) -> None:
        self.day, self.audience = table.asked.day, table.asked.audience
        self.tree: Tree = tree()
        self.unfit = {pk for pk, truth in table.ground.truths.items() if not truth.holds}
        self.scripts = self._approved({place.policy.pk for place in places})
        active = Q(valid_to__isnull=True) | Q(valid_to__gte=self.day)
        unit_ids = {place.unit_id for place in places}
        self.stations = {s.serves_id: s for s in Station.objects.filter(active, serves_id__in=unit_ids)}
        self.taken: dict[int, list[Airing]] = defaultdict(list)
        last = self.day + timedelta(days=LOOK_AHEAD_DAYS)
        ids = [station.pk for station in self.stations.values()]
        for airing in airings_between(self.day, last, ids).filter(stopped_at__isnull=True):
            self.taken[airing.station_id].append(airing)
        self.free: dict[int, datetime | None] = {}
        fitting = {script.pk for place in places if (script := self._script(place))}
        self.signed = set(passed_for_wards(fitting))

    def gaps(self, places: list[_Place]) -> list[Gap]:
        """These gaps with their suggestions. Where a script turns out unfit, all on its policy are asked."""
        found = [self.suggest(place) for place in places]
        if self._any_unfit({gap.script for gap in found if gap.script}):
            self._any_unfit({script.pk for place in places for script in self.scripts[place.policy.pk]})
            found = [self.suggest(place) for place in places]
        return found

    def _any_unfit(self, version_ids: set[int]) -> bool:
        unfit = {pk for pk, answer in airable(version_ids, self.day).items() if not answer.ok}
        self.unfit |= unfit
        return bool(unfit)

    def suggest(self, place: _Place) -> Gap:
        """What to do about one gap, the script to use, and whether it could be done at once."""
        script = self._script(place)
        does, easy = self._deed(script, place.unit_id)
        pk = script.pk if script else None
        return Gap(*place, self.audience, does, pk, easy)

    def _deed(self, script: _Script | None, unit_id: int) -> tuple[str, bool]:
        if script is None:
            says = "Chưa có bài phát thanh đã duyệt, còn đúng. Soạn bài, hoặc lồng vào một buổi nói chuyện."
            return says, False
        named = f"bài “{script.title}” (đã duyệt, còn đúng)"
        station = self.stations.get(unit_id)
        if station is None:
            return f"Nơi này chưa có đài: dùng {named} cho một buổi nói chuyện.", False
        if station.needs_ward_approval and (script.pk, unit_id) not in self.signed:
            return f"Trình lãnh đạo phường, xã duyệt phát {named}.", False
        free = self._free(station)
        if free is None:
            return f"Dời một bài để phát {named}: {station.name} tuần tới đã kín giờ.", False
        when = f"{WEEKDAYS[free.weekday()]} {free:%d/%m}, {free:%H:%M}"
        return f"Phát {named} vào giờ trống {when} trên {station.name}.", True

    def _approved(self, policy_ids: set[int]) -> dict[int, list[_Script]]:
        """Policy id -> the approved scripts on it, for the group asked about; the newest first. One query."""
        articles = Q(edition__article__policies__in=policy_ids)
        if self.audience:
            articles &= Q(edition__article__audiences=self.audience)
        scripts = approved_versions().filter(articles, edition__kind=EditionKind.RADIO).order_by("-pk")
        names = ("pk", "edition__article__title", "edition__article__territory_id")
        found: dict[int, list[_Script]] = defaultdict(list)
        for policy_id, *row in scripts.values_list("edition__article__policies", *names):
            found[policy_id].append(_Script(*row))
        return found

    def _script(self, place: _Place) -> _Script | None:
        """The newest approved script on the policy for the group that holds on the day, for that place."""
        over = {place.unit_id} | self.tree.above(place.unit_id)
        fitting = (
            script
            for script in self.scripts[place.policy.pk]
            if script.territory_id in over and script.pk not in self.unfit
        )
        return next(fitting, None)

    def _free(self, station: Station) -> datetime | None:
        """The first free time of the station in the days to come, in Vietnam, or None."""
        if station.pk not in self.free:
            self.free[station.pk] = self._first_free(station)
        return self.free[station.pk]

    def _first_free(self, station: Station) -> datetime | None:
        for ahead in range(1, LOOK_AHEAD_DAYS + 1):
            for session in sessions_on(station, self.day + timedelta(days=ahead)):
                inside = [a for a in self.taken[station.pk] if session.holds(a.starts_at)]
                if start := _room(station, session, inside):
                    return start.astimezone(VIETNAM)
        return None


def _room(station: Station, session: Session, inside: list[Airing]) -> datetime | None:
    if sum(a.minutes for a in inside) + SHORT_PIECE_MIN > station.minutes_a_session:
        return None
    return next_free(SHORT_PIECE_MIN, inside, session)
