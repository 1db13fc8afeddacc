"""Giấy tờ thật không ngay ngắn: heads flattened, bullets torn, numbers automatic, headings not bold."""

from datetime import date
from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from lantoa.paper.marks import take_apart
from lantoa.paper.reading import Reading
from lantoa.paper.reading.parse import parse
from lantoa.paper.structure import OfficialDocument, Paragraph, Table
from tests.paper.samples import DIVISION_PLAN


def read(content: bytes | str, kind: str = "text") -> OfficialDocument:
    return reading(content, kind).document


def reading(content: bytes | str, kind: str = "text") -> Reading:
    return Reading.from_dict(parse(content.encode() if isinstance(content, str) else content, kind))


def saved(document: "docx.document.Document") -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


PLAIN = """UBND THÀNH PHỐ SÔNG PHỐ          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG CHÍNH SÁCH –                   Độc lập – Tự do – Hạnh phúc
AN SINH VÀ XÃ HỘI
Số: 12 /KH - PCSXH                   Sông Phố, ngày 3 tháng 02 năm 2031

KẾ HOẠCH
Truyền thông giảm nghèo năm 2031

Căn cứ Kế hoạch số 07/KH-SCSXH ngày 08/01/2031 của Sở; Căn cứ Luật Ngân sách nhà nước.
Phòng ban hành Kế hoạch như sau:
I- Mục đích
1/ Yêu cầu chung
- Đưa chính sách mới
đến tận hộ nghèo;
+ Làm kịp thời.
II. TỔ CHỨC THỰC HIỆN
1. Phòng chủ trì thực hiện.
2. Các phường phối hợp.
Trên đây là Kế hoạch của Phòng./.
Nơi nhận:                            TRƯỞNG PHÒNG
- UBND thành phố;
- Lưu: VT.
                                     Trần Quang Minh
"""


def test_a_head_in_two_columns_of_blanks_is_read() -> None:
    document = read(PLAIN)

    assert document.superior == "UBND THÀNH PHỐ SÔNG PHỐ"
    assert document.issuer == "PHÒNG CHÍNH SÁCH – AN SINH VÀ XÃ HỘI"
    assert (document.number, document.symbol) == ("12", "KH-PCSXH")
    assert (document.place, document.issued_on) == ("Sông Phố", date(2031, 2, 3))
    assert (document.kind, document.title) == ("KẾ HOẠCH", "Truyền thông giảm nghèo năm 2031")


def test_bases_on_one_line_are_two() -> None:
    assert read(PLAIN).legal_bases == [
        "Căn cứ Kế hoạch số 07/KH-SCSXH ngày 08/01/2031 của Sở",
        "Căn cứ Luật Ngân sách nhà nước",
    ]


def test_odd_numbering_is_the_same_numbering() -> None:
    document = read(PLAIN)

    assert [(s.level, s.number, s.title) for s in document.sections] == [
        (1, "I", "Mục đích"),
        (2, "1", "Yêu cầu chung"),
        (1, "II", "TỔ CHỨC THỰC HIỆN"),
    ]
    assert document.sections[1].blocks == [
        Paragraph("Đưa chính sách mới đến tận hộ nghèo;", "-"),
        Paragraph("Làm kịp thời.", "+"),
    ]


def test_numbered_sentences_are_items_not_headings() -> None:
    assert [block.marker for block in read(PLAIN).sections[2].blocks if isinstance(block, Paragraph)] == [
        "1.",
        "2.",
    ]


def test_the_foot_beside_the_signature_is_read() -> None:
    document = read(PLAIN)

    assert document.recipients == ["UBND thành phố", "Lưu: VT"]
    assert document.signer is not None
    assert (document.signer.lines, document.signer.name) == (["TRƯỞNG PHÒNG"], "Trần Quang Minh")


def test_a_head_run_together_on_one_line_is_cut_at_the_nation() -> None:
    document = read(
        "SỞ Y TẾ MIỀN TRUNG CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 5/BC-SYT Miền Trung, ngày 14 tháng 6 năm 2031\n\nBÁO CÁO\nKết quả quý II\n\nNội dung báo cáo."
    )

    assert (document.issuer, document.number, document.symbol) == ("SỞ Y TẾ MIỀN TRUNG", "5", "BC-SYT")
    assert document.issued_on == date(2031, 6, 14)


@pytest.mark.parametrize(
    ("line", "day", "year"),
    [
        ("Sông Phố, ngày tháng năm 2031", None, 2031),
        ("Sông Phố, ngày     tháng     năm 2031", None, 2031),
        ("Sông Phố, ngày … tháng … năm 2031", None, 2031),
        ("Sông Phố, ngày ... tháng 3 năm 2031", None, 2031),
        ("Sông Phố, ngày 31 tháng 4 năm 2031", None, 2031),
        ("Sông Phố, ngày 9 tháng 10 năm 2031", date(2031, 10, 9), 2031),
        ("Sông Phố ngày 9/10/2031", date(2031, 10, 9), 2031),
    ],
)
def test_blank_and_impossible_days_are_no_days(line: str, day: date | None, year: int) -> None:
    document = read(f"{line}\n\nKẾ HOẠCH\n\nLàm việc.")

    assert (document.place, document.issued_on, document.year) == ("Sông Phố", day, year)


@pytest.mark.parametrize(
    ("line", "number", "symbol"),
    [
        ("Số: /KH-PCSXH", "", "KH-PCSXH"),
        ("Số:      /KH-PCSXH", "", "KH-PCSXH"),
        ("Số: ….../KH-PCSXH", "", "KH-PCSXH"),
        ("Số : 07/KH–UBND", "07", "KH-UBND"),
        ("Số: 15/2031/QĐ-UBND", "15", "2031/QĐ-UBND"),
        ("Số 115/UBND-VX", "115", "UBND-VX"),
    ],
)
def test_numbers_in_many_hands(line: str, number: str, symbol: str) -> None:
    document = read(f"{line}\n\nKẾ HOẠCH\n\nLàm việc.")

    assert (document.number, document.symbol) == (number, symbol)


def test_words_that_only_look_numbered_are_not() -> None:
    assert [
        take_apart(text).kind for text in ("12/KH-UBND", "V/v cấp thẻ", "10.000 người", "3/2031", "*sao*")
    ] == [""] * 5
    assert [take_apart(text).kind for text in ("I. A", "2. B", "2.1. C", "đ) D", "Điều 3. E", "- G")] == [
        "roman", "number", "deep", "letter", "article", "bullet",
    ]  # fmt: skip


def test_a_torn_bullet_is_joined() -> None:
    document = read(DIVISION_PLAN, "markdown")

    first = document.sections[5].blocks[0]

    assert isinstance(first, Paragraph)
    assert first.text.startswith("Giới thiệu các quy định mới về giảm nghèo năm 2031 (")


def test_markdown_kept_as_plain_words_by_a_word_processor_is_still_read() -> None:
    document = docx.Document()
    for line in DIVISION_PLAN.split("\n"):
        document.add_paragraph(line)

    assert read(saved(document), "docx") == read(DIVISION_PLAN, "markdown")


def test_automatic_numbers_of_word_are_read() -> None:
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH").alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("I. NỘI DUNG")
    for words in ("Mở lớp.", "Phát thanh."):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("Treo băng rôn;", style="List Bullet")

    blocks = read(saved(document), "docx").sections[0].blocks

    assert [b.whole for b in blocks if isinstance(b, Paragraph)] == [
        "1. Mở lớp.",
        "2. Phát thanh.",
        "- Treo băng rôn;",
    ]


def test_headings_that_are_not_bold_are_headings_when_something_stands_below() -> None:
    document = docx.Document()
    for words in (
        "KẾ HOẠCH",
        "II. NỘI DUNG",
        "1. Đối tượng",
        "Hộ nghèo, hộ cận nghèo.",
        "2. Hình thức",
        "Mở lớp.",
    ):
        document.add_paragraph(words)

    assert [s.number for s in read(saved(document), "docx").sections] == ["II", "1", "2"]


def test_a_bold_beginning_is_a_heading_and_the_rest_its_paragraph() -> None:
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    for title, rest in (
        ("1. Mục đích:", " Đưa chính sách đến hộ nghèo."),
        ("2. Yêu cầu:", " Đúng và kịp thời."),
    ):
        paragraph = document.add_paragraph()
        paragraph.add_run(title).bold = True
        paragraph.add_run(rest)

    sections = read(saved(document), "docx").sections

    assert [(s.title, [b.text for b in s.blocks if isinstance(b, Paragraph)]) for s in sections] == [
        ("Mục đích", ["Đưa chính sách đến hộ nghèo."]),
        ("Yêu cầu", ["Đúng và kịp thời."]),
    ]


def test_deleted_words_are_gone_and_tabbed_feet_are_two_columns() -> None:
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    paragraph = document.add_paragraph("Giữ lại.")
    deleted = OxmlElement("w:del")
    run = OxmlElement("w:r")
    text = OxmlElement("w:delText")
    text.text = "Bỏ đi."
    run.append(text)
    deleted.append(run)
    paragraph._p.append(deleted)
    document.add_paragraph("Nơi nhận:\tTRƯỞNG PHÒNG")
    document.add_paragraph("- Lưu: VT.\tTrần Quang Minh")

    read_back = read(saved(document), "docx")

    assert read_back.opening == [Paragraph("Giữ lại.")]
    assert read_back.recipients == ["Lưu: VT"]
    assert read_back.signer is not None and read_back.signer.name == "Trần Quang Minh"


def test_merged_cells_keep_their_spans() -> None:
    document = docx.Document()
    document.add_paragraph("BÁO CÁO")
    table = document.add_table(rows=2, cols=3, style="Table Grid")
    table.cell(0, 0).merge(table.cell(1, 0)).text = "STT"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Số lượng"
    table.cell(1, 1).text, table.cell(1, 2).text = "Lớp", "Người"

    (block,) = read(saved(document), "docx").opening

    assert isinstance(block, Table)
    assert [[(c.text, c.across, c.down) for c in row] for row in block.rows] == [
        [("STT", 1, 2), ("Số lượng", 2, 1)],
        [("Lớp", 1, 1), ("Người", 1, 1)],
    ]


def test_decomposed_letters_come_out_composed() -> None:
    import unicodedata

    document = docx.Document()
    document.add_paragraph(unicodedata.normalize("NFD", "KẾ HOẠCH"))
    document.add_paragraph(unicodedata.normalize("NFD", "Hộ nghèo được hưởng."))

    assert read(saved(document), "docx").opening == [Paragraph("Hộ nghèo được hưởng.")]


def test_a_dispatch_has_no_kind_and_its_subject_after_v_v() -> None:
    document = read(
        "Số: 15/SCSXH-GN\n\nV/v cung cấp tài liệu truyền thông\n\nMiền Trung, ngày 04 tháng 3 năm 2031\n\n"
        "Kính gửi: Ủy ban nhân dân các phường.\n\nĐề nghị cử đầu mối nhận tài liệu./.\n\n"
        "Nơi nhận:\n- Như trên;\n- Lưu: VT."
    )

    assert (document.kind, document.title) == ("", "cung cấp tài liệu truyền thông")
    assert document.addressees == ["Ủy ban nhân dân các phường"]
    assert document.recipients == ["Như trên", "Lưu: VT"]


def test_each_value_names_the_lines_it_rests_on() -> None:
    found = reading(DIVISION_PLAN, "markdown")

    assert found.quote("number") == "Số: /KH-PCSXH"
    assert found.quote("legal_bases.1").startswith("Căn cứ Kế hoạch số 1542/KH-UBND")
    assert found.quote("recipients.4") == "- Lưu: VT, Quế."
    assert found.quote("sections.5.blocks.1").startswith("- Hướng dẫn tháo gỡ")
    assert found.quote("signers.0") == "KT. TRƯỞNG PHÒNG PHÓ TRƯỞNG PHÒNG Lê Thị Thu Lan"


def test_italic_switches_of_styles_are_followed() -> None:
    document = docx.Document()
    style = document.styles.add_style("Đậm", 1)
    style.font.bold = True
    document.add_paragraph("KẾ HOẠCH", style="Đậm")
    document.add_paragraph("Truyền thông năm 2031", style="Đậm")
    paragraph = document.add_paragraph("Không đậm.", style="Đậm")
    look = paragraph.runs[0]._r.get_or_add_rPr()
    switch = OxmlElement("w:b")
    switch.set(qn("w:val"), "0")
    look.append(switch)

    read_back = read(saved(document), "docx")

    assert read_back.title == "Truyền thông năm 2031"
    assert read_back.opening == [Paragraph("Không đậm.")]
