"""Whole sentences as offices write them, with what they refer to: like `office_ways`, of every kind mixed."""

from tests.language.citations.cases import CV, NQ, NĐ, QĐ, TT, Reference
from tests.language.citations.office_ways import KH, LUẬT, TTLT, D, L, T

BC = "Báo cáo"

SENTENCES: list[tuple[str, list[Reference]]] = [
    ("Thông tư đã quy định tại Điều 5 Nghị định 41/2022/NĐ-CP", [(*D, "5")]),
    ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", []),
    ("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;", [(LUẬT, "72", "QH15", 2025)]),
    (
        "Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 19 tháng 02 năm 2025 và Luật sửa "
        "đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật ngày 25 tháng 6 năm "
        "2025;",
        [],
    ),
    (
        "Nghị định số 41/2022/NĐ-CP ngày 20 tháng 6 năm 2022 được sửa đổi, bổ sung bởi Nghị định "
        "số 8/2023/NĐ-CP và Nghị định số 9/2024/NĐ-CP",
        [D, (NĐ, "8", "NĐ-CP", 2023), (NĐ, "9", "NĐ-CP", 2024)],
    ),
    ("theo Mục 2, Phần III, Kế hoạch số 121/KH-UBND ngày 2/2/2024", [(KH, "121", "KH-UBND", 2024)]),
    ("khoản 1, Mục II, Phần B Kế hoạch số 121/KH-UBND", [(KH, "121", "KH-UBND", None, None, "1")]),
    ("điểm c khoản 2 Mục III Nghị quyết số 26-NQ/TW", [(NQ, "26", "NQ/TW", None, None, "2", "c")]),
    (
        "Điểm 2, Mục III Công văn số 877/STC-QLNS ngày 4/4/2024",
        [(CV, "877", "STC-QLNS", 2024, None, None, "2")],
    ),
    (
        "tại Khoản 1 và Điểm a Khoản 2 Điều 3 Quyết định số 24/2019/QĐ-UBND",
        [(QĐ, "24", "QĐ-UBND", 2019, "3", "1"), (QĐ, "24", "QĐ-UBND", 2019, "3", "2", "a")],
    ),
    (
        "Thực hiện Công văn số 877/STC-QLNS ngày 4/4/2024 của Sở Tài chính về việc hướng dẫn thực "
        "hiện Thông tư 18/2023/TT-BTC",
        [(CV, "877", "STC-QLNS", 2024), T],
    ),
    (
        "Xét Tờ trình số 266/TTr-UBND ngày 5/5/2022 của Ủy ban nhân dân tỉnh; Báo cáo thẩm tra số "
        "31/BC-HĐND-VHXH ngày 6/5/2022 của Ban Văn hóa - Xã hội",
        [("Tờ trình", "266", "TTr-UBND", 2022), (BC, "31", "BC-HĐND-VHXH", 2022)],
    ),
    (
        "Nghị quyết số 15/2020/NQ-HĐND được Hội đồng nhân dân tỉnh khóa X, kỳ họp thứ 20 thông qua "
        "ngày 09 tháng 7 năm 2020",
        [(NQ, "15", "NQ-HĐND", 2020)],
    ),
    (
        "Quyết định số 24/2019/QĐ-UBND ngày 03/4/2019, Quyết định số 25/2019/QĐ-UBND ngày "
        "04/4/2019 của Ủy ban nhân dân tỉnh",
        [(QĐ, "24", "QĐ-UBND", 2019), (QĐ, "25", "QĐ-UBND", 2019)],
    ),
    (
        "Quyết định số 24/2019/QĐ-UBND ngày 03/4/2019 và số 25/2019/QĐ-UBND ngày 04/4/2019",
        [(QĐ, "24", "QĐ-UBND", 2019), (QĐ, "25", "QĐ-UBND", 2019)],
    ),
    ("Nghị định số: 41/2022/NĐ-CP ngày 20-6-2022", [D]),
    ("Nghị định số41/2022/NĐ-CP", [D]),
    ("Nghịđịnh41/2022/NĐ-CP", [D]),
    (
        "Thông tư liên tịch số 33/2011/TTLT-BNV-BTC ngày 05/5/2011 của liên Bộ: Bộ Nội vụ - Bộ Tài chính",
        [(TTLT, "33", "TTLT-BNV-BTC", 2011)],
    ),
    ("Thông tư liên tịch 33/2011/TTLT/BNV-BTC", [(TTLT, "33", "TTLT/BNV-BTC", 2011)]),
    ("Quyết định số 1600/QĐ-TTg, ngày 16/8/2016, của Thủ tướng Chính phủ", [(QĐ, "1600", "QĐ-TTg", 2016)]),
    ("Quyết định 1600 của Thủ tướng", [(QĐ, "1600")]),
    ("Nghị quyết 26 của Bộ Chính trị", [(NQ, "26")]),
    ("theo Nghị định 41 của Chính phủ, mức vay tăng", [(NĐ, "41")]),
    ("Chỉ thị 09 của Ban Bí thư", [("Chỉ thị", "09")]),
    ("NĐ 41 và TT 18", []),
    ("Điều 3 và Điều 4 của Luật này và Điều 5 Luật số 61/2024/QH15", [(*L, "5")]),
    (
        "Khoản 3 Điều 10 Nghị định này được thực hiện theo khoản 2 Điều 8 Nghị định số 41/2022/NĐ-CP",
        [(*D, "8", "2")],
    ),
    (
        "sửa đổi khoản 2 Điều 8, bổ sung khoản 3 Điều 9 và bãi bỏ Điều 10 Nghị định số 41/2022/NĐ-CP",
        [(*D, "8", "2"), (*D, "9", "3"), (*D, "10")],
    ),
    ("Bổ sung Điều 8a vào sau Điều 8 Nghị định số 41/2022/NĐ-CP", [(*D, "8a")]),
    (
        "Thay thế cụm từ “hộ nghèo” tại khoản 1 Điều 3, khoản 2 Điều 4 Thông tư 18/2023/TT-BTC",
        [(*T, "3", "1"), (*T, "4", "2")],
    ),
    ("Mẫu số 05 ban hành kèm theo Thông tư số 18/2023/TT-BTC", [T]),
    ("Phụ lục kèm theo Nghị định số 41/2022/NĐ-CP", [D]),
    ("Biểu số 3 Phụ lục I kèm theo Thông tư 18/2023/TT-BTC", [T]),
    (
        "Bộ luật Dân sự năm 2015 (Điều 5, Điều 6)",
        [("Bộ luật", None, None, 2015, "5"), ("Bộ luật", None, None, 2015, "6")],
    ),
    ("Điều 123 BLHS", [("Bộ luật", None, None, None, "123")]),
    ("Điều 123 Bộ luật Hình sự 2015, sửa đổi bổ sung 2017", [("Bộ luật", None, None, 2015, "123")]),
    (
        "khoản 5 Điều 2 Luật Doanh nghiệp số 61/2024/QH15 ngày 29 tháng 11 năm 2024 của Quốc hội",
        [(*L, "2", "5")],
    ),
    (
        "Luật số 61/2024/QH15 sửa đổi, bổ sung một số điều của Luật Việc làm số 38/2013/QH13",
        [L, (LUẬT, "38", "QH13", 2013)],
    ),
    ("Pháp lệnh số 06/2003/PL-UBTVQH11 ngày 09/01/2003", [("Pháp lệnh", "06", "PL-UBTVQH11", 2003)]),
    (
        "Nghị quyết số 1211/2016/UBTVQH13 (sửa đổi, bổ sung tại Nghị quyết số 27/2022/UBTVQH15)",
        [(NQ, "1211", "UBTVQH13", 2016), (NQ, "27", "UBTVQH15", 2022)],
    ),
    (
        "Nghị quyết 42/2017/QH14 của Quốc hội và Nghị quyết 42-NQ/TW của Ban Chấp hành Trung ương; "
        "Nghị quyết 42 nêu",
        [(NQ, "42", "QH14", 2017), (NQ, "42", "NQ/TW"), (NQ, "42")],
    ),
    (
        "Công văn số 5050/BNV-CCVC ngày 1/9/2023; số 5051/BNV-TCCB ngày 2/9/2023 của Bộ Nội vụ",
        [(CV, "5050", "BNV-CCVC", 2023), (CV, "5051", "BNV-TCCB", 2023)],
    ),
    ("Giấy mời số 12/GM-UBND ngày 3/4/2024", [("Giấy mời", "12", "GM-UBND", 2024)]),
    ("Hợp đồng số 12/HĐ-UBND", [("Hợp đồng", "12", "HĐ-UBND")]),
    ("Đề án số 03/ĐA-UBND ngày 5/5/2023", [("Đề án", "03", "ĐA-UBND", 2023)]),
    (
        "Thông báo kết luận số 218/TB-VPUBND ngày 3/3/2023 của Văn phòng UBND tỉnh",
        [("Thông báo", "218", "TB-VPUBND", 2023)],
    ),
    (
        "Báo cáo số 45/BC-UBND ngày 1/12/2024 của UBND phường về kết quả giảm nghèo năm 2024, kế "
        "hoạch năm 2025",
        [(BC, "45", "BC-UBND", 2024)],
    ),
    ("Điều lệ Mặt trận Tổ quốc Việt Nam (Điều 27)", []),
    ("Quy chế dân chủ ở cơ sở, Điều 5", []),
    ("Số 45-BC/ĐU ngày 2/2/2024", [(BC, "45", "BC/ĐU", 2024)]),
    ("Nghị quyết số 04 - NQ/ĐH ngày 20/8/2020 của Đại hội Đảng bộ", [(NQ, "04", "NQ/ĐH", 2020)]),
    (
        "Hướng dẫn 12-HD/BTCTW ngày 18/02/2022 của Ban Tổ chức Trung ương",
        [("Hướng dẫn", "12", "HD/BTCTW", 2022)],
    ),
    (
        "Căn cứ Quyết định 50/2016/QĐ-TTg, 582/QĐ-TTg và 414/QĐ-UBDT",
        [(QĐ, "50", "QĐ-TTg", 2016), (QĐ, "582", "QĐ-TTg"), (QĐ, "414", "QĐ-UBDT")],
    ),
    ("Nghị định 41/2022/NĐ-CP: khoản 2 Điều 8", [(*D, "8", "2")]),
    ("tại Điều 8 và Điều 9 Chương II Nghị định 41/2022/NĐ-CP", [(*D, "8"), (*D, "9")]),
    ("tại Chương II, Chương III Nghị định 41/2022/NĐ-CP", [D]),
    ("Điều 1 khoản 2 điểm a, điểm b Thông tư 18/2023/TT-BTC", [(*T, "1", "2", "a"), (*T, "1", "2", "b")]),
    (
        "Điểm a Khoản 2; Điểm b Khoản 3 Điều 4 Thông tư 18/2023/TT-BTC",
        [(*T, "4", "2", "a"), (*T, "4", "3", "b")],
    ),
    (
        "các điểm a, b khoản 1 và các điểm c, d khoản 2 Điều 4 Thông tư 18/2023/TT-BTC",
        [(*T, "4", "1", "a"), (*T, "4", "1", "b"), (*T, "4", "2", "c"), (*T, "4", "2", "d")],
    ),
    ("khoản 1 các Điều 5, 6 Thông tư 18/2023/TT-BTC", [(*T, "5", "1"), (*T, "6", "1")]),
    ("khoản 1 Điều 5 và Điều 6 Thông tư 18/2023/TT-BTC", [(*T, "5", "1"), (*T, "6")]),
    ("ngày 12/5, khoản 3 triệu đồng, điều 5 năm", []),
    ("Từ 01/01/2026, thực hiện theo Nghị định số 41/2022/NĐ-CP", [D]),
    ("Trước ngày 01/7/2025, Quyết định số 77/QĐ-UBND còn hiệu lực", [(QĐ, "77", "QĐ-UBND")]),
    ("Kể từ ngày 20/12/2023, các đơn vị thực hiện Kế hoạch số 12/KH-BCĐ", [(KH, "12", "KH-BCĐ")]),
    ("Ngày 20/12/2023, các hộ nhận tiền theo Quyết định số 77/QĐ-UBND", [(QĐ, "77", "QĐ-UBND")]),
    ("Thông tư 18/2023/TT-BTC, 19/2023/TT-BTC", [T, (TT, "19", "TT-BTC", 2023)]),
    (
        "Thông tư số 18/2023/TT-BTC ngày 21/3/2023 và Thông tư số 19/2023/TT-BTC cùng ngày",
        [T, (TT, "19", "TT-BTC", 2023)],
    ),
    ("Thông tư 18 của Bộ Tài chính năm 2023", [(TT, "18", None, 2023)]),
    ("Nghị định 41 năm 2022", [(NĐ, "41", None, 2022)]),
    ("Nghị định số 41/2022 của CP", [(NĐ, "41", None, 2022)]),
    ("QĐ 90/QĐ-TTg, NĐ 41/2022/NĐ-CP, TT 18/2023/TT-BTC", [(QĐ, "90", "QĐ-TTg"), D, T]),
    ("Luật đấu thầu 2023 và luật đầu tư công 2024", []),
    ("khoản 1 điều 5 luật bảo hiểm y tế", [(LUẬT, None, None, None, "5", "1")]),
    (
        "Khoản 3 Điều 2 Luật Người cao tuổi; Điều 17 Luật Người khuyết tật",
        [(LUẬT, None, None, None, "2", "3"), (LUẬT, None, None, None, "17")],
    ),
    ("Luật Viên chức sửa đổi năm 2019 và Luật Cán bộ, công chức", []),
    (
        "Điều 5 Luật Viên chức và Điều 6 Luật Viên chức sửa đổi 2019",
        [(LUẬT, None, None, None, "5"), (LUẬT, None, None, 2019, "6")],
    ),
    ("Quyết định số 24/2019/QĐ-UBND. Điều 1. Phê duyệt danh sách", [(QĐ, "24", "QĐ-UBND", 2019)]),
    ("Căn cứ Nghị định số 41/2022/NĐ-CP;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành quy định", [D]),
    ("Nghị định số 41/2022/NĐ-CP Điều 1. Phạm vi điều chỉnh", [D]),
    ("theo Nghị định số 41/2022/NĐ-CP, Điều 9 của Luật Trẻ em", [D, (LUẬT, None, None, None, "9")]),
    ("theo Nghị định số 41/2022/NĐ-CP và Điều 9 Thông tư này", [D]),
]
