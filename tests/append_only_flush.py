"""Emptying the tables after a test with real transactions, past the triggers of the append-only ones."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection


@contextmanager
def flush_may_empty_ledgers() -> Iterator[None]:
    """SQLite empties tables by DELETE, which the triggers refuse: lift them for that moment.

    PostgreSQL empties by TRUNCATE, which row triggers do not see. Set on the class: the browser's event
    loop makes Django open a second connection object, which must know it too.
    """
    kind = type(connection.ops)
    flush = kind.execute_sql_flush

    def lifted(ops: Any, statements: list[str]) -> Any:
        if ops.connection.vendor != "sqlite":
            return flush(ops, statements)
        with ops.connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            # Only those that refuse: what search keeps must go with the rows it is made from.
            triggers = [(name, sql) for name, sql in cursor.fetchall() if "RAISE" in sql.upper()]
            for name, _ in triggers:
                cursor.execute(f'DROP TRIGGER "{name}"')
        try:
            return flush(ops, statements)
        finally:
            with ops.connection.cursor() as cursor:
                for _, sql in triggers:
                    cursor.execute(sql)

    kind.execute_sql_flush = lifted
    try:
        yield
    finally:
        kind.execute_sql_flush = flush
