"""One document leaves the library as XML or JSON, or a sentence says why not."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lantoa.commands.main import main
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_both_forms_are_written(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    document = make.provision(make.document()).document
    where = tmp_path / "a.xml"

    assert (
        main(["library", "export", str(document.pk), "--akn", str(where), "--jsonld", "--on", "2026-01-31"])
        == 0
    )

    assert ElementTree.parse(where).getroot().tag.endswith("akomaNtoso")
    assert json.loads(capfdbinary.readouterr().out)["legislationDateVersion"] == "2026-01-31"


@pytest.mark.parametrize(
    ("argv", "code", "says"),
    [
        (["999999", "--akn", "-"], 1, "Không có văn bản 999999."),
        (["{pk}", "--akn", "/khong/co/a.xml"], 1, "Không ghi được tệp"),
        (["{pk}", "--akn", "-", "--on", "hôm qua"], 2, "không phải là ngày"),
        (["bay-hai-mot", "--akn", "-"], 2, "số trong địa chỉ trang văn bản"),
        (["{pk}"], 2, "Dùng sai lệnh"),
    ],
)
def test_what_cannot_be_done_is_said(
    argv: list[str], code: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pk = str(make.document().pk)

    assert main(["library", "export", *(word.format(pk=pk) for word in argv)]) == code
    assert says in capsys.readouterr().err
