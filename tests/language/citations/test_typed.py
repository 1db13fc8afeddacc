"""A reference typed into a box is read in every form, and words that only look like one are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.language.citations import read_typed
from lantoa.language.folding import fold

NĐ, TT, QĐ, LUẬT = "Nghị định", "Thông tư", "Quyết định", "Luật"


def read(typed: str) -> list[tuple]:
    return [(one.type, one.number, one.year, one.symbol) for one in read_typed(typed).citations]


def places(typed: str) -> list[tuple]:
    return [(one.number, one.article, one.clause, one.point) for one in read_typed(typed).citations]


@pytest.mark.parametrize(
    ("typed", "document"),
    [
        ("07/2031/NĐ-CP", (NĐ, "07", 2031, "NĐ-CP")),
        ("NĐ07/2031", (NĐ, "07", 2031, None)),
        ("QĐ28/2014", (QĐ, "28", 2014, None)),
        ("nd351", (NĐ, "351", None, None)),
        ("nđ 351", (NĐ, "351", None, None)),
        ("nd 07 2031", (NĐ, "07", 2031, None)),
        ("nd07/2031/nd-cp", (NĐ, "07", 2031, "NĐ-CP")),
        ("nghi dinh 30/2020", (NĐ, "30", 2020, None)),
        ("nghidinh 30/2020", (NĐ, "30", 2020, None)),
        ("nghị định chính phủ số 30 năm 2020", (NĐ, "30", 2020, None)),
        ("Nghị định số: 07", (NĐ, "07", None, None)),
        ("NĐ-CP 7/2031", (NĐ, "7", 2031, None)),
        ("nđ 07/21", (NĐ, "07", 2021, None)),
        ("luat 89", (LUẬT, "89", None, None)),
        ("Luật số 89/2025", (LUẬT, "89", 2025, None)),
        ("bộ luật 45/2019/qh14", ("Bộ luật", "45", 2019, "QH14")),
        ("tt55/2023", (TT, "55", 2023, None)),
        ("qd 90/qd-ttg", (QĐ, "90", None, "QĐ-TTg")),
        ("90/QĐ-TTg", (QĐ, "90", None, "QĐ-TTg")),
        ("07/2031", (None, "07", 2031, None)),
        ("05–NQ/TU", ("Nghị quyết", "05", None, "NQ/TU")),
        ("công văn 415", ("Công văn", "415", None, None)),
    ],
)
def test_a_number_is_read_however_it_is_typed(typed: str, document: tuple) -> None:
    asked = read_typed(f"mức vay {typed}")

    assert [(one.type, one.number, one.year, one.symbol) for one in asked.citations] == [document]
    assert asked.rest == "mức vay"


@pytest.mark.parametrize(
    "typed",
    [
        *("500.000 đồng/người", "31%", "từ 5 đến 10", "tháng 7/2031", "ngày 12/5/2031", "2 lần/năm"),
        *("5/lượt", "Luật 2019", "nghị quyết 5 năm", "báo cáo 2 nội dung", "pháp luật 30", "kỷ luật 3 lần"),
        *("giai đoạn 2021/2025", "tổ 12 khu phố 5"),
    ],
)
def test_other_figures_are_words(typed: str) -> None:
    asked = read_typed(typed)

    assert not asked.citations
    assert asked.rest == typed


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("Điều 24 nghị định 30/2020", [("30", "24", None, None)]),
        ("dieu 24 nghi dinh 30/2020", [("30", "24", None, None)]),
        ("nghị định 30/2020 điều 24 khoản 2", [("30", "24", "2", None)]),
        ("30/2020/nđ-cp, điều 24", [("30", "24", None, None)]),
        ("NĐ 30 điều 24", [("30", "24", None, None)]),
        ("k2 đ24 nđ30/2020", [("30", "24", "2", None)]),
        ("diem a khoan 2 dieu 24 nd30/2020", [("30", "24", "2", "a")]),
        (
            "khoản 2, 3 điều 24 và điều 25 nđ 30/2020",
            [("30", "24", "2", None), ("30", "24", "3", None), ("30", "25", None, None)],
        ),
        ("Điều 5 nđ30/2020, Điều 6 nđ45/2020", [("30", "5", None, None), ("45", "6", None, None)]),
        ("nđ 30/2020 và nđ 45/2020 điều 5", [("30", None, None, None), ("45", "5", None, None)]),
        ("điều 6", [(None, "6", None, None)]),
        ("khoan 2 dieu 6 luat nha o", [(None, "6", "2", None)]),
    ],
)
def test_places_belong_to_the_document_beside_them(typed: str, named: list[tuple]) -> None:
    assert places(typed) == named


def test_a_question_keeps_its_words() -> None:
    asked = read_typed("thời hạn lưu hồ sơ theo Điều 24 Nghị định 30/2020/NĐ-CP là bao lâu?")

    assert places("theo Điều 24 Nghị định 30/2020/NĐ-CP") == [("30", "24", None, None)]
    assert asked.rest == "thời hạn lưu hồ sơ theo là bao lâu?"
    assert read_typed("Điều 24 của nghị định 30/2020").rest == ""


@given(
    st.sampled_from(
        [("Nghị định", "nd", "NĐ-CP"), ("Quyết định", "qd", "QĐ-UBND"), ("Thông tư", "tt", "TT-BTC")]
    ),
    st.integers(1, 400),
    st.integers(1990, 2035),
    st.integers(1, 99),
    st.integers(1, 12),
)
def test_marks_capitals_and_shorthand_change_nothing(kind, number, year, article, clause) -> None:
    name, short, symbol = kind
    printed = f"khoản {clause} Điều {article} {name} số {number}/{year}/{symbol}"

    for typed in (printed, fold(printed), printed.upper(), f"k{clause} đ{article} {short}{number}/{year}"):
        assert places(typed) == [(str(number), str(article), str(clause), None)]


@given(st.text(max_size=200))
def test_anything_typed_is_read_without_harm(typed: str) -> None:
    read_typed(typed)
