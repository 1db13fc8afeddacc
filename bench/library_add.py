"""Reading a folder of papers in by the command, and the same folder once more."""

import contextlib
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bench._law import documents
from bench.databases import migrate
from bench.figure import Figure, milliseconds, print_figures

PAPERS, PROVISIONS = 2_000, 20_000
ENDINGS = ("docx", "html", "txt", "md")


def measure() -> int:
    """In a data folder of its own, on SQLite: reading does not depend on the database."""
    with tempfile.TemporaryDirectory(prefix="lantoa-bench-") as folder:
        environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.test_settings", "LANTOA_DATA": folder}
        environment.pop("DATABASE_URL", None)
        return subprocess.run([sys.executable, "-m", "bench.library_add"], env=environment).returncode


def _write_papers(folder: Path, count: int) -> None:
    """A quarter each of DOCX, HTML, plain text and Markdown."""
    for at, line in enumerate(documents(count, PROVISIONS * count // PAPERS, 0)):
        ending = ENDINGS[at % len(ENDINGS)]
        lines = list(_lines(line))
        content = _docx(lines) if ending == "docx" else _text(lines, ending).encode()
        (folder / f"van-ban-{at:04}.{ending}").write_bytes(content)


def _lines(line: dict[str, Any]) -> Iterator[str]:
    issued = date.fromisoformat(line["issued_on"])
    effective = date.fromisoformat(line["effective_on"])
    yield line["issuer"].upper()
    yield "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    yield f"Số: {line['number']}/{line['year']}/{line['symbol']}"
    yield f"Hà Nội, ngày {issued:%d} tháng {issued:%m} năm {issued:%Y}"
    yield line["kind"].upper()
    yield line["title"]
    yield "Căn cứ Luật Trợ giúp mẫu số 11/2030/QH18;"
    last = 0
    for part in line["provisions"]:
        if part["kind"] == "article":
            last = int(part["number"])
            yield f"Điều {last}. {part['heading']}"
            yield part["words"]
        else:
            yield f"{part['number']}. {part['words']}"
    yield f"Điều {last + 1}. Hiệu lực thi hành"
    yield f"{line['kind']} này có hiệu lực từ ngày {effective:%d/%m/%Y}."


def _text(lines: list[str], ending: str) -> str:
    if ending == "html":
        return f"<!DOCTYPE html><html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>"
    return ("\n\n" if ending == "md" else "\n").join(lines)


def _docx(lines: list[str]) -> bytes:
    import docx

    paper, buffer = docx.Document(), io.BytesIO()
    for line in lines:
        paper.add_paragraph(line)
    paper.save(buffer)
    return buffer.getvalue()


def _add(folder: Path) -> dict[str, Any]:
    """The account that `lantoa library add --json` prints."""
    from lantoa.commands.library_add import run

    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        run([str(folder), "--as", "minh", "--json"])
    return json.loads(said.getvalue())


def _memory(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


def _figures(count: int) -> list[Figure]:
    from lantoa.library.models import Document, IntakeFile
    from lantoa.people.models import Duty, Role, Unit, User

    by = User.objects.create(username="minh", full_name="Đỗ Quang Minh")
    office = Unit.objects.create(key="office")
    Duty.objects.create(user=by, role=Role.PROGRAMME_OFFICER, unit=office, valid_from=date(2020, 1, 1))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _write_papers(folder, count)
        before = _memory(resource.RUSAGE_SELF)
        told: list[dict[str, Any]] = []
        seconds = [milliseconds(lambda: told.append(_add(folder)))[0] / 1000 for _ in range(2)]
    first, again = told
    wrong = sum(one["number"] is None or one["effective_on"] is None for one in first["files"])
    waiting = IntakeFile.objects.filter(state=IntakeFile.State.PROPOSED).count()
    size = f"{count:,} papers: DOCX, HTML, text, Markdown"
    return [
        Figure("library add: papers a second", count / seconds[0], "papers/s", size),
        Figure("library add: papers not proposed", count - first["proposed"], "papers", size, 0),
        Figure("library add: papers without number or day of effect", wrong, "papers", size, 0),
        Figure("library add: memory grown at most", _memory(resource.RUSAGE_SELF) - before, "MB", size),
        Figure("library add: memory of one reading at most", _memory(resource.RUSAGE_CHILDREN), "MB", size),
        Figure("library add: the same folder again", seconds[1], "s", size),
        Figure("library add: proposals added the second time", again["proposed"], "papers", size, 0),
        Figure("library add: proposals that wait in all", waiting - count, "more", size, 0),
        Figure("library add: documents entered unconfirmed", Document.objects.count(), "rows", size, 0),
    ]


if __name__ == "__main__":
    migrate()
    print_figures(_figures(int(sys.argv[1]) if len(sys.argv) > 1 else PAPERS))
    sys.exit(0)
