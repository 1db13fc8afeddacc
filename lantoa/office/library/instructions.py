"""Danh sách sửa đổi: what an amending paper tells to do, what became of each, what waits for a person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.library import actions
from lantoa.library.models import Instruction
from lantoa.library.permissions import may_write
from lantoa.library.queries import held_suspect, instructions_of, visible_documents
from lantoa.office.access import office_login
from lantoa.office.library.forms import WhyForm
from lantoa.office.library.rights import only_writers
from lantoa.office.lists import page_of
from lantoa.office.outcome import attempt, say


@office_login
def instruction_list(request: HttpRequest, pk: int) -> HttpResponse:
    """Every change that one paper states, in its order, with its state."""
    paper = get_object_or_404(visible_documents(request.user), pk=pk)
    page = page_of(request, instructions_of(paper))
    doubts = held_suspect(page.object_list)
    context = {
        "document": paper,
        "page": page,
        "rows": [(one, doubts.get(one.pk)) for one in page.object_list],
        "open_count": sum(one.is_open for one in instructions_of(paper)),
        "may_write": may_write(request.user),
    }
    return render(request, "office/library/instruction_list.html", context)


@require_POST
@only_writers
def instruction_set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """It does not apply to us; what it kept suspect is free again."""
    readable = Instruction.objects.filter(source__in=visible_documents(request.user))
    one = get_object_or_404(readable, pk=pk)
    form = WhyForm(request.POST)
    why = form.cleaned_data["why"] if form.is_valid() else ""
    ok, _ = attempt(None, request, lambda: actions.set_instruction_aside(one, by=request.user, why=why))
    if ok:
        say(request, f"Đã ghi: {one.place} không áp dụng.")
    return redirect("office:instruction_list", one.source_id)
