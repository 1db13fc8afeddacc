"""Cách liên hệ của người hỏi: one tap for the person who holds the question, on a page that nothing keeps."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from lantoa.office.access import office_login
from lantoa.office.outcome import attempt
from lantoa.questions import actions
from lantoa.questions.queries import visible_questions


@never_cache
@office_login
@require_POST
@sensitive_variables()
def question_contact(request: HttpRequest, pk: int) -> HttpResponse:
    """Show it once; each showing leaves its line in the log."""
    found = get_object_or_404(visible_questions(request.user), pk=pk)
    ok, contact = attempt(None, request, lambda: actions.read_contact(found, by=request.user))
    if not ok:
        return redirect("office:question", pk=pk)
    return render(request, "office/questions/contact.html", {"question": found, "contact": contact})
