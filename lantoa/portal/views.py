"""Cổng công khai: what a household is entitled to, what was said, what the law says, and a place to ask."""

import json
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_safe

from lantoa.common import dates
from lantoa.common.limits import allowed
from lantoa.common.once import FORM_FIELD
from lantoa.common.problems import RuleBroken
from lantoa.library.queries import as_json_ld, lines_that_apply, reading_on
from lantoa.library.rules.line_that_applies import differ
from lantoa.people.models import AudienceGroup, AudienceKind
from lantoa.portal import feed, queries
from lantoa.portal.forms import AskForm, HouseholdForm, LookUpForm
from lantoa.portal.search import MOST_TYPED
from lantoa.portal.search import search as search_all
from lantoa.questions.actions import take_in
from lantoa.questions.models import Question
from lantoa.questions.queries import by_code, public_answers, published_questions

HOUR = 3600
ON_A_PAGE = 25
# What could close the data block or open markup inside it, as JSON writes it harmlessly.
HARMLESS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
TOO_OFTEN = "Cô bác đã gửi nhiều lần liên tiếp. Xin đợi một giờ rồi gửi lại."


def home(request: HttpRequest) -> HttpResponse:
    """Which household is ours?"""
    kinds = AudienceKind.objects.filter(group=AudienceGroup.HOUSEHOLD)
    latest = queries.readable_versions(dates.today(), most=4)
    return render(request, "portal/home.html", {"kinds": kinds, "latest": latest})


def benefits(request: HttpRequest, key: str) -> HttpResponse:
    """What an audience kind is entitled to, each with its deciding clause."""
    kind = get_object_or_404(AudienceKind, key=key, group=AudienceGroup.HOUSEHOLD)
    today = dates.today()
    found = queries.benefits_of(kind, today)
    return render(request, "portal/benefits.html", {"kind": kind, "found": found, "today": today})


def articles(request: HttpRequest) -> HttpResponse:
    """Approved articles, newest first."""
    page = _page(request, queries.offered_versions())
    versions = queries.readable(page.object_list, dates.today())
    return render(request, "portal/articles.html", {"versions": versions, "page": page})


def article(request: HttpRequest, pk: int) -> HttpResponse:
    """One approved article with the clauses it rests on."""
    version = queries.readable_version(pk, dates.today())
    if version is None:
        raise Http404
    return render(request, "portal/article.html", {"version": version})


def printed(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the QR code of a poster, banner or leaflet leads: do these words still hold?"""
    found = queries.printed_version(pk, dates.today())
    if found is None:
        raise Http404
    return render(request, "portal/printed.html", {"found": found, "today": dates.today()})


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """All that the public may read, asked in plain words."""
    text = request.GET.get("tim", "").strip()[:MOST_TYPED]
    too_often = bool(text) and not allowed("search", _source(request), 300, HOUR)
    found = None if too_often else search_all(text, dates.today())
    return render(request, "portal/search.html", {"text": text, "found": found, "too_often": too_often})


def documents(request: HttpRequest) -> HttpResponse:
    """Documents in force that a person has checked."""
    page = _page(request, queries.public_documents(dates.today()))
    return render(request, "portal/documents.html", {"rows": page.object_list, "page": page})


def document(request: HttpRequest, pk: int) -> HttpResponse:
    """One document, article by article."""
    found = queries.public_document(pk, dates.today())
    if found is None:
        raise Http404
    if found.status is None:
        return render(request, "portal/document.html", {"found": found})
    parts = reading_on(found.document, dates.today())
    data = json.dumps(as_json_ld(found.document, dates.today(), told=True), ensure_ascii=False)
    context = {"found": found, "parts": parts, "data": mark_safe(data.translate(HARMLESS))}  # noqa: S308
    return render(request, "portal/document.html", context)


@require_safe
def changes_feed(request: HttpRequest) -> HttpResponse:
    """Changes of the law as Atom; a reader that has it already is told so (304)."""
    found = feed.entries()
    pages = request.build_absolute_uri(reverse("portal:documents"))
    body = feed.atom(
        found,
        request.get_host().partition(":")[0],
        request.build_absolute_uri(request.path),
        pages,
        pages + "{}/",
    )
    answer = HttpResponse(body, content_type="application/atom+xml; charset=utf-8")
    etag, modified = feed.etag_of(body), int(feed.updated_of(found).timestamp())
    answer["ETag"], answer["Last-Modified"] = etag, http_date(modified)
    answer["Cache-Control"] = "public, max-age=300"
    return get_conditional_response(request, etag, modified, answer) or answer


def answers(request: HttpRequest) -> HttpResponse:
    """Questions of others with their answers, without identity."""
    page = _page(request, published_questions())
    shown = public_answers(dates.today(), among=page.object_list)
    return render(request, "portal/answers.html", {"answers": shown, "page": page})


def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them."""
    shown = public_answers(dates.today(), among=published_questions().filter(pk=pk))
    if not shown:
        raise Http404
    return render(request, "portal/answer.html", {"shown": shown[0]})


def _page(request: HttpRequest, things: Any) -> Page:
    """The page of a list that the address asks for, never longer than a phone on a poor line can take."""
    return Paginator(things, ON_A_PAGE).get_page(request.GET.get("trang"))


def _source(request: HttpRequest) -> str:
    return request.META.get("REMOTE_ADDR", "")


@never_cache
@sensitive_post_parameters()
@sensitive_variables()
def household(request: HttpRequest) -> HttpResponse:
    """Which line of which standard the typed figures fit. They come by POST, are compared and forgotten."""
    form = HouseholdForm(request.POST if request.method == "POST" else None)
    told = None
    if request.method == "POST" and form.is_valid():
        if not allowed("household", _source(request), 60, HOUR):
            form.add_error(None, "Bà con đã tra nhiều lần liên tiếp. Xin đợi một giờ rồi tra lại.")
        else:
            told = lines_that_apply(form.figures(), form.cleaned_data["territory"], public=True)
    kinds = AudienceKind.objects.filter(group=AudienceGroup.HOUSEHOLD)
    context = {
        "form": form,
        "told": told,
        "home": form.from_home,
        "differ": differ(one.answer for one in told) if told else False,
        "law_url": "portal:document",
        "kinds": kinds,
    }
    return render(request, "portal/household.html", context)


@never_cache
def ask(request: HttpRequest) -> HttpResponse:
    """Ask without a name; the look-up code is shown once."""
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not allowed("ask", _source(request), 10, HOUR):
            form.add_error(None, TOO_OFTEN)
        else:
            data = form.cleaned_data
            try:
                taken = take_in(
                    text=data["text"],
                    unit=data["unit"],
                    intake=Question.Intake.WEB,
                    by=None,
                    contact=data["contact"],
                    key=request.POST.get(FORM_FIELD, ""),
                )
            except RuleBroken as broken:
                for problem in broken.problems:
                    form.add_error(problem.field if problem.field in form.fields else None, problem.says)
            else:
                return render(request, "portal/asked.html", {"taken": taken})
    return render(request, "portal/ask.html", {"form": form})


@never_cache
def look_up(request: HttpRequest) -> HttpResponse:
    """The answer to one's own question, by the code."""
    form = LookUpForm(request.POST or None)
    shown = None
    if request.method == "POST" and form.is_valid():
        if not allowed("look_up", _source(request), 20, HOUR):
            form.add_error("code", TOO_OFTEN)
        else:
            shown = by_code(form.cleaned_data["code"], dates.today())
            if shown is None:
                form.add_error("code", "Không có câu hỏi nào mang mã này. Xem lại từng chữ, từng số.")
    return render(request, "portal/look_up.html", {"form": form, "shown": shown})
