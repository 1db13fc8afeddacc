# ruff: noqa: E501 - a line of a paper stays one line
"""Pages in two columns and pages that are turned: read in the order in which a person reads them."""

import io

import pypdfium2 as pdfium
import pytest
import typst

from lantoa.paper.reading import Reading
from lantoa.paper.reading.parse import parse

ARTICLES = "\n\n".join(
    f"*Điều {number}. Việc thứ {number}*\n\n"
    f"1. Hộ thứ {number} được hỗ trợ theo mức chung của phường trong năm thử nghiệm, kể cả khi câu này dài.\n\n"
    f"2. Phường lập danh sách số {number} rồi niêm yết tại nhà văn hóa của từng khu phố trong mười ngày."
    for number in range(1, 9)
)
HEAD = """#align(center)[ỦY BAN NHÂN DÂN PHƯỜNG BẾN ĐÒ]
Số: 12/QĐ-UBND

#align(center)[*QUYẾT ĐỊNH*]
#align(center)[*Về mức hỗ trợ thử nghiệm cho hộ nghèo trên địa bàn phường trong năm thử nghiệm*]

"""
SIGNED = """
#grid(columns: (1fr, 1fr), [*Nơi nhận:*\\ - Như trên;\\ - Lưu: VT.],
  align(center)[*TM. ỦY BAN NHÂN DÂN*\\ *CHỦ TỊCH*\\ \\ \\ *Trần Văn Mẫu*])
"""


def pdf(body: str, page: str = "") -> bytes:
    look = (
        f'#set page(width: 21cm, height: 29.7cm, margin: 2cm{page})\n#set text(font: "Tinos", size: 11pt)\n'
    )
    return typst.compile(f"{look}#set par(justify: true)\n{body}".encode())


def read(content: bytes) -> Reading:
    return Reading.from_dict(parse(content, "pdf"))


def lines(content: bytes) -> list[str]:
    return [line.text for line in read(content).lines]


def codes(content: bytes) -> set[str]:
    return {doubt.code for doubt in read(content).doubts}


def turned(content: bytes, degrees: int) -> bytes:
    """The same pages, marked to be turned for the eye."""
    document, out = pdfium.PdfDocument(content), io.BytesIO()
    for page in document:
        page.set_rotation(degrees)
    document.save(out)
    return out.getvalue()


ONE_COLUMN = lines(pdf(ARTICLES))


@pytest.mark.parametrize("gutter", ["8mm", "4mm"])
def test_two_columns_are_read_one_after_the_other(gutter):
    content = pdf(f"#columns(2, gutter: {gutter})[{ARTICLES}]", ", columns: 1")

    assert lines(content) == ONE_COLUMN
    assert "reading_unsure" not in codes(content)


def test_a_head_and_a_foot_across_the_page_stand_before_and_after_the_columns():
    body = f"{HEAD}#block(height: 13cm, columns(2, gutter: 8mm)[{ARTICLES}])\n#v(1cm){SIGNED}"
    reading = read(pdf(body))
    read_lines = [line.text for line in reading.lines]

    at = read_lines.index(ONE_COLUMN[0])
    assert read_lines[at : at + len(ONE_COLUMN)] == ONE_COLUMN
    assert reading.document.kind == "QUYẾT ĐỊNH"
    assert reading.document.signer is not None and reading.document.signer.name == "Trần Văn Mẫu"


def test_columns_over_two_pages_are_read_page_by_page():
    long = "\n\n".join(ARTICLES.replace("Điều ", f"Điều {part}") for part in range(1, 6))

    assert lines(pdf(f"#columns(2, gutter: 8mm)[{long}]")) == lines(pdf(long))


@pytest.mark.parametrize("stroke", ["0.5pt", "none"])
def test_a_table_is_no_columns(stroke):
    rows = "".join(f"[Mục {n}], [Khoản chi số {n}], [{n}.000.000]," for n in range(1, 15))
    body = f"Bảng kinh phí của phường trong năm thử nghiệm như sau:\n\n#table(columns: (1fr, 4fr, 2fr), stroke: {stroke}, {rows})"
    words = " ".join(lines(pdf(body))).replace("|", " ").split()

    assert words[words.index("Mục") :][:8] == ["Mục", "1", "Khoản", "chi", "số", "1", "1.000.000", "Mục"]


def test_long_cells_side_by_side_keep_their_rows_and_are_told():
    rows = "".join(f"[Tên việc thứ {n} của phường], [Người làm việc thứ {n}]," for n in range(1, 15))
    content = pdf(f"#table(columns: (2fr, 1fr), stroke: none, {rows})")

    assert lines(content)[0].startswith("Tên việc thứ 1 của phường Người làm việc thứ 1")
    assert "reading_unsure" in codes(content)


def test_short_rows_of_law_in_two_columns_are_read_by_column_and_told():
    left = r"Điều 1. Phạm vi\ 1. Câu một bên trái.\ 2. Câu hai bên trái nối\ tiếp dòng sau của khoản.\ Điều 2. Hộ\ 1. Hộ nghèo."
    right = r"2. Hộ cận nghèo bên phải.\ Điều 3. Hiệu lực\ 1. Có hiệu lực từ ngày\ 20 tháng 8 năm 2031.\ 2. Giao các phường."
    content = pdf(f"#grid(columns: (1fr, 1fr), [{left}], [{right}])")

    joined = " ".join(lines(content))
    assert joined.index("Hộ nghèo.") < joined.index("2. Hộ cận nghèo bên phải.") < joined.index("Điều 3.")
    assert "reading_unsure" in codes(content)


def test_a_signature_block_is_no_columns():
    content = pdf(f"{HEAD}{ARTICLES}\n#v(1cm){SIGNED}")
    document = read(content).document

    assert document.recipients == ["Như trên", "Lưu: VT"]
    assert document.signer is not None and document.signer.name == "Trần Văn Mẫu"
    assert "reading_unsure" not in codes(content)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_marked_as_turned_is_read(degrees):
    assert lines(turned(pdf(ARTICLES), degrees)) == ONE_COLUMN


@pytest.mark.parametrize("degrees", [90, 180, 270])
@pytest.mark.parametrize("marked", [0, 90, 270])
def test_words_that_run_up_down_or_upside_down_are_read(degrees, marked):
    body = f"#place(center + horizon, rotate({degrees}deg, reflow: true, box(width: 16cm)[{ARTICLES}]))"

    assert lines(turned(pdf(body), marked)) == lines(pdf(f"#box(width: 16cm)[{ARTICLES}]"))


def test_a_turned_table_keeps_its_cells():
    rows = "".join(f"[{n}], [Hộ số {n}], [{n}.000.000]," for n in range(1, 9))
    body = f"#place(center, rotate(90deg, reflow: true, box(width: 16cm)[#table(columns: (1fr, 3fr, 2fr), {rows})]))"

    assert lines(pdf(body))[:2] == ["1 | Hộ số 1 | 1.000.000", "2 | Hộ số 2 | 2.000.000"]


def test_words_that_run_another_way_than_the_page_are_kept_and_told():
    body = f"{ARTICLES}\n#place(right, dx: 1.5cm, rotate(90deg, reflow: true)[Bản sao của văn thư])"
    content = pdf(body)

    assert lines(content)[:-1] == ONE_COLUMN and lines(content)[-1] == "Bản sao của văn thư"
    assert [d.lines for d in read(content).doubts if d.code == "reading_unsure"] == [[len(ONE_COLUMN)]]
