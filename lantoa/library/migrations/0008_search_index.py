from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# The index itself. No words are stored twice: FTS5 without content and without places of words; GIN over
# an expression. Only an index scan is fit to answer, which the high cost tells PostgreSQL's planner.
SQLITE = [
    "CREATE VIRTUAL TABLE library_searchterms USING fts5"
    """(terms, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '_'")""",
    "CREATE VIRTUAL TABLE library_searchvocabulary USING fts5vocab(library_searchterms, row)",
    "CREATE TRIGGER library_searchpassage_in AFTER INSERT ON library_searchpassage BEGIN "
    "INSERT INTO library_searchterms(rowid, terms) VALUES (NEW.id, lantoa_terms(NEW.words)); END",
    "CREATE TRIGGER library_searchpassage_out AFTER DELETE ON library_searchpassage BEGIN "
    "INSERT INTO library_searchterms(library_searchterms, rowid, terms) "
    "VALUES ('delete', OLD.id, lantoa_terms(OLD.words)); END",
    "CREATE TRIGGER library_searchpassage_new AFTER UPDATE OF words ON library_searchpassage BEGIN "
    "INSERT INTO library_searchterms(library_searchterms, rowid, terms) "
    "VALUES ('delete', OLD.id, lantoa_terms(OLD.words)); "
    "INSERT INTO library_searchterms(rowid, terms) VALUES (NEW.id, lantoa_terms(NEW.words)); END",
]
POSTGRESQL = [
    "CREATE FUNCTION lantoa_terms(words text) RETURNS tsvector LANGUAGE sql "
    "IMMUTABLE PARALLEL SAFE STRICT COST 100000 AS $$ "
    "SELECT array_to_tsvector(coalesce(array_agg(DISTINCT term), '{}')) FROM ("
    "SELECT word AS term FROM unnest(string_to_array(words, ' ')) AS word "
    "UNION ALL SELECT word || '_' || after FROM ("
    "SELECT word, lead(word) OVER (ORDER BY place) AS after "
    "FROM unnest(string_to_array(words, ' ')) WITH ORDINALITY AS every(word, place)) AS pairs "
    "WHERE after IS NOT NULL) AS terms WHERE term <> '' AND position('|' IN term) = 0 $$",
    "CREATE INDEX library_passage_terms ON library_searchpassage USING gin (lantoa_terms(words)) "
    "WITH (fastupdate = off)",
]
SQLITE_BACK = [
    "DROP TRIGGER library_searchpassage_in",
    "DROP TRIGGER library_searchpassage_out",
    "DROP TRIGGER library_searchpassage_new",
    "DROP TABLE library_searchvocabulary",
    "DROP TABLE library_searchterms",
]
POSTGRESQL_BACK = ["DROP INDEX library_passage_terms", "DROP FUNCTION lantoa_terms"]


def make(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in POSTGRESQL if editor.connection.vendor == "postgresql" else SQLITE:
        editor.execute(statement, None)


def remove(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in POSTGRESQL_BACK if editor.connection.vendor == "postgresql" else SQLITE_BACK:
        editor.execute(statement, None)


class Migration(migrations.Migration):
    dependencies = [("library", "0007_search_passages")]

    operations = [migrations.RunPython(make, remove)]
