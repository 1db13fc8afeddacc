"""Một bằng chứng: what clashes about it, and the decision of a second person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from lantoa.deliveries.actions import decide_evidence
from lantoa.deliveries.checks import evidence_to_decide, waits_for_another
from lantoa.deliveries.models import Delivery, Evidence
from lantoa.deliveries.permissions import may_see_papers
from lantoa.deliveries.queries import visible_deliveries
from lantoa.office.access import of_records
from lantoa.office.deliveries.forms import DecisionForm
from lantoa.office.outcome import attempt, say

WAITS = " Bằng chứng bị lệch chưa được tính cho đến khi người thứ hai chấp nhận."


def waits_says(line: Delivery | None) -> str:
    """What a person who has just recorded a line is told of its evidence, "" when it simply counts."""
    return WAITS if line is not None and waits_for_another(line) else ""


@of_records
def evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """One piece of evidence and what clashes about it; who may, decides."""
    mine = Evidence.objects.filter(delivery__in=visible_deliveries(request.user), decides__isnull=True)
    found = get_object_or_404(mine.select_related("delivery", "file", "added_by"), pk=pk)
    form = DecisionForm(request.POST or None)
    if request.method == "POST":
        ok, made = attempt(form, request, lambda: _decide(found, form, request))
        if ok:
            counts = "được tính" if made.is_accepting else "không được tính"
            say(request, f"Đã ghi quyết định: bằng chứng {counts}.")
            return redirect("office:delivery", pk=found.delivery_id)
    others = [one["other"] for one in found.clashes if one["other"]]
    context = {
        "piece": found,
        "line": found.delivery,
        "others": Evidence.objects.filter(pk__in=others, delivery__in=visible_deliveries(request.user)),
        "decision": getattr(found, "decision", None),
        "may_decide": evidence_to_decide(request.user).filter(pk=pk).exists(),
        "may_see_papers": may_see_papers(request.user, found.delivery.unit_id),
        "form": form,
    }
    return render(request, "office/deliveries/evidence_page.html", context)


def _decide(found: Evidence, form: DecisionForm, request: HttpRequest) -> Evidence:
    said = form.cleaned_data
    return decide_evidence(found, said["accept"] == "yes", said["why"], by=request.user)
