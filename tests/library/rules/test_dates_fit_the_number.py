"""Dates that look wrong are told; only what cannot be is refused."""

from datetime import date

from lantoa.library.models import Document
from lantoa.library.rules.dates_fit_the_number import problems_with, warnings


def document(**more: object) -> Document:
    return Document(**{"kind": "Nghị định", "number": "15", "symbol": "NĐ-CP", "title": "Thử", **more})


def codes(found: list) -> list[str]:
    return [problem.code for problem in found]


def test_year_in_the_number_that_differs_from_the_day_is_a_warning_only():
    odd = document(year=2015, issued_on=date(2021, 1, 7))

    assert codes(warnings(odd)) == ["year_differs"]
    assert problems_with(odd) == []


def test_effect_before_issue_is_a_warning():
    odd = document(issued_on=date(2021, 2, 1), effective_on=date(2021, 1, 1))

    assert codes(warnings(odd)) == ["effective_before_issue"]


def test_an_end_not_after_the_start_is_refused():
    same_day = date(2021, 1, 1)

    assert codes(problems_with(document(effective_on=same_day, ended_on=same_day))) == [
        "ends_before_it_starts"
    ]


def test_a_number_of_no_shape_is_refused_before_the_database_does():
    assert codes(problems_with(document(number="một dòng rất dài không phải số"))) == ["number_strange"]


def test_unknown_dates_are_no_problem():
    assert warnings(document()) == problems_with(document()) == []
