"""Độ phủ đưa ra ngoài cơ quan: the XLSX and the page to print, both with small counts hidden."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.coverage.gaps import ranked_gaps
from lantoa.coverage.outward import Outward
from lantoa.coverage.queries import matrix
from lantoa.office.access import office_login
from lantoa.office.coverage.export import (
    BOUNDS_SAY,
    HIDDEN_SAYS,
    STATES,
    asked_says,
    coverage_sheet,
    file_name,
    reach_says,
)
from lantoa.office.coverage.forms import AskedForm, address_of
from lantoa.office.coverage.pictures import heat_context, map_context, one_policy
from lantoa.office.sheets import sheet_response
from lantoa.people.queries import scope


@office_login
def coverage_export(request: HttpRequest) -> HttpResponse:
    """The matrix that was asked for, its records and gaps, as XLSX."""
    table = matrix(scope(request.user), AskedForm(request.GET).asked(), from_ledger=True)
    return sheet_response(coverage_sheet(table, ranked_gaps(table)), file_name(table.asked.day))


@office_login
def coverage_print(request: HttpRequest) -> HttpResponse:
    """The matrix laid out for paper: as a table, in shades, or on the map."""
    form = AskedForm(request.GET)
    picture = request.GET.get("hinh")
    table = one_policy(request, form) if picture == "map" else matrix(scope(request.user), form.asked())
    out = Outward(table)
    context: dict[str, object] = {
        "table": table,
        "asked_says": asked_says(table.asked),
        "query": address_of(table.asked),
        "notes": [BOUNDS_SAY, *([HIDDEN_SAYS] if out.hides else [])],
        "on_paper": True,
    }
    if picture == "heat":
        return render(request, "office/coverage/heat_print.html", context | heat_context(table, out.of))
    if picture == "map":
        drawn = map_context(table, out.of, request.GET)
        return render(request, "office/coverage/map_print.html", context | drawn)
    rows = []
    for row in table.rows:
        cells = []
        for policy, cell in zip(table.policies, row.cells, strict=True):
            told = out.of(cell)
            cells.append((policy, cell, STATES[cell.state], reach_says(told.low, told.high)))
        rows.append((row, out.size(row.unit_id), cells))
    totals = [out.total(policy.pk) for policy in table.policies]
    return render(request, "office/coverage/print.html", context | {"rows": rows, "totals": totals})
