"""Quan hệ: the picture and the table of a document's relations; record one, take one back; export."""

import json

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.common import dates
from lantoa.library import actions
from lantoa.library.models import Document, Effect, Relation
from lantoa.library.permissions import may_write
from lantoa.library.queries import as_akoma_ntoso, as_json_ld, grouped_relations, visible_documents
from lantoa.office.access import office_login
from lantoa.office.library import drawing
from lantoa.office.library.forms import WhyForm
from lantoa.office.library.relation_form import RelationForm
from lantoa.office.library.rights import only_writers
from lantoa.office.outcome import attempt, say

EXPORTS = {"akn": ("application/akn+xml", "xml"), "jsonld": ("application/ld+json", "jsonld")}


@office_login
def relation_graph(request: HttpRequest, pk: int) -> HttpResponse:
    """Lược đồ, and the same as a table."""
    one = get_object_or_404(visible_documents(request.user), pk=pk)
    groups = grouped_relations(one, effects_from_and_on(one), dates.today())
    drawings = [drawing.wide(str(one), groups), drawing.narrow(str(one), groups)] if groups else []
    context = {"document": one, "groups": groups, "drawings": drawings, "may_write": may_write(request.user)}
    return render(request, "office/library/relation_graph.html", context)


def effects_from_and_on(document: Document) -> list[Effect]:
    """Effects that a document makes or suffers, not withdrawn, with all that a page names."""
    effects = Effect.objects.filter(Q(source=document) | Q(document=document), withdrawn_at__isnull=True)
    return list(effects.select_related("source", "document", "provision"))


@only_writers
def relation_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a relation: the other document is named as one cites it."""
    one = get_object_or_404(visible_documents(request.user), pk=pk)
    form = RelationForm(one, request.POST or None)
    if request.method == "POST":
        ok, made = attempt(form, request, lambda: actions.record_relation(by=request.user, **form.facts()))
        if ok:
            say(request, f"Đã ghi: {made}.")
            return redirect("office:relation_graph", pk)
    return render(request, "office/library/relation_form.html", {"document": one, "form": form})


@require_POST
@office_login
def relation_withdraw(request: HttpRequest, pk: int, relation_pk: int) -> HttpResponse:
    """Take back a relation that was recorded wrongly, with the reason."""
    one = get_object_or_404(visible_documents(request.user), pk=pk)
    mine = Relation.objects.filter(Q(source=one) | Q(target=one))
    relation = get_object_or_404(mine, pk=relation_pk)
    form = WhyForm(request.POST)
    why = form.cleaned_data["why"] if form.is_valid() else ""
    ok, _ = attempt(None, request, lambda: actions.withdraw_relation(relation, by=request.user, why=why))
    if ok:
        say(request, "Đã rút quan hệ ghi nhầm.")
    return redirect("office:relation_graph", pk)


@office_login
def document_export(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The document for other systems, always as a download."""
    one = get_object_or_404(visible_documents(request.user), pk=pk)
    if form not in EXPORTS:
        raise Http404
    kind, ending = EXPORTS[form]
    today = dates.today()
    if form == "akn":
        content = as_akoma_ntoso(one, today)
    else:
        content = json.dumps(as_json_ld(one, today), ensure_ascii=False, indent=2).encode()
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="van-ban-{one.pk}.{ending}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
