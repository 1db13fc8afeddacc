"""The passages of the library as an `Index`: SQLite FTS5 or PostgreSQL, the same answers from both."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db import connection
from django.db.models import Avg, BooleanField, Count, QuerySet
from django.db.models.expressions import RawSQL

from lantoa.library.models import SearchPassage
from lantoa.library.search.ranking import Passage

_SQLITE_HOLDS = (
    "library_searchpassage.id IN (SELECT rowid FROM library_searchterms WHERE library_searchterms MATCH %s)"
)
# Asked apart, so that the planner uses the index and does not walk the passages in the order asked for.
_POSTGRESQL_HOLDS = (
    "library_searchpassage.id = ANY(ARRAY("
    "SELECT held.id FROM library_searchpassage AS held WHERE lantoa_terms(held.words) @@ %s::tsquery))"
)


# (mark, term) -> passages: counting a common term takes PostgreSQL as long as all the rest of an answer.
_REMEMBERED: dict[tuple[str, str], int] = {}
MOST_REMEMBERED = 50_000


class StoredIndex:
    """An `Index` over the passages of these documents; None: of all. Terms are words of a-z and 0-9."""

    def __init__(self, documents: Sequence[int] | QuerySet[Any, int] | None = None) -> None:
        self._documents = documents

    def size(self) -> tuple[int, float]:
        told = SearchPassage.objects.aggregate(count=Count("id"), mean=Avg("length"))
        return told["count"], float(told["mean"] or 1)

    def frequencies(self, terms: Collection[str]) -> dict[str, int]:
        if connection.vendor == "postgresql":
            return _counted_by_postgresql(terms)
        return _counted_by_sqlite(terms)

    def holding(self, terms: Collection[str], most: int | None) -> list[Passage]:
        sql = _POSTGRESQL_HOLDS if connection.vendor == "postgresql" else _SQLITE_HOLDS
        holds = RawSQL(sql, [_any_of(terms)], output_field=BooleanField())  # noqa: S611 (a constant)
        passages = SearchPassage.objects.filter(holds)
        if self._documents is not None:
            passages = passages.filter(document__in=self._documents)
        if most is not None:
            passages = passages.order_by("length", "top_id")[:most]
        return [Passage(*row) for row in passages.values_list("top_id", "document_id", "words", "length")]


def _any_of(terms: Collection[str]) -> str:
    """A query for passages with any of the terms, in the language of the database."""
    if connection.vendor == "postgresql":
        return " | ".join(f"'{term[:-1]}':*" if term.endswith("*") else f"'{term}'" for term in terms)
    return " OR ".join(f'"{term[:-1]}"*' if term.endswith("*") else f'"{term}"' for term in terms)


def _counted_by_sqlite(terms: Collection[str]) -> dict[str, int]:
    whole = [term for term in terms if not term.endswith("*")]
    counted = dict.fromkeys(terms, 0)
    with connection.cursor() as cursor:
        marks = ", ".join(["%s"] * len(whole))
        sql = f"SELECT term, doc FROM library_searchvocabulary WHERE term IN ({marks})"  # noqa: S608 (only %s)
        cursor.execute(sql, whole)
        counted |= dict(cursor.fetchall())
        for term in set(terms) - set(whole):
            cursor.execute(
                "SELECT count(*) FROM library_searchterms WHERE library_searchterms MATCH %s",
                [_any_of([term])],
            )
            counted[term] = cursor.fetchone()[0]
    return counted


def _counted_by_postgresql(terms: Collection[str]) -> dict[str, int]:
    mark = _mark()
    counted = {term: _REMEMBERED[mark, term] for term in terms if (mark, term) in _REMEMBERED}
    asked = [term for term in terms if term not in counted]
    if not asked:
        return counted
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT place, (SELECT count(*) FROM library_searchpassage "
            "WHERE lantoa_terms(words) @@ query::tsquery) "
            "FROM unnest(%s::text[]) WITH ORDINALITY AS asked(query, place)",
            [[_any_of([term]) for term in asked]],
        )
        fresh = {asked[place - 1]: number for place, number in cursor.fetchall()}
    if len(_REMEMBERED) > MOST_REMEMBERED:
        _REMEMBERED.clear()
    _REMEMBERED.update({(mark, term): number for term, number in fresh.items()})
    return counted | fresh


def _mark() -> str:
    """Another one after every change of the passages, seen by whoever sees the change."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT mark::text FROM library_searchmark")
        return str(cursor.fetchone()[0])
