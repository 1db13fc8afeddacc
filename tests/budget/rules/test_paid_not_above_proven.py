"""Phần kinh phí đã chứng minh: đều theo số lượng kế hoạch, không bao giờ quá dự toán."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from lantoa.budget.rules.paid_not_above_proven import Proof, problems_with_payment, share_proven

money, many = st.integers(0, 10**12), st.integers(1, 10_000)
proofs = st.builds(Proof, st.booleans(), st.integers(0, 5), st.booleans(), st.just("lượt"), st.booleans())


@given(estimate=money, quantity=many, proven=st.fractions(0, 20_000))
def test_the_proven_part_is_in_proportion_and_never_more_than_all(
    estimate: int, quantity: int, proven: Fraction
) -> None:
    share = share_proven(estimate, quantity, proven)

    assert 0 <= share <= estimate
    assert share * quantity <= estimate * proven
    assert share == estimate or proven < quantity


def test_where_the_plan_does_not_say_how_many_nothing_is_proven() -> None:
    assert share_proven(4_000_000, None, Fraction(9)) == 0


@given(named=st.lists(proofs, max_size=6), quantity=st.none() | st.integers(0, 9))
def test_what_passes_is_done_proven_unpaid_and_of_the_item_each_and_all(
    named: list[Proof], quantity: int | None
) -> None:
    """Để trống số lượng không làm nhẹ điều kiện của các lượt được nêu."""
    sound = [p for p in named if p.done and p.grade >= 3 and not p.paid_before and p.is_of_item]

    passes = problems_with_payment(quantity, named) == []

    assert passes == (len(sound) == len(named) and (quantity or 0) <= len(named))
