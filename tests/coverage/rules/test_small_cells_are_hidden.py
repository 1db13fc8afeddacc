"""Số dưới 5 hộ không ra khỏi cơ quan, và không suy ngược ra được từ tổng."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.coverage.rules.small_cells_are_hidden import HIDDEN, ShownTable, shown, shown_table

MOST_OPEN = 5  # more unknowns than this are too many to try
Counts = list[list[int | None]]
BEYOND = 11  # the largest count that the enemy below tries; every table under test has smaller ones


def test_one_to_four_are_hidden_and_nothing_else() -> None:
    assert [shown(n) for n in (0, 1, 4, 5, 200, None)] == [0, HIDDEN, HIDDEN, 5, 200, None]


def test_a_table_without_small_counts_is_told_whole() -> None:
    assert shown_table([[5, 0], [8, 20]]) == ShownTable(((5, 0), (8, 20)), (5, 28), (13, 20), 33)


def test_a_small_count_takes_the_cheapest_round_with_it() -> None:
    """Ẩn số 3; để trừ từ tổng không ra, ẩn thêm ba ô nhỏ nhất tạo thành một vòng với nó."""
    told = shown_table([[3, 40, 12], [50, 60, 9], [70, 80, 90]])

    assert told.cells == ((HIDDEN, 40, HIDDEN), (HIDDEN, 60, HIDDEN), (70, 80, 90))
    assert (told.rows, told.columns, told.total) == ((55, 119, 240), (123, 180, 111), 414)


def test_noughts_are_told_and_protect_nobody() -> None:
    told = shown_table([[3, 0], [0, 9]])

    assert told.cells == ((HIDDEN, 0), (0, 9))
    assert HIDDEN in (told.rows[0], told.columns[0])


def test_of_a_single_small_count_no_total_is_told() -> None:
    assert shown_table([[3]]) == ShownTable(((HIDDEN,),), (HIDDEN,), (HIDDEN,), HIDDEN)


def test_two_ones_of_a_told_total_would_give_each_other_away() -> None:
    """Hai số 1 cùng hàng, tổng 2: số bị ẩn không bao giờ là 0 nên phải ẩn thêm."""
    told = shown_table([[1, 1, 30]])

    assert told.rows == (32,)
    assert told.cells == ((HIDDEN, HIDDEN, HIDDEN),)


def test_an_unknown_count_stays_unknown_and_so_do_its_totals() -> None:
    told = shown_table([[3, None], [40, 50]])

    assert told.cells[0] == (HIDDEN, None)
    assert (told.rows[0], told.columns[1], told.total) == (None, None, None)


def all_tables(told: ShownTable) -> list[tuple[int, ...]]:
    """Every table that a reader could still think of: hidden counts are 1 or more, unknown ones any."""
    height, width = len(told.cells), len(told.cells[0])
    flat = [cell for row in told.cells for cell in row]
    choices = [
        [cell] if isinstance(cell, int) else range(0 if cell is None else 1, BEYOND + 1) for cell in flat
    ]
    kept = []
    for cells in product(*choices):
        rows = [sum(cells[n * width : (n + 1) * width]) for n in range(height)]
        columns = [sum(cells[m::width]) for m in range(width)]
        pairs = zip([*rows, *columns, sum(rows)], [*told.rows, *told.columns, told.total], strict=True)
        if all(sum_ == said if isinstance(said, int) else True for sum_, said in pairs):
            kept.append((*cells, *rows, *columns, sum(rows)))
    return kept


def everything(told: ShownTable) -> list[object]:
    return [*(cell for row in told.cells for cell in row), *told.rows, *told.columns, told.total]


@st.composite
def tables(draw, most: int) -> Counts:
    height, width = draw(st.sampled_from([(1, 1), (1, 2), (1, 3), (1, 4), (2, 2), (3, 1), (2, 3)]))
    counts = st.integers(0, most) | st.none() if draw(st.booleans()) else st.integers(0, most)
    return draw(st.lists(st.lists(counts, min_size=width, max_size=width), min_size=height, max_size=height))


def must_not_be_determined(counts: Counts) -> None:
    told = shown_table(counts)
    said = everything(told)
    assert not any(isinstance(one, int) and 0 < one < 5 for one in said)
    if sum(not isinstance(cell, int) for row in told.cells for cell in row) > MOST_OPEN:
        return
    thinkable = all_tables(told)
    for at, one in enumerate(said):
        if one is HIDDEN:
            assert len({table[at] for table in thinkable}) >= 2, (counts, said)


@settings(max_examples=20, deadline=None)
@given(tables(most=7))
def test_no_hidden_count_is_determined_by_what_is_told(counts: Counts) -> None:
    """Kẻ dò thử mọi bảng khả dĩ: ô nào bị ẩn cũng còn ít nhất hai khả năng, tổng bị ẩn cũng vậy."""
    must_not_be_determined(counts)


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(tables(most=7))
def test_nor_in_many_more_tables(counts: Counts) -> None:
    must_not_be_determined(counts)


@pytest.mark.slow
def test_nor_in_any_table_of_two_by_two() -> None:
    for a, b, c, d in product((0, 1, 4, 6), repeat=4):
        must_not_be_determined([[a, b], [c, d]])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(0, 60) | st.none(), min_size=6, max_size=6), min_size=2, max_size=12))
def test_what_is_told_is_true_and_totals_add_up(counts: Counts) -> None:
    told = shown_table(counts)

    for row, said in zip(counts, told.cells, strict=True):
        assert all(one is HIDDEN or one == count for count, one in zip(row, said, strict=True))
        assert all(one is not HIDDEN for count, one in zip(row, said, strict=True) if not count)
    for row, said_sum in zip(counts, told.rows, strict=True):
        assert said_sum is HIDDEN or said_sum == (None if None in row else sum(c or 0 for c in row))
