"""Số dưới 5 hộ không ra khỏi cơ quan, và không suy ngược ra được từ tổng."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.coverage.rules.small_cells_are_hidden import HIDDEN, shown, shown_row

COUNTS = st.lists(st.none() | st.integers(0, 12), min_size=1, max_size=8)


def test_one_to_four_are_hidden_and_nothing_else() -> None:
    assert [shown(n) for n in (0, 1, 4, 5, 200, None)] == [0, HIDDEN, HIDDEN, 5, 200, None]


def test_single_hidden_cell_takes_the_next_smallest_with_it() -> None:
    """Chỉ một ô bị ẩn mà có tổng thì trừ ra là biết; ẩn thêm ô nhỏ kế tiếp."""
    assert shown_row([3, 40, 12, 0]) == [HIDDEN, 40, HIDDEN, 0]


def test_without_a_total_one_hidden_cell_is_enough() -> None:
    assert shown_row([3, 40, 12], total_is_told=False) == [HIDDEN, 40, 12]


def test_two_hidden_cells_cannot_be_told_apart() -> None:
    assert shown_row([3, 2, 40]) == [HIDDEN, HIDDEN, 40]


@settings(max_examples=150, deadline=None)
@given(COUNTS)
def test_no_small_count_is_shown_or_found_by_subtraction(counts: list[int | None]) -> None:
    row = shown_row(counts)

    assert not any(isinstance(cell, int) and 0 < cell < 5 for cell in row)
    hidden = [n for n, cell in enumerate(row) if cell is HIDDEN]
    others_told = any(count for n, count in enumerate(counts) if n not in hidden)
    if len(hidden) == 1 and others_told:
        assert None in counts  # an unknown count leaves nothing to subtract from
