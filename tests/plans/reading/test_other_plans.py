"""Kế hoạch của nơi khác: other shapes, other words, and what must not be taken for more than it says."""

import pytest

from lantoa.language.citations import read_citations
from lantoa.paper.reading import Reading
from lantoa.paper.reading.parse import parse
from lantoa.paper.writing import to_docx, to_pdf
from lantoa.plans.reading import PlanReading, understand
from lantoa.plans.reading.tasks import owner_in
from tests.paper.samples import province_plan, ward_plan

HEAD = "KẾ HOẠCH\n\nTruyền thông năm 2031\n\n"


def read(words: str) -> PlanReading:
    return understand(Reading.from_dict(parse((HEAD + words).encode(), "text")), read_citations)


def printed(make: object) -> PlanReading:
    return understand(Reading.from_dict(parse(to_docx(make()), "docx")), read_citations)  # type: ignore[operator]


def test_a_ward_plan_with_a_table_names_what_its_activities_name() -> None:
    plan = printed(ward_plan)

    assert [a.name for a in plan.audiences] == ["hộ nghèo", "hộ cận nghèo"]
    assert [c.name for c in plan.channels] == ["đối thoại chính sách", "đài truyền thanh cơ sở", "băng rôn"]
    assert plan.issuer == "Ủy ban nhân dân phường Bến Đò"
    assert [basis["full"] for basis in plan.legal_bases] == ["412/2029/NĐ-CP", "33/KH-PCSXH"]


def test_counts_dates_and_money_that_are_said_are_not_missing() -> None:
    fields = {gap.field for gap in printed(ward_plan).missing}

    assert not fields & {"quantities", "amounts", "item_dates", "report_date", "number", "issued_on"}


def test_counts_in_a_table_are_counts() -> None:
    assert "quantities" not in {gap.field for gap in printed(province_plan).missing}


def test_a_people_s_committee_is_no_audience() -> None:
    plan = read("II. NỘI DUNG\n\nỦy ban nhân dân phường, Hội đồng nhân dân phường phối hợp thực hiện.")

    assert plan.audiences == [] and plan.proposed == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("hộ nghèo, cận nghèo và mới thoát nghèo", ["hộ nghèo", "hộ cận nghèo", "hộ mới thoát nghèo"]),
        ("các hộ mới thoát nghèo", ["hộ mới thoát nghèo"]),
        ("hộ mới thoát cận nghèo", ["hộ mới thoát nghèo"]),
        ("gia đình có hoàn cảnh đặc biệt khó khăn", ["hộ có hoàn cảnh khó khăn"]),
        ("các thành viên Ban Chỉ đạo các cấp", ["thành viên Ban chỉ đạo"]),
        ("cán bộ, công chức được giao phụ trách công tác giảm nghèo", ["công chức làm công tác giảm nghèo"]),
        ("báo cáo viên, tuyên truyền viên", ["báo cáo viên", "tuyên truyền viên"]),
        ("công tác giảm nghèo bền vững, vươn lên thoát nghèo", []),
    ],
)
def test_audiences_in_many_words(words: str, names: list[str]) -> None:
    plan = read(f"I. ĐỐI TƯỢNG TRUYỀN THÔNG\n\nTruyền thông cho {words}.")

    assert [a.name for a in plan.audiences] == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("pa nô, áp-phích", ["pano áp phích"]),
        ("loa truyền thanh và cổng thông tin điện tử", ["đài truyền thanh cơ sở", "website"]),
        ("tờ rơi, sổ tay, tin nhắn, Zalo", ["tờ rơi", "sổ tay", "tin nhắn", "mạng xã hội"]),
        ("bảng tin công cộng, bản tin cơ sở", ["bảng tin", "bản tin"]),
        ("tọa đàm", ["hội nghị"]),
    ],
)
def test_channels_in_many_words(words: str, names: list[str]) -> None:
    plan = read(f"I. HÌNH THỨC TRUYỀN THÔNG\n\nQua {words}.")

    assert [c.name for c in plan.channels] == names


@pytest.mark.parametrize(
    ("sentence", "lead", "joined"),
    [
        (
            "Giao Phòng Văn hóa - Xã hội chủ trì, phối hợp với Công an phường, các khu phố tổ chức.",
            "Phòng Văn hóa - Xã hội",
            ("Công an phường", "các khu phố"),
        ),
        (
            "Đề nghị Ủy ban Mặt trận Tổ quốc phường phối hợp với Hội Phụ nữ và Đoàn Thanh niên tuyên truyền.",
            "Ủy ban Mặt trận Tổ quốc phường",
            ("Hội Phụ nữ", "Đoàn Thanh niên"),
        ),
        ("Trung tâm dịch vụ công có trách nhiệm phát tin, bài.", "Trung tâm dịch vụ công", ()),
        ("Các phường, xã xây dựng kế hoạch riêng.", "Các phường, xã", ()),
        (
            "Phối hợp với phòng Văn hóa và Thông tin biên soạn tài liệu.",
            None,
            ("Phòng Văn hóa và Thông tin",),
        ),
        ("Báo cáo kết quả theo quy định.", None, ()),
    ],
)
def test_who_leads_and_who_joins(sentence: str, lead: str | None, joined: tuple[str, ...]) -> None:
    owner = owner_in(sentence)

    assert (owner.lead, owner.with_) == (lead, joined)


def test_a_section_headed_by_an_office_gives_it_the_tasks() -> None:
    plan = read(
        "IV. TỔ CHỨC THỰC HIỆN\n\n1. Phòng Văn hóa - Xã hội\n\n- Tham mưu kế hoạch.\n\n"
        "- Phối hợp với Công an phường tổ chức đối thoại.\n\n2. Các khu phố\n\n"
        "- Vận động hộ nghèo tham dự.\n\nTrên đây là Kế hoạch./."
    )

    assert [(t.lead, t.with_) for t in plan.tasks] == [
        ("Phòng Văn hóa - Xã hội", []),
        ("Phòng Văn hóa - Xã hội", ["Công an phường"]),
        ("Các khu phố", []),
    ]


@pytest.mark.parametrize(
    ("words", "sources"),
    [
        ("Từ nguồn ngân sách phường và các nguồn khác.", ["nguồn ngân sách phường", "các nguồn khác"]),
        ("Ngân sách nhà nước cấp năm 2031: 20.000.000 đồng.", ["Ngân sách nhà nước cấp năm 2031"]),
        ("Không phát sinh.", []),
    ],
)  # fmt: skip
def test_sources_of_money_in_many_words(words: str, sources: list[str]) -> None:
    assert read(f"III. KINH PHÍ\n\n{words}").funding_sources == sources


def test_a_basis_without_a_recognised_document_keeps_its_words_and_invents_none() -> None:
    plan = read("Căn cứ tình hình thực tế tại địa phương;\n\nI. NỘI DUNG\n\nLàm việc.")

    (basis,) = plan.legal_bases
    assert basis["text"] == "Căn cứ tình hình thực tế tại địa phương"
    assert {basis[key] for key in ("type", "number", "symbol", "date", "issuer")} == {None}


def test_a_plan_that_follows_another_in_its_opening_rests_on_it() -> None:
    plan = read(
        "Thực hiện Kế hoạch số 33/KH-PCSXH ngày 20/01/2031 của Phòng Chính sách, "
        "UBND phường ban hành Kế hoạch như sau:\n\nI. NỘI DUNG\n\nLàm việc."
    )

    assert [basis["full"] for basis in plan.legal_bases] == ["33/KH-PCSXH"]


def test_an_empty_plan_says_that_everything_is_missing() -> None:
    plan = understand(Reading.from_dict(parse("Một dòng chữ.".encode(), "text")), read_citations)

    data = plan.as_dict()
    missing = {gap["field"] for gap in data.pop("missing")}
    assert {
        "number",
        "issued_on",
        "issuer",
        "kind",
        "title",
        "audiences",
        "channels",
        "tasks",
        "amounts",
    } <= missing
    assert data["signer"] == {"mode": None, "title": None, "name": None}
    assert [data[part] for part in ("audiences", "topics", "channels", "tasks", "legal_bases")] == [[]] * 5


# A department's plan as Markdown without one heading mark: everything by bold, italics and numbers.
DEPARTMENT_PLAN = """UBND TỈNH MIỀN TRUNG
**SỞ CHÍNH SÁCH VÀ AN SINH**

Số: 61/KH-SCSAS

*Miền Trung, ngày 15 tháng 3 năm 2031*

**KẾ HOẠCH**
**Truyền thông về giảm nghèo năm 2031**

*Căn cứ Nghị quyết số 14/2030/QH17 ngày 11 tháng 12 năm 2030 của Quốc hội;*
*Theo đề nghị của Trưởng phòng Giảm nghèo.*

Sở Chính sách và An sinh ban hành Kế hoạch như sau:

**I. ĐỐI TƯỢNG, PHẠM VI**

1. Đối tượng
- Hộ nghèo, hộ cận nghèo;
- Báo cáo viên cấp xã.

2. Phạm vi: Toàn bộ các xã, phường.

**II. HÌNH THỨC**

**1. Trực tiếp:** Mở 02 hội nghị, 10 cuộc đối thoại.

**2. Gián tiếp:** Phát tin trên hệ thống truyền thanh, in 5.000 tờ rơi.

**III. TỔ CHỨC THỰC HIỆN**

**1. Phòng Giảm nghèo**
- Chủ trì, phối hợp với Báo và phát thanh, truyền hình tỉnh, các đơn vị liên quan tổ chức thực hiện.

**2. Đề nghị Ủy ban nhân dân các xã, phường**
Xây dựng kế hoạch riêng trước ngày 30/4/2031.

Trên đây là Kế hoạch truyền thông về giảm nghèo năm 2031./.

***Nơi nhận:***
- UBND tỉnh (b/c);
- Lưu: VT, GN (05b).

**KT. GIÁM ĐỐC**
**PHÓ GIÁM ĐỐC**

*(Đã ký)*

**Trần Quang Minh**
"""


def test_a_plan_without_heading_marks_is_read_by_its_bold_words_and_numbers() -> None:
    plan = understand(Reading.from_dict(parse(DEPARTMENT_PLAN.encode(), "markdown")), read_citations)

    assert (plan.superior, plan.issuer) == ("UBND TỈNH MIỀN TRUNG", "Sở Chính sách và An sinh")
    assert plan.title == "Truyền thông về giảm nghèo năm 2031"
    assert [basis["full"] for basis in plan.legal_bases] == ["14/2030/QH17"]
    assert [(s.where, s.title) for s in plan.sections] == [
        ("I", "ĐỐI TƯỢNG, PHẠM VI"), ("I.1", "Đối tượng"), ("I.2", "Phạm vi"),
        ("II", "HÌNH THỨC"), ("II.1", "Trực tiếp"), ("II.2", "Gián tiếp"),
        ("III", "TỔ CHỨC THỰC HIỆN"), ("III.1", "Phòng Giảm nghèo"),
        ("III.2", "Đề nghị Ủy ban nhân dân các xã, phường"),
    ]  # fmt: skip
    assert [(a.name, a.where) for a in plan.audiences] == [
        ("hộ nghèo", "I.1"),
        ("hộ cận nghèo", "I.1"),
        ("báo cáo viên", "I.1"),
    ]
    assert [(c.name, c.where) for c in plan.channels] == [
        ("hội nghị", "II.1"),
        ("đối thoại chính sách", "II.1"),
        ("đài truyền thanh cơ sở", "II.2"),
        ("tờ rơi", "II.2"),
    ]
    assert [(t.lead, t.with_) for t in plan.tasks] == [
        ("Phòng Giảm nghèo", ["Báo và phát thanh, truyền hình tỉnh", "các đơn vị liên quan"]),
        ("Ủy ban nhân dân các xã, phường", []),
    ]
    assert (plan.signer.mode, plan.signer.name) == ("KT.", "Trần Quang Minh")


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_that_plan_too_prints_and_reads_back_the_same(kind: str) -> None:
    plan = understand(Reading.from_dict(parse(DEPARTMENT_PLAN.encode(), "markdown")), read_citations)
    printer = {"docx": to_docx, "pdf": to_pdf}[kind]

    again = understand(Reading.from_dict(parse(printer(plan.document), kind)), read_citations)

    assert again.as_dict() == plan.as_dict()
