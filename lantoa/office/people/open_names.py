"""Được nêu công khai: what an office says of itself, so that no text stops at it."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.office.access import office_login
from lantoa.office.outcome import attempt, say
from lantoa.office.people.forms import OpenNameForm
from lantoa.people import actions
from lantoa.people.models import OpenName
from lantoa.people.permissions import may_list_names
from lantoa.people.queries import existing_units, open_names_of, scope

A_PAGE = 50


@office_login
def open_names(request: HttpRequest, pk: int) -> HttpResponse:
    """The list of one office; who may adds to it."""
    if pk not in scope(request.user).inside():
        raise Http404
    unit = get_object_or_404(existing_units(), pk=pk)
    may_list = may_list_names(request.user, unit)
    if request.method == "POST" and not may_list:
        raise PermissionDenied
    form = OpenNameForm(request.POST or None)
    if request.method == "POST":
        ok, _ = attempt(form, request, lambda: actions.list_name(unit, by=request.user, **form.cleaned_data))
        if ok:
            say(request, "Đã ghi vào danh sách. Chữ này không còn làm bài dừng lại.")
            return redirect("office:open_names", pk=pk)
    page = Paginator(open_names_of(unit), A_PAGE).get_page(request.GET.get("trang"))
    context = {"unit": unit, "page": page, "form": form, "may_list": may_list}
    return render(request, "office/people/open_names.html", context)


@office_login
@require_POST
def open_name_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Take words off the list."""
    within = scope(request.user).inside()
    listed = get_object_or_404(OpenName.objects.filter(unit_id__in=within).select_related("unit"), pk=pk)
    ok, _ = attempt(None, request, lambda: actions.take_name_back(listed, by=request.user))
    if ok:
        say(
            request,
            "Đã bỏ khỏi danh sách. Chữ này không còn được miễn hỏi.",
        )
    return redirect("office:open_names", pk=listed.unit_id)
