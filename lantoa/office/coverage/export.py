"""Độ phủ ra bảng tính: the matrix, each cell, the records behind them, the gaps. It leaves the office.

So every number of people goes through `coverage.outward`; what it hides is written "ẩn số".
"""

from collections.abc import Iterable, Iterator
from datetime import date

from lantoa.common.dates import say
from lantoa.coverage.cells import Cell
from lantoa.coverage.gaps import Gap
from lantoa.coverage.outward import Outward
from lantoa.coverage.queries import Asked, Matrix
from lantoa.coverage.rules.small_cells_are_hidden import HIDDEN, LEAST, Hidden, Shown, shown
from lantoa.paper.sheets import Column, Page, write_sheets
from lantoa.paper.sheets.writing import Cell as SheetCell

STATES = {
    "told": "Đã báo, còn đúng",
    "stale": "Cần truyền thông lại",
    "gap": "Chưa báo",
    "na": "Không áp dụng",
}
MOST_RECORDS = 100_000
HIDDEN_SAYS = (
    f"“{HIDDEN}”: số từ 1 đến {LEAST - 1}, và số nào giúp tính ngược ra số ấy, không đưa ra ngoài cơ quan."
)
BOUNDS_SAY = (
    "Một hộ có thể nghe qua nhiều kênh: số đến được là khoảng ít nhất đến nhiều nhất, không cộng các kênh."
)


def coverage_sheet(table: Matrix, gaps: Iterable[Gap]) -> bytes:
    """The XLSX of a matrix: four sheets and how to read them."""
    out = Outward(table)
    head = asked_says(table.asked)
    pages = [_matrix(table, out, head), _cells(table, out, head), _records(table, out, head)]
    return write_sheets([*pages, _gaps(gaps, out, head)])


def asked_says(asked: Asked) -> list[str]:
    """What was asked, as lines above a table."""
    whom = asked.audience.name if asked.audience else "Mọi đối tượng của chính sách"
    return [
        f"Độ phủ truyền thông: {whom}",
        f"Hỏi cho ngày {say(asked.day)}, theo đơn vị ngày đó. "
        f"Kỳ {say(asked.from_on)} đến {say(asked.to_on)}. Chứng minh từ mức E{asked.least_grade}.",
    ]


def _matrix(table: Matrix, out: Outward, head: list[str]) -> Page:
    columns = [Column("Phường, xã", 26), *(Column(policy.title, 24) for policy in table.policies)]
    rows: list[list[SheetCell]] = [
        [capital(row.name), *(_in_short(cell, out) for cell in row.cells)] for row in table.rows
    ]
    rows.append(
        [
            "Quy mô nhóm, cả địa bàn",
            *(number(out.total(policy.pk)) or "chưa có" for policy in table.policies),
        ]
    )
    return Page("Bảng độ phủ", columns, rows, head, [BOUNDS_SAY, HIDDEN_SAYS])


def _in_short(cell: Cell, out: Outward) -> str:
    says = STATES[cell.state]
    if cell.state in ("gap", "na"):
        return says
    told = out.of(cell)
    return f"{says}\n{say(cell.told_on)}, E{cell.grade}\n{reach_says(told.low, told.high)}"


def reach_says(low: Shown, high: Shown) -> str:
    """Two bounds in words, as on the screen."""
    if isinstance(low, Hidden) or isinstance(high, Hidden):
        return str(HIDDEN)
    if high is None and not low:
        return "chưa biết"
    if low is None:
        return f"nhiều nhất {_grouped(high)}"
    if high is None:
        return f"ít nhất {_grouped(low)}"
    return _grouped(low) if low == high else f"{_grouped(low)} đến {_grouped(high)}"


def _grouped(count: int | None) -> str:
    return f"{count or 0:,}".replace(",", ".")


def _cells(table: Matrix, out: Outward, head: list[str]) -> Page:
    columns = [
        Column("Phường, xã", 26), Column("Chính sách", 34), Column("Tình trạng", 20),
        Column("Báo lần cuối", 13), Column("Kênh", 22), Column("Mức chứng minh", 12),
        Column("Quy mô nhóm", 12), Column("Nguồn, ngày của quy mô", 36), Column("Ít nhất", 10),
        Column("Nhiều nhất", 10), Column("Ước tính", 10), Column("Chi phí (đồng)", 14), Column("Số lượt", 9),
        Column("Không còn đúng từ", 14), Column("Sẽ hết đúng từ", 14), Column("Vì sao", 44),
    ]  # fmt: skip
    return Page("Từng ô", columns, list(_cell_rows(table, out)), head, [BOUNDS_SAY, HIDDEN_SAYS])


def _cell_rows(table: Matrix, out: Outward) -> Iterator[list[SheetCell]]:
    for row in table.rows:
        for policy, cell in zip(table.policies, row.cells, strict=True):
            told = out.of(cell)
            heard = cell.state in ("told", "stale")
            yield [
                capital(row.name),
                policy.title,
                STATES[cell.state],
                cell.told_on,
                cell.last.line.channel.name if cell.last else None,
                f"E{cell.grade}" if cell.last else None,
                number(told.size),
                out.sources(cell) or None,
                number(told.low) if heard else None,
                number(told.high) if heard else None,
                "ước tính" if cell.estimated else None,
                cell.cost_vnd,
                cell.deeds,
                cell.stale_since,
                cell.holds_until,
                cell.why or None,
            ]


def _records(table: Matrix, out: Outward, head: list[str]) -> Page:
    columns = [
        Column("Phường, xã", 26), Column("Chính sách", 34), Column("Số dòng sổ", 10), Column("Nội dung", 40),
        Column("Ngày", 13), Column("Kênh", 22), Column("Ghi tại", 26), Column("Mức chứng minh", 12),
        Column("Ít nhất", 10), Column("Nhiều nhất", 10), Column("Còn đúng?", 14), Column("Vì sao", 44),
    ]  # fmt: skip
    rows = []
    for row in _record_rows(table, out):
        if len(rows) == MOST_RECORDS:
            head = [*head, f"Chỉ có {_grouped(MOST_RECORDS)} lượt đầu. Chọn kỳ ngắn hơn để có đủ."]
            break
        rows.append(row)
    return Page("Các lượt", columns, rows, head, [HIDDEN_SAYS])


def _record_rows(table: Matrix, out: Outward) -> Iterator[list[SheetCell]]:
    for row in table.rows:
        for policy, cell in zip(table.policies, row.cells, strict=True):
            is_hidden = isinstance(out.of(cell).size, Hidden)
            for telling in cell.tellings:
                part = telling.part
                yield [
                    capital(row.name),
                    policy.title,
                    telling.line.position,
                    telling.line.what,
                    telling.line.happened_on,
                    telling.line.channel.name,
                    capital(telling.elsewhere or row.name),
                    f"E{telling.grade}",
                    number(HIDDEN if is_hidden else shown(part.reach_low)),
                    number(HIDDEN if is_hidden else shown(part.reach_high)),
                    "còn đúng" if telling.truth.holds else "không còn đúng",
                    telling.truth.says or None,
                ]


def _gaps(gaps: Iterable[Gap], out: Outward, head: list[str]) -> Page:
    columns = [
        Column("Phường, xã", 26), Column("Chính sách", 34), Column("Tình trạng", 20),
        Column("Quy mô nhóm", 12), Column("Đề xuất", 60),
    ]  # fmt: skip
    rows: list[list[SheetCell]] = [
        [
            capital(gap.unit_name), gap.policy.title, STATES[gap.cell.state],
            number(out.of(gap.cell).size), gap.does,
        ]
        for gap in gaps
    ]  # fmt: skip
    return Page(
        "Khoảng trống",
        columns,
        rows,
        [*head, "Nhóm đông nhất lên trước; chưa rõ quy mô ở cuối."],
        [HIDDEN_SAYS],
    )


def number(count: Shown) -> SheetCell:
    """A count as a cell of a sheet: a hidden one in words."""
    return str(HIDDEN) if isinstance(count, Hidden) else count


def capital(name: str) -> str:
    """With a capital at its head, as a heading."""
    return name[:1].upper() + name[1:]


def file_name(day: date) -> str:
    return f"do-phu-{day:%Y-%m-%d}"
