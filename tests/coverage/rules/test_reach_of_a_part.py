"""Số đếm chung không chia đoán: mức ít nhất của một phần là phần còn lại sau khi trừ hết các nhóm khác."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.coverage.rules.reach_of_a_part import Part, part_of


@settings(max_examples=150, deadline=None)
@given(st.sets(st.integers(0, 30)), st.integers(0, 31), st.booleans(), st.booleans())
def test_truth_of_a_part_lies_between_its_bounds(
    heard: set[int], group_size: int, counted: bool, same_people: bool
) -> None:
    """People 0..group_size-1 are the group, the rest up to 31 are the others counted with them."""
    truth = len([person for person in heard if person < group_size])
    others = 31 - group_size if counted else None

    part = part_of(len(heard), len(heard), others, same_people=same_people)

    assert part.reach_low is None or part.reach_low <= truth
    assert part.reach_high is not None
    assert truth <= part.reach_high


def test_count_of_the_group_alone_stays_as_it_is() -> None:
    assert part_of(20, 40) == Part(20, 40)


def test_unknown_share_has_no_lower_bound() -> None:
    assert part_of(20, 40, same_people=False) == Part(None, 40)
    assert part_of(20, 40, None) == Part(None, 40)


def test_unknown_counts_stay_unknown() -> None:
    assert part_of(None, None, 5) == Part(None, None)
