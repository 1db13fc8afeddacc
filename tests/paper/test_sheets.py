"""XLSX in and out: hidden sheets, formulas, merged cells, many rows, and files that mean harm."""

import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from lantoa.paper.sheets import Column, Formula, Page, Unreadable, read_sheets, write_sheets

pytestmark = pytest.mark.slow


def saved(book: openpyxl.Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(content: bytes, name: str, change) -> bytes:
    """The same archive with one part changed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return out.getvalue()


def test_what_is_written_is_read_back() -> None:
    rows = [("Bến Gỗ", 1250, date(2025, 12, 31), "=1+1", None, "0012")]
    columns = [Column(head) for head in "ABCDEF"]

    (sheet,) = read_sheets(
        write_sheets([Page("Số liệu: [thử]", columns, rows, above=["Biểu 1"], below=["Hết"])])
    )

    assert sheet.name == "Số liệu- -thử-"
    assert sheet.rows == (
        (1, ("Biểu 1",)),
        (2, ("A", "B", "C", "D", "E", "F")),
        (3, ("Bến Gỗ", 1250, date(2025, 12, 31), "=1+1", None, "0012")),
        (5, ("Hết",)),
    )
    assert sheet.formulas == 0  # what begins with "=" was written as text


def test_the_same_rows_give_the_same_bytes() -> None:
    def make() -> bytes:
        return write_sheets([Page("Bảng", [Column("A")], [("x",)])])

    assert make() == make()


def test_hidden_sheets_formulas_and_merged_cells_are_told() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Đơn vị", "=1+1", None, 12.5])
    book.active.merge_cells("A3:B4")
    book.active["A3"] = "Gộp"
    book.create_sheet("Nháp").sheet_state = "hidden"

    shown, hidden = read_sheets(saved(book))

    assert shown.rows == ((1, ("Đơn vị", Formula("=1+1"), None, 12.5)), (3, ("Gộp",)))
    assert (shown.merged, shown.formulas, hidden.hidden) == (((3, 1, 4, 2),), 1, True)


@pytest.mark.slow
def test_more_rows_than_the_old_format_held() -> None:
    content = write_sheets(
        [Page("Bảng", [Column("Đơn vị"), Column("Số")], ((f"P {n}", n) for n in range(65_536)))]
    )

    (sheet,) = read_sheets(content)

    assert len(sheet.rows) == 65_537
    assert sheet.rows[-1] == (65_537, ("P 65535", 65_535))


def test_a_false_size_in_the_file_is_not_believed() -> None:
    content = write_sheets([Page("Bảng", [Column("A")], [(n,) for n in range(5)])])
    lying = repacked(content, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"A1:A6", b"A1:A1"))

    assert len(read_sheets(lying)[0].rows) == 6


GOOD = write_sheets([Page("Bảng", [Column("A")], [("x",)])])
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"STT,Ten\n1,An",
        b"PK\x03\x04" + b"\x00" * 100,
        GOOD[:900],
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
        repacked(GOOD, "xl/worksheets/sheet1.xml", lambda xml: xml[: len(xml) // 2]),
        repacked(
            GOOD, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<worksheet", BOMB + b"<worksheet", 1)
        ),
        repacked(GOOD, "xl/workbook.xml", lambda xml: b"{}"),
        repacked(GOOD, "[Content_Types].xml", lambda xml: b"<a/>"),
    ],
    ids=[
        "empty", "a CSV", "a ZIP of nothing", "cut short", "an old XLS", "half a sheet", "an entity",
        "no book", "no kinds",
    ],
)  # fmt: skip
def test_what_is_no_sound_sheet_gets_one_sentence(content: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        read_sheets(content)

    assert str(refused.value).endswith(".")


@pytest.mark.slow
def test_a_million_empty_rows_are_not_rows_and_too_many_are_refused() -> None:
    content = write_sheets([Page("Bảng", [Column("A")], [("x",)])])
    far = repacked(content, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'r="2"', b'r="1048576"'))
    many = write_sheets([Page("Bảng", [Column("A")], ((n,) for n in range(100_001)))])

    assert len(read_sheets(far)[0].rows) == 2
    with pytest.raises(Unreadable, match="100.000 dòng"):
        read_sheets(many)
