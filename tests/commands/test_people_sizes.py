"""`lantoa people sizes`: a sheet of audience sizes from the command line, through the same action."""

import json

import pytest

from lantoa.commands.main import main
from lantoa.people.models import AudienceSize
from tests.people.sizes.sheets import workbook

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]


@pytest.fixture
def path(tmp_path):
    found = tmp_path / "so-lieu.xlsx"
    found.write_bytes(workbook(("Bến Gỗ", "Hộ nghèo", 12), ("Nơi Khác", "Hộ nghèo", 5)))
    return found


SAID = ["--as", "minh", "--on", "31/12/2025", "--source", "Rà soát cuối năm 2025"]


def test_a_dry_run_counts_and_writes_nothing(world, path, capsys) -> None:
    assert main(["people", "sizes", str(path), *SAID, "--dry-run", "--json"]) == 1

    told = json.loads(capsys.readouterr().out)
    assert (told["read"], told["accepted"], told["unchanged"], told["rejected"]) == (2, 1, 0, 1)
    assert told["rejected_rows"][0]["line"] == 3
    assert not AudienceSize.objects.exists()


def test_the_right_rows_are_written_and_the_others_handed_back(world, path, tmp_path, capsys) -> None:
    back = tmp_path / "tra-lai.xlsx"

    assert main(["people", "sizes", str(path), *SAID, "--returned", str(back)]) == 1

    assert "Đọc 2 số liệu: đã ghi 1 (mới 1, sửa 0), không đổi 0, trả lại 1." in capsys.readouterr().out
    assert AudienceSize.objects.get().count == 12
    assert back.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--as", "minh", "--on", "31/02/2025"], 2),
        (["--as", "ai-do"], 1),
        (["--as", "lan"], 1),
        ([], 2),
    ],
)
def test_wrong_use_and_wrong_people_get_a_sentence(world, path, words, code, capsys) -> None:
    assert main(["people", "sizes", str(path), *words]) == code
    assert capsys.readouterr().err.strip()


def test_what_is_no_sheet_is_refused(world, tmp_path, capsys) -> None:
    (tmp_path / "a.xlsx").write_text("STT,Ten")

    assert main(["people", "sizes", str(tmp_path / "a.xlsx"), "--as", "minh"]) == 1
    assert "không phải bảng tính XLSX" in capsys.readouterr().err
