"""Every command answers wrong words, and the question how it is written, in Vietnamese."""

import pytest

from lantoa.commands.main import COMMANDS, main

READ_BY_WORDS = [words for words in COMMANDS if words[0] != "units" or words == ("units", "outlines")]


@pytest.mark.parametrize("command", READ_BY_WORDS, ids=" ".join)
def test_a_command_written_wrongly_says_how_it_is_written(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--khong-co-tuy-chon-nay"]) == 2

    told = capsys.readouterr()
    assert told.out == ""
    assert f"Cách dùng: lantoa {' '.join(command)}" in told.err
    assert not {"usage", "error", "argument"} & set(told.err.replace(":", " ").split())


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_says_in_vietnamese_what_it_takes(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--help"]) == 0

    told = capsys.readouterr().out
    assert told.startswith("Cách dùng:")
    assert "options:" not in told
    assert "arguments:" not in told


@pytest.mark.parametrize(
    "line",
    [
        "plan read",
        "plan read a b",
        "plan print một --to a.docx",
        "content approve abc --as lan",
        "content approve 1",
        "content verify 1.5",
        "content verify 0",
        "content verify 99999999999999999999",
        "content export 1",
        "library evaluate cau-hoi.jsonl",
        "library export bay --akn -",
    ],
)
def test_what_is_left_out_or_is_no_number_is_wrong_use(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(line.split()) == 2

    assert capsys.readouterr().err.startswith("Dùng sai lệnh. Cách dùng: lantoa ")
