"""Plain reading: short forms that nobody wrote out, and words of the office that have plainer ones.

Signs, not rules: the writer decides. Practice of those who write for loudspeakers, not law.
"""

import re
import unicodedata
from collections.abc import Mapping

# Chữ viết tắt thường gặp: what the writer may put in the place of the letters.
WRITTEN_OUT: Mapping[str, str] = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "MTTQ": "Mặt trận Tổ quốc",
    "BHYT": "bảo hiểm y tế",
    "BHXH": "bảo hiểm xã hội",
    "CSXH": "chính sách xã hội",
    "NHCSXH": "Ngân hàng Chính sách xã hội",
    "CCCD": "căn cước công dân",
    "TGXH": "trợ giúp xã hội",
    "TTHC": "thủ tục hành chính",
    "MTQG": "mục tiêu quốc gia",
    "GNBV": "giảm nghèo bền vững",
    "THCS": "trung học cơ sở",
    "THPT": "trung học phổ thông",
    "KP": "khu phố",
    "TP": "thành phố",
}
# Chữ của cơ quan và lời nói thường; the longer one is looked for first.
PLAINER: Mapping[str, str] = {
    "đối tượng thụ hưởng": "người được hưởng",
    "thụ hưởng": "được hưởng",
    "trên địa bàn": "ở, tại",
    "thành phần hồ sơ": "giấy tờ cần nộp",
    "cơ sở khám bệnh, chữa bệnh": "bệnh viện, trạm y tế",
    "theo quy định hiện hành": "rõ theo điều nào, văn bản nào",
    "nêu trên": "lại tên của chính việc đó",
    "nhân khẩu": "người trong nhà",
    "tiến hành": "thẳng việc sẽ làm",
    "thực hiện việc": "làm",
    "triển khai thực hiện": "làm, mở",
    "liên hệ với cơ quan có thẩm quyền": "rõ đến phòng nào, ở đâu",
    "cơ quan có thẩm quyền": "rõ cơ quan nào",
    "có trách nhiệm": "phải",
    "trong thời hạn": "trong",
    "nhằm mục đích": "để",
}

_SHORT = re.compile(r"(?<![\w/.-])[A-ZĐ]{2,8}(?![\w/-])")
_ROMAN = re.compile(r"[IVXLC]+")
_PLAINER = re.compile(
    r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, PLAINER), key=len, reverse=True)) + r")(?!\w)",
    re.IGNORECASE,
)


def unexplained(text: str) -> list[str]:
    """Short forms that are nowhere written out, in the order of their first use, each once.

    Written out means "bảo hiểm y tế (BHYT)", "BHYT (bảo hiểm y tế)", or the known words anywhere in the
    text. Numbers of documents (188/2025/NĐ-CP), Roman numbers and lines all in capitals are not looked at.
    """
    text = unicodedata.normalize("NFC", text)
    said = text.lower()
    found: dict[str, None] = {}
    for line in text.splitlines():
        if line.upper() == line and " " in line.strip():
            continue
        for match in _SHORT.finditer(line):
            found[match[0]] = None
    return [
        short
        for short in found
        if not _ROMAN.fullmatch(short)
        and not re.search(rf"\(\s*{short}\s*\)|{short}\s*\(", text)
        and WRITTEN_OUT.get(short, "\0").lower() not in said
    ]


def plainer(text: str) -> list[tuple[str, str]]:
    """Words of the office in the text, each once as it stands there, with what one says instead."""
    found: dict[str, str] = {}
    for match in _PLAINER.finditer(unicodedata.normalize("NFC", text)):
        found.setdefault(match[0].lower(), PLAINER[match[0].lower()])
    return list(found.items())
