"""Mỗi số chỉ cấp một lần trong năm trong sổ của đơn vị."""

from datetime import date

import pytest

from lantoa.plans.rules.number_is_free import (
    next_free,
    normal_number,
    problems_with_day,
    problems_with_number,
)

TODAY = date(2026, 5, 12)


@pytest.mark.parametrize(
    ("typed", "registered"),
    [("7", "07"), ("07", "07"), ("007", "07"), ("120", "120"), ("15A", "15a"), (" 3 ", "03")],
)
def test_one_number_has_one_spelling(typed: str, registered: str):
    assert normal_number(typed) == registered


@pytest.mark.parametrize("typed", ["", "0", "bảy", "7/KH", "-1", "1234567", "7 8"])
def test_what_is_no_number_is_refused(typed: str):
    problems = problems_with_number(typed, set(), 2026)

    assert [p.code for p in problems] == ["number_shape"]


def test_a_taken_number_is_refused_however_it_is_spelt_and_the_next_free_one_is_told():
    problems = problems_with_number("7", {"01", "07", "12"}, 2026)

    assert [p.says for p in problems] == ["Số 07 đã cấp trong năm 2026. Số tiếp theo còn trống là 13."]


def test_a_free_number_below_the_highest_may_be_used():
    assert problems_with_number("2", {"01", "07"}, 2026) == []


def test_a_year_begins_with_01():
    assert next_free(set()) == "01"


def test_a_number_with_a_letter_counts_as_its_number():
    assert next_free({"15a", "9"}) == "16"


def test_the_day_of_issue_is_not_ahead():
    problems = problems_with_day(date(2026, 5, 13), None, TODAY)

    assert [p.code for p in problems] == ["issued_ahead"]


def test_the_day_of_issue_is_not_before_the_signature():
    problems = problems_with_day(date(2026, 5, 10), date(2026, 5, 11), TODAY)

    assert [p.code for p in problems] == ["issued_before_signed"]


def test_the_day_of_the_signature_itself_is_right():
    assert problems_with_day(TODAY, TODAY, TODAY) == []
