"""Emptying the tables after a test with real transactions, past the triggers of the append-only ones."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection


@contextmanager
def flush_may_empty_ledgers() -> Iterator[None]:
    """SQLite empties tables by DELETE, which the triggers refuse: lift them for that moment.

    PostgreSQL empties by TRUNCATE, which row triggers do not see.
    """
    ops = connection.ops
    flush = ops.execute_sql_flush

    def lifted(statements: list[str]) -> Any:
        if connection.vendor != "sqlite":
            return flush(statements)
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
            for name, _ in triggers:
                cursor.execute(f'DROP TRIGGER "{name}"')
        try:
            return flush(statements)
        finally:
            with connection.cursor() as cursor:
                for _, sql in triggers:
                    cursor.execute(sql)

    ops.execute_sql_flush = lifted
    try:
        yield
    finally:
        ops.execute_sql_flush = flush
