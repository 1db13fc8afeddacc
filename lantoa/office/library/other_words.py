"""A file whose paper the library holds with other words: both side by side, and the three answers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.library import actions
from lantoa.library.models import Document, IntakeFile
from lantoa.library.queries import visible_intake_files
from lantoa.library.queries.intakes import differences_from
from lantoa.library.understanding import Proposal
from lantoa.office.library.forms import WhyForm
from lantoa.office.library.rights import only_writers
from lantoa.office.outcome import attempt, say

MOST_SHOWN = 200


def other_words(request: HttpRequest, taken: IntakeFile, proposal: Proposal, held: Document) -> HttpResponse:
    """Word by word where the file and the library differ."""
    told = differences_from(held, proposal)
    context = {
        "taken": taken,
        "held": held,
        "differences": told[:MOST_SHOWN],
        "in_all": len(told),
        "form": WhyForm(),
    }
    return render(request, "office/library/intake_other_words.html", context)


@require_POST
@only_writers
def other_words_decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what is held, or take the words of the file."""
    taken = get_object_or_404(visible_intake_files(request.user), pk=pk)
    why = request.POST.get("why", "")
    answer = actions.take_other_words if request.POST.get("answer") == "take" else actions.keep_held_words
    ok, held = attempt(None, request, lambda: answer(taken, by=request.user, why=why))
    if not ok:
        return redirect("office:intake_file", pk)
    if answer is actions.take_other_words:
        say(request, f"Lời của {held} đã thay theo tệp này. Văn bản chờ kiểm chứng lại.")
        return redirect("office:document", held.pk)
    say(request, f"Đã giữ lời của {held} trong kho.")
    return redirect("office:intake", taken.intake_id)
