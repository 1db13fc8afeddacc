"""Góp ý theo đoạn: say it beside the passage, settle it with one press."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from lantoa.content import actions
from lantoa.content.models import Comment, EditionVersion
from lantoa.content.queries import visible_versions
from lantoa.office.access import of_records, office_login
from lantoa.office.content.forms import CommentForm, ResolveForm
from lantoa.office.content.reading import version_or_404
from lantoa.office.outcome import attempt, refuse, say


@of_records
@require_POST
def version_comment(request: HttpRequest, pk: int) -> HttpResponse:
    """Say something about one passage."""
    found = version_or_404(request.user, pk)
    form = CommentForm(request.POST)
    ok, said = attempt(form, request, lambda: actions.comment(found, by=request.user, **form.cleaned_data))
    if not ok:
        for problem in (str(one) for errors in form.errors.values() for one in errors):
            refuse(request, problem)
        return redirect(_passage(found, None))
    say(request, "Đã ghi góp ý. Lãnh đạo duyệt được khi góp ý này đã xử lý xong.")
    return redirect(_passage(found, said.block))


@office_login
@require_POST
def comment_resolve(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a comment is settled."""
    said = get_object_or_404(Comment.objects.filter(version__in=visible_versions(request.user)), pk=pk)
    found = version_or_404(request.user, said.version_id)
    form = ResolveForm(request.POST)
    form.is_valid()
    how = form.cleaned_data.get("how", "")
    ok, _ = attempt(None, request, lambda: actions.resolve_comment(said, by=request.user, how=how))
    if ok:
        say(request, "Đã xác nhận góp ý xử lý xong.")
    newest = found.edition.versions.order_by("-number").first() or found
    return redirect(_passage(newest, said.block))


def _passage(version: EditionVersion, block: int | None) -> str:
    """The address of a passage on the page of its version."""
    number = next((n for n, b in enumerate(version.blocks, 1) if b["id"] == block), None)
    address = reverse("office:version", args=[version.pk])
    return f"{address}#d{number}" if number else address
