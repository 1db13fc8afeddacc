"""Hạn của từng bước duyệt: since when a version waits, by when it is due, which steps its unit asks for."""

from collections.abc import Collection, Container, Iterable
from datetime import date, datetime

from lantoa.common.dates import VIETNAM, after_working_days
from lantoa.content.models import Approval, EditionVersion, StepKind, StepRule
from lantoa.content.rules.steps_have_terms import days_for, rule_for
from lantoa.people.models import Role, Unit
from lantoa.people.queries import Tree, tree

Step = Approval.Step
OWN_LEADER = StepKind(name="Phụ trách đơn vị soạn đồng ý", role=Role.APPROVER, position=0)


def kinds_by_key(keys: Collection[str] | None = None) -> dict[str, StepKind]:
    """The further steps that offices may ask for (only of these keys), by their keys, in their order."""
    kinds = [OWN_LEADER, *StepKind.objects.select_related("seat")]
    return {kind.key: kind for kind in kinds if keys is None or kind.key in keys}


def kinds_for(unit: Unit) -> dict[str, StepKind]:
    """Those that this unit, or one above it, has thought of, by their keys."""
    chain = chain_of(unit.pk, tree())
    return {key: kind for key, kind in kinds_by_key().items() if kind.unit_id in (None, *chain)}


def due_days(versions: Iterable[EditionVersion], step: str, holidays: Container[date]) -> dict[int, date]:
    """Version id -> the last working day for this step; none for what does not wait for it yet.

    versions: with their edition and article. step: as in `Approval.step`. Four queries for any number.
    """
    versions = [one for one in versions if one.submitted_at is not None]
    since = {one.pk: one.submitted_at for one in versions if one.submitted_at}
    if step != Step.POLICY_CHECK:
        since = _passed_before(step, since)
    rules, units = list(StepRule.objects.filter(step=step)) if since else [], tree() if since else None
    found = {}
    for one in versions:
        if one.pk in since and units is not None:
            day = since[one.pk].astimezone(VIETNAM).date()
            chain = chain_of(one.edition.article.unit_id, units)
            days = days_for(step, one.edition.kind, chain, rules, day)
            found[one.pk] = after_working_days(day, days, holidays)
    return found


def _passed_before(step: str, version_ids: Collection[int]) -> dict[int, datetime]:
    """Version id -> when the newest step before this one was passed."""
    passed = Approval.objects.filter(version__in=version_ids, decision=Approval.Decision.PASSED)
    if step == Step.WARD_LEADER:
        passed = passed.filter(step=Step.LEADER)
    else:
        passed = passed.exclude(step__in=[Step.LEADER, Step.WARD_LEADER, step])
    return dict(passed.order_by("at").values_list("version_id", "at"))


def asked_steps(versions: Iterable[EditionVersion]) -> dict[int, list[StepKind]]:
    """Version id -> the further steps between policy check and leader, in order: by the rules of the day on
    which it was submitted. One query where no such rule exists; what is asked for nothing is left out.

    versions: with their edition and article.
    """
    rules = list(StepRule.objects.exclude(step__in=Step.values))
    if not rules:
        return {}
    kinds, units = kinds_by_key({rule.step for rule in rules}), tree()
    found: dict[int, list[StepKind]] = {}
    for one in versions:
        if one.submitted_at is not None:
            day = one.submitted_at.astimezone(VIETNAM).date()
            chain = chain_of(one.edition.article.unit_id, units)
            channel = one.edition.kind
            asked = [kind for key, kind in kinds.items() if rule_for(key, channel, chain, rules, day)]
            if asked:
                found[one.pk] = asked
    return found


def owed_steps(versions: Iterable[EditionVersion]) -> dict[int, list[StepKind]]:
    """Version id -> what is still missing of its further steps, in order; what lacks nothing is left out."""
    asked = asked_steps(versions)
    if not asked:
        return {}
    passed = Approval.objects.filter(version__in=asked, decision=Approval.Decision.PASSED)
    given = set(passed.values_list("version_id", "step"))
    owed = {pk: [kind for kind in kinds if (pk, kind.key) not in given] for pk, kinds in asked.items()}
    return {pk: kinds for pk, kinds in owed.items() if kinds}


def chain_of(unit_id: int, units: Tree) -> list[int]:
    """The unit and all that it lies under, nearest first."""
    chain, waiting = [], [unit_id]
    while waiting:
        one = waiting.pop(0)
        if one not in chain:
            chain.append(one)
            waiting += sorted(units.parents.get(one, set()), reverse=True)
    return chain
