"""One door for texts: what is stored can be sorted, found, signed and read everywhere."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.common.text import file_name, tidied, tidy


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Ðiều 5 QÐ-TTg, ðồng bào", "Điều 5 QĐ-TTg, đồng bào"),
        ("\u0189ồng Nai", "Đồng Nai"),
        (unicodedata.normalize("NFD", "Hộ nghèo đủ điều kiện"), "Hộ nghèo đủ điều kiện"),
        ("hộ\u200b ng\u00adhèo\ufeff \u202eđảo\u2066", "hộ nghèo đảo"),
        ("\uf0b7 Thẻ bảo hiểm \ue001y tế", "• Thẻ bảo hiểm y tế"),
        ("một\r\nhai\tba\x00\x07", "một\r\nhai\tba"),
        ("a\u034f\u0301", "á"),
        ("Guðrún", "Guðrún"),
        ("giữ\u00a0nguyên – “dấu”", "giữ\u00a0nguyên – “dấu”"),
        ("\U0001f9d1\u200d\U0001f33e lúa", "\U0001f9d1\U0001f33e lúa"),
    ],
)
def test_what_is_typed_becomes_what_is_stored(typed, stored):
    assert tidy(typed) == stored


@given(st.text(max_size=40))
def test_what_passed_the_door_passes_it_unchanged(text):
    once = tidy(text)

    assert tidy(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_every_text_inside_json_passes():
    assert tidied({"Ð": ["Ðồng\u200b", 1, None, {"a": True}]}) == {"Đ": ["Đồng", 1, None, {"a": True}]}


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("C:\\Users\\Lan\\Quyết Ðịnh\u202e 05.pdf", "Quyết Định 05.pdf"),
        ("../../hộ\nnghèo.docx", "hộ nghèo.docx"),
        (unicodedata.normalize("NFD", "kế hoạch.md"), "kế hoạch.md"),
        ("a" * 300 + ".pdf", "a" * 196 + ".pdf"),
        ("", ""),
    ],
)
def test_a_file_name_is_one_short_line_without_folders(sent, kept):
    assert file_name(sent) == kept
