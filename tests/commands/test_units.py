"""`lantoa units`: what a machine reads, and what a person is told when it goes wrong."""

import json

import pytest

from lantoa.commands.main import main


def test_units_of_a_day_are_listed_with_all_their_keys(capsys: pytest.CaptureFixture) -> None:
    code = main(["units", "--on", "2024-09-01", "--within", "Biên Hòa", "--json"])

    rows = json.loads(capsys.readouterr().out)
    assert (code, len(rows)) == (0, 30)
    assert {"id", "name", "kind", "code", "parent", "urban", "valid_from", "valid_to", "legal_basis"} <= set(
        rows[0]
    )


def test_a_name_that_fits_several_units_answers_with_the_candidates(capsys: pytest.CaptureFixture) -> None:
    from datetime import date

    from lantoa.commands import units
    from lantoa.people.timeline import Timeline, UnitVersion

    two = Timeline(
        [UnitVersion("a", "Long Bình", "phường", "ward"), UnitVersion("b", "Long Bình", "xã", "commune")], []
    )

    code = units.run(["successors", "Long Bình", "--from", date(2025, 1, 1).isoformat(), "--json"], two)

    assert (code, [row["id"] for row in json.loads(capsys.readouterr().out)]) == (2, ["a", "b"])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["units", "--on", "2024-09-01", "--within", "Atlantis"], 1),
        (["units", "--on", "31/02/2024"], 2),
        (["units"], 2),
        (["units", "successors", "Tân Phong"], 2),
        (["units", "successors", "Tân Phong", "--from", "2024-10-01", "--to", "2023-01-01"], 2),
        (["no-such-command"], 2),
    ],
)
def test_what_goes_wrong_has_its_code_and_a_sentence(
    words: list[str], code: int, capsys: pytest.CaptureFixture
) -> None:
    assert main(words) == code
    assert capsys.readouterr().err.strip()


def test_a_date_may_be_typed_as_vietnamese_write_it(capsys: pytest.CaptureFixture) -> None:
    main(["units", "successors", "Hố Nai", "--from", "01/03/2025", "--json"])

    assert [row["name"] for row in json.loads(capsys.readouterr().out)] == ["Long Bình"]
