"""Tên loại văn bản hành chính and their abbreviations (Nghị định 30/2020/NĐ-CP, Điều 7, Phụ lục III)."""

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


def symbol_for(kind: str, agency: str) -> str:
    """ "KH-SLĐTBXH" for KẾ HOẠCH of the agency abbreviated SLĐTBXH; the agency alone for a công văn."""
    short = ABBREVIATIONS.get(kind.upper(), "")
    return f"{short}-{agency}" if short else agency
