"""XLSX bytes to plain rows, inside the bounded child. Nothing in the file is believed."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from lantoa.common.text import tidy
from lantoa.paper.refusal import Unreadable

MOST_ROWS = 100_000  # with a value in them, in all sheets together
MOST_COLUMNS = 60
MOST_MERGED = 20_000
MOST_PARTS = 2_000
MOST_EXPANDED = 300 * 1024 * 1024
LONGEST_TEXT = 1_000

NOT_XLSX = "Tệp này không phải bảng tính XLSX. Hãy mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx."
OLD_XLS = "Đây là bảng tính XLS kiểu cũ, hoặc có mật khẩu. Hãy bỏ mật khẩu, lưu lại dạng .xlsx rồi thử lại."
BROKEN = "Tệp XLSX bị hỏng nên không mở được. Hãy mở bằng Excel hoặc LibreOffice, lưu lại rồi thử lại."
BOMB = "Tệp XLSX này nở ra quá lớn khi mở (có thể là tệp gây hại) nên không đọc."
EMPTY = "Tệp rỗng, không có gì để đọc. Hãy chọn lại tệp."
TOO_MANY = f"Bảng tính có hơn {MOST_ROWS:,} dòng. Hãy chia thành nhiều tệp.".replace(",", ".")

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")


def parse(content: bytes) -> list[dict[str, Any]]:
    """[{name, hidden, rows: [[number, cells]], merged, formulas}, ...]. Raises Unreadable.

    A cell is text, a number, {"day": ISO date}, {"formula": its text} without a result, or None.
    """
    _must_be_a_workbook(content)
    from openpyxl import load_workbook  # only now: the bytes look like its kind

    warnings.simplefilter("ignore")  # of styles and validations that it does not keep
    try:
        return _sheets(content, load_workbook)
    except Unreadable:
        raise
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, KeyError, ValueError, TypeError) as broke:
        raise Unreadable(BROKEN) from broke
    except (AttributeError, IndexError, SyntaxError) as broke:  # SyntaxError: XML that is none
        raise Unreadable(BROKEN) from broke


def _must_be_a_workbook(content: bytes) -> None:
    if not content.strip(b"\x00 \t\r\n"):
        raise Unreadable(EMPTY)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(OLD_XLS)
    if not content.startswith(b"PK\x03\x04"):
        raise Unreadable(NOT_XLSX)
    try:
        members = zipfile.ZipFile(BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Unreadable(BROKEN) from None
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable(OLD_XLS)
    if not any(member.filename == "[Content_Types].xml" for member in members):
        raise Unreadable(NOT_XLSX)
    if not any(member.filename.startswith("xl/") for member in members):
        raise Unreadable(NOT_XLSX)
    if len(members) > MOST_PARTS or sum(member.file_size for member in members) > MOST_EXPANDED:
        raise Unreadable(BOMB)


def _sheets(content: bytes, load_workbook: Any) -> list[dict[str, Any]]:
    values = load_workbook(BytesIO(content), read_only=True, data_only=True)
    raw = {sheet.title: _looked_through(content, sheet) for sheet in values.worksheets}
    written = None
    if any(formulas for _, formulas in raw.values()):
        written = load_workbook(BytesIO(content), read_only=True, data_only=False)
    left, told = MOST_ROWS, []
    for sheet in values.worksheets:
        merged, formulas = raw[sheet.title]
        rows: list[list[Any]] = []
        for number, cells in _rows(sheet, written[sheet.title] if written and formulas else None):
            if left == 0:
                raise Unreadable(TOO_MANY)
            left -= 1
            rows.append([number, cells])
        hidden = sheet.sheet_state != "visible"
        told.append(
            {
                "name": tidy(sheet.title),
                "hidden": hidden,
                "rows": rows,
                "merged": merged,
                "formulas": formulas,
            }
        )
    return told


def _looked_through(content: bytes, sheet: Any) -> tuple[list[tuple[int, ...]], int]:
    """Merged ranges and the number of formulas, which the reader by rows does not tell."""
    from openpyxl.utils.cell import range_boundaries

    merged: list[tuple[int, ...]] = []
    formulas = 0
    with zipfile.ZipFile(BytesIO(content)) as packed, packed.open(sheet._worksheet_path) as part:
        before, expanded = b"", 0
        while piece := part.read(1 << 20):
            expanded += len(piece)
            if expanded > MOST_EXPANDED:  # the sizes in the directory lied
                raise Unreadable(BOMB)
            text = before + piece
            cut = text.rfind(b"<") if len(piece) == 1 << 20 else len(text)
            text, before = text[:cut], text[cut:]
            if b"<!ENTITY" in text or b"<!DOCTYPE" in text:
                raise Unreadable(BROKEN)  # Office Open XML has neither; entities are how XML explodes
            formulas += len(_FORMULA.findall(text))
            for found in _MERGED.findall(text):
                left, top, right, bottom = range_boundaries(found.decode())
                merged.append((top, left, bottom, right))
            if len(merged) > MOST_MERGED:
                raise Unreadable("Bảng tính có quá nhiều ô gộp. Hãy bỏ gộp ô rồi thử lại.")
    return merged, formulas


def _rows(sheet: Any, written: Any) -> Iterator[tuple[int, list[Any]]]:
    """(number, cells) of each row with a value, trailing empty cells cut off."""
    sheet.reset_dimensions()  # what a file says about its own size is not to be trusted
    if written is None:
        for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), 1):
            if cells := _trimmed([_plain(value) for value in row]):
                yield number, cells
        return
    written.reset_dimensions()
    both = zip(
        sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True),
        written.iter_rows(max_col=MOST_COLUMNS, values_only=True),
        strict=True,
    )
    for number, (row, sources) in enumerate(both, 1):
        cells = [_plain(value, source) for value, source in zip(row, sources, strict=True)]
        if kept := _trimmed(cells):
            yield number, kept


def _trimmed(cells: list[Any]) -> list[Any]:
    while cells and cells[-1] is None:
        cells.pop()
    return cells


def _plain(value: Any, source: Any = None) -> Any:
    if value is None:
        return {"formula": str(source)[:LONGEST_TEXT]} if source is not None else None
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return value if abs(value) < 1e15 else str(value)
    if isinstance(value, datetime):
        return {"day": value.date().isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, (time, timedelta)):
        return str(value)
    text = tidy(str(value)).strip()[:LONGEST_TEXT]
    return text or None
