"""Bảng chỉ ghi thêm: tables whose rows refuse UPDATE and DELETE by a trigger of the database itself.

Written for migrations: ``operations = [refuse_changes("deliveries_delivery")]``.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

BOTH = ("UPDATE", "DELETE")


def _sqlite(table: str, when: str, verbs: tuple[str, ...]) -> list[str]:
    guard = f" WHEN {when}" if when else ""
    return [
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}{guard} "
        f"BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
        for verb in verbs
    ]


def _postgresql(table: str, when: str, verbs: tuple[str, ...]) -> list[str]:
    guard = f" WHEN ({when})" if when else ""
    return [
        "CREATE OR REPLACE FUNCTION lantoa_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME; END $$",
        f"CREATE TRIGGER {table}_no_{'_'.join(verbs).lower()} BEFORE {' OR '.join(verbs)} ON {table} "
        f"FOR EACH ROW{guard} EXECUTE FUNCTION lantoa_append_only()",
    ]


def refuse_changes(table: str, when: str = "", verbs: tuple[str, ...] = BOTH) -> migrations.RunPython:
    """A migration step after which rows of `table` can only be added.

    when: SQL over OLD (for ("UPDATE",) over NEW too) for rows that are closed, e.g.
    ``OLD.submitted_at IS NOT NULL``; empty means every row. It must be valid on both databases.
    verbs: ("DELETE",) for rows that may be amended (a withdrawal) but never removed.
    """

    def forward(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
        make = _postgresql if editor.connection.vendor == "postgresql" else _sqlite
        for statement in make(table, when, verbs):
            editor.execute(statement, None)  # None: the % in it is no placeholder

    def back(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{'_'.join(verbs).lower()} ON {table}")
        else:
            for verb in verbs:
                editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb.lower()}")

    return migrations.RunPython(forward, back)


def lift_refusal(table: str, when: str = "", verbs: tuple[str, ...] = BOTH) -> migrations.RunPython:
    """The opposite step, for a migration that alters the table.

    SQLite makes such a table anew and would lose the triggers without a word:
    ``operations = [lift_refusal(t), AlterField(...), refuse_changes(t)]``.
    """
    refusal = refuse_changes(table, when, verbs)
    return migrations.RunPython(refusal.reverse_code or migrations.RunPython.noop, refusal.code)
