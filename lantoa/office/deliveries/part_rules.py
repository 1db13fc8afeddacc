"""Quy định tính một phần: for who administers units, from which share of a text on a part of it counts."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from lantoa.common.dates import say as say_day
from lantoa.deliveries.actions import set_part_rule
from lantoa.deliveries.models import PartRule
from lantoa.office.access import office_login
from lantoa.office.deliveries.forms import PartRuleForm
from lantoa.office.outcome import attempt, say
from lantoa.people.models import Role
from lantoa.people.queries import scope


@office_login
def part_rule_list(request: HttpRequest) -> HttpResponse:
    """The rules for the units that she administers, of those above them too, and a new one."""
    hers = scope(request.user)
    mine = hers.inside(Role.ADMINISTRATOR)
    if not mine:
        raise PermissionDenied
    form = PartRuleForm(request.user, request.POST or None)
    if request.method == "POST":
        ok, made = attempt(form, request, lambda: set_part_rule(by=request.user, **form.cleaned_data))
        if ok:
            say(request, f"Đã ghi quy định. Lượt diễn ra trước {say_day(made.valid_from)} tính như cũ.")
            return redirect("office:part_rule_list")
    rules = (
        PartRule.objects.filter(unit_id__in=mine | hers.above)
        .select_related("set_by", "unit")
        .prefetch_related("unit__versions")
    )
    context = {"form": form, "rules": rules.order_by("-valid_from", "-id")}
    return render(request, "office/deliveries/part_rules.html", context)
