"""The passages of the library as an `Index`: SQLite FTS5 or PostgreSQL, the same answers from both."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import BooleanField, QuerySet
from django.db.models.expressions import RawSQL

from lantoa.library.models import SearchPassage
from lantoa.library.search.passages import Passage, Top
from lantoa.library.search.words import words_of

_SQLITE_HOLDS = (
    "library_searchpassage.id IN (SELECT rowid FROM library_searchterms WHERE library_searchterms MATCH %s)"
)
# Asked apart, so that the planner uses the index and does not walk the passages in the order asked for.
_POSTGRESQL_HOLDS = (
    "library_searchpassage.id = ANY(ARRAY("
    "SELECT held.id FROM library_searchpassage AS held WHERE lantoa_terms(held.words) @@ %s::tsquery))"
)
# Which passages hold each of several terms: (place of the term, id of the passage).
_SQLITE_EACH = "SELECT %s, rowid FROM library_searchterms WHERE library_searchterms MATCH %s"
_POSTGRESQL_EACH = (
    "SELECT place - 1, one.id FROM unnest(%s::text[]) WITH ORDINALITY AS asked(query, place), "
    "LATERAL (SELECT held.id FROM library_searchpassage AS held "
    "WHERE lantoa_terms(held.words) @@ query::tsquery) AS one"
)
_PASSAGE = "top_id, document_id, words, length"
# The parts of passages: no article lies in another passage, and what lies in a chapter is a passage itself.
_PARTS = (
    "WITH RECURSIVE part(top, id, place, kind) AS ("
    "SELECT id, id, -1, kind FROM library_provision WHERE id IN ({}) UNION ALL "
    'SELECT part.top, inner_one.id, inner_one."order", inner_one.kind FROM part '
    "JOIN library_provision AS inner_one ON inner_one.parent_id = part.id "
    "LEFT JOIN library_effect AS addition ON addition.id = inner_one.added_by_id "
    "WHERE part.kind NOT IN ('part', 'chapter', 'section') AND inner_one.kind <> 'article' "
    "AND addition.withdrawn_at IS NULL) "
    "SELECT top, id FROM part ORDER BY top, place, id"
)

# (mark, term) -> passages: counting a common term takes PostgreSQL as long as all the rest of an answer.
_REMEMBERED: dict[tuple[str, str], int] = {}
MOST_REMEMBERED = 50_000


class StoredIndex:
    """An `Index` over the passages of these documents; None: of all. Terms are words of a-z and 0-9."""

    def __init__(self, documents: Sequence[int] | QuerySet[Any, int] | None = None) -> None:
        self._documents = documents

    def size(self) -> tuple[int, float]:
        ((count, mean),) = _rows("SELECT count(*), avg(length) FROM library_searchpassage")
        return count, float(mean or 1)

    def frequencies(self, terms: Collection[str]) -> dict[str, int]:
        if connection.vendor == "postgresql":
            return _counted_by_postgresql(terms)
        return _counted_by_sqlite(terms)

    def holding(self, terms: Collection[str]) -> dict[str, list[int]]:
        terms = list(terms)
        inside = self._inside()
        holding: dict[str, list[int]] = {term: [] for term in terms}
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(_POSTGRESQL_EACH, [[_any_of([term]) for term in terms]])
            else:
                each = " UNION ALL ".join([_SQLITE_EACH] * len(terms))
                cursor.execute(each, [one for at, term in enumerate(terms) for one in (at, _any_of([term]))])
            for at, passage in cursor.fetchall():
                if inside is None or passage in inside:
                    holding[terms[at]].append(passage)
        return holding

    def passages(self, ids: Collection[int]) -> list[Passage]:
        if not ids:
            return []
        sql = f"SELECT {_PASSAGE} FROM library_searchpassage WHERE id IN ({_marks(ids)})"  # noqa: S608 (only %s)
        return [Passage(*row) for row in _rows(sql, ids)]

    def shortest(self, term: str, most: int) -> list[Passage]:
        sql = _POSTGRESQL_HOLDS if connection.vendor == "postgresql" else _SQLITE_HOLDS
        holds = RawSQL(sql, [_any_of([term])], output_field=BooleanField())  # noqa: S611 (a constant)
        passages = SearchPassage.objects.filter(holds)
        if self._documents is not None:
            passages = passages.filter(document__in=self._documents)
        found = passages.order_by("length", "top_id")[:most]
        return [Passage(*row) for row in found.values_list("top_id", "document_id", "words", "length")]

    def tops(self, keys: Collection[int]) -> dict[int, Top]:
        sql = f"SELECT id, heading, number FROM library_provision WHERE id IN ({_marks(keys)})"  # noqa: S608
        return {pk: Top(_folded(heading), _as_int(number)) for pk, heading, number in _rows(sql, keys)}

    def _inside(self) -> set[int] | None:
        """The ids of the passages of the documents that are searched; None: of all."""
        if self._documents is None:
            return None
        passages = SearchPassage.objects.filter(document__in=self._documents)
        return set(passages.order_by().values_list("pk", flat=True))


def parts_of_passages(tops: Collection[int]) -> dict[int, list[int]]:
    """Id of the top provision of a passage -> the ids of the provisions that are its lines, in order, as
    `keeping` gathers them. One query, which reads no words."""
    found: dict[int, list[int]] = {top: [] for top in tops}
    if tops:
        for top, part in _rows(_PARTS.format(_marks(tops)), tops):
            found[top].append(part)
    return found


def _rows(sql: str, values: Collection[Any] = ()) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        return list(cursor.fetchall())


def _marks(values: Collection[Any]) -> str:
    return ", ".join(["%s"] * len(values))


@lru_cache(maxsize=4_096)
def _folded(heading: str) -> str:
    return " ".join(words_of(heading))


def _as_int(number: str) -> int:
    digits = re.match(r"\d{1,4}", number)
    return int(digits[0]) if digits else 0


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
