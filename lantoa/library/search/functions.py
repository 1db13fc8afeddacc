"""`lantoa_terms(words)`, known to both databases: what a passage is found by. Called by their triggers.

SQLite borrows it from Python at each connection; PostgreSQL gets its own of the same meaning by a
migration, and a test holds the two equal.
"""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from lantoa.library.search.words import terms_of


def teach_sqlite(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Make `lantoa_terms` known to a new connection, if it is one to SQLite."""
    if connection.vendor == "sqlite":
        connection.connection.create_function("lantoa_terms", 1, _terms_text, deterministic=True)


def _terms_text(words: str) -> str:
    return " ".join(sorted(terms_of(words)))
