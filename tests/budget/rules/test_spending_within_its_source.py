"""Không chi vượt dự toán của nội dung, cũng không vượt nguồn."""

from hypothesis import given
from hypothesis import strategies as st

from lantoa.budget.rules.spending_within_its_source import problems_with_spending

money = st.integers(0, 10**12)


def codes(amount: int, **known: int | None) -> list[str]:
    given_ = {"item_amount_vnd": 100, "item_spent_vnd": 0, "source_amount_vnd": 1000, "source_spent_vnd": 0}
    return [p.code for p in problems_with_spending(amount, **{**given_, **known})]


def test_the_last_dong_may_be_paid_and_one_more_may_not() -> None:
    assert codes(100) == []
    assert codes(101) == ["above_item"]


def test_what_was_paid_before_counts() -> None:
    assert codes(50, item_spent_vnd=51) == ["above_item"]


def test_a_source_that_is_empty_refuses_although_the_item_has_room() -> None:
    assert codes(50, source_spent_vnd=960) == ["above_source"]


def test_no_estimate_is_a_question_not_a_limit_of_zero() -> None:
    assert codes(1, item_amount_vnd=None) == ["no_estimate"]


def test_a_source_of_unknown_amount_sets_no_limit_of_its_own() -> None:
    assert codes(100, source_amount_vnd=None) == []


@given(amount=money, item=money, spent=money)
def test_payments_that_pass_never_exceed_the_item(amount: int, item: int, spent: int) -> None:
    refused = codes(amount, item_amount_vnd=item, item_spent_vnd=spent, source_amount_vnd=None)

    assert bool(refused) == (spent + amount > item)
