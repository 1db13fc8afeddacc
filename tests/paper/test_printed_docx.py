"""Tệp DOCX mà văn thư mở ra là ký được: what stands in its XML."""

import re
import zipfile
from datetime import date
from io import BytesIO
from xml.etree import ElementTree as ET

import docx
import pytest

from lantoa.paper.structure import OfficialDocument, Paragraph, Signer, Table
from lantoa.paper.writing import to_docx
from lantoa.paper.writing.layout import date_line, end_mark, number_line
from tests.paper.samples import PAPERS, province_plan, ward_plan

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts_of(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(content)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def body_of(document: OfficialDocument) -> ET.Element:
    return ET.fromstring(parts_of(to_docx(document))["word/document.xml"])


def millimetres(twips: str | None) -> float:
    return int(twips or 0) / 1440 * 25.4


@pytest.mark.parametrize("make", PAPERS.values(), ids=PAPERS)
def test_an_ordinary_library_opens_it(make: object) -> None:
    opened = docx.Document(BytesIO(to_docx(make())))  # type: ignore[operator]

    in_tables = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    assert any("Nơi nhận:" in text for text in [*in_tables, *(p.text for p in opened.paragraphs)])


def test_only_times_new_roman_is_named() -> None:
    for name, xml in parts_of(to_docx(province_plan())).items():
        fonts = set(re.findall(r'w:(?:ascii|hAnsi|eastAsia|cs)="([^"]+)"', xml))
        assert fonts <= {"Times New Roman"}, name


def test_a4_margins_and_numbers_from_page_two_in_every_part() -> None:
    sections = list(body_of(province_plan()).iter(W + "sectPr"))

    assert len(sections) == 2
    for section in sections:
        margins = section.find(W + "pgMar")
        size = section.find(W + "pgSz")
        assert margins is not None and size is not None
        sides = {side: millimetres(margins.get(W + side)) for side in ("top", "bottom", "left", "right")}
        assert 20 <= round(sides["top"]) <= 25 and 20 <= round(sides["bottom"]) <= 25
        assert 30 <= round(sides["left"]) <= 35 and 15 <= round(sides["right"]) <= 20
        paper = {round(millimetres(size.get(W + "w"))), round(millimetres(size.get(W + "h")))}
        assert paper == {210, 297}
        assert section.find(W + "titlePg") is not None
        assert section.find(W + "pgNumType").get(W + "start") == "1"  # type: ignore[union-attr]
    assert [s.find(W + "pgSz").get(W + "orient") for s in sections] == [None, "landscape"]  # type: ignore[union-attr]


def test_head_and_signature_are_tables_without_borders() -> None:
    tables = list(body_of(ward_plan()).iter(W + "tbl"))

    edges = [
        {edge.get(W + "val") for edge in table.find(f"{W}tblPr/{W}tblBorders") or []} for table in tables
    ]

    assert edges == [{"nil"}, {"single"}, {"nil"}]


def test_lines_are_drawn_and_the_motto_line_is_as_long_as_its_words() -> None:
    head = next(body_of(ward_plan()).iter(W + "tbl"))
    rules = [p for p in head.iter(W + "p") if p.find(f"{W}pPr/{W}pBdr") is not None]

    lengths = []
    for rule, column in zip(rules, (67.0, 98.0), strict=True):
        indent = rule.find(f"{W}pPr/{W}ind")
        assert indent is not None
        lengths.append(column - millimetres(indent.get(W + "left")) - millimetres(indent.get(W + "right")))

    assert lengths[1] == pytest.approx(60.5, abs=1)
    assert "____" not in "".join(head.itertext())


def test_the_last_lines_are_kept_with_the_signature() -> None:
    body = body_of(ward_plan()).find(W + "body")
    assert body is not None
    blocks = list(body)
    signature = max(at for at, block in enumerate(blocks) if block.tag == W + "tbl")

    before = blocks[signature - 3 : signature]

    assert all(block.find(f"{W}pPr/{W}keepNext") is not None for block in before)


def test_a_table_repeats_its_header_and_keeps_rows_whole() -> None:
    table = [t for t in body_of(province_plan()).iter(W + "tbl") if len(list(t.iter(W + "tr"))) > 10][0]
    rows = list(table.iter(W + "tr"))

    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows[:3]] == [True, True, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_rows_that_people_write_in_are_high_enough() -> None:
    table = Table.simple(["STT", "Họ và tên", "Ký tên"], [["1", "", ""]])
    table.row_height = 9

    heights = body_of(OfficialDocument(kind="DANH SÁCH", opening=[table])).iter(W + "trHeight")

    assert [round(millimetres(height.get(W + "val"))) for height in heights] == [9]


def test_number_is_blank_until_it_is_given_and_has_its_zero_then() -> None:
    assert number_line(OfficialDocument(symbol="KH-PTT")) == "Số:      /KH-PTT"
    assert number_line(OfficialDocument(number="3", symbol="KH-PTT")) == "Số: 03/KH-PTT"
    assert number_line(OfficialDocument(number="128", symbol="KH-PTT")) == "Số: 128/KH-PTT"
    assert number_line(OfficialDocument()) == ""


def test_day_below_ten_and_first_two_months_have_their_zero() -> None:
    def said(day: date | None, year: int | None = None) -> str:
        return date_line(OfficialDocument(place="Sông Phố", issued_on=day, year=year))

    assert said(date(2031, 1, 3)) == "Sông Phố, ngày 03 tháng 01 năm 2031"
    assert said(date(2031, 6, 12)) == "Sông Phố, ngày 12 tháng 6 năm 2031"
    assert said(None, 2031) == "Sông Phố, ngày      tháng      năm 2031"
    assert date_line(OfficialDocument()) == ""


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Trên đây là Kế hoạch", "Trên đây là Kế hoạch./."),
        ("Trên đây là Kế hoạch.", "Trên đây là Kế hoạch./."),
        ("Trên đây là Kế hoạch./.", "Trên đây là Kế hoạch./."),
        ("pano, băng rôn...", "pano, băng rôn..../."),
    ],
)
def test_the_end_mark_takes_the_place_of_the_stop(words: str, printed: str) -> None:
    assert end_mark(words) == printed


def test_a_list_has_no_end_mark() -> None:
    document = OfficialDocument(kind="DANH SÁCH ĐẠI BIỂU", opening=[Paragraph("Tổng số: 30 người")])

    assert "./." not in "".join(body_of(document).itertext())


def test_two_signers_stand_side_by_side() -> None:
    document = OfficialDocument(
        kind="BIÊN BẢN", opening=[Paragraph("Nội dung.")], signers=[Signer(["THƯ KÝ"]), Signer(["CHỦ TỌA"])]
    )

    row = list(body_of(document).iter(W + "tr"))[-1]

    assert ["".join(cell.itertext()) for cell in row.findall(W + "tc")] == ["THƯ KÝ", "CHỦ TỌA"]


def test_properties_name_the_office_and_no_tool() -> None:
    core = parts_of(to_docx(ward_plan()))["docProps/core.xml"]

    assert "ỦY BAN NHÂN DÂN PHƯỜNG BẾN ĐÒ" in core
    assert "python" not in core.lower()


def test_hostile_words_stay_words() -> None:
    words = "a <w:p/> & ]]> \x00\x0b\ud800 \uffff z"

    texts = "".join(body_of(OfficialDocument(kind="BÁO CÁO", opening=[Paragraph(words)])).itertext())

    assert "a <w:p/> & ]]> z" in texts
