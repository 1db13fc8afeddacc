"""A throw-away database of each kind, migrated, for modules that measure queries."""

import os
import subprocess
import sys
import tempfile

from bench.figure import print_figures, yardstick
from tests.on_postgresql import postgresql

KINDS = ("SQLite", "PostgreSQL")


def run_on_each(module: str, *arguments: str) -> int:
    """Run `python -m MODULE ARGUMENTS` once on each kind of database; the first exit code that is not 0."""
    code = 0
    for kind in KINDS:
        print(f" {kind}", flush=True)
        print_figures([yardstick()])
        code = code or _run(module, kind, *arguments)
    print_figures([yardstick()])
    return code


def _run(module: str, kind: str, *arguments: str) -> int:
    command = [sys.executable, "-m", module, *arguments]
    with tempfile.TemporaryDirectory(prefix="lantoa-bench-") as folder:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.test_settings",
            "LANTOA_DATA": folder,
        }
        environment.pop("DATABASE_URL", None)  # none: the SQLite file in LANTOA_DATA
        if kind == "SQLite":
            return subprocess.run(command, env=environment).returncode
        with postgresql() as address:
            environment["DATABASE_URL"] = address
            return subprocess.run(command, env=environment).returncode


def migrate() -> None:
    """Make Django ready and the tables of this run's database."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
