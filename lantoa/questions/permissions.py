"""Who may work on questions."""

from lantoa.people.models import Unit, User
from lantoa.people.queries import scope
from lantoa.questions.models import Question
from lantoa.questions.roles import ANSWERERS, CHECKERS


def may_take_in(user: User, unit: Unit) -> bool:
    """Officers of the place, or of the city above it."""
    return scope(user).has(ANSWERERS, unit.pk)


def may_work_on(user: User, question: Question) -> bool:
    """Officers over the unit that the question concerns."""
    return scope(user).has(ANSWERERS, question.unit_id)


def may_check_words(user: User, question: Question) -> bool:
    """Officers, policy checkers and leaders over the unit; the rule on persons comes on top."""
    return scope(user).has(CHECKERS, question.unit_id)
