"""Độ phủ: the matrix, one cell with every record behind it, the gaps, a gap into the plan. Reads but one."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from lantoa.budget.queries import visible_spending
from lantoa.common import dates
from lantoa.coverage.cells import Cell
from lantoa.coverage.first_told import Firsts, first_tellings
from lantoa.coverage.gaps import Gap, ranked_gaps
from lantoa.coverage.ground import group_of, own_audiences
from lantoa.coverage.queries import Matrix, Row, matrix
from lantoa.coverage.records import records_of, tried_in_vain
from lantoa.coverage.rules.first_telling_counts_from_issue import FirstTelling
from lantoa.deliveries.permissions import may_see_papers
from lantoa.desk.gap_to_plan import add_gap_to_plan
from lantoa.library.models import Policy
from lantoa.office.access import office_login
from lantoa.office.coverage.forms import AskedForm, address_of
from lantoa.office.lists import page_of, rows_of
from lantoa.office.outcome import attempt, say
from lantoa.people.models import AudienceKind, AudienceSize
from lantoa.people.queries import audience_sizes, existing_units, scope
from lantoa.plans.permissions import WRITERS

FIRST_GAPS = 5


@office_login
def coverage(request: HttpRequest) -> HttpResponse:
    """Who was told what, by which proof, is it still true; and what to tell next."""
    form = AskedForm(request.GET)
    asked = form.asked()
    table = matrix(scope(request.user), asked)
    gaps = ranked_gaps(table)
    firsts = first_tellings(table)
    page = rows_of(request, table.rows, len(table.policies))
    context = {
        "form": form,
        "table": table,
        "page": page,
        "rows": [(row, _cells(table, row, firsts)) for row in page],
        "gaps": gaps[:FIRST_GAPS],
        "more_gaps": max(len(gaps) - FIRST_GAPS, 0),
        **_common(request, table),
    }
    return render(request, "office/coverage/coverage.html", context)


def _cells(table: Matrix, row: Row, firsts: Firsts) -> list[tuple[Policy, Cell, FirstTelling | None]]:
    pairs = zip(table.policies, row.cells, strict=True)
    return [(policy, cell, firsts.get((policy.pk, row.unit_id))) for policy, cell in pairs]


def _common(request: HttpRequest, table: Matrix) -> dict[str, object]:
    asked = table.asked
    tomorrow = dates.today() + timedelta(days=1)
    return {
        "asked": asked,
        "query": address_of(asked),
        "bare_query": address_of(asked, chinh_sach=None),
        "is_today": asked.day == dates.today(),
        "tomorrow_query": address_of(asked, ngay=dates.say(tomorrow), den=None),
        "today_query": address_of(asked, ngay=None, den=None),
        "suspect_policies": [p for p in table.policies if not table.states[p.pk].may_be_told],
        "may_plan": bool(scope(request.user).roles & WRITERS),
    }


@office_login
def coverage_gaps(request: HttpRequest) -> HttpResponse:
    """All gaps, ranked."""
    form = AskedForm(request.GET)
    table = matrix(scope(request.user), form.asked())
    asks_something = bool(table.policies and table.rows)
    context = {
        "page": page_of(request, ranked_gaps(table), 20),
        "asks_something": asks_something,
        **_common(request, table),
    }
    return render(request, "office/coverage/gaps.html", context)


@office_login
def coverage_cell(request: HttpRequest) -> HttpResponse:
    """One policy in one ward: every record, each with its corrections and evidence."""
    asked = AskedForm(request.GET).asked()
    if not asked.policy_ids:
        raise Http404
    table = matrix(scope(request.user), asked, [_number(request.GET.get("don_vi"))], from_ledger=True)
    if not table.rows or not table.policies:
        raise Http404
    row, cell = table.rows[0], table.rows[0].cells[0]
    records = records_of(cell)
    inside = scope(request.user).watched
    tellings = [record.line.telling_id for record in records]
    context = {
        "policy": table.policies[0],
        "row": row,
        "cell": cell,
        "records": [
            (record, record.line.unit_id in inside, may_see_papers(request.user, record.line.unit_id))
            for record in records
        ],
        "sizes": _sizes(table),
        "in_vain": tried_in_vain(cell, asked),
        "payments": visible_spending(request.user).filter(paid_tellings__telling__in=tellings).distinct(),
        "first": first_tellings(table).get((cell.policy_id, cell.unit_id)),
        "state": table.states[cell.policy_id],
        "gap": _gap_of(table) if cell.needs_telling else None,
        **_common(request, table),
    }
    return render(request, "office/coverage/cell.html", context)


def _sizes(table: Matrix) -> list[AudienceSize]:
    """What the size of its one cell was reckoned from, each with its source and day."""
    unit_id, asked = table.rows[0].unit_id, table.asked
    known = audience_sizes([unit_id], asked.day)
    group = group_of(own_audiences(table.policies[0]), asked.audience) or ()
    return [known[unit_id, kind] for kind in sorted(group) if (unit_id, kind) in known]


def _gap_of(table: Matrix) -> Gap:
    return ranked_gaps(table)[0]


@office_login
@require_POST
def gap_to_plan(request: HttpRequest) -> HttpResponse:
    """One click: the gap becomes an item of the draft amendment of her plan."""
    policy = get_object_or_404(
        Policy.objects.filter(state=Policy.State.PUBLISHED), pk=_number(request.POST.get("policy"))
    )
    mine = existing_units().filter(pk__in=scope(request.user).watched)
    unit = get_object_or_404(mine, pk=_number(request.POST.get("unit")))
    key = request.POST.get("audience", "")
    audience = get_object_or_404(AudienceKind, key=key) if key else None
    ok, item = attempt(None, request, lambda: add_gap_to_plan(policy, audience, unit, by=request.user))
    if not ok:
        return redirect(f"{reverse('office:coverage')}?{AskedForm(request.POST).typed_query()}")
    say(request, f"Đã đưa vào bản sửa đổi kế hoạch: {item.title}. Ghi tiếp số lượng, ngày, kinh phí.")
    return redirect("office:plan", pk=item.plan_id)


def _number(text: str | None) -> int:
    """A number of the address or form; 0, which nothing has, when it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 18 else 0
