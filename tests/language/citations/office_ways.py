"""How offices cite, kind by kind: strings of our own with what they refer to. Invented numbers.

Readings were written before the reader was tried on them. As in `cases`, a reference is (type, number,
symbol, year, article, clause, point); a mention of the citing text is not listed, nor one that has neither
number nor article.
"""

from tests.language.citations.cases import CV, NQ, NĐ, QĐ, TT, Reference

D = (NĐ, "41", "NĐ-CP", 2022)
T = (TT, "18", "TT-BTC", 2023)
L = ("Luật", "61", "QH15", 2024)
LUẬT, TTLT, KH = "Luật", "Thông tư liên tịch", "Kế hoạch"

PLACES: list[tuple[str, list[Reference]]] = [
    ("Điều 5.2 Nghị định 41/2022/NĐ-CP", [(*D, "5", "2")]),
    ("theo Điều 5.2.a NĐ 41/2022/NĐ-CP", [(*D, "5", "2", "a")]),
    ("Điều 3 (khoản 2) NĐ 41/2022/NĐ-CP", [(*D, "3", "2")]),
    ("Điều 3 (khoản 2, khoản 4) của Nghị định số 41/2022/NĐ-CP", [(*D, "3", "2"), (*D, "3", "4")]),
    ("Điều 3 (điểm a khoản 2) Nghị định 41/2022/NĐ-CP", [(*D, "3", "2", "a")]),
    ("Điều 3(2) Nghị định 41/2022/NĐ-CP", [(*D, "3", "2")]),
    ("Điều 12 bis Nghị định 41/2022/NĐ-CP", [(*D, "12bis")]),
    ("khoản 1 Điều 12bis Nghị định số 41/2022/NĐ-CP", [(*D, "12bis", "1")]),
    ("khoản 1 Điều 12 ter Luật số 61/2024/QH15", [(*L, "12ter", "1")]),
    ("Khoản 2, Điều 8, Nghị định số 41/2022/NĐ-CP", [(*D, "8", "2")]),
    ("khoản 2/Điều 8/Nghị định 41/2022/NĐ-CP", [(*D, "8", "2")]),
    ("Khoản 2 - Điều 8 - Nghị định 41/2022/NĐ-CP", [(*D, "8", "2")]),
    ("Điều 8 - Nghị định 41/2022/NĐ-CP", [(*D, "8")]),
    ("khoản 2 Điều 8: Nghị định số 41/2022/NĐ-CP", [(*D, "8", "2")]),
    ("Nghị định 41/2022/NĐ-CP, Điều 8, khoản 2", [(*D, "8", "2")]),
    ("Nghị định 41/2022/NĐ-CP Điều 8", [(*D, "8")]),
    ("Nghị định 41/2022/NĐ-CP - Điều 8 khoản 2", [(*D, "8", "2")]),
    ("Nghị định số 41/2022/NĐ-CP ngày 20/6/2022 của Chính phủ (khoản 2 Điều 8)", [(*D, "8", "2")]),
    ("Nghị định 41/2022/NĐ-CP (Điều 8)", [(*D, "8")]),
    ("điểm a) khoản 2 Điều 8 Nghị định 41/2022/NĐ-CP", [(*D, "8", "2", "a")]),
    ("điểm a, khoản 2, Điều 8 - Thông tư số 18/2023/TT-BTC", [(*T, "8", "2", "a")]),
    ("điểm “a” khoản 2 Điều 8 Thông tư 18/2023/TT-BTC", [(*T, "8", "2", "a")]),
    ("điểm a và b khoản 2 Điều 8 Thông tư 18/2023/TT-BTC", [(*T, "8", "2", "a"), (*T, "8", "2", "b")]),
    (
        "điểm a khoản 1, điểm b khoản 2 Điều 8 và khoản 3 Điều 9 Thông tư 18/2023/TT-BTC",
        [(*T, "8", "1", "a"), (*T, "8", "2", "b"), (*T, "9", "3")],
    ),
    ("tiết a điểm 1 khoản 2 Điều 8 Thông tư 18/2023/TT-BTC", [(*T, "8", "2", "1")]),
    ("gạch đầu dòng thứ hai điểm a khoản 1 Điều 3 Thông tư 18/2023/TT-BTC", [(*T, "3", "1", "a")]),
    ("đoạn 2 khoản 1 Điều 3 Thông tư 18/2023/TT-BTC", [(*T, "3", "1")]),
    ("đoạn mở đầu khoản 2 Điều 6 Thông tư 18/2023/TT-BTC", [(*T, "6", "2")]),
    ("khoản 1 đến khoản 3 Điều 5 Nghị định 41/2022/NĐ-CP", [(*D, "5", k) for k in "123"]),
    ("các khoản 1, 2 và 3 Điều 5 Nghị định 41/2022/NĐ-CP", [(*D, "5", k) for k in "123"]),
    ("khoản 1, 2, 3, Điều 5 của Nghị định 41/2022/NĐ-CP", [(*D, "5", k) for k in "123"]),
    ("khoản 1; khoản 2 Điều 5 Nghị định 41/2022/NĐ-CP", [(*D, "5", "1"), (*D, "5", "2")]),
    ("khoản 1 & 2 Điều 5 Nghị định 41/2022/NĐ-CP", [(*D, "5", "1"), (*D, "5", "2")]),
    ("Điều 5 và Điều 7 Nghị định 41/2022/NĐ-CP", [(*D, "5"), (*D, "7")]),
    ("Điều 5, 7 Nghị định 41/2022/NĐ-CP", [(*D, "5"), (*D, "7")]),
    ("Điều 5 khoản 1, 2 Nghị định 41/2022/NĐ-CP", [(*D, "5", "1"), (*D, "5", "2")]),
    ("tại tiểu mục 3 Mục 2 Chương II Nghị định 41/2022/NĐ-CP", [D]),
    ("Điều 8 tiểu mục 3 Mục 2 Chương II Nghị định 41/2022/NĐ-CP", [(*D, "8")]),
    ("Chương II Nghị định số 41/2022/NĐ-CP", [D]),
    ("Mục 3 Chương II của Thông tư số 18/2023/TT-BTC", [T]),
    ("Phụ lục II ban hành kèm theo Thông tư số 18/2023/TT-BTC", [T]),
    ("Mẫu số 03 Phụ lục I ban hành kèm theo Nghị định số 41/2022/NĐ-CP", [D]),
    ("khoản 2 mục III phần B Thông tư 18/2003/TT-BTC", [(TT, "18", "TT-BTC", 2003, None, "2")]),
    ("điểm 1.2 mục II Công văn số 877/STC-QLNS", [(CV, "877", "STC-QLNS", None, None, None, "1.2")]),
    ("khoản 10a Điều 3 Luật số 61/2024/QH15", [(*L, "3", "10a")]),
    ("điểm đ khoản 1 Điều 3 Luật số 61/2024/QH15", [(*L, "3", "1", "đ")]),
    ("điểm d1 khoản 1 Điều 3 Luật số 61/2024/QH15", [(*L, "3", "1", "d1")]),
    ("Ðiều 8 Nghị định số 41/2022/NÐ-CP", [(*D, "8")]),
    ("ĐIỀU 8 NGHỊ ĐỊNH SỐ 41/2022/NĐ-CP", [(*D, "8")]),
    ("điều 8, nghị định 41/2022/nđ-cp", [(*D, "8")]),
    ("khoản 2 điều 8 nghị định số 41 năm 2022 của chính phủ", [(NĐ, "41", None, 2022, "8", "2")]),
    ("k2 Đ8 NĐ 41/2022/NĐ-CP", [(*D, "8", "2")]),
    ("Điều 8 NĐ41/2022", [(NĐ, "41", None, 2022, "8")]),
    ("Khoản hai Điều 8 Nghị định 41/2022/NĐ-CP", [(*D, "8", "2")]),
    (
        "Điều 3 Nghị định 41/2022/NĐ-CP và Điều 5 Thông tư 18/2023/TT-BTC",
        [(*D, "3"), (*T, "5")],
    ),
    (
        "khoản 2 Điều 8 Nghị định 41/2022/NĐ-CP đã được sửa đổi, bổ sung tại khoản 3 Điều 1 Nghị "
        "định 8/2023/NĐ-CP",
        [(*D, "8", "2"), (NĐ, "8", "NĐ-CP", 2023, "1", "3")],
    ),
    (
        "Điều 8 Nghị định 41/2022/NĐ-CP (được sửa đổi bởi Điều 1 Nghị định 8/2023/NĐ-CP)",
        [(*D, "8"), (NĐ, "8", "NĐ-CP", 2023, "1")],
    ),
    (
        "Điều 8, Điều 9 và khoản 1, khoản 2 Điều 10 Thông tư 18/2023/TT-BTC",
        [(*T, "8"), (*T, "9"), (*T, "10", "1"), (*T, "10", "2")],
    ),
    ("khoản 2 Điều 10 của Quy chế kèm theo Quyết định số 88/QĐ-TTg", [(QĐ, "88", "QĐ-TTg", None, "10", "2")]),
    (
        "khoản 4 Điều 1 của Nghị quyết số 15/2020/NQ-HĐND ngày 09/7/2020 của HĐND tỉnh",
        [(NQ, "15", "NQ-HĐND", 2020, "1", "4")],
    ),
    ("quy định ở khoản 2 của Điều 8 trong Nghị định 41/2022/NĐ-CP", [(*D, "8", "2")]),
    ("khoản 2 thuộc Điều 8 Nghị định 41/2022/NĐ-CP", [(*D, "8", "2")]),
    ("Điều 8 (Đối tượng áp dụng) Nghị định 41/2022/NĐ-CP", [(*D, "8")]),
    ("Điều 8 quy định về mức hỗ trợ của Nghị định 41/2022/NĐ-CP", [(*D, "8")]),
    ("Điều 8 về mức hỗ trợ tại Nghị định 41/2022/NĐ-CP", [(*D, "8")]),
    ("Điều 8 và Phụ lục I Nghị định 41/2022/NĐ-CP", [(*D, "8"), D]),
    ("từ Điều 14 đến hết Điều 19 Nghị định 41/2022/NĐ-CP", [(*D, "14")]),
    ("các Điều 14-19 Nghị định 41/2022/NĐ-CP", [(*D, "14")]),
]

NUMBERS: list[tuple[str, list[Reference]]] = [
    ("NĐ41/2022/NĐ-CP", [D]),
    ("nđ 41/2022/nđ-cp", [D]),
    ("nđ 41/2022", [(NĐ, "41", None, 2022)]),
    ("QĐ28/2014", [(QĐ, "28", None, 2014)]),
    ("qđ 28/2014/qđ-ttg", [(QĐ, "28", "QĐ-TTg", 2014)]),
    ("QĐ số 90/QĐ-TTg", [(QĐ, "90", "QĐ-TTg")]),
    ("NQ số 15/2020/NQ-HĐND của HĐND tỉnh", [(NQ, "15", "NQ-HĐND", 2020)]),
    ("Nghị định số 41-2022-NĐ-CP", [D]),
    ("Nghị định 41/2022/NĐCP", [(NĐ, "41", "NĐCP", 2022)]),
    ("Nghị định số 41/NĐ-CP ngày 20/6/2022", [(NĐ, "41", "NĐ-CP", 2022)]),
    ("Nghị định số 41 ngày 20/6/2022 của Chính phủ", [(NĐ, "41", None, 2022)]),
    ("Nghị định của Chính phủ số 41/2022/NĐ-CP ngày 20/6/2022", [D]),
    ("Nghị định Chính phủ số 41/2022/NĐ-CP", [D]),
    ("Nghị định (số 41/2022/NĐ-CP)", [D]),
    ("Thông tư của Bộ trưởng Bộ Tài chính số 18/2023/TT-BTC", [T]),
    ("Quyết định UBND tỉnh số 24/2019/QĐ-UBND", [(QĐ, "24", "QĐ-UBND", 2019)]),
    ("Công văn hướng dẫn số 877/STC-QLNS ngày 4/4/2024 của Sở Tài chính", [(CV, "877", "STC-QLNS", 2024)]),
    ("Công văn số 877 /STC-QLNS", [(CV, "877", "STC-QLNS")]),
    ("CV số 877/STC-QLNS", [(CV, "877", "STC-QLNS")]),
    ("Văn bản 655/UBND-KGVX ngày 9/8/2025 của UBND tỉnh", [(CV, "655", "UBND-KGVX", 2025)]),
    ("Kế hoạch số 121/KH-BCĐ ngày 2/2/2024 của Ban Chỉ đạo", [(KH, "121", "KH-BCĐ", 2024)]),
    ("Kế hoạch liên tịch số 12/KHLT-SLĐTBXH-MTTQ", [(KH, "12", "KHLT-SLĐTBXH-MTTQ")]),
    ("Chương trình phối hợp số 05/CTrPH-SNNMT-HND", [("Chương trình", "05", "CTRPH-SNNMT-HND")]),
    ("Thông báo số 45/TB-UBND ngày 3.2.2025", [("Thông báo", "45", "TB-UBND", 2025)]),
    ("Hướng dẫn số 07-HD/BTGTW", [("Hướng dẫn", "07", "HD/BTGTW")]),
    ("Quy định số 22-QĐ/TU ngày 5/6/2021 của Tỉnh ủy", [("Quy định", "22", "QĐ/TU", 2021)]),
    ("Kết luận 41-KL/TW", [("Kết luận", "41", "KL/TW")]),
    ("Nghị quyết số 26-NQ/TW và Kết luận số 41-KL/TW", [(NQ, "26", "NQ/TW"), ("Kết luận", "41", "KL/TW")]),
    (
        "Nghị quyết 15/2020/NQ-HĐND và 16/2020/NQ-HĐND của HĐND tỉnh",
        [(NQ, "15", "NQ-HĐND", 2020), (NQ, "16", "NQ-HĐND", 2020)],
    ),
    (
        "các Nghị định số 41/2022/NĐ-CP, số 8/2023/NĐ-CP và số 9/2024/NĐ-CP",
        [D, (NĐ, "8", "NĐ-CP", 2023), (NĐ, "9", "NĐ-CP", 2024)],
    ),
    ("Quyết định số 88 và 89/QĐ-UBND", [(QĐ, "88", "QĐ-UBND"), (QĐ, "89", "QĐ-UBND")]),
    ("Sắc lệnh số 63-SL ngày 22/11/1945", [("Sắc lệnh", "63", "SL", 1945)]),
    ("Nghị định 66-HĐBT ngày 2/3/1992", [(NĐ, "66", "HĐBT", 1992)]),
    ("Quyết định 217/HĐBT", [(QĐ, "217", "HĐBT")]),
    ("Công điện 12/CĐ-TTg ngày 5-9-2024", [("Công điện", "12", "CĐ-TTg", 2024)]),
    ("VBHN số 14/VBHN-BTC ngày 3/4/2020", [("Văn bản hợp nhất", "14", "VBHN-BTC", 2020)]),
    ("Văn bản hợp nhất 03/VBHN-VPQH năm 2019", [("Văn bản hợp nhất", "03", "VBHN-VPQH", 2019)]),
    ("Quyết định số 45/2026/QĐ-UBND của UBND thành phố", [(QĐ, "45", "QĐ-UBND", 2026)]),
    ("Nghị định số 41/2022/ NĐ - CP", [D]),
    ("Nghị định số 41 /2022/NĐ-CP", [D]),
    ("Nghị  định  số  41/2022/NĐ-CP", [D]),
    ("Số 41/2022/NĐ-CP", [D]),
    ("(Nghị định 41/2022/NĐ-CP)", [D]),
    ("“Nghị định số 41/2022/NĐ-CP”", [D]),
    ("Nghị định số 41/2022/NĐ-CP/", [D]),
    ("Công văn số 1234/UBND-VX, ngày 05 tháng 3 năm 2024", [(CV, "1234", "UBND-VX", 2024)]),
    (
        "Ngày 20/12/2023, Ban Chỉ đạo các chương trình mục tiêu quốc gia giai đoạn 2021-2025 tỉnh ban hành "
        "Kế hoạch số 12/KH-BCĐ",
        [(KH, "12", "KH-BCĐ", 2023)],
    ),
    (
        "Ngày 05 tháng 3 năm 2024, Ủy ban nhân dân thành phố Sông Phố, Sở Nội vụ và Ban Dân tộc đã "
        "ký ban hành "
        "Quyết định số 77/QĐ-UBND",
        [(QĐ, "77", "QĐ-UBND", 2024)],
    ),
    (
        "Ngày 1/2/2024 Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sông Phố và các tổ "
        "chức chính trị - xã "
        "hội có Công văn số 31/MTTQ-BTT về việc giám sát",
        [(CV, "31", "MTTQ-BTT", 2024)],
    ),
]

LAWS: list[tuple[str, list[Reference]]] = [
    ("Điều 5 Luật Cán bộ, công chức và Luật Viên chức sửa đổi 2019", [(LUẬT, None, None, 2019, "5")]),
    ("Điều 2 Luật Viên chức sửa đổi năm 2019", [(LUẬT, None, None, 2019, "2")]),
    ("khoản 3 Điều 1 Luật Bảo hiểm y tế sửa đổi, bổ sung 2024", [(LUẬT, None, None, 2024, "1", "3")]),
    (
        "Điều 1 Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế năm 2024",
        [(LUẬT, None, None, 2024, "1")],
    ),
    (
        "Điều 1 Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế số 51/2024/QH15",
        [(LUẬT, "51", "QH15", 2024, "1")],
    ),
    ("Điều 6 Luật Việc làm (sửa đổi) số 74/2025/QH15", [(LUẬT, "74", "QH15", 2025, "6")]),
    ("khoản 1 Điều 6 Luật BHYT", [(LUẬT, None, None, None, "6", "1")]),
    ("Điều 6 Luật BHXH 2024", [(LUẬT, None, None, 2024, "6")]),
    (
        "Điều 6 của Luật Đất đai 2024 và Điều 7 Luật Nhà ở 2023",
        [(LUẬT, None, None, 2024, "6"), (LUẬT, None, None, 2023, "7")],
    ),
    ("Điều 6 luật đất đai", [(LUẬT, None, None, None, "6")]),
    ("Luật Đất đai 2024, Điều 6 khoản 1", [(LUẬT, None, None, 2024, "6", "1")]),
    ("Luật Đất đai năm 2024 (khoản 1 Điều 6)", [(LUẬT, None, None, 2024, "6", "1")]),
    ("Điều 6 Luật số 61/2024/QH15 ngày 29/11/2024", [(*L, "6")]),
    ("Luật 61/2024/QH15", [L]),
    ("Luật Việc làm 61/2024/QH15, Điều 9", [(*L, "9")]),
    ("Bộ luật số 45/2019/QH14", [("Bộ luật", "45", "QH14", 2019)]),
    ("Điều 36 BLLĐ 2019", [("Bộ luật", None, None, 2019, "36")]),
    ("Điều 4 Hiến pháp năm 2013", [("Hiến pháp", None, None, 2013, "4")]),
    ("Điều 3 Pháp lệnh Ưu đãi người có công với cách mạng năm 2020", [("Pháp lệnh", None, None, 2020, "3")]),
    (
        "Điều 12 Luật Xử lý vi phạm hành chính 2012 được sửa đổi, bổ sung năm 2020",
        [(LUẬT, None, None, 2012, "12")],
    ),
    ("theo quy định của pháp luật về đất đai và các luật khác có liên quan", []),
    ("các quy định của Luật Đất đai", []),
]

MENTIONS: list[tuple[str, list[Reference]]] = [
    ("Nghị định số 41/2022/NĐ-CP ngày 20/6/2022 của Chính phủ. Nghị định 41 có hiệu lực từ 01/8/2022.", [D]),
    (
        "Nghị định số 41/2022/NĐ-CP (sau đây viết tắt là Nghị định số 41). Điều 8 Nghị định số 41 quy định",
        [D, (*D, "8")],
    ),
    ("Nghị định số 41/2022/NĐ-CP; theo Điều 8 Nghị định 41/2022", [D, (*D, "8")]),
    (
        "Thông tư liên tịch số 33/2011/TTLT-BNV-BTC; Điều 4 Thông tư 33",
        [(TTLT, "33", "TTLT-BNV-BTC", 2011), (TTLT, "33", "TTLT-BNV-BTC", 2011, "4")],
    ),
    (
        "Thông tư liên tịch số 33/2011/TTLT-BNV-BTC ngày 5/5/2011 (gọi tắt là Thông tư số 33)",
        [(TTLT, "33", "TTLT-BNV-BTC", 2011)],
    ),
    ("Luật Việc làm số 61/2024/QH15; khoản 2 Điều 5 Luật Việc làm", [L, (*L, "5", "2")]),
    (
        "Luật Việc làm số 61/2024/QH15 ngày 29/11/2024. Điều 5 Luật này không áp dụng; Điều 7 Luật "
        "Việc làm áp dụng",
        [L, (*L, "7")],
    ),
    (
        "Bộ luật Lao động số 45/2019/QH14 (Bộ luật Lao động 2019); Điều 36 Bộ luật Lao động",
        [("Bộ luật", "45", "QH14", 2019), ("Bộ luật", "45", "QH14", 2019, "36")],
    ),
    (
        "Kế hoạch số 121/KH-UBND ngày 2/2/2024 của UBND tỉnh; Kế hoạch số 121 nêu rõ",
        [(KH, "121", "KH-UBND", 2024)],
    ),
    (
        "Nghị định 41/2022/NĐ-CP và Nghị định 41/2023/NĐ-CP; khoản 1 Điều 3 Nghị định 41",
        [D, (NĐ, "41", "NĐ-CP", 2023), (NĐ, "41", None, None, "3", "1")],
    ),
    (
        "Thông tư 18/2023/TT-BTC và Thông tư 18/2023/TT-BYT. Thông tư 18 có hiệu lực",
        [T, (TT, "18", "TT-BYT", 2023), (TT, "18")],
    ),
    ("Quyết định số 45/2026/QĐ-UBND; Quyết định 45/QĐ-UBND", [(QĐ, "45", "QĐ-UBND", 2026)]),
    ("Nghị định 41/2022/NĐ-CP. Thông tư đã hướng dẫn Điều 8 Nghị định trên", [D]),
    ("Điều 5 Thông tư đã quy định rõ", []),
    ("Điều 5 Nghị định có hiệu lực từ tháng sau", []),
    ("Nghị định đã được Chính phủ ban hành", []),
    ("Thông tư đã quy định; Luật quy định; Nghị định mới nêu", []),
    (
        "Nghị quyết số 15/2020/NQ-HĐND ngày 9/7/2020, Nghị quyết nêu trên hết hiệu lực",
        [(NQ, "15", "NQ-HĐND", 2020)],
    ),
    ("Điều 8 Nghị định số 41/2022/NĐ-CP, khoản 2 Điều 9 Nghị định này", [(*D, "8")]),
    (
        "khoản 1 và khoản 2 Điều 8 Nghị định 41; Điều 9 Nghị định số 41/2022/NĐ-CP",
        [(*D, "8", "1"), (*D, "8", "2"), (*D, "9")],
    ),
    (
        "Quyết định số 88/QĐ-TTg ngày 5/3/2020 và Quyết định số 88/QĐ-TTg ngày 7/4/2021 của Thủ "
        "tướng Chính phủ",
        [(QĐ, "88", "QĐ-TTg", 2020), (QĐ, "88", "QĐ-TTg", 2021)],
    ),
]

NONE: list[str] = [
    "Luật Bóng đá 2020 sửa đổi luật việt vị",
    "Nghị quyết 5 năm của chi bộ",
    "Thông tư tình cảm số 3 gửi bạn đọc",
    "Điều 5 nội quy khu phố, khoản 2 hợp đồng thuê nhà",
    "Phiên bản 5.2, hình 3.1, bảng 2.4",
    "Điều 1.000 đồng cũng phải ghi sổ",
    "Mục 2.1 của báo cáo, trang 12/2024",
    "Điều 3 (ba) ngày nữa sẽ họp",
    "Tổ 5/2 khu phố 3, nhà 12/2022 đường số 8",
    "hội nghị lần thứ 41/2022 của liên đoàn",
]

EVERY = PLACES + NUMBERS + LAWS + MENTIONS
