# ruff: noqa: E501 - a line of a paper stays one line
"""Invented law in the shapes that real papers come in, with what a careful reader takes from each.

Numbers lie in years to come, so that none is a real document. A citation is written as in `said`:
"Nghị định 10/2030/NĐ-CP", with its place behind a bar: "| 3.2.b" is điểm b khoản 2 Điều 3.
"""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Paper:
    """A paper, the values that it states, what it names, and codes of the doubts that must be raised."""

    name: str
    text: str
    values: dict[str, str]
    cites: set[str]
    relations: dict[str, str] = field(default_factory=dict)
    doubts: frozenset[str] = frozenset()


def said(citation: dict[str, Any]) -> str:
    """One citation as the papers below write it."""
    named = citation["full"] or citation["name"] or citation["number"] or ""
    year = f" {citation['year']}" if citation["name"] and not citation["full"] and citation["year"] else ""
    place = ".".join(str(citation[p]) for p in ("article", "clause", "point") if citation[p])
    return f"{citation['type']} {named}{year}" + (f" | {place}" if place else "")


PAPERS = [
    Paper(
        "two columns in a table",
        """CHÍNH PHỦ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 20/2031/NĐ-CP | Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 15 tháng 3 năm 2031
NGHỊ ĐỊNH
Quy định mức trợ giúp thử nghiệm đối với hộ nghèo
Căn cứ Luật Tổ chức thử nghiệm ngày 19 tháng 6 năm 2029;
Căn cứ Luật Trợ giúp mẫu số 11/2030/QH18;
Theo đề nghị của Bộ trưởng Bộ Y tế;
Chính phủ ban hành Nghị định quy định mức trợ giúp thử nghiệm.
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định mức trợ giúp theo khoản 3 Điều 7 Luật Trợ giúp mẫu số 11/2030/QH18.
Điều 2. Đối tượng áp dụng
1. Hộ nghèo, hộ cận nghèo theo Nghị định số 08/2030/NĐ-CP.
2. Cơ quan, tổ chức có liên quan.
Điều 3. Hiệu lực thi hành
1. Nghị định này có hiệu lực thi hành kể từ ngày 01 tháng 5 năm 2031.
2. Nghị định số 05/2028/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.
Nơi nhận:
- Các bộ, cơ quan ngang bộ;
TM. CHÍNH PHỦ
THỦ TƯỚNG
""",
        {
            "kind": "Nghị định",
            "number": "20",
            "year": "2031",
            "symbol": "NĐ-CP",
            "issuer": "Chính phủ",
            "issued_on": "2031-03-15",
            "effective_on": "2031-05-01",
            "title": "Quy định mức trợ giúp thử nghiệm đối với hộ nghèo",
        },
        {
            "Luật Tổ chức thử nghiệm 2029",
            "Luật 11/2030/QH18",
            "Luật 11/2030/QH18 | 7.3",
            "Nghị định 08/2030/NĐ-CP",
            "Nghị định 05/2028/NĐ-CP",
        },
        {"Luật 11/2030/QH18": "can_cu", "Nghị định 05/2028/NĐ-CP": "het_hieu_luc"},
    ),
    Paper(
        "flattened, one token a line, with site text above",
        """Trang chủ
Văn bản mới
Tải về
Ngày ban hành: 02/04/2031
Ngày có hiệu lực: 20/05/2031
BỘ Y TẾ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số:
14/2031/TT-BYT
Hà Nội,
ngày 02 tháng 4 năm 2031
THÔNG TƯ
HƯỚNG DẪN CẤP THẺ KHÁM THỬ CHO HỘ CẬN NGHÈO
Căn cứ Nghị định số 20/2031/ NĐ-CP ngày
15 tháng 3 năm 2031 của Chính phủ quy định mức trợ giúp thử nghiệm;
Bộ trưởng Bộ Y tế ban hành Thông tư hướng dẫn cấp thẻ.
Điều 1. Cấp thẻ
1. Thẻ được cấp theo quy định tại điểm a khoản 2
Điều 6 Nghị định số 20/2031/NĐ - CP.
2. Việc thu hồi thẻ thực hiện theo Thông tư liên tịch số 03/2029/TTLT-BYT-BTC.
Điều 2. Hiệu lực
Thông tư này có hiệu lực thi hành sau 45 ngày, kể từ ngày ký.
""",
        {
            "kind": "Thông tư",
            "number": "14",
            "year": "2031",
            "symbol": "TT-BYT",
            "issuer": "Bộ Y tế",
            "issued_on": "2031-04-02",
            "effective_on": "2031-05-17",
            "title": "Hướng dẫn cấp thẻ khám thử cho hộ cận nghèo",
        },
        {
            "Nghị định 20/2031/NĐ-CP",
            "Nghị định 20/2031/NĐ-CP | 6.2.a",
            "Thông tư liên tịch 03/2029/TTLT-BYT-BTC",
        },
        {"Nghị định 20/2031/NĐ-CP": "can_cu"},
        frozenset({"starts_differ", "start_counted"}),
    ),
    Paper(
        "type word missing; year in the number against the date",
        """ỦY BAN NHÂN DÂN
TỈNH SÔNG LAM
Số: 31/2031/QĐ-UBND
Sông Lam, ngày 05 tháng 01 năm 2032
Ban hành mức quà Tết thử nghiệm cho hộ nghèo
Căn cứ Luật Tổ chức chính quyền địa phương năm 2029;
Căn cứ Nghị quyết số 12/2031/NQ-HĐND ngày 10 tháng 12 năm 2031 của Hội đồng nhân dân tỉnh;
QUYẾT ĐỊNH:
Điều 1. Mức quà Tết là 1.200.000 đồng một hộ.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 40/2029/QĐ-UBND ngày 20/12/2029.
Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành Quyết định này.
""",
        {
            "kind": "Quyết định",
            "number": "31",
            "year": "2031",
            "symbol": "QĐ-UBND",
            "issued_on": "2032-01-05",
            "effective_on": "2032-01-05",
            "title": "Ban hành mức quà Tết thử nghiệm cho hộ nghèo",
        },
        {
            "Luật Tổ chức chính quyền địa phương 2029",
            "Nghị quyết 12/2031/NQ-HĐND",
            "Quyết định 40/2029/QĐ-UBND",
        },
        {"Nghị quyết 12/2031/NQ-HĐND": "can_cu", "Quyết định 40/2029/QĐ-UBND": "thay_the"},
        frozenset({"kind_from_symbol", "year_differs"}),
    ),
    Paper(
        "Party resolution with a numbered list for căn cứ",
        """ĐẢNG CỘNG SẢN VIỆT NAM
TỈNH ỦY SÔNG LAM
*
Số 05-NQ/TU
Sông Lam, ngày 18 tháng 6 năm 2031
NGHỊ QUYẾT
Về giảm nghèo thử nghiệm giai đoạn 2031 - 2035
Thực hiện Kết luận số 76-KL/TW ngày 04 tháng 5 năm 2031 của Bộ Chính trị;
1. Chỉ thị số 40-CT/TW của Ban Bí thư;
2. Quyết định số 90/QĐ-TTg ngày 18 tháng 01 năm 2031 của Thủ tướng Chính phủ.
Điều 1. Mục tiêu
Phấn đấu giảm 1% hộ nghèo mỗi năm.
""",
        {
            "kind": "Nghị quyết",
            "number": "05",
            "symbol": "NQ/TU",
            "issued_on": "2031-06-18",
            "title": "Về giảm nghèo thử nghiệm giai đoạn 2031 - 2035",
        },
        {"Kết luận 76-KL/TW", "Chỉ thị 40-CT/TW", "Quyết định 90/QĐ-TTg"},
        {"Kết luận 76-KL/TW": "can_cu", "Chỉ thị 40-CT/TW": "can_cu", "Quyết định 90/QĐ-TTg": "can_cu"},
        frozenset({"start_missing"}),
    ),
    Paper(
        "amending decree that quotes new words",
        """CHÍNH PHỦ
Số: 33/2031/NĐ-CP
Hà Nội, ngày 20 tháng 7 năm 2031
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 20/2031/NĐ-CP quy định mức trợ giúp thử nghiệm
Căn cứ Luật Trợ giúp mẫu số 11/2030/QH18;
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 20/2031/NĐ-CP
1. Sửa đổi khoản 1 Điều 2 như sau:
“1. Hộ nghèo, hộ cận nghèo theo Nghị định số 44/2031/NĐ-CP.”
2. Bãi bỏ điểm b khoản 2 Điều 6.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01/09/2031.
""",
        {
            "kind": "Nghị định",
            "number": "33",
            "year": "2031",
            "symbol": "NĐ-CP",
            "issued_on": "2031-07-20",
            "effective_on": "2031-09-01",
        },
        {
            "Nghị định 20/2031/NĐ-CP",
            "Luật 11/2030/QH18",
            "Nghị định 20/2031/NĐ-CP | 2.1",
            "Nghị định 44/2031/NĐ-CP",
            "Nghị định 20/2031/NĐ-CP | 6.2.b",
        },
        {
            "Nghị định 20/2031/NĐ-CP | 2.1": "sua_doi_bo_sung",
            "Nghị định 20/2031/NĐ-CP | 6.2.b": "bai_bo",
            "Luật 11/2030/QH18": "can_cu",
        },
    ),
    Paper(
        "number misread by the scanner, date left blank",
        """SỞ Y TẾ TỈNH SÔNG LAM
Số: 2O/2031/QĐ-SYT
Sông Lam, ngày    tháng    năm 2031
QUYẾT ĐỊNH
Về việc giao chỉ tiêu thử nghiệm
Căn cứ Thông tư số 14/2031/TT-BYT;
Điều 1. Giao chỉ tiêu kèm theo Quyết định này.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
""",
        {
            "kind": "Quyết định",
            "number": "",
            "issued_on": "",
            "effective_on": "",
            "title": "Giao chỉ tiêu thử nghiệm",
        },
        {"Thông tư 14/2031/TT-BYT"},
        {"Thông tư 14/2031/TT-BYT": "can_cu"},
        frozenset({"number_unclear", "day_blank", "start_not_counted"}),
    ),
    Paper(
        "công văn without a type word",
        """BỘ LAO ĐỘNG MẪU
Số: 3016/LĐTBXH-VPQGGN
V/v hướng dẫn rà soát hộ nghèo thử nghiệm
Hà Nội, ngày 09 tháng 8 năm 2031
Kính gửi: Ủy ban nhân dân các tỉnh
Thực hiện Quyết định số 24/2031/QĐ-TTg ngày 16/7/2031 của Thủ tướng Chính phủ, đề nghị các tỉnh rà soát theo mẫu.
Mọi vướng mắc gửi về trước ngày 30 tháng 9 năm 2031 theo khoản 2 Điều 5 Thông tư số 07/2031/TT-BYT.
""",
        {"kind": "Công văn", "number": "3016", "symbol": "LĐTBXH-VPQGGN", "issued_on": "2031-08-09"},
        {"Quyết định 24/2031/QĐ-TTg", "Thông tư 07/2031/TT-BYT | 5.2"},
        {"Quyết định 24/2031/QĐ-TTg": "can_cu"},
        frozenset({"no_tree"}),
    ),
    Paper(
        "law of the National Assembly, day in the last sentence",
        """QUỐC HỘI
Luật số: 11/2030/QH18
LUẬT
TRỢ GIÚP MẪU
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật Trợ giúp mẫu.
Chương I
NHỮNG QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Luật này quy định về trợ giúp.
Điều 7. Mức trợ giúp
3. Chính phủ quy định chi tiết khoản 1 Điều này.
Điều 9. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2031, trừ Điều 7 của Luật này có hiệu lực từ ngày 01 tháng 7 năm 2031.
Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XVIII, kỳ họp thứ 3 thông qua ngày 12 tháng 6 năm 2030.
""",
        {
            "kind": "Luật",
            "number": "11",
            "year": "2030",
            "symbol": "QH18",
            "issuer": "Quốc hội",
            "issued_on": "2030-06-12",
            "effective_on": "2031-01-01",
            "title": "Trợ giúp mẫu",
        },
        {"Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"},
        {},
        frozenset({"parts_start_apart"}),
    ),
    Paper(
        "several căn cứ with & and stray blanks; ends on a day",
        """HỘI ĐỒNG NHÂN DÂN TỈNH SÔNG LAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
Số: 26 /2031/ NQ-HĐND                    Sông Lam, ngày 10 tháng 12 năm 2031
NGHỊ QUYẾT
Quy định chính sách hỗ trợ nước sạch thử nghiệm
trên địa bàn tỉnh Sông Lam
Căn cứ Thông tư số 33/2028/ TT-BTC ngày 11 tháng 3 năm 2028;
Căn cứ Hướng dẫn số 08/HD-SGD&ĐT; Thông báo số 15/TB-VPUB và Quyết định số 2002/QĐ-UBND ngày 01 tháng 2 năm 2030;
QUYẾT NGHỊ:
Điều 1. Hỗ trợ hộ nghèo 25.000.000 đồng.
Điều 2. Nghị quyết này có hiệu lực từ ngày 01 tháng 01 năm 2032 và được thực hiện đến hết ngày 31 tháng 12 năm 2035.
Điều 3. Bãi bỏ khoản 1, khoản 3 Điều 4 Nghị quyết số 09/2029/NQ-HĐND.
""",
        {
            "kind": "Nghị quyết",
            "number": "26",
            "year": "2031",
            "symbol": "NQ-HĐND",
            "issued_on": "2031-12-10",
            "effective_on": "2032-01-01",
            "ended_on": "2036-01-01",
            "title": "Quy định chính sách hỗ trợ nước sạch thử nghiệm trên địa bàn tỉnh Sông Lam",
        },
        {
            "Thông tư 33/2028/TT-BTC",
            "Hướng dẫn 08/HD-SGD&ĐT",
            "Thông báo 15/TB-VPUB",
            "Quyết định 2002/QĐ-UBND",
            "Nghị quyết 09/2029/NQ-HĐND | 4.1",
            "Nghị quyết 09/2029/NQ-HĐND | 4.3",
        },
        {
            "Thông tư 33/2028/TT-BTC": "can_cu",
            "Nghị quyết 09/2029/NQ-HĐND | 4.1": "bai_bo",
            "Nghị quyết 09/2029/NQ-HĐND | 4.3": "bai_bo",
        },
    ),
    Paper(
        "joint circular, everything of the head in one line",
        """| BỘ Y TẾ - BỘ TÀI CHÍNH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
| Số: 06/2031/TTLT-BYT-BTC | Hà Nội, ngày 30 tháng 02 năm 2031 |
THÔNG TƯ LIÊN TỊCH Hướng dẫn thanh toán thẻ thử
Căn cứ Nghị định 20/2031/NĐ-CP, Nghị định 33/2031/NĐ-CP;
Điều 1. Thanh toán
Mức thanh toán theo khoản 1 và khoản 2 Điều 5, điểm c khoản 3 Điều 8 Nghị định số 20/2031/NĐ-CP.
Điều 2. Thông tư liên tịch này có hiệu lực từ ngày 15 tháng 4 năm 2031; bãi bỏ Thông tư liên tịch số 03/2029/TTLT-BYT-BTC.
Hộ có 02 cấp mẫu số 22 không phải là viện dẫn; giai đoạn 2031 - 2035 cũng vậy.
""",
        {
            "kind": "Thông tư liên tịch",
            "number": "06",
            "year": "2031",
            "symbol": "TTLT-BYT-BTC",
            "issued_on": "",
            "effective_on": "2031-04-15",
            "title": "Hướng dẫn thanh toán thẻ thử",
        },
        {
            "Nghị định 20/2031/NĐ-CP",
            "Nghị định 33/2031/NĐ-CP",
            "Nghị định 20/2031/NĐ-CP | 5.1",
            "Nghị định 20/2031/NĐ-CP | 5.2",
            "Nghị định 20/2031/NĐ-CP | 8.3.c",
            "Thông tư liên tịch 03/2029/TTLT-BYT-BTC",
        },
        {"Nghị định 20/2031/NĐ-CP": "can_cu", "Thông tư liên tịch 03/2029/TTLT-BYT-BTC": "bai_bo"},
        frozenset({"no_such_day"}),
    ),
]
