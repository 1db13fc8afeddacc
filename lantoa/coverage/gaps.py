"""What is still to be told, ranked by how many it concerns, each with the next concrete thing to do."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q

from lantoa.broadcast.models import Airing, Station
from lantoa.broadcast.queries import airings_between
from lantoa.broadcast.rules.airing_inside_the_hours import Session, sessions_on
from lantoa.broadcast.rules.airings_do_not_clash import next_free
from lantoa.common.dates import VIETNAM
from lantoa.content.models import EditionKind, EditionVersion
from lantoa.content.queries import Airable, airable, approved_versions
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

    does: the concrete suggestion. script: an approved message that could be used, None when one must be
    written first. easy: nothing stands between the suggestion and the air.
    """

    policy: Policy
    unit_id: int
    unit_name: str
    cell: Cell
    audience: AudienceKind | None
    does: str
    script: EditionVersion | None
    easy: bool

    @property
    def size(self) -> int | None:
        return self.cell.size


def ranked_gaps(table: Matrix) -> list[Gap]:
    """The gaps of a matrix: the largest known groups first, of equals the easiest; unknown sizes last."""
    asked = table.asked
    open_cells = [(row, cell) for row in table.rows for cell in row.cells if cell.needs_telling]
    if not open_cells:
        return []
    policies = {policy.pk: policy for policy in table.policies}
    shelf = _Shelf(asked.day, {row.unit_id for row, _ in open_cells})
    found = []
    for row, cell in open_cells:
        policy = policies[cell.policy_id]
        does, script, easy = shelf.suggest(policy, row.unit_id, asked.audience)
        found.append(Gap(policy, row.unit_id, row.name, cell, asked.audience, does, script, easy))
    return sorted(found, key=_rank)


def _rank(gap: Gap) -> tuple[bool, int, bool, str, str]:
    return (gap.size is None, -(gap.size or 0), not gap.easy, gap.policy.title, gap.unit_name)


class _Shelf:
    """Approved scripts, stations of the wards and their next days: fetched once for all gaps."""

    def __init__(self, day: date, unit_ids: set[int]) -> None:
        self.day = day
        self.tree: Tree = tree()
        scripts = (
            approved_versions()
            .filter(edition__kind=EditionKind.RADIO)
            .prefetch_related("edition__article__policies", "edition__article__audiences")
        )
        self.answers: dict[int, Airable] = airable([v.pk for v in scripts], day)
        self.scripts: dict[int, list[tuple[EditionVersion, set[int]]]] = defaultdict(list)
        for script in scripts:
            if self.answers[script.pk].ok:
                article = script.edition.article
                kinds = {kind.pk for kind in article.audiences.all()}
                for policy in article.policies.all():
                    self.scripts[policy.pk].append((script, kinds))
        active = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        self.stations = {s.serves_id: s for s in Station.objects.filter(active, serves_id__in=unit_ids)}
        self.taken: dict[int, list[Airing]] = defaultdict(list)
        last = day + timedelta(days=LOOK_AHEAD_DAYS)
        ids = [station.pk for station in self.stations.values()]
        for airing in airings_between(day, last, ids).filter(stopped_at__isnull=True):
            self.taken[airing.station_id].append(airing)

    def suggest(
        self, policy: Policy, unit_id: int, audience: AudienceKind | None
    ) -> tuple[str, EditionVersion | None, bool]:
        """What to do about one gap, the script to use, and whether it could be done at once."""
        script = self._script(policy, unit_id, audience)
        if script is None:
            says = "Chưa có bài phát thanh đã duyệt, còn đúng. Soạn bài, hoặc lồng vào một buổi nói chuyện."
            return says, None, False
        named = f"bài “{script.edition.article.title}” (đã duyệt, còn đúng)"
        station = self.stations.get(unit_id)
        if station is None:
            return f"Nơi này chưa có đài: dùng {named} cho một buổi nói chuyện.", script, False
        if station.needs_ward_approval and not self.answers[script.pk].at_ward(unit_id).ok:
            return f"Trình lãnh đạo phường, xã duyệt phát {named}.", script, False
        free = self._free(station)
        if free is None:
            return f"Dời một bài để phát {named}: {station.name} tuần tới đã kín giờ.", script, False
        when = f"{WEEKDAYS[free.weekday()]} {free:%d/%m}, {free:%H:%M}"
        return f"Phát {named} vào giờ trống {when} trên {station.name}.", script, True

    def _script(self, policy: Policy, unit_id: int, audience: AudienceKind | None) -> EditionVersion | None:
        """The newest approved script on the policy for the group that holds on the day, for that place."""
        over = {unit_id} | self.tree.above(unit_id)
        fitting = [
            script
            for script, kinds in self.scripts[policy.pk]
            if script.edition.article.territory_id in over and (audience is None or audience.pk in kinds)
        ]
        return max(fitting, key=lambda script: script.pk, default=None)

    def _free(self, station: Station) -> datetime | None:
        """The first free time of the station in the days to come, in Vietnam, or None."""
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
