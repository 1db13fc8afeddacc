"""The items of a draft: add, change, take out, each with its money in one step."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.office.access import office_login
from lantoa.office.outcome import attempt, say
from lantoa.office.plans.access import draft_or_refusal, plan_or_404
from lantoa.office.plans.item_forms import ItemForm
from lantoa.people.models import User
from lantoa.plans import actions
from lantoa.plans.models import Plan, PlanItem


@office_login
def plan_item_add(request: HttpRequest, pk: int) -> HttpResponse:
    """A new item."""
    return _item(request, pk, None)


@office_login
def plan_item(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """One item of a draft."""
    return _item(request, pk, item)


@office_login
@require_POST
def plan_item_remove(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Take an item out."""
    found = get_object_or_404(plan_or_404(request.user, pk).items, pk=item)
    ok, _ = attempt(None, request, lambda: actions.remove_item(found, by=request.user))
    if ok:
        say(request, "Đã bỏ nội dung.")
    return redirect("office:plan", pk=pk)


def _item(request: HttpRequest, pk: int, item: int | None) -> HttpResponse:
    ok, found = attempt(None, request, lambda: draft_or_refusal(request.user, pk))
    if not ok:
        return redirect("office:plan", pk=pk)
    row = get_object_or_404(found.items, pk=item) if item is not None else None
    form = ItemForm(request.user, found, row, request.POST or None)
    if request.method == "POST":
        ok, _ = attempt(form, request, lambda: _save(found, row, form, request.user))
        if ok:
            say(request, "Đã lưu nội dung.")
            return redirect("office:plan", pk=pk)
    return render(request, "office/plans/item.html", {"plan": found, "item": row, "form": form})


@transaction.atomic
def _save(found: Plan, row: PlanItem | None, form: ItemForm, by: User) -> PlanItem:
    """The item and its money together: refused money leaves the item as it was."""
    if row is None:
        row = actions.add_item(found, by=by, **form.values())
    else:
        row = actions.change_item(row, by=by, **form.values())
    if form.sources:
        actions.set_item_money(row, form.money(), by=by)
    return row
