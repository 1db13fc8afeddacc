"""Bộ tài liệu: hand over, receive, print the cover list."""

from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.common import dates
from lantoa.library import actions
from lantoa.library.models import Bundle
from lantoa.library.permissions import may_acknowledge, may_hand_over_from, may_write
from lantoa.library.queries import grounds_of, statuses, visible_bundles
from lantoa.office import acting
from lantoa.office.access import office_login
from lantoa.office.library.bundle_zip import bundle_zip
from lantoa.office.library.cover_list import cover_list
from lantoa.office.library.finding import is_search
from lantoa.office.library.policy_forms import BundleForm
from lantoa.office.library.rights import only_writers
from lantoa.office.lists import page_of
from lantoa.office.outcome import attempt, say
from lantoa.office.papers import download
from lantoa.people.models import Unit
from lantoa.people.queries import existing_units, scope


@office_login
def bundle_list(request: HttpRequest) -> HttpResponse:
    """Bundles that concern her units; what waits for a receipt first."""
    bundles = visible_bundles(request.user).order_by(F("acknowledged_at").asc(nulls_first=True), "-handed_at")
    page = page_of(request, bundles)
    context = {
        "page": page,
        "rows": [(one, *_names(one)) for one in page.object_list],
        "may_write": may_write(request.user),
    }
    return render(request, "office/library/bundle_list.html", context)


def _names(one: Bundle) -> tuple[str, str]:
    """Giver and receiver as they were called on the day of handing over."""
    day = one.handed_at.astimezone(dates.VIETNAM).date()
    return one.from_unit.name_on(day), one.to_unit.name_on(day)


@office_login
def bundle(request: HttpRequest, pk: int) -> HttpResponse:
    """What was handed over, and how it stands today."""
    one = get_object_or_404(visible_bundles(request.user), pk=pk)
    day = dates.today()
    documents = list(one.documents.all())
    told = statuses(documents, day)
    context = {
        "bundle": one,
        "names": _names(one),
        "day": day,
        "documents": [(document, told[document.pk]) for document in documents],
        "policies": grounds_of(one.policies.all(), day),
        "may_acknowledge": one.acknowledged_at is None
        and one.handed_by_id != request.user.pk
        and may_acknowledge(request.user, one),
    }
    return render(request, "office/library/bundle.html", context)


@only_writers
def bundle_new(request: HttpRequest) -> HttpResponse:
    """Hand over; the search button only searches."""
    giver = _giver(request)
    sent = (request.POST,) if request.method == "POST" else ()
    form = BundleForm(request.user, giver, *sent)
    if is_search(request):
        form.judge_nothing()
    elif request.method == "POST":
        ok, made = attempt(
            form,
            request,
            lambda: actions.hand_over_bundle(by=request.user, from_unit=giver, **form.facts()),
        )
        if ok:
            say(request, f"Đã giao cho {made.to_unit.name_on(dates.today())}. Chờ bên nhận ký nhận.")
            return redirect("office:bundle", made.pk)
    context = {"form": form, "giver": giver.name_on(dates.today())}
    return render(request, "office/library/bundle_form.html", context)


def _giver(request: HttpRequest) -> Unit:
    """The unit she acts for, when she may hand over from it; else the first where she may."""
    mine = scope(request.user, dates.today())
    place = acting.chosen(request, acting.places(mine))
    ids = ([place.unit_id] if place else []) + [duty.unit_id for duty in mine.duties]
    for unit_id in ids:
        if may_hand_over_from(request.user, unit_id):
            return existing_units().get(pk=unit_id)
    raise PermissionDenied


@require_POST
@office_login
def bundle_acknowledge(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign the receipt."""
    one = get_object_or_404(visible_bundles(request.user), pk=pk)
    ok, _ = attempt(None, request, lambda: actions.acknowledge_bundle(one, by=request.user))
    if ok:
        say(request, "Đã ký nhận bộ tài liệu.")
    return redirect("office:bundle", pk)


@office_login
def bundle_paper(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The cover list as DOCX or PDF."""
    one = get_object_or_404(visible_bundles(request.user), pk=pk)
    return download(cover_list(one), f"phieu-gui-{one.pk}", form)


@office_login
def bundle_all(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """Cover list, policies and documents in one ZIP."""
    one = get_object_or_404(visible_bundles(request.user), pk=pk)
    answer = StreamingHttpResponse(bundle_zip(one), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="bo-tai-lieu-{one.pk}.zip"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
