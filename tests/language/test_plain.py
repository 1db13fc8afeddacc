"""Chữ tắt chưa viết đủ và chữ của cơ quan: what a listener would stumble over is pointed at."""

import unicodedata

import pytest

from lantoa.language.plain import plainer, unexplained


def test_a_short_form_that_nobody_wrote_out_is_pointed_at_once() -> None:
    assert unexplained("Bà con mang thẻ BHYT đến UBND phường. Thẻ BHYT còn hạn.") == ["BHYT", "UBND"]


@pytest.mark.parametrize(
    "text",
    [
        "Thẻ bảo hiểm y tế (BHYT) được cấp lại. Mang BHYT theo.",
        "BHYT (bảo hiểm y tế) được cấp lại.",
        "Thẻ bảo hiểm y tế, gọi tắt là BHYT.",
        "Nộp tại trung tâm PVHCC (phục vụ hành chính công).",
        "Theo Nghị định 188/2025/NĐ-CP và Quyết định 24/2021/QĐ-TTg.",
        "Chương II, mục IV nói về vay vốn.",
        "THÔNG BÁO CẤP THẺ BHYT",
    ],
)
def test_what_is_written_out_or_is_no_short_form_is_left_alone(text: str) -> None:
    assert unexplained(text) == []


def test_letters_in_parts_are_the_same_letters() -> None:
    """NFD from another machine reads the same."""
    assert unexplained(unicodedata.normalize("NFD", "Hỏi HĐND phường.")) == ["HĐND"]


def test_words_of_the_office_come_with_plainer_ones() -> None:
    text = "Đối tượng thụ hưởng nộp thành phần hồ sơ; đối tượng thụ hưởng ký nhận."

    assert plainer(text) == [
        ("đối tượng thụ hưởng", "người được hưởng"),
        ("thành phần hồ sơ", "giấy tờ cần nộp"),
    ]


def test_a_word_within_another_is_not_one_of_the_office() -> None:
    assert plainer("Bà con đến nơi tiến hànhh.") == []
