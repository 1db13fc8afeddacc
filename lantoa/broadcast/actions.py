"""Verbs of the stations: open one, schedule an airing, stop it, write down what aired, correct that line."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.broadcast.models import Airing, Station, StationPace
from lantoa.broadcast.pace import minutes_of, paces_on
from lantoa.broadcast.permissions import may_change_station, may_log, may_open_station, may_schedule
from lantoa.broadcast.queries import airings_between, broadcast_channel, standings
from lantoa.broadcast.rules.airing_inside_the_hours import (
    problems_with_day,
    problems_with_hours_of_airing,
    session_of,
)
from lantoa.broadcast.rules.airings_do_not_clash import overlaps, problems_with_clash
from lantoa.broadcast.rules.only_approved_scripts_air import problems_with_script
from lantoa.broadcast.rules.pace_is_read_aloud import problems_with_pace
from lantoa.broadcast.rules.station_hours_in_order import problems_with_hours
from lantoa.common import audit, dates
from lantoa.common.once import once, own_key
from lantoa.common.problems import Problem, RuleBroken, must_hold, refuse
from lantoa.content.models import EditionVersion
from lantoa.content.queries import airable_one
from lantoa.deliveries.actions import NewEvidence, correct_delivery, record_delivery
from lantoa.deliveries.models import Delivery, Outcome
from lantoa.deliveries.tellings import newest_lines
from lantoa.paper.wording import clean
from lantoa.people.models import Unit, User
from lantoa.plans.models import Channel, PlanItem

RULE_FIELDS = (
    "name",
    "needs_ward_approval",
    "morning_from",
    "morning_to",
    "evening_from",
    "evening_to",
    "minutes_a_session",
    "clusters",
    "rule_basis",
    "valid_from",
    "valid_to",
)


def open_station(
    *,
    unit: Unit,
    serves: Unit,
    name: str,
    by: User,
    needs_ward_approval: bool = True,
    morning_from: time = time(5, 0),
    morning_to: time = time(6, 30),
    evening_from: time = time(17, 0),
    evening_to: time = time(18, 30),
    minutes_a_session: int = 45,
    clusters: int | None = None,
    rule_basis: str = "",
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Station:
    """A station of a unit that serves a place, with its operating rule.

    minutes_a_session: the most that may be planned for one session. Raises PermissionDenied, RuleBroken.
    """
    if not may_open_station(by, unit):
        raise PermissionDenied
    station = Station(
        unit=unit,
        serves=serves,
        name=name.strip(),
        needs_ward_approval=needs_ward_approval,
        morning_from=morning_from,
        morning_to=morning_to,
        evening_from=evening_from,
        evening_to=evening_to,
        minutes_a_session=minutes_a_session,
        clusters=clusters,
        rule_basis=rule_basis.strip(),
        valid_from=valid_from,
        valid_to=valid_to,
    )
    must_hold(_problems_with_station(station))
    with transaction.atomic():
        station.save()
        audit.log(by, "open_station", station, unit_id=unit.pk, serves=serves.pk)
    return station


def change_station(station: Station, *, by: User, why: str = "", **rule: Any) -> Station:
    """Change the operating rule (RULE_FIELDS). What is scheduled stays; what is scheduled later obeys it."""
    if unknown := set(rule) - set(RULE_FIELDS):
        raise TypeError(f"not of the operating rule: {sorted(unknown)}")
    if not may_change_station(by, station):
        raise PermissionDenied
    with transaction.atomic():
        kept = Station.objects.select_for_update().get(pk=station.pk)
        changed = {}
        for name, value in rule.items():
            before = getattr(kept, name)
            if before != value:
                changed[name] = [_plain(before), _plain(value)]
                setattr(kept, name, value)
        must_hold(_problems_with_station(kept))
        kept.save()
        audit.log(by, "change_station", kept, unit_id=kept.unit_id, why=why, changed=changed)
    return kept


def set_pace(
    station: Station, words_a_minute: int, *, valid_from: date, source: str, by: User
) -> StationPace:
    """Say at how many words a minute the station reads from a day on. Raises PermissionDenied, RuleBroken."""
    if not may_change_station(by, station):
        raise PermissionDenied
    must_hold(problems_with_pace(words_a_minute, source))
    with transaction.atomic():
        pace = StationPace.objects.create(
            station=station,
            words_a_minute=words_a_minute,
            valid_from=valid_from,
            source=clean(source).strip(),
            set_by=by,
            set_at=dates.now(),
        )
        audit.log(by, "set_pace", station, unit_id=station.unit_id, words_a_minute=words_a_minute)
    return pace


def schedule_airing(
    station: Station,
    version: EditionVersion,
    *,
    starts_at: datetime,
    minutes: int | None = None,
    by: User,
    plan_item: PlanItem | None = None,
    key: str = "",
) -> Airing:
    """Put an approved script at a time. A clash is found inside the saving transaction, station row locked.

    A slot whose script no longer holds on its day counts as free, and its stop is written down when it is
    given away. minutes: None takes what the script takes at the station's own pace. key: the client's key,
    the same key schedules once. Raises PermissionDenied, RuleBroken.
    """
    if not may_schedule(by, station):
        raise PermissionDenied
    if minutes is None:
        day = starts_at.astimezone(dates.VIETNAM).date()
        minutes = minutes_of(version, paces_on([station], day)[station.pk])

    def write() -> str:
        locked = Station.objects.select_for_update().get(pk=station.pk)
        today, day = dates.today(), starts_at.astimezone(dates.VIETNAM).date()
        must_hold(problems_with_day(starts_at, today))
        there = standings(airings_between(day, day, [locked.pk]), today)
        others = [one.airing for one in there if one.airs and one.state != Outcome.NOT_DONE]
        wards = [locked.serves_id] if locked.needs_ward_approval else []
        must_hold(
            problems_with_hours_of_airing(locked, starts_at, minutes, others)
            or problems_with_clash(starts_at, minutes, others, session_of(locked, starts_at))
            + problems_with_script(version, airable_one(version, day, wards), day)
        )
        for one in there:
            if not one.airs and not one.recorded_stop and overlaps(starts_at, minutes, one.airing):
                record_stop(one.airing, one.says)
        airing = Airing.objects.create(
            station=locked,
            version=version,
            plan_item=plan_item or version.edition.article.plan_item,
            starts_at=starts_at,
            minutes=minutes,
            scheduled_by=by,
            scheduled_at=dates.now(),
        )
        audit.log(by, "schedule_airing", airing, unit_id=locked.unit_id, starts_at=starts_at.isoformat())
        return str(airing.pk)

    with transaction.atomic():
        return Airing.objects.get(pk=once(own_key("airing", by, key), write))


def stop_airing(airing: Airing, why: str, *, by: User) -> Airing:
    """A person stops an airing that has not been written down. Raises PermissionDenied, RuleBroken."""
    if not may_schedule(by, airing.station):
        raise PermissionDenied
    with transaction.atomic():
        locked = _locked(airing)
        if locked.delivery_id:
            refuse("already_logged", "Lượt phát này đã ghi kết quả. Nếu ghi sai, hãy sửa dòng đã ghi.")
        if locked.stopped_at:
            refuse("already_stopped", f"Lượt phát này đã dừng: {locked.stopped_why}")
        if not why.strip():
            refuse("stop_why", "Ghi lý do dừng phát.", "why")
        return _stop(locked, why.strip(), by)


def record_stop(airing: Airing, why: str) -> Airing:
    """Write down that an airing is stopped because its script does not hold on its day (a timer, or whoever
    gives its slot away). Safe to run twice: what is stopped or logged already stays as it is."""
    with transaction.atomic():
        locked = _locked(airing)
        if locked.stopped_at or locked.delivery_id:
            return locked
        return _stop(locked, why, None)


def record_airing(
    airing: Airing,
    *,
    outcome: str,
    by: User,
    happened_at: datetime | None = None,
    outcome_why: str = "",
    reach_low: int | None = None,
    reach_high: int | None = None,
    minutes_played: int | None = None,
    note: str = "",
    evidence: Sequence[NewEvidence] = (),
    key: str = "",
) -> Delivery:
    """Write down, once, what became of an airing: the first line of the ledger for it.

    minutes_played: how many of its minutes were heard, where it was cut. happened_at: when it aired; the
    planned time where nothing else is said. A second record is refused (the line is corrected instead), but
    the same client key gives the first line. Raises PermissionDenied, RuleBroken.
    """
    if not may_log(by, airing):
        raise PermissionDenied

    def write() -> str:
        locked = _locked(airing)
        must_hold(_problems_with_logging(locked, outcome))
        aired_at = happened_at or locked.starts_at
        station = locked.station
        line = record_delivery(
            unit=station.serves,
            channel=_channel_of(locked),
            what=f"{locked.version.edition.article.title} ({station.name})",
            version=locked.version,
            plan_item=locked.plan_item,
            planned_at=locked.starts_at,
            happened_on=aired_at.astimezone(dates.VIETNAM).date(),
            happened_at=None if outcome == Outcome.NOT_DONE else aired_at,
            outcome=outcome,
            outcome_why=outcome_why,
            reach_low=reach_low,
            reach_high=reach_high,
            minutes_played=minutes_played,
            minutes_full=locked.minutes,
            note=note,
            evidence=evidence,
            needs_ward=station.ward_that_approves,
            by=by,
        )
        locked.delivery = line
        locked.save(update_fields=["delivery"])
        audit.log(by, "record_airing", locked, unit_id=station.unit_id, position=line.position)
        return str(line.pk)

    with transaction.atomic():
        return Delivery.objects.get(pk=once(own_key(f"aired:{airing.pk}", by, key), write))


def correct_airing_record(
    airing: Airing, why: str, *, by: User, key: str = "", **new_values: Any
) -> Delivery:
    """Correct what was written down of an airing: a new line that names the newest one of it.

    new_values: as of `deliveries.actions.correct_delivery`. Raises PermissionDenied, RuleBroken.
    """
    if not may_log(by, airing):
        raise PermissionDenied
    first_id = Airing.objects.values_list("delivery_id", flat=True).get(pk=airing.pk)
    if first_id is None:
        raise RuleBroken(Problem("nothing_logged", "Lượt phát này chưa ghi kết quả, nên chưa có gì để sửa."))
    newest = newest_lines([first_id])[first_id]
    return correct_delivery(
        newest,
        why,
        by=by,
        needs_ward=airing.station.ward_that_approves,
        key=key,
        **({"minutes_full": airing.minutes} | new_values),
    )


def _problems_with_station(station: Station) -> list[Problem]:
    named = [] if station.name.strip() else [Problem("station_name", "Ghi tên đài.", "name")]
    return named + problems_with_hours({name: getattr(station, name) for name in RULE_FIELDS})


def _problems_with_logging(airing: Airing, outcome: str) -> list[Problem]:
    if airing.delivery_id:
        return [Problem("already_logged", "Lượt phát này đã ghi kết quả. Nếu ghi sai, hãy sửa dòng đã ghi.")]
    if airing.stopped_at and outcome != Outcome.NOT_DONE:
        return [Problem("was_stopped", f"Lượt phát này đã dừng: {airing.stopped_why}")]
    return []


def _channel_of(airing: Airing) -> Channel:
    channel = broadcast_channel(airing.plan_item)
    if channel is None:
        says = "Danh mục chưa có kênh phát thanh nào. Báo người quản trị thêm kênh rồi ghi lại."
        raise RuleBroken(Problem("no_channel", says))
    return channel


def _stop(airing: Airing, why: str, by: User | None) -> Airing:
    airing.stopped_at, airing.stopped_why, airing.stopped_by = dates.now(), why[:400], by
    airing.save(update_fields=["stopped_at", "stopped_why", "stopped_by"])
    audit.log(by, "stop_airing", airing, unit_id=airing.station.unit_id, why=why)
    return airing


def _locked(airing: Airing) -> Airing:
    """The airing's row, locked; its names are read beside it (a lock reaches no nullable join)."""
    return Airing.objects.select_for_update(of=("self",)).select_related("station__serves").get(pk=airing.pk)


def _plain(value: Any) -> Any:
    return value if isinstance(value, bool | int | str | None) else str(value)
