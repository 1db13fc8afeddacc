"""Misprinted words of law are told on their line, right ones never."""

import pytest

from lantoa.language.slips import slips_in


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Căn cứ Nghị định sô 07/2031/NĐ-CP của Chính phủ;", ["sô"]),
        ("Thông tu số 12/2031/TT-BYT", ["Thông tu"]),
        ("Quyêt định số 5/QĐ-UBND của phường", ["Quyêt định"]),
        ("theo Nghị định số O7/2031/NĐ-CP", ["O7"]),
        ("theo Nghị định số Ø7/2031/NĐ-CP", ["Ø7"]),
        ("theo Nghị định số 07/2O31/NĐ-CP", ["2O31"]),
        ("theo khoàn 2 Điêu 5 của Luật này", ["khoàn", "Điêu"]),
        ("ngây 05 thảng 3 năm 2031", ["ngây", "thảng"]),
    ],
)
def test_a_misprint_is_told_with_its_words(line, told):
    assert slips_in(line) == told


@pytest.mark.parametrize(
    "line",
    [
        "Căn cứ Nghị định số 07/2031/NĐ-CP ngày 27 tháng 01 năm 2031 của Chính phủ;",
        "Nghi dinh so 07/2031/ND-CP ngay 27 thang 01 nam 2031",
        "Nhà số 12/3 khu phố 4, so với năm 2030 tăng 5/7.",
        "Giao khoán 100 triệu đồng; điểm 2 khoản 3 Điều 5.",
        "NGHỊ ĐỊNH SỐ 07/2031/NĐ-CP",
        "từ thời điểm 1/7/2031",
    ],
)
def test_right_words_are_not_doubted(line):
    assert slips_in(line) == []
