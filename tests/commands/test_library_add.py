"""`lantoa library add`: papers of files and folders become proposals, each file with its outcome."""

import json

import pytest

from lantoa.commands.main import main
from lantoa.library.models import Document, Intake, IntakeFile
from tests.library.law_papers import PAPERS

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]


@pytest.fixture
def folder(tmp_path):
    inner = tmp_path / "2031"
    inner.mkdir()
    (tmp_path / "a.txt").write_text(PAPERS[0].text)
    (inner / "b.txt").write_text(PAPERS[4].text)
    (inner / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n....")
    (tmp_path / ".an").write_text("tệp ẩn")
    return tmp_path


def test_a_dry_run_prints_proposals_and_stores_nothing(world, folder, capsys):
    assert main(["library", "add", str(folder), "--dry-run", "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert (told["read"], told["proposed"], told["refused"], told["known"]) == (3, 2, 1, 0)
    inner, refused, outer = told["files"]
    assert (outer["number"], outer["issued_on"], outer["effective_on"]) == ("20", "2031-03-15", "2031-05-01")
    assert outer["words"]["number"] == "Số: 20/2031/NĐ-CP"
    assert {r["relation"] for r in inner["relations"]} >= {"sua_doi_bo_sung", "bai_bo", "can_cu"}
    assert refused["outcome"] == "refused" and refused["says"].endswith(".")
    assert not Intake.objects.exists()


def test_stored_proposals_wait_and_a_second_run_knows_them(world, folder, capsys):
    assert main(["library", "add", str(folder), "--as", "minh"]) == 0
    assert "Đã xem 3 tệp: 2 đề xuất, 1 không đọc được, 0 đã có." in capsys.readouterr().out
    assert main(["library", "add", str(folder), "--as", "minh"]) == 0

    assert "0 đề xuất, 1 không đọc được, 2 đã có." in capsys.readouterr().out
    assert IntakeFile.objects.filter(state="proposed").count() == 2
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], 2),
        (["a.txt"], 2),  # who takes it in is not said
        (["a.txt", "--as", "tam"], 1),  # no duty for the library
        (["a.txt", "--as", "ai-do"], 1),
        (["khong-co.txt", "--as", "minh"], 1),
        (["2031/c.png", "--dry-run"], 1),
    ],
)
def test_wrong_use_and_refusals_have_their_codes_and_a_sentence(
    world, folder, capsys, monkeypatch, words, code
):
    monkeypatch.chdir(folder)

    assert main(["library", "add", *words]) == code
    assert capsys.readouterr().err.strip()
