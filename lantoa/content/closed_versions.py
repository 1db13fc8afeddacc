"""Phiên bản đã gửi: what hangs on a submitted version refuses INSERT, UPDATE and DELETE by database trigger.

Written for migrations, beside `lantoa.common.append_only`, which closes the rows of one table by their own
columns; here a row is closed by the version that it belongs to.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

CLOSED = (
    "EXISTS (SELECT 1 FROM content_editionversion v "
    "WHERE v.id = {row}.{column} AND v.submitted_at IS NOT NULL)"
)
ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


def _sqlite(table: str, column: str) -> list[str]:
    statements = []
    for verb, rows in ROWS.items():
        when = " OR ".join(CLOSED.format(row=row, column=column) for row in rows)
        statements.append(
            f"CREATE TRIGGER {table}_closed_{verb.lower()} BEFORE {verb} ON {table} WHEN {when} "
            f"BEGIN SELECT RAISE(ABORT, 'submitted: {table}'); END"
        )
    return statements


def _postgresql(table: str, column: str) -> list[str]:
    # A WHEN clause of PostgreSQL knows no sub-select, so the question stands in the function.
    old, new = (CLOSED.format(row=row, column=column) for row in ("OLD", "NEW"))
    return [
        f"CREATE FUNCTION {table}_closed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP <> 'INSERT' THEN IF {old} THEN RAISE EXCEPTION 'submitted: {table}'; END IF; END IF; "
        f"IF TG_OP <> 'DELETE' THEN IF {new} THEN RAISE EXCEPTION 'submitted: {table}'; END IF; RETURN NEW; "
        "END IF; RETURN OLD; END $$",
        f"CREATE TRIGGER {table}_closed BEFORE INSERT OR UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_closed()",
    ]


def refuse_once_submitted(table: str, column: str) -> migrations.RunPython:
    """A migration step after which rows of `table` whose version was submitted can no longer change.

    column: the column of `table` that names the version.
    """

    def forward(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
        make = _postgresql if editor.connection.vendor == "postgresql" else _sqlite
        for statement in make(table, column):
            editor.execute(statement, None)

    def back(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(f"DROP TRIGGER IF EXISTS {table}_closed ON {table}")
            editor.execute(f"DROP FUNCTION IF EXISTS {table}_closed()")
        else:
            for verb in ROWS:
                editor.execute(f"DROP TRIGGER IF EXISTS {table}_closed_{verb.lower()}")

    return migrations.RunPython(forward, back)
