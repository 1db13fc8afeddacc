"""Who may work on questions."""

from lantoa.people.models import Role, Unit, User
from lantoa.people.queries import scope
from lantoa.questions.models import Question

ANSWERERS = {Role.PROGRAMME_OFFICER, Role.WARD_OFFICER}


def may_take_in(user: User, unit: Unit) -> bool:
    """Officers of the place, or of the city above it."""
    return scope(user).has(ANSWERERS, unit.pk)


def may_work_on(user: User, question: Question) -> bool:
    """Officers over the unit that the question concerns."""
    return scope(user).has(ANSWERERS, question.unit_id)
