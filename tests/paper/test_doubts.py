"""Heads that lost their layout are put together again, and what the paper leaves in doubt is said."""

from datetime import date

import pytest

from lantoa.paper.reading.official import Reading, assemble
from lantoa.paper.reading.parse import parse
from lantoa.paper.reading.pieces import Line

TOKENS = """UBND
TỈNH
MIỀN
TRUNG
SỞ
CHÍNH
SÁCH
CỘNG HÒA
XÃ HỘI CHỦ NGHĨA
VIỆT NAM
Độc lập
- Tự do -
Hạnh phúc
Số:
15/KH-SCS
Miền Trung,
ngày
04
tháng
3
năm
2031
KẾ
HOẠCH

Truyền thông năm 2031

Nội dung kế hoạch.
"""


def read(text: str) -> Reading:
    return Reading.from_dict(parse(text.encode(), "text"))


def codes(reading: Reading) -> set[str]:
    return {doubt.code for doubt in reading.doubts}


def test_a_head_with_one_token_a_line_is_put_together() -> None:
    document = read(TOKENS).document

    assert (document.superior, document.issuer) == ("UBND TỈNH MIỀN TRUNG", "SỞ CHÍNH SÁCH")
    assert (document.number, document.symbol) == ("15", "KH-SCS")
    assert (document.place, document.issued_on) == ("Miền Trung", date(2031, 3, 4))
    assert (document.kind, document.title) == ("KẾ HOẠCH", "Truyền thông năm 2031")


def test_cells_joined_by_a_bar_are_two_columns() -> None:
    reading = read(
        "| SỞ CHÍNH SÁCH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc |\n"
        "Số: 15/KH-SCS | Miền Trung, ngày 04 tháng 3 năm 2031\n\nKẾ HOẠCH\n\nNội dung kế hoạch.\n\n"
        "Nơi nhận: | KT. GIÁM ĐỐC\n- Lưu: VT. | PHÓ GIÁM ĐỐC\n| Trần Thu Hà"
    )
    document = reading.document

    assert (document.issuer, document.number, document.issued_on) == ("SỞ CHÍNH SÁCH", "15", date(2031, 3, 4))
    assert document.recipients == ["Lưu: VT"]
    assert document.signer is not None
    assert (document.signer.lines, document.signer.name) == (["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Trần Thu Hà")
    assert reading.quote("number") == "Số: 15/KH-SCS"


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        (
            "Căn cứ Nghị định số",
            "412/2029/NĐ-CP của Chính phủ;",
            "Căn cứ Nghị định số 412/2029/NĐ-CP của Chính phủ;",
        ),
        ("Căn cứ Nghị định số 412/", "2029/NĐ-CP;", "Căn cứ Nghị định số 412/2029/NĐ-CP;"),
        (
            "Hộ nghèo theo điểm a khoản",
            "2 Điều 3 được vay vốn.",
            "Hộ nghèo theo điểm a khoản 2 Điều 3 được vay vốn.",
        ),
        ("Thực hiện chỉ đạo của", "Ủy ban nhân dân tỉnh.", "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh."),
    ],
)
def test_a_torn_citation_is_one_line_again(above: str, below: str, whole: str) -> None:
    lines = [line.text for line in assemble([Line(above), Line(below)], "text").lines]

    assert lines == [whole]


def test_a_page_of_a_portal_kept_as_text_begins_at_its_head() -> None:
    reading = read(
        "Cổng thông tin điện tử tỉnh\nTrang chủ\nVăn bản chỉ đạo điều hành\nQuyết định số 9 mới nhất\n\n"
        "SỞ CHÍNH SÁCH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 15/KH-SCS\n\n"
        "KẾ HOẠCH\n\nNội dung."
    )

    assert reading.lines[0].text == "SỞ CHÍNH SÁCH"
    assert (reading.document.kind, reading.document.issuer) == ("KẾ HOẠCH", "SỞ CHÍNH SÁCH")


def test_years_that_contradict_are_both_given() -> None:
    reading = read(
        "Số: 15/2030/QĐ-UBND\nMiền Trung, ngày 04 tháng 3 năm 2031\n\nQUYẾT ĐỊNH\nVề định mức\n\nĐiều 1. A."
    )

    (doubt,) = [doubt for doubt in reading.doubts if doubt.code == "years_differ"]
    assert "2030" in doubt.says and "04/03/2031" in doubt.says
    assert {reading.lines[no].text for no in doubt.lines} == {
        "Số: 15/2030/QĐ-UBND", "Miền Trung, ngày 04 tháng 3 năm 2031",
    }  # fmt: skip
    assert reading.document.issued_on == date(2031, 3, 4)


def test_a_day_that_no_calendar_has_is_told() -> None:
    reading = read(
        "Số: 15/QĐ-UBND\nMiền Trung, ngày 31 tháng 4 năm 2031\n\nQUYẾT ĐỊNH\nVề định mức\n\nĐiều 1. A."
    )

    assert reading.document.issued_on is None
    assert "day_impossible" in codes(reading) and "issued_on_missing" not in codes(reading)


@pytest.mark.parametrize("line", ["Số: l5/KH-UBND", "Số: ×§/KH-UBND", "Sô: I2 /KH-UBND"])
def test_a_number_that_is_no_number_is_shown_and_not_taken(line: str) -> None:
    reading = read(f"{line}\nMiền Trung, ngày 0§ tháng 3 năm 2031\n\nKẾ HOẠCH\nNăm 2031\n\nNội dung.")

    assert (reading.document.number, reading.document.issued_on) == ("", None)
    says = {doubt.field: doubt.says for doubt in reading.doubts}
    assert line in says["number"] and "0§" in says["issued_on"]


def test_without_its_line_the_kind_is_told_by_the_symbol_and_doubted() -> None:
    reading = read("Số: 15/KH-UBND\nMiền Trung, ngày 04 tháng 3 năm 2031\n\nNội dung kế hoạch như sau.")

    assert reading.document.kind == "KẾ HOẠCH"
    assert "kind_from_symbol" in codes(reading) and reading.quote("kind") == "Số: 15/KH-UBND"


def test_a_dispatch_needs_no_kind() -> None:
    reading = read(
        "Số: 15/UBND-VX\nV/v mở lớp\nMiền Trung, ngày 04 tháng 3 năm 2031\n\nKính gửi: Các xã.\n\nMời dự."
    )

    assert reading.document.kind == "" and "kind_from_symbol" not in codes(reading)


def test_two_numbers_in_a_head_are_both_given() -> None:
    reading = read("Số: 15/KH-UBND\nSố: 16/KH-UBND\n\nKẾ HOẠCH\nNăm 2031\n\nNội dung.")

    (doubt,) = [doubt for doubt in reading.doubts if doubt.code == "number_differs"]
    assert "15/KH-UBND" in doubt.says and "16/KH-UBND" in doubt.says


def test_a_scan_is_doubted_where_the_recogniser_is_unsure_and_always_at_its_number() -> None:
    def scanned(text: str, **unsure: int) -> Line:
        return Line(text, page=1, sureness=[(word, unsure.get(word, 96)) for word in text.split()])

    sure = assemble([scanned("Số: 15/KH-UBND"), scanned("KẾ HOẠCH"), scanned("Nội dung.")], "png")
    unsure = assemble(
        [scanned("Số: 15/KH-UBND", **{"15/KH-UBND": 80}), scanned("KẾ HOẠCH"), scanned("Nội dung.")], "png"
    )

    assert "scan_check" in codes(sure) and sure.lines[0].doubtful == []
    assert "scan_unsure" in codes(unsure) and unsure.lines[0].doubtful == [[4, 14]]
    assert sure.confidence == 96


def test_a_whole_paper_leaves_no_doubt() -> None:
    from tests.paper.test_other_kinds import PLAN_TEXT

    assert read(PLAN_TEXT).doubts == []
