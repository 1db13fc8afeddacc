"""Khóa kế hoạch đã ban hành: the database itself refuses to edit an issued plan or any part of it.

Written for migrations. What may still change on an issued plan: its state (replaced, closed), the deadline
it sets the wards, and the unit it is kept at (handover); never what stands on the paper.

A later migration that alters plans_plan on SQLite must first run `unseal()` and then `seal()` again: SQLite
builds altered tables anew, and triggers that read the table would stop it.
"""

from collections.abc import Iterator

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

OUT = "('issued', 'replaced', 'closed')"
ON_PAPER = [
    "title",
    "kind",
    "year",
    "number",
    "number_year",
    "symbol",
    "place",
    "issued_on",
    "superior_name",
    "issuer_name",
    "opening",
    "closing",
    "annexes",
    "on_behalf_of",
    "signing_mode",
    "head_title",
    "signer_title",
    "signer_name",
    "changes_id",
    "change_kind",
    "signed_scan_id",
    "signed_by_id",
    "signed_at",
    "written_by_id",
]
EDITED = f"OLD.state IN {OUT} AND ({' OR '.join(f'OLD.{c} IS DISTINCT FROM NEW.{c}' for c in ON_PAPER)})"
BACK_TO_DRAFT = f"(OLD.state IN {OUT} AND NEW.state NOT IN {OUT})"
PLAN_UPDATE = f"({EDITED}) OR {BACK_TO_DRAFT}"
PLAN_DELETE = f"OLD.state IN {OUT}"

OWN = "{row}.plan_id"
OF_ITEM = "(SELECT i.plan_id FROM plans_planitem i WHERE i.id = {row}.%s)"
# table -> the plan that a row of it belongs to
PARTS = {
    "plans_legalbasis": OWN,
    "plans_plansection": OWN,
    "plans_planaudience": OWN,
    "plans_plantopic": OWN,
    "plans_planchannel": OWN,
    "plans_plantask": OWN,
    "plans_fundingsource": OWN,
    "plans_recipient": OWN,
    "plans_planitem": OWN,
    "plans_itemmoney": OF_ITEM % "item_id",
    "plans_planitem_topics": OF_ITEM % "planitem_id",
    "plans_planitem_policies": OF_ITEM % "planitem_id",
    "plans_planitem_audiences": OF_ITEM % "planitem_id",
    "plans_planitem_units": OF_ITEM % "planitem_id",
}
VERBS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


def _is_out(plan: str, rows: tuple[str, ...]) -> str:
    plans = [plan.format(row=row) for row in rows]
    asked = [f"(SELECT p.state FROM plans_plan p WHERE p.id = {one}) IN {OUT}" for one in plans]  # noqa: S608 - our constants
    return " OR ".join(asked)


def _sqlite(table: str, plan: str) -> Iterator[str]:
    for verb, rows in VERBS.items():
        yield (
            f"CREATE TRIGGER {table}_sealed_{verb.lower()} BEFORE {verb} ON {table} "
            f"WHEN {_is_out(plan, rows)} BEGIN SELECT RAISE(ABORT, 'issued plan: {table}'); END"
        )


def _postgresql(table: str, plan: str) -> Iterator[str]:
    for verb, rows in VERBS.items():
        name = f"{table}_sealed_{verb.lower()}"
        kept = "OLD" if verb == "DELETE" else "NEW"
        yield (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {_is_out(plan, rows)} THEN RAISE EXCEPTION 'issued plan: {table}'; END IF; "
            f"RETURN {kept}; END $$"
        )
        yield f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"


def _seal(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    make = _postgresql if editor.connection.vendor == "postgresql" else _sqlite
    for table, plan in PARTS.items():
        for statement in make(table, plan):
            editor.execute(statement, None)  # None: a % in it is no placeholder


def _unseal(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    for table in PARTS:
        for verb in VERBS:
            name = f"{table}_sealed_{verb.lower()}"
            if editor.connection.vendor == "postgresql":
                editor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
                editor.execute(f"DROP FUNCTION IF EXISTS {name}()")
            else:
                editor.execute(f"DROP TRIGGER IF EXISTS {name}")


def seal() -> migrations.RunPython:
    """A migration step after which no row of an issued plan's parts is added, changed or removed."""
    return migrations.RunPython(_seal, _unseal)


def unseal() -> migrations.RunPython:
    """The step before a later migration touches these tables; `seal()` again after it."""
    return migrations.RunPython(_unseal, _seal)
