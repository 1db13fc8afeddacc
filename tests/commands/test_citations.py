"""lantoa citations: exit codes, sentences and shapes."""

import io
import json
import subprocess
import sys

import pytest

from lantoa.commands.citations import run
from lantoa.language.citations.model import KEYS

TEXT = "Căn cứ khoản 2 Điều 5 Nghị định số 76/2019/NĐ-CP ngày 08/10/2019 của Chính phủ;\n"


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "van-ban.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def _stdin(monkeypatch, content: bytes):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))


def test_a_file_is_printed_as_one_json_list(paper, capsys):
    assert run([str(paper), "--json"]) == 0

    (found,) = json.loads(capsys.readouterr().out)
    assert tuple(found) == KEYS
    assert (found["full"], found["article"], found["clause"]) == ("76/2019/NĐ-CP", "5", "2")
    assert TEXT[found["start"] : found["end"]] == found["text"]


def test_with_lines_every_line_is_a_text_and_gives_a_list(monkeypatch, capsys):
    _stdin(monkeypatch, f"{TEXT}\nTheo Luật Trẻ em\r\nxin chào".encode())

    assert run(["-", "--json", "--lines"]) == 0

    lists = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [len(found) for found in lists] == [1, 0, 1, 0]


def test_standard_input_is_read_without_a_name_and_a_byte_order_mark_is_no_text(monkeypatch, capsys):
    _stdin(monkeypatch, "\ufeffLuật Trẻ em".encode())

    assert run(["--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["start"] == 0


def test_a_person_gets_a_vietnamese_table(paper, capsys):
    assert run([str(paper)]) == 0

    printed = capsys.readouterr().out
    assert printed.startswith("Vị trí")
    assert "Nghị định 76/2019/NĐ-CP" in printed
    assert "khoản 2 Điều 5" in printed
    assert "08/10/2019" in printed
    assert printed.endswith("Tổng số: 1 viện dẫn.\n")


def test_a_text_without_citations_says_so(monkeypatch, capsys):
    _stdin(monkeypatch, "Chào bà con".encode())

    assert run([]) == 0
    assert capsys.readouterr().out == "Không có viện dẫn nào.\n"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "nhị phân"),
        ("Luật Trẻ em".encode("utf-16"), "nhị phân"),
        (b"Lu\xe2t", "UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(tmp_path, capsys, content, why):
    path = tmp_path / "tep"
    path.write_bytes(content)

    assert run([str(path), "--json"]) == 1

    printed = capsys.readouterr()
    assert printed.out == ""
    assert why in printed.err


def test_a_missing_file_and_a_folder_are_refused(tmp_path, capsys):
    assert run([str(tmp_path / "khong-co.txt")]) == 1
    assert run([str(tmp_path)]) == 1

    assert "Không tìm thấy tệp" in capsys.readouterr().err


def test_the_command_starts_without_django():
    code = (
        "import sys, lantoa.commands.citations;"
        "sys.exit(any(name.startswith('django') for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
