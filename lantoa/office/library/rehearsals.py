"""Diễn tập: suppose what a draft would change, look at what would follow, make it real or drop it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.common import dates
from lantoa.desk.what_if import days_of, fallout
from lantoa.library import actions
from lantoa.library.models import Rehearsal, SupposedEffect
from lantoa.library.permissions import may_write
from lantoa.library.queries import supposed_changes, visible_documents, visible_rehearsals
from lantoa.office.access import office_login
from lantoa.office.library.finding import is_search
from lantoa.office.library.forms import WhyForm
from lantoa.office.library.rehearsal_forms import RehearsalForm, SourceForm, SupposeForm
from lantoa.office.library.rights import only_writers
from lantoa.office.lists import page_of
from lantoa.office.outcome import attempt, say


@office_login
def rehearsal_list(request: HttpRequest) -> HttpResponse:
    """Rehearsals, the newest first."""
    page = page_of(request, visible_rehearsals(request.user))
    context = {"page": page, "may_write": may_write(request.user)}
    return render(request, "office/library/rehearsal_list.html", context)


@only_writers
def rehearsal_new(request: HttpRequest) -> HttpResponse:
    """Send the draft, or name it (or the document) and paste the changes next."""
    pk = request.GET.get("van-ban", "")
    known = visible_documents(request.user).filter(pk=pk).first() if pk.isdecimal() else None
    form = RehearsalForm(request.POST or None, request.FILES or None, initial={"source": known})
    if request.method == "POST":
        ok, made = attempt(form, request, lambda: _open(request, form))
        if ok and made.draft:
            changes = made.supposed.count()
            say(request, f"Đã đọc dự thảo: {changes} thay đổi giả định. Đối chiếu từng dòng với dự thảo.")
            return redirect("office:rehearsal", made.pk)
        if ok:
            say(request, "Đã lập. Giờ dán những điều khoản thay đổi.")
            return redirect("office:rehearsal_suppose", made.pk)
    return render(request, "office/library/rehearsal_form.html", {"form": form})


def _open(request: HttpRequest, form: RehearsalForm) -> Rehearsal:
    step = actions.rehearse_draft if form.cleaned_data["draft"] else actions.open_rehearsal
    return step(by=request.user, **form.facts())


@office_login
def rehearsal(request: HttpRequest, pk: int) -> HttpResponse:
    """What would follow, on each day on which a change begins. Reads only."""
    return _page(request, get_object_or_404(visible_rehearsals(request.user), pk=pk))


def _page(request: HttpRequest, one: Rehearsal, source_form: SourceForm | None = None) -> HttpResponse:
    supposed = supposed_changes(one)
    effects = [effect for _, effect in supposed]
    days = days_of(effects, dates.today())
    asked = dates.read_date(request.GET.get("ngay", ""))
    day = asked if asked in days else days[-1]
    writes = may_write(request.user) and one.is_open
    context = {
        "rehearsal": one,
        "supposed": supposed,
        "days": days,
        "day": day,
        "found": fallout(effects, request.user, day) if supposed else None,
        "may_write": writes,
        "source_form": (source_form or SourceForm()) if writes and one.source is None else None,
    }
    return render(request, "office/library/rehearsal.html", context)


@only_writers
def rehearsal_suppose(request: HttpRequest, pk: int) -> HttpResponse:
    """Paste the list of changed clauses of one document; the search button only searches."""
    one = get_object_or_404(visible_rehearsals(request.user), pk=pk)
    form = SupposeForm(request.POST or None)
    if is_search(request):
        form.judge_nothing()
    elif request.method == "POST":
        ok, made = attempt(
            form, request, lambda: actions.suppose_changes(one, by=request.user, **form.facts())
        )
        if ok:
            say(request, f"Đã thêm {len(made)} thay đổi giả định.")
            return redirect("office:rehearsal", pk)
    return render(request, "office/library/rehearsal_suppose.html", {"rehearsal": one, "form": form})


@require_POST
@office_login
def supposed_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one supposed change out."""
    one = get_object_or_404(
        SupposedEffect.objects.filter(rehearsal__in=visible_rehearsals(request.user).values("pk")), pk=pk
    )
    ok, _ = attempt(None, request, lambda: actions.drop_supposed(one, by=request.user))
    if ok:
        say(request, "Đã bỏ thay đổi giả định.")
    return redirect("office:rehearsal", one.rehearsal_id)


@require_POST
@only_writers
def rehearsal_make_real(request: HttpRequest, pk: int) -> HttpResponse:
    """From now on the changes count."""
    one = get_object_or_404(visible_rehearsals(request.user), pk=pk)
    form = SourceForm(request.POST) if one.source is None else None
    ok, made = attempt(
        form,
        request,
        lambda: actions.make_rehearsal_real(
            one, by=request.user, source=form.cleaned_data["source"] if form else None
        ),
    )
    if ok:
        say(request, f"Đã ghi {len(made)} thay đổi thật. Bài nào dẫn đến các chỗ này thì được đánh dấu.")
        return redirect("office:rehearsal", pk)
    return _page(request, one, form)


@require_POST
@office_login
def rehearsal_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """End it; nothing was changed by it."""
    one = get_object_or_404(visible_rehearsals(request.user), pk=pk)
    form = WhyForm(request.POST)
    why = form.cleaned_data["why"] if form.is_valid() else ""
    ok, _ = attempt(None, request, lambda: actions.drop_rehearsal(one, by=request.user, why=why))
    if ok:
        say(request, "Đã bỏ lần diễn tập.")
    return redirect("office:rehearsal", pk)
