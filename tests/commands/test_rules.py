"""lantoa rules: no rule rests on law that has ended, or that nobody knows, without a written reason."""

import json
from datetime import date
from pathlib import Path

import pytest

from lantoa.commands import rules
from lantoa.commands.main import main
from lantoa.commands.rules import Rule, all_rules, rule_of
from lantoa.library.cited_law import table

RULES = list(all_rules())
DAYS = table().turning_days()


def _written(tmp_path: Path, basis: str) -> Rule:
    path = tmp_path / "budget" / "rules" / "a_rule.py"
    path.parent.mkdir(parents=True)
    path.write_text(f'"""Một quy tắc thử.\n\nCăn cứ: {basis}.\n"""\n')
    return rule_of(path, tmp_path)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_no_rule_rests_on_ended_law_without_a_written_reason(rule: Rule) -> None:
    """Asked of the day of the table and of every later day on which something in it ends."""
    assert rule.basis, "quy tắc chưa nói căn cứ"
    assert {day.isoformat(): rule.unexplained(day) for day in DAYS if rule.unexplained(day)} == {}


def test_every_reason_belongs_to_a_rule_that_names_the_document() -> None:
    named = {(rule.key, document) for rule in RULES for document, _ in rule.law}

    assert set(table().reasons) <= named
    assert all(table().reasons.values())


@pytest.mark.parametrize(
    "basis",
    [
        "Nghị định 13/2023/NĐ-CP (bảo vệ dữ liệu cá nhân)",
        "Nghị định số 13/2023/ND-CP, Điều 2; DESIGN 10",
        "Nghị định 13/2023",
        "Luật Ban hành văn bản quy phạm pháp luật 2015",
        "Luật Ngân sách nhà nước số 83/2015/QH13 và Luật số 89/2025/QH15",
    ],
)
def test_a_rule_on_ended_law_is_found_in_every_spelling(tmp_path: Path, basis: str) -> None:
    rule = _written(tmp_path, basis)

    assert (rule.standing(date(2026, 12, 1)), len(rule.unexplained(date(2026, 12, 1)))) == ("ended", 1)


@pytest.mark.parametrize(
    "basis", ["Nghị định 9/1999/NĐ-CP", "Luật Ban hành văn bản quy phạm pháp luật", "Luật Đất đai"]
)
def test_law_that_the_table_lacks_or_cannot_tell_apart_is_not_known(tmp_path: Path, basis: str) -> None:
    rule = _written(tmp_path, basis)

    assert rule.standing(date(2026, 12, 1)) == "unknown"
    assert rule.unexplained(date(2026, 12, 1))


def test_a_document_stands_until_the_day_it_ends(tmp_path: Path) -> None:
    rule = _written(tmp_path, "Nghị định 13/2023/NĐ-CP")

    assert [rule.standing(day) for day in (date(2023, 6, 30), date(2025, 12, 31), date(2026, 1, 1))] == [
        "not_yet", "in_force", "ended"
    ]  # fmt: skip
    assert "thay bằng Luật số 91/2025/QH15" in rule.standing_says(date(2026, 1, 1))


def test_a_rule_without_law_is_told_as_a_way_of_working(tmp_path: Path) -> None:
    rule = _written(tmp_path, "cách làm của sản phẩm")

    assert (rule.standing(date(2026, 12, 1)), rule.unexplained(date(2026, 12, 1))) == ("own_way", [])
    assert "không dựa vào văn bản pháp luật" in rule.standing_says(date(2026, 12, 1))


def test_the_command_lists_every_rule_module(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--json"]) == 0
    told = {row["module"]: row for row in json.loads(capsys.readouterr().out)}
    there = {
        f"lantoa/{path.relative_to(rules.ROOT).as_posix()}"
        for path in rules.ROOT.glob("*/rules/*.py")
        if path.name != "__init__.py"
    }
    small = told["lantoa/coverage/rules/small_cells_are_hidden.py"]

    assert set(told) == there
    assert [one["document"] for one in small["law"]] == ["Luật số 91/2025/QH15", "Nghị định 356/2025/NĐ-CP"]
    assert small["standing"] in ("in_force", "partly_ended")


def test_the_command_speaks_to_a_person_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    assert f"{len(RULES)} quy tắc; bảng luật lập ngày" in capsys.readouterr().out


def test_every_row_of_the_table_says_what_it_rests_on() -> None:
    names = [law.document for law in table().documents]

    assert len(names) == len(set(names))
    for law in table().documents:
        assert law.source and law.mark in ("verified", "partial", "unchecked"), law.document
        assert not law.ended_on or (law.in_force_on or date.min) < law.ended_on, law.document
        assert set(law.replaced_by) <= set(names), law.document
