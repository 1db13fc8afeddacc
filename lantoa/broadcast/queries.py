"""Reads of the stations: how each airing stands, a station's week, its run-sheet, what could be scheduled.

"Stale is asked": every list asks content whether the script may go out on the airing's own day. The timer
only writes down afterwards what these questions already answer.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from lantoa.broadcast.models import Airing, Station
from lantoa.broadcast.rules.airing_inside_the_hours import Session, at, sessions_on
from lantoa.broadcast.rules.airings_do_not_clash import next_free
from lantoa.common import dates
from lantoa.common.dates import VIETNAM, say
from lantoa.content.models import Citation, EditionKind, EditionVersion
from lantoa.content.queries import Airable, airable, approved_versions, states_of
from lantoa.deliveries.models import Delivery, Outcome
from lantoa.deliveries.queries import visible_deliveries
from lantoa.deliveries.tellings import current_lines, newest_lines, telling_id
from lantoa.language.folding import sort_key
from lantoa.people.models import User
from lantoa.people.queries import scope, tree
from lantoa.plans.models import Channel, PlanItem

CUT_SHORT_DAYS = 30  # after that nobody airs the same script again for what was cut


def visible_stations(user: User) -> QuerySet[Station]:
    """The stations of her units; those of the levels above to read."""
    mine = scope(user)
    stations = Station.objects.filter(unit_id__in=mine.watched | mine.above)
    return stations.select_related("unit", "serves").prefetch_related("unit__versions", "serves__versions")


def visible_airings(user: User) -> QuerySet[Airing]:
    """The airings of the stations that she sees."""
    return with_names(Airing.objects.filter(station__in=visible_stations(user).values("pk")))


def with_names(airings: QuerySet[Airing]) -> QuerySet[Airing]:
    """Everything that a list of airings shows, in a constant number of queries."""
    return airings.select_related(
        "station", "version__edition__article", "plan_item", "scheduled_by", "stopped_by"
    )


def airings_between(first: date, last: date, station_ids: Iterable[int] | None = None) -> QuerySet[Airing]:
    """Airings that start from the first to the last day, both in Vietnam and included."""
    airings = Airing.objects.filter(
        starts_at__gte=at(first, time.min), starts_at__lt=at(last + timedelta(days=1), time.min)
    )
    if station_ids is not None:
        airings = airings.filter(station_id__in=list(station_ids))
    return with_names(airings)


# -- How an airing stands ------------------------------------------------------------------------


@dataclass(frozen=True)
class Standing:
    """One airing as it stands when asked on a day.

    state: planned, waiting (its day came and nobody wrote down what happened), stopped, done, partial,
    not_done. says: why it stopped, or until when it holds; "" when there is nothing to say.
    stopped_since: the day from which the words no longer hold, None when a person stopped it.
    """

    airing: Airing
    state: str
    says: str = ""
    line: Delivery | None = None
    stopped_since: date | None = None
    recorded_stop: bool = False

    @property
    def airs(self) -> bool:
        """It will air, or has: it takes its place in the session."""
        return self.state != "stopped"

    @property
    def grade(self) -> int:
        """E0 while only planned; then that of the newest line."""
        return self.line.grade if self.line is not None else 0  # type: ignore[attr-defined]


def standings(airings: Iterable[Airing], today: date) -> list[Standing]:
    """How these airings stand, each asked for its own day.

    One round of queries when all scripts hold; one more for each day on which some script does not.
    """
    airings = list(airings)
    lines = newest_lines(a.delivery_id for a in airings if a.delivery_id)
    open_ones = [a for a in airings if not a.delivery_id and not a.stopped_at and a.day >= today]
    answers = asked_for_their_day(open_ones)
    stops = _stop_sentences([a for a in open_ones if not answers[a.pk].ok], answers)
    return [_standing(a, lines.get(a.delivery_id or 0), answers.get(a.pk), stops, today) for a in airings]


def _standing(
    airing: Airing,
    line: Delivery | None,
    answer: Airable | None,
    stops: dict[int, tuple[date | None, str]],
    today: date,
) -> Standing:
    if line is not None:
        return Standing(airing, line.outcome, line.outcome_why, line)
    if airing.stopped_at:
        return Standing(airing, "stopped", airing.stopped_why, recorded_stop=True)
    if airing.pk in stops:
        since, says = stops[airing.pk]
        return Standing(airing, "stopped", says, stopped_since=since)
    if airing.day < today:
        return Standing(airing, "waiting", "Chưa ghi kết quả.")
    ends = answer.ends_on if answer else None
    told = [answer.flag + "."] if answer and answer.flag else []
    told += [f"Sẽ hết đúng từ {say(ends)}."] if ends else []
    return Standing(airing, "planned", " ".join(told))


def asked_for_their_day(airings: Iterable[Airing]) -> dict[int, Airable]:
    """What content answers for each airing on its own day and for its own ward, by airing id.

    An answer that is good and ends later holds for every day before that end, so the first day is asked for
    all, and a later day only for what might differ.
    """
    airings = sorted(airings, key=lambda a: a.starts_at)
    if not airings:
        return {}
    first_day = airings[0].day
    known = {(first_day, pk): one for pk, one in airable({a.version_id for a in airings}, first_day).items()}

    def carries(airing: Airing) -> bool:
        early = known[first_day, airing.version_id]
        return early.ok and (early.ends_on is None or airing.day < early.ends_on)

    later: dict[date, set[int]] = defaultdict(set)
    for airing in airings:
        if airing.day != first_day and not carries(airing):
            later[airing.day].add(airing.version_id)
    for day, version_ids in later.items():
        known |= {(day, pk): one for pk, one in airable(version_ids, day).items()}
    answers = {}
    for airing in airings:
        day = airing.day if airing.version_id in later.get(airing.day, ()) else first_day
        answer = known[day, airing.version_id]
        needs_ward = airing.station.needs_ward_approval
        answers[airing.pk] = answer.at_ward(airing.station.serves_id) if needs_ward else answer
    return answers


def _stop_sentences(airings: list[Airing], answers: dict[int, Airable]) -> dict[int, tuple[date | None, str]]:
    """Airing id -> (since when, why) of those that may not air on their day."""
    found: dict[int, tuple[date | None, str]] = {}
    by_day: dict[date, list[Airing]] = defaultdict(list)
    for airing in airings:
        by_day[airing.day].append(airing)
    for day, ones in by_day.items():
        suspect = {a.version_id for a in ones if answers[a.pk].suspect}
        changes = _changes_of(suspect, day)
        for airing in ones:
            since, says = changes.get(airing.version_id, (None, ""))
            found[airing.pk] = (since, says or " ".join(answers[airing.pk].reasons))
    return found


def _changes_of(version_ids: set[int], day: date) -> dict[int, tuple[date | None, str]]:
    """Version id -> since when, and which clauses changed, in one sentence."""
    if not version_ids:
        return {}
    citations = list(
        Citation.objects.filter(version_id__in=version_ids).select_related("provision__document")
    )
    states = states_of(citations, day)
    changed: dict[int, list[tuple[date, str]]] = defaultdict(list)
    for citation in citations:
        state = states[citation.pk]
        if state.kind == "suspect" and state.on:
            changed[citation.version_id].append((state.on, str(citation.provision)))
    return {version_id: _say_change(changes) for version_id, changes in changed.items()}


def _say_change(changes: list[tuple[date, str]]) -> tuple[date, str]:
    since = min(on for on, _ in changes)
    clauses = ", ".join(dict.fromkeys(clause for _, clause in sorted(changes)))
    return since, f"Đã dừng từ {say(since)} vì {clauses} thay đổi."


# -- Lists ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SessionOfDay:
    """One session of one day with what airs in it, the minutes still free, and from when (None: full)."""

    session: Session
    standings: tuple[Standing, ...]
    free_minutes: int
    free_from: datetime | None


@dataclass(frozen=True)
class DayOfWeek:
    """One day of a station's week; other: what was put outside the present hours."""

    day: date
    sessions: tuple[SessionOfDay, ...]
    other: tuple[Standing, ...]


def week_of(station: Station, monday: date, today: date) -> list[DayOfWeek]:
    """The seven days from `monday` as the calendar shows them."""
    found = standings(airings_between(monday, monday + timedelta(days=6), [station.pk]), today)
    by_day: dict[date, list[Standing]] = defaultdict(list)
    for one in found:
        by_day[one.airing.day].append(one)
    return [
        _day_of_week(station, day, by_day[day])
        for day in (monday + timedelta(days=ahead) for ahead in range(7))
    ]


def _day_of_week(station: Station, day: date, ones: list[Standing]) -> DayOfWeek:
    sessions = []
    placed: set[int] = set()
    for session in sessions_on(station, day):
        inside = tuple(one for one in ones if session.holds(one.airing.starts_at))
        placed |= {one.airing.pk for one in inside}
        live = [one.airing for one in inside if one.airs and one.state != Outcome.NOT_DONE]
        free = max(station.minutes_a_session - sum(airing.minutes for airing in live), 0)
        free_from = next_free(1, live, session) if free else None
        sessions.append(SessionOfDay(session, inside, free, free_from))
    return DayOfWeek(day, tuple(sessions), tuple(one for one in ones if one.airing.pk not in placed))


def run_sheet(station: Station, day: date, today: date) -> list[Standing]:
    """What goes on the sheet of a day: everything that will air or has aired, nothing that is stopped."""
    return [one for one in standings(airings_between(day, day, [station.pk]), today) if one.airs]


def live_airings(station: Station, day: date, today: date) -> list[Airing]:
    """The airings of a day that take up their time: neither stopped nor cancelled by their own line."""
    ones = standings(airings_between(day, day, [station.pk]), today)
    return [one.airing for one in ones if one.airs and one.state != Outcome.NOT_DONE]


def scripts_for(station: Station, day: date) -> list[tuple[EditionVersion, Airable]]:
    """Approved radio scripts for the station's territory that may air there on the day. By title."""
    units = tree()
    near = {station.serves_id} | units.above(station.serves_id) | units.below(station.serves_id)
    scripts = approved_versions().filter(
        edition__kind=EditionKind.RADIO, edition__article__territory_id__in=near
    )
    versions = {v.pk: v for v in scripts}
    wards = [station.serves_id] if station.needs_ward_approval else []
    answers = airable(versions, day, needs_ward=wards)
    fitting = [(versions[pk], answer) for pk, answer in answers.items() if answer.ok]
    return sorted(fitting, key=lambda pair: (sort_key(pair[0].edition.article.title), pair[0].pk))


def broadcast_channel(plan_item: PlanItem | None) -> Channel | None:
    """The channel under which a station's deliveries are written: the plan item's own, else the first."""
    if plan_item is not None and plan_item.channel.medium == Channel.Medium.BROADCAST:
        return plan_item.channel
    return Channel.objects.filter(medium=Channel.Medium.BROADCAST).order_by("order", "id").first()


def to_log(user: User, today: date) -> list[Standing]:
    """Airings of her own stations whose time has come and which nobody wrote down; the oldest first."""
    mine = scope(user)
    until = at(today + timedelta(days=1), time.min)
    waiting = with_names(
        Airing.objects.filter(
            station__unit_id__in=mine.inside(),
            delivery__isnull=True,
            stopped_at__isnull=True,
            starts_at__lt=min(until, dates.now()) if today == dates.today() else until,
            starts_at__gte=at(today - timedelta(days=60), time.min),
        )
    )
    return [one for one in standings(waiting, today) if one.airs]


def cut_short(user: User, today: date) -> list[Airing]:
    """Airings of her own stations of the last weeks of which only a part was heard that does not count, and
    whose script has no later airing there; the oldest first."""
    parts = current_lines(visible_deliveries(user, today)).filter(
        outcome=Outcome.PARTIAL, counts=False, happened_on__gte=today - timedelta(days=CUT_SHORT_DAYS)
    )
    later = Airing.objects.filter(
        station=OuterRef("station"),
        version=OuterRef("version"),
        starts_at__gt=OuterRef("starts_at"),
        stopped_at__isnull=True,
    )
    mine = Airing.objects.filter(
        station__unit_id__in=scope(user, today).inside(), delivery_id__in=parts.values(id_=telling_id())
    )
    return list(with_names(mine.exclude(Exists(later))).order_by("starts_at"))


def monday_of(day: date) -> date:
    """The Monday of the week that the day lies in."""
    return day - timedelta(days=day.weekday())


def instant(day: date, hour: time) -> datetime:
    """A time of day in Vietnam."""
    return datetime.combine(day, hour, tzinfo=VIETNAM)
