"""Một mục như một đoạn chữ: out and back without loss."""

import pytest

from lantoa.plans.section_text import blocks_of, text_of

TABLE = {"columns": [{"width": 1.0, "align": "left"}], "rows": [[{"text": "Ô"}]], "header_rows": 0}
BLOCKS = [
    {"text": "Mở đầu.", "marker": "", "italic": True},
    {"text": "Một việc;", "marker": "-"},
    TABLE,
    {"text": "Việc hai.", "marker": "2."},
    {"text": "Điểm a.", "marker": "a)"},
]


def test_blocks_become_lines_with_their_marks():
    assert text_of(BLOCKS) == "Mở đầu.\n- Một việc;\n[bảng 1]\n2. Việc hai.\na) Điểm a."


def test_lines_that_stay_keep_their_looks_and_their_tables():
    assert blocks_of(text_of(BLOCKS), BLOCKS) == BLOCKS


def test_a_changed_line_is_a_plain_paragraph_with_its_mark():
    text = "Mở đầu mới.\n\n-  Việc   khác;\n3) Ba"

    assert blocks_of(text, BLOCKS) == [
        {"text": "Mở đầu mới.", "marker": ""},
        {"text": "Việc khác;", "marker": "-"},
        {"text": "Ba", "marker": "3."},
    ]


@pytest.mark.parametrize("line", ["Từ 2022 - 2025 thực hiện", "III kỳ họp", "[bảng 2]", "[bảng 0]"])
def test_what_only_looks_like_a_mark_or_a_table_is_words(line: str):
    assert blocks_of(line, BLOCKS) == [{"text": line, "marker": ""}]
