"""Bài viết: the list, a new one, one article with its editions and where they run."""

from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.common import dates
from lantoa.content import actions
from lantoa.content.models import Article, Edition
from lantoa.content.permissions import WRITERS, may_write
from lantoa.content.queries import (
    airable_editions,
    suspects_among,
    urgent_flags,
    visible_articles,
    visible_editions,
    visible_versions,
)
from lantoa.content.states import EditionState
from lantoa.library.queries import grounds_of
from lantoa.office.access import of_records, office_login
from lantoa.office.content.forms import ArticleForm, EditionForm, SuggestForm
from lantoa.office.content.running import where_it_runs
from lantoa.office.content.steps import open_steps
from lantoa.office.lists import page_of
from lantoa.office.outcome import attempt, say
from lantoa.people.models import Unit, User
from lantoa.people.queries import scope

FILTERS = {
    "": "Tất cả",
    "dang-soan": "Đang soạn",
    "cho-kiem-tra": "Chờ kiểm tra",
    "cho-duyet": "Chờ duyệt",
    "da-duyet": "Đã duyệt",
    "can-kiem-lai": "Cần kiểm lại",
}
STATES = {
    "dang-soan": (EditionState.DRAFT, EditionState.RETURNED),
    "cho-kiem-tra": (EditionState.SUBMITTED,),
    "cho-duyet": (EditionState.CHECKED,),
    "da-duyet": (EditionState.APPROVED,),
}


@office_login
def article_list(request: HttpRequest) -> HttpResponse:
    """The articles that she may see, newest first; which ones rest on changed law."""
    wanted = request.GET.get("loc", "")
    wanted = wanted if wanted in FILTERS else ""
    page = page_of(request, _listed(request.user, wanted))
    editions = [e for one in page for e in one.editions.all()]
    suspect = {s.edition.pk for s in suspects_among(editions, dates.today(), ending=True)}
    context = {
        "page": page,
        "suspect": suspect,
        "urgent": urgent_flags("edition_id"),
        "filters": FILTERS,
        "wanted": wanted,
        "may_write": bool(scope(request.user).roles & WRITERS),
        "inside": scope(request.user).inside(),
    }
    return render(request, "office/content/list.html", context)


def _listed(user: User, wanted: str) -> QuerySet[Article]:
    articles = visible_articles(user)
    if wanted == "can-kiem-lai":
        found = suspects_among(visible_editions(user).exclude(state=EditionState.WITHDRAWN), dates.today())
        articles = articles.filter(pk__in={s.edition.article_id for s in found})
    elif wanted:
        fitting = visible_editions(user).filter(state__in=STATES[wanted])
        articles = articles.filter(pk__in=fitting.values("article_id"))
    return articles.select_related("unit").prefetch_related(
        Prefetch("editions", visible_editions(user)), "audiences", "unit__versions"
    )


@office_login
def article_new(request: HttpRequest) -> HttpResponse:
    """Whom to tell about which policy."""
    units = _writing_units(request.user)
    if not units:
        raise PermissionDenied
    form = ArticleForm(request.user, request.POST or None, units=units, initial={"key": uuid4().hex})
    if request.method == "POST":
        ok, made = attempt(form, request, lambda: actions.write_article(by=request.user, **form.cleaned_data))
        if ok:
            say(request, "Đã tạo bài. Chọn kênh để viết bản đầu tiên.")
            return redirect("office:article", pk=made.pk)
    return render(request, "office/content/article_form.html", {"form": form})


@office_login
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """One article: its editions, their versions, where they run."""
    return _page(request, _article(request.user, pk), EditionForm(initial={"key": uuid4().hex}))


@office_login
def article_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what it is about, as long as nothing of it is signed."""
    found = _article(request.user, pk)
    if not may_write(request.user, found.unit_id):
        raise PermissionDenied
    form = ArticleForm.of(found, request.user, request.POST or None)
    if request.method == "POST":
        ok, _ = attempt(form, request, lambda: _edit(found, form, request.user))
        if ok:
            say(request, "Đã lưu thông tin bài.")
            return redirect("office:article", pk=pk)
    return render(request, "office/content/article_form.html", {"form": form, "article": found})


@of_records
@require_POST
def edition_add(request: HttpRequest, pk: int) -> HttpResponse:
    """One more rendering, for one channel."""
    found = _article(request.user, pk)
    form = EditionForm(request.POST)
    ok, made = attempt(
        form, request, lambda: actions.add_edition(found, by=request.user, **form.cleaned_data)
    )
    return redirect("office:edition_edit", pk=made.pk) if ok else _page(request, found, form)


@of_records
@require_POST
def edition_suggest(request: HttpRequest, pk: int) -> HttpResponse:
    """One more rendering, begun with sentences of one that is there."""
    found = _article(request.user, pk)
    form = SuggestForm(_editions(request.user, found), request.POST)
    ok, made = attempt(
        form, request, lambda: actions.suggest_edition(found, by=request.user, **form.cleaned_data)
    )
    if not ok:
        return _page(request, found, EditionForm(initial={"key": uuid4().hex}), form)
    say(request, "Đã lập bản gợi ý. Anh chị đọc lại, hoàn thiện rồi gửi kiểm tra.")
    return redirect("office:edition_edit", pk=made.pk)


def _editions(user: User, found: Article) -> list[Edition]:
    versions = visible_versions(user).filter(edition__article=found).order_by("-number")
    versions = versions.select_related("suggestion")
    return list(
        visible_editions(user)
        .filter(article=found)
        .prefetch_related(Prefetch("versions", versions, to_attr="shown_versions"))
    )


def _article(user: User, pk: int) -> Article:
    articles = (
        visible_articles(user)
        .select_related("unit")
        .prefetch_related("audiences", "policies", "unit__versions")
    )
    return get_object_or_404(articles, pk=pk)


def _edit(found: Article, form: ArticleForm, by: User) -> Article:
    data = {name: value for name, value in form.cleaned_data.items() if name != "key"}
    return actions.edit_article(found, by=by, **data)


def _page(
    request: HttpRequest, found: Article, form: EditionForm, suggest: SuggestForm | None = None
) -> HttpResponse:
    inside = found.unit_id in scope(request.user).inside()
    editions = _editions(request.user, found)
    answers = airable_editions(editions, dates.today())
    rows = [_row(request.user, edition, answers, inside) for edition in editions]
    context = {
        "article": found,
        "grounds": grounds_of(found.policies.all(), dates.today()),
        "rows": rows,
        "running": where_it_runs(editions, scope(request.user).inside()),
        "form": form,
        "suggest": suggest or SuggestForm(editions),
        "inside": inside,
        "may_write": may_write(request.user, found.unit_id),
    }
    return render(request, "office/content/article.html", context)


def _row(user: User, edition: Edition, answers: dict, inside: bool) -> dict[str, object]:
    answer = answers.get(edition.pk)
    approved = next((v for v in edition.shown_versions if answer and v.pk == answer.version_id), None)
    is_approved = approved is not None and bool(answer and answer.approved)
    return {
        "edition": edition,
        "answer": answer if is_approved else None,
        "current": approved if is_approved else None,
        "open": open_steps(user, edition, approved if is_approved else None),
        "newest": edition.shown_versions[0] if edition.shown_versions else None,
        "inside": inside,
    }


def _writing_units(user: User) -> list[Unit]:
    seen: dict[int, Unit] = {}
    for duty in scope(user).duties:
        if duty.role in WRITERS:
            seen.setdefault(duty.unit_id, duty.unit)
    return list(seen.values())
