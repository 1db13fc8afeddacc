"""The tables of an SQLite test database are made by the migrations once, then copied by every later run.

Eighty migrations take longer than most areas' tests. The copy is named by a hash over everything that makes
the tables; a changed migration makes a new one. PostgreSQL is migrated each time.
"""

import fcntl
import hashlib
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.db import connection

TOP = Path(__file__).parent.parent
_OURS = re.compile(r"^\s*from (lantoa\.[\w.]+) import", re.MULTILINE)
KEPT = TOP / "build" / "test-tables"  # ignored by git


def fingerprint() -> str:
    """Of the migrations, of the modules they import, and of the pinned libraries that bring their own."""
    migrations = sorted((TOP / "lantoa").glob("*/migrations/*.py"))
    called = {name for path in migrations for name in _OURS.findall(path.read_text())}
    helpers = [TOP / Path(*name.split(".")).with_suffix(".py") for name in sorted(called)]
    found = hashlib.sha256()
    for path in [*migrations, *helpers, *sorted((TOP / "config").glob("*.py")), TOP / "requirements.txt"]:
        found.update(str(path.relative_to(TOP)).encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:20]


@contextmanager
def tables_are_copied() -> Iterator[None]:
    """While test databases are created: the first process migrates and keeps, the others copy."""
    if connection.vendor != "sqlite":
        yield
        return
    kind: Any = type(connection.creation)
    create, create_empty = kind.create_test_db, kind._create_test_db
    KEPT.mkdir(parents=True, exist_ok=True)
    template = KEPT / f"{fingerprint()}.sqlite3"
    held: list[sqlite3.Connection] = []  # a database in memory lives as long as somebody is connected

    def filled(creation: Any, *args: Any, **more: Any) -> str:
        name = create_empty(creation, *args, **more)
        if template.exists():
            held.append(sqlite3.connect(name, uri=True))
            with closing(sqlite3.connect(template)) as kept:
                kept.backup(held[-1])
        return name

    def created(creation: Any, *args: Any, **more: Any) -> str:
        with (KEPT / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            name = create(creation, *args, **more)
            if not template.exists():
                part = template.with_suffix(".part")
                creation.connection.ensure_connection()
                with closing(sqlite3.connect(part)) as kept:
                    creation.connection.connection.backup(kept)
                part.rename(template)
        return name

    kind.create_test_db, kind._create_test_db = created, filled
    try:
        yield
    finally:
        kind.create_test_db, kind._create_test_db = create, create_empty
        for one in held:
            one.close()
