"""Ai được mở tệp: every area adds the question by which it recognises its own files.

``CHECKS.append(may_open)`` with ``may_open(user, stored_file) -> bool``. No check says yes: no file.
"""

from collections.abc import Callable

from lantoa.common.models import StoredFile
from lantoa.people.models import User

CHECKS: list[Callable[[User, StoredFile], bool]] = []


def may_open(user: User, stored: StoredFile) -> bool:
    """Does any area let this person open the file?"""
    return any(check(user, stored) for check in CHECKS)
