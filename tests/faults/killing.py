"""Kill a real process at one database statement of a deed, and look at what the database then holds.

The process is a fork of the test, ended by SIGKILL: no exception handler, no rollback of ours, no exit hook
runs. It works on a copy of the test database (a file beside us on SQLite, a database made from a template on
PostgreSQL), so that every kill starts from the same state.
"""

import gc
import os
import signal
import sqlite3
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connections, models

# Keys and moments differ from run to run of the very same deed: PostgreSQL gives a key once, also to a row
# that is then rolled back.
KEYS_AS_WORDS = {("AuditLine", "object_id"), ("UsedKey", "result")}
PASSING = (models.AutoField, models.BigAutoField, models.ForeignKey, models.DateTimeField)

Snapshot = dict[str, list[tuple[str, ...]]]


class Copies:
    """Copies of the test database, one at a time. What they hold must have been committed."""

    def __init__(self, folder: Path) -> None:
        self.path, self.original, self.open_copy = folder / "copy", connections["default"], ExitStack()
        self.original.close()  # a database that is copied may have nobody connected

    def renew(self) -> None:
        """A fresh copy."""
        self.open_copy.close()
        self.name = self.open_copy.enter_context(_copy_of(self.original, self.path))

    def open(self) -> Any:
        """A connection of its own to the copy."""
        return _opened(self.original, self.name)


@contextmanager
def copies(folder: Path) -> Iterator[Copies]:
    made = Copies(folder)
    with made.open_copy:
        yield made


@contextmanager
def _copy_of(original: Any, path: Path) -> Iterator[str]:
    """A database with the same tables and rows; yields its name. On SQLite it is the file `path`."""
    source = original.settings_dict["NAME"]
    if original.vendor == "sqlite":
        with closing(sqlite3.connect(source, uri=True)) as rows, closing(sqlite3.connect(path)) as kept:
            rows.backup(kept)
        yield str(path)
        for left in ("", "-wal", "-shm"):
            Path(f"{path}{left}").unlink(missing_ok=True)
        return
    name = f"{source}_{path.name}"
    original.close()
    with original._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
    try:
        yield name
    finally:
        with original._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _opened(like: Any, name: str) -> Any:
    opened = connections.create_connection("default")
    opened.settings_dict = {**like.settings_dict, "NAME": name}
    return opened


def killed_at(moment: int, deed: Callable[[], object], copy: Copies) -> bool:
    """Do the deed on the copy in a process of its own, killed at its moment-th statement or commit.

    moment counts from 1; a commit counts twice, before and after. 0 kills never. True when it was killed,
    False when the deed was over before. Raises AssertionError when the deed itself failed.
    """
    child = os.fork()
    if child == 0:
        try:
            gc.disable()  # nothing of the parent is to be closed from here
            connections["default"] = _mortal(copy.open(), moment)
            deed()
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        return True
    assert os.WEXITSTATUS(status) == 0, "the deed failed by itself: see its traceback above"
    return False


def _mortal(opened: Any, moment: int) -> Any:
    passed = 0

    def step() -> None:
        nonlocal passed
        passed += 1
        if passed == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    def execute(run: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        step()
        return run(sql, params, many, context)

    commit = opened._commit

    def committed() -> Any:
        step()
        done = commit()
        step()
        return done

    opened.execute_wrappers.append(execute)
    opened._commit = committed
    return opened


def snapshot(copy: Copies) -> Snapshot:
    """What every table of ours holds, row by row, without keys and moments."""
    opened = copy.open()
    try:
        with opened.cursor() as cursor:
            return {
                model._meta.label: _rows(cursor, model) for model in apps.get_models(True) if _is_ours(model)
            }
    finally:
        opened.close()


def _is_ours(model: type[models.Model]) -> bool:
    return model.__module__.startswith("lantoa.") or model._meta.auto_created


def _rows(cursor: Any, model: type[models.Model]) -> list[tuple[str, ...]]:
    lasting = [
        field.column
        for field in model._meta.local_concrete_fields
        if not isinstance(field, PASSING) and (model.__name__, field.name) not in KEYS_AS_WORDS
    ]
    columns = ", ".join(f'"{name}"' for name in lasting) or "1"
    cursor.execute(f'SELECT {columns} FROM "{model._meta.db_table}"')
    return sorted(tuple(str(value) for value in row) for row in cursor.fetchall())
