"""`lantoa units outlines`: outlines from the command line, through the same action."""

import json

import pytest

from lantoa.commands.main import main
from lantoa.people.models import UnitShape
from tests.people.outlines.shapes import collection, feature, square

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]
SAID = ["--on", "04/05/2026", "--source", "Bản thử", "--as", "quan"]


@pytest.fixture
def path(tmp_path):
    found = tmp_path / "phuong.geojson"
    found.write_bytes(collection(feature(square(106.8, 10.9), ten="Bến Gỗ"), feature([], ten="Cù Lao")))
    return found


def test_a_dry_run_counts_and_writes_nothing(world, path, capsys) -> None:
    assert main(["units", "outlines", str(path), *SAID, "--dry-run", "--json"]) == 1

    told = json.loads(capsys.readouterr().out)
    assert (told["read"], told["matched"], told["refused"]) == (2, 1, 1)
    assert not UnitShape.objects.exists()


def test_what_matches_is_written(world, path, capsys) -> None:
    assert main(["units", "outlines", str(path), *SAID]) == 1

    assert "Đọc 2 hình: đã ghi 1, không đổi 0, không khớp 0, chưa chắc 0, hỏng 1." in capsys.readouterr().out
    assert UnitShape.objects.get().unit == world.ward


@pytest.mark.parametrize(
    ("change", "code"), [({"quan": "minh"}, 1), ({"quan": "ai-do"}, 1), ({"04/05/2026": "31/02/2026"}, 2)]
)
def test_wrong_use_and_wrong_people_get_a_sentence(world, path, change, code, capsys) -> None:
    words = [change.get(word, word) for word in SAID]

    assert main(["units", "outlines", str(path), *words]) == code
    assert capsys.readouterr().err.strip()
