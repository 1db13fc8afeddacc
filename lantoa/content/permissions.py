"""Who may do what to articles: answers by duty alone. What rules say about persons comes on top."""

from dataclasses import replace

from lantoa.common import dates
from lantoa.content.models import Edition, StepKind
from lantoa.content.rules.office_approves_ward_signs import as_office_leader
from lantoa.people.models import Role, Unit, User
from lantoa.people.queries import Scope, scope

WRITERS = frozenset({Role.EDITOR, Role.PROGRAMME_OFFICER, Role.WARD_OFFICER})
WITHDRAWERS = frozenset({Role.PROGRAMME_OFFICER, Role.APPROVER})
RECORDERS = frozenset({Role.CLERK, Role.PROGRAMME_OFFICER})


def may_write(user: User, unit_id: int) -> bool:
    """Editors, programme officers and ward officers, for the units that their duties cover."""
    return scope(user, dates.today()).has(WRITERS, unit_id)


def may_check(user: User, edition: Edition) -> bool:
    """A policy checker over the unit that wrote it."""
    return checks_at(user, edition) is not None


def may_approve(user: User, edition: Edition) -> bool:
    """A leader of an office (not of a ward) that covers the unit that wrote it."""
    return leads_at(user, edition) is not None


def may_approve_for_ward(user: User, ward: Unit) -> bool:
    """The leader of this very ward: being over it is not enough."""
    return scope(user, dates.today()).has_at(Role.APPROVER, ward.pk)


def may_withdraw(user: User, edition: Edition) -> bool:
    """A programme officer or leader over the unit; nobody below takes back what was approved above."""
    return scope(user, dates.today()).has(WITHDRAWERS, edition.article.unit_id)


def may_record_paper(user: User, edition: Edition) -> bool:
    """Clerks and programme officers over the unit enter what a leader signed on paper."""
    return scope(user, dates.today()).has(RECORDERS, edition.article.unit_id)


def may_clear(user: User, edition: Edition) -> bool:
    """Whoever may check or approve may say that a cited clause still holds."""
    return may_check(user, edition) or may_approve(user, edition)


def may_comment(user: User, edition: Edition) -> bool:
    """Whoever writes, checks or approves what this unit tells may say something about a passage."""
    return may_write(user, edition.article.unit_id) or may_check(user, edition) or may_approve(user, edition)


def may_set_steps(user: User, unit_id: int) -> bool:
    """Only an administrator over the unit says how its editions are approved."""
    return scope(user, dates.today()).has(Role.ADMINISTRATOR, unit_id)


def gives_at(user: User, edition: Edition, kind: StepKind) -> Unit | None:
    """The unit of the duty by which she gives a further step: its very seat, being over it is not enough."""
    seat_id = kind.seat_id or edition.article.unit_id
    duties = scope(user, dates.today()).duties
    found = (duty.unit for duty in duties if duty.role == kind.role and duty.unit_id == seat_id)
    return next(found, None)


def checks_at(user: User, edition: Edition) -> Unit | None:
    """The unit of the duty by which she may check this edition."""
    return _unit_of_duty(scope(user, dates.today()), Role.POLICY_CHECKER, edition.article.unit_id)


def leads_at(user: User, edition: Edition) -> Unit | None:
    """The office of the duty by which she may approve this edition as a leader."""
    mine = as_office_leader(scope(user, dates.today()))
    return _unit_of_duty(mine, Role.APPROVER, edition.article.unit_id)


def _unit_of_duty(mine: Scope, role: Role, unit_id: int) -> Unit | None:
    for duty in mine.duties:
        if replace(mine, duties=(duty,), _inside={}).has(role, unit_id):
            return duty.unit
    return None
