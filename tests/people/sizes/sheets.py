"""Sheets of sizes as offices send them."""

from lantoa.paper.sheets import Column, Page, Sheet, Value, write_sheets

LONG = ("Đơn vị", "Nhóm đối tượng", "Số lượng", "Số liệu ngày", "Nguồn số liệu")


def sheet(*rows: tuple[Value, ...], merged: tuple[tuple[int, int, int, int], ...] = (), **more) -> Sheet:
    """Rows numbered from 1, empty ones left out, as the reader leaves them."""
    kept = tuple((number, row) for number, row in enumerate(rows, 1) if any(cell is not None for cell in row))
    return Sheet(
        more.get("name", "Số liệu"), more.get("hidden", False), kept, merged, more.get("formulas", 0)
    )


def workbook(*rows: tuple[Value, ...], heads: tuple[str, ...] = LONG) -> bytes:
    """The bytes of a sheet with these heads."""
    return write_sheets([Page("Số liệu", [Column(head) for head in heads], rows)])
