"""Ai được mở tệp: every area adds the question by which it recognises its own files.

``CHECKS.append(may_open)`` with ``may_open(user, stored_file) -> bool``. No check says yes: no file.
"""

from collections.abc import Callable

from lantoa.common.models import StoredFile
from lantoa.people.models import User
from lantoa.people.queries import scope

CHECKS: list[Callable[[User, StoredFile], bool]] = []
LAW: list[Callable[[User, StoredFile], bool]] = []  # those of CHECKS whose files are law, open to every duty


def may_open(user: User, stored: StoredFile) -> bool:
    """Does an area to whose record the file belongs let this person open it?

    An onlooker sees counts: of files only the originals of the law.
    """
    checks = LAW if scope(user).only_watches else CHECKS
    return any(check(user, stored) for check in checks)
