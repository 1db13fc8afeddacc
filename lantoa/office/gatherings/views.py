"""Lớp, hội nghị, nói chuyện, đối thoại: plan, print, hold, attach minutes."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.common import dates
from lantoa.common.models import StoredFile
from lantoa.content.queries import urgent_flags
from lantoa.gatherings import actions, printing
from lantoa.gatherings.models import Gathering
from lantoa.gatherings.permissions import HOLDERS, may_change_gathering
from lantoa.gatherings.queries import visible_gatherings
from lantoa.library.queries import grounds_of
from lantoa.office.access import of_records, office_login
from lantoa.office.deliveries.evidence import waits_says
from lantoa.office.file_access import CHECKS
from lantoa.office.gatherings.forms import CancelForm, GatheringForm, HeldForm, MinutesForm
from lantoa.office.outcome import attempt, say
from lantoa.office.papers import download
from lantoa.people.models import User
from lantoa.people.queries import scope


@of_records
def gathering_list(request: HttpRequest) -> HttpResponse:
    """All gatherings of her units, the next ones first."""
    page = Paginator(visible_gatherings(request.user), 30).get_page(request.GET.get("trang"))
    may_plan = bool(scope(request.user).roles & HOLDERS)
    return render(request, "office/gatherings/list.html", {"page": page, "may_plan": may_plan})


@office_login
def gathering_new(request: HttpRequest) -> HttpResponse:
    """Put one on the calendar."""
    form = GatheringForm(request.user, request.POST or None)
    if request.method == "POST":
        ok, made = attempt(form, request, lambda: actions.plan_gathering(by=request.user, **form.values()))
        if ok:
            say(request, "Đã lên lịch. In giấy mời và danh sách ký tên ở dưới.")
            return redirect("office:gathering", pk=made.pk)
    return render(request, "office/gatherings/form.html", {"form": form})


def _page(request: HttpRequest, gathering: Gathering, **forms: object) -> HttpResponse:
    context = {
        "gathering": gathering,
        "grounds": grounds_of(gathering.policies.all(), dates.today()),
        "urgent": urgent_flags(),
        "may_change": may_change_gathering(request.user, gathering),
        "has_begun": gathering.starts_at <= dates.now(),
        "held_form": forms.get("held") or HeldForm(),
        "minutes_form": forms.get("minutes") or MinutesForm(),
        "cancel_form": forms.get("cancel") or CancelForm(),
    }
    return render(request, "office/gatherings/gathering.html", context)


@office_login
def gathering(request: HttpRequest, pk: int) -> HttpResponse:
    """One gathering: its facts, its papers, the next step."""
    return _page(request, get_object_or_404(visible_gatherings(request.user), pk=pk))


@office_login
@require_POST
def gathering_held(request: HttpRequest, pk: int) -> HttpResponse:
    """How many came."""
    found = get_object_or_404(visible_gatherings(request.user), pk=pk)
    form = HeldForm(request.POST, request.FILES)
    ok, held = attempt(
        form,
        request,
        lambda: actions.record_held(
            found,
            form.counts(),
            by=request.user,
            sheet=form.cleaned_data["sheet"],
            minutes=form.cleaned_data["minutes"],
            clash_why=form.cleaned_data["clash_why"],
        ),
    )
    if not ok:
        return _page(request, found, held=form)
    say(request, f"Đã ghi kết quả vào sổ truyền thông.{waits_says(held.delivery)}")
    return redirect("office:gathering", pk=pk)


@office_login
@require_POST
def gathering_minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """The minutes come later."""
    found = get_object_or_404(visible_gatherings(request.user), pk=pk)
    form = MinutesForm(request.POST, request.FILES)
    ok, _ = attempt(
        form, request, lambda: actions.attach_minutes(found, form.cleaned_data["minutes"], by=request.user)
    )
    if not ok:
        return _page(request, found, minutes=form)
    say(request, "Đã nộp biên bản.")
    return redirect("office:gathering", pk=pk)


@office_login
@require_POST
def gathering_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """It will not be held."""
    found = get_object_or_404(visible_gatherings(request.user), pk=pk)
    form = CancelForm(request.POST)
    ok, _ = attempt(
        form, request, lambda: actions.cancel_gathering(found, form.cleaned_data["why"], by=request.user)
    )
    if not ok:
        return _page(request, found, cancel=form)
    say(request, "Đã hủy.")
    return redirect("office:gathering", pk=pk)


@office_login
def gathering_invitation(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """Giấy mời."""
    found = get_object_or_404(visible_gatherings(request.user), pk=pk)
    return download(printing.invitation(found), f"giay-moi-{pk}", form)


@office_login
def gathering_sheet(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """Danh sách ký tên, để trống."""
    found = get_object_or_404(visible_gatherings(request.user), pk=pk)
    return download(printing.sign_in_sheet(found), f"danh-sach-ky-{pk}", form)


def may_open_paper(user: User, stored: StoredFile) -> bool:
    """Minutes or sheet of a gathering that she may see."""
    mine = visible_gatherings(user)
    return mine.filter(minutes_file=stored).exists() or mine.filter(sheet_file=stored).exists()


CHECKS.append(may_open_paper)
