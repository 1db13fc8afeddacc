"""When two spellings are one document, and who wrote it."""

import re

from .symbols import normalise_symbol

_MINISTRIES = {
    "BTC": "Bộ Tài chính",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "LĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BNV": "Bộ Nội vụ",
    "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BYT": "Bộ Y tế",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BXD": "Bộ Xây dựng",
    "BCT": "Bộ Công Thương",
    "BTP": "Bộ Tư pháp",
    "BCA": "Bộ Công an",
    "BQP": "Bộ Quốc phòng",
    "BNG": "Bộ Ngoại giao",
    "BGTVT": "Bộ Giao thông vận tải",
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "BDTTG": "Bộ Dân tộc và Tôn giáo",
    "UBDT": "Ủy ban Dân tộc",
    "NHNN": "Ngân hàng Nhà nước Việt Nam",
    "TTCP": "Thanh tra Chính phủ",
    "VPCP": "Văn phòng Chính phủ",
    "VPQH": "Văn phòng Quốc hội",
    "VPCTN": "Văn phòng Chủ tịch nước",
    "KBNN": "Kho bạc Nhà nước",
    "KTNN": "Kiểm toán nhà nước",
    "BHXH": "Bảo hiểm xã hội Việt Nam",
    "TTG": "Thủ tướng Chính phủ",
    "CP": "Chính phủ",
    "CTN": "Chủ tịch nước",
    "HĐBT": "Hội đồng Bộ trưởng",
}


def identity_key(
    type: str | None, number: str | None, symbol: str | None, year: int | None
) -> tuple[str, str, str, str]:
    """What makes two references the same document: "7/2021/ND-CP" and "07/2021/NĐ-CP" give equal keys.

    Date and issuer are evidence, not identity: printed dates are too often wrong.
    """
    kind = " ".join((type or "").split()).casefold()
    plain_number = re.sub(r"\s+", "", number or "").casefold().lstrip("0")
    letters = re.sub(r"[^\w&]", "", normalise_symbol(symbol or "")).casefold()
    return kind, plain_number, letters, str(year or "")


def issuer_from_symbol(symbol: str) -> str | None:
    """The body that a symbol names, or None where the symbol leaves the place open (UBND, HĐND, sở, phòng).

    "NĐ-CP" -> "Chính phủ", "TT-BTC" -> "Bộ Tài chính", "QH15" -> "Quốc hội".
    """
    upper = normalise_symbol(symbol).upper()
    if re.fullmatch(r"QH\d{1,2}", upper):
        return "Quốc hội"
    if re.search(r"UBTVQH\d*$", upper):
        return "Ủy ban Thường vụ Quốc hội"
    groups = re.split(r"[-/]", upper)
    if groups[0] in ("TTLT", "NQLT"):
        names = [_MINISTRIES.get(group) for group in groups[1:]]
        return ", ".join(name for name in names if name) if names and all(names) else None
    if groups[-1] == "TW":
        return None  # Bộ Chính trị, Ban Bí thư or the Central Committee: the symbol does not say which
    return _MINISTRIES.get(groups[1] if len(groups) > 1 and groups[0] not in _MINISTRIES else groups[0])
