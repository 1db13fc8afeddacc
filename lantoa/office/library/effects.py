"""Ghi nhận thay đổi: what changes, from which day, by which document; and what lies ahead."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.common import dates
from lantoa.desk.what_if import fallout
from lantoa.library import actions
from lantoa.library.models import Document, Effect
from lantoa.library.permissions import may_write
from lantoa.library.queries import (
    changes_ahead,
    policies_to_recheck,
    policies_unchecked_since,
    standards_unchecked_since,
    visible_documents,
)
from lantoa.library.queries.stated import EFFECTS
from lantoa.library.rules import effect_before_its_source
from lantoa.library.rules.check_goes_stale import check_needed_since
from lantoa.office.access import office_login
from lantoa.office.library.finding import is_search
from lantoa.office.library.forms import DateForm, EffectForm, WhyForm
from lantoa.office.library.rights import only_writers
from lantoa.office.outcome import attempt, say


@only_writers
def effect_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a change; from the moment it is saved nothing wrong goes out."""
    document = get_object_or_404(visible_documents(request.user), pk=pk)
    form = EffectForm(document, request.POST or None, initial=_asked_for(request, document))
    if is_search(request):
        form.judge_nothing()
    elif request.method == "POST":
        ok, made = attempt(
            form,
            request,
            lambda: actions.record_effects(
                document, list(form.cleaned_data["provisions"]), by=request.user, **form.facts()
            ),
        )
        if ok and form.cleaned_data["instruction"]:
            say(request, "Đã ghi thay đổi; chỗ này trong danh sách sửa đổi đã áp dụng.")
            return redirect("office:instruction_list", form.cleaned_data["instruction"].source_id)
        if ok:
            when = f"từ {dates.say(made[0].on)}" if made[0].on else "chưa rõ từ ngày nào"
            say(request, f"Đã ghi {len(made)} thay đổi, {when}. Bài nào dẫn đến chỗ này thì được đánh dấu.")
            return redirect("office:document", pk)
    told = document.instructions_on.filter(pk=form["instruction"].value() or None).first()
    context = {"document": document, "form": form, "told": told}
    return render(request, "office/library/effect_form.html", context)


def _asked_for(request: HttpRequest, document: Document) -> dict[str, object]:
    """What the link to the form says already: the clauses; which document ends the whole, and how; or which
    instruction of an amending paper is carried out."""
    asked: dict[str, object] = {"provisions": request.GET.getlist("dieu-khoan")}
    if by := request.GET.get("theo"):
        asked |= {"source": by, "kind": request.GET.get("loai", Effect.Kind.REPLACE), "whole": True}
    told = request.GET.get("chi-dan", "")
    if told.isdecimal() and (one := document.instructions_on.filter(pk=told).first()):
        asked |= {
            "instruction": one.pk,
            "source": one.source_id,
            "kind": EFFECTS[one.stated["relation"]],
            "on": one.stated["on"] or one.source.effective_on,
            "new_words": one.stated["new_words"],
            "note": one.words[:300],
        }
    return asked


@office_login
def effect(request: HttpRequest, pk: int) -> HttpResponse:
    """What of ours rests on the changed words and was not cleared: today, or on the day the change begins."""
    one = get_object_or_404(_standing(request), pk=pk)
    return _effect_page(request, one, DateForm())


@require_POST
@only_writers
def effect_date(request: HttpRequest, pk: int) -> HttpResponse:
    """Settle from which day it holds; the page then tells what that day means for us."""
    one = get_object_or_404(_standing(request), pk=pk)
    form = DateForm(request.POST)
    ok, dated = attempt(form, request, lambda: actions.date_effect(one, by=request.user, **form.cleaned_data))
    if ok:
        say(request, f"Đã ghi: thay đổi có từ {dates.say(dated.on)}.")
        return redirect("office:effect", dated.pk)
    return _effect_page(request, one, form)


def _standing(request: HttpRequest) -> QuerySet[Effect]:
    recorded = Effect.objects.filter(document__in=visible_documents(request.user), withdrawn_at__isnull=True)
    return recorded.select_related("document", "source", "provision__document")


def _effect_page(request: HttpRequest, one: Effect, form: DateForm) -> HttpResponse:
    today = dates.today()
    day = max(one.on or today, today)
    context = {
        "effect": one,
        "day": day,
        "found": fallout([one], request.user, day),
        "form": form if one.on is None and may_write(request.user) else None,
        "warnings": effect_before_its_source.warnings(one),
    }
    return render(request, "office/library/effect.html", context)


@require_POST
@office_login
def effect_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was recorded wrongly, with the reason."""
    effect = get_object_or_404(Effect.objects.filter(document__in=visible_documents(request.user)), pk=pk)
    form = WhyForm(request.POST)
    why = form.cleaned_data["why"] if form.is_valid() else ""
    ok, _ = attempt(None, request, lambda: actions.withdraw_effect(effect, by=request.user, why=why))
    if ok:
        say(request, "Đã rút thay đổi ghi nhầm.")
    return redirect("office:document", effect.document_id)


@office_login
def changes_ahead_list(request: HttpRequest) -> HttpResponse:
    """What changes in the next ninety days, and the policies that have to be read again."""
    day = dates.today()
    context = {
        "effects": changes_ahead(day),
        "recheck": policies_to_recheck(day),
        "unchecked": policies_unchecked_since(check_needed_since(day)),
        "unchecked_lines": standards_unchecked_since(check_needed_since(day)),
        "day": day,
        "may_write": may_write(request.user),
    }
    return render(request, "office/library/changes_ahead.html", context)
