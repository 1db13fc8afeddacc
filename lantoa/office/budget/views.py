"""Kinh phí: what was estimated, paid, is left, and which papers are missing."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.budget import actions, queries
from lantoa.budget.permissions import may_spend
from lantoa.budget.printing import settlement_paper
from lantoa.budget.rules.paid_not_above_proven import doubt_about_paid
from lantoa.common.models import StoredFile
from lantoa.deliveries.queries import visible_deliveries
from lantoa.deliveries.tellings import current_lines
from lantoa.office.access import office_login
from lantoa.office.budget.forms import PaperForm, SpendingForm, TakeBackForm
from lantoa.office.file_access import CHECKS
from lantoa.office.outcome import attempt, say
from lantoa.office.papers import download
from lantoa.people.models import User


@office_login
def budget(request: HttpRequest) -> HttpResponse:
    """The plans whose money she may watch."""
    plans = queries.books_of(request.user)
    return render(request, "office/budget/budget.html", {"plans": plans})


@office_login
def budget_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """The money of one plan: by source, by item, with what is missing."""
    plan = get_object_or_404(queries.plans_with_money(request.user), pk=pk)
    book = queries.book(plan)
    if book.plan != plan:
        say(request, f"Kinh phí của {plan} được theo dõi trong {book.plan}.")
        return redirect("office:budget_plan", pk=book.plan.pk)
    return render(request, "office/budget/plan.html", {"plan": plan, "book": book})


@office_login
def settlement(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The settlement table as DOCX or PDF, the total in words."""
    plan = get_object_or_404(queries.plans_with_money(request.user), pk=pk)
    return download(settlement_paper(queries.book(plan)), f"bang-quyet-toan-{plan.pk}", form)


@office_login
def spending_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a payment for an item."""
    item = get_object_or_404(queries.items_with_money(request.user), pk=pk)
    if not may_spend(request.user, item):
        raise Http404
    lines = current_lines(visible_deliveries(request.user)).filter(plan_item=item)
    form = SpendingForm(item, lines, request.POST or None)
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
    """One payment with its papers."""
    line = get_object_or_404(queries.visible_spending(request.user), pk=pk)
    return _spending_page(request, line, PaperForm(), TakeBackForm())


def _spending_page(
    request: HttpRequest, line, paper_form: PaperForm, back_form: TakeBackForm
) -> HttpResponse:
    return render(
        request,
        "office/budget/spending.html",
        {
            "line": line,
            "paper_form": paper_form,
            "back_form": back_form,
            "may_spend": may_spend(request.user, line.item),
            "paid_tellings": [(one, doubt_about_paid(one)) for one in queries.tellings_paid_by(line)],
            "may_take_back": not hasattr(line, "corrected_by") and not line.corrects_id,
        },
    )


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
        return _spending_page(request, line, form, TakeBackForm())
    say(request, "Đã nộp chứng từ.")
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
        return _spending_page(request, line, PaperForm(), form)
    say(request, "Đã điều chỉnh bằng một dòng mới. Dòng cũ vẫn được giữ.")
    return redirect("office:spending", pk=made.pk)


def may_open_paper(user: User, stored: StoredFile) -> bool:
    """A paper of a payment that she may see."""
    return queries.visible_spending(user).filter(papers__file=stored).exists()


CHECKS.append(may_open_paper)
