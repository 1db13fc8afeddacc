"""`lantoa plan read`: exit 0 read, 1 refused with a sentence, 2 wrong use."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lantoa.commands.plan_read import run
from tests.paper.samples import DIVISION_PLAN


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "kế hoạch.md"
    path.write_text(DIVISION_PLAN, encoding="utf-8")
    return path


def test_json_is_printed_for_machines(plan_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([str(plan_file), "--json"]) == 0

    data = json.loads(capsys.readouterr().out)
    assert data["symbol"] == "KH-PCSXH"
    assert len(data["audiences"]) == 7


def test_lines_are_printed_for_people(plan_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([str(plan_file)]) == 0

    shown = capsys.readouterr().out
    assert "hộ mới thoát nghèo (hộ dân; II.2)" in shown
    assert "Ô “Số” còn để trống." in shown


def test_a_bad_file_is_refused_on_standard_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "rỗng.docx"
    empty.write_bytes(b"")

    assert run([str(empty), "--json"]) == 1

    out, error = capsys.readouterr()
    assert out == "" and "rỗng" in error


@pytest.mark.parametrize(("name", "says"), [("không có.docx", "Không mở được tệp"), (".", "là thư mục")])
def test_what_is_no_file_is_refused(
    name: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([str(tmp_path / name)]) == 1

    assert says in capsys.readouterr().err


def test_it_runs_anywhere_without_django(plan_file: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parents[3])!r})\n"
        "from lantoa.commands.plan_read import run\n"
        f"code = run([{str(plan_file)!r}, '--json'])\n"
        "sys.exit(code or ('django' in sys.modules and 9))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=plan_file.parent, env={}, capture_output=True, timeout=60
    )

    assert done.returncode == 0
    assert json.loads(done.stdout)["kind"] == "KẾ HOẠCH"
