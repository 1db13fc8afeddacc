"""Quy định bước duyệt: the list for who administers units, a new rule, the end of one."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.common import dates
from lantoa.content import actions
from lantoa.content.models import Approval, StepRule
from lantoa.content.rules.steps_have_terms import USUAL_DAYS
from lantoa.office.access import office_login
from lantoa.office.content.forms import StepRuleForm
from lantoa.office.outcome import attempt, say
from lantoa.people.models import Role
from lantoa.people.queries import scope


@office_login
def step_rule_list(request: HttpRequest) -> HttpResponse:
    """The rules of the units that she administers, and what holds where there is none."""
    mine = scope(request.user).inside(Role.ADMINISTRATOR)
    if not mine:
        raise PermissionDenied
    form = StepRuleForm(request.user, request.POST or None)
    if request.method == "POST":
        ok, _ = attempt(form, request, lambda: actions.set_step_rule(by=request.user, **form.cleaned_data))
        if ok:
            say(request, "Đã ghi quy định. Bài gửi trước ngày đó vẫn theo quy định cũ.")
            return redirect("office:step_rule_list")
    rules = StepRule.objects.filter(unit_id__in=mine).select_related("recorded_by")
    context = {
        "form": form,
        "rules": rules.prefetch_related("unit__versions"),
        "usual": [(Approval.Step(step).label, days) for step, days in USUAL_DAYS.items()],
        "today": dates.today(),
    }
    return render(request, "office/content/step_rules.html", context)


@office_login
@require_POST
def step_rule_end(request: HttpRequest, pk: int) -> HttpResponse:
    """The rule holds no longer from tomorrow on."""
    mine = scope(request.user).inside(Role.ADMINISTRATOR)
    rule = get_object_or_404(StepRule.objects.filter(unit_id__in=mine), pk=pk)
    ok, _ = attempt(None, request, lambda: actions.end_step_rule(rule, by=request.user))
    if ok:
        say(request, "Đã thôi áp dụng quy định này.")
    return redirect("office:step_rule_list")
