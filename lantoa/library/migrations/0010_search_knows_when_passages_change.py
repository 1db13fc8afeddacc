from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# PostgreSQL counts the passages of a term by looking at each of them; SQLite keeps the counts itself. The
# mark changes with the passages, in their transaction, so that a count may be remembered for as long as it
# stands. A new random value each time: a number would come again after a transaction that was rolled back.
POSTGRESQL = [
    "CREATE TABLE library_searchmark (mark uuid NOT NULL)",
    "INSERT INTO library_searchmark VALUES (gen_random_uuid())",
    "CREATE FUNCTION library_searchpassage_changed() RETURNS trigger LANGUAGE plpgsql AS $$ "
    "BEGIN UPDATE library_searchmark SET mark = gen_random_uuid(); RETURN NULL; END $$",
    "CREATE TRIGGER library_searchpassage_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE "
    "ON library_searchpassage FOR EACH STATEMENT EXECUTE FUNCTION library_searchpassage_changed()",
]
POSTGRESQL_BACK = [
    "DROP TRIGGER library_searchpassage_changed ON library_searchpassage",
    "DROP FUNCTION library_searchpassage_changed",
    "DROP TABLE library_searchmark",
]


def make(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        for statement in POSTGRESQL:
            editor.execute(statement, None)


def remove(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        for statement in POSTGRESQL_BACK:
            editor.execute(statement, None)


class Migration(migrations.Migration):
    dependencies = [("library", "0009_rehearsals")]

    operations = [migrations.RunPython(make, remove)]
