"""Many rows into a table at once, past the models: a measured office has more than a million of them."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any


def write(model: Any, names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Insert rows of these fields (by attribute name) into the table of a model.

    Values go as the database takes them: dates and instants as such, null as None.
    """
    from django.db import connection, transaction

    fields = [model._meta.get_field(name) for name in names]
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    table = connection.ops.quote_name(model._meta.db_table)
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        marks = ", ".join("%s" for _ in fields)
        ready = (tuple(map(_for_sqlite, row)) for row in rows)
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", ready)


def _for_sqlite(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ")
    return value.isoformat() if isinstance(value, date) else value


def count_on_from(model: Any) -> None:
    """Let the ids that the database gives out follow those that were written."""
    from django.core.management.color import no_style
    from django.db import connection

    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [model]):
            cursor.execute(statement)
