"""Who may read and write the library; what exists for whom is asked of the queries."""

from lantoa.library.models import Bundle
from lantoa.library.roles import CHECK, RECEIVE, WRITE
from lantoa.people.models import User
from lantoa.people.queries import scope


def may_read(user: User) -> bool:
    """Everyone who holds a duty."""
    return bool(scope(user).duties)


def may_write(user: User) -> bool:
    """Programme officers write documents, effects, policies and bundles."""
    return bool(scope(user).roles & WRITE)


def may_check(user: User) -> bool:
    """Who confirms that something agrees with its source: programme officers and policy checkers."""
    return bool(scope(user).roles & CHECK)


def may_hand_over_from(user: User, unit_id: int) -> bool:
    """A programme officer over the giving unit."""
    return scope(user).has(WRITE, unit_id)


def may_acknowledge(user: User, bundle: Bundle) -> bool:
    """Someone at work in the receiving unit itself."""
    return scope(user).has_at(RECEIVE, bundle.to_unit_id)
