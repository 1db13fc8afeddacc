"""Độ phủ thành hình: the matrix in shades, and one policy on a map of the wards. Each also on paper."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from lantoa.coverage.cells import Cell
from lantoa.coverage.outward import Told, inside
from lantoa.coverage.queries import Matrix, Row, matrix
from lantoa.coverage.ward_map import Area, WardMap, outline_map, outlined, tile_map
from lantoa.library.models import Policy
from lantoa.office.access import office_login
from lantoa.office.coverage.forms import AskedForm, address_of
from lantoa.office.coverage.shades import LEGEND, Shade, shade_of, share_says
from lantoa.people.points import points_of
from lantoa.people.queries import scope, shapes_of

Numbers = Callable[[Cell], Told]
LONGEST_LINE = 12
TYPE_WORDS = ("phường ", "xã ", "thị trấn ")


@dataclass(frozen=True)
class Shaded:
    """A cell as it is drawn. address: the query of its own page."""

    policy: Policy
    row: Row
    cell: Cell
    told: Told
    shade: Shade
    share: str
    address: str

    @property
    def says(self) -> str:
        """All of it in words, for who hears the map."""
        return f"{self.row.name}: {self.shade.says}{f', {self.share}' if self.share else ''}"


@dataclass(frozen=True)
class Drawn:
    """A ward on the map with the lines of its label."""

    area: Area
    shaded: Shaded
    lines: tuple[str, ...]


def shaded_rows(table: Matrix, numbers: Numbers) -> list[tuple[Row, list[Shaded]]]:
    """Every cell of a matrix with its shade."""
    return [
        (
            row,
            [
                _shaded(policy, row, cell, table, numbers)
                for policy, cell in zip(table.policies, row.cells, strict=True)
            ],
        )
        for row in table.rows
    ]


def _shaded(policy: Policy, row: Row, cell: Cell, table: Matrix, numbers: Numbers) -> Shaded:
    told = numbers(cell)
    address = address_of(table.asked, chinh_sach=policy.pk, don_vi=row.unit_id)
    return Shaded(policy, row, cell, told, shade_of(cell, told), share_says(cell, told), address)


def heat_context(table: Matrix, numbers: Numbers) -> dict[str, object]:
    """What the table of shades shows."""
    return {"rows": shaded_rows(table, numbers), "legend": LEGEND, "policies": table.policies}


def map_context(table: Matrix, numbers: Numbers, asked: QueryDict) -> dict[str, object]:
    """What the map shows: the first policy of the matrix, by ward. asked: how it is to be drawn."""
    rows = {row.unit_id: shaded[0] for row, shaded in shaded_rows(table, numbers) if shaded}
    shapes = shapes_of(rows)
    known = outlined(shapes)
    points = points_of(rows, shapes)
    by_default = "o-vuong" not in asked and 2 * known >= len(rows)  # a map of a few would tell of a few
    by_outline = bool(known) and (by_default or "ranh-gioi" in asked)
    drawing: WardMap | None = None
    if rows:
        drawing = outline_map(list(rows), shapes) if by_outline else tile_map(list(rows), points)
    areas = drawing.areas if drawing else ()
    return {
        "legend": LEGEND,
        "drawing": drawing,
        "areas": [Drawn(area, rows[area.unit_id], label(rows[area.unit_id].row.name)) for area in areas],
        "beside": [rows[one] for one in drawing.beside] if drawing else [],
        "shaded": list(rows.values()),
        "policy": table.policies[0] if table.policies else None,
        "outlined": bool(known),
        "schematic": not by_outline,
        "borrowed": not by_outline and any(point.borrowed for point in points.values()),
        "guessed": sorted({shape.source for shape in shapes.values() if not shape.verified}),
    }


def label(name: str) -> tuple[str, ...]:
    """A ward's name in short lines, without its type where the name says enough: "Trảng", "Dài"."""
    bare = next((name.removeprefix(word) for word in TYPE_WORDS if name.startswith(word)), name)
    if bare[:1].isdigit():
        bare = name
    lines: list[str] = []
    for word in (bare[:1].upper() + bare[1:]).split():
        if lines and len(lines[-1]) + 1 + len(word) <= LONGEST_LINE:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines[:3])


@office_login
def coverage_heat(request: HttpRequest) -> HttpResponse:
    """The matrix in shades: the darker, the more of the group surely heard."""
    form = AskedForm(request.GET)
    table = matrix(scope(request.user), form.asked())
    context = {
        "form": form,
        "asked": table.asked,
        "query": address_of(table.asked),
        **heat_context(table, inside),
    }
    return render(request, "office/coverage/heat.html", context)


@office_login
def coverage_map(request: HttpRequest) -> HttpResponse:
    """One policy by ward, as tiles near where the wards lie or by their real outlines."""
    form = AskedForm(request.GET)
    table = one_policy(request, form)
    query = address_of(table.asked)
    context = {
        "form": form,
        "asked": table.asked,
        "query": query,
        **map_context(table, inside, request.GET),
    }
    return render(request, "office/coverage/map.html", context)


def one_policy(request: HttpRequest, form: AskedForm) -> Matrix:
    """The matrix of the policy that was asked for, else of the first that is published."""
    asked = form.asked()
    if not asked.policy_ids:
        first = form.fields["chinh_sach"].queryset.order_by("topic__order", "title", "pk").first()
        asked = replace(asked, policy_ids=frozenset({first.pk} if first else ()))
        form.initial["chinh_sach"] = form.data["chinh_sach"] = first.pk if first else None
    return matrix(scope(request.user), asked)
