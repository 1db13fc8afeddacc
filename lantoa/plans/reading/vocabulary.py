"""Words that name audiences, channels and topics in such plans, with their usual other spellings.

Keys are those of the reference data (audience kinds, channels). `wide` words name so many people that they
are taken as an audience only where the plan says who its audiences are; elsewhere they are proposals.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Word:
    """One entry: its own name, the pattern of its spellings, for audiences the group."""

    key: str
    name: str
    pattern: re.Pattern[str]
    group: str = ""
    wide: bool = False


def _word(key: str, name: str, pattern: str, group: str = "", wide: bool = False) -> Word:
    # For text in lower case whose blanks are single.
    return Word(key, name, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), group, wide)


OFFICIAL, HOUSEHOLD = "official", "household"

AUDIENCES = [
    _word("ban-chi-dao", "thành viên Ban chỉ đạo", r"thành viên (?:của )?(?:các )?ban chỉ đạo", OFFICIAL),
    _word(
        "cong-chuc-giam-ngheo",
        "công chức làm công tác giảm nghèo",
        r"(?:cán bộ|công chức|viên chức)(?:(?:,| và| hoặc)? (?:cán bộ|công chức|viên chức|người)){0,4}"
        r" (?:được giao )?(?:làm|thực hiện|phụ trách|theo dõi|tham mưu|được giao)"
        r"(?: (?:thực hiện|nhiệm vụ|công tác|lĩnh vực|về|chương trình|mục tiêu quốc gia)){0,5} giảm nghèo",
        OFFICIAL,
    ),
    _word("", "cán bộ truyền thông", r"cán bộ (?:làm công tác )?(?:truyền thông|thông tin)", OFFICIAL, True),
    _word("", "báo cáo viên", r"báo cáo viên", OFFICIAL, True),
    _word("", "tuyên truyền viên", r"tuyên truyền viên", OFFICIAL, True),
    _word(
        "",
        "trưởng khu phố, ấp",
        r"(?:trưởng|bí thư(?: chi bộ)?|ban điều hành) (?:khu phố|ấp|thôn|tổ dân phố)",
        OFFICIAL,
        True,
    ),
    _word("ho-ngheo", "hộ nghèo", r"(?:hộ|người|gia đình)(?: gia đình)? nghèo", HOUSEHOLD),
    _word("ho-can-ngheo", "hộ cận nghèo", r"(?<!thoát )(?<!thoát hộ )(?:hộ )?cận nghèo", HOUSEHOLD),
    _word(
        "ho-moi-thoat-ngheo",
        "hộ mới thoát nghèo",
        r"hộ (?:gia đình )?(?:mới |đã )?thoát (?:hộ )?(?:cận )?nghèo|mới thoát (?:hộ )?(?:cận )?nghèo",
        HOUSEHOLD,
    ),
    _word(
        "ho-muc-song-trung-binh",
        "hộ có mức sống trung bình",
        r"(?:hộ )?(?:gia đình )?(?:có )?mức sống trung bình",
        HOUSEHOLD,
    ),
    _word(
        "ho-hoan-canh-kho-khan",
        "hộ có hoàn cảnh khó khăn",
        r"(?:hộ|gia đình|người)(?: gia đình| dân)?(?: có)? hoàn cảnh (?:đặc biệt )?khó khăn",
        HOUSEHOLD,
    ),
    _word("", "đồng bào dân tộc thiểu số", r"(?:đồng bào |hộ |người )dân tộc thiểu số", HOUSEHOLD, True),
    _word("", "người khuyết tật", r"người khuyết tật", HOUSEHOLD, True),
    _word("", "người cao tuổi", r"người cao tuổi", HOUSEHOLD, True),
    _word("", "người lao động", r"người lao động", HOUSEHOLD, True),
    _word(
        "",
        "người dân",
        r"người dân|(?<!ủy ban )(?<!uỷ ban )(?<!hội đồng )(?<!công an )(?<!tòa án )nhân dân|cộng đồng dân cư",
        HOUSEHOLD,
        True,
    ),
]

CHANNELS = [
    _word("lop-truyen-thong", "lớp truyền thông", r"lớp (?:truyền thông|tuyên truyền)"),
    _word("lop-truyen-thong", "lớp tập huấn", r"lớp (?:tập huấn|bồi dưỡng)|tập huấn"),
    _word("hoi-nghi", "hội nghị", r"hội nghị|hội thảo|tọa đàm|toạ đàm"),
    _word("noi-chuyen-chuyen-de", "nói chuyện chuyên đề", r"nói chuyện(?: theo)? chuyên đề"),
    _word("doi-thoai-chinh-sach", "đối thoại chính sách", r"đối thoại(?: chính sách)?"),
    _word(
        "dai-truyen-thanh-co-so",
        "đài truyền thanh cơ sở",
        r"đài (?:phát thanh|truyền thanh)(?: cơ sở)?|truyền thanh cơ sở|hệ thống (?:loa )?truyền thanh"
        r"|loa (?:phát thanh|truyền thanh)",
    ),
    _word("pano-ap-phich", "pano áp phích", r"pa[- ]?nô|pano|panô|áp[- ]phích|poster"),
    _word("bang-ron", "băng rôn", r"băng[- ]rôn|băng[- ]zôn|khẩu hiệu|biểu ngữ"),
    _word(
        "website",
        "website",
        r"website|trang web|trang (?:thông tin|tin)(?: điện tử)?|cổng thông tin(?: điện tử)?",
    ),
    _word("to-roi", "tờ rơi", r"tờ (?:rơi|gấp)"),
    _word("so-tay", "sổ tay", r"sổ tay|cẩm nang"),
    _word(
        "mang-xa-hoi", "mạng xã hội", r"mạng xã hội|facebook|zalo|fanpage|youtube|tiktok|ứng dụng nhắn tin"
    ),
    _word("tin-nhan", "tin nhắn", r"tin nhắn|nhắn tin|sms"),
    _word("bang-tin-cong-cong", "bảng tin", r"bảng tin(?: công cộng)?"),
    _word("ban-tin-co-so", "bản tin", r"bản tin(?: thông tin cơ sở| cơ sở)?"),
    _word("bao-chi", "báo chí", r"báo chí|báo, đài|đài truyền hình"),
    _word("clip", "phóng sự, clip", r"phóng sự|(?:video )?clip|video|infographic"),
    _word("san-khau-hoa", "sân khấu hóa", r"sân khấu h(?:óa|oá)|tiểu phẩm|văn nghệ"),
    _word("hop-cong-dong", "họp dân, thông tin lưu động", r"họp (?:dân|khu phố|ấp|tổ)|thông tin lưu động"),
    _word("cuoc-thi", "cuộc thi", r"cuộc thi|hội thi"),
]

TOPICS = [
    _word("", "chính sách y tế", r"(?:chính sách )?(?:bảo hiểm )?y tế"),
    _word("", "tín dụng ưu đãi", r"(?:chính sách )?tín dụng(?: ưu đãi| chính sách)?|vay vốn(?: ưu đãi)?"),
    _word("", "mô hình giảm nghèo", r"(?:nhân rộng )?(?:các )?mô hình (?:sinh kế|giảm nghèo|sản xuất)"),
    _word("", "nước sạch", r"nước sạch(?: và vệ sinh(?: môi trường)?)?"),
    _word("", "nhà ở", r"(?:hỗ trợ )?nhà ở"),
    _word("", "giáo dục, học phí", r"học phí|(?:hỗ trợ )?giáo dục(?: và đào tạo)?"),
    _word("", "đào tạo nghề", r"đào tạo nghề|giáo dục nghề nghiệp|học nghề"),
    _word("", "việc làm", r"việc làm"),
    _word("", "dinh dưỡng", r"dinh dưỡng"),
    _word("", "trợ giúp pháp lý", r"trợ giúp pháp lý"),
    _word("", "trợ giúp xã hội", r"trợ giúp xã hội|bảo trợ xã hội|trợ cấp xã hội"),
    _word("", "hỗ trợ tiền điện", r"(?:hỗ trợ )?tiền điện"),
    _word("", "tiếp cận thông tin", r"tiếp cận thông tin|giảm nghèo về thông tin|viễn thông"),
    _word("", "chuẩn nghèo", r"chuẩn (?:hộ )?nghèo(?: đa chiều)?"),
    _word(
        "",
        "tháo gỡ khó khăn, vướng mắc",
        r"(?:tháo gỡ|giải đáp|giải quyết)(?: các| những)? (?:khó khăn|vướng mắc)"
        r"(?:, (?:khó khăn|vướng mắc))?",
    ),
]

# Words with which the name of an office or a body begins.
UNIT_WORDS = (
    r"(?:Phòng|phòng|Sở|sở|Ủy ban|Uỷ ban|ủy ban|UBND|HĐND|Ban|Trung tâm|trung tâm|Đài|Hội|Đoàn|Liên đoàn"
    r"|Công an|Trạm|Chi cục|Cục|Bộ|Văn phòng|Mặt trận|Ngân hàng|Bảo hiểm|Kho bạc|Trường|Báo|Chuyên viên"
    r"|chuyên viên|Công chức|công chức|Bộ phận|bộ phận"
    r"|[Cc]ác (?:phường, xã|xã, phường|phòng|sở|ban|đơn vị|phường|xã|địa phương|khu phố"
    r"|hội|đoàn thể|cơ quan|ngành))"
)
