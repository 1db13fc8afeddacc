"""Đợt đính chính: see what rests on a change, open the campaign in one step, follow it unit by unit."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from lantoa.common import dates
from lantoa.content.models import Edition
from lantoa.desk import campaigns
from lantoa.desk.corrections import Kind, Line, Progress, day_of, live_effects, progress_of, visible_campaigns
from lantoa.desk.models import CorrectionCampaign, CorrectionRow
from lantoa.desk.printing import correction_list
from lantoa.desk.what_if import fallout
from lantoa.library.models import Effect
from lantoa.library.queries import visible_documents
from lantoa.office.access import office_login
from lantoa.office.forms import DayField
from lantoa.office.lists import page_of
from lantoa.office.outcome import attempt, say
from lantoa.office.papers import download
from lantoa.people.models import User
from lantoa.people.queries import scope

# Where each kind of row is worked on; an edition on the page of its article.
PAGES = {
    "stop": "office:airing",
    "take_down": "office:display",
    "keep_back": "office:print_run",
    "answer": "office:question",
    "policy": "office:policy",
    "tell": "office:version",
}


class StartForm(forms.Form):
    due_on = DayField(label="Hạn xong", required=False)


class CloseForm(forms.Form):
    why = forms.CharField(label="Vì sao kết thúc khi còn việc", max_length=300, required=False)


@office_login
@require_GET
def campaign_list(request: HttpRequest) -> HttpResponse:
    """Every campaign that concerns her units, with how far it has come."""
    page = page_of(request, visible_campaigns(request.user).select_related("unit"))
    rows = progress_of(page.object_list, request.user, dates.today())
    return render(request, "office/desk/campaign_list.html", {"rows": rows, "page": page})


@office_login
def campaign_new(request: HttpRequest, pk: int) -> HttpResponse:
    """What rests on all that one act changes, before and when the campaign is opened."""
    effects = campaigns.same_act(_effect(request.user, pk))
    form = StartForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        ok, made = attempt(
            form,
            request,
            lambda: campaigns.start_campaign(effects, by=request.user, due_on=form.cleaned_data["due_on"]),
        )
        if ok:
            say(request, "Đã mở đợt đính chính. Mỗi đơn vị thấy việc của mình ở Việc của tôi.")
            return redirect("office:campaign", made.pk)
    day = day_of(effects, dates.today())
    context = {
        "effects": effects,
        "form": form,
        "day": day,
        "found": fallout(effects, request.user, day, since=dates.today()),
        "may_lead": campaigns.may_lead(request.user),
    }
    return render(request, "office/desk/campaign_new.html", context)


@office_login
@require_GET
def campaign(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows of her units, open ones first."""
    return _page(request, _campaign(request.user, pk), CloseForm())


@office_login
@require_POST
def campaign_gather(request: HttpRequest, pk: int) -> HttpResponse:
    """Add what came since it was opened."""
    found = _campaign(request.user, pk)
    ok, added = attempt(None, request, lambda: campaigns.gather_rows(found, by=request.user))
    if ok:
        say(request, f"Đã thêm {added} việc mới." if added else "Không có việc nào mới.")
    return redirect("office:campaign", pk)


@office_login
@require_POST
def campaign_row(request: HttpRequest, pk: int) -> HttpResponse:
    """Set one row aside with a reason, or take it up again."""
    campaigns_of = visible_campaigns(request.user).values("pk")
    inside = scope(request.user).inside()
    row = get_object_or_404(CorrectionRow, pk=pk, campaign__in=campaigns_of, unit_id__in=inside)
    form = CloseForm(request.POST)
    if "lam_lai" in request.POST:
        ok, _ = attempt(form, request, lambda: campaigns.take_row_up(row, by=request.user))
    else:
        ok, _ = attempt(
            form, request, lambda: campaigns.set_row_aside(row, by=request.user, why=form.cleaned_data["why"])
        )
    if not ok:
        return _page(request, _campaign(request.user, row.campaign_id), CloseForm(), row_form=(row.pk, form))
    say(request, "Đã ghi.")
    return redirect("office:campaign", row.campaign_id)


@office_login
@require_POST
def campaign_close(request: HttpRequest, pk: int) -> HttpResponse:
    """End it."""
    found, form = _campaign(request.user, pk), CloseForm(request.POST)
    ok, _ = attempt(
        form, request, lambda: campaigns.close_campaign(found, by=request.user, why=form.cleaned_data["why"])
    )
    if not ok:
        return _page(request, found, form)
    say(request, "Đã kết thúc đợt đính chính.")
    return redirect("office:campaign", pk)


@office_login
@require_GET
def campaign_print(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """What is still to be done, unit by unit, for the wall and the meeting."""
    found = _campaign(request.user, pk)
    (progress,) = progress_of([found], request.user, dates.today())
    return download(correction_list(progress, dates.today()), f"dinh-chinh-{pk}", form)


def _page(
    request: HttpRequest,
    found: CorrectionCampaign,
    form: CloseForm,
    row_form: tuple[int, forms.Form] | None = None,
) -> HttpResponse:
    (progress,) = progress_of([found], request.user, dates.today())
    context = {
        "campaign": found,
        "progress": progress,
        "units": _units(progress),
        "effects": list(live_effects([found]).values()),
        "form": form,
        "row_form": row_form,
        "may_close": campaigns.may_close(request.user, found),
    }
    return render(request, "office/desk/campaign.html", context)


def _units(progress: Progress) -> list[tuple[str, int, list[tuple[Line, str]]]]:
    """(unit, how many are open, (line, where to work on it)) for the template."""
    editions = [line.row.thing for line in progress.lines if line.row.kind == Kind.REWRITE]
    articles = dict(Edition.objects.filter(pk__in=editions).values_list("pk", "article_id"))

    def address(row: CorrectionRow) -> str:
        if row.kind == Kind.REWRITE:
            return reverse("office:article", args=[articles[row.thing]])
        return reverse(PAGES[row.kind], args=[row.thing])

    return [
        (name, waiting, [(line, address(line.row)) for line in lines])
        for name, waiting, lines in progress.by_unit
    ]


def _campaign(user: User, pk: int) -> CorrectionCampaign:
    return get_object_or_404(visible_campaigns(user).select_related("unit"), pk=pk)


def _effect(user: User, pk: int) -> Effect:
    recorded = Effect.objects.filter(document__in=visible_documents(user), withdrawn_at__isnull=True)
    return get_object_or_404(recorded.select_related("document", "source"), pk=pk)
