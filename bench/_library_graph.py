"""Measured inside one database: impact of a clause, pages with their query counts, statuses of everything."""

import json
import sys
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from bench.databases import migrate
from bench.figure import Figure, milliseconds, percentile, print_figures

DOCUMENTS, PROVISIONS, RELATIONS = 2_000, 20_000, 12_000
SIZE = f"{DOCUMENTS:,} documents, {PROVISIONS:,} provisions, {RELATIONS:,} relations"
LONG = 400
DAY = date(2035, 1, 1)  # the invented law is of the years from 2031 on


def main() -> int:
    migrate()
    from bench import _law
    from tests.factories.people import make_world

    by = make_world().minh
    load(_law.documents(DOCUMENTS, PROVISIONS, RELATIONS), by)
    print_figures(_impact())
    print_figures(_statuses())
    print_figures(_pages(by))
    return 0


def load(lines: Iterable[dict[str, Any]], by: Any) -> None:
    """Through the importer, as an office would."""
    from lantoa.library.actions import load_library

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "law.jsonl"
        path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines))
        load_library(path, by=by)


def _once(action: Any) -> float:
    return milliseconds(action)[0]


def _impact() -> list[Figure]:
    """Every provision is cited once; one clause changes; what of all that is no longer good because of it?"""
    from lantoa.common import dates
    from lantoa.library.models import Effect, Provision
    from lantoa.library.queries import Pin, state_of

    rows = Provision.objects.values_list("pk", "fingerprint", "document_id", "kind")
    pins = [Pin(pk, pk, mark) for pk, mark, _, _ in rows]
    cited = {pk: document for pk, _, document, _ in rows}
    clause = next(pk for pk, _, _, kind in rows if kind == "clause")
    change = Effect.objects.create(
        kind="amend", document_id=cited[clause], provision_id=clause, on=DAY, recorded_at=dates.now()
    )

    def touched() -> list[object]:
        mine = [pin for pin in pins if cited[pin.provision_id] == change.document_id]
        return [key for key, state in state_of(mine, DAY).items() if change in state.causes]

    found = len(touched())
    taken = milliseconds(touched, 20)
    size = f"{SIZE}; {len(pins):,} citations, {found} touched"
    every = milliseconds(lambda: state_of(pins, DAY), 2)
    return [
        Figure(
            "graph: citations touched by one changed clause, p95", percentile(taken, 0.95), "ms", size, 1000
        ),
        Figure("graph: standing of every citation of the library", min(every), "ms", size),
    ]


def _statuses() -> list[Figure]:
    from lantoa.library.models import Document
    from lantoa.library.queries import disputed_documents, may_disagree, statuses

    documents = list(Document.objects.all())
    return [
        Figure(
            "graph: status of every document on a day",
            min(milliseconds(lambda: statuses(documents, DAY), 3)),
            "ms",
            SIZE,
        ),
        Figure(
            "graph: every document whose facts disagree",
            min(milliseconds(lambda: disputed_documents(Document.objects.filter(may_disagree())), 2)),
            "ms",
            SIZE,
        ),
    ]


def _pages(by: Any) -> list[Figure]:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext, override_settings
    from django.urls import reverse

    figures = []
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        client = Client()
        client.force_login(by, backend="allauth.account.auth_backends.AuthenticationBackend")
        for size in (40, LONG):
            document = _decree(size, by)
            for page, name in (("document", "page"), ("relation_graph", "lược đồ")):
                where = reverse(f"office:{page}", args=[document.pk])
                client.get(where)
                with CaptureQueriesContext(connection) as queries:
                    assert client.get(where).status_code == 200
                asked = len(queries)  # the next request empties the log
                taken = milliseconds(lambda at=where: client.get(at), 20)
                target = 300 if size == LONG else None
                told = f"{size} provisions, {document.effects_suffered.count()} effects, {asked} queries"
                figures.append(
                    Figure(f"graph: {name} of a decree, p95", percentile(taken, 0.95), "ms", told, target)
                )
    return figures


def _decree(size: int, by: Any) -> Any:
    """A decree of so many provisions, one in twenty changed by others, with thirty relations."""
    from bench import _law
    from lantoa.common import dates
    from lantoa.library.models import Document, Effect, Relation

    line = next(_law.documents(1, size, 0, seed=size))
    load([{**line, "number": str(size), "year": 2030, "issued_on": "2030-01-01"}], by)
    document = Document.objects.get(number=str(size), year=2030)
    others = list(Document.objects.exclude(pk=document.pk).order_by("pk")[:30])
    now = dates.now()
    for number, provision in enumerate(document.provisions.all()[::20]):
        facts = {"source": others[number % 30], "on": date(2026, 1, 1), "recorded_at": now}
        words = f"{provision.words} Mức mới."
        Effect.objects.create(kind="amend", document=document, provision=provision, new_words=words, **facts)
    for other in others:
        Relation.objects.create(kind="guide", source=other, target=document, recorded_at=now)
    return document


if __name__ == "__main__":
    sys.exit(main())
