"""`lantoa units`: what a machine reads, and what a person is told when it goes wrong."""

import json
import subprocess
import sys
from typing import Any

import pytest

from lantoa.commands import units
from lantoa.commands.main import main
from lantoa.people.timeline import Timeline, UnitVersion

KEYS = {
    "id", "name", "kind", "code", "parent", "parent_name", "urban", "valid_from", "valid_to", "legal_basis",
}  # fmt: skip


@pytest.fixture
def ask(capsys: pytest.CaptureFixture) -> Any:
    """Run the command: exit code, JSON of standard output (None: nothing there), standard error."""

    def run(*words: str, timeline: Timeline | None = None) -> tuple[int, Any, str]:
        code = units.run([*words, "--json"], timeline)
        said = capsys.readouterr()
        return code, json.loads(said.out) if said.out else None, said.err

    return run


def names(rows: list[dict[str, Any]]) -> list[str]:
    return [row["name"] for row in rows]


@pytest.mark.parametrize(
    ("day", "within", "count"),
    [
        ("2024-09-01", "Biên Hòa", 30),
        ("2025-03-01", "Biên Hòa", 25),
        ("01/03/2025", "TP Biên Hoà", 25),
        ("2025-07-15", "Đồng Nai", 10),
        ("2026-05-01", "thành phố Đồng Nai", 10),
        ("2025-07-15", "Biên Hòa", 0),  # the ward of that name has nothing below it
    ],
)
def test_the_units_below_a_unit_are_listed_for_the_day(ask: Any, day: str, within: str, count: int) -> None:
    code, rows, _ = ask("--on", day, "--within", within)

    assert (code, len(rows)) == (0, count)


def test_a_unit_is_told_with_all_its_keys(ask: Any) -> None:
    _, rows, _ = ask("--on", "2025-03-01", "--within", "TP Biên Hòa")

    (row,) = [row for row in rows if row["name"] == "Trung Dũng"]
    assert all(set(row) == KEYS for row in rows)
    assert row == {
        "id": "u202", "name": "Trung Dũng", "kind": "ward", "code": "26041", "parent": "u002",
        "parent_name": "Biên Hòa", "urban": True, "valid_from": "2024-11-01", "valid_to": "2025-06-30",
        "legal_basis": "Nghị quyết 1194/NQ-UBTVQH15 (số nghị quyết chưa kiểm chứng)",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("within", "kind", "expected"),
    [
        ("Đồng Nai", "city", ["Biên Hòa"]),
        ("TP Biên Hòa", "commune", ["Long Hưng"]),
        ("TP Biên Hòa", "station", []),
    ],
)
def test_a_kind_narrows_the_list(ask: Any, within: str, kind: str, expected: list[str]) -> None:
    _, rows, _ = ask("--on", "2025-03-01", "--within", within, "--kind", kind)

    assert names(rows) == expected


def test_offices_are_listed_only_when_asked_for(ask: Any) -> None:
    timeline = Timeline(
        [
            UnitVersion("w", "An", "phường", "ward"),
            UnitVersion("o", "Văn hóa", "Phòng", "office", parent_id="w"),
        ],
        [],
    )

    _, everything, _ = ask("--on", "2025-01-01", timeline=timeline)
    _, offices, _ = ask("--on", "2025-01-01", "--kind", "office", timeline=timeline)

    assert (names(everything), names(offices)) == (["An"], ["Văn hóa"])


def test_the_reader_is_told_that_only_one_area_is_known_and_the_json_stays_clean(ask: Any) -> None:
    _, rows, told = ask("--on", "2025-07-15", "--within", "Đồng Nai")
    _, _, told_of_the_city = ask("--on", "2025-03-01", "--within", "TP Biên Hòa")

    assert isinstance(rows, list)
    assert "chỉ có dữ liệu" in told
    assert told_of_the_city == ""


def test_the_reader_is_told_that_an_early_state_is_not_checked(ask: Any) -> None:
    _, _, told = ask("--on", "1999-01-01", "--within", "TP Biên Hòa")

    assert "chưa kiểm chứng" in told


def test_successors_are_told_with_their_share_and_resolution(ask: Any) -> None:
    code, rows, _ = ask("successors", "P. Tân Phong", "--from", "2024-09-01")

    assert code == 0
    assert {row["name"]: row["share"]["people"] for row in rows} == {
        "Quang Vinh": 3553,
        "Trung Dũng": 1037,
        "Tân Phong": None,
    }
    assert {row["name"] for row in rows if not row["share"]["known"]} == {"Tân Phong"}
    assert {(row["on"], "1194/NQ-UBTVQH15" in row["resolution"]) for row in rows} == {("2024-11-01", True)}


def test_successors_are_followed_to_the_day_asked_for(ask: Any) -> None:
    _, rows, _ = ask("successors", "Tân Phong", "--from", "2024-09-01", "--to", "01/12/2025")

    assert [(row["name"], row["on"], row["share"]["people"]) for row in rows] == [
        ("Tân Triều", "2025-07-01", None),
        ("Trấn Biên", "2025-07-01", 4590),
    ]


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("Hố Nai", "01/03/2025", ["Long Bình"]),
        ("Phước Tân", "2025-03-01", ["Phước Tân"]),
        ("Đồng Nai", "2026-01-01", ["Đồng Nai"]),
        ("Biên Hòa", "2025-08-01", ["Biên Hòa"]),
    ],
)
def test_a_territory_is_found_again(ask: Any, name: str, day: str, expected: list[str]) -> None:
    _, rows, _ = ask("successors", name, "--from", day)

    assert names(rows) == expected


def test_the_city_passed_to_ten_wards(ask: Any) -> None:
    _, rows, _ = ask("successors", "TP Biên Hòa", "--from", "2024-09-01")

    assert len(rows) == 10


TWO = Timeline(
    [UnitVersion("a", "Long Bình", "phường", "ward"), UnitVersion("b", "Long Bình", "xã", "commune")], []
)


@pytest.mark.parametrize(
    "words",
    [("successors", "Long Bình", "--from", "2025-01-01"), ("--on", "2025-01-01", "--within", "Long Bình")],
)
def test_a_name_that_fits_several_units_answers_with_the_candidates(ask: Any, words: tuple[str, ...]) -> None:
    code, rows, told = ask(*words, timeline=TWO)

    assert (code, [row["id"] for row in rows]) == (2, ["a", "b"])
    assert "2 đơn vị" in told


def test_the_candidates_are_told_apart_by_type_or_id(ask: Any) -> None:
    answers = [
        ask("successors", name, "--from", "2025-01-01", timeline=TWO) for name in ("xã Long Bình", "b")
    ]

    assert [(code, rows[0]["id"]) for code, rows, _ in answers] == [(0, "b"), (0, "b")]


def test_a_name_that_was_there_on_another_day_is_told(ask: Any) -> None:
    code, rows, told = ask("successors", "Quyết Thắng", "--from", "2025-09-01")

    assert (code, rows) == (1, None)
    assert "phường Quyết Thắng đến hết 31/10/2024" in told


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["units", "--on", "2024-09-01", "--within", "Atlantis"], 1, "không có đơn vị nào tên “Atlantis”"),
        (["units", "--on", "2024-09-01", "--within", ""], 1, "không có đơn vị nào"),
        (["units", "--on", "31/02/2024"], 2, "“31/02/2024” không phải là ngày"),
        (["units", "--on", "hôm nay"], 2, "không phải là ngày"),
        (["units", "--on"], 2, "Thiếu giá trị sau --on"),
        (["units", "--on", "2024-09-01", "--on", "2024-09-02"], 2, "hai lần"),
        (["units"], 2, "Thiếu --on"),
        (["units", "--on=2024-09-01", "--kind", "village"], 2, "Không có loại “village”"),
        (["units", "--on", "2024-09-01", "--deep"], 2, "Không có tùy chọn “--deep”"),
        (["units", "Biên Hòa", "--on", "2024-09-01"], 2, "Không hiểu “Biên Hòa”"),
        (["units", "successors", "Tân Phong"], 2, "Thiếu --from"),
        (["units", "successors", "--from", "2024-10-01"], 2, "Viết đúng một tên"),
        (["units", "successors", "Tân", "Phong", "--from", "2024-10-01"], 2, "ngoặc kép"),
        (["units", "successors", "Tân Phong", "--from", "2024-10-01", "--to", "2023-01-01"], 2, "--to"),
    ],
)
def test_what_goes_wrong_has_its_code_and_a_sentence(
    words: list[str], code: int, says: str, capsys: pytest.CaptureFixture
) -> None:
    assert main(words) == code

    said = capsys.readouterr()
    assert says in said.err
    assert said.out == ""


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ["--on", "2024-09-01", "--within", "TP Biên Hòa", "--kind", "commune"],
            "u130   26380  xã Long Hưng",
        ),
        (
            ["successors", "Tân Phong", "--from", "2024-09-01"],
            "u201   Quang Vinh: từ 01/11/2024, một phần, 3.553 người",
        ),
        (["successors", "Biên Hòa", "--from", "2025-08-01"], "u401   Biên Hòa: không đổi, toàn bộ"),
        (["--help"], "Cách dùng:"),
    ],
)
def test_a_person_reads_lines(words: list[str], line: str, capsys: pytest.CaptureFixture) -> None:
    assert units.run(words) == 0
    assert capsys.readouterr().out.startswith(line)


def test_the_command_loads_no_web_framework() -> None:
    check = """
import sys
from lantoa.commands.main import main
main(["units", "--on", "2025-01-01"])
sys.exit("django" in sys.modules)
"""

    done = subprocess.run([sys.executable, "-c", check], capture_output=True, check=False)

    assert done.returncode == 0
