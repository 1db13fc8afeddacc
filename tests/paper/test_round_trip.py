"""Đọc, in, đọc lại: the structure stays the same, whatever the file kind."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.paper.reading import Reading, read_official
from lantoa.paper.reading.parse import parse
from lantoa.paper.structure import Annex, OfficialDocument, Paragraph, Section, Signer, Table
from lantoa.paper.writing import to_docx, to_pdf
from tests.paper.comparing import words_of
from tests.paper.samples import DIVISION_PLAN, PAPERS

PRINTERS = {"docx": to_docx, "pdf": to_pdf}


def read_here(content: bytes, kind: str) -> OfficialDocument:
    """Read in this process: the child is tested elsewhere, and costs a start each time."""
    return Reading.from_dict(parse(content, kind)).document


@pytest.mark.parametrize("kind", PRINTERS)
@pytest.mark.parametrize("make", PAPERS.values(), ids=PAPERS)
def test_a_printed_paper_reads_back_the_same(make: Callable[[], OfficialDocument], kind: str) -> None:
    document = make()

    again = read_here(PRINTERS[kind](document), kind)

    assert words_of(again) == words_of(document)


@pytest.mark.parametrize("kind", PRINTERS)
def test_the_plan_as_exported_reads_prints_and_reads_back_the_same(kind: str) -> None:
    document = read_here(DIVISION_PLAN.encode(), "markdown")

    again = read_here(PRINTERS[kind](document), kind)

    assert words_of(again) == words_of(document)


@pytest.mark.parametrize("kind", PRINTERS)
def test_a_filled_head_comes_back(kind: str) -> None:
    document = read_here(DIVISION_PLAN.encode(), "markdown")
    document.superior = "ỦY BAN NHÂN DÂN THÀNH PHỐ SÔNG PHỐ"
    document.issuer = "PHÒNG CHÍNH SÁCH - AN SINH VÀ XÃ HỘI"
    document.number = "09"

    again = read_here(PRINTERS[kind](document), kind)

    assert (again.superior, again.issuer, again.number) == (document.superior, document.issuer, "09")


def test_the_bounded_child_reads_the_same_as_this_process() -> None:
    content = to_docx(PAPERS["ward_plan"]())

    reading = read_official(content, "kế hoạch.docx")

    assert words_of(reading.document) == words_of(read_here(content, "docx"))


# Sentences of Vietnamese syllables, with the characters that Typst, XML and Markdown take for their own.
SYLLABLES = st.sampled_from(
    [
        *("hộ", "nghèo", "được", "vay", "vốn", "ưu", "đãi", "quyền", "lợi", "Đồng", "Phượng", "ỷ", "ỹ", "ẵ"),
        *("2031", "50%", "#thẻ", "$x$", "@phường", "*sao*", "_gạch_", "<b>", "&", "\\n", '"ngoặc"', "`mã`"),
        *("[a](b)", "~", "^", "=", "/", "{x}", "12/KH-UBND", "A&B", "//url", "/*c*/", "https://a.vn"),
    ]
)
SENTENCES = st.lists(SYLLABLES, min_size=3, max_size=30).map(
    lambda words: "Nội dung " + " ".join(words) + "."
)
PARAGRAPHS = st.builds(Paragraph, text=SENTENCES, marker=st.sampled_from(["", "-", "+"]))
CELLS = st.lists(SYLLABLES, min_size=1, max_size=6).map(" ".join)


@st.composite
def documents(draw: st.DrawFn) -> OfficialDocument:
    sections = []
    for at, blocks in enumerate(draw(st.lists(st.lists(PARAGRAPHS, min_size=1, max_size=3), max_size=3))):
        sections.append(Section(1, ("I", "II", "III")[at], f"MỤC THỨ {at + 1}", list(blocks)))
    rows = draw(st.lists(st.tuples(CELLS, CELLS), max_size=3))
    if sections and rows:
        sections[0].blocks.append(Table.simple(["Việc", "Ghi chú"], [list(row) for row in rows]))
    return OfficialDocument(
        superior="SỞ CHÍNH SÁCH MIỀN TRUNG",
        issuer="PHÒNG TRUYỀN THÔNG",
        number=draw(st.sampled_from(["", "07", "112"])),
        symbol="KH-PTT",
        place="Sông Phố",
        year=2031,
        kind="KẾ HOẠCH",
        title="Truyền thông năm 2031",
        legal_bases=[
            f"Căn cứ Kế hoạch số 5/KH-UBND {words[:-1]}" for words in draw(st.lists(SENTENCES, max_size=2))
        ],
        opening=[Paragraph("Phòng ban hành Kế hoạch như sau:")],
        sections=sections,
        closing="Trên đây là Kế hoạch của Phòng",
        recipients=["Sở Chính sách", "Lưu: VT"],
        signers=[Signer(["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"], "Lê Thị Thu Lan")],
        annexes=[Annex("DANH MỤC", blocks=[Paragraph("Một dòng.", "-")])] if draw(st.booleans()) else [],
    )


@settings(max_examples=20, deadline=None, derandomize=True)
@given(documents())
def test_any_plan_reads_back_from_docx(document: OfficialDocument) -> None:
    assert words_of(read_here(to_docx(document), "docx")) == words_of(document)


@settings(max_examples=20, deadline=None, derandomize=True)
@given(documents())
def test_any_plan_reads_back_from_pdf(document: OfficialDocument) -> None:
    assert words_of(read_here(to_pdf(document), "pdf")) == words_of(document)


def test_structure_survives_plain_data() -> None:
    document = PAPERS["province_plan"]()

    assert OfficialDocument.from_dict(document.as_dict()) == document
