"""Độ phủ theo chính sách: how far each policy got, how soon, who checked it and when it ends."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.coverage.first_told import Promptness, first_tellings, promptness
from lantoa.coverage.queries import Matrix, matrix
from lantoa.coverage.rules.first_telling_counts_from_issue import PROVEN
from lantoa.library.models import Policy
from lantoa.library.rules.standing_of_a_citation import PinState
from lantoa.office.access import office_login
from lantoa.office.coverage.forms import AskedForm, address_of
from lantoa.people.queries import scope


@dataclass(frozen=True)
class PolicyRow:
    """told, stale, gap: in how many wards it stands so."""

    policy: Policy
    state: PinState
    told: int
    stale: int
    gap: int
    speed: Promptness


@office_login
def coverage_policies(request: HttpRequest) -> HttpResponse:
    """One line a policy, in the order of the matrix."""
    form = AskedForm(request.GET)
    table = matrix(scope(request.user), form.asked())
    context = {
        "form": form,
        "asked": table.asked,
        "query": address_of(table.asked),
        "rows": _rows(table),
        "proven": max(int(PROVEN), table.asked.least_grade),
    }
    return render(request, "office/coverage/policies.html", context)


def _rows(table: Matrix) -> list[PolicyRow]:
    rows = []
    for number, speed in enumerate(promptness(table, first_tellings(table))):
        states = [row.cells[number].state for row in table.rows]
        told, stale, gap = (states.count(state) for state in ("told", "stale", "gap"))
        rows.append(PolicyRow(speed.policy, table.states[speed.policy.pk], told, stale, gap, speed))
    return rows
