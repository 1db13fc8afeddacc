"""Verbs of the ledger: record a delivery, correct a line by a new one. Nothing is edited."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates, ledger
from lantoa.common.once import once, own_key
from lantoa.common.problems import Problem, must_hold
from lantoa.content.models import EditionVersion
from lantoa.content.terms import chain_of
from lantoa.deliveries.actions.proving import (
    LEDGER,
    NewEvidence,
    attach,
    problems_with_all,
    take_over_evidence,
)
from lantoa.deliveries.models import Delivery, Outcome, PartRule
from lantoa.deliveries.permissions import may_correct, may_record
from lantoa.deliveries.queries import airable_then
from lantoa.deliveries.rules.a_part_counts_by_rule import counts, problems_with_minutes, rule_on
from lantoa.deliveries.rules.correction_names_the_line import CORRECTABLE, problems_with_correction
from lantoa.deliveries.rules.line_tells_what_happened import problems_with_line
from lantoa.deliveries.rules.only_airable_messages_go_out import problems_with_message
from lantoa.deliveries.rules.result_keeps_to_its_slot import problems_with_time
from lantoa.deliveries.tellings import lock
from lantoa.library.models import Policy
from lantoa.people.models import AudienceKind, Unit, User
from lantoa.people.queries import tree
from lantoa.plans.models import Channel, PlanItem


def record_delivery(
    *,
    unit: Unit,
    channel: Channel,
    what: str,
    happened_on: date,
    outcome: str,
    by: User,
    version: EditionVersion | None = None,
    policies: Iterable[Policy] | None = None,
    audiences: Iterable[AudienceKind] | None = None,
    plan_item: PlanItem | None = None,
    planned_at: datetime | None = None,
    happened_at: datetime | None = None,
    outcome_why: str = "",
    reach_low: int | None = None,
    reach_high: int | None = None,
    minutes_played: int | None = None,
    minutes_full: int | None = None,
    note: str = "",
    point: tuple[Decimal, Decimal] | None = None,
    evidence: Sequence[NewEvidence] = (),
    needs_ward: Unit | None = None,
    key: str = "",
) -> Delivery:
    """Write one line of the ledger, with its evidence.

    version: policies and audiences are then those of its article, whatever is handed in. needs_ward: the
    ward whose leader must have approved too. reach: of the named audiences, None is unknown. minutes_played:
    of minutes_full, asked of a part whose length is known. point: latitude
    and longitude of the very place, where they were measured. key: the client's key; the same key of the same
    person gives the line written the first time. A day before today makes a late entry, told by the line
    itself (`is_late`). Raises PermissionDenied, RuleBroken.
    """
    if not may_record(by, unit.pk):
        raise PermissionDenied
    values = {
        "unit": unit,
        "channel": channel,
        "version": version,
        "plan_item": plan_item,
        "what": what.strip()[:300],
        "planned_at": planned_at,
        "happened_on": happened_on,
        "happened_at": happened_at,
        "outcome": outcome,
        "outcome_why": outcome_why.strip(),
        "reach_low": reach_low,
        "reach_high": reach_high,
        "minutes_played": minutes_played,
        "minutes_full": minutes_full,
        "note": note.strip(),
        "latitude": point[0] if point else None,
        "longitude": point[1] if point else None,
    }

    def write() -> str:
        must_hold(_problems_with(values, needs_ward) + problems_with_all(evidence))
        line = _write_line(values, policies, audiences, by)
        for piece in evidence:
            attach(line, piece, by)
        audit.log(
            by, "record_delivery", line, unit_id=unit.pk, position=line.position, days_late=line.days_late
        )
        return str(line.pk)

    with transaction.atomic():
        return Delivery.objects.get(pk=once(own_key(LEDGER, by, key), write))


def correct_delivery(
    old: Delivery,
    why: str,
    *,
    by: User,
    keep_evidence: bool = True,
    evidence: Sequence[NewEvidence] = (),
    needs_ward: Unit | None = None,
    key: str = "",
    **new_values: Any,
) -> Delivery:
    """Write a new line that names the old one; the old one stays as it is.

    new_values: what differs (fields of CORRECTABLE); the rest is taken over. keep_evidence: the old line's
    evidence proves the new one too; without it the new line has only what is handed in now. Only the newest
    line of a chain can be corrected. Raises PermissionDenied, RuleBroken; TypeError for an unknown field.
    """
    if unknown := set(new_values) - CORRECTABLE:
        raise TypeError(f"not correctable: {sorted(unknown)}")
    if not may_correct(by, old) or not may_record(by, new_values.get("unit", old.unit).pk):
        raise PermissionDenied

    def write() -> str:
        lock([old.telling_id])
        line = Delivery.objects.get(pk=old.pk)
        newer = Delivery.objects.filter(corrects=line).first()
        policies, audiences = new_values.pop("policies", None), new_values.pop("audiences", None)
        taken_over = CORRECTABLE - {"policies", "audiences"} | {"planned_at", "latitude", "longitude"}
        values = {name: getattr(line, name) for name in taken_over} | new_values
        changed = sorted(name for name in new_values if getattr(line, name) != values[name])
        # What was allowed to go out when it did stays so: a slip in a count can be mended after a withdrawal.
        goes_out_anew = line.outcome == Outcome.NOT_DONE or bool({"version", "happened_on"} & set(changed))
        moved = line.outcome == Outcome.NOT_DONE or bool({"happened_on", "happened_at"} & set(changed))
        must_hold(
            problems_with_correction(line, newer, why)
            + _problems_with(values, needs_ward, ask_message=goes_out_anew, ask_time=moved)
            + problems_with_all(evidence)
        )
        named = {"corrects": line, "original_id": line.telling_id, "correction_why": why.strip()[:300]}
        if policies is None and values["version"] is None:
            policies = list(line.policies.all())
        if audiences is None and values["version"] is None:
            audiences = list(line.audiences.all())
        fresh = _write_line(values | named, policies, audiences, by)
        if keep_evidence:
            take_over_evidence(line, fresh, why, by)
        for piece in evidence:
            attach(fresh, piece, by)
        audit.log(
            by,
            "correct_delivery",
            fresh,
            unit_id=fresh.unit_id,
            why=why,
            position=fresh.position,
            corrects=line.position,
            changed=changed,
        )
        return str(fresh.pk)

    with transaction.atomic():
        return Delivery.objects.get(pk=once(own_key(LEDGER, by, key), write))


def _problems_with(
    values: dict[str, Any], needs_ward: Unit | None, *, ask_message: bool = True, ask_time: bool = True
) -> list[Problem]:
    version, day = values["version"], values["happened_on"]
    problems = problems_with_line(
        outcome=values["outcome"],
        outcome_why=values["outcome_why"],
        happened_on=day,
        happened_at=values["happened_at"],
        reach_low=values["reach_low"],
        reach_high=values["reach_high"],
        today=dates.today(),
    )
    if ask_time and not problems:
        problems += problems_with_time(values["planned_at"], day, values["happened_at"], dates.now())
    problems += problems_with_minutes(values["outcome"], values["minutes_played"], values["minutes_full"])
    if problems or version is None or not ask_message:
        return problems
    answer = airable_then(version, day, [needs_ward.pk] if needs_ward else [])
    return problems_with_message(answer, day, values["outcome"])


def _counts(values: dict[str, Any]) -> bool:
    rule = None
    if values["outcome"] == Outcome.PARTIAL:
        rule = rule_on(chain_of(values["unit"].pk, tree()), PartRule.objects.all(), values["happened_on"])
    return counts(values["outcome"], values["minutes_played"], values["minutes_full"], rule)


def _write_line(
    values: dict[str, Any],
    policies: Iterable[Policy] | None,
    audiences: Iterable[AudienceKind] | None,
    by: User,
) -> Delivery:
    if values["outcome"] == Outcome.DONE:
        values = values | {"outcome_why": ""}
    if values["outcome"] != Outcome.PARTIAL:
        values = values | {"minutes_played": None}
    values = values | {"counts": _counts(values)}
    if (version := values["version"]) is not None:
        article = version.edition.article
        policies, audiences = article.policies.all(), article.audiences.all()
    line = Delivery.objects.create(
        position=ledger.next_position(LEDGER), recorded_by=by, recorded_at=dates.now(), **values
    )
    line.policies.set(policies or [])
    line.audiences.set(audiences or [])
    return line
