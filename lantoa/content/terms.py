"""Hạn của từng bước duyệt: since when a version waits, by when it is due, which steps its unit asks for."""

from collections.abc import Container, Iterable
from datetime import date

from lantoa.common.dates import VIETNAM, after_working_days
from lantoa.content.models import Approval, EditionVersion, StepRule
from lantoa.content.rules.steps_have_terms import days_for, rule_for
from lantoa.people.queries import Tree, tree

Step = Approval.Step
AFTER = {Step.UNIT_LEADER: Step.POLICY_CHECK, Step.LEADER: Step.POLICY_CHECK, Step.WARD_LEADER: Step.LEADER}


def due_days(versions: Iterable[EditionVersion], step: str, holidays: Container[date]) -> dict[int, date]:
    """Version id -> the last working day for this step; none for what does not wait for it yet.

    versions: with their edition and article. Four queries for any number.
    """
    versions = [one for one in versions if one.submitted_at is not None]
    since = {one.pk: one.submitted_at for one in versions if one.submitted_at}
    if (before := AFTER.get(Step(step))) is not None:
        since = dict(
            Approval.objects.filter(
                version__in=versions, step=before, decision=Approval.Decision.PASSED
            ).values_list("version_id", "at")
        )
    rules, units = list(StepRule.objects.filter(step=step)) if since else [], tree() if since else None
    found = {}
    for one in versions:
        if one.pk in since and units is not None:
            day = since[one.pk].astimezone(VIETNAM).date()
            chain = chain_of(one.edition.article.unit_id, units)
            days = days_for(step, one.edition.kind, chain, rules, day)
            found[one.pk] = after_working_days(day, days, holidays)
    return found


def asks_unit_leader(versions: Iterable[EditionVersion]) -> set[int]:
    """Ids of those whose unit's own leader must agree before the office's leader: by the rules of the day on
    which they were submitted. One query where no such rule exists."""
    rules = list(StepRule.objects.filter(step=Step.UNIT_LEADER))
    if not rules:
        return set()
    units = tree()
    return {
        one.pk
        for one in versions
        if one.submitted_at is not None
        and rule_for(
            Step.UNIT_LEADER,
            one.edition.kind,
            chain_of(one.edition.article.unit_id, units),
            rules,
            one.submitted_at.astimezone(VIETNAM).date(),
        )
    }


def unit_leader_missing(versions: Iterable[EditionVersion]) -> set[int]:
    """Of these the ids that still lack the word of their unit's own leader."""
    asked = asks_unit_leader(versions)
    given = Approval.objects.filter(
        version__in=asked, step=Step.UNIT_LEADER, decision=Approval.Decision.PASSED
    )
    return asked - set(given.values_list("version_id", flat=True)) if asked else asked


def chain_of(unit_id: int, units: Tree) -> list[int]:
    """The unit and all that it lies under, nearest first."""
    chain, waiting = [], [unit_id]
    while waiting:
        one = waiting.pop(0)
        if one not in chain:
            chain.append(one)
            waiting += sorted(units.parents.get(one, set()), reverse=True)
    return chain
