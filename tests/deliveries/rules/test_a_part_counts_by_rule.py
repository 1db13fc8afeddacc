"""A part is not done: it counts only by the office's own dated rule, from so many percent of the text."""

from datetime import date

import pytest

from lantoa.deliveries.models import Outcome, PartRule
from lantoa.deliveries.rules.a_part_counts_by_rule import (
    counts,
    problems_with_minutes,
    problems_with_rule,
    rule_on,
)

DAY = date(2026, 3, 10)
WARD, CITY, ELSEWHERE = 7, 1, 8


def rule(unit_id: int, percent: int | None, since: date, pk: int = 1) -> PartRule:
    return PartRule(pk=pk, unit_id=unit_id, least_percent=percent, valid_from=since)


@pytest.mark.parametrize("played", [None, 0, 1, 9])
def test_no_part_counts_where_the_office_has_no_rule(played: int | None) -> None:
    assert not counts(Outcome.PARTIAL, played, 10, None)


@pytest.mark.parametrize(
    ("played", "full", "expected"),
    [(8, 10, True), (7, 10, False), (0, 1, False), (None, 10, False), (8, None, False), (4, 5, True)],
)
def test_a_part_counts_from_the_share_of_the_rule_on(
    played: int | None, full: int | None, expected: bool
) -> None:
    assert counts(Outcome.PARTIAL, played, full, rule(WARD, 80, DAY)) is expected


def test_a_rule_of_parts_touches_nothing_else() -> None:
    assert counts(Outcome.DONE, None, None, None)
    assert not counts(Outcome.NOT_DONE, 9, 10, rule(WARD, 50, DAY))


def test_the_nearest_units_newest_rule_of_the_day_decides() -> None:
    rules = [
        rule(CITY, 90, date(2026, 1, 1), 1),
        rule(WARD, 60, date(2026, 2, 1), 2),
        rule(WARD, None, date(2026, 3, 1), 3),
        rule(WARD, 70, date(2026, 3, 1), 4),
        rule(ELSEWHERE, 50, date(2026, 1, 1), 5),
        rule(WARD, 99, date(2026, 3, 11), 6),
    ]

    def percent(day: date, chain: tuple[int, ...] = (WARD, CITY)) -> int | None:
        found = rule_on(chain, rules, day)
        return found.least_percent if found else None

    assert [percent(date(2025, 12, 31)), percent(date(2026, 1, 5)), percent(date(2026, 2, 5))] == [
        None,
        90,
        60,
    ]
    assert (percent(DAY), percent(date(2026, 3, 11)), percent(DAY, (CITY,))) == (70, 99, 90)


@pytest.mark.parametrize(
    ("played", "full", "codes"),
    [
        (None, 10, ["minutes_missing"]),
        (10, 10, ["minutes_of_all"]),
        (11, 10, ["minutes_of_all"]),
        (-1, 10, ["minutes_negative"]),
        (3, None, ["minutes_of_what"]),
        (None, None, []),
        (0, 1, []),
        (9, 10, []),
    ],
)
def test_a_part_says_how_much_was_heard(played: int | None, full: int | None, codes: list[str]) -> None:
    assert [p.code for p in problems_with_minutes(Outcome.PARTIAL, played, full)] == codes
    assert problems_with_minutes(Outcome.DONE, played, full) == []


@pytest.mark.parametrize(
    ("percent", "since", "basis", "codes"),
    [
        (80, date(2026, 3, 11), "Quy chế đài", []),
        (None, date(2026, 3, 11), "Quy chế đài", []),
        (80, DAY, "Quy chế đài", ["looks_back"]),
        (10, date(2026, 3, 11), "Quy chế đài", ["part_percent"]),
        (100, date(2026, 3, 11), " ", ["part_percent", "part_basis"]),
    ],
)
def test_a_rule_never_looks_back_and_names_its_basis(
    percent: int | None, since: date, basis: str, codes: list[str]
) -> None:
    assert [p.code for p in problems_with_rule(percent, since, basis, DAY)] == codes
