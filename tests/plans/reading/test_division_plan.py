"""Đọc kế hoạch của phòng: the plan of a city division, whatever file it comes in."""

import json
from functools import cache

import pytest

from lantoa.language.citations import read_citations
from lantoa.paper.reading import Reading
from lantoa.paper.reading.parse import parse
from lantoa.paper.writing import to_docx, to_pdf
from lantoa.plans.reading import PlanReading, understand
from tests.paper.samples import DIVISION_PLAN


def read(content: bytes, kind: str) -> PlanReading:
    return understand(Reading.from_dict(parse(content, kind)), read_citations)


@cache
def plan() -> PlanReading:
    return read(DIVISION_PLAN.encode(), "markdown")


def test_the_keys_are_those_that_machines_were_promised() -> None:
    data = plan().as_dict()

    assert list(data) == [
        "number", "symbol", "issued_on", "place", "issuer", "superior", "kind", "title", "legal_bases",
        "sections", "audiences", "topics", "channels", "tasks", "funding_sources", "recipients", "signer",
        "missing",
    ]  # fmt: skip
    assert set(data["sections"][0]) == {"level", "number", "title", "paragraphs"}
    assert set(data["audiences"][0]) == {"name", "group", "where"}
    assert set(data["channels"][0]) == {"name", "where"}
    assert set(data["tasks"][0]) == {"text", "lead", "with"}
    assert set(data["signer"]) == {"mode", "title", "name"}
    assert set(data["missing"][0]) == {"field", "why"}
    json.dumps(data)


def test_the_head_holds_only_what_is_printed() -> None:
    data = plan().as_dict()

    assert (data["number"], data["symbol"], data["issued_on"]) == (None, "KH-PCSXH", None)
    assert (data["place"], data["superior"], data["kind"]) == ("Sông Phố", None, "KẾ HOẠCH")
    assert data["title"].startswith("Triển khai hoạt động truyền thông chính sách giảm nghèo năm 2031")


def test_without_a_head_the_office_names_itself_where_it_issues() -> None:
    assert plan().issuer == "Phòng Chính sách – An sinh và Xã hội thành phố"


def test_both_legal_bases_are_citations() -> None:
    assert [(b["number"], b["symbol"], b["date"], b["issuer"]) for b in plan().legal_bases] == [
        ("07", "KH-SCSXH", "2031-01-08", "Sở Chính sách – An sinh và Xã hội"),
        ("1542", "KH-UBND", "2029-04-05", "UBND thành phố"),
    ]


def test_the_seven_audiences_have_their_clauses() -> None:
    assert [(a.name, a.group, a.where) for a in plan().audiences] == [
        ("thành viên Ban chỉ đạo", "official", "II.1"),
        ("công chức làm công tác giảm nghèo", "official", "II.1"),
        ("hộ nghèo", "household", "II.1"),
        ("hộ cận nghèo", "household", "II.1"),
        ("hộ có mức sống trung bình", "household", "II.1"),
        ("hộ có hoàn cảnh khó khăn", "household", "II.1"),
        ("hộ mới thoát nghèo", "household", "II.2"),
    ]


def test_wider_words_are_proposed_and_marked() -> None:
    proposed = plan().proposed

    assert [(p.name, p.where) for p in proposed] == [
        ("cán bộ truyền thông", "I.1"),
        ("báo cáo viên", "I.1"),
        ("người dân", "II.3"),
    ]
    assert all(p.proposed for p in proposed)
    assert not any(a.proposed for a in plan().audiences)


def test_the_eight_channels_come_from_the_methods() -> None:
    assert [c.name for c in plan().channels] == [
        "lớp truyền thông", "hội nghị", "nói chuyện chuyên đề", "đối thoại chính sách",
        "đài truyền thanh cơ sở", "pano áp phích", "băng rôn", "website",
    ]  # fmt: skip
    assert {c.where for c in plan().channels} == {"II.3"}


def test_topics_are_the_listed_words() -> None:
    assert plan().topics == [
        "Chính sách học phí",
        "bảo hiểm y tế",
        "vay vốn ưu đãi",
        "nước sạch",
        "tháo gỡ khó khăn, vướng mắc",
    ]


def test_the_four_tasks_have_the_officer_in_the_lead_and_the_division_beside() -> None:
    tasks = plan().tasks

    assert len(tasks) == 4
    assert {t.lead for t in tasks} == {"chuyên viên theo dõi công tác giảm nghèo"}
    assert [t.with_ for t in tasks] == [["Phòng Văn hóa và Truyền thông thành phố"]] * 4
    assert tasks[3].text == "Quyết toán kinh phí đúng quy định."


def test_both_sources_of_money_are_read() -> None:
    assert plan().funding_sources == [
        "nguồn hỗ trợ của Sở Chính sách – An sinh và Xã hội",
        "nguồn ngân sách thành phố năm 2031 giao cho Phòng",
    ]


def test_recipients_and_signer_are_read() -> None:
    assert plan().recipients == [
        "Sở CS-AS&XH", "UBND thành phố", "Phòng VH TT TP", "Lãnh đạo phòng", "Lưu: VT, Quế",
    ]  # fmt: skip
    signer = plan().signer
    assert (signer.mode, signer.title, signer.name) == ("KT.", "PHÓ TRƯỞNG PHÒNG", "Lê Thị Thu Lan")


def test_what_the_paper_does_not_say_is_missing_and_nothing_else() -> None:
    """Không tự điền điều văn bản không nêu."""
    assert [gap.field for gap in plan().missing] == [
        "number", "issued_on", "superior", "quantities", "amounts", "item_dates", "report_date",
        "ward_assignment",
    ]  # fmt: skip
    assert all(gap.why.endswith(".") for gap in plan().missing)


def test_every_value_shows_the_words_it_rests_on() -> None:
    found = plan()
    data = found.as_dict()

    for part in ("legal_bases", "audiences", "topics", "channels", "tasks", "funding_sources", "recipients"):
        for at in range(len(data[part])):
            evidence = found.evidence[f"{part}.{at}"]
            assert found.source[evidence.line][evidence.start : evidence.end]
    for name in ("symbol", "place", "issuer", "kind", "title", "signer"):
        assert found.evidence[name].quote
    officers = found.evidence["audiences.1"]
    assert officers.quote == "công chức phụ trách giảm nghèo"
    assert found.source[officers.line][officers.start : officers.end] == officers.quote
    assert officers.section == "II.1"


@pytest.mark.parametrize(("kind", "printer"), [("docx", to_docx), ("pdf", to_pdf)])
def test_printed_by_us_it_reads_the_same(kind: str, printer: object) -> None:
    printed = printer(plan().document)  # type: ignore[operator]

    assert read(printed, kind).as_dict() == plan().as_dict()


def test_a_printed_head_is_spelt_as_the_body_spells_it() -> None:
    document = read(DIVISION_PLAN.encode(), "markdown").document
    document.issuer = "Phòng Chính sách – An sinh và Xã hội thành phố"

    again = read(to_docx(document), "docx")

    assert again.document.issuer == "PHÒNG CHÍNH SÁCH - AN SINH VÀ XÃ HỘI THÀNH PHỐ"
    assert again.issuer == plan().issuer
