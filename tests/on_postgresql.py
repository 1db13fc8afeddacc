"""Start a PostgreSQL of our own, run pytest on it, end it. Usage: python -m tests.on_postgresql [pytest args]

A private server on a unix socket in a temporary folder; initdb refuses root, so as root it runs as the
system's postgres user.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path:
    """Where the newest installed PostgreSQL keeps its programs. Raises SystemExit when there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).parent
    raise SystemExit("Chưa có PostgreSQL. Chạy: scripts/system-packages test")


def as_postgres(*command: str) -> list[str]:
    """The command, as the postgres user when we are root."""
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else list(command)


@contextmanager
def postgresql() -> Iterator[str]:
    """A running server; yields its DATABASE_URL."""
    folder = Path(tempfile.mkdtemp(prefix="lantoa-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    bin_dir, data = programs(), folder / "data"

    def run(*command: str) -> None:
        subprocess.run(as_postgres(*command), check=True, cwd=folder, stdout=subprocess.DEVNULL)

    try:
        run(
            str(bin_dir / "initdb"),
            "-D",
            str(data),
            "-U",
            "lantoa",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
        )
        options = (
            f"-k {folder} -c listen_addresses= -c fsync=off -c synchronous_commit=off -c max_connections=50"
        )
        run(str(bin_dir / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgresql://lantoa@/postgres?host={folder}"
        finally:
            run(str(bin_dir / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main(arguments: list[str]) -> int:
    with postgresql() as address:
        environment = {**os.environ, "LANTOA_TEST_DATABASE": address}
        return subprocess.run([sys.executable, "-m", "pytest", *arguments], env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
