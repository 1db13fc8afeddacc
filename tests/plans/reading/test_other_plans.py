"""Kế hoạch của nơi khác: other shapes, other words, and what must not be taken for more than it says."""

import pytest

from lantoa.language.citations import read_citations
from lantoa.paper.reading import Reading
from lantoa.paper.reading.parse import parse
from lantoa.paper.writing import to_docx
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
