"""Strings of our own with what they refer to: real shapes, invented numbers.

A reference is (type, number, symbol, year, article, clause, point), absent parts left off at the end.
Mentions without number and article, and mentions of the citing document, are not listed.
"""

Reference = tuple[str | int | None, ...]

NĐ, TT, QĐ, NQ, CV = "Nghị định", "Thông tư", "Quyết định", "Nghị quyết", "Công văn"

NUMBERED: list[tuple[str, list[Reference]]] = [
    (
        "Căn cứ Nghị định số 41/2022/NĐ-CP ngày 20 tháng 6 năm 2022 của Chính phủ;",
        [(NĐ, "41", "NĐ-CP", 2022)],
    ),
    ("theo Quyết định 815/QĐ-TTg ngày 7.5.2019", [(QĐ, "815", "QĐ-TTg", 2019)]),
    ("Thông tư 18/2023/TT-BTC", [(TT, "18", "TT-BTC", 2023)]),
    (
        "Nghị quyết 112/2024/QH15 và Luật số 61/2024/QH15",
        [(NQ, "112", "QH15", 2024), ("Luật", "61", "QH15", 2024)],
    ),
    ("Luật Việc làm số 38/2013/QH13", [("Luật", "38", "QH13", 2013)]),
    ("Bộ luật Lao động 45/2019/QH14", [("Bộ luật", "45", "QH14", 2019)]),
    ("Pháp lệnh Dân số số 06/2003/PL-UBTVQH11", [("Pháp lệnh", "06", "PL-UBTVQH11", 2003)]),
    ("Nghị quyết số 1211/2016/UBTVQH13 ngày 25/5/2016", [(NQ, "1211", "UBTVQH13", 2016)]),
    ("Kế hoạch số 77/KH-UBND của UBND thành phố", [("Kế hoạch", "77", "KH-UBND")]),
    ("Nghị quyết số 26-NQ/TW ngày 16/6/2022 của Bộ Chính trị", [(NQ, "26", "NQ/TW", 2022)]),
    ("Chỉ thị số 09-CT/TU, ngày 3-2-2021 của Thành ủy", [("Chỉ thị", "09", "CT/TU", 2021)]),
    (
        "Kết luận số 41-KL/TW; Quy định số 22-QĐ/TW",
        [("Kết luận", "41", "KL/TW"), ("Quy định", "22", "QĐ/TW")],
    ),
    ("Chương trình hành động số 17-CTr/HU", [("Chương trình", "17", "CTr/HU")]),
    ("Nghị định số 52/CP ngày 12/9/1994 của Chính phủ", [(NĐ, "52", "CP", 1994)]),
    ("Quyết định số 327-HĐBT", [(QĐ, "327", "HĐBT")]),
    ("Nghị quyết số 08/2013/NQ-HĐND8", [(NQ, "08", "NQ-HĐND8", 2013)]),
    ("Công văn số 877/STC-QLNS ngày 4/4/2024", [(CV, "877", "STC-QLNS", 2024)]),
    ("công văn 1230/PVHTT", [(CV, "1230", "PVHTT")]),
    ("tại Văn bản số 655/SNNMT-PTNT ngày 9/8/2025", [(CV, "655", "SNNMT-PTNT", 2025)]),
    ("Văn bản hợp nhất số 14/VBHN-BTC", [("Văn bản hợp nhất", "14", "VBHN-BTC")]),
    (
        "Nghị quyết liên tịch số 19/2018/NQLT-CP-TLĐLĐVN",
        [("Nghị quyết liên tịch", "19", "NQLT-CP-TLĐLĐVN", 2018)],
    ),
    ("Thông tư liên tịch 33/2011/TTLT-BNV-BTC", [("Thông tư liên tịch", "33", "TTLT-BNV-BTC", 2011)]),
    ("Nghị định 49 quy định mức phạt", [(NĐ, "49")]),
    ("Thông tư số 212 hướng dẫn", [(TT, "212")]),
    ("Nghị định 76/2019 và Thông tư 20/2020", [(NĐ, "76", None, 2019), (TT, "20", None, 2020)]),
    ("Nghị định số 85 năm 2017 của Chính phủ", [(NĐ, "85", None, 2017)]),
    ("công văn số 415 ngày 6/7/2024 của Sở Y tế", [(CV, "415", None, 2024)]),
    ("Quyết định số 2015/QĐ-UBND ngày 8/8/2023", [(QĐ, "2015", "QĐ-UBND", 2023)]),
    ("Quyết định số 61/2024/QĐ-CTUBND", [(QĐ, "61", "QĐ-CTUBND", 2024)]),
    ("Quyết định 3344/QĐ-UBND.VX năm 2018", [(QĐ, "3344", "QĐ-UBND.VX", 2018)]),
    ("Nghị quyết 30a/2008/NQ-CP; Nghị quyết 30a", [(NQ, "30a", "NQ-CP", 2008)]),
    ("Thông báo kết luận số 218/TB-VPCP", [("Thông báo", "218", "TB-VPCP")]),
    ("Báo cáo thẩm tra số 31/BC-HĐND-VHXH", [("Báo cáo", "31", "BC-HĐND-VHXH")]),
    ("Công điện hỏa tốc số 12/CĐ-TTg", [("Công điện", "12", "CĐ-TTg")]),
    ("Công văn của Bộ Nội vụ số 5050/BNV-CCVC ngày 1/9/2023", [(CV, "5050", "BNV-CCVC", 2023)]),
    ("(số 266/TTr-SYT ngày 5/5/2022)", [("Tờ trình", "266", "TTr-SYT", 2022)]),
    ("(18/2024/NQ-HĐND)", [(NQ, "18", "NQ-HĐND", 2024)]),
    ("Số: 45/BC-PLĐTBXH", [("Báo cáo", "45", "BC-PLĐTBXH")]),
    ("Số: 07/QĐ-UBND Sông Phố, ngày 02 tháng 01 năm 2026", [(QĐ, "07", "QĐ-UBND", 2026)]),
]

UNTIDY: list[tuple[str, list[Reference]]] = [
    ("Căn cứ Nghịđịnh số 41/2022/NĐ-CPngày 20/6/2022 củaChính phủ", [(NĐ, "41", "NĐ-CP", 2022)]),
    ("Thực hiệnThông tư số 18/2023/ TT- BTC", [(TT, "18", "TT-BTC", 2023)]),
    ("Quyết định số: 24 / 2019 / QĐ – UBND", [(QĐ, "24", "QĐ-UBND", 2019)]),
    ("Quyết định sô 88/QĐ-UBNDVề việc", [(QĐ, "88", "QĐ-UBND")]),
    ("Quyêt đinh s 88/QD-TTg", [(QĐ, "88", "QĐ-TTg")]),
    (
        "Nghi dinh 41/2022/ND-CP, thong tu 18/2023/TT-BTC",
        [(NĐ, "41", "NĐ-CP", 2022), (TT, "18", "TT-BTC", 2023)],
    ),
    ("NGHỊ QUYẾT SỐ 15/2020/NQ-HĐND NGÀY 9/7/2020", [(NQ, "15", "NQ-HĐND", 2020)]),
    ("Quyết định số 90/qđ-ttg", [(QĐ, "90", "QĐ-TTg")]),
    ("Công văn số 120/SLĐTB & XH-GN ngày 8 / 3 / 2023", [(CV, "120", "SLĐTB&XH-GN", 2023)]),
    ("Nghị quyết số 26 -NQ/ TW", [(NQ, "26", "NQ/TW")]),
    ("Chỉ thị 09 CT/TU", [("Chỉ thị", "09", "CT/TU")]),
    ("Kế hoạch 121KH-UBND", [("Kế hoạch", "121", "KH-UBND")]),
    ("Quyết định số 1600 QĐ/TTg", [(QĐ, "1600", "QĐ/TTg")]),
    ("theo Khoản 1,2 Điều 4 NĐ41/2022/NĐ-CP", [(NĐ, "41", "NĐ-CP", 2022, "4", k) for k in "12"]),
    ("Thông tư liên tịch số 33/2011/TTLT/BNV - BTC", [("Thông tư liên tịch", "33", "TTLT/BNV-BTC", 2011)]),
    ("Căn cứ\u00a0Thông\u00a0tư số\u00a018/2023/TT\u2011BTC", [(TT, "18", "TT-BTC", 2023)]),
    ("Căn cứ Nghị định số\n41/2022/NĐ-CP ngày 20\ntháng 6 năm 2022", [(NĐ, "41", "NĐ-CP", 2022)]),
    ("theo Nghị quyết số 112/2024/\nQH15", [(NQ, "112", "QH15", 2024)]),
    ("Căn cứ Quyết định số 24/2019/QĐ-UBND ngày 3/4/20 19", [(QĐ, "24", "QĐ-UBND", 2019)]),
    ("QÐ số 88/QÐ-TTg", [(QĐ, "88", "QĐ-TTg")]),
    ("TT18/2023 và NĐ 41/2022/NĐ-CP", [(TT, "18", None, 2023), (NĐ, "41", "NĐ-CP", 2022)]),
    ("Nghị định 12/98/NĐ-CP", [(NĐ, "12", "NĐ-CP", 1998)]),
]

LISTS: list[tuple[str, list[Reference]]] = [
    (
        "các Nghị định của Chính phủ: số 41/2022/NĐ-CP ngày 20/6/2022 quy định về lương; số 8/2023/NĐ-CP",
        [(NĐ, "41", "NĐ-CP", 2022), (NĐ, "8", "NĐ-CP", 2023)],
    ),
    (
        "các công văn số 31/ABC-KH ngày 1/2/2024, số 46/ABC-TC",
        [(CV, "31", "ABC-KH", 2024), (CV, "46", "ABC-TC")],
    ),
    ("các Thông tư số 04, 09/2022/TT-UBDT", [(TT, "04", "TT-UBDT", 2022), (TT, "09", "TT-UBDT", 2022)]),
    ("Nghị quyết số 88/2019/QH14, 120/2020/QH14", [(NQ, "88", "QH14", 2019), (NQ, "120", "QH14", 2020)]),
    ("Nghị định 28/2015, 61/2015", [(NĐ, "28", None, 2015), (NĐ, "61", None, 2015)]),
    (
        "Nghị định số 41/2022/NĐ-CP (sau đây gọi tắt là Nghị định 41). Theo Nghị định 41, mức vay tăng",
        [(NĐ, "41", "NĐ-CP", 2022)],
    ),
    (
        "Quyết định số 88/QĐ-TTg ngày 5/3/2020 của Thủ tướng Chính phủ; nội dung Quyết định số 88/QĐ-TTg",
        [(QĐ, "88", "QĐ-TTg", 2020)],
    ),
    (
        "Nghị định số 8/2023/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 41/2022/NĐ-CP",
        [(NĐ, "8", "NĐ-CP", 2023), (NĐ, "41", "NĐ-CP", 2022)],
    ),
]

PLACES: list[tuple[str, list[Reference]]] = [
    ("điểm c khoản 3 Điều 8 Nghị định số 41/2022/NĐ-CP", [(NĐ, "41", "NĐ-CP", 2022, "8", "3", "c")]),
    (
        "Điểm c, Khoản 3, Điều 8, Chương II Thông tư 18/2023/TT-BTC",
        [(TT, "18", "TT-BTC", 2023, "8", "3", "c")],
    ),
    ("Điều 8 khoản 3 điểm c Thông tư 18/2023/TT-BTC", [(TT, "18", "TT-BTC", 2023, "8", "3", "c")]),
    ("Khoản 3Điều 8 Thông tư 18/2023/TT-BTC", [(TT, "18", "TT-BTC", 2023, "8", "3")]),
    ("tạikhoản 3 Điều 8 củaThông tư 18/2023/TT-BTC", [(TT, "18", "TT-BTC", 2023, "8", "3")]),
    ("khoan 3 Dieu 8 Nghi dinh 41/2022/ND-CP", [(NĐ, "41", "NĐ-CP", 2022, "8", "3")]),
    ("Điều 5a Luật số 61/2024/QH15", [("Luật", "61", "QH15", 2024, "5a")]),
    (
        "khoản 1, khoản 4 Điều 6; Điều 9; điểm a và điểm đ khoản 2 Điều 12 Thông tư 18/2023/TT-BTC",
        [
            (TT, "18", "TT-BTC", 2023, "6", "1"),
            (TT, "18", "TT-BTC", 2023, "6", "4"),
            (TT, "18", "TT-BTC", 2023, "9"),
            (TT, "18", "TT-BTC", 2023, "12", "2", "a"),
            (TT, "18", "TT-BTC", 2023, "12", "2", "đ"),
        ],
    ),
    (
        "điểm a khoản 1 và khoản 2, 3 Điều 4 Quyết định 88/QĐ-TTg",
        [
            (QĐ, "88", "QĐ-TTg", None, "4", "1", "a"),
            (QĐ, "88", "QĐ-TTg", None, "4", "2"),
            (QĐ, "88", "QĐ-TTg", None, "4", "3"),
        ],
    ),
    (
        "Bãi bỏ các Điều 3, 4 và khoản 2 Điều 7 Quyết định 88/QĐ-TTg",
        [
            (QĐ, "88", "QĐ-TTg", None, "3"),
            (QĐ, "88", "QĐ-TTg", None, "4"),
            (QĐ, "88", "QĐ-TTg", None, "7", "2"),
        ],
    ),
    (
        "các điểm từ a đến c khoản 1 Điều 2 Thông tư 18/2023/TT-BTC",
        [(TT, "18", "TT-BTC", 2023, "2", "1", point) for point in "abc"],
    ),
    ("Điều 14 đến Điều 19 Nghị định 41/2022/NĐ-CP", [(NĐ, "41", "NĐ-CP", 2022, "14")]),
    (
        "Bổ sung khoản 2a vào sau khoản 2 Điều 5 Nghị định 41/2022/NĐ-CP",
        [(NĐ, "41", "NĐ-CP", 2022, "5", "2a")],
    ),
    ("Bổ sung Điều 9a vào Chương II Nghị định 41/2022/NĐ-CP", [(NĐ, "41", "NĐ-CP", 2022, "9a")]),
    ("Nghị định số 41/2022/NĐ-CP, tại khoản 3 Điều 8", [(NĐ, "41", "NĐ-CP", 2022, "8", "3")]),
    (
        "Nghị định số 41/2022/NĐ-CP ngày 20/6/2022 (Điều 8, Điều 9)",
        [(NĐ, "41", "NĐ-CP", 2022, "8"), (NĐ, "41", "NĐ-CP", 2022, "9")],
    ),
    (
        "khoản 2 Điều 10 Quy chế hoạt động ban hành kèm theo Quyết định số 88/QĐ-TTg",
        [(QĐ, "88", "QĐ-TTg", None, "10", "2")],
    ),
    ("điểm 2.1 khoản 2 mục III Thông tư 18/2003/TT-BTC", [(TT, "18", "TT-BTC", 2003, None, "2", "2.1")]),
    ("khoản 2 Điều 36 Bộ luật Lao động 2019", [("Bộ luật", None, None, 2019, "36", "2")]),
    ("Điều 5 Luật Trẻ em", [("Luật", None, None, None, "5")]),
    (
        "khoản 1 Điều 12 Luật Thực hiện dân chủ ở cơ sở ngày 10/11/2022",
        [("Luật", None, None, 2022, "12", "1")],
    ),
    ("Điều 20 Luật Phòng, chống tác hại của rượu, bia", [("Luật", None, None, None, "20")]),
    (
        "khoản 1 Điều 5 Luật Nhà ở và khoản 2 Điều 6 Luật Đất đai năm 2024",
        [("Luật", None, None, None, "5", "1"), ("Luật", None, None, 2024, "6", "2")],
    ),
    ("Điều 5: Nguyên tắc chung, trong Bộ luật Dân sự 2015", [("Bộ luật", None, None, 2015, "5")]),
]

NONE_COUNTED = [
    "theo khoản 1 Điều này và điểm a khoản này",
    "tại Điều 12 và các điều 15, 16 của Nghị định này",
    "Quyết định này có hiệu lực kể từ ngày ký.",
    "Mẫu số 5 tại Phụ lục II kèm theo Thông tư này",
    "Theo đề nghị của Trưởng phòng Văn hóa - Thông tin;",
    "Số:      /KH-PVHTT",
    "Điều 2. Văn phòng, các phòng chuyên môn chịu trách nhiệm thi hành.",
    "theo quy định tại điểm b khoản 2 Điều 7 nêu trên",
    "các dự án nhóm II, nhiệm kỳ 2021 - 2026, khóa XIII, chính quyền 02 cấp",
]

EVERY = NUMBERED + UNTIDY + LISTS + PLACES
