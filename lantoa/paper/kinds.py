"""Tên loại văn bản hành chính and their abbreviations (Nghị định 30/2020/NĐ-CP, Điều 7, Phụ lục III)."""

import re

ABBREVIATIONS = {
    "NGHỊ QUYẾT": "NQ",
    "QUYẾT ĐỊNH": "QĐ",
    "CHỈ THỊ": "CT",
    "QUY CHẾ": "QC",
    "QUY ĐỊNH": "QyĐ",
    "THÔNG CÁO": "TC",
    "THÔNG BÁO": "TB",
    "HƯỚNG DẪN": "HD",
    "CHƯƠNG TRÌNH": "CTr",
    "KẾ HOẠCH": "KH",
    "PHƯƠNG ÁN": "PA",
    "ĐỀ ÁN": "ĐA",
    "DỰ ÁN": "DA",
    "BÁO CÁO": "BC",
    "BIÊN BẢN": "BB",
    "TỜ TRÌNH": "TTr",
    "HỢP ĐỒNG": "HĐ",
    "CÔNG ĐIỆN": "CĐ",
    "BẢN GHI NHỚ": "BGN",
    "BẢN THỎA THUẬN": "BTT",
    "GIẤY ỦY QUYỀN": "GUQ",
    "GIẤY MỜI": "GM",
    "GIẤY GIỚI THIỆU": "GGT",
    "GIẤY NGHỈ PHÉP": "GNP",
    "PHIẾU GỬI": "PG",
    "PHIẾU CHUYỂN": "PC",
    "PHIẾU BÁO": "PB",
}

# Papers of the office that the decree does not name: their whole first line is the kind.
OTHER_PAPERS = ("DANH SÁCH", "BẢNG", "PHIẾU", "SỔ", "LỊCH", "GIẤY", "NHẬT KÝ", "BIỂU", "ĐỀ CƯƠNG")

# What opens the title of one who signs, and what opens the name of the body that is signed for, in capitals.
_RANKS = r"(?:(?:Q\.|QUYỀN|PHÓ|TỔNG|THỨ|ỦY VIÊN|UỶ VIÊN|KIÊM) ?)*"
OFFICE = re.compile(
    rf"{_RANKS}(?:CHỦ TỊCH|THỦ TƯỚNG|THỦ TRƯỞNG|BÍ THƯ|GIÁM ĐỐC|CHỦ NHIỆM|THỐNG ĐỐC|VĂN PHÒNG|CHÁNH|TRƯỞNG"
    r"|(?:BỘ|CỤC|CHI CỤC|VỤ|VIỆN|ĐỘI|HIỆU|KHOA|TỔ|NHÓM|KIỂM TOÁN) TRƯỞNG|THANH TRA|KIỂM TOÁN|CHỈ HUY"
    r"|TƯ LỆNH"
    r"|THƯ KÝ|CHỦ TỌA|CHỦ TOẠ|CHỦ TRÌ|KẾ TOÁN|THỦ QUỸ|NGƯỜI|ĐẠI DIỆN|CHUYÊN VIÊN|ỦY VIÊN|UỶ VIÊN|CÁN BỘ"
    r"|CÔNG CHỨC|GIÁO VIÊN|TỔNG)(?![^\W_])"
)
BODY = re.compile(
    r"(?:CHÍNH PHỦ|QUỐC HỘI|ỦY BAN|UỶ BAN|UBND|HĐND|UBMTTQ|HỘI ĐỒNG|BAN|BỘ|SỞ|PHÒNG|CỤC|VỤ|CHI CỤC|VIỆN"
    r"|TỔNG CỤC|TRUNG TÂM|TRUNG ƯƠNG|CÔNG AN|CÔNG TY|TRƯỜNG|ĐÀI|BẢO HIỂM|NGÂN HÀNG|KHO BẠC|LIÊN|HỘI"
    r"|ĐOÀN (?:THANH|ĐẠI BIỂU|KHỐI|KIỂM|THỂ|CÔNG TÁC|TRƯỜNG|XÃ|PHƯỜNG|TỈNH)|MẶT TRẬN|TÒA ÁN|TOÀ ÁN|ĐẢNG"
    r"|TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|PHƯỜNG|XÃ|ĐẶC KHU|KHU PHỐ|TỔ DÂN PHỐ|ẤP|THÔN"
    r"|VÀ|CÁC|VỀ|NHÂN DÂN|CHƯƠNG TRÌNH|NƯỚC)(?![^\W_])"
)


def symbol_for(kind: str, agency: str) -> str:
    """ "KH-SLĐTBXH" for KẾ HOẠCH of the agency abbreviated SLĐTBXH; the agency alone for a công văn."""
    short = ABBREVIATIONS.get(kind.upper(), "")
    return f"{short}-{agency}" if short else agency
