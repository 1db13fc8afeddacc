"""Quy định bước duyệt: the list for who administers units, a step of her own, a new rule, the end of one."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.content import actions
from lantoa.content.models import Approval, StepKind, StepRule
from lantoa.content.rules.steps_have_terms import USUAL_DAYS
from lantoa.content.terms import OWN_LEADER, kinds_by_key
from lantoa.office.access import office_login
from lantoa.office.content.step_forms import StepKindForm, StepRuleForm
from lantoa.office.outcome import attempt, say
from lantoa.people.models import Role, User
from lantoa.people.queries import scope


@office_login
def step_rule_list(request: HttpRequest) -> HttpResponse:
    """The rules of the units that she administers, and what holds where there is none."""
    mine = _administered(request.user)
    form = StepRuleForm(request.user, request.POST or None)
    if request.method == "POST":
        ok, _ = attempt(form, request, lambda: actions.set_step_rule(by=request.user, **form.cleaned_data))
        if ok:
            say(request, "Đã ghi quy định. Bài gửi trước ngày đó vẫn theo quy định cũ.")
            return redirect("office:step_rule_list")
    return _page(request, mine, form, StepKindForm(request.user))


@office_login
@require_POST
def step_kind_add(request: HttpRequest) -> HttpResponse:
    """A further step that an office thinks of; a rule then asks for it."""
    mine = _administered(request.user)
    form = StepKindForm(request.user, request.POST)
    ok, kind = attempt(form, request, lambda: actions.add_step_kind(by=request.user, **form.cleaned_data))
    if ok:
        say(request, f"Đã thêm bước “{kind}”. Bước này chỉ áp dụng khi có quy định cần đến nó.")
        return redirect("office:step_rule_list")
    return _page(request, mine, StepRuleForm(request.user), form)


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


def _administered(user: User) -> set[int]:
    mine = scope(user).inside(Role.ADMINISTRATOR)
    if not mine:
        raise PermissionDenied
    return mine


def _page(request: HttpRequest, mine: set[int], form: StepRuleForm, kind_form: StepKindForm) -> HttpResponse:
    rules = (
        StepRule.objects.filter(unit_id__in=mine).select_related("unit").prefetch_related("unit__versions")
    )
    names = {key: kind.name for key, kind in kinds_by_key().items()} | dict(Approval.Step.choices)
    kinds = StepKind.objects.filter(unit_id__in=mine)
    context = {
        "form": form,
        "kind_form": kind_form,
        "rules": [(rule, names[rule.step]) for rule in rules.prefetch_related("unit__versions")],
        "kinds": kinds.select_related("unit", "seat").prefetch_related("unit__versions", "seat__versions"),
        "own_leader": OWN_LEADER,
        "usual": [(Approval.Step(step).label, days) for step, days in USUAL_DAYS.items()],
    }
    return render(request, "office/content/step_rules.html", context)
