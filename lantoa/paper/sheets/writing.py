"""Rows to the bytes of an XLSX. Text is written as text: what a person typed never becomes a formula."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format

Cell = str | int | date | None
A_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - when it was made says nothing: the same rows, the same bytes


@dataclass(frozen=True)
class Column:
    """A column with its head and width in characters. as_text: digits typed into it keep their noughts."""

    head: str
    width: int = 16
    as_text: bool = False


@dataclass(frozen=True)
class Page:
    """One sheet: lines above the table, its columns, its rows, lines below it."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]
    above: Sequence[str] = ()
    below: Sequence[str] = ()


def write_sheets(pages: Iterable[Page]) -> bytes:
    """An XLSX of these sheets, its heads frozen, printed across on A4 one page wide."""
    out = BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"created": A_DAY})
    font = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
    looks = {
        "plain": book.add_format(font),
        "bold": book.add_format({**font, "bold": True}),
        "head": book.add_format(
            {**font, "bold": True, "border": 1, "text_wrap": True, "bg_color": "#E8EEF2"}
        ),
        "text": book.add_format({**font, "border": 1, "text_wrap": True, "num_format": "@"}),
        "number": book.add_format({**font, "border": 1, "num_format": "#,##0"}),
        "day": book.add_format({**font, "border": 1, "num_format": "dd/mm/yyyy"}),
    }
    for page in pages:
        _write(book.add_worksheet(_sheet_name(page.name)), page, looks)
    book.close()
    return out.getvalue()


def _sheet_name(name: str) -> str:
    """Excel takes 31 characters without []:*?/\\ and no apostrophe at the ends."""
    kept = "".join("-" if char in "[]:*?/\\" else char for char in name)
    return kept[:31].strip("'") or "Bảng"


def _write(sheet: xlsxwriter.worksheet.Worksheet, page: Page, looks: dict[str, Format]) -> None:
    for at, words in enumerate(page.above):
        sheet.write_string(at, 0, words, looks["bold" if at == 0 else "plain"])
    top = len(page.above)
    for at, column in enumerate(page.columns):
        sheet.set_column(at, at, column.width, looks["text"] if column.as_text else None)
        sheet.write_string(top, at, column.head, looks["head"])
    line = top
    for line, row in enumerate(page.rows, top + 1):
        for at, value in enumerate(row):
            _put(sheet, line, at, value, looks)
    for below, words in enumerate(page.below, line + 2):
        sheet.write_string(below, 0, words, looks["plain"])
    sheet.freeze_panes(top + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)


def _put(
    sheet: xlsxwriter.worksheet.Worksheet, line: int, at: int, value: Cell, looks: dict[str, Format]
) -> None:
    if value is None or value == "":
        sheet.write_blank(line, at, None, looks["text"])
    elif isinstance(value, date):
        sheet.write_datetime(line, at, datetime(value.year, value.month, value.day), looks["day"])  # noqa: DTZ001
    elif isinstance(value, int):
        sheet.write_number(line, at, value, looks["number"])
    else:
        sheet.write_string(line, at, value[:32_000], looks["text"])
