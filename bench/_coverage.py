"""Measured inside one database: any matrix, the suspect list after a new effect, the pages."""

import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

from bench.databases import migrate
from bench.figure import Figure, milliseconds, print_figures

TIMES = int(os.environ.get("LANTOA_BENCH_TIMES", "1"))
EDITIONS, CITATIONS, DELIVERIES = 5_000 * TIMES, 25_000 * TIMES, 300_000 * TIMES
COLD, WARM, SUSPECT, WORK = (400, 100, 1_000, 200) if TIMES == 1 else (2_000, 2_000, 5_000, 2_000)
RUNS = 7  # of each matrix and page; the fastest is printed, so that another program's work does not count
SIZE = f"{EDITIONS:,} editions, {CITATIONS:,} citations, {DELIVERIES:,} deliveries, 120 wards"


def main() -> int:
    migrate()
    from bench import _ledger
    from lantoa.common import dates
    from tests.factories.people import make_world

    dates.move_today(_ledger.TODAY)
    world = make_world()
    loaded = milliseconds(lambda: _ledger.load(world, EDITIONS, CITATIONS, DELIVERIES))[0]
    print(f"  loaded in {loaded / 1000:.0f} s", flush=True)
    _settle()
    print_figures(_roll_up())
    _settle()
    print_figures(_suspects(world.minh))
    print_figures(_matrices(world.minh))
    print_figures(_pages(world.minh))
    return 0


def _settle() -> None:
    """What the databases do by themselves in time: statistics of the tables, in PostgreSQL tidying up too."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def _queries(ask: Callable[[], object]) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as seen:
        ask()
    return len(seen)


def _roll_up() -> list[Figure]:
    from lantoa.coverage.models import Tally
    from lantoa.coverage.roll_up import rebuild

    taken = milliseconds(rebuild)[0]
    return [
        Figure("coverage: all sums made from nothing", taken / 1000, "s", f"{Tally.objects.count():,} sums")
    ]


def _matrices(by: Any) -> Iterator[Figure]:
    from datetime import date

    from bench._ledger import FIRST, TODAY
    from lantoa.coverage.first_told import first_tellings
    from lantoa.coverage.matrix import Axis, crossed
    from lantoa.coverage.queries import Asked, matrix
    from lantoa.coverage.remembered import forget
    from lantoa.people.models import AudienceKind
    from lantoa.people.queries import scope

    poor = AudienceKind.objects.get(key="ho-ngheo")
    mine = scope(by)
    questions = {
        "this year": Asked(TODAY, date(2034, 1, 1), TODAY),
        "three years": Asked(TODAY, FIRST, TODAY),
        "three years, one group, proved": Asked(TODAY, FIRST, TODAY, poor, least_grade=3),
    }
    for name, asked in questions.items():
        forget()
        size = f"{SIZE}; {_queries(lambda a=asked: matrix(mine, a))} queries"
        cold = _cold(lambda a=asked: matrix(mine, a))
        warm = min(milliseconds(lambda a=asked: matrix(mine, a), RUNS))
        yield Figure(f"coverage: policy x ward, {name}, cold", cold, "ms", size, COLD)
        yield Figure(f"coverage: policy x ward, {name}, warm", warm, "ms", size, WARM)
    for axes in ((Axis.MONTH, Axis.CHANNEL), (Axis.POLICY, Axis.MONTH), (Axis.AUDIENCE, Axis.UNIT)):
        for name in ("this year", "three years"):
            names = f"coverage: {axes[0].name.lower()} x {axes[1].name.lower()}, {name}"
            cold = _cold(lambda a=axes, n=name: crossed(mine, a, questions[n]))
            warm = min(milliseconds(lambda a=axes, n=name: crossed(mine, a, questions[n]), RUNS))
            yield Figure(f"{names}, cold", cold, "ms", SIZE, COLD)
            yield Figure(f"{names}, warm", warm, "ms", SIZE, WARM)
    table = matrix(mine, questions["this year"])
    soon = milliseconds(lambda: first_tellings(table))[0]
    yield Figure("coverage: days to the first telling, all policies and wards", soon, "ms", SIZE)
    if TIMES == 1:  # it grows with every line
        naive = milliseconds(lambda: matrix(mine, questions["this year"], from_ledger=True))[0]
        yield Figure("coverage: policy x ward, this year, from every line (naive)", naive, "ms", SIZE)


def _cold(ask: Callable[[], object]) -> float:
    """Milliseconds of a process that remembers no answer; the best of as many as where it does."""
    from lantoa.coverage.remembered import forget

    def afresh() -> object:
        forget()
        return ask()

    return min(milliseconds(afresh, RUNS))


def _suspects(by: Any) -> list[Figure]:
    from datetime import timedelta

    from bench._ledger import TODAY
    from lantoa.common import dates
    from lantoa.content.models import Citation
    from lantoa.content.queries import suspects
    from lantoa.library.models import Effect
    from lantoa.people.queries import scope

    cited = Citation.objects.select_related("provision").first()
    mine = scope(by)
    found: list[int] = []

    def strike() -> None:
        Effect.objects.create(
            kind="amend",
            document_id=cited.provision.document_id,
            provision_id=cited.provision_id,
            on=TODAY - timedelta(days=len(found)),
            recorded_at=dates.now(),
        )
        found.append(len(suspects(TODAY, mine)))

    taken = min(milliseconds(strike, 2))
    asked = _queries(lambda: suspects(TODAY, mine))
    size = f"{SIZE}; {found[-1]} suspect, {asked} queries"
    figures = [Figure("suspects: a new effect to the full list", taken, "ms", size, SUSPECT)]
    if TIMES == 1:  # it grows with every citation
        naive = milliseconds(_every_citation)[0]
        figures.append(Figure("suspects: the same from every citation (naive)", naive, "ms", SIZE))
    return figures


def _every_citation() -> int:
    """The suspect list as one would first write it: fetch every citation of every edition, judge each."""
    from bench._ledger import TODAY
    from lantoa.content.models import Citation
    from lantoa.content.queries import states_of

    cited = Citation.objects.select_related("provision__document", "version__edition__article")
    states = states_of(cited, TODAY)
    return sum(state.kind in ("suspect", "unknown") for state in states.values())


def _pages(by: Any) -> Iterator[Figure]:
    from django.test import Client
    from django.test.utils import override_settings

    pages = {
        "my work": "/viec-cua-toi/",
        "coverage, policy x ward": "/do-phu/",
        "coverage, the gaps": "/do-phu/khoang-trong/",
        "coverage, month x channel": "/do-phu/hai-chieu/",
        "coverage, policy x month": "/do-phu/hai-chieu/?hang=chinh-sach&cot=thang",
    }
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        client = Client()
        client.force_login(by, backend="allauth.account.auth_backends.AuthenticationBackend")
        for name, where in pages.items():
            answer = client.get(where)
            assert answer.status_code == 200, where
            packed = len(client.get(where, headers={"accept-encoding": "gzip"}).content)
            size = f"{SIZE}; {_queries(lambda a=where: client.get(a))} queries, "
            size += f"{len(answer.content):,} bytes, {packed:,} over the line"
            goal = WORK if name == "my work" else None
            if goal is None:
                yield Figure(f"page: {name}, cold", _cold(lambda a=where: client.get(a)), "ms", size)
            warm = min(milliseconds(lambda a=where: client.get(a), RUNS))
            yield Figure(f"page: {name}, warm", warm, "ms", size, goal)


if __name__ == "__main__":
    sys.exit(main())
