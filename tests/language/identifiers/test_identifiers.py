"""Signs of a person are found in every spelling; offices, places and law are left alone."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.language.folding import nfc
from lantoa.language.identifiers import Kind, identifiers_in
from tests.language.identifiers.sentences import measured


@pytest.mark.parametrize("name", ["tuned", "kept_back", "fresh"])
def test_of_own_sentences_nearly_every_sign_is_found_and_clean_ones_stay_clean(name):
    told = measured(name)

    assert told.recall("numbers") >= 0.98
    assert told.recall("names") >= 0.90
    assert told.recall("addresses") >= 0.90
    assert told.recall("births") >= 0.90
    assert told.alarms * 30 <= told.clean


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ông y bhăm niê nhận quà", Kind.NAME),
        ("hộ ông điểu krông", Kind.NAME),
        ("bà Ba Tri ở đầu hẻm", Kind.NAME),
        ("Nguyen Thi Sau duoc ho tro", Kind.NAME),
        ("H’Hen Niê", Kind.NAME),
        ("Chủ hộ: Hà Lan", Kind.NAME),
        ("Trưởng ấp Trần Văn Kèo", Kind.NAME),
        ("ông Lê Lợi nhận tiền", Kind.NAME),
        ("(+84) 912 345 678", Kind.PHONE),
        ("０９１２３４５６７８", Kind.PHONE),
        ("O9l2 345 678", Kind.PHONE),
        ("0912_345_678", Kind.PHONE),
        ("không chín một hai, ba bốn năm, sáu bảy tám", Kind.PHONE),
        ("zalo.me/0912345678", Kind.PHONE),
        ("0751 9000 1234", Kind.IDENTITY),
        ("CMND 271 234 567", Kind.IDENTITY),
        ("hộ chiếu C1234567", Kind.IDENTITY),
        ("GB-4-75-75123-45678", Kind.HEALTH_CARD),
        ("mã số BHXH 7512345678", Kind.HEALTH_CARD),
        ("0121000345678 Vietcombank", Kind.ACCOUNT),
        ("nguyenvana(at)gmail.com", Kind.EMAIL),
        ("60B1 23456 là biển số xe", Kind.PLATE),
        ("khu phố 3, tổ 5", Kind.ADDRESS),
        ("45/6 Phan Đình Phùng", Kind.ADDRESS),
        ("sinh ngày 12 tháng 3 năm 1956", Kind.BIRTH),
    ],
)
def test_one_sign_alone_is_found_as_what_it_is_in_both_forms_of_unicode(text, kind):
    for form in ("NFC", "NFD"):
        assert kind in {found.kind for found in identifiers_in(unicodedata.normalize(form, text))}


@pytest.mark.parametrize(
    "text",
    [
        "Nộp hồ sơ tại UBND phường, số 9 đường Nguyễn Văn Trỗi.",
        "Các đường Huỳnh Văn Lũy, Bùi Hữu Nghĩa và Trương Định đang sửa.",
        "Từ 01/01/2026 đến 31/12/2030; sáng 12/3 khu phố 4 ra quân.",
        "Xem https://vanban.chinhphu.vn/188251231110240246.htm",
        "Hộp thư ubnd.tranbien@dongnai.gov.vn; tổng đài 1900 9068; mã số thuế 3600123456.",
        "Nghị quyết 30a/2008/NQ-CP, Quyết định 1719/QĐ-TTg: 120.000.000.000 đồng.",
        "Trường Trung học phổ thông chuyên Lương Thế Vinh, công ty TNHH Phạm Tôn.",
        "Đồng bào K'Ho, M'Nông và Chơ Ro.",
        "Trung tâm Y tế khu vực Long Thành - Nhơn Trạch.",
    ],
)
def test_offices_places_and_law_are_no_signs_of_a_person(text):
    assert identifiers_in(text) == []


def test_invisible_and_look_alike_characters_hide_nothing():
    text = "Hộ \u200bNgu\u00adyễn Thị Ðẹt, 09\u200b12 345\u00a0678; \u041d\u1ed3 V\u0103n \u0410n"

    assert [found.kind for found in identifiers_in(text)] == [Kind.NAME, Kind.PHONE, Kind.NAME]


@given(st.text(alphabet="Ông bà Trần Thị Sáu 0912/-.@+(),'\u200bA1\n", max_size=80))
def test_findings_come_in_order_and_lie_in_the_composed_text(text):
    end = 0
    for found in identifiers_in(text):
        assert end <= found.span[0] < found.span[1] <= len(nfc(text))
        end = found.span[1]


@pytest.mark.parametrize(
    "piece",
    ["1/", "1 ", "1.", "O1 ", "a.", "a@", "A ", "bà ", "hộ ", "tên là ", "tổ 5 ", "12/3 ", "Nguyễn Thị "]
    + ["không chín ", "tài khoản 12 ", "http://1 ", "H'", "trường trung học ", "các đường Lê Lợi, "],
)
def test_four_times_the_text_takes_about_four_times_the_work(piece):
    short, long = (_work(piece * (size // len(piece))) for size in (6_000, 24_000))

    assert long < 8 * short + 0.05  # twice the room: what grew with the square would need sixteen times


def _work(text):
    def once():
        started = time.process_time()
        identifiers_in(text)
        return time.process_time() - started

    return min(once() for _ in range(3))
