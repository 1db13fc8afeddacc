"""Bảng hai chiều đưa ra ngoài cơ quan: the XLSX and the page to print, both with small counts hidden."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.common.dates import say
from lantoa.coverage.matrix import Axis, Crossed, Head, Square
from lantoa.coverage.outward import OutwardCrossed
from lantoa.office.access import office_login
from lantoa.office.coverage.crossed import asked_table
from lantoa.office.coverage.export import (
    BOUNDS_SAY,
    HIDDEN_SAYS,
    STATES,
    asked_says,
    capital,
    number,
    reach_says,
)
from lantoa.office.coverage.forms import CrossedForm
from lantoa.office.sheets import sheet_response
from lantoa.paper.sheets import Column, Page, write_sheets
from lantoa.paper.sheets.writing import Cell as SheetCell

WARDS_SAY = "Số hộ cộng giữa các phường, xã; không cộng giữa các kênh."
NOTES = [BOUNDS_SAY, WARDS_SAY]


@office_login
def coverage_crossed_export(request: HttpRequest) -> HttpResponse:
    """The table that was asked for and each of its cells, as XLSX."""
    form, table = asked_table(request)
    return sheet_response(
        crossed_sheet(table, _head(form, table)), f"do-phu-hai-chieu-{table.asked.day:%Y-%m-%d}"
    )


@office_login
def coverage_crossed_print(request: HttpRequest) -> HttpResponse:
    """The table that was asked for, laid out for paper."""
    form, table = asked_table(request)
    out = OutwardCrossed(table)
    rows_told, columns_told, silent = _worth_paper(table)
    rows = [
        (row, [(column, _says(table.cells.get((row.key, column.key)), out)) for column in columns_told])
        for row in rows_told
    ]
    context = {
        "table": table,
        "rows": rows,
        "columns": columns_told,
        "asked_says": _head(form, table),
        "query": form.address(),
        "notes": [*silent, *NOTES, *([HIDDEN_SAYS] if out.hides else [])],
    }
    return render(request, "office/coverage/crossed_print.html", context)


def _worth_paper(table: Crossed) -> tuple[list[Head], list[Head], list[str]]:
    """The rows and columns to print, and in words the channels and months in which nothing went out.

    A gap of a policy, an audience or a ward has to be seen; an empty month or channel only takes room.
    """
    told = [{key[at] for key, square in table.cells.items() if square.last} for at in (0, 1)]
    kept: list[list[Head]] = []
    silent: list[str] = []
    for axis, heads, keys in zip(table.axes, (table.rows, table.columns), told, strict=True):
        may_go = axis in (Axis.CHANNEL, Axis.MONTH) and any(head.key in keys for head in heads)
        kept.append([head for head in heads if not may_go or head.key in keys])
        if left := [head.name for head in heads if head not in kept[-1]]:
            silent.append(f"{axis.label} chưa có lượt nào: {', '.join(left)}.")
    return kept[0], kept[1], silent


def _head(form: CrossedForm, table: Crossed) -> list[str]:
    """What was asked, as lines above a table: the title, the day and period, what it was narrowed to."""
    title, asked = asked_says(table.asked)
    axes = f"{table.axes[0].label} theo {table.axes[1].label.lower()}"
    return [f"{title}: {axes[:1].lower()}{axes[1:]}", asked, *form.narrowed()]


def crossed_sheet(table: Crossed, head: list[str]) -> bytes:
    """The XLSX of a table of two axes: the table in short, and its cells one by one."""
    out = OutwardCrossed(table)
    notes = [*NOTES, HIDDEN_SAYS]
    columns = [Column(table.axes[0].label, 34), *(Column(capital(one.name), 24) for one in table.columns)]
    rows: list[list[SheetCell]] = [
        [
            capital(row.name),
            *("\n".join(_says(table.cells.get((row.key, column.key)), out)) for column in table.columns),
        ]
        for row in table.rows
    ]
    each = [
        Column(table.axes[0].label, 34), Column(table.axes[1].label, 34), Column("Tình trạng", 20),
        Column("Báo lần cuối", 13), Column("Kênh", 22), Column("Mức chứng minh", 12),
        Column("Quy mô nhóm", 12), Column("Ít nhất", 10), Column("Nhiều nhất", 10), Column("Ước tính", 10),
        Column("Chi phí (đồng)", 14), Column("Số lượt", 9), Column("Nơi còn đúng", 10),
        Column("Nơi cần báo lại", 10), Column("Số nơi", 9),
    ]  # fmt: skip
    return write_sheets(
        [
            Page("Bảng hai chiều", columns, rows, head, notes),
            Page("Từng ô", each, list(_cell_rows(table, out)), head, notes),
        ]
    )


def _says(square: Square | None, out: OutwardCrossed) -> list[str]:
    """A cell in short lines."""
    if square is None or square.state == "na":
        return [STATES["na"]]
    if square.last is None:
        return [STATES["gap"]]
    told = out.of(square)
    says = [
        STATES[square.state],
        f"{say(square.last.happened_on)}, E{square.last.grade}",
        reach_says(told.low, told.high) + (", ước tính" if square.estimated else ""),
    ]
    if square.of > 1:
        says.append(f"{square.told} trên {square.of} nơi còn đúng")
    return says


def _cell_rows(table: Crossed, out: OutwardCrossed) -> Iterator[list[SheetCell]]:
    for row in table.rows:
        for column in table.columns:
            square = table.cells.get((row.key, column.key))
            if square is None:
                continue
            told, last = out.of(square), square.last
            yield [
                capital(row.name),
                capital(column.name),
                STATES[square.state],
                last.happened_on if last else None,
                last.channel.name if last else None,
                f"E{last.grade}" if last else None,
                number(told.size),
                number(told.low) if last else None,
                number(told.high) if last else None,
                "ước tính" if square.estimated else None,
                square.cost_vnd,
                square.deeds,
                square.told,
                square.stale,
                square.of,
            ]
