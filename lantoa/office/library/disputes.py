"""Dữ kiện chưa khớp: what waits for a person, her answer with its reason, and what others declare."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.common import dates
from lantoa.library import actions
from lantoa.library.permissions import may_check, may_write
from lantoa.library.queries import disputed_documents, may_disagree, visible_documents
from lantoa.office.access import office_login
from lantoa.office.library.forms import AnswerForm, DeclarationForm
from lantoa.office.library.rights import only_writers
from lantoa.office.lists import page_of
from lantoa.office.outcome import attempt, say


@office_login
def dispute_list(request: HttpRequest) -> HttpResponse:
    """Every document whose facts disagree, each with the possible answers."""
    found = disputed_documents(visible_documents(request.user).filter(may_disagree()))
    context = {
        "page": page_of(request, found),
        "may_check": may_check(request.user),
        "may_write": may_write(request.user),
    }
    return render(request, "office/library/dispute_list.html", context)


@require_POST
@office_login
def dispute_settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the answer of a person, with the reason."""
    one = get_object_or_404(visible_documents(request.user), pk=pk)
    form = AnswerForm(request.POST)
    data = {"answer": "", "reason": "", **(form.cleaned_data if form.is_valid() else {})}
    ok, _ = attempt(None, request, lambda: actions.settle_conflict(one, by=request.user, **data))
    if ok:
        say(request, "Đã ghi kết luận và lý do.")
    return redirect("office:document", pk)


@only_writers
def declaration_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Note what a paper or a site says of the status."""
    one = get_object_or_404(visible_documents(request.user), pk=pk)
    form = DeclarationForm(request.POST or None, initial={"seen_on": dates.today()})
    if request.method == "POST":
        ok, _ = attempt(
            form, request, lambda: actions.declare_status(one, by=request.user, **form.cleaned_data)
        )
        if ok:
            say(request, "Đã ghi tình trạng công bố. Nếu khác với kho, trang văn bản nêu chỗ chưa khớp.")
            return redirect("office:document", pk)
    return render(request, "office/library/declaration_form.html", {"document": one, "form": form})
