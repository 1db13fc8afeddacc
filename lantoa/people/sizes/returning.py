"""Sheets that go out: the rejected rows with their reasons, and an empty table to fill in."""

from collections.abc import Sequence
from datetime import date

from lantoa.common.dates import say
from lantoa.paper.sheets import Column, Formula, Page, Value, write_sheets
from lantoa.people.models import AudienceKind, UnitVersion
from lantoa.people.sizes.judging import Reading, State

_COLUMNS = [
    Column("Mã", 9, as_text=True),
    Column("Đơn vị", 28, as_text=True),
    Column("Nhóm đối tượng", 26, as_text=True),
    Column("Số lượng", 12),
    Column("Số liệu ngày", 14, as_text=True),
    Column("Nguồn số liệu", 36, as_text=True),
    Column("Lý do trả lại", 60),
    Column("Dòng trong tệp đã gửi", 14),
]


def returned_rows(reading: Reading) -> bytes:
    """Every rejected figure as it was typed, with its reason: to mend and to send again as it is."""
    rows = [
        (
            row.figure.code,
            row.figure.unit,
            row.figure.kind,
            _typed(row.figure.count),
            _typed(row.figure.day),
            row.figure.source,
            row.says,
            row.figure.line,
        )
        for row in reading.of(State.REJECTED)
    ]
    return write_sheets([Page("Cần sửa", _COLUMNS, rows)])


def _typed(value: Value) -> str | int:
    if value is None:
        return ""
    if isinstance(value, date):
        return say(value)
    if isinstance(value, Formula):
        return ""
    if isinstance(value, float):
        return int(value) if value.is_integer() else str(value).replace(".", ",")
    return value


def template(units: Sequence[UnitVersion], kinds: Sequence[AudienceKind], day: date) -> bytes:
    """A table with a row for each unit and a column for each group, to fill in."""
    columns = [
        Column("Mã", 9, as_text=True),
        Column("Đơn vị", 28, as_text=True),
        *(Column(kind.name, 14) for kind in kinds),
        Column("Số liệu ngày", 14, as_text=True),
        Column("Nguồn số liệu", 40, as_text=True),
    ]
    blank = (None,) * (len(kinds) + 2)
    rows = [(unit.code, unit.full_name, *blank) for unit in units]
    guide = [
        f"Tên và mã đơn vị là của ngày {say(day)}. Số liệu của ngày khác thì ghi tên đơn vị đúng ngày đó.",
        "Ô để trống: không có số liệu (khác với số 0). Số ghi 1250 hoặc 1.250, không ghi số lẻ.",
        "Số liệu ngày ghi dạng 31/12/2025; nguồn ghi rõ, ví dụ: Kết quả rà soát cuối năm 2025.",
        "Không ghi tên người, tên chủ hộ.",
    ]
    return write_sheets(
        [
            Page("Số liệu", columns, rows),
            Page("Hướng dẫn", [Column("Cách điền", 110)], [(line,) for line in guide]),
        ]
    )
