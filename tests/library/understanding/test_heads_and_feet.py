# ruff: noqa: E501 - a line of a paper stays one line
"""Whole papers of every kind, from letterhead to signature: each field has the shape that its form asks for."""

from dataclasses import dataclass, field

import pytest

from lantoa.library.understanding import Proposal, understand
from lantoa.paper.reading import Reading
from lantoa.paper.reading.parse import parse

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
GAP = " " * 12


@dataclass(frozen=True)
class Sample:
    """head: letterhead down to the title. values: every field, title first."""

    name: str
    head: str
    foot: str
    values: tuple[str, ...]
    body: str = "Điều 1. Phạm vi\nLời một.\nĐiều 2. Hiệu lực thi hành\n{kind} này có hiệu lực từ ngày 01 tháng 5 năm 2031.\n"
    doubts: frozenset[str] = field(default_factory=frozenset)


FIELDS = (
    "kind",
    "number",
    "year",
    "symbol",
    "issuer",
    "issued_on",
    "title",
    "signing_mode",
    "signer_title",
    "signer_name",
)
SAMPLES = [
    Sample(
        "decree in one column, opening sentence right below the title",
        f"CHÍNH PHỦ\n{NATION}\nSố: 20/2031/NĐ-CP\nHà Nội, ngày 15 tháng 3 năm 2031\nNGHỊ ĐỊNH\nQuy định mức trợ giúp thử nghiệm\nChính phủ ban hành Nghị định quy định mức trợ giúp thử nghiệm.",
        "Nơi nhận:\n- Lưu: VT.\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n\nTrần Văn Mẫu",
        (
            "Nghị định",
            "20",
            "2031",
            "NĐ-CP",
            "Chính phủ",
            "2031-03-15",
            "Quy định mức trợ giúp thử nghiệm",
            "TM.",
            "Thủ tướng",
            "Trần Văn Mẫu",
        ),
    ),
    Sample(
        "decree in two columns, signed for the prime minister, name in capitals",
        f"CHÍNH PHỦ{GAP}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 21/2031/NĐ-CP{GAP}Độc lập - Tự do - Hạnh phúc\n{GAP}Hà Nội, ngày 16 tháng 3 năm 2031\n\nNGHỊ ĐỊNH\n\nQUY ĐỊNH MỨC TRỢ GIÚP TRÊN ĐỊA BÀN TỈNH SÔNG LAM\n\nCăn cứ Luật Trợ giúp mẫu số 11/2030/QH18;",
        f"Nơi nhận:{GAP}TM. CHÍNH PHỦ\n- Lưu: VT.{GAP}KT. THỦ TƯỚNG\n{GAP}PHÓ THỦ TƯỚNG\n{GAP}LÊ THỊ MẪU",
        (
            "Nghị định",
            "21",
            "2031",
            "NĐ-CP",
            "Chính phủ",
            "2031-03-16",
            "Quy định mức trợ giúp trên địa bàn tỉnh Sông Lam",
            "KT.",
            "Phó Thủ tướng",
            "Lê Thị Mẫu",
        ),
    ),
    Sample(
        "decision of the prime minister",
        f"THỦ TƯỚNG CHÍNH PHỦ\nSố: 90/QĐ-TTg\n{NATION}\nHà Nội, ngày 18 tháng 01 năm 2031\nQUYẾT ĐỊNH\nPhê duyệt Chương trình thử nghiệm giai đoạn\n2031 - 2035\nTHỦ TƯỚNG CHÍNH PHỦ\nCăn cứ Luật Tổ chức thử nghiệm ngày 19 tháng 6 năm 2029;\nQUYẾT ĐỊNH:",
        "KT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG THƯỜNG TRỰC\n(Đã ký)\nNguyễn Mẫu",
        (
            "Quyết định",
            "90",
            "",
            "QĐ-TTg",
            "Thủ tướng Chính phủ",
            "2031-01-18",
            "Phê duyệt Chương trình thử nghiệm giai đoạn 2031 - 2035",
            "KT.",
            "Phó Thủ tướng Thường trực",
            "Nguyễn Mẫu",
        ),
    ),
    Sample(
        "decision of a province",
        f"ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM\n{NATION}\nSố: 05/2031/QĐ-UBND\nSông Lam, ngày 10 tháng 3 năm 2031\nQUYẾT ĐỊNH\nQuy định mức hỗ trợ hộ nghèo trên địa bàn tỉnh\nSông Lam\nCăn cứ Luật Tổ chức chính quyền địa phương năm 2029;\nTheo đề nghị của Giám đốc Sở Y tế.",
        "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nPhạm Minh Mẫu",
        (
            "Quyết định",
            "05",
            "2031",
            "QĐ-UBND",
            "Ủy ban nhân dân tỉnh Sông Lam",
            "2031-03-10",
            "Quy định mức hỗ trợ hộ nghèo trên địa bàn tỉnh Sông Lam",
            "KT.",
            "Phó Chủ tịch",
            "Phạm Minh Mẫu",
        ),
    ),
    Sample(
        "decision of the chairman of a ward, body broken over lines below the signing mode",
        f"UBND PHƯỜNG BẾN ĐÒ{GAP}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/QĐ-UBND{GAP}Độc lập - Tự do - Hạnh phúc\n{GAP}Bến Đò, ngày 9 tháng 8 năm 2031\nQUYẾT ĐỊNH\nVề việc thành lập tổ truyền thông\nCHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG BẾN ĐÒ\nCăn cứ Luật Mẫu năm 2029;",
        "TM. ỦY BAN NHÂN DÂN\nPHƯỜNG BẾN ĐÒ\nQ. CHỦ TỊCH\nĐỗ Thị Mẫu",
        (
            "Quyết định",
            "12",
            "",
            "QĐ-UBND",
            "UBND phường Bến Đò",
            "2031-08-09",
            "Thành lập tổ truyền thông",
            "Q.",
            "Chủ tịch",
            "Đỗ Thị Mẫu",
        ),
    ),
    Sample(
        "circular of a ministry with a long name",
        f"BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH\n-------\n{NATION}\nSố: 14/2031/TT-BVHTTDL\nHà Nội, ngày 02 tháng 4 năm 2031\nTHÔNG TƯ\nHướng dẫn hoạt động truyền thanh cơ sở\nCăn cứ Nghị định số 20/2031/NĐ-CP;",
        "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nHoàng Văn Mẫu",
        (
            "Thông tư",
            "14",
            "2031",
            "TT-BVHTTDL",
            "Bộ Văn hóa, Thể thao và Du lịch",
            "2031-04-02",
            "Hướng dẫn hoạt động truyền thanh cơ sở",
            "KT.",
            "Thứ trưởng",
            "Hoàng Văn Mẫu",
        ),
    ),
    Sample(
        "circular of the former ministry whose name holds the word xã",
        f"BỘ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI\n{NATION}\nSố: 07/2031/TT-ABC\nHà Nội, ngày 02 tháng 4 năm 2031\nTHÔNG TƯ\nHướng dẫn rà soát hộ nghèo\nCăn cứ Nghị định số 20/2031/NĐ-CP;",
        "BỘ TRƯỞNG\nĐào Thị Mẫu",
        (
            "Thông tư",
            "07",
            "2031",
            "TT-ABC",
            "Bộ Lao động - Thương binh và Xã hội",
            "2031-04-02",
            "Hướng dẫn rà soát hộ nghèo",
            "",
            "Bộ trưởng",
            "Đào Thị Mẫu",
        ),
    ),
    Sample(
        "resolution of a people's council, title in capitals, signed by its chairman",
        f"HỘI ĐỒNG NHÂN DÂN\nTHÀNH PHỐ SÔNG PHỐ\n{NATION}\nSố: 12/2031/NQ-HĐND\nSông Phố, ngày 10 tháng 12 năm 2031\nNGHỊ QUYẾT\nVỀ CHÍNH SÁCH HỖ TRỢ HỘ NGHÈO TẠI THÀNH PHỐ SÔNG PHỐ NĂM 2032\nHỘI ĐỒNG NHÂN DÂN THÀNH PHỐ SÔNG PHỐ\nKHÓA XI, KỲ HỌP THỨ 5\nCăn cứ Luật Mẫu năm 2029;\nQUYẾT NGHỊ:",
        "Nghị quyết này được Hội đồng nhân dân thành phố Sông Phố khóa XI, kỳ họp thứ 5 thông qua ngày 10 tháng 12 năm 2031.\nCHỦ TỊCH\nVũ Thị Mẫu",
        (
            "Nghị quyết",
            "12",
            "2031",
            "NQ-HĐND",
            "Hội đồng nhân dân thành phố Sông Phố",
            "2031-12-10",
            "Về chính sách hỗ trợ hộ nghèo tại thành phố Sông Phố năm 2032",
            "",
            "Chủ tịch",
            "Vũ Thị Mẫu",
        ),
    ),
    Sample(
        "law",
        f"QUỐC HỘI\n{NATION}\nLuật số: 11/2031/QH18\nHà Nội, ngày 12 tháng 6 năm 2031\nLUẬT\nTRỢ GIÚP MẪU\nCăn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\nQuốc hội ban hành Luật Trợ giúp mẫu.",
        "Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XVIII, kỳ họp thứ 3 thông qua ngày 12 tháng 6 năm 2031.\nCHỦ TỊCH QUỐC HỘI\nTrần Thị Mẫu",
        (
            "Luật",
            "11",
            "2031",
            "QH18",
            "Quốc hội",
            "2031-06-12",
            "Trợ giúp mẫu",
            "",
            "Chủ tịch Quốc hội",
            "Trần Thị Mẫu",
        ),
    ),
    Sample(
        "plan of a ward with its opening sentence below the title",
        f"ỦY BAN NHÂN DÂN\nPHƯỜNG BẾN ĐÒ\n{NATION}\nSố: 31/KH-UBND\nBến Đò, ngày 4 tháng 2 năm 2031\nKẾ HOẠCH\nTriển khai truyền thông về giảm nghèo năm 2031\nThực hiện Kế hoạch số 15/KH-UBND ngày 10/01/2031 của UBND thành phố; UBND phường ban hành kế hoạch như sau:",
        "Nơi nhận:\n- Các khu phố;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nBùi Văn Mẫu",
        (
            "Kế hoạch",
            "31",
            "",
            "KH-UBND",
            "Ủy ban nhân dân phường Bến Đò",
            "2031-02-04",
            "Triển khai truyền thông về giảm nghèo năm 2031",
            "TM.",
            "Chủ tịch",
            "Bùi Văn Mẫu",
        ),
        "I. MỤC ĐÍCH\n1. Một.\n2. Hai.\nII. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế.\n",
    ),
    Sample(
        "directive whose first sentence begins with the time",
        f"ỦY BAN NHÂN DÂN TỈNH SÔNG LAM\n{NATION}\nSố: 03/CT-UBND\nSông Lam, ngày 3 tháng 3 năm 2031\nCHỈ THỊ\nVề tăng cường rà soát hộ nghèo\nThời gian qua, việc rà soát hộ nghèo còn chậm. Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:",
        "Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nNgô Văn Mẫu",
        (
            "Chỉ thị",
            "03",
            "",
            "CT-UBND",
            "Ủy ban nhân dân tỉnh Sông Lam",
            "2031-03-03",
            "Về tăng cường rà soát hộ nghèo",
            "",
            "Chủ tịch",
            "Ngô Văn Mẫu",
        ),
        "1. Các xã, phường:\na) rà soát;\nb) báo cáo.\n2. Sở Y tế theo dõi.\n",
    ),
    Sample(
        "official letter signed on order",
        f"SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG{GAP}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1230/SNNMT-PTNT{GAP}Độc lập - Tự do - Hạnh phúc\nV/v báo cáo số liệu hộ nghèo{GAP}Sông Lam, ngày 9 tháng 8 năm 2031\n\nKính gửi: Ủy ban nhân dân các xã, phường.",
        f"Nơi nhận:{GAP}TL. GIÁM ĐỐC\n- Như trên;{GAP}CHÁNH VĂN PHÒNG\n- Lưu: VT.{GAP}Lý Thị Mẫu",
        (
            "Công văn",
            "1230",
            "",
            "SNNMT-PTNT",
            "Sở Nông nghiệp và Môi trường",
            "2031-08-09",
            "Báo cáo số liệu hộ nghèo",
            "TL.",
            "Chánh Văn phòng",
            "Lý Thị Mẫu",
        ),
        "Sở đề nghị các xã, phường báo cáo trước ngày 15.\n",
    ),
    Sample(
        "notice of a division, authorised signature",
        f"UBND HUYỆN MẪU\nPHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ\n{NATION}\nSố: 7/TB-KTHTĐT\nMẫu, ngày 7 tháng 7 năm 2031\nTHÔNG BÁO\nVề việc tổ chức lớp truyền thông\nPhòng Kinh tế, Hạ tầng và Đô thị thông báo lịch lớp truyền thông như sau:",
        "TUQ. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG\nThS. Hồ Văn Mẫu",
        (
            "Thông báo",
            "7",
            "",
            "TB-KTHTĐT",
            "Phòng Kinh tế, Hạ tầng và Đô thị",
            "2031-07-07",
            "Tổ chức lớp truyền thông",
            "TUQ.",
            "Phó Trưởng phòng",
            "Hồ Văn Mẫu",
        ),
        "1. Lớp một.\n2. Lớp hai.\n",
    ),
    Sample(
        "Party resolution",
        "TỈNH ỦY SÔNG LAM\n*\nSố 14-NQ/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nSông Lam, ngày 20 tháng 3 năm 2031\nNGHỊ QUYẾT\nvề giảm nghèo thử nghiệm",
        "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nĐoàn Văn Mẫu",
        (
            "Nghị quyết",
            "14",
            "",
            "NQ/TU",
            "Tỉnh ủy Sông Lam",
            "2031-03-20",
            "Về giảm nghèo thử nghiệm",
            "TM.",
            "Phó Bí thư",
            "Đoàn Văn Mẫu",
        ),
        "I. TÌNH HÌNH\n1. Một.\nII. NHIỆM VỤ\n1. Hai.\n",
    ),
]


def read(text: str) -> Proposal:
    return understand(Reading.from_dict(parse(text.encode(), "text")))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.name)
def test_every_field_of_a_paper_is_read_in_its_shape(sample: Sample) -> None:
    kind = sample.values[0]
    proposal = read(f"{sample.head}\n{sample.body.format(kind=kind)}\n{sample.foot}\n")

    assert tuple(proposal.get(name) for name in FIELDS) == sample.values
    assert not {d.code for d in proposal.doubts} & {
        "issuer_shape",
        "title_shape",
        "signer_name_shape",
        "signer_title_shape",
        "left_out",
    }


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.name)
@pytest.mark.parametrize(
    "tail",
    ["DANH MỤC HỖ TRỢ", "Phụ lục I: Danh mục hỗ trợ", "PHỤ LỤC\nDANH MỤC HỖ TRỢ\n(Kèm theo văn bản trên)"],
)
def test_what_follows_the_signature_never_runs_into_the_fields_of_the_signer(
    sample: Sample, tail: str
) -> None:
    long = "\n".join(
        f"{row}. Hộ nghèo được cấp thẻ bảo hiểm y tế, mức {row * 100}.000 đồng." for row in range(1, 40)
    )
    proposal = read(
        f"{sample.head}\n{sample.body.format(kind=sample.values[0])}\n{sample.foot}\n\n{tail}\n{long}\n"
    )

    assert tuple(proposal.get(name) for name in FIELDS[-3:]) == sample.values[-3:]
    assert len(proposal.values["signer_name"].words) < 200


@pytest.mark.parametrize(
    ("foot", "code"),
    [
        ("TM. CHÍNH PHỦ\n\nTrần Văn Mẫu", "signer_title_shape"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nđã xem và 12 chữ", "signer_name_shape"),
    ],
)
def test_a_signature_that_fits_no_shape_is_told_and_not_proposed(foot: str, code: str) -> None:
    sample = SAMPLES[0]
    proposal = read(f"{sample.head}\n{sample.body.format(kind='Nghị định')}\n{foot}\n")

    field = code.removesuffix("_shape")
    assert code in {d.code for d in proposal.doubts} and proposal.get(field) == ""


@pytest.mark.parametrize(
    ("printed", "told", "sure"),
    [
        ("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội", True),
        ("SỞ VĂN HOÁ, THỂ THAO VÀ DU LỊCH", "Sở Văn hoá, Thể thao và Du lịch", True),
        (
            "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH SÔNG LAM",
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sông Lam",
            True,
        ),
        ("BẢO HIỂM XÃ HỘI TỈNH SÔNG LAM", "Bảo hiểm xã hội tỉnh Sông Lam", True),
        ("ỦY BAN NHÂN DÂN XÃ AN PHƯỚC", "Ủy ban nhân dân xã An Phước", True),
        ("ỦY BAN NHÂN DÂN QUẬN 1", "Ủy ban nhân dân Quận 1", True),
        ("BAN QUẢN LÝ DỰ ÁN LẠ", "Ban Quản lý dự án lạ", False),
    ],
)
def test_an_issuer_in_capitals_is_spelt_by_rule_or_doubted(printed: str, told: str, sure: bool) -> None:
    proposal = read(
        f"{printed}\nSố: 12/TB-XYZ\nSông Lam, ngày 7 tháng 7 năm 2031\nTHÔNG BÁO\nVề việc thử\nKính gửi: các phường\n1. Một.\n2. Hai."
    )

    assert proposal.get("issuer") == told
    assert ("issuer_capitals" in {d.code for d in proposal.doubts}) is not sure
