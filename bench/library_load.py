"""Loading law that is data already, on each kind of database; citations of papers of our own making."""

import sys

from bench.databases import migrate, run_on_each
from bench.figure import Figure, milliseconds, print_figures
from lantoa.commands.django_ready import ready

DOCUMENTS, PROVISIONS, RELATIONS = 2_000, 20_000, 12_000


def measure() -> int:
    print_figures(_papers())
    return run_on_each("bench.library_load")


def _papers() -> list[Figure]:
    """How many citations of the invented papers of the tests are found, and how many found are right."""
    ready()
    from lantoa.library.understanding import understand_lines
    from tests.library.law_papers import PAPERS, said

    wanted = {(paper.name, one) for paper in PAPERS for one in paper.cites}
    found = {
        (paper.name, said(one.citation))
        for paper in PAPERS
        for one in understand_lines(paper.text.splitlines()).cited
    }
    right = len(wanted & found)
    size = f"{len(PAPERS)} papers, {len(wanted)} citations"
    return [
        Figure("papers of our own: citations found", 100 * right / len(wanted), "%", size, 95, True),
        Figure("papers of our own: citations that are right", 100 * right / len(found), "%", size, 99, True),
    ]


def _load() -> list[Figure]:
    """In this run's own database: load, load again, and how much memory it took at most."""
    import json
    import resource
    import tempfile
    from datetime import date
    from pathlib import Path

    from bench._law import documents
    from lantoa.library.actions import load_library
    from lantoa.library.models import Document, Provision, Relation
    from lantoa.people.models import Duty, Role, Unit, User

    by = User.objects.create(username="minh", full_name="Đỗ Quang Minh")
    office = Unit.objects.create(key="office")
    Duty.objects.create(user=by, role=Role.PROGRAMME_OFFICER, unit=office, valid_from=date(2020, 1, 1))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "law.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for line in documents(DOCUMENTS, PROVISIONS, RELATIONS):
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        accounts = []
        taken = [milliseconds(lambda: accounts.append(load_library(path, by=by)))[0] for _ in range(2)]
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    stand = Document.objects.count(), Provision.objects.count(), Relation.objects.count()
    size = f"{stand[0]:,} documents, {stand[1]:,} provisions, {stand[2]:,} relations"
    refused = sum(getattr(accounts[0], name).refused for name in ("documents", "provisions", "relations"))
    new_again = sum(getattr(accounts[1], name).new for name in ("documents", "provisions", "relations"))
    return [
        Figure("library load: everything", taken[0] / 1000, "s", size),
        Figure("library load: lines refused", refused, "rows", size, 0),
        Figure("library load: the same file again", taken[1] / 1000, "s", size),
        Figure("library load: new rows the second time", new_again, "rows", size, 0),
        Figure("library load: memory grown at most", grown, "MB", size),
    ]


if __name__ == "__main__":
    migrate()
    print_figures(_load())
    sys.exit(0)
