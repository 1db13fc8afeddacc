"""Reference data of this area: counting units, channels, programmes. Dated rows that an office may edit.

Channels: the words of the communication plan (mục II.3, IV.3), each with the type of Nghị định
49/2024/NĐ-CP it belongs to, then the remaining types of that decree and the kinds of activity of Thông tư
06/2022/TT-BTTTT. A channel outside the decree (a class, a contest) has no type.
"""

from datetime import date

from django.db import transaction

from lantoa.plans.models import Channel, CountingUnit, Programme

COUNTING_UNITS = [
    "lớp",
    "buổi",
    "cuộc",
    "lượt người",
    "tin",
    "bài",
    "lượt phát",
    "giờ",
    "tờ",
    "tấm",
    "cuốn",
    "clip",
]

RADIO = "Đài truyền thanh cấp xã"
BOARD = "Bảng tin công cộng"
BULLETIN = "Bản tin thông tin cơ sở"
MATERIAL = "Tài liệu không kinh doanh phục vụ thông tin cơ sở"
SPEAKER = "Tuyên truyền trực tiếp qua tuyên truyền viên cơ sở"
PORTAL = "Cổng, trang thông tin điện tử"
SOCIAL = "Mạng xã hội, ứng dụng nhắn tin"
MESSAGE = "Tin nhắn viễn thông"
DECREE_FORMS = [RADIO, BOARD, BULLETIN, MATERIAL, SPEAKER, PORTAL, SOCIAL, MESSAGE]

M = Channel.Medium
# key, name, medium, type of Nghị định 49/2024/NĐ-CP, counted in
CHANNELS: list[tuple[str, str, str, str, str]] = [
    ("lop-truyen-thong", "Lớp truyền thông trực tiếp", M.GATHERING, "", "lớp"),
    ("hoi-nghi", "Hội nghị", M.GATHERING, SPEAKER, "cuộc"),
    ("noi-chuyen-chuyen-de", "Nói chuyện chuyên đề", M.GATHERING, SPEAKER, "buổi"),
    ("doi-thoai-chinh-sach", "Đối thoại chính sách giảm nghèo", M.GATHERING, "", "cuộc"),
    ("dai-truyen-thanh-co-so", "Đài truyền thanh cơ sở", M.BROADCAST, RADIO, "lượt phát"),
    ("pano-ap-phich", "Pano, áp phích", M.DISPLAY, MATERIAL, "tấm"),
    ("bang-ron", "Băng rôn", M.DISPLAY, MATERIAL, "tấm"),
    ("website", "Trang thông tin điện tử của đơn vị", M.POST, PORTAL, "bài"),
    ("bang-tin-cong-cong", "Bảng tin công cộng", M.DISPLAY, BOARD, "tin"),
    ("ban-tin-co-so", "Bản tin thông tin cơ sở", M.PRINT, BULLETIN, "tờ"),
    ("to-roi", "Tờ rơi, tờ gấp", M.PRINT, MATERIAL, "tờ"),
    ("so-tay", "Sổ tay", M.PRINT, MATERIAL, "cuốn"),
    ("tuyen-truyen-vien", "Tuyên truyền viên đến tận nhà, khu phố", M.GATHERING, SPEAKER, "buổi"),
    ("mang-xa-hoi", "Mạng xã hội, ứng dụng nhắn tin", M.POST, SOCIAL, "bài"),
    ("tin-nhan", "Tin nhắn điện thoại", M.POST, MESSAGE, "tin"),
    ("bao-chi", "Báo chí, phát thanh, truyền hình", M.POST, "", "tin"),
    ("clip", "Phóng sự, clip", M.POST, "", "clip"),
    ("san-khau-hoa", "Sân khấu hóa, văn nghệ", M.GATHERING, "", "buổi"),
    ("hop-cong-dong", "Họp dân, thông tin lưu động", M.GATHERING, SPEAKER, "buổi"),
    ("cuoc-thi", "Cuộc thi tìm hiểu", M.GATHERING, "", "cuộc"),
]

# code, name, code of the programme it belongs to, from, to, legal basis
PROGRAMMES: list[tuple[str, str, str, date | None, date | None, str]] = [
    (
        "GNBV-2021-2025",
        "Chương trình mục tiêu quốc gia Giảm nghèo bền vững giai đoạn 2021 - 2025",
        "",
        date(2021, 1, 1),
        date(2025, 12, 31),
        "Quyết định 90/QĐ-TTg ngày 18/01/2022",
    ),
    (
        "GNBV-2021-2025-DA6",
        "Dự án 6: Truyền thông và giảm nghèo về thông tin",
        "GNBV-2021-2025",
        date(2021, 1, 1),
        date(2025, 12, 31),
        "Quyết định 90/QĐ-TTg ngày 18/01/2022; Thông tư 06/2022/TT-BTTTT ngày 30/06/2022",
    ),
    (
        "GNBV-2021-2025-DA6-TDA1",
        "Tiểu dự án 1: Giảm nghèo về thông tin",
        "GNBV-2021-2025-DA6",
        date(2021, 1, 1),
        date(2025, 12, 31),
        "Thông tư 06/2022/TT-BTTTT ngày 30/06/2022",
    ),
    (
        "GNBV-2021-2025-DA6-TDA2",
        "Tiểu dự án 2: Truyền thông về giảm nghèo đa chiều",
        "GNBV-2021-2025-DA6",
        date(2021, 1, 1),
        date(2025, 12, 31),
        "Thông tư 06/2022/TT-BTTTT ngày 30/06/2022; Quyết định 650/QĐ-LĐTBXH ngày 21/07/2022",
    ),
    (
        "MTQG-2026-2035",
        "Chương trình mục tiêu quốc gia 2026 - 2035 (nông thôn mới, giảm nghèo bền vững, vùng đồng bào"
        " dân tộc thiểu số và miền núi)",
        "",
        date(2026, 1, 1),
        date(2035, 12, 31),
        "Nghị quyết 257/2025/QH15 ngày 11/12/2025; Nghị quyết 424/NQ-CP ngày 30/12/2025",
    ),
    (
        "MTQG-2026-2035-GD1",
        "Giai đoạn I (2026 - 2030)",
        "MTQG-2026-2035",
        date(2026, 1, 1),
        date(2030, 12, 31),
        "Quyết định 417/QĐ-BNNMT ngày 31/01/2026",
    ),
]


@transaction.atomic
def load_reference() -> int:
    """Add the counting units, channels and programmes that are missing; what an office edited stays.

    How many rows are new. Safe to run twice.
    """
    return _load_units() + _load_channels() + _load_programmes()


def _load_units() -> int:
    there = set(CountingUnit.objects.values_list("name", flat=True))
    missing = [
        CountingUnit(name=name, order=order) for order, name in enumerate(COUNTING_UNITS) if name not in there
    ]
    return len(CountingUnit.objects.bulk_create(missing))


def _load_channels() -> int:
    there = set(Channel.objects.values_list("key", flat=True))
    counted = {unit.name: unit for unit in CountingUnit.objects.all()}
    missing = [
        Channel(
            key=key, name=name, medium=medium, decree_form=form, counting_unit=counted.get(unit), order=order
        )
        for order, (key, name, medium, form, unit) in enumerate(CHANNELS)
        if key not in there
    ]
    return len(Channel.objects.bulk_create(missing))


def _load_programmes() -> int:
    """Every row is a verified fact: number and date of its decision."""
    there = {programme.code: programme for programme in Programme.objects.exclude(code="")}
    new = 0
    for code, name, parent, valid_from, valid_to, basis in PROGRAMMES:
        if code in there:
            continue
        there[code] = Programme.objects.create(
            code=code,
            name=name,
            parent=there.get(parent),
            valid_from=valid_from,
            valid_to=valid_to,
            legal_basis=basis,
            verified=True,
        )
        new += 1
    return new
