"""Văn bản: find, read, register, amend, confirm."""

from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from lantoa.common import dates
from lantoa.library import actions
from lantoa.library.models import Document
from lantoa.library.permissions import may_write
from lantoa.library.queries import (
    branches,
    documents_for_the_public,
    documents_matching,
    effects_on,
    followed_by,
    grouped_relations,
    listed,
    open_instructions,
    policies_resting_on,
    policy_states,
    provisions_matching,
    said_of,
    same_document,
    visible_documents,
)
from lantoa.library.rules import dates_fit_the_number
from lantoa.library.rules.facts_that_disagree import conflicts_in
from lantoa.library.rules.status_of_a_document import status_on
from lantoa.office.access import office_login
from lantoa.office.library.forms import DocumentFilter, DocumentForm
from lantoa.office.library.rights import may_check_this, only_writers
from lantoa.office.library.tree_page import pieces
from lantoa.office.lists import page_of
from lantoa.office.outcome import attempt, say

MOST_TO_SETTLE = 10


@office_login
def document_list(request: HttpRequest) -> HttpResponse:
    """The library by words, status and day."""
    form = DocumentFilter(request.GET or None)
    wanted = form.cleaned_data if form.is_valid() else {}
    text, day = wanted.get("tim", ""), wanted.get("ngay") or dates.today()
    found, status = documents_matching(text), wanted.get("tinh_trang", "")
    # A status is not stored: only a list that asks for one has to work out that of every document.
    page = page_of(request, listed(found, day, status) if status else found)
    context = {
        "form": form,
        "page": page,
        "rows": page.object_list if status else listed(page.object_list, day),
        "provisions": provisions_matching(text),
        "asked": any(wanted.values()),
        "day": day,
        "may_write": may_write(request.user),
    }
    return render(request, "office/library/document_list.html", context)


@office_login
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about one document, as of today or of the day asked."""
    one = get_object_or_404(visible_documents(request.user), pk=pk)
    day = dates.read_date(request.GET.get("ngay", "")) or dates.today()
    on_it = effects_on([one.pk])
    effects = on_it.get(one.pk, [])
    said = said_of([one], on_it)[one.pk]
    made = one.effects_made.filter(withdrawn_at__isnull=True).select_related(
        "source", "document", "provision__document"
    )
    policies = list(policies_resting_on(one, request.user))
    states = policy_states(policies, day)
    context = {
        "document": one,
        "day": day,
        "today": dates.today(),
        "status": status_on(one, effects, day, said),
        "conflicts": conflicts_in(one, effects, said),
        "said": said,
        "doubts": dates_fit_the_number.warnings(one),
        "pieces": pieces(branches(one, effects, day, said.doubtful)),
        "groups": grouped_relations(one, [*effects, *made], day),
        "effects": effects,
        "withdrawn": one.effects_suffered.filter(withdrawn_at__isnull=False).select_related(
            "document", "provision__document"
        ),
        "effects_made": made,
        "to_settle": open_instructions().filter(Q(document=one) | Q(source=one))[:MOST_TO_SETTLE],
        "has_instructions": one.instructions.exists(),
        "notes": one.notes.select_related("provision"),
        "policies": [(policy, states[policy.pk]) for policy in policies],
        "may_write": may_write(request.user),
        "may_check": may_check_this(request.user, one),
        "followed": followed_by(request.user).filter(document=one).first(),
    }
    return render(request, "office/library/document.html", context)


@only_writers
def document_new(request: HttpRequest) -> HttpResponse:
    """Register a document; the same one twice leads to the one that exists."""
    form = DocumentForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        ok, made = attempt(form, request, lambda: actions.register_document(by=request.user, **form.facts()))
        if ok:
            say(request, f"Đã ghi {made} vào kho. Tiếp theo: đưa lời văn vào.")
            return redirect("office:document", made.pk)
    return _form(request, form, None)


@only_writers
def document_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Amend what is known; changed facts have to be confirmed again."""
    one = get_object_or_404(visible_documents(request.user), pk=pk)
    form = DocumentForm.of(one, *((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST":
        ok, _ = attempt(form, request, lambda: actions.update_document(one, by=request.user, **form.facts()))
        if ok:
            say(request, "Đã lưu.")
            return redirect("office:document", pk)
    return _form(request, form, one)


@require_POST
@office_login
def document_check(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm the document against its source."""
    one = get_object_or_404(visible_documents(request.user), pk=pk)
    wording = request.POST.get("wording", "")
    wording = wording if wording in Document.Wording.values else ""
    why = request.POST.get("person_named_why", "")
    ok, _ = attempt(
        None,
        request,
        lambda: actions.mark_checked(one, by=request.user, wording=wording, person_named_why=why),
    )
    if ok:
        told = documents_for_the_public().filter(pk=one.pk).exists()
        shown = " Cổng công khai nêu văn bản này theo tình trạng từng ngày." if told else ""
        say(request, f"Đã ghi là anh chị đã kiểm văn bản này.{shown}")
    return redirect("office:document", pk)


def _form(request: HttpRequest, form: DocumentForm, one: Document | None) -> HttpResponse:
    context = {
        "form": form,
        "document": one,
        "existing": _existing(form),
        "kinds": Document.objects.order_by().values_list("kind", flat=True).distinct(),
        "back": reverse("office:document", args=[one.pk]) if one else reverse("office:document_list"),
    }
    return render(request, "office/library/document_form.html", context)


def _existing(form: DocumentForm) -> Document | None:
    """The document that stood in the way, when the action said so."""
    if not form.is_bound or not form.has_error(NON_FIELD_ERRORS, "document_exists"):
        return None
    facts = form.facts()
    named = ("kind", "number", "year", "symbol", "issuer", "issued_on", "title")
    return same_document(Document(**{name: facts[name] for name in named}))
