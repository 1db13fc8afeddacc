"""Kinh phí: what was estimated, paid, is left, and which papers are missing."""

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.budget import actions, queries
from lantoa.budget.models import Spending
from lantoa.budget.parameters import budget_year
from lantoa.budget.permissions import keeps_money_of, may_check, may_spend
from lantoa.budget.printing import settlement_paper
from lantoa.budget.rules.paid_not_above_proven import doubt_about_paid
from lantoa.common import dates
from lantoa.common.models import StoredFile
from lantoa.deliveries.models import Delivery
from lantoa.office.access import office_login
from lantoa.office.budget.forms import CheckForm, PaperForm, SpendingForm, TakeBackForm, TellingsForm
from lantoa.office.file_access import CHECKS
from lantoa.office.lists import page_of
from lantoa.office.outcome import attempt, say
from lantoa.office.papers import download
from lantoa.people.models import User
from lantoa.plans.states import IN_FORCE


@office_login
def budget(request: HttpRequest) -> HttpResponse:
    """The plans whose money she may watch."""
    plans = page_of(request, queries.books_of(request.user))
    return render(request, "office/budget/budget.html", {"plans": plans})


@office_login
def budget_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """The money of one plan: by source, by item, with what is missing."""
    plan = get_object_or_404(queries.plans_with_money(request.user), pk=pk)
    book = queries.book(plan)
    if book.plan != plan:
        say(request, f"Kinh phí của {plan} được theo dõi trong {book.plan}.")
        return redirect("office:budget_plan", pk=book.plan.pk)
    money, today = budget_year(plan.year), dates.today()
    is_open = (
        plan.state in IN_FORCE and today <= money.ends_on and plan.unit_id in keeps_money_of(request.user)
    )
    context = {"plan": plan, "book": book, "money": money, "today": today, "open": is_open}
    return render(request, "office/budget/plan.html", context)


@office_login
def settlement(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The settlement table as DOCX or PDF, the total in words."""
    plan = get_object_or_404(queries.plans_with_money(request.user), pk=pk)
    paper = settlement_paper(queries.book(plan), dates.today())
    return download(paper, f"bang-quyet-toan-{plan.pk}", form)


@office_login
def spending_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a payment for an item."""
    item = get_object_or_404(queries.items_with_money(request.user), pk=pk)
    if not may_spend(request.user, item):
        raise Http404
    form = SpendingForm(item, queries.payable_lines(request.user, item), request.POST or None)
    if request.method == "POST":
        ok, line = attempt(
            form, request, lambda: actions.record_spending(item, by=request.user, **form.cleaned_data)
        )
        if ok:
            say(request, "Đã ghi khoản chi. Nộp chứng từ kèm theo.")
            return redirect("office:spending", pk=line.pk)
    return render(request, "office/budget/spending_form.html", {"form": form, "item": item})


@office_login
def spending(request: HttpRequest, pk: int) -> HttpResponse:
    """One payment with its papers, its proof, and what it lacks."""
    line = get_object_or_404(queries.visible_spending(request.user), pk=pk)
    return _spending_page(request, line)


def _spending_page(request: HttpRequest, line: Spending, **forms: Form) -> HttpResponse:
    """forms: those that were sent and refused, by their place on the page."""
    user, payment = request.user, queries.standings([line])[line.pk]
    writes = may_spend(user, line.item)
    payable = queries.payable_lines(user, line.item) if writes and payment.stands else Delivery.objects.none()
    context = {
        "line": line,
        "payment": payment,
        "told_of": [(one, doubt_about_paid(one)) for one in queries.tellings_paid_by(line)],
        "may_spend": writes,
        "may_check": payment.stands and may_check(user, line) and user.pk not in payment.hands,
        "may_name": payable.exists(),
        "shared": queries.payments_with_the_same_file(line),
        "paper_form": PaperForm(),
        "check_form": CheckForm(),
        "tellings_form": TellingsForm(payable),
        "back_form": TakeBackForm(),
    }
    return render(request, "office/budget/spending.html", context | forms)


@office_login
@require_POST
def paper_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Attach a paper."""
    line = get_object_or_404(queries.visible_spending(request.user), pk=pk)
    form = PaperForm(request.POST, request.FILES)

    def act() -> object:
        data = dict(form.cleaned_data)
        return actions.add_paper(line, data.pop("file"), by=request.user, **data)

    ok, _ = attempt(form, request, act)
    if not ok:
        return _spending_page(request, line, paper_form=form)
    say(request, "Đã nộp chứng từ.")
    return redirect("office:spending", pk=pk)


@office_login
@require_POST
def spending_tellings(request: HttpRequest, pk: int) -> HttpResponse:
    """Name the tellings that a payment was for."""
    line = get_object_or_404(queries.visible_spending(request.user), pk=pk)
    form = TellingsForm(queries.payable_lines(request.user, line.item), request.POST)
    ok, _ = attempt(form, request, lambda: actions.name_tellings(line, by=request.user, **form.cleaned_data))
    if not ok:
        return _spending_page(request, line, tellings_form=form)
    say(request, "Đã nêu các lượt được trả tiền.")
    return redirect("office:spending", pk=pk)


@office_login
@require_POST
def spending_check(request: HttpRequest, pk: int) -> HttpResponse:
    """The second person's look."""
    line = get_object_or_404(queries.visible_spending(request.user), pk=pk)
    form = CheckForm(request.POST)
    ok, check = attempt(
        form, request, lambda: actions.check_spending(line, by=request.user, **form.cleaned_data)
    )
    if not ok:
        return _spending_page(request, line, check_form=form)
    say(request, "Đã xác nhận khoản chi đủ hồ sơ." if check.accepted else "Đã trả lại để bổ sung.")
    return redirect("office:spending", pk=pk)


@office_login
@require_POST
def spending_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo a wrong payment by a line of its own."""
    line = get_object_or_404(queries.visible_spending(request.user), pk=pk)
    form = TakeBackForm(request.POST)
    ok, made = attempt(
        form, request, lambda: actions.take_back_spending(line, by=request.user, why=form.cleaned_data["why"])
    )
    if not ok:
        return _spending_page(request, line, back_form=form)
    say(request, "Đã điều chỉnh bằng một dòng mới. Dòng cũ vẫn được giữ.")
    return redirect("office:spending", pk=made.pk)


def may_open_paper(user: User, stored: StoredFile) -> bool:
    """A paper of a payment that she may see."""
    return queries.visible_spending(user).filter(papers__file=stored).exists()


CHECKS.append(may_open_paper)
