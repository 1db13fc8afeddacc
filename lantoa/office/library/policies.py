"""Chính sách: who gets what by which provision; written, confirmed, published, kept true, withdrawn."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from lantoa.common import dates
from lantoa.library import actions
from lantoa.library.models import Effect, Policy, PolicyParameter
from lantoa.library.permissions import may_write
from lantoa.library.queries import followed_by, policy_states, state_of_bases, visible_policies
from lantoa.library.rules.check_goes_stale import is_stale
from lantoa.library.rules.parameter_periods_join import in_force
from lantoa.library.wording import search_terms
from lantoa.office.access import office_login
from lantoa.office.library.finding import is_search
from lantoa.office.library.forms import WhyForm
from lantoa.office.library.policy_forms import ParameterForm, PolicyFilter, PolicyForm
from lantoa.office.library.rights import may_check_this, only_writers
from lantoa.office.lists import page_of
from lantoa.office.outcome import attempt, say


@office_login
def policy_list(request: HttpRequest) -> HttpResponse:
    """Policies by words, audience and topic, each with whether it still stands today."""
    form = PolicyFilter(request.GET or None)
    wanted = form.cleaned_data if form.is_valid() else {}
    policies = visible_policies(request.user)
    for term in search_terms(wanted.get("tim", "")):
        policies = policies.filter(folded__contains=term)
    if wanted.get("nhom"):
        policies = policies.filter(audiences=wanted["nhom"])
    if wanted.get("chu_de"):
        policies = policies.filter(topic=wanted["chu_de"])
    page = page_of(request, policies)
    states = policy_states(page.object_list, dates.today())
    context = {
        "form": form,
        "page": page,
        "rows": [
            (policy, states[policy.pk], is_stale(policy.checked_on, dates.today()))
            for policy in page.object_list
        ],
        "asked": any(wanted.values()),
        "may_write": may_write(request.user),
    }
    return render(request, "office/library/policy_list.html", context)


def policy_page(request: HttpRequest, one: Policy, **forms: object) -> HttpResponse:
    day = dates.today()
    bases = list(one.bases.all())
    states = state_of_bases(bases, day)
    context = {
        "policy": one,
        "day": day,
        "bases": [(basis, states[basis.pk]) for basis in bases],
        "state": policy_states([one], day)[one.pk],
        "parameters": _parameters(one, day),
        "may_write": may_write(request.user),
        "may_check": may_check_this(request.user, one),
        "is_draft": one.state == Policy.State.DRAFT,
        "is_published": one.state == Policy.State.PUBLISHED,
        "why_form": forms.get("why") or WhyForm(),
        "parameter_form": forms.get("parameter") or ParameterForm(one),
        "stale": is_stale(one.checked_on, day),
        "followed": followed_by(request.user).filter(policy=one).first(),
    }
    return render(request, "office/library/policy.html", context)


def _parameters(one: Policy, day: date) -> list[tuple[PolicyParameter, bool]]:
    """Each amount with whether it is the one of today."""
    known = list(one.parameters.select_related("provision__document", "checked_by"))
    current = {parameter.pk for parameter in in_force(known, day)}
    return [(parameter, parameter.pk in current) for parameter in known]


@office_login
def policy(request: HttpRequest, pk: int) -> HttpResponse:
    """One policy: what it gives, by which clauses, and whether these still stand."""
    return policy_page(request, get_object_or_404(visible_policies(request.user), pk=pk))


@only_writers
def policy_new(request: HttpRequest) -> HttpResponse:
    """Write a policy; the search button only searches."""
    return _write(request, None)


@only_writers
def policy_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Rewrite a draft."""
    return _write(request, get_object_or_404(visible_policies(request.user), pk=pk))


def _write(request: HttpRequest, one: Policy | None) -> HttpResponse:
    sent = (request.POST,) if request.method == "POST" else ()
    form = PolicyForm.of(one, *sent) if one else PolicyForm(*sent)
    if is_search(request):
        form.judge_nothing()
    elif request.method == "POST":
        ok, made = attempt(form, request, lambda: actions.write_policy(one, by=request.user, **form.facts()))
        if ok:
            say(request, "Đã lưu bản nháp. Tiếp theo: người khác kiểm với căn cứ, rồi công bố.")
            return redirect("office:policy", made.pk)
    context = {
        "form": form,
        "policy": one,
        "back": reverse("office:policy", args=[one.pk]) if one else reverse("office:policy_list"),
    }
    return render(request, "office/library/policy_form.html", context)


@require_POST
@office_login
def policy_check(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm that the policy says what its provisions say."""
    one = get_object_or_404(visible_policies(request.user), pk=pk)
    ok, _ = attempt(None, request, lambda: actions.mark_policy_checked(one, by=request.user))
    if ok:
        say(request, "Đã ghi là anh chị đã kiểm chính sách này.")
    return redirect("office:policy", pk)


@require_POST
@office_login
def policy_publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Let editors and citizens see it."""
    one = get_object_or_404(visible_policies(request.user), pk=pk)
    ok, _ = attempt(None, request, lambda: actions.publish_policy(one, by=request.user))
    if ok:
        ahead = one.valid_from and one.valid_from > dates.today()
        told = "Biên tập viên và bà con xem được từ bây giờ."
        if ahead:
            told = f"Trước ngày {dates.say(one.valid_from)} cổng công khai chưa nói được hưởng gì."
        say(request, f"Đã công bố. {told}")
    return redirect("office:policy", pk)


@require_POST
@only_writers
def policy_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it back with the reason."""
    one = get_object_or_404(visible_policies(request.user), pk=pk)
    form = WhyForm(request.POST)
    ok, _ = attempt(form, request, lambda: actions.withdraw_policy(one, by=request.user, **form.cleaned_data))
    if not ok:
        return policy_page(request, one, why=form)
    say(request, "Đã rút chính sách.")
    return redirect("office:policy", pk)


@require_POST
@office_login
def basis_clear(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign that one change leaves the policy true on one basis."""
    one = get_object_or_404(visible_policies(request.user), pk=pk)
    basis = get_object_or_404(one.bases, pk=_number(request.POST.get("basis")))
    cause = get_object_or_404(
        Effect, document=basis.provision.document_id, pk=_number(request.POST.get("cause"))
    )
    why = request.POST.get("why", "")[:300]
    ok, _ = attempt(None, request, lambda: actions.clear_basis(basis, cause, by=request.user, why=why))
    if ok:
        say(request, "Đã ký: chính sách vẫn đúng sau thay đổi này.")
    return redirect("office:policy", pk)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 19 else 0
