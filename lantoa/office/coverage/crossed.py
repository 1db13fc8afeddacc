"""Độ phủ theo hai chiều tùy chọn: any two of policy, audience, ward, channel, month; the rest are filters."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from lantoa.common import dates
from lantoa.coverage.matrix import Axis, Crossed, Key, crossed
from lantoa.coverage.restating import LOCAL
from lantoa.coverage.roll_up import end_of_month
from lantoa.office.access import office_login
from lantoa.office.coverage.forms import CrossedForm, address_of
from lantoa.office.lists import rows_of
from lantoa.people.models import AudienceKind
from lantoa.people.queries import scope, units_on
from lantoa.plans.models import Channel


@office_login
def coverage_crossed(request: HttpRequest) -> HttpResponse:
    """The table of two axes; each cell leads to what is behind it."""
    form, table = asked_table(request)
    drill = _Drill(table, form.unit_ids())
    page = rows_of(request, table.rows, len(table.columns))
    rows = [
        (
            row,
            [
                (column, table.cells.get((row.key, column.key)), drill.address(row.key, column.key))
                for column in table.columns
            ],
        )
        for row in page
    ]
    return render(
        request,
        "office/coverage/crossed.html",
        {
            "form": form,
            "asked": table.asked,
            "table": table,
            "rows": rows,
            "page": page,
            "query": address_of(table.asked),
            "table_query": form.address(),
            # nobody need be told each month and over each channel: empty is no gap to shout about
            "sparse": not {Axis.MONTH, Axis.CHANNEL}.isdisjoint(table.axes),
        },
    )


def asked_table(request: HttpRequest) -> tuple[CrossedForm, Crossed]:
    """The question in the address, and its answer."""
    mine = scope(request.user)
    day = dates.read_date(request.GET.get("ngay", "")) or dates.today()
    wards = {v.unit_id: v.full_name for v in units_on(day, LOCAL, mine.watched)}
    form = CrossedForm(request.GET, wards)
    return form, crossed(mine, form.axes(), form.asked(), form.unit_ids())


class _Drill:
    """Where a cell leads: to its records when policy and ward are known, else to the wards it gathers."""

    def __init__(self, table: Crossed, unit_ids: list[int] | None) -> None:
        self.table = table
        self.unit_ids = unit_ids
        self.base = address_of(table.asked)
        self.audiences = dict(AudienceKind.objects.values_list("pk", "key"))
        self.channels = dict(Channel.objects.values_list("pk", "key"))

    def address(self, row: Key, column: Key) -> str:
        """The address behind one cell."""
        asked = self.table.asked
        known: dict[Axis, Key] = dict(zip(self.table.axes, (row, column), strict=True))
        more: dict[str, object] = {}
        policy = known.get(Axis.POLICY) or (min(asked.policy_ids) if asked.policy_ids else None)
        ward = known.get(Axis.UNIT) or (self.unit_ids[0] if self.unit_ids else None)
        if policy:
            more["chinh_sach"] = policy
        if Axis.AUDIENCE in known:
            more["doi_tuong"] = self.audiences[int(str(known[Axis.AUDIENCE]))]
        if Axis.CHANNEL in known:
            more["kenh"] = self.channels[int(str(known[Axis.CHANNEL]))]
        month = known.get(Axis.MONTH)
        if isinstance(month, date):
            more["tu"] = dates.say(max(month, asked.from_on))
            more["den"] = dates.say(min(end_of_month(month), asked.to_on))
        if ward:
            more["don_vi"] = ward
        if policy and ward:
            return f"{reverse('office:coverage_cell')}?{address_of(asked, **more)}"
        if not ward and Axis.UNIT not in known:
            return f"{reverse('office:coverage')}?{address_of(asked, **more)}"
        both = {"hang": Axis.POLICY, "cot": Axis.MONTH if month is None else Axis.CHANNEL}
        return f"{reverse('office:coverage_crossed')}?{address_of(asked, **(more | both))}"
