"""Việc cần làm của thư viện: counts by kind, the first lines of each, one kind whole by pages."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.common import dates
from lantoa.desk.library_gaps import library_gaps
from lantoa.library.permissions import may_check, may_write
from lantoa.office.access import office_login
from lantoa.office.lists import page_of


@office_login
def gap_list(request: HttpRequest) -> HttpResponse:
    """For those who write or check the library."""
    if not may_check(request.user):
        raise PermissionDenied
    gaps = library_gaps(dates.today())
    context = {"gaps": gaps, "may_write": may_write(request.user)}
    wanted = request.GET.get("loai", "")
    if not wanted:
        shown = [(gap, gap.rows()) for gap in gaps]
        return render(request, "office/library/gap_list.html", {**context, "shown": shown})
    one = next((gap for gap in gaps if gap.key == wanted), None)
    if one is None:
        raise Http404
    page = page_of(request, one.things)
    shown = [(one, [one.row(thing) for thing in page.object_list])]
    return render(request, "office/library/gap_list.html", {**context, "shown": shown, "page": page})
