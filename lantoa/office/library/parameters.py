"""Mức, ngưỡng: dated amounts of a policy."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from lantoa.common.problems import refuse
from lantoa.library import actions
from lantoa.library.models import PolicyParameter
from lantoa.library.queries import visible_policies
from lantoa.office.access import office_login
from lantoa.office.library.forms import WhyForm
from lantoa.office.library.policies import policy_page
from lantoa.office.library.policy_forms import EndForm, ParameterForm
from lantoa.office.library.rights import only_writers
from lantoa.office.outcome import attempt, say


@require_POST
@only_writers
def parameter_add(request: HttpRequest, pk: int) -> HttpResponse:
    """An amount or threshold for a period."""
    one = get_object_or_404(visible_policies(request.user), pk=pk)
    form = ParameterForm(one, request.POST)
    ok, _ = attempt(form, request, lambda: actions.add_parameter(one, by=request.user, **form.cleaned_data))
    if not ok:
        return policy_page(request, one, parameter=form)
    say(request, "Đã thêm mức. Người khác kiểm xong thì bà con mới thấy.")
    return redirect("office:policy", pk)


@require_POST
@only_writers
def parameter_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which day is its last."""
    parameter = _visible(request, pk)
    form = EndForm(request.POST)

    def end() -> PolicyParameter:
        if not form.is_valid():
            refuse("day_unread", "Không đọc được ngày cuối. Nhập ngày dạng 31/12/2025.")
        return actions.end_parameter(parameter, by=request.user, **form.cleaned_data)

    ok, _ = attempt(None, request, end)
    if ok:
        say(request, "Đã ghi ngày cuối của mức. Người khác kiểm lại xong thì bà con mới thấy.")
    return redirect("office:policy", parameter.policy_id)


@require_POST
@office_login
def parameter_check(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm that it says what its source says."""
    parameter = _visible(request, pk)
    ok, _ = attempt(None, request, lambda: actions.mark_parameter_checked(parameter, by=request.user))
    if ok:
        say(request, "Đã ghi là đã kiểm chứng mức này.")
    return redirect("office:policy", parameter.policy_id)


@require_POST
@only_writers
def parameter_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take out what was entered wrongly, with the reason."""
    parameter = _visible(request, pk)
    form = WhyForm(request.POST)
    why = form.cleaned_data["why"] if form.is_valid() else ""
    ok, _ = attempt(None, request, lambda: actions.remove_parameter(parameter, by=request.user, why=why))
    if ok:
        say(request, "Đã bỏ mức ghi nhầm.")
    return redirect("office:policy", parameter.policy_id)


def _visible(request: HttpRequest, pk: int) -> PolicyParameter:
    policies = visible_policies(request.user)
    return get_object_or_404(PolicyParameter.objects.filter(policy__in=policies), pk=pk)
