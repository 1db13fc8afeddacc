"""What the office writes short and the law writes out: BHYT, HĐND, ĐBKK. Folded, as search knows words."""

from lantoa.library.search.words import words_of

# A letter row that is itself a word of the language ("nn", "cn" are none, "ca" is) does not belong here.
_WRITTEN_OUT = {
    "ASXH": "an sinh xã hội",
    "BHTN": "bảo hiểm thất nghiệp",
    "BHXH": "bảo hiểm xã hội",
    "BHYT": "bảo hiểm y tế",
    "BTXH": "bảo trợ xã hội",
    "CCCD": "căn cước công dân",
    "CSXH": "chính sách xã hội",
    "CTMTQG": "chương trình mục tiêu quốc gia",
    "DTTS": "dân tộc thiểu số",
    "ĐBKK": "đặc biệt khó khăn",
    "GDNN": "giáo dục nghề nghiệp",
    "GQVL": "giải quyết việc làm",
    "HĐND": "hội đồng nhân dân",
    "HSSV": "học sinh, sinh viên",
    "HTX": "hợp tác xã",
    "KCB": "khám bệnh, chữa bệnh",
    "LĐTBXH": "lao động thương binh và xã hội",
    "MTQG": "mục tiêu quốc gia",
    "MTTQ": "mặt trận tổ quốc",
    "NCT": "người cao tuổi",
    "NHCSXH": "ngân hàng chính sách xã hội",
    "NKT": "người khuyết tật",
    "NSNN": "ngân sách nhà nước",
    "NTM": "nông thôn mới",
    "SXKD": "sản xuất, kinh doanh",
    "TGPL": "trợ giúp pháp lý",
    "THCS": "trung học cơ sở",
    "THPT": "trung học phổ thông",
    "TTCS": "thông tin cơ sở",
    "UBND": "ủy ban nhân dân",
    "XKLĐ": "đi làm việc ở nước ngoài",
}
_WORDS = {words_of(short)[0]: words_of(full) for short, full in _WRITTEN_OUT.items()}


def written_out(words: list[str]) -> tuple[list[str], list[str]]:
    """The words with each shorthand written out, and the shorthands: ([bao, hiem, y, te], [bhyt])."""
    short = [word for word in words if word in _WORDS]
    return [full for word in words for full in _WORDS.get(word, [word])], short
