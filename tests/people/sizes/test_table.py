"""Where the table of sizes stands in a workbook, however an office made it."""

import unicodedata

import pytest

from lantoa.common.problems import RuleBroken
from lantoa.paper.sheets import Formula
from lantoa.people.sizes import find_table
from tests.people.sizes.sheets import LONG, sheet

KINDS = {"ho ngheo": "Hộ nghèo", "ho can ngheo": "Hộ cận nghèo"}


def told(*sheets):
    table = find_table(sheets, KINDS)
    return [(f.line, f.unit, f.kind, f.count) for f in table.figures]


def test_a_row_for_each_figure() -> None:
    assert told(sheet(LONG, ("Bến Gỗ", "Hộ nghèo", 12), ("Cù Lao", "Hộ nghèo", "1.250"))) == [
        (2, "Bến Gỗ", "Hộ nghèo", 12),
        (3, "Cù Lao", "Hộ nghèo", "1.250"),
    ]


def test_a_column_for_each_group_where_an_empty_cell_says_nothing() -> None:
    """Ô để trống không phải là số 0."""
    table = sheet(
        ("STT", "Phường, xã", "Số hộ nghèo", None, "Hộ cận nghèo"),
        (1, "Bến Gỗ", 12, None, 0),
        (2, "Cù Lao", None, None, 7),
    )

    assert told(table) == [
        (2, "Bến Gỗ", "Hộ nghèo", 12),
        (2, "Bến Gỗ", "Hộ cận nghèo", 0),
        (3, "Cù Lao", "Hộ cận nghèo", 7),
    ]


def test_titles_above_numbered_heads_and_remarks_below_do_no_harm() -> None:
    table = sheet(
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ",),
        (),
        ("Biểu tổng hợp hộ nghèo, hộ cận nghèo",),
        ("Phường, xã", "Hộ nghèo"),
        ("(A)", "(1)"),
        ("Bến Gỗ", 12),
        (None, None, "Người lập biểu"),
    )

    assert told(table) == [(6, "Bến Gỗ", "Hộ nghèo", 12)]


def test_heads_of_two_rows_with_merged_cells() -> None:
    table = sheet(
        ("Phường, xã", "Số hộ", None),
        (None, "Hộ nghèo", "Hộ cận nghèo"),
        ("Bến Gỗ", 12, 30),
        merged=((1, 1, 2, 1), (1, 2, 1, 3)),
    )

    assert told(table) == [(3, "Bến Gỗ", "Hộ nghèo", 12), (3, "Bến Gỗ", "Hộ cận nghèo", 30)]


def test_a_name_merged_over_its_rows_holds_for_each_and_a_merged_count_for_none() -> None:
    """Tên gộp dùng cho mọi dòng; số gộp qua nhiều dòng không của riêng dòng nào."""
    table = sheet(
        LONG,
        ("Bến Gỗ", "Hộ nghèo", 12),
        (None, "Hộ cận nghèo", 30),
        ("Cù Lao", "Hộ nghèo", 45),
        ("Đồng Cát", "Hộ nghèo", None),
        merged=((2, 1, 3, 1), (4, 3, 5, 3)),
    )

    figures = find_table([table], KINDS).figures

    assert [(f.unit, f.merged) for f in figures] == [
        ("Bến Gỗ", False),
        ("Bến Gỗ", False),
        ("Cù Lao", True),
        ("Đồng Cát", True),
    ]


def test_decomposed_letters_and_blanks_are_the_same_head() -> None:
    heads = tuple(unicodedata.normalize("NFD", f"  {head} ") for head in LONG)

    assert told(sheet(heads, (unicodedata.normalize("NFD", " Bến  Gỗ "), "Hộ nghèo", 1))) == [
        (2, "Bến Gỗ", "Hộ nghèo", 1)
    ]


def test_hidden_sheets_are_not_read_and_it_says_so() -> None:
    good = sheet(LONG, ("Bến Gỗ", "Hộ nghèo", 12), formulas=2)
    table = find_table(
        [
            sheet(LONG, ("Cù Lao", "Hộ nghèo", 99), name="Nháp", hidden=True),
            sheet(("Ghi chú chung",), name="Đọc trước"),
            good,
        ],
        KINDS,
    )

    assert [f.unit for f in table.figures] == ["Bến Gỗ"]
    assert table.notes == (
        "Không đọc 1 trang tính bị ẩn: “Nháp”.",
        "Chỉ đọc trang “Số liệu”; không đọc: “Đọc trước”.",
        "Có 2 ô là công thức: lấy kết quả mà tệp đã lưu, không tính lại.",
    )


def test_columns_that_are_not_used_are_named() -> None:
    table = find_table([sheet((*LONG, "Chủ hộ"), ("Bến Gỗ", "Hộ nghèo", 1))], KINDS)

    assert table.notes == ("Không dùng các cột: “Chủ hộ”.",)


@pytest.mark.parametrize(
    "wrong", [sheet(("Họ tên", "Tuổi"), ("An", 5)), sheet(), sheet(("Đơn vị", "Tuổi"), ("Bến Gỗ", 5))]
)
def test_a_workbook_without_such_a_table_is_refused(wrong) -> None:
    with pytest.raises(RuleBroken) as refused:
        find_table([wrong], KINDS)

    assert refused.value.problems[0].code == "no_table"


def test_merged_ranges_over_the_whole_sheet_cost_nothing() -> None:
    huge = tuple((1, 1, 1_048_576, 16_384) for _ in range(3))

    assert told(sheet(("Đơn vị", "Hộ nghèo"), ("Bến Gỗ", 12), merged=huge))[0][1:3] == ("Bến Gỗ", "Hộ nghèo")


def test_a_formula_without_result_stays_a_formula() -> None:
    assert told(sheet(LONG, ("Bến Gỗ", "Hộ nghèo", Formula("=1+1"))))[0][3] == Formula("=1+1")
