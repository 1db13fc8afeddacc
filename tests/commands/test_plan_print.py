"""`lantoa plan print`: the paper, or one Vietnamese sentence and an exit code."""

from pathlib import Path

import pytest

from lantoa.commands.main import main
from lantoa.plans.reading import read_plan
from tests.factories import plans
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.mark.parametrize("name", ["ke-hoach.docx", "ke-hoach.PDF"])
def test_a_plan_is_printed_to_a_file_and_reads_as_itself(world: World, tmp_path: Path, name: str):
    plan = plans.plan(world, number="7")

    code = main(["plan", "print", str(plan.pk), "--to", str(tmp_path / name)])

    read = read_plan(tmp_path / name)
    assert (code, read.number, read.title) == (0, "07", plan.title)


def test_a_plan_that_is_not_there_is_refused_with_a_sentence(tmp_path: Path, capsys):
    code = main(["plan", "print", "987654", "--to", str(tmp_path / "a.docx")])

    assert code == 1
    assert capsys.readouterr().err == "Không có kế hoạch số 987654.\n"


USE = "Dùng sai lệnh. Cách dùng: lantoa plan print MÃ --to TỆP.docx|.pdf\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["1", "--to", "a.odt"], "Tên tệp phải kết thúc bằng .docx hoặc .pdf.\n"),
        (["một", "--to", "a.docx"], USE),
        (["1"], USE),
        ([], USE),
    ],
)
def test_wrong_use_is_code_two(words: list[str], says: str, capsys):
    assert main(["plan", "print", *words]) == 2
    assert capsys.readouterr().err == says


def test_a_place_that_cannot_be_written_is_told(world: World, tmp_path: Path, capsys):
    plan = plans.plan(world)

    code = main(["plan", "print", str(plan.pk), "--to", str(tmp_path / "không-có" / "a.docx")])

    assert code == 1
    assert "Không ghi được tệp" in capsys.readouterr().err
